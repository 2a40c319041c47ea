"""The commands of the papers."""

from g221_tui.cli.commands.command import Command, add_command, also_option, json_option
from g221_tui.cli.parser import Parser


def _documents(parser: Parser) -> None:
    parts = parser.takes_commands("part", "ACTION", required=True)
    json_option(add_command(parts, "list", "list the papers"))
    add = add_command(parts, "add", "list papers that were asked for, or extras")
    add.add_argument("name", nargs="+", metavar="NAME")
    add.add_argument("--task", action="store_true", help="an act (an interview), not a paper")
    who = add.add_mutually_exclusive_group()
    who.add_argument(
        "--by",
        metavar="slip|post|uscis",
        help="who asked; default: slip until the set was complete, then post",
    )
    who.add_argument("--extra", action="store_true", help="nobody asked for it")
    add.add_argument("--reason", default="", metavar="R", help="the reason it belongs to")
    add.add_argument("--asked", dest="requested", metavar="DATE", help="the day it was asked for")
    also_option(add)
    _details(add)
    put = add_command(parts, "set", "set a paper's state and details")
    put.add_argument("name", metavar="NAME")
    put.add_argument("state", nargs="?", metavar="STATE")
    put.add_argument("--on", metavar="DATE", help="the day of it; default today")
    put.add_argument("--by", metavar="slip|post|uscis", help="who made the latest request")
    put.add_argument(
        "--asked", dest="requested", metavar="DATE", help="the day of the latest request"
    )
    put.add_argument("--reason", metavar="R", help="the reason it belongs to; empty clears")
    _details(put)
    starter = add_command(parts, "starter", "what is often asked for under a reason: an offer")
    starter.add_argument("reason", nargs="?", metavar="REASON", help="default: the case's own")
    json_option(starter)
    remove = add_command(parts, "remove", "take a paper off the list; its record stays")
    remove.add_argument("name", metavar="NAME")


def _details(parser: Parser) -> None:
    """What may be said of a paper when it is listed and when it is set."""
    parser.add_argument("--route", metavar="R", help="how it travels: e-mail, by mail, drop-off")
    parser.add_argument("--receipt", metavar="T", help="a receipt or tracking number")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--original", dest="original", action="store_const", const="yes")
    kind.add_argument("--copy", dest="original", action="store_const", const="no")
    parser.add_argument("--expires", metavar="DATE", help="its last valid day")
    parser.add_argument("--note", metavar="T")


COMMANDS = (("docs", Command("the papers: list, add, set, remove, starter lists", _documents)),)
"""They, in the order of the help."""
