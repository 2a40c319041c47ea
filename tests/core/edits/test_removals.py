"""A record that should not be there leaves the case and stays in the file."""

from datetime import date

import msgspec
import pytest

from core.edits.kit import STAMP, applied, every_record, refused_by, touched
from core.snapshot.kit import RULES, TODAY, case, contact, flight, happened, paper, refused
from g221_tui.core.edits.corrections import shown_fields
from g221_tui.core.edits.removals import RemoveRecord, described
from g221_tui.core.fields.table import field_text
from g221_tui.core.model import Contact, Direction, Event, NamedDeadline, Removable
from g221_tui.core.progress.case_day import case_day
from g221_tui.errors import ChangedSince, NoRecord, Refused, UnknownRecord

SENT, LATER = date(2026, 11, 2), date(2026, 11, 9)
WHOLE = case(
    refused(asked="no"),
    happened("passport_sent", SENT),
    papers=[paper("Letter")],
    contacts=[contact("dos", LATER)],
    deadlines=[flight(date(2027, 4, 11))],
)
CONTACT = "c-dos-2026-11-09"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("e-passport_sent", "the event Passport sent of Mon 2 Nov 2026"),
        (CONTACT, "the contact State Dept of Mon 9 Nov 2026"),
        ("x-1", "the date Flight, Sun 11 Apr 2027"),
    ],
)
def test_a_removed_record_is_marked_with_the_moment_and_told_in_words(
    record: str, words: str
) -> None:
    edit = applied(RemoveRecord(record=record), WHOLE)
    assert touched(WHOLE, edit.case) == {record}
    assert edit.case.removed == (
        msgspec.structs.replace(every_record(WHOLE)[record], removed_at=STAMP),
    )
    assert edit.done.startswith(f"Removed {words}; its record is kept.")
    assert (edit.record, edit.on, edit.notes) == (record, TODAY, ("Undo brings it back.",))


def test_a_removed_document_stays_on_the_case_off_its_list() -> None:
    edit = applied(RemoveRecord(record="d-Letter"), WHOLE)
    assert (edit.case.listed, edit.case.removed) == ((), ())
    assert edit.case.documents[0].removed_at == STAMP
    assert edit.done == "Took Letter off the list; its record is kept."


def test_the_stage_that_an_event_gave_goes_with_it_and_is_said() -> None:
    without_papers = msgspec.structs.replace(WHOLE, documents=())
    edit = applied(RemoveRecord(record="e-passport_sent"), without_papers)
    assert edit.done.endswith("The stage is now: Administrative processing.")
    assert "The stage" not in applied(RemoveRecord(record=CONTACT), WHOLE).done


def test_a_removed_event_gives_the_wait_its_former_start() -> None:
    back = case(
        refused(asked="no"), happened("petition_returned", SENT), happened("reaffirmed", LATER)
    )
    edit = applied(RemoveRecord(record="e-reaffirmed"), back)
    assert edit.effect.startswith("The wait now counts from Mon 26 Oct 2026")


def test_what_the_removal_leaves_out_of_order_is_told() -> None:
    road = case(
        refused(asked="no"),
        happened("registration_terminated", SENT),
        happened("reinstated", LATER),
    )
    (said,) = applied(RemoveRecord(record="e-registration_terminated"), road).warnings
    assert said.startswith("Registration reinstated on Mon 9 Nov 2026 is out of the usual order")


@pytest.mark.parametrize("kind", ["event", "document", "contact", "named date"])
def test_an_id_of_another_kind_of_record_is_refused_with_both_kinds(kind: str) -> None:
    whose = {"event": "x-1", "document": "x-1", "contact": "d-Letter", "named date": "d-Letter"}
    said = refused_by(Refused, RemoveRecord(record=whose[kind], kind=kind), WHOLE)
    assert said.startswith(f"{whose[kind]} is the id of another kind of record")
    assert f"not {kind}." in said


@pytest.mark.parametrize(
    ("record", "kind"),
    [("e-pass", "event"), ("d-L", "document"), ("c-d", "contact"), ("x-1", "named date")],
)
def test_a_start_of_the_id_does_where_only_one_begins_so(record: str, kind: str) -> None:
    assert applied(RemoveRecord(record=record, kind=kind), WHOLE).record.startswith(record)


def test_the_only_refusal_stays_and_a_second_one_may_go() -> None:
    said = refused_by(Refused, RemoveRecord(record="e-1"), WHOLE)
    assert "'correct e-1 on=DATE'" in said
    again = Event(id="e-2", case="1", kind="refused_221g", on=LATER)
    twice = msgspec.structs.replace(WHOLE, events=(*WHOLE.events, again))
    assert applied(RemoveRecord(record="e-1"), twice).case.events[-1] == again


def test_an_unknown_id_and_one_that_was_removed_are_told_apart() -> None:
    assert "'e-9'" in refused_by(UnknownRecord, RemoveRecord(record="e-9"), WHOLE)
    gone = applied(RemoveRecord(record=CONTACT), WHOLE).case
    said = refused_by(NoRecord, RemoveRecord(record=CONTACT), gone)
    assert said == f"{CONTACT} was removed; undo brings it back."


def test_a_record_that_is_no_longer_as_it_was_shown_stays() -> None:
    shown = shown_fields(case_day(WHOLE, RULES, TODAY), CONTACT)
    seen = {field.name: field_text(value) for field, value in shown}
    assert applied(RemoveRecord(record=CONTACT, seen=seen), WHOLE).case.contacts == ()
    command = RemoveRecord(record=CONTACT, seen={**seen, "answer": "pending"})
    assert "Answer" in refused_by(ChangedSince, command, WHOLE)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Event(id="e", case="1", kind="noir", learned=SENT), "the event Notice of intent"),
        (Event(id="e", case="1", kind="of_later", on=SENT), "the event of_later of Mon 2 Nov"),
        (
            Contact(id="c", case="1", channel="dos", on=SENT, direction=Direction.IN),
            "the reply State Dept of Mon 2 Nov 2026",
        ),
        (Contact(id="c", case="1", channel="gone", on=SENT), "the contact gone of Mon 2 Nov 2026"),
        (NamedDeadline(id="x", case="1", name="[Flight]", on=SENT), "the date [Flight], Mon 2 Nov"),
    ],
)
def test_a_record_is_called_by_what_it_is_and_its_day(record: Removable, words: str) -> None:
    assert described(record, RULES).startswith(words)
