"""From the next step to the dialog that records its answer, by mouse and by key."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from textual.widgets import Input

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.model import YesNo
from g221_tui.ui.widgets.fields.choice import Choice
from ui.conftest import DAY, Opener, Window

YESTERDAY = DAY - timedelta(days=1)


async def by_mouse(w: Window) -> None:
    """Click on the next step."""
    await w.pilot.click("#next", offset=(12, 0))


async def by_key(w: Window) -> None:
    """Open today's row."""
    w.board.timeline.focus()
    w.board.timeline.go_to("today")
    await w.press("enter")


def record(w: Window, *commands: Command) -> None:
    """Record these, and show what came of it."""
    for command in commands:
        w.app.session.tracker.apply(command)
    w.board.session.load()
    w.board.show()


def chosen(w: Window) -> str:
    """The kind that stands in the dialog."""
    return str(w.app.screen.query_one("#f-kind Choice", Choice).value)


@pytest.mark.parametrize("opened", [by_mouse, by_key], ids=["mouse", "key"])
@pytest.mark.parametrize(
    ("commands", "kind"),
    [
        ([LogContact(channel="ceac", status="Issued")], "visa_issued"),
        (
            [
                AddEvent(kind="passport_requested", on=YESTERDAY),
                AddEvent(kind="passport_sent", on=YESTERDAY),
                LogContact(channel="vfs_tracker", status="Ready for pick-up"),
            ],
            "passport_returned",
        ),
        ([AddEvent(kind="interview_scheduled", on=YESTERDAY, due=YESTERDAY)], ""),
        ([AddEvent(kind="passport_requested", due=DAY + timedelta(days=20))], "passport_sent"),
        (
            [
                AddEvent(kind="passport_requested", on=YESTERDAY),
                AddEvent(kind="passport_returned", visa_inside="no"),
            ],
            "",
        ),
    ],
    ids=["the page", "the tracker", "an appointment", "the passport", "its letter"],
)
async def test_e_on_the_sheet_opens_the_event_that_answers(
    commands: list[Command],
    kind: str,
    opened: Callable[[Window], Awaitable[None]],
    window: Opener,
) -> None:
    async with window() as w:
        record(w, *commands)
        await opened(w)
        await w.dialog("Sheet")
        await w.sees("Record it e")
        await w.press("e")
        await w.dialog("EventDialog")
        assert chosen(w) == kind


async def test_a_click_on_the_button_does_the_same(window: Opener) -> None:
    async with window() as w:
        record(w, LogContact(channel="ceac", status="Issued"))
        await by_mouse(w)
        await w.dialog("Sheet")
        await w.pilot.click("#answer")
        await w.dialog("EventDialog")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].kind == "visa_issued"


async def test_which_post_has_the_case_is_typed_in_place_of_the_former_one(window: Opener) -> None:
    async with window() as w:
        record(w, AddEvent(kind="transferred"))
        await w.sees("which post has it now")
        assert "g221 set" not in w.text
        await w.sees("f records it")
        await by_mouse(w)
        await w.dialog("Sheet")
        await w.press("e")
        await w.dialog("CorrectDialog")
        assert w.app.screen.query_one("#f-post Input", Input).has_focus
        await w.press(*"London", "ctrl+s")
        await w.closed()
        moved = w.case.events[-1].new_post
        assert moved is not None
        assert moved.post == "London"
        await w.sees("London says it answers")


async def test_what_was_in_the_passport_is_said_in_its_record(window: Opener) -> None:
    async with window() as w:
        record(w, AddEvent(kind="passport_returned"))
        await w.sees("is the visa in it?")
        await by_mouse(w)
        await w.dialog("Sheet")
        await w.press("e")
        await w.dialog("CorrectDialog")
        field = w.app.screen.query_one("#f-visa_inside Choice", Choice)
        assert field.has_focus
        field.value = "no"
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].visa_inside is YesNo.NO


async def test_where_nothing_is_to_be_recorded_the_sheet_offers_no_record(window: Opener) -> None:
    async with window() as w:
        await by_mouse(w)
        await w.dialog("Sheet")
        assert not w.app.screen.query("#answer")
        await w.press("e")
        await w.dialog("Sheet")


async def test_whether_the_letter_asks_for_papers_is_answered_in_the_facts(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        w.app.session.tracker.open_case(OpenCase(answers={"refused": "2026-12-01"}))
        w.board.session.load()
        w.board.show()
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.sees("Does your letter ask for documents?")
        await by_mouse(w)
        await w.dialog("Sheet")
        await w.sees("Record it e")
        await w.press("e")
        await w.dialog("CorrectDialog")
        assert w.app.screen.query_one("#f-asked").has_focus_within
        await w.fill(asked="yes")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("List what your letter asks for")
        await by_mouse(w)
        await w.dialog("Sheet")
        await w.press("e")
        await w.dialog("DocumentDialog")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_notice_names_the_key_of_its_answer(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size, case="4") as w:
        await w.sees("Your petitioner answers the notice", "e records it")
        await w.press("e")
        await w.dialog("EventDialog")
        assert chosen(w) == "response_sent"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_fact_that_is_missing_names_the_key_of_its_field(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, seed=False, demo=False) as w:
        answers = {"refused": "2026-02-01", "asked": "no"}
        w.app.session.tracker.open_case(OpenCase(answers=answers))
        w.board.session.load()
        w.board.show()
        await w.press("escape")
        await w.closed()
        await w.sees("f records it")
        await w.press("f")
        await w.dialog("CorrectDialog")
        assert w.app.screen.query_one("#f-us_link").has_focus_within
