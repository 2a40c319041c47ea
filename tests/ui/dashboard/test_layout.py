"""Nothing of the demo is cut off, at any size it is made for."""

import pytest

from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.text.glyphs import ELLIPSIS
from g221_tui.ui.widgets.detail import Detail
from g221_tui.ui.widgets.fields.aside import AsideButton
from ui.conftest import Opener, Window

CASES = ("1", "2", "3", "4")
"""Those of the demo."""

NOTICED = "4"
"""The one with a notice to answer: nothing opens for it, its deadline is what comes next."""

SIZES = ((80, 24), (120, 40), (60, 24), (40, 12), (70, 20), (100, 30))


def rows_fit(w: Window) -> None:
    """Each row of each pane is one line that fits its pane."""
    for pane in (w.board.timeline, w.board.documents, w.board.channels):
        width = pane.scrollable_content_region.width
        for row in pane.rows:
            assert "\n" not in row.content.plain, (pane.id, str(row.content))
            assert row.content.cell_length <= width, (pane.id, str(row.content), width)


@pytest.mark.parametrize("case", CASES)
async def test_every_row_is_one_line_at_any_size(window: Opener, case: str) -> None:
    async with window(size=SIZES[0], case=case) as w:
        for size in SIZES:
            await w.pilot.resize_terminal(*size)
            await w.pilot.pause()
            rows_fit(w)
            screen = w.text
            assert all(len(line) <= size[0] for line in screen.splitlines())
            assert "q quit" in screen.splitlines()[-1]


@pytest.mark.parametrize("case", CASES)
async def test_what_is_cut_stands_whole_in_the_detail_area(window: Opener, case: str) -> None:
    async with window(case=case) as w:
        for pane in (w.board.timeline, w.board.documents):
            pane.focus()
            for row in pane.rows:
                if ELLIPSIS not in row.content.plain:
                    continue
                pane.go_to(row.id)
                await w.pilot.pause()
                said = str(w.board.query_one(Detail).border_title)
                begins = row.content.plain.split(ELLIPSIS)[0].split()[-1]
                assert begins.casefold() in said.casefold(), (row.content.plain, said)


@pytest.mark.parametrize("case", CASES)
async def test_at_80x24_with_banner_and_deadline_all_that_counts_is_in_sight(
    window: Opener, case: str
) -> None:
    async with window(case=case) as w:
        w.app.session.tracker.apply(SetFacts(values={"passport_expires": "2027-01-03"}), case=case)
        w.board.session.load()
        w.board.show()
        await w.pilot.pause()
        screen = w.text
        assert "DEMO" in screen
        assert "DUE" in screen
        for name in ("VFS tracker", "Call post", "E-mail", "State Dept", "Senator", "CEAC"):
            assert any(f" {name}" in line for line in screen.splitlines())
        for item in w.app.session.tracker.reader.view(case).snapshot.documents.items[:4]:
            assert item.name[:11] in screen
        assert "▶ 12 Dec today" in screen
        ahead = screen.split("▶", 1)[1]
        assert "! 24 Dec" in ahead if case == NOTICED else "!  3 Jan" in ahead
        assert "6 further" in screen


async def test_panes_stand_side_by_side_from_70_columns_and_stacked_below(window: Opener) -> None:
    async with window(size=(70, 24)) as w:
        assert w.board.timeline.region.y == w.board.channels.region.y
        await w.pilot.resize_terminal(69, 24)
        await w.pilot.pause()
        assert w.board.timeline.region.y < w.board.documents.region.y < w.board.channels.region.y


