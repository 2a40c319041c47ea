"""The commands and their options."""

import argparse
from collections.abc import Sequence
from typing import Any

from g221_tui.cli.parser import Parser, Version


def _global_options(parser: Parser) -> None:
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


READING = (
    "status",
    "next",
    "channels",
    "timeline",
    "contacts",
    "history",
    "info",
    "guide",
    "demo",
    "why",
)
"""The commands that only print: scripts and prompts call them often."""


def build_parser(words: Sequence[str]) -> Parser:
    """The command line, as much of it as these words can mean: argparse takes its time."""
    parser = Parser(
        prog="g221",
        description="A calm dashboard for a US visa case refused for now under 221(g).\n"
        "Without a command it opens the dashboard. Not legal advice.",
    )
    parser.add_argument("--version", action=Version, help="print the version and leave")
    parser.set_defaults(parser=parser)
    _global_options(parser)
    commands = parser.takes_commands("command", "COMMAND")
    if not words:
        return parser
    _reading(commands)
    if words[0] in READING:
        return parser
    _documents(commands)
    _events(commands)
    _contacts(commands)
    _case(commands)
    _keeping(commands)
    return parser


def _command(commands: Any, name: str, text: str) -> Parser:
    parser: Parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(parser=parser)
    _global_options(parser)
    return parser


def _also(parser: Parser) -> None:
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="CASE",
        help="it is for this case too; family means every case of the family",
    )


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _reading(commands: Any) -> None:
    status = _command(commands, "status", "where the case stands, whole")
    shape = status.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as one JSON object")
    shape.add_argument("--plain", action="store_true", help="as plain text, also on a terminal")
    status.add_argument("--masked", action="store_true", help="with identifiers masked")
    step = _command(commands, "next", "the one thing to do next")
    _json(step)
    step.add_argument("--check", action="store_true", help="end with 4 when something is pressing")
    why = _command(commands, "why", "the tree behind an answer: rule, dates, records, facts")
    _json(why)
    why.add_argument("--masked", action="store_true", help="with identifiers masked")
    why.add_argument("about", nargs="+", metavar="CHANNEL|next|stage|DEADLINE")
    channels = _command(commands, "channels", "every way to follow up: open or not, and why")
    _json(channels)
    channels.add_argument("--further", action="store_true", help="those beyond the guide's five")
    contacts = _command(commands, "contacts", "the log of contacts; remove one")
    _json(contacts)
    contacts.alone = "lists the contacts"
    parts = contacts.takes_commands("part", "ACTION")
    remove = _command(parts, "remove", "take a contact out of the log; its record stays")
    remove.add_argument("id", metavar="ID")
    for name, text in (
        ("timeline", "what happened, and what the rules put ahead"),
        ("history", "every change of the file, oldest first"),
        ("info", "the file, the rules and their sources"),
    ):
        _json(_command(commands, name, text))
    guide = _command(commands, "guide", "short pages: stages, reasons, channels, the long wait")
    guide.add_argument("topic", nargs="*", metavar="TOPIC", help="the page to print; default: list")
    _json(guide)
    _command(commands, "demo", "the dashboard on invented data in a throw-away file")


def _documents(commands: Any) -> None:
    docs = _command(commands, "docs", "the papers: list, add, set, remove, starter lists")
    parts = docs.takes_commands("part", "ACTION", required=True)
    _json(_command(parts, "list", "list the papers"))
    add = _command(parts, "add", "list papers that were asked for, or extras")
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
    _also(add)
    _details(add)
    put = _command(parts, "set", "set a paper's state and details")
    put.add_argument("name", metavar="NAME")
    put.add_argument("state", nargs="?", metavar="STATE")
    put.add_argument("--on", metavar="DATE", help="the day of it; default today")
    put.add_argument("--by", metavar="slip|post|uscis", help="who made the latest request")
    put.add_argument(
        "--asked", dest="requested", metavar="DATE", help="the day of the latest request"
    )
    put.add_argument("--reason", metavar="R", help="the reason it belongs to; empty clears")
    _details(put)
    starter = _command(parts, "starter", "what is often asked for under a reason: an offer")
    starter.add_argument("reason", nargs="?", metavar="REASON", help="default: the case's own")
    _json(starter)
    remove = _command(parts, "remove", "take a paper off the list; its record stays")
    remove.add_argument("name", metavar="NAME")


def _details(parser: Parser) -> None:
    """What may be said of a paper when it is listed and when it is set."""
    parser.add_argument("--route", metavar="R", help="how it travels: e-mail, drop-off, in person")
    parser.add_argument("--receipt", metavar="T", help="a receipt or tracking number")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--original", dest="original", action="store_const", const="yes")
    kind.add_argument("--copy", dest="original", action="store_const", const="no")
    parser.add_argument("--expires", metavar="DATE", help="its last valid day")
    parser.add_argument("--note", metavar="T")


def _events(commands: Any) -> None:
    event = _command(commands, "event", "what happened: add, list, remove")
    parts = event.takes_commands("part", "ACTION", required=True)
    add = _command(parts, "add", "record something that happened")
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
    _json(_command(parts, "list", "list what happened"))
    remove = _command(parts, "remove", "take out what did not happen; its record stays")
    remove.add_argument("id", metavar="ID")


