"""Correct a record; the old value stays in the history."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.contacts import check_page_dates, judge_contact, judged, odd_page_dates
from g221_tui.core.edits.documents.document_checks import (
    came_back,
    check_document,
    replace_document,
)
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.event_checks import (
    check_event,
    keep_a_refusal,
    must_take,
    odd_order,
    of_letter,
)
from g221_tui.core.edits.finding import (
    TAKEN_AWAY,
    Correctable,
    find_record,
    has_record,
    must_be_as_seen,
)
from g221_tui.core.edits.letter_day import move_slip
from g221_tui.core.fields.labels import ASKERS, record_name
from g221_tui.core.fields.table import (
    NEW_POST,
    Field,
    contact_fields,
    deadline_fields,
    document_fields,
    event_fields,
    value_of,
)
from g221_tui.core.fields.values import by_field, read_values, said
from g221_tui.core.followup.page_words import did_you_mean
from g221_tui.core.model import Case, Contact, Document, Event, NamedDeadline, PostFacts, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.step_changes import ASKER, OF_STEPS, corrected
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import DUE, PAPERS_ASKED, VISA
from g221_tui.core.rulebook.stage import NEW_POST as MOVES_TO
from g221_tui.core.text.lookup import comparable
from g221_tui.core.with_values import with_values
from g221_tui.errors import ChangedSince, NotUnderstood, Refused

FIELDS: Mapping[type[Correctable], Callable[[], tuple[Field, ...]]] = MappingProxyType(
    {
        Event: event_fields,
        Document: document_fields,
        Contact: contact_fields,
        NamedDeadline: deadline_fields,
    }
)
"""What may be corrected in each kind of record."""


def fields_of(record: Correctable) -> tuple[Field, ...]:
    """What may be corrected in a record."""
    return FIELDS[type(record)]()


def fields_shown(record: Correctable, rules: Rules) -> tuple[Field, ...]:
    """Those of them that a form shows: what an event of its kind is never asked stays out."""
    fields = fields_of(record)
    if not isinstance(record, Event):
        return fields
    kind = rules.kind(record.kind)
    of_slip = kind is not None and kind.takes(PAPERS_ASKED)
    idle = {"due"} if of_slip else {"asked", "letter_deadline"}
    if kind is None or not kind.takes(VISA):
        idle.add("visa_inside")
    if kind is None or not kind.takes(MOVES_TO):
        idle.add(NEW_POST)
    unset = {f.attr for f in fields if getattr(record, f.attr) in (None, "", YesNo.UNKNOWN)}
    return tuple(f for f in fields if f.attr not in idle & unset)


def shown_fields(day: CaseDay, record: str) -> list[tuple[Field, object]]:
    """The fields of a record that a form shows, with their values.

    Raises:
        NoRecord: there is no such record.
    """
    found = find_record(day.case, record)
    return [(field, value_of(found, field)) for field in fields_shown(found, day.rules)]


class Correct(Command, frozen=True, kw_only=True):
    """Change fields of a record; the old values stay in the history."""

    record: str
    """Its id, as typed."""
    values: Mapping[str, str]
    """The texts by the names of the fields."""
    seen: Mapping[str, str] | None = None
    """The record as it was shown, by name; none where it was not."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the record changed.

        Raises:
            ChangedSince: the record is not as it was shown, or is gone.
            NotUnderstood: for an unknown field or an unreadable value.
            Refused: when no such record is there, or the dates can't be.
        """
        if self.seen is not None:
            if not has_record(day.case, self.record):
                raise ChangedSince(TAKEN_AWAY)
            must_be_as_seen(self.seen, shown_fields(day, self.record))
        rules, today = day.rules, day.today
        record = find_record(day.case, self.record, rules)
        if not self.values:
            raise NotUnderstood("Say what to correct: FIELD=VALUE.")
        fields = {f.name: f for f in fields_of(record)}
        texts = by_field(fields.values(), self.values)
        values = read_values(fields.values(), texts, rules, today)
        changed = _changed(record, values)
        if isinstance(changed, Event):
            changed = of_letter(changed, rules)
            _must_take_what_is_new(changed, texts, rules)
        case = _with(day, changed)
        moved = ""
        if isinstance(record, Event) and isinstance(changed, Event):
            kind = rules.kind(changed.kind)
            if kind is not None and kind.opens_round:
                case, moved = move_slip(case, record, changed, today)
        words = [
            said(fields[n], value_of(record, fields[n]), values[fields[n].attr], rules)
            for n in texts
        ]
        odd: tuple[str, ...] = ()
        near: tuple[str, ...] = ()
        if isinstance(changed, Contact):
            odd = odd_page_dates(changed)
        if isinstance(changed, Contact) and texts.get("status"):
            near = tuple(filter(None, [did_you_mean(changed.status, changed.channel, rules)]))
        if isinstance(changed, Document) and "returned" in texts:
            odd += came_back(changed, today)
        after = day.of(case)
        sentence = (
            f"Corrected {record_name(record, rules)}: {'; '.join(words)}. The old value is kept."
        )
        return Edit(
            case=case,
            done=" ".join(filter(None, [sentence, moved])),
            effect=wait_note(day, after),
            on=today,
            record=record.id,
            warnings=odd_order(day, after)[:1] + odd,
            notes=near,
        )


def _must_take_what_is_new(event: Event, texts: Mapping[str, str], rules: Rules) -> None:
    """That its kind takes what it has by this correction.

    Raises:
        NotUnderstood: it does not; the message names the kinds that do.
    """
    kind = rules.kind(event.kind)
    if kind is None:
        return
    held = {
        "due": (DUE, event.due is not None),
        "visa_inside": (VISA, event.visa_inside is not YesNo.UNKNOWN),
        "asked": (PAPERS_ASKED, event.asked is not YesNo.UNKNOWN),
        "letter_deadline": (PAPERS_ASKED, event.letter_deadline is not None),
        "post": (MOVES_TO, event.new_post is not None),
    }
    for name, (takes, is_held) in held.items():
        given = name in texts or (name == "due" and "kind" in texts)
        if given and is_held:
            must_take(kind, takes, rules, f"Clear it: {name}=.")


def _changed(record: Correctable, values: Mapping[str, object]) -> Correctable:
    """The record with these values; a document's dates stand in its steps."""
    if isinstance(record, Event) and NEW_POST in values:
        values = {**values, NEW_POST: _named(record.new_post, str(values[NEW_POST]))}
    if not isinstance(record, Document):
        return with_values(record, values)
    asked = record.course().asked
    if values.get(ASKER, asked) is None and asked is not None and asked.by is not None:
        raise Refused(
            f"{record.name} was asked for again by {ASKERS[asked.by]}: nobody asked is said of the"
            " first request alone. An empty 'asked' takes that request away."
        )
    plain = {attr: value for attr, value in values.items() if attr not in OF_STEPS}
    if "task" in plain:
        plain["task"] = bool(plain["task"])
    return corrected(with_values(record, plain), values)


