"""Streams that take nothing: one plain line, the right exit code, never a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from g221_tui.cli.main import main
from g221_tui.clock import FixedClock
from g221_tui.store.repository import Repository
from store.kit import ROOT, TODAY

pytestmark = pytest.mark.promise(16)

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
posix = pytest.mark.skipif(sys.platform == "win32", reason="no shell to close a stream with")

NO_SPACE = "g221 could not write the output: no space left.\n"
CLOSED = "g221 could not write the output: stdout is closed.\n"

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs `g221 WORDS` in a shell, on a file with one case, whatever the streams lead to."""
    file = tmp_path / "case.json"
    main(["--file", str(file), "new", "--refused", "2026-10-20"])

    def run(words: str, **env: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            f"'{sys.executable}' -m g221_tui {words}",
            shell=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "G221_FILE": str(file), **env},
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["status", "--help", "--version"])
def test_data_for_a_full_disk_is_a_failure_in_one_line(
    shell: Shell, words: str, unbuffered: str
) -> None:
    said = shell(f"{words} >{FULL}", PYTHONUNBUFFERED=unbuffered)
    assert (said.returncode, said.stderr) == (1, NO_SPACE)


@posix
@pytest.mark.parametrize("words", ["status --json", "--version"])
def test_data_for_a_closed_stream_is_a_failure_in_one_line(shell: Shell, words: str) -> None:
    said = shell(f"{words} >&-")
    assert (said.returncode, said.stderr) == (1, CLOSED)


@posix
@pytest.mark.parametrize("where", ["2>&-", "2>/dev/null", f"2>{FULL}"])
def test_a_change_that_is_saved_is_done_though_nobody_can_hear_of_it(
    shell: Shell, where: str, tmp_path: Path
) -> None:
    if where.endswith("full") and not FULL.exists():
        pytest.skip("no device that is always full")
    said = shell(f"new --refused 2026-10-20 {where}")
    assert (said.returncode, said.stdout, said.stderr) == (0, "2\n", "")
    assert len(Repository(tmp_path / "case.json", FixedClock(TODAY)).load().cases) == 2


@posix
def test_with_every_stream_closed_the_file_is_written_and_nothing_else_in_it(
    shell: Shell, tmp_path: Path
) -> None:
    assert shell("log ceac --note kept <&- >&- 2>&-").returncode == 0
    assert shell("status <&- >&- 2>&-").returncode == 1
    (case,) = Repository(tmp_path / "case.json", FixedClock(TODAY)).load().cases
    assert [contact.note for contact in case.contacts] == ["kept"]


@posix
def test_words_that_can_not_be_read_keep_their_exit_code_unheard(shell: Shell) -> None:
    assert shell("nonsense 2>&-").returncode == 2


def test_a_reader_that_has_gone_is_no_failure(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "g221_tui", "guide", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert (process.stderr.read(), process.wait(60)) == (b"", 0)


def test_in_ascii_our_own_signs_have_stand_ins_and_the_users_are_escaped(shell: Shell) -> None:
    said = shell("set post=Zürich", PYTHONIOENCODING="ascii")
    assert (said.returncode, "Z\\xfcrich" in said.stderr) == (0, True)
    out = shell("status", PYTHONIOENCODING="ascii").stdout
    assert "  * open" in out
    assert "  o locked" in out or "  o closed" in out
    assert "\\u" not in out
    assert out.isascii()


def test_an_empty_path_is_not_taken_for_none(shell: Shell) -> None:
    said = shell("--file '' status")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "--file '' names no file; write its path, or leave --file out.\n"


def test_an_empty_variable_counts_as_unset(shell: Shell) -> None:
    said = shell("info --json", G221_FILE="")
    assert (said.returncode, '"exists": false' in said.stdout) == (0, True)
