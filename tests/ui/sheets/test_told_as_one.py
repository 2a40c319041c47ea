"""A row that stands for several records: each of them can be read and corrected."""

from datetime import timedelta

from textual.widgets import OptionList

from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.snapshot.folding import Entry
from ui.conftest import DAY, Opener, Window

THREE = (9, 6, 3)
"""How many days ago the page was looked at."""


def go_to_looks(w: Window) -> None:
    """Put the cursor on the row that they are told in."""
    entries = [(row.id, row.subject) for row in w.board.timeline.rows]
    ids = [
        name
        for name, entry in entries
        if isinstance(entry, Entry) and entry.first.subject == "vfs_tracker"
    ]
    assert w.board.timeline.go_to(ids[0])


async def looks(w: Window) -> None:
    """Go to the row of the looks at a page that showed the same words."""
    for days in THREE:
        look = LogContact(
            channel="vfs_tracker", on=DAY - timedelta(days=days), status="In transit [x]"
        )
        w.app.session.tracker.apply(look, case="1")
    w.board.session.load()
    w.board.show()
    await w.press("1")
    go_to_looks(w)
    await w.pilot.pause()


async def test_each_look_of_a_row_is_listed_with_its_day_and_opens(window: Opener) -> None:
    async with window() as w:
        await looks(w)
        await w.press("enter")
        await w.dialog("EntryList")
        await w.sees(
            "Thu 3 Dec 2026 VFS tracker In transit [x]",
            "Sun 6 Dec 2026 VFS tracker In transit [x]",
            "Wed 9 Dec 2026 VFS tracker In transit [x]",
        )
        await w.press("down", "enter")
        await w.dialog("Sheet")
        await w.sees("Day Sun 6 Dec 2026")
        await w.press("escape")
        await w.dialog("EntryList")
        assert w.app.screen.query_one(OptionList).highlighted == 1
        await w.press("escape")
        await w.closed()


async def test_a_look_of_a_row_is_corrected_from_its_sheet(window: Opener) -> None:
    async with window() as w:
        await looks(w)
        await w.press("enter")
        await w.dialog("EntryList")
        await w.press("end", "enter")
        await w.dialog("Sheet")
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.fill(status="Delivered")
        await w.press("ctrl+s")
        await w.closed()
        assert [c.status for c in w.case.contacts if c.channel == "vfs_tracker"] == [
            "In transit [x]",
            "In transit [x]",
            "Delivered",
        ]


async def test_correcting_such_a_row_asks_for_which_and_never_opens_the_facts(
    window: Opener,
) -> None:
    async with window() as w:
        await looks(w)
        await w.press("c")
        await w.dialog("EntryList")
        await w.sees("enter corrects")
        await w.press("escape")
        await w.closed()
        await w.press("c")
        await w.dialog("EntryList")
        await w.press("down", "enter")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: VFS tracker")
        await w.fill(on="2026-12-07")
        await w.press("ctrl+s")
        await w.closed()
        days = [c.on.day for c in w.case.contacts if c.channel == "vfs_tracker"]
        assert days == [3, 7, 9]


async def test_its_days_are_told_beside_it(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await looks(w)
        await w.sees("On 3 Dec, 6 Dec and 9 Dec.", "Enter lists each of them. c corrects one.")
        await w.press("right_square_bracket")
        await w.sees("Enter lists each of them.")
        assert "c corrects one" not in w.text


async def test_each_paper_of_a_row_opens(window: Opener) -> None:
    async with window() as w:
        await w.press("1")
        row = next(r for r in w.board.timeline.rows if "sent 3 papers" in r.content.plain)
        w.board.timeline.go_to(row.id)
        await w.press("enter")
        await w.dialog("EntryList")
        await w.sees(
            "Sent 3 papers · Wed 28 Oct 2026",
            "Sent Client letter",
            "Sent Project plan",
            "Sent Pay stubs",
        )
        await w.press("down", "enter")
        await w.dialog("Sheet")
        await w.sees("Project plan", "Steps")


async def test_what_is_listed_is_masked_with_the_rest(window: Opener) -> None:
    async with window() as w:
        for days in THREE:
            look = LogContact(
                channel="vfs_tracker", on=DAY - timedelta(days=days), status="Asha Example"
            )
            w.app.session.tracker.apply(look, case="1")
        w.board.session.load()
        w.board.show()
        await w.press("1", "m")
        go_to_looks(w)
        await w.press("enter")
        await w.dialog("EntryList")
        assert "Asha" not in w.text
