"""The folded row with the mouse, the status page in its row, and the channel that is logged."""

from g221_tui.core.edits.contacts import LogContact
from ui.conftest import DAY, Opener


async def test_a_click_unfolds_and_it_is_remembered_for_the_next_case(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        lines = w.text.splitlines()
        at = next(i for i, line in enumerate(lines) if "▸ 6 further" in line)
        await w.pilot.click(offset=(lines[at].index("▸ 6 further") + 3, at))
        await w.sees("▾ 6 further", "CIS Ombudsman")
        await w.press("right_square_bracket", "0", "s")
        await w.dialog("Board")
        await w.sees("K-1 · Manila")
        await w.press("home", "enter")
        await w.closed()
        await w.sees("K-1 · Manila · MNL2025512034", "▾ 6 further", "CIS Ombudsman")


async def test_at_80x24_the_row_is_folded_below_the_six(window: Opener) -> None:
    async with window() as w:
        assert "▸ 6 further" in w.text
        assert "Representative" not in w.text
        await w.press("tab", "end", "enter")
        await w.sees("▾ 6 further", "Attorney ● open")


async def test_what_was_seen_is_told_verbatim_without_a_verdict(window: Opener) -> None:
    async with window(size=(120, 40), case="4") as w:
        w.app.session.tracker.apply(
            LogContact(channel="ceac", on=DAY, status="In Transit [x]"), case="4"
        )
        w.board.session.load()
        w.board.show()
        await w.press("end", "up")
        await w.sees("“In Transit [x]” · seen Sat 12 Dec 2026", "Since the last change: 0 days")
        await w.press("enter")
        await w.dialog("ChannelSheet")
        await w.sees(
            "The page, as you saw it last",
            "“In Transit [x]” · seen Sat 12 Dec 2026",
            "does not know these words",
        )


async def test_what_the_words_of_the_page_mean_is_said_once_they_are_logged(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", status="Refused")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Logged: CEAC", "Since 3 March 2020 the page says this")


async def test_an_unlock_in_the_timeline_is_logged_on_its_channel(window: Opener) -> None:
    async with window() as w:
        await w.press("shift+tab", "down", "down", "l")
        await w.dialog("LogDialog")
        await w.sees("Where Senator")


async def test_in_a_low_pane_the_first_of_them_comes_in_sight(window: Opener) -> None:
    async with window(size=(60, 24), case="4") as w:
        await w.press("end", "enter")
        await w.sees("▾ 6 further", "Representative")


async def test_how_many_rows_are_out_of_sight_is_told_anew_when_the_pane_shrinks(
    window: Opener,
) -> None:
    async with window(size=(60, 24), case="4") as w:
        papers = w.board.documents
        await w.press("shift+tab")
        await w.pilot.pause()
        before = str(papers.border_title)
        await w.press("tab")
        await w.pilot.pause()
        assert papers.scrollable_content_region.height < len(papers.rows)
        assert "↓" in str(papers.border_title)
        assert str(papers.border_title) != before
