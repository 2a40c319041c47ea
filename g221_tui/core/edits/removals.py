"""Remove a record that should not be there: it leaves the case and stays in the file."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from g221_tui.core.edits.documents import remove_document
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.events import keep_a_refusal, odd_order
from g221_tui.core.edits.finding import Correctable, find_record
from g221_tui.core.model import Case, Contact, Direction, Document, Event, NamedDeadline, Removable
from g221_tui.core.progress.stages import stand
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import meant
from g221_tui.errors import Refused

KINDS: Mapping[type[Correctable], str] = MappingProxyType(
    {Event: "event", Document: "document", Contact: "contact", NamedDeadline: "named date"}
)
"""What a record is, in words."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """When a removal is made."""

    today: date
    """The day everything is judged by."""
    stamp: str
    """The instant, a UTC timestamp."""


def remove_record(
    case: Case, word: str, rules: Rules, now: Moment, cases: Iterable[Case] = (), kind: str = ""
) -> Edit:
    """Remove a record by its id.

    Args:
        case: The case in hand.
        word: The id, or a unique prefix of it.
        rules: All rules.
        now: When it is removed.
        cases: All cases of the file, to tell whose record it is.
        kind: What the record has to be, a word of `KINDS`; empty for any.

    Raises:
        Refused: when there is no such record, or it is the only refusal of the case.
    """
    found = find_record(case, word, cases)
    is_a = KINDS[type(found)]
    if kind and is_a != kind:
        raise Refused(f"{found.id} is the id of another kind of record: {is_a}, not {kind}.")
    if isinstance(found, Document):
        return remove_document(case, found.id, rules, now.today, now.stamp)
    return _removed(case, found, rules, now)


def remove_deadline(case: Case, word: str, rules: Rules, now: Moment) -> Edit:
    """Remove a date the user named, by its name or its id.

    Raises:
        Refused: when no such date was named, or several are called so.
    """
    found = meant(word, case.deadlines, name=lambda d: d.name, identity=lambda d: d.id)
    if not found:
        names = ", ".join(dict.fromkeys(d.name for d in case.deadlines)) or "none"
        raise Refused(
            f"'{word}' is not one date you named; named: {names}. A date that a rule or a fact"
            " sets goes with what sets it."
        )
    if len(found) > 1:
        several = ", ".join(f"{d.name} ({long_date(d.on)}, {d.id})" for d in found)
        raise Refused(f"'{word}' names several dates: {several}.")
    return _removed(case, found[0], rules, now)


def _removed(case: Case, record: Removable, rules: Rules, now: Moment) -> Edit:
    gone = msgspec.structs.replace(record, removed_at=now.stamp)
    after = msgspec.structs.replace(
        case,
        events=tuple(e for e in case.events if e.id != record.id),
        contacts=tuple(c for c in case.contacts if c.id != record.id),
        deadlines=tuple(d for d in case.deadlines if d.id != record.id),
        removed=(*case.removed, gone),
    )
    if isinstance(record, Event):
        keep_a_refusal(case, after, rules)
    sentence = f"Removed {described(record, rules)}; its record is kept."
    means = (_stage_note(case, after, rules, now), wait_note(case, after, rules, now.today))
    return Edit(
        case=after,
        sentence=" ".join(filter(None, [sentence, *means])),
        on=now.today,
        record=record.id,
        warnings=odd_order(case, after, rules, now.today),
        notes=("Undo brings it back.",),
    )


def described(record: Removable, rules: Rules) -> str:
    """Which record it is, in words: `the event Passport sent of Mon 2 Nov 2026`."""
    if isinstance(record, NamedDeadline):
        return f"the date {record.name}, {long_date(record.on)}"
    if isinstance(record, Contact):
        channel = rules.channel(record.channel)
        what = "reply" if record.direction is Direction.IN else "contact"
        return f"the {what} {channel.name if channel else record.channel} of {long_date(record.on)}"
    kind = rules.kind(record.kind)
    return f"the event {kind.title if kind else record.kind} of {long_date(record.day)}"


def _stage_note(before: Case, after: Case, rules: Rules, now: Moment) -> str:
    """What the stage becomes, where it changes."""
    old, new = (stand(case, rules, now.today).stage for case in (before, after))
    return f"The stage is now: {new.name}." if old.id != new.id else ""
