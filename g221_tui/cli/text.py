"""The only writer to stdout and stderr: data on the one, talk on the other."""

import json
import os
import sys
from typing import Any, TextIO

import msgspec

from g221_tui.core.display import clean
from g221_tui.reader import Reader


def data(text: str) -> None:
    """Print data on stdout; user text must have been cleaned."""
    _write(sys.stdout, text + "\n")


def data_json(value: Any) -> None:
    """Print a value as JSON on stdout, raw and in ASCII."""
    data(json.dumps(msgspec.to_builtins(value), ensure_ascii=True, indent=2))


def talk(text: str) -> None:
    """Say something to the person, on stderr."""
    _write(sys.stderr, text + "\n")


def done(reader: Reader, sentence: str) -> int:
    """Say in one line what was done, and what the save could not make sure of."""
    talk(clean(f"{sentence} {reader.repository.warning}".strip()))
    return 0


def ask(question: str) -> str:
    """Ask on stderr and read one line; the end of the input counts as an empty answer."""
    _write(sys.stderr, question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def can_ask() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def styled(lines: list[tuple[str, str]]) -> None:
    """Print lines with styles on a terminal; `lines` are (text, style)."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for text, style in lines:
        console.print(Text(text, style=style))


def hush() -> None:
    """Point stdout at nothing, after whoever read it has gone."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
