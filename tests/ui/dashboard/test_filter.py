"""`/` shows only the rows that hold some words."""

import sys
from types import FrameType

import pytest
from textual.widgets import Input

from g221_tui.ui.widgets.find import Find
from g221_tui.ui.widgets.panes.pane import Pane
from ui.conftest import Opener, Window


def rows(w: Window) -> dict[str, list[str]]:
    """The rows of each pane as they are drawn."""
    panes = (w.board.timeline, w.board.documents, w.board.channels)
    return {str(pane.id): [row.content.plain.strip() for row in pane.rows] for pane in panes}


async def test_words_typed_after_the_slash_leave_only_the_rows_that_hold_them(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        before = rows(w)
        await w.press("slash", *"org CHART")
        await w.sees("FIND", "Org chart")
        found = rows(w)
        assert [row.split("  ")[0] for row in found["documents"]] == ["□ Org chart"]
        assert any("today" in row for row in found["timeline"])
        await w.sees("None of the 7 rows here")
        await w.press("enter")
        assert w.board.pane is not None
        await w.press("escape")
        assert rows(w) == before


async def test_the_filter_looks_into_notes_that_no_row_shows(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="consulate_email", purpose="documents")
        await w.fill(note="Looked\nafter the Zugspitze trip", answer="of Émile")
        await w.press("ctrl+s")
        await w.closed()
        for words in ("zugspitze", "émile LOOKED"):
            await w.press("slash", *words)
            await w.until(lambda: len(w.board.timeline.rows) == 2, words)
            await w.press("escape")


async def test_the_words_stay_while_rows_are_opened_and_go_with_escape(window: Opener) -> None:
    async with window() as w:
        await w.press("slash", *"client", "enter")
        pane = w.board.documents
        assert w.board.pane is pane
        await w.press("enter")
        await w.dialog("Sheet")
        await w.press("escape")
        await w.closed()
        assert len(pane.rows) == 1
        await w.press("slash", "x", "y", "z", "down")
        assert w.board.pane is not None
        await w.sees("None of the")
        await w.press("escape")
        assert len(pane.rows) == 5


@pytest.mark.parametrize("words", ["zz", "client", ""])
async def test_escape_goes_back_to_the_pane_and_the_row_from_before(
    window: Opener, words: str
) -> None:
    async with window() as w:
        for pane in (w.board.channels, w.board.documents, w.board.timeline):
            w.board.set_focus(pane)
            await w.press("home", "down", "down")
            before = [p.row and p.row.id for p in w.board.query(Pane)]
            await w.press("slash", *words, "escape")
            assert w.board.pane is pane
            assert [p.row and p.row.id for p in w.board.query(Pane)] == before
            await w.press("slash", *words, "enter", "escape")
            assert w.board.pane is pane


async def test_who_went_on_from_what_was_found_stays_there(window: Opener) -> None:
    async with window() as w:
        await w.press("slash", *"letter", "enter", "tab")
        assert w.board.focused is w.board.channels
        await w.press("escape")
        assert w.board.focused is w.board.channels
        w.board.set_focus(w.board.documents)
        await w.press("home", "slash", *"e", "enter", "end")
        row = w.board.documents.row
        await w.press("escape")
        assert w.board.pane is w.board.documents
        assert row is not None
        assert w.board.documents.row is not None
        assert w.board.documents.row.id == row.id


async def test_words_changed_in_another_pane_lead_back_to_it(window: Opener) -> None:
    async with window() as w:
        await w.press("slash", *"e", "enter", "tab")
        pane = w.board.pane
        assert pane is w.board.channels
        await w.press("slash", "a", "enter")
        assert w.board.pane is pane
        await w.press("escape")
        assert w.board.pane is pane


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_an_empty_filter_goes_by_itself(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size) as w:
        before = rows(w)
        await w.press("slash")
        await w.sees("FIND", "esc ends")
        await w.press("enter")
        assert "FIND" not in w.text
        assert rows(w) == before


async def test_what_is_typed_is_text(window: Opener) -> None:
    async with window() as w:
        await w.press("slash", *"[/]$(", "enter")
        await w.sees("None of the", "[/]$(")
        await w.press("escape", "q")


async def test_a_filter_that_is_opened_and_left_empty_moves_no_cursor(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        channels = w.board.channels
        channels.focus()
        await w.press("home", "down", "slash", "e", "escape")
        await w.press("end")
        last = channels.highlighted
        await w.press("slash", "escape")
        assert channels.highlighted == last


async def test_letters_of_a_filter_draw_no_row_of_the_panes_anew(window: Opener) -> None:
    seen: list[str] = []

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name in ("folded", "notes_of", "searched", "left"):
            seen.append(frame.f_code.co_name)

    async with window() as w:
        sys.setprofile(count)
        try:
            await w.press("slash")
            before = list(seen)
            await w.press("l", "e", "escape")
        finally:
            sys.setprofile(None)
    assert "searched" in before, "the texts lie ready before the first letter"
    assert seen.count("searched") == before.count("searched")
    assert "left" in seen[len(before) :]
    assert seen.count("notes_of") == 1
    assert "folded" not in seen, "the timeline is as it was"


@pytest.mark.parametrize(
    ("first", "then"),
    [("l", "le"), ("le", "l"), ("e", "e\u0301"), ("a b", "a bc"), ("ab", "a b"), (" ", " e")],
)
async def test_words_typed_on_find_what_they_find_when_typed_at_once(
    window: Opener, first: str, then: str
) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("slash")
        line = w.board.query_one(Find).query_one(Input)
        line.value = then
        await w.pilot.pause()
        at_once = [[row.id for row in pane.rows] for pane in w.board.panes]
        line.value = ""
        await w.pilot.pause()
        everything = [[row.id for row in pane.rows] for pane in w.board.panes]
        for words in (first, then):
            line.value = words
            await w.pilot.pause()
        assert [[row.id for row in pane.rows] for pane in w.board.panes] == at_once
        await w.press("escape")
        assert [[row.id for row in pane.rows] for pane in w.board.panes] == everything


async def test_a_note_that_is_written_while_a_filter_holds_is_found(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("slash", *"pelican", "enter")
        await w.sees("None of the")
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="consulate_email", purpose="documents", note="A pelican answered")
        await w.press("ctrl+s")
        await w.closed()
        await w.until(lambda: len(w.board.timeline.rows) == 2, "the row of the contact")
