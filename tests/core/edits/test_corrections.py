"""A corrected record: the old value is told, the dates are checked, the rest stays."""

from datetime import date

import msgspec
import pytest

from core.edits.kit import applied, document, event, logged, named_date, refused_by, touched
from core.snapshot.kit import (
    RULES,
    TODAY,
    case,
    contact,
    day_of,
    day_of_step,
    flight,
    happened,
    paper,
    refused,
    so,
)
from g221_tui.core.edits.corrections import Correct, fields_of, fields_shown, shown_fields
from g221_tui.core.edits.finding import Correctable
from g221_tui.core.fields.table import field_text
from g221_tui.core.model import Case, NamedDeadline, PostFacts, Requester, YesNo
from g221_tui.errors import (
    ChangedSince,
    G221Error,
    NotUnderstood,
    Refused,
    UnknownRecord,
    UnreadField,
)

SENT, LATER = date(2026, 11, 2), date(2026, 11, 9)
ASKED = "c-consulate_email-2026-12-10"
WHOLE = case(
    refused(),
    happened("petition_returned", LATER),
    papers=[paper("Letter", sent=SENT), paper("Chart")],
    contacts=[contact("ceac", LATER), contact("consulate_email", date(2026, 12, 10))],
    deadlines=[flight(date(2027, 4, 11))],
)
ONLY_PAPERS = case(refused(), papers=[paper("Letter", sent=SENT), paper("Chart")])


def seen(found: Case, record: str) -> dict[str, str]:
    """The record as a form shows it."""
    return {f.name: field_text(value) for f, value in shown_fields(day_of(found), record)}


@pytest.mark.parametrize(
    ("record", "values", "said"),
    [
        (
            "e-petition_returned",
            {"on": "2026-11-16"},
            "Petition sent back, Mon 9 Nov 2026: Happened on: Mon 9 Nov 2026 → Mon 16 Nov 2026",
        ),
        ("d-Chart", {"route": "e-mail"}, "Chart: Route: nothing → e-mail"),
        ("d-Chart", {"by": "po"}, "Chart: Asked for by: the letter (221(g) slip) → the post"),
        (
            "c-ceac-2026-11-09",
            {"status": "Refused"},
            "CEAC, Mon 9 Nov 2026: Status words: nothing → Refused",
        ),
        ("x-1", {"name": "Flight home"}, "Flight: Name: Flight → Flight home"),
    ],
)
def test_a_correction_tells_the_old_value_and_the_new_and_touches_one_record(
    record: str, values: dict[str, str], said: str
) -> None:
    edit = applied(Correct(record=record, values=values), WHOLE)
    assert edit.done == f"Corrected {said}. The old value is kept."
    assert touched(WHOLE, edit.case) == {record}
    assert (edit.record, edit.on) == (record, TODAY)


def test_several_fields_are_corrected_in_one_edit_and_the_others_stay() -> None:
    values = {"submitted": "2026-11-09", "receiv": "2026-11-16", "note": "by courier, signed"}
    edit = applied(Correct(record="d-Ch", values=values), ONLY_PAPERS)
    assert document(edit.case, "d-Chart") == so(
        paper("Chart"),
        submitted_on=LATER,
        received_on=date(2026, 11, 16),
        note="by courier, signed",
    )
    assert edit.effect.startswith("The set is complete since Mon 9 Nov 2026: the wait starts")


def test_an_emptied_date_is_taken_back_and_the_wait_with_it() -> None:
    sent = case(refused(), papers=[paper("Letter", sent=SENT)])
    edit = applied(Correct(record="d-Letter", values={"submitted": ""}), sent)
    assert day_of_step(document(edit.case, "d-Letter"), "submitted_on") is None
    assert edit.effect.startswith("The set is not complete: the wait counts from Mon 26 Oct 2026")


