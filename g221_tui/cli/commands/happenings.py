"""The commands of what happened: events and contacts."""

from g221_tui.cli.commands.command import Command, add_command, also_option, json_option
from g221_tui.cli.parser import Parser


def _events(parser: Parser) -> None:
    parts = parser.takes_commands("part", "ACTION", required=True)
    add = add_command(parts, "add", "record something that happened")
    add.add_argument("kind", metavar="KIND")
    add.add_argument("--on", metavar="DATE", help="the day of it; default today")
    add.add_argument("--learned", metavar="DATE", help="the day you learned of it")
    add.add_argument("--due", metavar="DATE", help="the date it sets")
    add.add_argument("--note", default="", metavar="T")
    add.add_argument(
        "--visa", default="", metavar="yes|no", help="passport_returned: is the visa in it?"
    )
    add.add_argument("--post", default="", metavar="T", help="transferred: the post that has it")
    add.add_argument(
        "--asked", default="", metavar="yes|no|unknown", help="refused_221g: does it ask for papers"
    )
    add.add_argument(
        "--document",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="refused_221g: what it asks for",
    )
    json_option(add_command(parts, "list", "list what happened"))
    remove = add_command(parts, "remove", "take out what did not happen; its record stays")
    remove.add_argument("id", metavar="ID")


def _log(parser: Parser) -> None:
    parser.add_argument("channel", metavar="CHANNEL")
    parser.add_argument("--on", metavar="DATE", help="the day of it; default today")
    parser.add_argument("--purpose", default="status", metavar="P", help="what it was for")
    parser.add_argument("--reply", action="store_true", help="they turned to you")
    parser.add_argument(
        "--automatic", action="store_true", help="an automatic reply: it answers nothing"
    )
    parser.add_argument("--note", default="", metavar="T", help="what was asked or said")
    parser.add_argument("--answer", default="", metavar="T", help="what was answered")
    parser.add_argument("--status", default="", metavar="T", help="the words the page shows")
    parser.add_argument("--page-created", metavar="DATE", help="the page's Case Created")
    parser.add_argument("--page-updated", metavar="DATE", help="the page's Case Last Updated")
    parser.add_argument("--ref", default="", metavar="T", help="a reference number")
    parser.add_argument("--with", dest="with_whom", default="", metavar="T", help="who it was with")
    also_option(parser)
    parser.add_argument("--anyway", action="store_true", help="log it though it is not open")


COMMANDS = (
    ("event", Command("what happened: add, list, remove", _events)),
    ("log", Command("log a contact, or a reply", _log)),
)
"""They, in the order of the help."""
