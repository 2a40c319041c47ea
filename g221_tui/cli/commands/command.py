"""What every command is: its line in the help, its options, and the options that all take."""

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

from g221_tui.cli.parser import Parser


class Command(NamedTuple):
    """A command of the command line."""

    text: str
    """What it does, in a line of the help."""
    options: Callable[[Parser], None]
    """Gives its parser its options and arguments."""


def global_options(parser: Parser) -> None:
    """Options that every command takes, before or after its name."""
    hidden = argparse.SUPPRESS
    parser.add_argument("--file", metavar="PATH", default=hidden, help="the file (or G221_FILE)")
    parser.add_argument("--case", metavar="ID", default=hidden, help="the case to work on")
    parser.add_argument("--today", metavar="DATE", default=hidden, help="another day as today")
    parser.add_argument(
        "--no-mouse", action="store_true", default=hidden, help="leave the mouse to the terminal"
    )
    parser.add_argument(
        "--no-lock",
        action="store_true",
        default=hidden,
        help="save without a lock, for a disk that gives none: one window or command at a time",
    )


def add_command(commands: Any, name: str, text: str) -> Parser:
    """Add a command, or an action of one, with the options that all take."""
    parser: Parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(parser=parser)
    global_options(parser)
    return parser


def no_options(parser: Parser) -> None:
    """For a command that takes none of its own."""


def json_option(parser: Parser) -> None:
    """What is printed can be had as JSON."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def also_option(parser: Parser) -> None:
    """What is recorded can be recorded for other cases as well."""
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="CASE",
        help="it is for this case too; family means every case of the family",
    )
