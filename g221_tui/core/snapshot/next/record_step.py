"""What was seen or happened and is not in the record yet: the next step is to record it."""

from datetime import date

from g221_tui.core.followup.page_news import page_news, tracker_says
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import NextStep

KIND = "record"
"""The kind of the step."""


def record_step(day: CaseDay) -> NextStep | None:
    """The first thing to record; none where the record says all that is known."""
    return page_step(day) or _pick_up(day) or _new_post(day) or _appointment(day)


def page_step(day: CaseDay) -> NextStep | None:
    """That the status page says more than the record, or wants something of the applicant."""
    said = page_news(day)
    if said is None:
        return None
    return NextStep(kind=KIND, text=said.text, date=None, subject=said.contact)


def _pick_up(day: CaseDay) -> NextStep | None:
    """That the tracker of the post says more than the record."""
    said = tracker_says(day)
    if said is None:
        return None
    return NextStep(kind=KIND, text=said.text, date=None, subject=said.contact)


def _new_post(day: CaseDay) -> NextStep | None:
    """Which post has the case after a transfer, and what its rules are."""
    transfer = day.standing.transfer
    if transfer is None or day.standing.new_post is not None:
        return None
    text = _text(day, "record_post", date=long_date(transfer.day))
    command = _text(day, "record_post_command")
    return NextStep(kind=KIND, text=text, date=None, subject=transfer.id, command=command)


def _appointment(day: CaseDay) -> NextStep | None:
    """How an appointment went whose day is over."""
    event = day.standing.appointment
    kind = day.rules.kind(event.kind) if event is not None else None
    held: date | None = event.due if event is not None else None
    interview = day.rules.deadlines.interview.id
    if event is None or kind is None or held is None or kind.sets != interview:
        return None
    if held >= day.today:
        return None
    text = _text(day, "record_appointment", date=long_date(held))
    return NextStep(kind=KIND, text=text, date=held, subject=event.id)


def _text(day: CaseDay, key: str, **values: object) -> str:
    return day.rules.next.texts[key].format(**values)