@pytest.mark.parametrize(
    ("record", "values", "error", "why"),
    [
        ("d-Chart", {}, NotUnderstood, "FIELD=VALUE"),
        ("d-Chart", {"colour": "red"}, NotUnderstood, "known: name, by, task, reason"),
        (
            "d-Chart",
            {"re": "x"},
            NotUnderstood,
            "'re' may be reason, ready, received and 2 more; known: name",
        ),
        ("d-Chart", {"name": ""}, Refused, "A document needs a name."),
        ("d-Chart", {"name": "Letter"}, Refused, "'Letter' is on the list already."),
        ("d-Chart", {"submitted": "2026-12-13"}, Refused, "not come yet"),
        ("d-Chart", {"submitted": "2026-10-25"}, Refused, "asked for on Mon 26 Oct 2026"),
        ("d-Letter", {"asked": "2026-11-03"}, Refused, "submitted on Mon 2 Nov 2026"),
        ("e-1", {"kind": "note"}, Refused, "The case is about this refusal"),
        ("e-1", {"on": ""}, Refused, "needs the day it happened"),
        ("e-1", {"on": "2026-12-13"}, Refused, "not come yet"),
        ("e-1", {"kind": "note", "on": "2026-12-13"}, Refused, "not come yet"),
        (ASKED, {"on": "2026-12-13"}, Refused, "not come yet"),
        (ASKED, {"page_updated": "2026-12-11"}, Refused, "had not come yet"),
        ("x-1", {"name": " "}, Refused, "A deadline needs a name."),
        ("x-1", {"date": "2060-01-01"}, Refused, "so far ahead"),
        ("e-9", {"note": "x"}, UnknownRecord, "'e-9'"),
        ("c-", {"note": "x"}, UnknownRecord, "'c-'"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    record: str, values: dict[str, str], error: type[G221Error], why: str
) -> None:
    assert why in refused_by(error, Correct(record=record, values=values), WHOLE)


@pytest.mark.parametrize("text", ["05/02/2026", "2026", "soon"])
def test_an_unreadable_value_is_named_with_its_field_and_the_readable_one_is_not_set(
    text: str,
) -> None:
    command = Correct(record="d-Chart", values={"route": "e-mail", "submitted": text})
    said = refused_by(UnreadField, command, WHOLE)
    assert said.startswith("submitted: ")
    assert text in said


def test_a_field_typed_twice_by_two_starts_is_refused() -> None:
    command = Correct(record="d-Chart", values={"route": "a", "rou": "b"})
    assert "given twice" in refused_by(NotUnderstood, command, WHOLE)


def test_a_corrected_contact_is_judged_anew_on_its_own_day() -> None:
    before = case(refused(asked="no"), contacts=[contact("dos", date(2026, 12, 10))])
    record = "c-dos-2026-12-10"
    early = applied(Correct(record=record, values={"note": "called"}), before)
    assert (logged(early.case, record).when_logged, logged(early.case, record).early) == (
        "locked",
        True,
    )
    reply = applied(Correct(record=record, values={"direction": "in"}), early.case)
    assert (logged(reply.case, record).when_logged, logged(reply.case, record).early) == (
        "",
        False,
    )


def test_page_dates_that_look_mistyped_are_kept_with_a_word() -> None:
    values = {"page_created": "2026-11-05", "page_updated": "2026-11-03"}
    edit = applied(Correct(record="c-ceac-2026-11-09", values=values), WHOLE)
    assert logged(edit.case, "c-ceac-2026-11-09").page_updated == date(2026, 11, 3)
    assert len(edit.warnings) == 1
    assert "lies before its Case Created" in edit.warnings[0]


def test_a_date_takes_no_name_that_another_has() -> None:
    home = NamedDeadline(id="x-2", case="1", name="Home", on=LATER)
    both = case(refused(), deadlines=[flight(SENT), home])
    said = refused_by(Refused, Correct(record="x-2", values={"name": "Flight"}), both)
    assert said.startswith("'Flight' is another date's name already")
    moved = applied(Correct(record="x-2", values={"date": "2026-11-10"}), both)
    assert named_date(moved.case, "x-2").on == date(2026, 11, 10)


def test_an_event_that_is_now_out_of_order_is_corrected_and_told() -> None:
    edit = applied(Correct(record="e-petition_returned", values={"kind": "reinstated"}), WHOLE)
    assert event(edit.case, "e-petition_returned").kind == "reinstated"
    assert edit.warnings == (
        "Registration reinstated on Mon 9 Nov 2026 is out of the usual order;"
        " it is recorded as you said.",
    )


def test_a_record_is_corrected_only_where_it_is_as_it_was_shown() -> None:
    shown = seen(WHOLE, "d-Chart")
    command = Correct(record="d-Chart", values={"route": "e-mail"}, seen=shown)
    assert document(applied(command, WHOLE).case, "d-Chart").route == "e-mail"
    sent = so(paper("Chart"), submitted_on=LATER)
    since = msgspec.structs.replace(WHOLE, documents=(WHOLE.documents[0], sent))
    with pytest.raises(ChangedSince) as caught:
        applied(command, since)
    (found,) = caught.value.differences
    assert (found.label, found.before, found.now) == ("Submitted on", "", "2026-11-09")
    gone = msgspec.structs.replace(WHOLE, documents=(WHOLE.documents[0],))
    assert "taken away meanwhile" in refused_by(ChangedSince, command, gone)


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (refused(), "kind on learned due note visa_inside"),
        (paper("Chart"), "name by task reason asked ready submitted received returned waived"),
        (contact("dos", SENT), "channel on purpose direction note answer status"),
        (flight(SENT), "name date"),
    ],
)
def test_each_kind_of_record_has_its_fields(record: Correctable, names: str) -> None:
    assert " ".join(field.name for field in fields_of(record)).startswith(names)


