"""Row 15: what was typed is text, in every option of every command, on screen and piped."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import TODAY, Cli
from faults.commands import BASE, READING, Argument, arguments, leaves, texts, words
from g221_tui.core.edits.facts import fact_fields

pytestmark = pytest.mark.promise(15)

HOSTILE = (
    "[/] [bold]x [DS-5535] [@click=app.quit]y $name %s {0} `id` $(id)",
    "\x1b[31mred\x1b[0m \x1b]52;c;eA==\x07 nul\0 del\x7f c1\x9b31m\x85 rtl\u202e zero\u200b \ufeff",
    "--",
    "👩\u200d👩\u200d👧 日本語 cafe\u0301 ❤️ half \udc80\udcff \ud83d",
    "one\ntwo\r\nthree\ttab\u2028line \u2066iso\u2069 " + "w" * 10_000,
)
"""Texts that some terminal, library or parser would obey, hide or refuse."""

ACTED_UPON = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")
"""What must never reach a terminal; the end of a line is ours."""

STORED = {
    **dict.fromkeys(("docs add", "docs set"), ("--note", "--route", "--receipt")),
    "event add": ("--note",),
    "log": ("--note", "--answer", "--status", "--ref", "--with"),
    "new": ("--case-number", "--post", "--visa", "--title", "--document"),
}
"""The options that keep any text."""
STORED_PLACES = {("docs add", "name"), ("deadline add", "name")}
"""The places that do."""
PATHS = ("--file", "--out", "path")
"""What names a file: it holds no NUL, no half character of another kind, and is not too long."""

VALUES = [argument for argument in arguments() if argument.takes_value]


def test_every_command_has_words_that_work() -> None:
    assert {command for command, _ in leaves()} == BASE.keys()


def with_text(g221: Cli, argument: Argument, text: str) -> list[str]:
    """The words of a command with this text as the argument."""
    base = words(g221, argument.command)
    depth = len(argument.command.split())
    if argument.place < 0:
        return [*base, f"{argument.name}={text}"]
    placed = base[: depth + argument.place]
    after = base[depth + argument.place + 1 :]
    return [*placed, *(["--"] if text.startswith("-") else []), text, *after]


@pytest.mark.parametrize("argument", VALUES, ids=lambda a: f"{a.command} {a.name}")
def test_it_is_kept_raw_and_never_obeyed_nor_shown_raw(filled: Cli, argument: Argument) -> None:
    kept = argument.name in STORED.get(argument.command, ()) or (
        (argument.command, argument.name) in STORED_PLACES
    )
    codes = (0,) if kept else (0, 1, 2, 3)
    start = filled.file.read_bytes()
    for text in HOSTILE:
        if argument.name in PATHS:
            text = text.replace("\0", "").replace("\ud83d", "").replace("/", "-")[:80]
            if argument.name != "path":
                text = str(filled.file.with_name(text))
        said = filled(*with_text(filled, argument, text), code=codes)
        assert not ACTED_UPON.search(said.out), text
        assert not ACTED_UPON.search(said.err), text
        assert len(said.lines) <= 1 or argument.command in READING, said.err
        if kept:
            assert text in texts(filled)
        filled.file.write_bytes(start)


@pytest.mark.parametrize("field", [field.name for field in fact_fields()])
def test_in_every_fact_it_is_kept_raw_or_refused_in_one_line(filled: Cli, field: str) -> None:
    kind = next(f.kind for f in fact_fields() if f.name == field)
    for text in HOSTILE:
        said = filled("set", f"{field}={text}", code=(0,) if kind == "text" else (0, 1, 2))
        assert len(said.lines) == 1
        assert not ACTED_UPON.search(said.err)
        if kind == "text":
            assert text in texts(filled)


def test_all_of_it_at_once_is_shown_clean_by_every_command_and_piped(filled: Cli) -> None:
    for text in HOSTILE:
        filled("docs", "add", "--note", text, "--extra", "--", text)
        filled("log", "ceac", "--note", text, "--status", text, "--answer", text, "--ref", text)
        filled("event", "add", "note", "--note", text)
        filled("deadline", "add", "--", text, "2027-01-05")
    filled("set", *(f"{f.name}={HOSTILE[1]}" for f in fact_fields() if f.kind == "text"))
    for command in sorted(READING - {"demo"}):
        for more in ((), ("--json",)):
            base = words(filled, command)
            if more and (command == "export" or "--json" in base):
                continue
            done = subprocess.run(
                [sys.executable, "-m", "g221_tui", "--today", TODAY, *base, *more],
                capture_output=True,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
                check=True,
            )
            for stream in (done.stdout, done.stderr):
                shown = stream.decode()
                assert not ACTED_UPON.search(shown), (command, more)
                assert not more or stream is not done.stdout or shown.isascii()


def test_bytes_that_are_no_text_come_in_by_the_shell_and_are_kept(filled: Cli) -> None:
    subprocess.run(
        [sys.executable, "-m", "g221_tui", "log", "ceac", "--note", b"caf\xe9 \xff"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        capture_output=True,
    )
    assert os.fsdecode(b"caf\xe9 \xff") in texts(filled)
    filled("log", "ceac", "--note", "and on")
    filled("undo")
    filled("undo")
    filled("redo")
    assert os.fsdecode(b"caf\xe9 \xff") in texts(filled)