def _named(known: PostFacts | None, name: str) -> PostFacts | None:
    """What holds at the new post under that name; none where nothing is known of it."""
    found = msgspec.structs.replace(known or PostFacts(), post=name.strip())
    return found if found != PostFacts() else None


def _with(day: CaseDay, record: Correctable) -> Case:
    """The case with the record changed, its dates checked."""
    case = day.case
    if isinstance(record, Event):
        check_event(record, day)
        events = tuple(record if e.id == record.id else e for e in case.events)
        after = msgspec.structs.replace(case, events=events)
        keep_a_refusal(day, after)
        return after
    if isinstance(record, Document):
        _check_name(record, case)
        check_document(record, day.today)
        return replace_document(case, record)
    if isinstance(record, Contact):
        check_page_dates(record)
        return _with_contact(day, record)
    _check_date_name(record, case)
    deadlines = tuple(record if d.id == record.id else d for d in case.deadlines)
    return msgspec.structs.replace(case, deadlines=deadlines)


def _check_name(document: Document, case: Case) -> None:
    names = {comparable(d.name) for d in case.listed if d.id != document.id}
    same = next((d.name for d in case.listed if d.id == document.id), None)
    # A file may hold two of one name already: each can still be corrected, and named anew.
    if document.name != same and comparable(document.name) in names:
        raise Refused(f"'{document.name}' is on the list already.")


def _check_date_name(named: NamedDeadline, case: Case) -> None:
    if not named.name.strip():
        raise Refused("A deadline needs a name.")
    others = {d.id: d.name for d in case.deadlines}
    # A file may hold two of one name already: each can still be moved, and given a new name.
    if named.name != others.pop(named.id) and named.name in others.values():
        raise Refused(
            f"'{named.name}' is another date's name already; give this one a name of its own."
        )


def _with_contact(day: CaseDay, contact: Contact) -> Case:
    """The contact judged anew on its day, as if the others were there and it was not."""
    case = day.case
    others = tuple(c for c in case.contacts if c.id != contact.id)
    without = day.of(msgspec.structs.replace(case, contacts=others))
    fresh = judged(contact, judge_contact(without, contact))
    contacts = tuple(fresh if c.id == contact.id else c for c in case.contacts)
    return msgspec.structs.replace(case, contacts=contacts)
