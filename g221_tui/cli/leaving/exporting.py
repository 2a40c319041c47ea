"""The command `export`: data on stdout or in a file of its own, and on stderr what it is."""

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType

from g221_tui.cli import text
from g221_tui.cli.leaving.options import BRIEF, PACKET, TABLE, must_fit
from g221_tui.config import config_path
from g221_tui.core.text.lookup import known
from g221_tui.core.text.phrases import counted
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import NotUnderstood
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.service.reader import Reader
from g221_tui.store.import_export import write_bytes, write_export


def export(reader: Reader, arguments: Namespace) -> int:
    """Write one of the formats; identifiers are masked unless it is full."""
    name = known(arguments.format, FORMATS, "format")
    must_fit(arguments, name)
    return FORMATS[name](reader, arguments)


def whole_file(reader: Reader, arguments: Namespace) -> int:
    """The whole file as JSON."""
    value = reader.export(full=arguments.full)
    if arguments.out is None:
        text.data(json.dumps(value, indent=2))
        return 0
    path = outgoing_path(reader, arguments.out)
    saved_but = write_export(path, value, force=arguments.force)
    what = "the whole file" if arguments.full else "the file with identifiers masked"
    text.talk(clean(f"Wrote {what} to {path}. {saved_but}".strip()))
    return 0


def calendar(reader: Reader, arguments: Namespace) -> int:
    """The days of a case for a calendar; what it was told is remembered once it is written."""
    from g221_tui.service.calendar import Calendars
    from g221_tui.store.own_files.memory import CALENDAR, Memory

    calendars = Calendars(reader, Memory(config_path() / CALENDAR))
    made = calendars.make(arguments.case, full=arguments.full)
    how = "in full" if arguments.full else "with identifiers masked"
    deliver(reader, arguments, made.data, f"a calendar {how}")
    gone = f"{made.withdrawn} taken back" if made.withdrawn else "none taken back"
    text.talk(f"{counted(made.entries, 'day')} in it, {gone}; exported again it updates.")
    for note in filter(None, (made.note, calendars.remember(made))):
        text.talk(clean(note))
    return 0


def table(reader: Reader, arguments: Namespace) -> int:
    """Contacts, documents or timeline of a case as a table."""
    from g221_tui.core.outgoing.sheets import SHEETS
    from g221_tui.core.snapshot.build import build
    from g221_tui.output.csv_file import written

    if arguments.what is None:
        raise NotUnderstood(f"'g221 export csv' needs one of {', '.join(SHEETS)}.")
    name = known(arguments.what, SHEETS, "table")
    day = reader.day(arguments.case)
    masker = None if arguments.full else reader.masker()
    sheet = SHEETS[name](day, build(day, live=True), masker)
    how = "in full" if arguments.full else "with identifiers masked"
    deliver(reader, arguments, written(sheet, bom=arguments.bom), f"the {name} {how}")
    return 0


def deliver(reader: Reader, arguments: Namespace, data: bytes, what: str) -> None:
    """Put the bytes on stdout, or in a file for the user alone.

    Raises:
        Refused: The file is that of the cases.
        StoreError: Something lies there already, or the disk did not take it.
    """
    if arguments.out is None:
        text.data(data.decode("utf-8").removesuffix("\n"))
        text.deliver()
        return
    path = outgoing_path(reader, arguments.out)
    saved_but = write_bytes(path, data, force=arguments.force)
    text.talk(clean(f"Wrote {what} to {path}. {saved_but}".strip()))


def paper(reader: Reader, arguments: Namespace) -> int:
    """A brief or a packet."""
    from g221_tui.cli.leaving.papers import export_paper  # only then is a page made

    return export_paper(reader, arguments)


FORMATS: Mapping[str, Callable[[Reader, Namespace], int]] = MappingProxyType(
    {"json": whole_file, TABLE: table, "ics": calendar, BRIEF: paper, PACKET: paper}
)
"""What `export` writes, and what writes it."""
