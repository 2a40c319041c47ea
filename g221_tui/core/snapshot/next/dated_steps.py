"""The steps that a date asks for: a deadline, a notice to answer, what expires."""

from typing import NamedTuple

import msgspec

from g221_tui.core.deadlines.all_deadlines import expired, next_opening, own_id, to_meet
from g221_tui.core.deadlines.papers import owed_by
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.core.snapshot.next.found import Found, step
from g221_tui.core.snapshot.next.owed import kind_of, places
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.phrases import within_sentence
from g221_tui.core.views import DeadlineView, NextStep

DEADLINE, NOTICE, EXPIRES = "deadline", "notice", "expiry"
"""The kinds of the steps."""


def reinstatement_step(found: Found) -> NextStep | None:
    """The limit of reinstatement, once it is near: the one deadline of an ended case."""
    rule = found.rules.deadlines.reinstatement
    for deadline in found.deadlines:
        if deadline.id == rule.id and 0 <= deadline.days_left <= rule.pressed_days:
            return _dated(found, deadline)
    return None


def notice_step(found: Found) -> NextStep | None:
    """The notice that came last and is not answered."""
    standing = found.day.standing
    open_notices = [n.event for n in standing.notices if not n.answered]
    if not open_notices:
        return None
    event = open_notices[-1]
    kind = found.rules.kind(event.kind)
    notice = within_sentence(kind.title) if kind else event.kind
    answer = found.rules.deadlines.notice.id.format(kind=event.kind)
    known = next((d for d in found.deadlines if d.id == answer), None)
    if known is None:
        return step(NOTICE, found.text("notice_unknown", notice=notice), None, event.id)
    text = found.text(
        "notice_until",
        notice=notice,
        date=long_date(known.date),
        estimate=" (an estimate)" if known.estimate else "",
    )
    return step(NOTICE, text, known.date, event.id)


def deadline_step(found: Found) -> NextStep | None:
    """The soonest date that is near or overdue; else an expiry that has just passed."""
    pressing = found.rules.deadlines.pressing
    for deadline in to_meet(found.deadlines):
        if deadline.quiet or deadline.days_left > pressing.urgent_days:
            continue
        if expired(deadline) and deadline.days_left < -pressing.passed_days:
            continue
        return _dated(found, deadline)
    return None


def expiry_step(found: Found) -> NextStep | None:
    """What expires before the next opening; else what has expired and still needs the applicant."""
    opens_next = next_opening(tuple(c for c in found.channels if c.human))
    renewed = found.rules.deadlines.to_renew
    papers = {own_id(document.id) for document in found.day.case.documents}
    for deadline in to_meet(found.deadlines):
        passed = deadline.date < found.today
        before = opens_next is not None and deadline.date < opens_next and not passed
        to_renew = deadline.id in renewed or deadline.id in papers
        if deadline.quiet or not (before or (passed and to_renew)):
            continue
        return _dated(found, deadline, EXPIRES)
    return None


def _dated(found: Found, deadline: DeadlineView, kind: str = DEADLINE) -> NextStep:
    """A step of that kind for a date; with what records the answer where it has expired."""
    when = "ahead" if deadline.days_left > 0 else "over" if deadline.days_left else "today"
    owed = owed_by(deadline, found.day)
    text = found.text(
        f"{kind_of(owed)}_{when}" if owed else f"deadline_{when}",
        title=deadline.title,
        **places(owed),
        date=long_date(deadline.date),
        distance=distance(deadline.date, found.today),
        because=deadline.because,
    )
    made = step(kind, text, deadline.date, deadline.id)
    if not expired(deadline):
        return made
    words, command = _over(found, deadline)
    return msgspec.structs.replace(made, text=f"{text} {words}", command=command)


class Settled(NamedTuple):
    """What settles a date that has expired: a new date of a fact or of a document, or its removal.

    All are empty where it is no such date.
    """

    fact: str = ""
    """The fact that holds it."""
    document: str = ""
    """The id of the document that expires."""
    named: str = ""
    """The id of the date that the user named."""


def settled_by(identity: str, day: CaseDay) -> Settled:
    """What settles an expiry, by the id of its deadline."""
    facts = {EXPIRY + expiry.id: expiry.fact for expiry in day.rules.deadlines.expiries}
    documents = {own_id(document.id): document.id for document in day.case.documents}
    own = {own_id(deadline.id): deadline.id for deadline in day.case.deadlines}
    return Settled(facts.get(identity, ""), documents.get(identity, ""), own.get(identity, ""))


def _over(found: Found, deadline: DeadlineView) -> tuple[str, str]:
    """What is to be done about a date that has expired, and the command for it."""
    by = settled_by(deadline.id, found.day)
    key = next((name for name, value in by._asdict().items() if value), "")
    words = found.text("over_named" if by.named else "over")
    return words, found.text(f"over_{key}_command", **by._asdict()) if key else ""
