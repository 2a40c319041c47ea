"""The command line: read the words, call the service, end with the right code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

from g221_tui.cli import text
from g221_tui.cli.arguments import parser_for
from g221_tui.cli.parser import parse
from g221_tui.cli.terminal import no_dashboard
from g221_tui.clock import Clock, FixedClock, SystemClock, local_moment, unknown_zone
from g221_tui.config import config_path, file_path, state_path
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.span import TODAY, within
from g221_tui.core.text.sanitize import as_text, clean
from g221_tui.errors import DamagedFile, G221Error, NotUnderstood
from g221_tui.rules import load_rules
from g221_tui.service.reader import Reader
from g221_tui.store.repository import Repository

Command = tuple[str | None, str | None]
"""A command and its action, where it has one."""
INTERRUPTED = 130
"""What a shell expects of a program that was interrupted."""


SHOWING: Mapping[Command, str] = MappingProxyType(
    {
        ("status", None): "reading.status",
        ("next", None): "reading.next_step",
        ("channels", None): "reading.channels",
        ("why", None): "reading.why",
        ("timeline", None): "reading.timeline",
        ("contacts", None): "reading.contacts",
        ("history", None): "reading.history",
        ("info", None): "reading.info",
        ("cases", None): "reading.cases",
        ("docs", "list"): "reading.documents",
        ("docs", "starter"): "starters.starter",
        ("event", "list"): "reading.events",
        ("deadline", "list"): "reading.deadlines",
        ("export", None): "leaving.exporting.export",
        ("backup", "list"): "archive.backups",
        ("remind", None): "leaving.remind.remind",
    }
)
"""The commands that print, and where each lies: only that is loaded."""

CHANGING: Mapping[Command, str] = MappingProxyType(
    {
        ("cases", "use"): "changing.use_case",
        ("cases", "link"): "changing.link_case",
        ("docs", "add"): "changing.add_documents",
        ("docs", "set"): "changing.set_document",
        ("docs", "remove"): "changing.remove_document",
        ("event", "add"): "changing.add_event",
        ("log", None): "changing.log",
        ("new", None): "changing.new",
        ("set", None): "changing.set_facts",
        ("correct", None): "changing.correct",
        ("deadline", "add"): "changing.add_deadline",
        ("deadline", "remove"): "changing.remove_deadline",
        ("event", "remove"): "changing.remove_event",
        ("contacts", "remove"): "changing.remove_contact",
        ("undo", None): "archive.undo",
        ("redo", None): "archive.redo",
        ("import", None): "archive.import_file",
        ("merge-driver", None): "archive.merge_driver",
        ("draft", None): "letters.draft.draft",
        ("backup", "restore"): "archive.restore",
    }
)
"""The commands that change the file or look after it, and where each lies."""


def command_at(place: str) -> Callable[[Any, Namespace], int]:
    """The function of a command.

    Args:
        place: Its module below `g221_tui.cli`, and its name.
    """
    module, _, name = place.rpartition(".")
    found: Callable[[Any, Namespace], int] = getattr(import_module(f"g221_tui.cli.{module}"), name)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of the README."""
    words = sys.argv[1:] if argv is None else argv
    code = _reported(lambda: _run([as_text(word) for word in words]))
    # Now, not as the interpreter ends, where nothing can be said about it any more.
    return _reported(text.deliver) or code


