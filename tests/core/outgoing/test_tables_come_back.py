"""What a table holds comes back from it the same, whatever was typed."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.life import Life
from core.outgoing.kit import CONTACTS, TEXT, TODAY, documents
from g221_tui.core.edits.imported.table import table_of
from g221_tui.core.edits.imported.take_table import TakeTable
from g221_tui.core.model import Contact, Document
from g221_tui.core.outgoing.sheets import SHEETS, Sheet, guarded, unguarded
from g221_tui.output.csv_file import read, written


def life() -> Life:
    made = Life()
    made("new", "--refused", "2026-10-26", today=TODAY)
    return made


def sheet(made: Life, name: str) -> Sheet:
    return SHEETS[name](made.day(TODAY), None)


def without_ids(table: Sheet) -> list[tuple[str, ...]]:
    return sorted(row[1:] for row in table.rows)


def comes_back(made: Life, name: str) -> None:
    """The table of a case fills an empty case alike, and a second time changes nothing."""
    table = sheet(made, name)
    command = TakeTable(table=table_of(read(written(table, bom=True))), source="it")
    same = command.apply(made.day(TODAY), made.ids)
    assert same.case == made.case
    fresh = life()
    fresh.apply(command, today=TODAY)
    assert without_ids(sheet(fresh, name)) == without_ids(table)
    before = fresh.case
    fresh.apply(command, today=TODAY)
    assert fresh.case == before


@settings(max_examples=30)
@given(CONTACTS)
def test_contacts_of_any_words_come_back(contacts: list[Contact]) -> None:
    made = life()
    numbered = tuple(
        msgspec.structs.replace(c, id=f"c-of{n}") for n, c in enumerate(contacts, start=1)
    )
    made.put(msgspec.structs.replace(made.case, contacts=numbered))
    comes_back(made, "contacts")


@settings(max_examples=30)
@given(documents())
def test_documents_of_any_words_come_back(papers: list[Document]) -> None:
    made = life()
    made.put(msgspec.structs.replace(made.case, documents=tuple(papers)))
    comes_back(made, "documents")


@given(TEXT)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t\r")
    # Excel with the semicolon as separator splits there, quotes or not.
    parts = [part.lstrip() for line in guarded(text).split("\n") for part in line.split(";")[1:]]
    assert not any(part.startswith(("=", "+", "-", "@")) for part in parts)


@given(st.lists(st.lists(st.text().map(lambda t: t.replace("\0", "")), min_size=1), min_size=1))
def test_any_cells_come_back_from_the_file(rows: list[list[str]]) -> None:
    kept = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    made = Sheet(header=("id",), rows=tuple(tuple(row) for row in kept))
    found = [tuple(cells) for _, cells in read(written(made, bom=False))]
    wanted = [r for r in made.rows if any(cell.strip() for cell in r)]
    assert found[1:] == [tuple(c.replace("\r\n", "\n") for c in r) for r in wanted]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("00123456789012345678", "'00123456789012345678"),
        ("0042", "'0042"),
        ("123456789012", "'123456789012"),
        ("12345678901", "12345678901"),
        ("12E4", "'12E4"),
        ("3-11", "'3-11"),
        ("1/2/26", "'1/2/26"),
        ("'0042", "''0042"),
        ("2026-12-12", "2026-12-12"),
        ("2026299 345 0001", "2026299 345 0001"),
        ("0042 sent", "0042 sent"),
        ("7", "7"),
        ("0", "0"),
    ],
)
def test_a_number_that_a_spreadsheet_would_change_stays_as_typed(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text
