"""Reviewing the case: what stands there at once, and moving about."""

from datetime import date

import pytest

from ui.conftest import Opener


async def test_the_first_screen_answers_the_four_questions(window: Opener) -> None:
    async with window() as w:
        screen = w.text
    assert "H-1B · Mumbai · 2026299 345 0001" in screen
    assert "Day 47 of 60" in screen
    assert "if complete 25 Dec" in screen
    assert "Flight 11 Apr" in screen
    assert "NEXT Send Org chart, the last requested document." in screen
    assert "□ Org chart     owed" in screen
    assert "Documents 4/5" in screen
    for row in (
        "VFS tracker ● open",
        "Call post   ○ 13d",
        "E-mail      ○ 13d",
        "State Dept  ○ 13d",
        "Senator     ○ 14d",
        "CEAC        ● open 7d",
        "▶ 12 Dec today, day 47",
        "◇ 25 Dec if complete: aski…",
        "! 25 Oct Papers: limit",
    ):
        assert row in screen
    assert "DUE  Flight Sun 11 Apr, in 120 days" in screen
    assert "Refused" not in screen.replace("CEAC Refused", "")


async def test_after_the_wait_the_header_says_since_when_asking_is_open(window: Opener) -> None:
    async with window(case="2") as w:
        # E-mail was used and may be again since its rest is over.
        assert "Day 95 · asking open again" in w.text
        assert "State Dept  ◐ 15d" in w.text
    async with window(case="2", day=date(2026, 11, 7)) as w:
        assert "Day 60 · asking open\n" in w.text  # beside the sign of the demo there is no room
    async with window(case="2", day=date(2026, 11, 7), demo=False) as w:
        assert "Day 60 · asking open since day 60" in w.text


async def test_a_wide_window_names_the_day_on_which_a_resting_channel_opens(
    window: Opener,
) -> None:
    async with window(size=(120, 40), case="2") as w:
        assert "State Dept   ◐ 15d   Sun 27 Dec" in w.text
        assert "VFS tracker  – none" in w.text


async def test_keys_change_the_pane(window: Opener) -> None:
    async with window() as w:
        panes = []
        for key in ("", "tab", "tab", "shift+tab", "shift+tab", "left", "right", "right"):
            await w.press(*filter(None, [key]))
            assert w.board.focused is not None
            panes.append(w.board.focused.id)
    assert panes == [
        *("documents", "channels", "timeline", "channels", "documents"),
        *("timeline", "documents", "channels"),
    ]


async def test_arrows_and_letters_move_the_cursor(window: Opener) -> None:
    async with window() as w:
        papers = w.board.documents
        assert papers.highlighted == 2
        await w.press("down", "j", "k", "up", "up")
        assert papers.highlighted == 1
        await w.press("end")
        assert papers.highlighted == 4
        await w.press("home")
        assert papers.highlighted == 0


async def test_a_click_on_a_row_opens_it_and_never_ticks(window: Opener) -> None:
    async with window() as w:
        await w.pilot.click(w.board.documents, offset=(5, 3))
        await w.dialog("Sheet")
        await w.sees("Org chart", "asked for by the letter")
        await w.press("escape")
        await w.closed()
        assert w.document("Org chart") is None


async def test_the_footer_can_be_clicked(window: Opener) -> None:
    async with window() as w:
        at = w.text.splitlines()[-1].index("? help")
        await w.pilot.click(offset=(at, 23))
        await w.dialog("Help")
        await w.sees("Move in a pane")


async def test_the_help_names_keys_signs_and_that_it_is_no_advice(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("question_mark")
        await w.sees("Mark the document as submitted today", "Locked: the wait is not over")
        assert w.text.count("Not legal advice") == 1
        await w.press("escape")
        await w.closed()


async def test_q_quits(window: Opener) -> None:
    async with window() as w:
        await w.press("q")
        assert not w.app.is_running or w.app.return_code == 0


async def test_the_palette_has_the_actions(window: Opener) -> None:
    async with window() as w:
        await w.press("ctrl+p", *"facts", "enter")
        await w.dialog("CorrectDialog")
        await w.sees("Facts of the case")


async def test_a_cursor_key_repaints_one_pane(window: Opener) -> None:
    async with window() as w:
        drawn: list[str] = []
        for pane in (w.board.timeline, w.board.channels):
            was = pane.render_line

            def spy(y: int, name: str = pane.id or "", was: object = was) -> object:
                drawn.append(name)
                assert callable(was)
                return was(y)

            pane.render_line = spy  # type: ignore[method-assign,assignment]
        await w.press("down", "up")
        assert drawn == []


@pytest.mark.promise(19)
async def test_below_the_smallest_size_one_line_says_so_and_q_still_quits(window: Opener) -> None:
    async with window(size=(39, 11)) as w:
        assert "g221 needs 40 columns" in w.text
        assert "Timeline" not in w.text
        await w.press("q")
        assert w.app.return_code == 0


@pytest.mark.promise(19)
async def test_a_resize_storm_is_weathered(window: Opener) -> None:
    async with window() as w:
        for size in ((120, 40), (40, 12), (20, 5), (70, 19), (200, 60), (80, 24)):
            await w.pilot.resize_terminal(*size)
            await w.pilot.pause()
        assert "Day 47 of 60" in w.text
        assert "▶ 12 Dec today, day 47" in w.text
