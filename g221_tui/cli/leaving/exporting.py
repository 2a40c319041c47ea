"""The command `export`: data on stdout or in a file of its own, and on stderr what it is."""

import json
from argparse import Namespace

from g221_tui.cli import text
from g221_tui.cli.leaving.options import must_fit, naming_force
from g221_tui.config import config_path
from g221_tui.core.text.lookup import known
from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.service.exports.exports import Exports, Outgoing
from g221_tui.service.exports.wanted import Format, Wanted
from g221_tui.service.reader import Reader

PAPERS = (Format.BRIEF, Format.PACKET)
"""What people read: beside it stands whether it holds names and numbers."""
MASKED = "Names and numbers are masked; --full writes them."
FULL = "It holds names and numbers."


def export(reader: Reader, arguments: Namespace) -> int:
    """Write one of the formats; identifiers are masked unless it is full."""
    format = Format(known(arguments.format, Format, "format"))
    must_fit(arguments, format)
    if format is Format.JSON and arguments.out is None:
        text.data(json.dumps(reader.export(full=arguments.full), indent=2))
        return 0
    wanted = Wanted(
        format=format,
        what=arguments.what or "",
        html=arguments.html,
        bom=arguments.bom,
        full=arguments.full,
    )
    exports = Exports(reader, config_path(), config_path())
    made = exports.make(wanted, arguments.case)
    _mind(made, arguments)
    _deliver(exports, arguments, made)
    if format in PAPERS:
        text.talk(FULL if arguments.full else MASKED)
    return 0


def _mind(made: Outgoing, arguments: Namespace) -> None:
    """What to know before a packet is sent."""
    if made.early or made.missing or made.notes:
        from g221_tui.cli.letters.draft import beside

        beside(made, arguments.case)


def _deliver(exports: Exports, arguments: Namespace, made: Outgoing) -> None:
    """Put it on stdout, or in a file for the user alone; then say what to know."""
    if arguments.out is None:
        data = made.data.decode("utf-8").removesuffix("\n")
        # A file for other programs holds what was typed; a terminal would obey some of it.
        text.data(clean_lines(data) if text.on_terminal() else data)
        text.deliver()
        notes = made.delivered()
    else:
        with naming_force(arguments.out):
            done = exports.write(made, arguments.out, force=arguments.force)
        text.talk(clean(f"{done.sentence} {done.saved_but}".strip()))
        notes = done.notes
    for note in notes:
        text.talk(clean(note))
