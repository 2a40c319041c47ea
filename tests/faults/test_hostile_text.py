"""Row 15: what was typed is text, in every option of every command, on screen and piped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import TODAY, Cli
from faults.bad_values import refusal
from faults.commands import BASE, READING, Argument, arguments, leaves, texts, with_value, words
from faults.hostile import ACTED_UPON, HOSTILE, as_path, is_parted, keeps_any_text
from g221_tui.core.edits.facts import fact_fields

pytestmark = pytest.mark.promise(15)

VALUES = [argument for argument in arguments() if argument.takes_value]
NO_JSON = ("export", "draft", "remind", "completion")
"""The commands that read and give no JSON."""


def test_every_command_has_words_that_work() -> None:
    assert {command for command, _ in leaves()} == BASE.keys()


@pytest.mark.parametrize("argument", VALUES, ids=lambda a: f"{a.command} {a.name}")
def test_it_is_kept_raw_and_never_obeyed_nor_shown_raw(filled: Cli, argument: Argument) -> None:
    kept = keeps_any_text(argument)
    written = argument.name in ("--out", "base")  # nothing lies there yet, and none is needed
    start = filled.file.read_bytes()
    for text in HOSTILE:
        text = as_path(filled, argument, text)
        if is_parted(argument, text):
            continue
        code = 0 if kept or written else refusal(argument, text)
        said = filled(*with_value(filled, argument, text), code=code)
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
        said = filled("set", f"{field}={text}", code=0 if kind == "text" else 2)
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
            if more and (command in NO_JSON or "--json" in base):
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
