"""Changes of the undated facts: of the case, and of the round that is kept with its refusal."""

from collections.abc import Iterable, Mapping

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.event_checks import check_event, odd_order
from g221_tui.core.edits.finding import must_be_as_seen
from g221_tui.core.edits.letter_day import move_slip
from g221_tui.core.fields.table import Field, case_fields, round_fields
from g221_tui.core.fields.values import by_field, read_values, said
from g221_tui.core.model import Case, Event
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.core.with_values import with_values
from g221_tui.errors import NotUnderstood, Refused

SECOND_NAME = "documents_asked"
"""Another name of the fact `asked`: no second fact."""

TELL_THE_POST = ("post", "visa", "case_number")
"""The facts that tell which post it is, and for which visa."""


def fact_fields() -> tuple[Field, ...]:
    """Everything `set` takes."""
    return round_fields() + case_fields()


def known_facts(day: CaseDay) -> list[tuple[Field, object]]:
    """Everything `set` takes, with its value; what belongs to the round only where there is one."""
    found: list[tuple[Field, object]] = []
    for field in fact_fields():
        owner = day.facts if hasattr(day.facts, field.attr) else _slip_of(day, field)
        if owner is not None and field.name != SECOND_NAME:
            found.append((field, getattr(owner, field.attr)))
    return found


class SetFacts(Command, frozen=True, kw_only=True):
    """Set facts of the case; an empty text clears."""

    values: Mapping[str, str]
    """The texts by the names of the facts."""
    seen: Mapping[str, str] | None = None
    """The facts as they were shown, by name; none where they were not."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the facts.

        Raises:
            ChangedSince: the facts are not as they were shown.
            NotUnderstood: for an unknown field or an unreadable value.
            Refused: for a fact of the round before there is a refusal.
        """
        if self.seen is not None:
            must_be_as_seen(self.seen, known_facts(day))
        if not self.values:
            raise NotUnderstood("Say what to set: FIELD=VALUE.")
        rules, today = day.rules, day.today
        fields = {f.name: f for f in fact_fields()}
        texts = by_field(fields.values(), self.values)
        of_round = {f.name for f in round_fields()}
        values = read_values(fields.values(), texts, rules, today)
        changes = []
        also: list[str] = []
        after = day
        for name in texts:
            field = fields[name]
            value = values[field.attr]
            if name in of_round:
                refusal = _refusal(after, field)
                changes.append(said(field, getattr(refusal, field.attr), value, rules))
                corrected = with_values(refusal, {field.attr: value})
                check_event(corrected, day)
                case, moved = move_slip(
                    _with_event(after.case, corrected), refusal, corrected, today
                )
                after = after.of(case)
                also.append(moved)
            else:
                changes.append(said(field, getattr(after.facts, field.attr), value, rules))
                after = after.of(after.with_facts({field.attr: value}))
        return Edit(
            case=after.case,
            done=" ".join(filter(None, [f"Set {'; '.join(changes)}.", *also])),
            effect=wait_note(day, after),
            on=today,
            record=day.case.id,
            warnings=odd_order(day, after)[:1],
            notes=(
                *((rules.slip_colours.note,) if texts.get("slip_colour") else ()),
                *_of_the_post(day, after, texts),
            ),
        )


def _of_the_post(before: CaseDay, after: CaseDay, given: Iterable[str]) -> tuple[str, ...]:
    """What is worth saying of the post, once it is named, or its own word followed."""
    now = post_practice(after)
    named = any(name in TELL_THE_POST for name in given)
    followed = any(practice.followed for practice in now.practices)
    if now.says == post_practice(before).says or not (named or followed):
        return ()
    return now.says


def _slip_of(day: CaseDay, field: Field) -> Event | None:
    """The slip that a fact of the round belongs to: its answers and its date to the latest one."""
    current = day.standing.round
    return current.refusal if field.attr == "on" else current.latest


def _refusal(day: CaseDay, field: Field) -> Event:
    refusal = _slip_of(day, field)
    if refusal is None:
        raise Refused("There is no refusal yet that this could belong to; record it first.")
    return refusal


def _with_event(case: Case, event: Event) -> Case:
    events = tuple(event if e.id == event.id else e for e in case.events)
    return msgspec.structs.replace(case, events=events)
