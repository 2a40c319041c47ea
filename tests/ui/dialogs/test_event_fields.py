"""The dialog of an event asks for what its kind takes, and for nothing else."""

from datetime import date

import pytest

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.model import PostFacts, YesNo
from g221_tui.ui.actions.action import Turn
from g221_tui.ui.actions.record import correct_record
from g221_tui.ui.actions.tools import ActionTools
from ui.conftest import DAY, Opener, Window

OF_KINDS = ("learned", "due", "asked", "documents", "inside", "post")
"""The fields that not every kind takes."""


def _correct(record: str) -> Turn:
    """Correct that record."""

    async def turn(run: ActionTools, subject: object) -> str | None:
        return await correct_record(run, record)

    return turn


def shown(w: Window) -> set[str]:
    """Those of them that are shown."""
    return {key for key in OF_KINDS if w.app.screen.query_one(f"#f-{key}").display}


@pytest.mark.parametrize(
    ("kind", "fields", "label"),
    [
        ("refused_221g", {"due", "asked", "documents"}, "Date on the letter"),
        ("passport_requested", {"due"}, "Send by"),
        ("interview_scheduled", {"due"}, "Appointment"),
        ("noir", {"learned", "due"}, "Answer due"),
        ("passport_returned", {"inside"}, "Is the visa in it"),
        ("transferred", {"post"}, "New post"),
        ("note", set(), "Date"),
    ],
)
async def test_a_kind_shows_the_fields_it_takes(
    kind: str, fields: set[str], label: str, window: Opener
) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        assert shown(w) == set()
        await w.fill(kind=kind)
        await w.until(lambda: shown(w) == fields, f"{fields}")
        await w.sees(label, "Save", "Cancel")


async def test_a_further_slip_is_recorded_with_what_it_asks_for(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.press(*"221", "enter")
        await w.fill(due="2027-09-01", asked="yes", documents="W-2\n\n Itinerary ")
        await w.press("ctrl+s")
        await w.closed()
        slip = w.case.events[-1]
        assert (slip.kind, slip.asked, slip.on) == ("refused_221g", YesNo.YES, DAY)
        assert (slip.due, slip.letter_deadline) == (None, date(2027, 9, 1))
        papers = [d for d in w.case.documents if d.name in ("W-2", "Itinerary")]
        assert [(d.requested_by, d.steps[0].on) for d in papers] == [("slip", DAY)] * 2


async def test_a_slip_that_asks_for_nothing_lists_nothing(window: Opener) -> None:
    async with window() as w:
        count = len(w.case.documents)
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="refused_221g", documents="W-2")
        await w.fill(asked="no")
        await w.until(lambda: "documents" not in shown(w), "no list")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].asked is YesNo.NO
        assert len(w.case.documents) == count


@pytest.mark.parametrize("answer", list(YesNo))
async def test_of_a_returned_passport_it_is_said_whether_the_visa_is_in_it(
    answer: YesNo, window: Opener
) -> None:
    async with window(case="3") as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="passport_returned")
        await w.sees("Is the visa in it", "I don't know yet")
        await w.fill(inside=answer.value)
        await w.press("ctrl+s")
        await w.closed()
        event = w.saved().cases[2].events[-1]
        assert (event.kind, event.visa_inside) == ("passport_returned", answer)


async def test_what_was_typed_for_another_kind_is_not_recorded(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="transferred", post="London")
        await w.fill(kind="note", note="called")
        await w.press("ctrl+s")
        await w.closed()
        assert (w.case.events[-1].kind, w.case.events[-1].new_post) == ("note", None)


async def test_the_post_of_a_transfer_is_recorded_and_corrected(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="transferred", post="Londn")
        await w.press("ctrl+s")
        await w.closed()
        event = w.case.events[-1]
        assert event.new_post == PostFacts(post="Londn")
        w.board.take_turn(_correct(event.id), None)
        await w.dialog("CorrectDialog")
        await w.sees("Post that has it now Londn")
        await w.fill(post="London")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].new_post == PostFacts(post="London")


async def test_an_event_of_another_kind_shows_no_new_post(window: Opener) -> None:
    async with window() as w:
        w.app.session.tracker.apply(AddEvent(kind="note", note="called"))
        w.board.session.load()
        w.board.take_turn(_correct(w.case.events[-1].id), None)
        await w.dialog("CorrectDialog")
        await w.sees("Correct: ", "called")
        assert not w.app.screen.query("#f-post")
