"""The commands of the file: take back, hand out, take in, look after."""

from g221_tui.cli.commands.command import Command, add_command, json_option
from g221_tui.cli.parser import Parser


def _step(parser: Parser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")


def _export(parser: Parser) -> None:
    parser.add_argument("format", metavar="json|csv|ics|brief|packet")
    parser.add_argument("what", nargs="?", metavar="WHAT", help="csv: the table; packet: for whom")
    parser.add_argument("--html", action="store_true", help="the brief as a page to print")
    parser.add_argument("--bom", action="store_true", help="for csv: Excel then knows it is UTF-8")
    _out(parser)
    parser.add_argument("--full", action="store_true", help="with identifiers; import takes it")


def _out(parser: Parser) -> None:
    parser.add_argument("--out", metavar="PATH", help="a new file; default stdout")
    parser.add_argument("--force", action="store_true", help="also over a file that is there")


def _remind(parser: Parser) -> None:
    parser.add_argument("--notify", action="store_true", help="on the desktop as well")
    parser.add_argument(
        "--schedule", metavar="cron|systemd|launchd", help="print what asks once a day"
    )


def _draft(parser: Parser) -> None:
    parser.add_argument("channel", metavar="CHANNEL")
    parser.add_argument("--purpose", default="", metavar="P", help="what it is for")
    parser.add_argument("--masked", action="store_true", help="with identifiers masked")
    _out(parser)
    parser.add_argument("--edit", action="store_true", help="change it in EDITOR first")
    parser.add_argument(
        "--mailto", action="store_true", help="print the address that opens it in a mail program"
    )


def _import(parser: Parser) -> None:
    parser.add_argument("path", metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="only say what it would change")


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", metavar="bash|zsh|fish")


def _wipe(parser: Parser) -> None:
    parser.add_argument(
        "--yes", action="store_true", help="without being asked; names it all first"
    )


def _merge_driver(parser: Parser) -> None:
    parser.add_argument("base", metavar="BASE", help="what both were once; git's %%O")
    parser.add_argument("ours", metavar="OURS", help="becomes the result; git's %%A")
    parser.add_argument("theirs", metavar="THEIRS", help="git's %%B")


def _backup(parser: Parser) -> None:
    parts = parser.takes_commands("part", "ACTION", required=True)
    json_option(add_command(parts, "list", "list the backups, newest first"))
    restore = add_command(parts, "restore", "make the file what it was; the present one is kept")
    restore.add_argument("name", metavar="N|pinned-N")


COMMANDS = (
    ("undo", Command("take the last change back; it stays in the history", _step)),
    ("redo", Command("do the change again that was taken back last", _step)),
    ("export", Command("what leaves: identifiers are masked unless --full", _export)),
    ("remind", Command("what is due and was not said before; else nothing", _remind)),
    ("draft", Command("a letter, a message or what to say on the telephone", _draft)),
    (
        "import",
        Command("take in an export, a table, a backup or a sync tool's copy", _import),
    ),
    ("completion", Command("print what has a shell complete the commands", _completion)),
    ("wipe", Command("remove everything of g221's own: cases, backups, settings", _wipe)),
    ("merge-driver", Command("make one of two copies, for git's merge driver", _merge_driver)),
    ("backup", Command("former files: list, restore", _backup)),
)
"""They, in the order of the help."""
