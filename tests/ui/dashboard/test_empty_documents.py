"""The pane of the papers without a paper: which keys answer its question."""

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.ui.keyboard.keymap import Keymap
from g221_tui.ui.widgets.detail import Detail
from ui.conftest import DAY, Opener, Window


async def unknown(w: Window) -> None:
    """A case of which it is not known whether its letter asks for anything."""
    await w.dialog("NewCase")
    w.app.session.tracker.open_case(OpenCase(answers={"refused": "2026-12-01"}))
    w.board.session.load()
    w.board.show()
    await w.press("escape")
    await w.closed()


async def test_the_key_that_is_named_leads_to_the_question(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await unknown(w)
        await w.press("2")
        await w.sees("or say no with f.")
        await w.press("f")
        await w.dialog("CorrectDialog")
        await w.until(lambda: w.app.screen.query("#f-asked"), "the question")
        assert w.app.screen.query_one("#f-asked").has_focus_within


async def test_it_does_so_too_while_another_step_comes_first(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await unknown(w)
        w.app.session.tracker.apply(AddDeadline(name="Flight", on=DAY))
        w.board.session.load()
        w.board.show()
        await w.sees("NEXT Flight")
        await w.press("f")
        await w.dialog("CorrectDialog")
        await w.until(lambda: w.app.screen.query("#f-asked"), "the question")
        assert w.app.screen.query_one("#f-asked").has_focus_within


async def test_a_key_of_the_users_own_is_named_in_its_place(window: Opener) -> None:
    keymap = Keymap({"facts": "v", "add": "ctrl+a", "deadline": "z"})
    async with window(size=(120, 40), seed=False, demo=False, keymap=keymap) as w:
        await unknown(w)
        await w.press("2")
        [said] = w.board.query_one(Detail).text
        assert said.endswith("List each one with ctrl+a, or say no with v.")
        await w.sees("or say no with v.")
        w.app.session.tracker.apply(AddEvent(kind="visa_issued", on=DAY))
        w.board.session.load()
        w.board.show()
        await w.sees("No date that must not be missed. z names one.")
