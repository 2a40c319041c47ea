"""Tables that the user brings."""

from pathlib import Path

import msgspec

from g221_tui.core.edits.imported.table import table_of
from g221_tui.core.edits.imported.take_table import TakeTable
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.errors import NotImported, Refused
from g221_tui.output.csv_file import read
from g221_tui.service.forms import NoIds
from g221_tui.store.import_export import bytes_to_import


class TablePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What taking a table in would do."""

    anything: bool
    """Whether the case would be another one."""
    told: str
    """What would become of its rows, counted."""
    effect: str
    """What that would do to the set of papers and to the wait; empty when nothing."""


def table_to_import(path: Path) -> TakeTable:
    """What takes a table in.

    Raises:
        NotImported: It is none that can be taken in; the error says what it is.
    """
    try:
        table = table_of(read(bytes_to_import(path)))
    except NotImported:
        raise
    except Refused as problem:
        raise NotImported(path, str(problem)) from None
    return TakeTable(table=table, source=path.name)


def table_plan(command: TakeTable, day: CaseDay) -> TablePlan:
    """What taking a table in would do; nothing is changed.

    Args:
        command: What takes it in.
        day: The case on a day.

    Raises:
        Refused: A row can't be taken; the message names it.
    """
    edit = command.apply(day, NoIds())
    told = command.told(day, NoIds())
    return TablePlan(anything=edit.case != day.case, told=told, effect=edit.effect)