async def test_in_the_smallest_window_the_pane_in_focus_is_unfolded(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        assert w.board.documents.scrollable_content_region.height >= 3
        await w.press("tab")
        assert w.board.channels.scrollable_content_region.height >= 3
        assert w.board.documents.scrollable_content_region.height == 0
        assert "○ 13d" in w.text
        assert "1 Timeline  2 Documents  3 Follow-up" in w.text


async def test_what_is_due_stands_in_the_smallest_window_too(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await w.sees("DUE Flight Sun 11 Apr, in 120 days")
        assert "NOW" not in w.text
        assert w.board.documents.scrollable_content_region.height >= 3


async def test_where_nothing_is_due_the_smallest_window_keeps_its_rows(window: Opener) -> None:
    async with window(size=(40, 12), case="3") as w:
        assert "DUE" not in w.text
        assert "NOW" not in w.text
        assert w.board.channels.scrollable_content_region.height >= 6


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_no_pane_is_a_heading_without_rows(window: Opener, key: str) -> None:
    async with window(size=(60, 20)) as w:
        tracker = w.app.session.tracker
        tracker.apply(AddDocuments(names=tuple(f"Paper number {n}" for n in range(40))))
        tracker.apply(SetFacts(values={"case_number": "77"}))
        w.board.session.load()
        w.board.show()
        await w.sees("NOTE The case number has no form", "1 Timeline 2 Documents 3 Follow-up")
        await w.press(key)
        await w.pilot.pause()
        pane = w.board.pane
        assert pane is not None
        assert pane.scrollable_content_region.height >= 4
        for other in w.board.panes:
            assert other is pane or not other.outer_size.height
        await w.pilot.resize_terminal(60, 40)
        await w.until(lambda: "1 Timeline  2 Documents" not in w.text, "the stack")
        for pane in w.board.panes:
            assert pane.scrollable_content_region.height >= 2


async def test_a_pane_without_room_for_a_row_tells_how_many_it_has(window: Opener) -> None:
    async with window() as w:
        pane = w.board.timeline
        pane.styles.height = 1
        await w.until(lambda: f"Timeline  ↓{len(pane.rows)} ─" in w.text, "the count")


@pytest.mark.promise(19)
async def test_a_dialog_gives_way_in_a_tiny_window_and_comes_back(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="kept")
        await w.pilot.resize_terminal(39, 10)
        await w.pilot.pause()
        assert "g221 needs 40 columns" in w.text
        assert "Add documents" not in w.text
        await w.pilot.resize_terminal(80, 24)
        await w.pilot.pause()
        await w.sees("Add documents", "kept")
        await w.press("end", "W", "ctrl+s")
        await w.closed()
        assert w.case.documents[-1].name == "keptW"


@pytest.mark.promise(19)
async def test_an_empty_machine_in_a_tiny_window_can_be_left(window: Opener) -> None:
    async with window(size=(30, 8), seed=False) as w:
        assert "g221 needs 40 columns" in w.text
        await w.press("q")
        assert w.app.return_code == 0


DIALOGS = {
    "log": ("l",),
    "event": ("e",),
    "add": ("a",),
    "correct": ("c",),
    "facts": ("tab", "c"),
    "new": ("n",),
    "cases": ("s",),
    "help": ("question_mark",),
    "road": ("r",),
    "guide": ("h",),
    "topics": ("h", "t"),
    "paper": ("enter",),
    "channel": ("tab", "down", "enter"),
    "confirm": ("space",),
    "date": ("t",),
    "calendar": ("w",),
    "missing facts": ("3", "down", "down", "p"),
    "export": ("ctrl+p", *"export", "enter"),
    "packet": ("ctrl+p", *"export", "enter", "right"),
    "packet for the employer": ("ctrl+p", *"export", "enter", "right", "enter", "e", "m"),
    "take in": ("i",),
    "letter": ("3", "down", "down", "p", "ctrl+s"),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_dialogs_fit_and_keep_their_buttons(window: Opener, name: str) -> None:
    async with window() as w:
        await w.press(*DIALOGS[name])
        await w.until(lambda: len(w.app.screen_stack) == 2, name)
        await w.until(lambda: w.app.screen.query("Box"), name)
        for size in ((80, 24), (40, 12), (120, 40), (90, 30)):
            await w.pilot.resize_terminal(*size)
            await w.pilot.pause()
            await w.pilot.pause()
            box = w.app.screen.query_one("Box").content_region
            for button in w.app.screen.query("Button"):
                if button.display and not isinstance(button, AsideButton):
                    assert box.contains_region(button.region), (name, size, button)
            for part in w.app.screen.query("Box, Button, .dialog-title"):
                if isinstance(part, AsideButton):
                    continue  # it scrolls with the fields, as they do
                if not part.display:
                    continue  # the narrowest windows leave out what has a key of its own
                region = part.region
                assert region.right <= size[0], (name, size, part, region)
                assert region.bottom <= size[1], (name, size, part, region)
                assert region.height > 0, (name, size, part)
