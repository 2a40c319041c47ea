"""The status page: its words, and the two dates of its own."""

from datetime import date

from ui.conftest import Opener


async def test_only_the_status_page_is_asked_for_its_own_dates(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", page_updated="")
        await w.sees("Page: case created", "Page: last updated")
        await w.fill(channel="dos")
        await w.until(lambda: "last updated" not in w.text, "the other fields")


async def test_the_dates_of_the_page_are_kept_and_told_by_its_sheet(window: Opener) -> None:
    async with window(size=(120, 50)) as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.fill(status="Refused", page_created="26 Oct 2026", page_updated="9 Dec 2026")
        await w.press("ctrl+s")
        await w.closed()
        contact = w.case.contacts[-1]
        assert (contact.page_created, contact.page_updated) == (
            date(2026, 10, 26),
            date(2026, 12, 9),
        )
        await w.press("enter")
        await w.dialog("ChannelSheet")
        await w.sees(
            "The page, as you saw it last",
            "“Refused” · seen Sat 12 Dec 2026, first Sat 5 Dec 2026",
            "created Mon 26 Oct 2026, last updated Wed 9 Dec 2026",
            "A changed date means the record was touched, no more.",
        )


async def test_dates_of_the_page_are_not_kept_for_another_channel(window: Opener) -> None:
    async with window(size=(120, 50), case="4") as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", page_updated="9 Dec 2026")
        await w.fill(channel="dos")
        await w.press("ctrl+s")
        await w.closed()
        contact = w.saved().cases[3].contacts[-1]
        assert (contact.channel, contact.page_updated) == ("dos", None)
