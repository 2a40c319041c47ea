"""A locale that is not UTF-8: text stays text, in and out, and nothing crashes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from store.kit import ROOT

pytestmark = [
    pytest.mark.promise(15),
    pytest.mark.skipif(sys.platform == "win32", reason="locales of another kind"),
]

WORDS = "Zoë, naïve ☃ текст 申請"
"""What somebody types."""
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
"""Signs of four bytes, joined."""
DAY = ("--today", "2026-12-12")


def bare(folder: Path, locale: str = "C") -> dict[str, str]:
    """An environment without UTF-8, and a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return {
        **kept,
        **{"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "G221_CONFIG": str(folder / "config"),
        "TERM": "xterm-256color",
    }


def g221(folder: Path, *words: str, locale: str = "C", **more: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command on a file with a name in no ASCII."""
    file = folder / "Anträge" / "case.json"
    done = subprocess.run(
        [sys.executable, "-m", "g221_tui", "--file", str(file), *DAY, *words],
        env=bare(folder, locale) | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(params=["C", "POSIX", "no_SUCH.locale"])
def locale(request: pytest.FixtureRequest) -> str:
    """A locale that says nothing of UTF-8."""
    name: str = request.param
    return name


def test_what_is_typed_is_kept_as_text_and_found_again(tmp_path: Path, locale: str) -> None:
    code, out, err = g221(
        tmp_path, "new", "--refused", "2026-10-20", "--document", WORDS, locale=locale
    )
    assert (code, out) == (0, "1\n"), err
    assert g221(tmp_path, "docs", "set", WORDS.casefold(), "submitted", locale=locale)[0] == 0
    assert g221(tmp_path, "docs", "add", FAMILY, locale=locale)[0] == 0
    code, out, err = g221(tmp_path, "status", "--json", locale=locale)
    assert (code, err) == (0, "")
    names = [item["name"] for item in json.loads(out)["documents"]["items"]]
    assert sorted(names) == sorted((WORDS, FAMILY))
    stored = json.loads((tmp_path / "Anträge" / "case.json").read_text("utf-8"))
    assert WORDS in json.dumps(stored, ensure_ascii=False)


COMMANDS = (
    *(("status",), ("next",), ("channels",), ("timeline",), ("contacts",), ("docs", "list")),
    *(("event", "list"), ("history",), ("info",), ("cases",), ("guide",), ("guide", "stages")),
    *(("why", "next"), ("backup", "list"), ("deadline", "list"), ("--help",), ("--version",)),
    *(("draft", "consulate_email"), ("export", "json"), ("undo",), ("redo",), ("demo",), ()),
    *(("docs", "remove", "nichts für ungut"), ("set", "Ü=1"), ("ü",), ("log", "über")),
    *(("import", "kein für.json"), ("--case", "é", "status"), ("log", "ceac", "--on", "märz")),
)
"""Every way to print, and words that are refused with themselves."""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_prints_in_ascii_and_none_crashes(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    g221(tmp_path, "new", "--refused", "2026-10-20", "--post", WORDS, "--document", WORDS)
    code, out, err = g221(tmp_path, *words)
    assert code in (0, 1, 2)
    assert (out + err).isascii()
    assert "g221 has a bug" not in err
    assert "Traceback" not in err
    assert "\\udc" not in out + err
    assert "\\ufffd" not in out + err, "bytes that are text are shown as such"


def test_files_with_other_names_are_written_and_read(tmp_path: Path) -> None:
    g221(tmp_path, "new", "--refused", "2026-10-20", "--post", WORDS)
    out = tmp_path / "Über mich.json"
    code, _, err = g221(tmp_path, "export", "json", "--full", "--out", str(out))
    assert (code, out.exists()) == (0, True), err
    assert "\\xdcber mich.json" in err
    assert g221(tmp_path, "import", str(out))[0] == 0
    other = tmp_path / "ñ.json"
    code, _, err = g221(tmp_path, "new", "--refused", "2026-10-20", G221_FILE=str(other))
    assert (code, other.exists()) == (0, False), "--file goes before G221_FILE"
    done = subprocess.run(
        [sys.executable, "-m", "g221_tui", *DAY, "new", "--refused", "2026-10-20"],
        env=bare(tmp_path) | {"G221_FILE": str(other)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, other.exists()) == (0, True), done.stderr


def test_bytes_that_are_no_text_are_refused_or_kept_visible_in_one_line(tmp_path: Path) -> None:
    g221(tmp_path, "new", "--refused", "2026-10-20")
    done = subprocess.run(
        [sys.executable, "-m", "g221_tui", *DAY, "log", "ceac", "--note", b"caf\xe9"],
        env=bare(tmp_path) | {"G221_FILE": str(tmp_path / "Anträge" / "case.json")},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1, 2)
    assert len(done.stderr.splitlines()) == 1
    assert b"bug" not in done.stderr
    assert g221(tmp_path, "contacts")[0] == 0


def start(folder: Path, *words: str, **more: str) -> "pexpect.spawn[bytes]":
    """g221 in a terminal that shows UTF-8, though the locale does not say so."""
    file = folder / "Anträge" / "case.json"
    return pexpect.spawn(
        sys.executable,
        ["-m", "g221_tui", "--file", str(file), *DAY, *words],
        env=bare(folder) | more,
        dimensions=(24, 80),
        timeout=20,
    )


def test_a_question_is_answered_in_any_signs(tmp_path: Path) -> None:
    g221(tmp_path, "new", "--refused", "2026-10-20")
    child = start(tmp_path, "draft", "consulate_email")
    child.expect(r"\? ")
    child.sendline("Zoë Müller".encode())
    for _ in range(20):
        if child.expect([r"\? ", pexpect.EOF]):
            break
        child.sendline(b"")
    child.close()
    assert child.exitstatus == 0
    stored = (tmp_path / "Anträge" / "case.json").read_text("utf-8")
    assert "Zoë Müller" in stored


def test_the_dashboard_starts_or_says_why_it_does_not(tmp_path: Path) -> None:
    g221(tmp_path, "new", "--refused", "2026-10-20", "--post", WORDS)
    child = start(tmp_path)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    shown = child.before.decode()
    assert "The dashboard can't be drawn here: the encoding ascii has no signs" in shown
    assert "Day 53 of 60" in shown
    assert "\x1b" not in shown