def _reported(act: Callable[[], int | None]) -> int:
    """Do it, and say in one line what went wrong; the exit code."""
    try:
        return act() or 0
    except G221Error as problem:
        text.talk(clean(str(problem)))
        return problem.exit_code
    except BrokenPipeError:
        text.hush(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:  # argparse leaves this way after --help and --version
        return end.code if isinstance(end.code, int) else 0
    except Exception as bug:  # everything that is expected was caught above
        from g221_tui.crash_report import reported

        text.talk(clean(reported(bug)))
        return 1


def _run(words: Sequence[str]) -> int:
    text.stand_in_for_closed()
    arguments = parse(parser_for(words), words)
    arguments.case = getattr(arguments, "case", None)
    clock = _clock(getattr(arguments, "today", None))
    if arguments.command == "demo":
        return _demo(clock, mouse=not getattr(arguments, "no_mouse", False))
    if arguments.command == "guide":
        from g221_tui.cli.guide import guide  # before the file is opened: a damaged one is no bar

        return guide(arguments, clock.today())
    if arguments.command == "completion":
        from g221_tui.cli.leaving.completion import completion

        return completion(arguments)
    file = getattr(arguments, "file", None)
    if file == "":
        raise NotUnderstood("--file '' names no file; write its path, or leave --file out.")
    if arguments.command == "wipe":
        # Before anything is read: what is broken goes as well.
        from g221_tui.cli.leaving.wipe import wipe

        return wipe(file_path(file), arguments)
    repository = Repository(file_path(file), clock, locks=_locks(arguments))
    rules = load_rules(config_path())
    _of_our_time(clock, rules)
    try:
        return _on_file(repository, rules, clock, arguments)
    except DamagedFile as damage:
        damage.advice = _way_out(repository)
        raise


def _on_file(repository: Repository, rules: Rules, clock: Clock, arguments: Namespace) -> int:
    """A command on the file. Each way imports only what it needs."""
    if arguments.command is None:
        return _dashboard(repository, rules, clock, arguments)
    command = (arguments.command, getattr(arguments, "part", None))
    if command in SHOWING:
        return command_at(SHOWING[command])(Reader(repository, rules, clock), arguments)
    from g221_tui.service.tracker import Tracker

    return command_at(CHANGING[command])(Tracker(repository, rules, clock), arguments)


def _locks(arguments: Namespace) -> bool:
    """Whether changes take the file's lock: as the option says, else as the settings do."""
    command = (arguments.command, getattr(arguments, "part", None))
    if arguments.command is not None and command in SHOWING:
        return True  # reading takes none
    if getattr(arguments, "no_lock", False):
        return False
    from g221_tui.ui.preferences import PreferenceFiles

    liked = PreferenceFiles(config_path(), state_path()).read()
    if arguments.command is not None:  # the dashboard says them itself
        for complaint in liked.complaints:
            text.talk(clean(complaint))
    return liked.lock


def _way_out(repository: Repository) -> str:
    """What can be done about a damaged file, without a stop."""
    backup = repository.good_backup()
    if backup is None:
        return "There is no good backup of it"
    moment = local_moment(backup.saved_at)
    return (
        f"The newest good backup is {backup.name} of {moment}:"
        f" 'g221 backup restore {backup.name}' brings it back and keeps the damaged file"
    )


def _clock(words: str | None) -> Clock:
    clock = SystemClock()
    if words is None:
        if trouble := unknown_zone():
            text.talk(clean(trouble))
        return clock
    try:
        from g221_tui.core.text.dates_read import read_date

        return FixedClock(read_date(words, clock.today()))
    except NotUnderstood as problem:
        raise NotUnderstood(f"--today: {problem}") from problem


def _of_our_time(clock: Clock, rules: Rules) -> None:
    """That `--today` names a day on which there can be a case.

    Raises:
        Refused: It does not.
    """
    if isinstance(clock, FixedClock):
        within(clock.today(), rules.spans[TODAY], SystemClock().today(), "--today")


def _dashboard(repository: Repository, rules: Rules, clock: Clock, arguments: Namespace) -> int:
    """Open the dashboard on a terminal; elsewhere print the plain status."""
    if not _can_draw():
        from g221_tui.cli import reading

        arguments.json, arguments.plain, arguments.masked = False, True, False
        return reading.status(Reader(repository, rules, clock), arguments)
    repository.check()  # what can't be looked at says so before the screen is taken
    from g221_tui.service.tracker import Tracker
    from g221_tui.ui.app import run

    mouse = not getattr(arguments, "no_mouse", False)
    return run(Tracker(repository, rules, clock), case=arguments.case, demo=False, mouse=mouse)


def _demo(clock: Clock, *, mouse: bool) -> int:
    """The dashboard on invented data; the user's own file is never opened."""
    from g221_tui.demo import demo_tracker

    _of_our_time(clock, load_rules(None))
    with demo_tracker(clock) as tracker:
        if _can_draw():
            from g221_tui.ui.app import run

            return run(tracker, case=None, demo=True, mouse=mouse)
        from g221_tui.cli import reading

        for case in tracker.reader.book().cases:
            arguments = Namespace(case=case.id, json=False, plain=True, masked=False)
            reading.status(tracker.reader, arguments)
            text.data("")
    return 0


def _can_draw() -> bool:
    """Whether the dashboard can be drawn; on a terminal where it can't, it is said why."""
    if not text.on_terminal():
        return False
    reason = no_dashboard()
    if reason:
        text.talk(f"The dashboard can't be drawn here: {reason}. This is the plain status.")
    return not reason
