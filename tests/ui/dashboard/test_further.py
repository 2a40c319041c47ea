"""The further ways to follow up: folded under a row of their own."""

from ui.conftest import Opener

NAMES = ("Representative", "NVC inquiry", "USCIS case status", "LegalNet", "CIS Ombudsman")


async def test_enter_unfolds_the_further_ways_and_folds_them_again(window: Opener) -> None:
    async with window(size=(120, 40), case="4") as w:
        await w.sees("▸ 6 further, 2 open")
        assert not any(name in w.text for name in NAMES)
        await w.press("end", "enter")
        await w.sees("▾ 6 further, 2 open", *NAMES)
        await w.press("enter")
        await w.sees("▸ 6 further, 2 open")
        assert not {row.id for row in w.board.channels.rows} & {"representative", "legalnet"}


async def test_a_further_way_has_a_sheet_like_the_others(window: Opener) -> None:
    async with window(size=(120, 40), case="4") as w:
        await w.press("end", "enter", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Representative", "● open", "Why", "Source", "Log it l")
        await w.press("escape")
        await w.closed()
        await w.sees("▾ 6 further")


async def test_l_logs_the_further_way_under_the_cursor(window: Opener) -> None:
    async with window(size=(120, 40), case="4") as w:
        await w.press("end", "enter", "down", "l")
        await w.dialog("LogDialog")
        await w.sees("Where Representative")
        await w.fill(note="Asked their office to ask USCIS")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Logged: Representative")
        contact = w.saved().cases[3].contacts[-1]
        assert contact.channel == "representative"
        assert contact.note == "Asked their office to ask USCIS"
