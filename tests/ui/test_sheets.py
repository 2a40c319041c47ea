"""Opening a row: why it is so, in words, with whose rule it is."""

from ui.conftest import Opener


async def test_why_a_channel_is_locked(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees(
            "Call post",
            "○ locked until Fri 25 Dec 2026, 13 days",
            "Opens Fri 25 Dec 2026, in 13 days.",
            "at least 60 days (the guide, about 2019)",
            "Counting from Mon 26 Oct 2026, the day of the refusal.",
            "Have at hand",
            "Is anything still needed from me?",
            "What the answers mean",
            "Source",
        )
        await w.press("escape")
        await w.closed()


async def test_a_channel_shows_its_past_contacts_and_leads_on_to_logging(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("tab", "home", "down", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Past contacts", "Sun 1 Nov 2026 · they answered: Client letter received")
        await w.press("l")
        await w.dialog("LogDialog")
        await w.sees("Channel E-mail")


async def test_a_rule_row_explains_itself(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "end", "enter")
        await w.dialog("Sheet")
        await w.sees("Papers: limit", "one calendar year from the refusal", "22 CFR 42.83")
        await w.press("escape")
        await w.closed()


async def test_merged_unlocks_explain_each_channel(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "down", "enter")
        await w.dialog("Sheet")
        await w.sees("Asking opens", "Call post", "E-mail", "State Dept", "at least 60 days")


async def test_today_says_where_the_case_stands(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "enter")
        await w.dialog("Sheet")
        await w.sees("Today, Sat 12 Dec 2026", "Documents due", "Day 47, counted from Mon 26 Oct")


async def test_merged_papers_are_listed(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "home", "down", "down", "enter")
        await w.dialog("Sheet")
        await w.sees("5 papers asked for", "Client letter: asked for", "Tax returns: asked for")


async def test_a_contact_shows_every_field(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "up", "enter")
        await w.dialog("Sheet")
        await w.sees("Contact", "Status words", "Refused", "Sat 5 Dec 2026")


async def test_long_sheets_scroll_and_keep_their_keys_in_sight(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Log it l", "Close esc")
        await w.press("j", "k", "end")
        await w.sees("Source", "the guide, about 2019", "Close esc")
