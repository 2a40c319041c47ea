"""The commands that only print: scripts and prompts call them often."""

from g221_tui.cli.commands.command import Command, add_command, json_option, no_options
from g221_tui.cli.parser import Parser


def _status(parser: Parser) -> None:
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as one JSON object")
    shape.add_argument("--plain", action="store_true", help="as plain text, also on a terminal")
    parser.add_argument("--masked", action="store_true", help="with identifiers masked")


def _next(parser: Parser) -> None:
    json_option(parser)
    parser.add_argument(
        "--check", action="store_true", help="end with 4 when something is pressing"
    )


def _why(parser: Parser) -> None:
    json_option(parser)
    parser.add_argument("--masked", action="store_true", help="with identifiers masked")
    parser.add_argument("about", nargs="+", metavar="CHANNEL|next|stage|DEADLINE")


def _channels(parser: Parser) -> None:
    json_option(parser)
    parser.add_argument("--further", action="store_true", help="those beyond the guide's five")


def _contacts(parser: Parser) -> None:
    json_option(parser)
    parser.alone = "lists the contacts"
    parts = parser.takes_commands("part", "ACTION")
    remove = add_command(parts, "remove", "take a contact out of the log; its record stays")
    remove.add_argument("id", metavar="ID")


def _guide(parser: Parser) -> None:
    parser.add_argument(
        "topic", nargs="*", metavar="TOPIC", help="the page to print; default: list"
    )
    json_option(parser)


COMMANDS = (
    ("status", Command("where the case stands, whole", _status)),
    ("next", Command("the one thing to do next", _next)),
    ("why", Command("the tree behind an answer: rule, dates, records, facts", _why)),
    ("channels", Command("every way to follow up: open or not, and why", _channels)),
    ("contacts", Command("the log of contacts; remove one", _contacts)),
    ("timeline", Command("what happened, and what the rules put ahead", json_option)),
    ("history", Command("every change of the file, oldest first", json_option)),
    ("info", Command("the file, the rules and their sources", json_option)),
    ("guide", Command("short pages: stages, reasons, channels, the long wait", _guide)),
    ("demo", Command("the dashboard on invented data in a throw-away file", no_options)),
)
"""They, in the order of the help."""
