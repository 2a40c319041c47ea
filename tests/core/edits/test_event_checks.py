"""What happened, and the dates the user names: recorded, moved, refused."""

from datetime import date

import msgspec
import pytest

from core.edits.kit import applied
from core.life import LATER, Life
from core.snapshot.kit import case, paper, refused
from core.steps import REFUSED, event, opened, warnings_of_order
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.event_checks import check_event
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.model import Event, NamedDeadline
from g221_tui.core.steps import Requester
from g221_tui.errors import Refused


def test_a_notice_may_be_due_on_its_own_day_and_not_before_it(life: Life) -> None:
    opened(life, "--petition", "yes")
    words = ("event", "add", "noir", "--on", "2026-06-01", "--due")
    life(*words, "2026-06-01", today=LATER)
    assert "can't be answered by" in life(*words, "2026-05-31", today=LATER, code=1).err


def test_a_notice_is_not_learned_of_on_a_day_to_come(life: Life) -> None:
    opened(life)
    day = life.day("2026-06-01")
    for on, learned in ((date(2026, 6, 1), date(2026, 6, 2)), (None, date(2026, 6, 2))):
        notice = Event(id="e-9", case="1", kind="noir", on=on, learned=learned)
        with pytest.raises(Refused, match="has not come yet"):
            check_event(notice, day)
        check_event(notice, life.day("2026-06-02"))


def test_whether_the_visa_is_inside_is_asked_for_the_day_the_passport_came(life: Life) -> None:
    opened(life)
    event(life, "passport_sent", "2026-03-02")
    event(life, "visa_issued", "2026-03-20")
    assert "taken to hold the visa" in event(life, "passport_returned", "2026-03-10").err


def test_only_what_an_edit_put_out_of_order_is_named(life: Life) -> None:
    opened(life)
    assert warnings_of_order(event(life, "reinstated", "2026-03-02")) == 1
    assert warnings_of_order(event(life, "note", "2026-03-03")) == 0
    assert warnings_of_order(event(life, "reinstated", "2026-03-04")) == 1


def test_a_date_named_again_is_moved_and_one_that_stays_is_refused(life: Life) -> None:
    opened(life)
    life("deadline", "add", "Lease", "2027-01-31", today=LATER)
    assert (
        "noted for Sun 31 Jan 2027 already"
        in life("deadline", "add", "Lease", "2027-01-31", today=LATER, code=1).err
    )
    said = life("deadline", "add", "Lease", "2027-01-30", today=LATER)
    assert "(it was Sun 31 Jan 2027)" in said.err
    assert [d.on for d in life.case.deadlines] == [date(2027, 1, 30)]


def test_the_only_refusal_stays_and_one_of_two_may_go(life: Life) -> None:
    opened(life)
    first = life.case.events[0].id
    assert "has no other" in life("event", "remove", first, code=1).err
    event(life, "refused_221g", "2026-02-02")
    life("event", "remove", first)
    assert [e.on for e in life.case.events] == [date(2026, 2, 2)]


def test_an_interview_may_be_held_on_the_day_of_the_refusal_and_not_after_it(life: Life) -> None:
    life("new", "--refused", REFUSED, "--interview", REFUSED)
    said = life("new", "--refused", REFUSED, "--interview", "2026-01-06", code=1)
    assert "can't lie after the refusal" in said.err


def test_what_is_removed_leaves_the_case_and_stays_in_the_file(life: Life) -> None:
    opened(life)
    contact = life("log", "ceac", today=LATER).record
    note = event(life, "note", "2026-02-02").record
    life("event", "remove", note, today=LATER)
    life("contacts", "remove", contact, today=LATER)
    life("deadline", "add", "Lease", "2027-01-31", today=LATER)
    life("deadline", "remove", "Lease", today=LATER)
    assert (len(life.case.events), life.case.contacts, life.case.deadlines) == (1, (), ())
    assert [type(gone).__name__ for gone in life.case.removed] == [
        "Event",
        "Contact",
        "NamedDeadline",
    ]
    assert all(gone.removed_at for gone in life.case.removed)
    assert "was removed; undo brings it back" in life("correct", note, "note=x", code=1).err


def test_a_record_of_another_kind_than_was_meant_is_not_removed(life: Life) -> None:
    opened(life)
    contact = life("log", "ceac", today=LATER).record
    said = life("event", "remove", contact, code=1)
    assert "is the id of another kind of record: contact, not event" in said.err
    assert len(life.case.contacts) == 1


def test_of_two_dates_of_one_name_none_is_removed_by_the_name(life: Life) -> None:
    opened(life)
    both = tuple(
        NamedDeadline(id=f"x-{n}", case=life.case.id, name="Lease", on=date(2027, n, 1))
        for n in (1, 2)
    )
    life.put(msgspec.structs.replace(life.case, deadlines=both))
    said = life("deadline", "remove", "Lease", code=1)
    assert "names several dates: Lease (Fri 1 Jan 2027, x-1), Lease (Mon 1 Feb" in said.err
    life("deadline", "remove", "x-1")
    assert [d.id for d in life.case.deadlines] == ["x-2"]


def test_an_answer_that_nothing_was_asked_beside_what_is_listed_is_told_once() -> None:
    listed = case(refused(), papers=[paper("Chart"), paper("Letter", by=Requester.POST)])
    (line,) = applied(SetFacts(values={"documents_asked": "no"}), listed).warnings
    assert line == (
        "The letter of Mon 26 Oct 2026 is recorded as asking for nothing; on the list it asks for"
        " Chart, and what is listed counts."
    )
    said_no = applied(SetFacts(values={"documents_asked": "no"}), listed).case
    assert applied(SetFacts(values={"title": "Mine"}), said_no).warnings == ()
    assert applied(SetFacts(values={"documents_asked": "yes"}), listed).warnings == ()


def test_a_later_slip_that_asks_for_nothing_says_nothing_of_an_earlier_one_s_papers() -> None:
    listed = case(refused(), papers=[paper("Chart")])
    assert applied(AddEvent(kind="refused_221g", asked="no"), listed).warnings == ()
    by_post = case(refused(), papers=[paper("Chart", by=Requester.POST)])
    assert applied(SetFacts(values={"documents_asked": "no"}), by_post).warnings == ()
