"""Remove a record that should not be there: it leaves the case and stays in the file."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.corrections import shown_fields
from g221_tui.core.edits.documents.change_document import RemoveDocument
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.event_checks import keep_a_refusal, odd_order
from g221_tui.core.edits.finding import Correctable, find_record, must_be_as_seen
from g221_tui.core.model import Contact, Direction, Document, Event, NamedDeadline, Removable
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import ENOUGH, did_you_mean, meant
from g221_tui.errors import Refused

KINDS: Mapping[type[Correctable], str] = MappingProxyType(
    {Event: "event", Document: "document", Contact: "contact", NamedDeadline: "named date"}
)
"""What a record is, in words."""


class RemoveRecord(Command, frozen=True, kw_only=True):
    """Remove a record by its id; it stays in the file."""

    record: str
    """The id, or a unique prefix of it."""
    kind: str = ""
    """What the record has to be, a word of `KINDS`; empty for any."""
    seen: Mapping[str, str] | None = None
    """The record as it was shown, by name; none where it was not."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case without the record.

        Raises:
            Refused: when there is no such record, or it is the only refusal of the case.
            ChangedSince: the record is not as it was shown.
        """
        found = find_record(day.case, self.record)
        is_a = KINDS[type(found)]
        if self.kind and is_a != self.kind:
            raise Refused(
                f"{found.id} is the id of another kind of record: {is_a}, not {self.kind}."
            )
        if isinstance(found, Document):
            made = RemoveDocument(document=found.id).apply(day, ids)
        else:
            made = _removed(day, found, ids.stamp)
        if self.seen is not None:
            must_be_as_seen(self.seen, shown_fields(day, self.record))
        return made


class RemoveDeadline(Command, frozen=True, kw_only=True):
    """Remove a date the user named, by its name or its id."""

    name: str
    """The name or the id, as typed."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case without the date.

        Raises:
            Refused: when no such date was named, or several are called so.
        """
        deadlines = day.case.deadlines
        found = meant(
            self.name, deadlines, name=lambda d: d.name, identity=lambda d: d.id, least=ENOUGH
        )
        if not found:
            every = dict.fromkeys(d.name for d in deadlines)
            near = did_you_mean(self.name, every) or " named:"
            raise Refused(
                f"'{self.name}' is not one date you named;{near} {', '.join(every) or 'none'}. A"
                " date that a rule or a fact sets goes with what sets it."
            )
        if len(found) > 1:
            several = ", ".join(f"{d.name} ({long_date(d.on)}, {d.id})" for d in found)
            raise Refused(f"'{self.name}' names several dates: {several}.")
        return _removed(day, found[0], ids.stamp)


def _removed(day: CaseDay, record: Removable, stamp: str) -> Edit:
    case = day.case
    gone = msgspec.structs.replace(record, removed_at=stamp)
    left = msgspec.structs.replace(
        case,
        events=tuple(e for e in case.events if e.id != record.id),
        contacts=tuple(c for c in case.contacts if c.id != record.id),
        deadlines=tuple(d for d in case.deadlines if d.id != record.id),
        removed=(*case.removed, gone),
    )
    if isinstance(record, Event):
        keep_a_refusal(day, left)
    after = day.of(left)
    sentence = f"Removed {described(record, day.rules)}; its record is kept."
    return Edit(
        case=left,
        done=" ".join(filter(None, [sentence, _stage_note(day, after)])),
        effect=wait_note(day, after),
        on=day.today,
        record=record.id,
        warnings=odd_order(day, after)[:1],
        notes=("Undo brings it back.",),
    )


def described(record: Removable, rules: Rules) -> str:
    """Which record it is, in words: `the event Passport sent of Mon 2 Nov 2026`."""
    if isinstance(record, NamedDeadline):
        return f"the date {record.name}, {long_date(record.on)}"
    if isinstance(record, Contact):
        channel = rules.channel(record.channel)
        what = "contact" if record.direction is Direction.OUT else "reply"
        return f"the {what} {channel.name if channel else record.channel} of {long_date(record.on)}"
    kind = rules.kind(record.kind)
    return f"the event {kind.title if kind else record.kind} of {long_date(record.day)}"


def _stage_note(before: CaseDay, after: CaseDay) -> str:
    """What the stage becomes, where it changes."""
    old, new = before.standing.stage, after.standing.stage
    return f"The stage is now: {new.name}." if old.id != new.id else ""
