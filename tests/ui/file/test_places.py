"""A file in a strange place, on the dashboard: what is missing is said, and the case stands."""

import errno
import os
import sys
from pathlib import Path

import pexpect
import pytest

from g221_tui.clock import FixedClock, SystemClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import Opener
from ui.program.test_terminal import restored, spawn

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(sys.platform == "win32", reason="places of another kind"),
]


def refuse(patch: pytest.MonkeyPatch, module: object, call: str, number: int) -> None:
    """From now on this function fails with this error number."""

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    patch.setattr(module, call, fail)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_without_locks_the_way_on_is_on_the_screen_and_nothing_is_ticked(
    window: Opener, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    fcntl = pytest.importorskip("fcntl")
    async with window(size=size) as w:
        before = w.file.read_bytes()
        with monkeypatch.context() as patch:
            refuse(patch, fcntl, "flock", errno.ENOLCK)
            await w.press("=")
            await w.sees("gives no locks", "--no-lock", "lock = false")
        assert w.file.read_bytes() == before
        await w.press("=")
        await w.until(lambda: w.file.read_bytes() != before, "the look")


async def test_a_disk_without_modes_is_told_of_once(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window() as w:
        refuse(monkeypatch, os, "fchmod", errno.EPERM)
        contacts = len(w.case.contacts)
        await w.press("=")
        await w.sees("keeps no file modes")
        assert len(w.case.contacts) == contacts + 1
        await w.press("u")
        await w.dialog("Confirm")
        await w.press("y")
        await w.until(lambda: len(w.case.contacts) == contacts, "the undo")
        await w.sees("Undone")
        assert "keeps no file modes" not in w.text


async def test_a_hard_link_is_told_of_before_it_is_left_behind(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        other = tmp_path / "other.json"
        os.link(w.file, other)
        await w.press("=")
        await w.sees("second name on the disk", "Do it again")
        assert other.samefile(w.file)
        await w.press("=")
        await w.until(lambda: not other.samefile(w.file), "the save")


def test_a_zone_that_is_none_is_said_on_the_screen(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    today = SystemClock().today()
    write_demo(Repository(file, FixedClock(today)), load_rules(None), today)
    child = spawn("-m", "g221_tui", "--file", str(file), TZ="Mars/Olympus")
    seen: list[str] = []
    child.logfile_read = type("Log", (), {"write": seen.append, "flush": lambda self: None})()
    child.expect_exact("\x1b[?1049h")
    child.expect_exact("'Mars/Olympus'")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    restored("".join(seen))
