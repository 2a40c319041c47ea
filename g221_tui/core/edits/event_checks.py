"""Find a kind of event, and make sure that an event can be as it says."""

from datetime import date
from itertools import zip_longest

import msgspec

from g221_tui.core.edits.edit import not_in_future
from g221_tui.core.model import Case, Document, Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.programme_year import programme_end, programme_rule
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import VISA, EventKind
from g221_tui.core.steps import DocumentState, Requester
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known
from g221_tui.core.text.phrases import few
from g221_tui.errors import NotUnderstood, Refused


def find_kind(word: str, rules: Rules) -> str:
    """The event kind that a word names.

    Raises:
        NotUnderstood: when it names none; the message lists the known ones.
    """
    names = {kind.id: kind.title for kind in rules.event_kinds}
    return known(word, names, "event kind", names, rules.event_words)


def must_take(kind: EventKind, field: str, rules: Rules, way: str = "") -> None:
    """That an event of that kind takes what was given.

    Args:
        kind: The kind.
        field: What was given, as `EventKind.takes` names it.
        rules: All rules.
        way: What else would do, in a sentence.

    Raises:
        NotUnderstood: it does not; the message names the kinds that do.
    """
    if not kind.takes(field):
        others = ", ".join(other.id for other in rules.event_kinds if other.takes(field))
        raise NotUnderstood(f"'{kind.id}' takes no {field}; only: {others}. {way}".rstrip())


def asks_visa(kind_id: str, rules: Rules) -> bool:
    """Whether it has to be asked if the visa is in the passport that came back."""
    kind = rules.kind(kind_id)
    return kind is not None and kind.takes(VISA)


def of_letter(event: Event, rules: Rules) -> Event:
    """The event; of a slip the date it sets is the one printed on its letter: one value."""
    kind = rules.kind(event.kind)
    if event.due is None or kind is None or not kind.opens_round:
        return event
    return msgspec.structs.replace(event, due=None, letter_deadline=event.due)


def check_event(event: Event, day: CaseDay) -> None:
    """That it happened, and not in the future.

    Raises:
        Refused: for a day that has not come yet.
    """
    kind = day.rules.kind(event.kind)
    title = kind.title if kind else event.kind
    notice = kind is not None and kind.notice
    if event.on is None and (not notice or event.learned is None):
        raise Refused(f"{title} needs the day it happened.")
    if notice and event.on and event.due and event.due < event.on:
        raise Refused(
            f"{title} is dated {long_date(event.on)}; it can't be answered by"
            f" {long_date(event.due)}."
        )
    for on in (event.on, event.learned):
        if on is not None:
            not_in_future(on, day.today, title)


def again_on_a_day(event: Event, day: CaseDay) -> tuple[str, ...]:
    """That the case has the same event on that day already, in a line."""
    kind = day.rules.kind(event.kind)
    if not any(_same(event, other, kind) for other in day.case.events):
        return ()
    title = kind.title if kind else event.kind
    return (
        f"{title} on {long_date(event.day)} is recorded more than once now; undo takes this one"
        " back where it happened once.",
    )


def no_longer_issued(event: Event, day: CaseDay) -> tuple[str, ...]:
    """That no visa can have been issued on its day, which is after the programme year, in a line.

    Args:
        event: What happened.
        day: The case with it.
    """
    rules, kind = day.rules, day.rules.kind(event.kind)
    back = {each.passport_back.if_visa for each in rules.event_kinds if each.passport_back}
    end = programme_end(day.facts, rules, day.visa_class, day.standing.first_refusal)
    rule = programme_rule(rules)
    issued = kind is not None and kind.stage in back
    if rule is None or end is None or not (issued and end.ends_case and event.day > end.day):
        return ()
    words = [f"{rule.because.removesuffix('.')} ({rule.source})."]
    words += [rule.estimate] if end.estimate else []
    return (" ".join([*words, "It is recorded as you said."]),)


def _same(event: Event, other: Event, kind: EventKind | None) -> bool:
    """Whether two events are of a kind and a day; one that its note names, of a note too."""
    named = kind is not None and kind.title_from_note
    alike = event.kind == other.kind and event.day == other.day
    return alike and (not named or event.note.strip() == other.note.strip())


def keep_a_refusal(day: CaseDay, after: Case) -> None:
    """That an edit does not take the last refusal from a case, which is about it.

    Args:
        day: The case before the edit.
        after: The case after it.

    Raises:
        Refused: when it does.
    """
    former, left = _refusals(day.case, day.rules), _refusals(after, day.rules)
    if former and not left:
        raise Refused(
            "The case is about this refusal and has no other; correct its day instead:"
            f" 'correct {former[0].id} on=DATE'."
        )


def _refusals(case: Case, rules: Rules) -> list[Event]:
    kinds = {kind.id for kind in rules.event_kinds if kind.opens_round}
    return [event for event in case.events if event.kind in kinds]


def odd_order(before: CaseDay, after: CaseDay) -> tuple[str, ...]:
    """What an edit put out of the usual order, or against what is listed, in a line each."""
    old = {event.id for event in before.standing.odd}
    found: list[str] = []
    for event in after.standing.odd:
        kind = after.rules.kind(event.kind)
        if event.id not in old and kind is not None:
            found.append(
                f"{kind.title} on {long_date(event.day)} is out of the usual order;"
                " it is recorded as you said."
            )
    told = _asking_nothing(before)
    return (*found, *(line for slip, line in _asking_nothing(after).items() if slip not in told))


def _asking_nothing(day: CaseDay) -> dict[str, str]:
    """Slips recorded as asking for nothing while something is listed as theirs: a line by id."""
    current, found = day.standing.round, {}
    for slip, following in zip_longest(current.slips, current.slips[1:]):
        until = following.day if following is not None else date.max
        theirs = [d.name for d in day.standing.papers.requested if _by_slip(d, slip.day, until)]
        if slip.asked is YesNo.NO and theirs:
            found[slip.id] = (
                f"The letter of {long_date(slip.day)} is recorded as asking for nothing; on the"
                f" list it asks for {few(theirs)}, and what is listed counts."
            )
    return found


def _by_slip(document: Document, since: date, until: date) -> bool:
    """Whether a slip asked for it on one of these days, the last one left out."""
    asked = (step for step in document.steps if step.state is DocumentState.REQUESTED)
    by_slip = (s for s in asked if (s.by or document.requested_by) is Requester.SLIP)
    return any(since <= step.on < until for step in by_slip)
