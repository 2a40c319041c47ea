"""Tables that the user brings."""

from pathlib import Path

from g221_tui.core.edits.imported.table import table_of
from g221_tui.core.edits.imported.take_table import TakeTable
from g221_tui.errors import NotImported, Refused
from g221_tui.output.csv_file import read
from g221_tui.store.import_export import bytes_to_import


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
