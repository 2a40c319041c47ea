"""The parser of the command line: of all commands, or of the one that was typed alone."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from g221_tui.cli.commands.command import Command, add_command, global_options
from g221_tui.cli.parser import Parser, Version

MODULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reading": (
            *("status", "next", "why", "channels", "contacts", "timeline", "history", "info"),
            *("guide", "demo"),
        ),
        "documents": ("docs",),
        "happenings": ("event", "log"),
        "case": ("new", "cases", "set", "correct", "deadline"),
        "keeping": (
            *("undo", "redo", "export", "remind", "draft", "import", "completion", "wipe"),
            *("merge-driver", "backup"),
        ),
    }
)
"""The modules of `g221_tui.cli.commands`, each with its commands, in the order of the help."""
VALUES, FLAGS = ("--file", "--case", "--today"), ("--no-mouse", "--no-lock")
"""The options that may stand before a command: those with a value, and those without."""


def whole_parser() -> Parser:
    """The command line with every command."""
    return _parser(tuple(MODULES))


def parser_for(words: Sequence[str]) -> Parser:
    """The command line, as much of it as these words can mean: argparse takes its time."""
    typed = _command_in(words)
    if typed is None:
        return _parser(())
    for module, names in MODULES.items():
        if typed in names:
            return _parser((module,), alone=typed)
    return whole_parser()


def _command_in(words: Sequence[str]) -> str | None:
    """The word where a command stands, whatever it is; none where options for any command end."""
    rest = iter(words)
    for word in rest:
        if word in VALUES:
            next(rest, None)
        elif word not in FLAGS and not word.startswith(tuple(f"{name}=" for name in VALUES)):
            return word
    return None


def _parser(modules: Sequence[str], alone: str = "") -> Parser:
    """The parser of some modules' commands, or of one command alone."""
    parser = Parser(
        prog="g221",
        description="A calm dashboard for a US visa case refused for now under 221(g).\n"
        "Without a command it opens the dashboard. Not legal advice.",
    )
    parser.add_argument("--version", action=Version, help="print the version and leave")
    parser.set_defaults(parser=parser)
    global_options(parser)
    commands = parser.takes_commands("command", "COMMAND")
    for name, command in _commands(modules):
        if alone in ("", name):
            command.options(add_command(commands, name, command.text))
    return parser


def _commands(modules: Sequence[str]) -> Iterator[tuple[str, Command]]:
    for module in modules:
        yield from import_module(f"g221_tui.cli.commands.{module}").COMMANDS
