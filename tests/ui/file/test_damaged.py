"""A file that can't be shown: said in a line, shown from elsewhere, put back on a key."""

import json
import sys
from pathlib import Path

import pexpect
import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.widgets.message_line import MessageLine
from ui.conftest import DAY, Opener, Window
from ui.program.test_terminal import restored, start

RECORDING = ("space", "l", "e", "a", "c", "u", "ctrl+r", "n")
"""The keys that record."""


def other_program(file: Path) -> Tracker:
    """Another process's view of the file."""
    return Tracker(Repository(file, FixedClock(DAY)), load_rules(None), FixedClock(DAY))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a case and some backups."""
    path = tmp_path / "case.json"
    write_demo(Repository(path, FixedClock(DAY)), load_rules(None), DAY)
    other_program(path).apply(LogContact(channel="ceac", note="before the last"))
    other_program(path).apply(LogContact(channel="ceac", note="the last"))
    return path


def spoil(path: Path) -> bytes:
    """Cuts the file off, and tells what is left."""
    path.write_bytes(path.read_bytes()[:-20])
    return path.read_bytes()


def notes(path: Path) -> list[str]:
    """The notes of the first case's contacts."""
    return [contact.note for contact in other_program(path).reader.book().cases[0].contacts]


async def says_why(w: Window, keys: tuple[str, ...], words: str) -> None:
    """Press keys that record, and see that each says why it does not."""
    for key in keys:
        w.board.query_one(MessageLine).clear()
        await w.pilot.pause()
        await w.press(key)
        await w.until(lambda: words in w.message, f"{key}: {words}")
        assert len(w.app.screen_stack) == 1, key


@pytest.mark.promise(5)
@pytest.mark.parametrize("cut", [0, 5000])
async def test_a_file_damaged_from_the_start_shows_the_newest_good_backup(
    window: Opener, file: Path, cut: int
) -> None:
    file.write_bytes(file.read_bytes()[:cut])
    left = file.read_bytes()
    newest = other_program(file).reader.good_backup()
    assert newest is not None
    async with window(demo=False) as w:
        place = "line " if cut else "it is empty (0 bytes)"
        await w.sees("FILE case.json is damaged:", place)
        await w.sees(
            f"SHOWN Backup {newest.name} of 2026-12-12",
            "read-only. b puts it back.",
            "Day 47 of 60",
        )
        keys = RECORDING if cut else ("n",)
        await says_why(w, keys, "Nothing can be recorded: case.json is damaged.")
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees("Org chart", "asked for by the letter")
        await w.press("escape", "right_square_bracket")
        await w.sees("Day 48 of 60")
        await w.press("0", "s")
        await w.sees("F-1 · Beijing")
        await w.press("end", "enter")
        await w.closed()
        await w.sees("F-1 · Beijing", "SHOWN Backup")
        await w.press("q")
        assert w.app.return_code == 0
    assert file.read_bytes() == left


@pytest.mark.promise(5)
@pytest.mark.promise(8)
async def test_one_key_puts_the_backup_back_and_keeps_the_damaged_file(
    window: Opener, file: Path
) -> None:
    left = spoil(file)
    async with window(demo=False) as w:
        for key in ("n", "escape"):
            await w.press("b")
            await w.dialog("Confirm")
            await w.sees("becomes the file again", "the last change made before", "it is kept in")
            await w.press(key)
            await w.closed()
            assert file.read_bytes() == left
        await w.press("b")
        await w.dialog("Confirm")
        await w.press("y")
        await w.until(lambda: "The file as it was found is kept" in w.message, "where it is")
        await w.until(lambda: "SHOWN" not in w.text, "the end of the complaint")
        assert w.board.session.may_record
    assert "before the last" in notes(file)
    kept = [b for b in other_program(file).reader.backups() if b.before == "restore"]
    assert [b.path.read_bytes() for b in kept] == [left]


@pytest.mark.promise(5)
async def test_without_a_good_backup_it_says_what_can_be_done(
    window: Opener, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b'{"meta": \n {"1": oops')
    async with window(demo=False) as w:
        await w.sees("line 2, column 8", "there is no good backup", "Mend the file in an editor")
        await says_why(w, ("n", "l"), "Nothing can be recorded: case.json is damaged.")
        await w.press("b")
        assert len(w.app.screen_stack) == 1
        assert "Open a case" not in w.text
    assert path.read_bytes() == b'{"meta": \n {"1": oops'


@pytest.mark.promise(5)
async def test_a_file_mended_by_somebody_else_goes_on_by_itself(window: Opener, file: Path) -> None:
    whole = file.read_bytes()
    spoil(file)
    async with window(demo=False) as w:
        await w.sees("SHOWN Backup")
        file.write_bytes(whole)
        await w.until(lambda: "SHOWN" not in w.text, "the end of the complaint")
        assert w.board.session.may_record
        contacts = w.board.session.view.case.contacts if w.board.session.view else ()
        assert contacts[-1].note == "the last"


@pytest.mark.promise(5)
async def test_a_file_damaged_while_open_is_put_back_as_it_was_read_last(
    window: Opener, file: Path
) -> None:
    async with window(demo=False) as w:
        left = spoil(file)
        await w.sees("case.json is damaged: line ", "SHOWN What was read last", "Org chart")
        await says_why(w, ("space",), "Nothing can be recorded: case.json is damaged.")
        assert file.read_bytes() == left
        await w.press("b")
        await w.dialog("Confirm")
        await w.press("y")
        await w.sees("Put back what was read last.")
        await w.until(lambda: "SHOWN" not in w.text, "the end of the complaint")
    assert notes(file)[-2:] == ["before the last", "the last"], "nothing that was saved is missing"
    trail = other_program(file).reader.history()
    assert [entry.n for entry in trail] == list(range(1, len(trail) + 1))
    kept = [b for b in other_program(file).reader.backups() if b.before == "restore"]
    assert [b.path.read_bytes() for b in kept] == [left]