def _contacts(commands: Any) -> None:
    log = _command(commands, "log", "log a contact, or a reply")
    log.add_argument("channel", metavar="CHANNEL")
    log.add_argument("--on", metavar="DATE", help="the day of it; default today")
    log.add_argument("--purpose", default="status", metavar="P", help="what it was for")
    log.add_argument("--reply", action="store_true", help="they turned to you")
    log.add_argument("--note", default="", metavar="T", help="what was asked or said")
    log.add_argument("--answer", default="", metavar="T", help="what was answered")
    log.add_argument("--status", default="", metavar="T", help="the words the page shows")
    log.add_argument("--page-created", metavar="DATE", help="the page's Case Created")
    log.add_argument("--page-updated", metavar="DATE", help="the page's Case Last Updated")
    log.add_argument("--ref", default="", metavar="T", help="a reference number")
    log.add_argument("--with", dest="with_whom", default="", metavar="T", help="who it was with")
    _also(log)
    log.add_argument("--anyway", action="store_true", help="log it though it is not open")


def _case(commands: Any) -> None:
    new = _command(commands, "new", "open a case")
    for name, metavar, words in (
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
    ):
        new.add_argument(name, metavar=metavar, help=words)
    new.add_argument("--reason", nargs="+", action="extend", default=[], metavar="R")
    new.add_argument("--document", nargs="+", action="extend", default=[], metavar="NAME")
    cases = _command(commands, "cases", "list the cases, take one in hand, link two")
    _json(cases)
    cases.alone = "lists the cases"
    parts = cases.takes_commands("part", "ACTION")
    use = _command(parts, "use", "take a case in hand")
    use.add_argument("id", metavar="ID")
    link = _command(parts, "link", "link the case in hand with another")
    link.add_argument("id", metavar="ID")
    link.add_argument("kind", metavar="family|parallel")
    put = _command(commands, "set", "set facts of the case; an empty value clears")
    put.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    fix = _command(commands, "correct", "correct a record; the old value is kept")
    fix.add_argument("record", metavar="ID")
    fix.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    deadline = _command(commands, "deadline", "dates that must not be missed: list, add, remove")
    parts = deadline.takes_commands("part", "ACTION", required=True)
    add = _command(parts, "add", "name a date that must not be missed")
    add.add_argument("name", metavar="NAME")
    add.add_argument("date", metavar="DATE")
    _json(_command(parts, "list", "list the dates, those of the rules too"))
    remove = _command(parts, "remove", "take out a date you named; its record stays")
    remove.add_argument("name", metavar="NAME", help="its name, or its id")


def _keeping(commands: Any) -> None:
    for name, words in (
        ("undo", "take the last change back; it stays in the history"),
        ("redo", "do the change again that was taken back last"),
    ):
        step = _command(commands, name, words)
        step.add_argument("--dry-run", action="store_true", help="only say what it would do")
    export = _command(commands, "export", "what leaves: identifiers are masked unless --full")
    export.add_argument("format", metavar="json|csv|ics|brief|packet")
    export.add_argument("what", nargs="?", metavar="WHAT", help="csv: the table; packet: for whom")
    export.add_argument("--html", action="store_true", help="the brief as a page to print")
    export.add_argument("--bom", action="store_true", help="for csv: Excel then knows it is UTF-8")
    export.add_argument("--out", metavar="PATH", help="a new file; default stdout")
    export.add_argument("--force", action="store_true", help="also over a file that is there")
    export.add_argument("--full", action="store_true", help="with identifiers; import takes it")
    remind = _command(commands, "remind", "what is due and was not said before; else nothing")
    remind.add_argument("--notify", action="store_true", help="on the desktop as well")
    remind.add_argument(
        "--schedule", metavar="cron|systemd|launchd", help="print what asks once a day"
    )
    letter = _command(commands, "draft", "a letter, a message or what to say on the telephone")
    letter.add_argument("channel", metavar="CHANNEL")
    letter.add_argument("--purpose", default="", metavar="P", help="what it is for")
    letter.add_argument("--masked", action="store_true", help="with identifiers masked")
    letter.add_argument("--out", metavar="PATH", help="a new file; default stdout")
    letter.add_argument("--force", action="store_true", help="also over a file that is there")
    letter.add_argument("--edit", action="store_true", help="change it in EDITOR first")
    letter.add_argument(
        "--mailto", action="store_true", help="print the address that opens it in a mail program"
    )
    take = _command(
        commands, "import", "take in an export, a table, a backup or a sync tool's copy"
    )
    take.add_argument("path", metavar="FILE")
    take.add_argument("--dry-run", action="store_true", help="only say what it would change")
    shell = _command(commands, "completion", "print what has a shell complete the commands")
    shell.add_argument("shell", metavar="bash|zsh|fish")
    wipe = _command(commands, "wipe", "remove everything of g221's own: cases, backups, settings")
    wipe.add_argument("--yes", action="store_true", help="without being asked; names it all first")
    driver = _command(commands, "merge-driver", "make one of two copies, for git's merge driver")
    driver.add_argument("base", metavar="BASE", help="what both were once; git's %%O")
    driver.add_argument("ours", metavar="OURS", help="becomes the result; git's %%A")
    driver.add_argument("theirs", metavar="THEIRS", help="git's %%B")
    backup = _command(commands, "backup", "former files: list, restore")
    parts = backup.takes_commands("part", "ACTION", required=True)
    _json(_command(parts, "list", "list the backups, newest first"))
    restore = _command(parts, "restore", "make the file what it was; the present one is kept")
    restore.add_argument("name", metavar="N|pinned-N")
