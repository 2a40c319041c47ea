"""The commands of the case as a whole: open it, set its facts, correct it, name its dates."""

from g221_tui.cli.commands.command import Command, add_command, json_option
from g221_tui.cli.parser import Parser

FACTS = (
    ("--refused", "DATE", "the day of the 221(g) refusal"),
    ("--case-number", "T", "the number on the slip"),
    ("--post", "T", "the embassy or consulate"),
    ("--visa", "T", "the visa: H-1B, F-1, IR1"),
    ("--interview", "DATE", "the day of the interview"),
    ("--asked", "yes|no|unknown", "whether documents were asked for"),
    ("--tracking", "yes|no|unknown", "whether the post offers tracking"),
    ("--us-link", "WHO", "unknown, none, self, petitioner, employer, relative or school"),
    ("--us-state", "XX", "the US state of that link"),
    ("--petition", "yes|no|unknown", "whether the visa rests on a petition"),
    ("--policy", "ID", "whose waits apply: guide, state, ask-never, or a post's own"),
    ("--wait", "DAYS", "the case's own wait, as the post says"),
    ("--rest", "DAYS", "the case's own rest between two questions"),
    ("--title", "T", "your own name for the case"),
)
"""What may be said of a new case: the option, its value, its meaning."""


def _new(parser: Parser) -> None:
    for name, metavar, words in FACTS:
        parser.add_argument(name, metavar=metavar, help=words)
    parser.add_argument("--reason", nargs="+", action="extend", default=[], metavar="R")
    parser.add_argument("--document", nargs="+", action="extend", default=[], metavar="NAME")


def _cases(parser: Parser) -> None:
    json_option(parser)
    parser.alone = "lists the cases"
    parts = parser.takes_commands("part", "ACTION")
    use = add_command(parts, "use", "take a case in hand")
    use.add_argument("id", metavar="ID")
    link = add_command(parts, "link", "link the case in hand with another")
    link.add_argument("id", metavar="ID")
    link.add_argument("kind", metavar="family|parallel")


def _set(parser: Parser) -> None:
    parser.add_argument("values", nargs="+", metavar="FIELD=VALUE")


def _correct(parser: Parser) -> None:
    parser.add_argument("record", metavar="ID")
    parser.add_argument("values", nargs="+", metavar="FIELD=VALUE")


def _deadline(parser: Parser) -> None:
    parts = parser.takes_commands("part", "ACTION", required=True)
    add = add_command(parts, "add", "name a date that must not be missed")
    add.add_argument("name", metavar="NAME")
    add.add_argument("date", metavar="DATE")
    json_option(add_command(parts, "list", "list the dates, those of the rules too"))
    remove = add_command(parts, "remove", "take out a date you named; its record stays")
    remove.add_argument("name", metavar="NAME", help="its name, or its id")


COMMANDS = (
    ("new", Command("open a case", _new)),
    ("cases", Command("list the cases, take one in hand, link two", _cases)),
    ("set", Command("set facts of the case; an empty value clears", _set)),
    ("correct", Command("correct a record; the old value is kept", _correct)),
    ("deadline", Command("dates that must not be missed: list, add, remove", _deadline)),
)
"""They, in the order of the help."""
