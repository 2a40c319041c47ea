"""What happens outside: another program's change, damage, midnight."""

from datetime import date
from pathlib import Path

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener
from ui.file.moving_clock import MovingClock
from ui.letters.kit import NOW, letter


def other_program(file: Path) -> Tracker:
    return Tracker(Repository(file, FixedClock(DAY)), load_rules(None), FixedClock(DAY))


@pytest.mark.promise(3)
async def test_a_change_from_outside_keeps_focus_and_cursor(window: Opener) -> None:
    async with window() as w:
        await w.press("down")
        row = w.board.documents.row
        other_program(w.file).apply(SetDocument(document="Client letter", state="returned", on=DAY))
        other_program(w.file).apply(AddDocuments(names=("W-2",)))
        await w.sees("Documents 4/6", "W-2")
        assert w.board.focused is w.board.documents
        kept = w.board.documents.row
        assert row is not None
        assert kept is not None
        assert kept.id == row.id


@pytest.mark.promise(3)
async def test_a_change_from_outside_that_a_form_read_first_is_shown_as_well(
    window: Opener,
) -> None:
    async with window() as w:
        other_program(w.file).apply(AddDocuments(names=("W-2",)))
        w.app.session.tracker.reader.book()
        await w.sees("Documents 4/6", "W-2")


async def test_a_change_from_outside_keeps_an_open_dialog_and_its_text(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", note="half typed")
        other_program(w.file).apply(LogContact(channel="ceac", status="Refused"))
        seen = w.app.session.view
        await w.until(lambda: w.app.session.view is not seen, "the change from outside")
        await w.press("ctrl+s")
        await w.closed()
        notes = [contact.note for contact in w.case.contacts[-2:]]
        assert notes == ["", "half typed"]


@pytest.mark.promise(5)
async def test_a_damaged_file_is_said_and_the_last_view_stays(window: Opener) -> None:
    async with window() as w:
        good = w.file.read_bytes()
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", note="kept")
        w.file.write_bytes(good[: len(good) // 2])
        await w.until(lambda: w.board.session.problem, "the complaint")
        await w.press("ctrl+s")
        await w.sees("! ")
        assert type(w.app.screen).__name__ == "LogDialog"
        assert w.board.snapshot is not None
        assert w.file.read_bytes() == good[: len(good) // 2]
        w.file.write_bytes(good)
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].note == "kept"
        await w.until(lambda: "FILE" not in w.text, "the end of the complaint")


async def test_a_file_damaged_from_the_start_opens_no_dialog(
    window: Opener, tmp_path: Path
) -> None:
    (tmp_path / "case.json").write_bytes(b"")
    async with window(demo=False) as w:
        await w.sees("FILE ")
        assert len(w.app.screen_stack) == 1
        await w.press("space", "l", "enter", "q")
        assert w.app.return_code == 0
    assert (tmp_path / "case.json").read_bytes() == b""


async def test_a_file_that_is_gone_is_said_and_the_last_view_stays(window: Opener) -> None:
    async with window() as w:
        w.file.unlink()
        await w.sees("FILE case.json is gone", "Org chart", "Day 47 of 60")
        await w.press("space")
        await w.pilot.pause(0.2)
        assert not w.file.exists()


@pytest.mark.promise(21)
async def test_midnight_turns_the_page(window: Opener, tmp_path: Path) -> None:
    clock = MovingClock(DAY)
    repository = Repository(tmp_path / "case.json", clock)
    write_demo(repository, load_rules(None), DAY)
    async with window(tracker=Tracker(repository, load_rules(None), clock)) as w:
        await w.sees("Day 47 of 60")
        clock.day = date(2026, 12, 13)
        await w.sees("Day 48 of 60", "▶ 13 Dec today, day 48")
        clock.day = date(2026, 12, 12)
        await w.sees("Day 47 of 60")


async def test_a_change_from_outside_while_the_dashboard_is_taken_apart_is_passed_over(
    window: Opener,
) -> None:
    async with window(day=NOW) as w:
        await letter(w)

        def another_change() -> None:
            w.board.session.loads += 1
            w.board.look_outside()

        w.board.set_interval(0.0005, another_change)
    assert not w.app.is_running