@pytest.mark.parametrize(
    ("kind", "inside", "shown"),
    [
        ("note", YesNo.UNKNOWN, False),
        ("note", YesNo.NO, True),
        ("passport_returned", YesNo.UNKNOWN, True),
        ("of_a_later_version", YesNo.UNKNOWN, False),
    ],
)
def test_whether_the_visa_is_inside_is_shown_where_it_is_asked_or_was_answered(
    kind: str, inside: YesNo, shown: bool
) -> None:
    found = msgspec.structs.replace(happened(kind, SENT), visa_inside=inside)
    assert ("visa_inside" in {field.name for field in fields_shown(found, RULES)}) is shown


def test_an_extra_becomes_a_request_and_then_counts() -> None:
    extra = case(refused(asked="no"), papers=[paper("Photo", by=None)])
    edit = applied(Correct(record="d-Photo", values={"by": "post"}), extra)
    assert document(edit.case, "d-Photo").requested_by is Requester.POST
    assert day_of(edit.case).standing.papers.outstanding


def test_the_post_of_a_transfer_is_corrected_and_what_else_holds_there_stays() -> None:
    there = PostFacts(post="Londn", policy="state")
    moved = msgspec.structs.replace(happened("transferred", LATER), new_post=there)
    found = case(refused(), moved)
    assert seen(found, moved.id)["post"] == "Londn"
    edit = applied(Correct(record=moved.id, values={"post": "London"}), found)
    assert edit.case.events[-1].new_post == PostFacts(post="London", policy="state")
    assert "Post that has it now: Londn → London" in edit.done


def test_a_post_that_is_cleared_leaves_nothing_known_of_the_new_one() -> None:
    moved = msgspec.structs.replace(
        happened("transferred", LATER), new_post=PostFacts(post="London")
    )
    edit = applied(Correct(record=moved.id, values={"post": ""}), case(refused(), moved))
    assert edit.case.events[-1].new_post is None


def test_only_a_transfer_takes_a_post() -> None:
    said = refused_by(
        NotUnderstood, Correct(record="e-petition_returned", values={"post": "London"}), WHOLE
    )
    assert said == "'petition_returned' takes no post; only: transferred. Clear it: post=."
    assert "post" not in seen(WHOLE, "e-petition_returned")


@pytest.mark.parametrize(
    ("record", "values", "only"),
    [
        ("e-1", {"visa_inside": "yes"}, "takes no visa; only: passport_returned"),
        ("e-petition_returned", {"letter_deadline": "2027-01-05"}, "takes no papers; only: ref"),
        ("e-petition_returned", {"asked": "no"}, "takes no papers; only: refused_221g"),
    ],
)
def test_a_correction_takes_what_a_new_event_of_the_kind_takes_and_no_more(
    record: str, values: dict[str, str], only: str
) -> None:
    said = refused_by(NotUnderstood, Correct(record=record, values=values), WHOLE)
    assert only in said
    assert said.endswith(f"Clear it: {next(iter(values))}=.")
