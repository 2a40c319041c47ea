"""Edits of the undated facts: of the case, and of the round that is kept with its refusal."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.events import check_event, odd_order
from g221_tui.core.edits.slip import move_slip
from g221_tui.core.fields.table import Field, case_fields, round_fields
from g221_tui.core.fields.values import apply, by_field, read_values, said
from g221_tui.core.model import Case, Event
from g221_tui.core.progress.stages import stand
from g221_tui.core.rulebook.policy import Rules
from g221_tui.errors import NotUnderstood, Refused


def fact_fields() -> tuple[Field, ...]:
    """Everything `set` takes."""
    return round_fields() + case_fields()


def set_facts(case: Case, texts: Mapping[str, str], rules: Rules, today: date) -> Edit:
    """Set facts of the case; an empty text clears.

    Raises:
        NotUnderstood: for an unknown field or an unreadable value.
        Refused: for a fact of the round before there is a refusal.
    """
    if not texts:
        raise NotUnderstood("Say what to set: FIELD=VALUE.")
    fields = {f.name: f for f in fact_fields()}
    texts = by_field(fields.values(), texts)
    of_round = {f.name for f in round_fields()}
    values = read_values(fields.values(), texts, rules, today)
    changes = []
    also: list[str] = []
    after = case
    for name in texts:
        field = fields[name]
        value = values[field.attr]
        if name in of_round:
            refusal = _refusal(after, rules, today)
            changes.append(said(field, getattr(refusal, field.attr), value, rules))
            corrected = apply(refusal, {field.attr: value})
            after, moved = move_slip(_with_event(after, corrected), refusal, corrected, today)
            also.append(moved)
        else:
            changes.append(said(field, getattr(after.facts, field.attr), value, rules))
            after = msgspec.structs.replace(after, facts=apply(after.facts, {field.attr: value}))
    for event in after.events:
        check_event(event, rules, today)
    note = wait_note(case, after, rules, today)
    return Edit(
        case=after,
        sentence=" ".join(filter(None, [f"Set {'; '.join(changes)}.", *also, note])),
        on=today,
        record=case.id,
        warnings=odd_order(case, after, rules, today),
        notes=(rules.slip_colours.note,) if texts.get("slip_colour") else (),
    )


def _refusal(case: Case, rules: Rules, today: date) -> Event:
    refusal = stand(case, rules, today).round.refusal
    if refusal is None:
        raise Refused("There is no refusal yet that this could belong to; record it first.")
    return refusal


def _with_event(case: Case, event: Event) -> Case:
    events = tuple(event if e.id == event.id else e for e in case.events)
    return msgspec.structs.replace(case, events=events)