@pytest.mark.promise(5)
async def test_what_was_mended_during_the_question_is_not_replaced(
    window: Opener, file: Path
) -> None:
    whole = file.read_bytes()
    spoil(file)
    async with window(demo=False) as w:
        await w.press("b")
        await w.dialog("Confirm")
        file.write_bytes(whole)
        await w.press("y")
        await w.until(lambda: "the file is whole again" in w.message, "that it is whole")
    assert file.read_bytes() == whole


@pytest.mark.promise(5)
async def test_a_deleted_file_names_no_command_and_can_be_kept(window: Opener, file: Path) -> None:
    async with window(demo=False) as w:
        file.unlink()
        await w.sees("FILE case.json is gone.", "SHOWN What was read last", "Day 47 of 60")
        await says_why(w, ("space", "n"), "Nothing can be recorded: case.json is gone.")
        assert "g221 " not in w.message
        assert not file.exists()
        await w.press("b")
        await w.dialog("Confirm")
        await w.sees("There is no file now, so nothing is replaced.")
        await w.press("y")
        await w.sees("Put back what was read last.")
        await w.closed()
    assert notes(file)[-1] == "the last"


async def test_a_dialog_over_a_deleted_file_keeps_its_text_and_makes_no_file(
    window: Opener, file: Path
) -> None:
    async with window(demo=False) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(note="kept")
        file.unlink()
        await w.press("ctrl+s")
        await w.sees("Nothing can be recorded: case.json is gone.", "kept")
    assert not file.exists()


async def test_a_case_undone_underneath_is_said_and_can_be_put_back(
    window: Opener, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    other_program(path).open_case(OpenCase(answers={"refused": "2026-10-26", "title": "mine"}))
    async with window(demo=False, seed=False) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        other_program(path).archive.undo()
        await w.press("ctrl+s")
        await w.sees("Nothing can be recorded: case.json holds no case any more.")
        await w.press("escape")
        await w.closed()
        await w.press("b")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.until(lambda: w.board.session.may_record, "the case")
    assert [case.facts.title for case in other_program(path).reader.book().cases] == ["mine"]


async def test_a_file_that_cannot_be_read_just_now_is_not_replaced(
    window: Opener, file: Path
) -> None:
    whole = file.read_bytes()
    async with window(demo=False) as w:
        file.unlink()
        file.symlink_to(file)
        await w.sees("FILE case.json can't be read", "SHOWN What was read last, read-only.")
        await w.press("b")
        assert len(w.app.screen_stack) == 1
        file.unlink()
        file.write_bytes(whole)
        await w.until(lambda: w.board.session.may_record, "the file")


@pytest.mark.promise(6)
async def test_a_newer_file_is_shown_read_only_and_left_byte_for_byte(
    window: Opener, file: Path
) -> None:
    tables = json.loads(file.read_bytes())
    tables["meta"]["1"]["schema"] = 99
    file.write_text(json.dumps(tables), encoding="utf-8")
    left = file.read_bytes()
    async with window(demo=False) as w:
        await w.sees("written by a newer g221 (layout 99", "Day 47 of 60", "Org chart")
        await says_why(w, ("l", "c"), "Nothing can be recorded:")
        await w.press("enter")
        await w.dialog("Sheet")
        await w.press("c")
        await w.closed()
        await w.sees("Nothing can be recorded:")
        assert "SHOWN" not in w.text
    assert file.read_bytes() == left


@pytest.mark.promise(14)
async def test_a_bad_record_is_named_and_the_others_are_recorded_on(
    window: Opener, file: Path
) -> None:
    tables = json.loads(file.read_bytes())
    tables["contacts"]["1"]["on"] = "soon"
    file.write_text(json.dumps(tables), encoding="utf-8")
    async with window(demo=False) as w:
        await w.sees("FILE A record needs attention", "Day 47 of 60")
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="note", note="the good ones work on")
        await w.press("ctrl+s")
        await w.closed()
    after = json.loads(file.read_bytes())
    assert after["contacts"]["1"] == tables["contacts"]["1"]
    assert "the good ones work on" in [row.get("note") for row in after["events"].values()]


@pytest.mark.promise(14)
async def test_several_bad_records_are_all_listed_on_the_row_of_today(
    window: Opener, file: Path
) -> None:
    tables = json.loads(file.read_bytes())
    tables["contacts"]["1"]["on"] = "soon"
    tables["events"]["1"]["on"] = "[/] later"
    file.write_text(json.dumps(tables), encoding="utf-8")
    async with window(demo=False, size=(120, 50)) as w:
        await w.sees("FILE 2 records need attention (enter on today lists them)")
        await w.press("shift+tab", "enter")
        await w.dialog("Sheet")
        await w.sees("Kept as they are in the file, but not understood", "contacts", "events")
        await w.sees('"soon" is not a date', '"[/] later" is not a date')


@pytest.mark.promise(5)
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_command_opens_the_dashboard_on_a_damaged_file(file: Path) -> None:
    left = spoil(file)
    child = start(file)
    seen: list[str] = []
    child.logfile_read = type("Log", (), {"write": seen.append, "flush": lambda self: None})()
    child.expect("case.json is damaged")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    restored("".join(seen))
    assert file.read_bytes() == left
