"""The command line: read the words, call the service, end with the right code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from g221_tui.cli import reading, text
from g221_tui.cli.arguments import build_parser
from g221_tui.cli.parser import parse
from g221_tui.clock import Clock, FixedClock, SystemClock
from g221_tui.config import config_path, file_path
from g221_tui.core.dates import read_date
from g221_tui.core.display import clean
from g221_tui.errors import G221Error, NotUnderstood
from g221_tui.reader import Reader
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository

if TYPE_CHECKING:
    from g221_tui.service import Tracker

INTERRUPTED = 130
"""What a shell expects of a program that was interrupted."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of the README."""
    words = sys.argv[1:] if argv is None else argv
    try:
        arguments = parse(build_parser(), words)
        code = _run(arguments)
        sys.stdout.flush()
    except G221Error as problem:
        text.talk(clean(str(problem)))
        return problem.exit_code
    except BrokenPipeError:
        text.hush()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:  # argparse leaves this way after --help and --version
        return end.code if isinstance(end.code, int) else 0
    return code


def _run(arguments: Namespace) -> int:
    arguments.case = getattr(arguments, "case", None)
    clock = _clock(getattr(arguments, "today", None))
    if arguments.command == "demo":
        return _demo(clock)
    repository = Repository(file_path(getattr(arguments, "file", None)), clock)
    rules = load_rules(config_path())
    command = (arguments.command, getattr(arguments, "part", None))
    shown = _showing().get(command)
    if shown is not None:
        return shown(Reader(repository, rules, clock), arguments)
    from g221_tui.service import Tracker  # showing never pays for what changing needs

    tracker = Tracker(repository, rules, clock)
    if arguments.command is None:
        return _dashboard(tracker, arguments)
    return _changing()[command](tracker, arguments)


def _showing() -> dict[tuple[str | None, str | None], Callable[[Reader, Namespace], int]]:
    """The commands that print."""
    return {
        ("status", None): reading.status,
        ("next", None): reading.next_step,
        ("channels", None): reading.channels,
        ("timeline", None): reading.timeline,
        ("contacts", None): reading.contacts,
        ("history", None): reading.history,
        ("info", None): reading.info,
        ("cases", None): reading.cases,
        ("docs", "list"): reading.documents,
        ("event", "list"): reading.events,
    }


def _changing() -> dict[tuple[str | None, str | None], Callable[["Tracker", Namespace], int]]:
    """The commands that change the file."""
    from g221_tui.cli import changing

    return {
        ("cases", "use"): changing.use_case,
        ("cases", "link"): changing.link_case,
        ("docs", "add"): changing.add_documents,
        ("docs", "set"): changing.set_document,
        ("docs", "remove"): changing.remove_document,
        ("event", "add"): changing.add_event,
        ("log", None): changing.log,
        ("new", None): changing.new,
        ("set", None): changing.set_facts,
        ("correct", None): changing.correct,
        ("deadline", "add"): changing.add_deadline,
    }


def _clock(words: str | None) -> Clock:
    clock = SystemClock()
    if words is None:
        return clock
    try:
        return FixedClock(read_date(words, clock.today()))
    except NotUnderstood as problem:
        raise NotUnderstood(f"--today: {problem}") from problem


def _dashboard(tracker: "Tracker", arguments: Namespace) -> int:
    """Without a command: the status."""
    arguments.json, arguments.plain, arguments.masked = False, not text.on_terminal(), False
    return reading.status(tracker, arguments)


def _demo(clock: Clock) -> int:
    """The dashboard on invented data; the user's own file is never opened."""
    from g221_tui.demo import demo_tracker

    with demo_tracker(clock) as tracker:
        for case in tracker.book().cases:
            arguments = Namespace(case=case.id, json=False, plain=True, masked=False)
            reading.status(tracker, arguments)
            text.data("")
    return 0
