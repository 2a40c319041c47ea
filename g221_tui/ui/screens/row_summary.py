"""What the detail area says of the row under the cursor, in a few lines."""

from datetime import date

from g221_tui.core.fields.labels import ASKERS, step_word
from g221_tui.core.model import Requester
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.documents_view import earlier
from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.snapshot.subjects import page_of, why
from g221_tui.core.text.dates import long_date, near_day
from g221_tui.core.text.phrases import sentence, several
from g221_tui.core.text.status_words import page_lines
from g221_tui.core.views import ChannelState, ChannelView, DocumentItem, Snapshot
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.panes.channels import Fold, state_words

RECORDED = "Recorded by you. {Open} shows all of it."
CORRECT = "{correct} corrects it."
SEVERAL, CORRECT_ONE = "{Open} lists each of them.", "{correct} corrects one."
"""The same of a row that stands for several records."""
FURTHER = "Further ways"
NOT_SENT, NOT_DONE = "Still with you.", "Still to be done."
ENDED = "Not needed any more: the case has ended."
TICK = "{Tick} marks it as submitted today."
TICK_TASK = "{Tick} marks it as done today."
USED = (ChannelState.OPEN, ChannelState.LOCKED, ChannelState.RESTING, ChannelState.NEEDS)
"""The states of a channel that is used, now or later."""


def summary(session: Session, snapshot: Snapshot, subject: object) -> tuple[str, tuple[str, ...]]:
    """A title, and why the row is as it is; of a status page, what was seen on it.

    Args:
        session: Whose rules, keys and day hold.
        snapshot: What is shown.
        subject: What the row stands for.
    """
    rules, may_record = session.tracker.rules, session.may_record
    with_keys = session.with_keys
    if isinstance(subject, ChannelView):
        page = page_of(snapshot, subject.id, rules)
        if page is not None and page.seen_on is not None:
            return subject.name, page_lines(page)
        return subject.name, (*subject.because, *subject.cautions)
    if isinstance(subject, Fold):
        return FURTHER, tuple(f"{c.name}: {state_words(c)}" for c in subject.channels)
    if isinstance(subject, DocumentItem):
        return subject.name, document(
            subject, with_keys(_owed(snapshot, subject, rules, may_record))
        )
    if isinstance(subject, Entry):
        one = subject.record is not None
        words, change = (RECORDED, CORRECT) if one else (SEVERAL, CORRECT_ONE)
        keys = with_keys(f"{words} {change}" if may_record else words)
        return sentence(subject.text), told(snapshot, subject, keys)
    return day_title(snapshot.today, looking=session.looking is not None), today(snapshot)


def day_title(day: date, *, looking: bool) -> str:
    """`Today, Sun 29 Nov 2026`; of another day that is looked at its date alone.

    Args:
        day: The day that is shown.
        looking: Whether it is another one than today.
    """
    return long_date(day) if looking else f"Today, {long_date(day)}"


def use(subject: object) -> tuple[str, ...]:
    """What to have at hand and what to ask on a channel, now or once it opens.

    Nothing of any other row, nor of a channel that can't be used.
    """
    if not isinstance(subject, ChannelView) or subject.state not in USED:
        return ()
    then = "" if subject.state is ChannelState.OPEN else " then"
    hand, ask = "; ".join(subject.at_hand), " ".join(subject.ask)
    words = ((f"At hand{then}: {hand}.", hand), (f"Ask{then}: {ask}", ask))
    return tuple(line for line, said in words if said)


def _owed(snapshot: Snapshot, item: DocumentItem, rules: Rules, may_record: bool) -> str:
    """What is said of a paper that has not gone in, and the key that sends it."""
    stage = rules.stages.get(snapshot.stage.id)
    if stage is not None and stage.end:
        return ENDED
    key = (TICK_TASK if item.task else TICK) if may_record else ""
    return f"{NOT_DONE if item.task else NOT_SENT} {key}".strip()


def document(item: DocumentItem, owed: str = "") -> tuple[str, ...]:
    """Who asked when, and how far it has come.

    Args:
        item: The document.
        owed: What is said where it has not gone in.
    """
    lines = []
    if item.requested_by is not None and item.asked_on is not None:
        who = ASKERS[Requester(item.requested_by)]
        before = earlier(item)
        for step in before[-1:]:
            word = step_word(step.state, task=item.task)
            lines.append(f"{sentence(word)} earlier, on {long_date(step.on)}.")
        again = " again" if before else ""
        lines.append(f"Asked for{again} by {who} on {long_date(item.asked_on)}.")
    elif not item.requested:
        lines.append("An extra of yours: nobody asked for it, and the wait does not depend on it.")
    for words, day in (
        ("Done on" if item.task else "Submitted on", item.submitted_on),
        ("Received on", item.received_on),
        ("Returned on", item.returned_on),
        ("Waived on", item.waived_on),
    ):
        if day is not None:
            lines.append(f"{words} {long_date(day)}.")
    if item.outstanding:
        lines.append(owed)
    return tuple(lines)


def told(snapshot: Snapshot, entry: Entry, recorded: str) -> tuple[str, ...]:
    """Why a row of the timeline is there, or what it stands for; of a record, its keys."""
    if entry.record is not None:
        return (recorded,)
    if entry.first.record is not None:
        titles = dict.fromkeys(row.title for row in entry.rows)
        days = dict.fromkeys(near_day(row.date, snapshot.today) for row in entry.rows)
        on = (f"On {several(tuple(days))}.",) if len(days) > 1 else ()
        return (*titles, *on, recorded)
    return why(snapshot, entry.first)


def today(snapshot: Snapshot) -> tuple[str, ...]:
    """What the stage is, and what the days count from."""
    lines = [snapshot.stage.meaning]
    if snapshot.wait.anchor is not None:
        lines.append(sentence(snapshot.wait.anchor_because))
    return (*lines, *snapshot.notes)
