"""The passport: asked for and not sent, or back with a letter beside it."""

from g221_tui.core.model import Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import NextStep

KIND = "passport"
"""The kind of the step."""


def passport_step(day: CaseDay) -> NextStep | None:
    """What is to be done about the passport; none where nothing is."""
    texts, back = day.rules.next.texts, _unread(day)
    if back is not None:
        read = back.visa_inside is YesNo.NO
        key = "passport_letter" if read else "passport_look"
        text = texts[key].format(date=long_date(back.day))
        command = "" if read else texts["passport_look_command"].format(record=back.id)
        return NextStep(kind=KIND, text=text, date=None, subject=back.id, command=command)
    stage, event = day.standing.stage, day.standing.appointment
    if stage.next_kind != KIND:
        return None
    due = event.due if event is not None else None
    by = texts["passport_by"].format(date=long_date(due)) if due is not None else ""
    return NextStep(kind=KIND, text=stage.next_step + by, date=due, subject=None)


def _unread(day: CaseDay) -> Event | None:
    """The return of the passport, while it is not recorded what the letter beside it says.

    Whatever is dated on its day or after it answers that; after some time it is asked no more.
    """
    back = day.standing.passport_back
    kind = day.rules.kind(back.kind) if back is not None else None
    if back is None or kind is None or kind.passport_back is None:
        return None
    if (day.today - back.day).days > kind.passport_back.letter_days:
        return None
    others = [e.day for e in day.standing.events if e.id != back.id]
    listed = known_on(day.case.documents, day.today)
    asked = [on for d in listed for on in d.asked_days(day.today)]
    later = any(on >= back.day for on in (*others, *asked))
    return None if later else back
