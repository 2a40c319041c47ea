"""The only writer to stdout and stderr: data on the one, talk on the other.

Data that could not be delivered is a failure; talk that nobody can hear is not.
"""

import errno
import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from g221_tui.cli.encoding import spelled
from g221_tui.core.text.phrases import within_sentence
from g221_tui.core.text.sanitize import as_text, clean
from g221_tui.errors import G221Error

if TYPE_CHECKING:
    from g221_tui.service.done import Done

STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
"""The streams by their numbers, and how each is opened."""

REASONS = {errno.ENOSPC: "no space left", errno.EBADF: "stdout is closed"}
"""Why nothing more could be written, in our words; for other reasons the system's serve."""


class Undelivered(G221Error):
    """What was asked for could not be printed."""


def stand_in_for_closed() -> None:
    """Give each stream that was closed at the start one that reads nothing and takes nothing.

    Else a file that is opened later gets its number, and whoever writes there writes into it.
    """
    for number, (name, mode) in enumerate(STREAMS):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDONLY)  # writing to it fails, and is noticed
            with suppress(OSError):
                os.fstat(number)
                number = handle  # another file has that number by now
            if handle != number:
                os.dup2(handle, number)
            setattr(sys, name, os.fdopen(number, mode))


def data(text: str) -> None:
    """Print data on stdout; user text must have been cleaned.

    Raises:
        Undelivered: It could not be written.
        BrokenPipeError: Nobody reads it any more.
    """
    try:
        _write(sys.stdout, text + "\n")
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _undelivered(problem) from None


def deliver() -> None:
    """Make sure that what was printed has gone out.

    Raises:
        Undelivered: It could not be written.
        BrokenPipeError: Nobody reads it any more.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _undelivered(problem) from None


def _undelivered(problem: OSError) -> Undelivered:
    """What to say; what is left goes nowhere, so that it is not tried again at the end."""
    hush(sys.stdout)
    words = problem.strerror or type(problem).__name__
    reason = REASONS.get(problem.errno or 0, within_sentence(words))
    return Undelivered(f"g221 could not write the output: {reason}.")


def data_json(value: Any) -> None:
    """Print a value as JSON on stdout, raw and in ASCII."""
    data(json.dumps(msgspec.to_builtins(value), ensure_ascii=True, indent=2))


def talk(text: str) -> None:
    """Say something to the person, on stderr; where that can't be written, to nobody."""
    try:
        _write(sys.stderr, text + "\n")
        sys.stderr.flush()
    except OSError:
        hush(sys.stderr)


def done(made: "Done", sentence: str) -> int:
    """Say in one line what was done, and what the save could not make sure of."""
    talk(clean(f"{sentence} {made.saved_but}".strip()))
    return 0


def ask(question: str) -> str:
    """Ask on stderr and read one line; the end of the input counts as an empty answer."""
    with suppress(OSError):
        _write(sys.stderr, question)
        sys.stderr.flush()
    return as_text(sys.stdin.readline()).strip()


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
    with console.capture() as printed:
        for text, style in lines:
            console.print(Text(text, style=style))
    data(printed.get().removesuffix("\n"))


def hush(stream: TextIO) -> None:
    """Point a stream at nothing, after it could not be written to."""
    with suppress(OSError):
        number = stream.fileno()
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, number)
        os.close(sink)


def _write(stream: TextIO, text: str) -> None:
    stream.write(spelled(text, stream.encoding or "ascii"))
