"""The whole file as an export: everything as it is, or with identifiers masked."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from g221_tui.core.field_types import ID
from g221_tui.core.fields.validation import faulty, taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.privacy.identifiers import (
    IDENTIFIERS,
    LABELLED,
    Known,
    known_of,
)
from g221_tui.core.privacy.masking import CHOICE, MASK, WHOLE, Masker
from g221_tui.core.privacy.person_names import names_somebody
from g221_tui.packed_history import PACKED
from g221_tui.records import HISTORY, META, TABLES, Tables

MARK = "masked"
"""The name that says of a file that it is masked; a whole one has no such table."""
WITH = ("with_whom", "with")
"""The fields that name whom one talked to."""
OTHER = ("receipt", "ref")
"""The fields of documents and contacts that name a file."""
PLAIN = frozenset(
    {"id", "case", "kind", "channel", "purpose", "direction", "requested_by", "when_logged"}
    | {"entered_at", "removed_at", "shared", "policy", "asked", "tracking", "petition", "us_link"}
    | {"visa_inside"}
)
"""The fields of records that name records, choices and moments, not people."""
WORDS = frozenset(
    {"kind", "channel", "policy", "when_logged", "shared", "entered_at", "removed_at"}
)
"""Those of them that take any text."""
OF_ENTRIES = ("n", "at", "on", "undoes", "redoes", "taken")
"""The fields of an entry of the history that name entries and moments."""
MOMENT = re.compile(r"[0-9-]{10}T[0-9:]{8}Z", re.ASCII)
"""How moments are spelt."""


def masked(tables: Tables, places: frozenset[str] = frozenset()) -> dict[str, object]:
    """The tables with every identifier masked in every text, former values included.

    Args:
        tables: The tables.
        places: The names of places where posts are, which stay readable.
    """
    masker = Masker(*identifiers(tables)._replace(places=places))
    whole: dict[str, object] = {MARK: True}
    for table, rows in tables.items():
        if table == PACKED:  # a block that can't be unpacked: what is in it can't be masked
            continue
        whole[masker(table)] = {number: _row(table, row, masker) for number, row in rows.items()}
    return whole


def _row(table: str, row: object, masker: Masker) -> object:
    """A row masked; what only g221 reads stays."""
    if not isinstance(row, dict) or table == META:
        return masker.within(row) if table != META else row
    if table == HISTORY:
        return _entry(row, masker)
    if table not in TABLES:
        return masker.within(row)
    own = {
        field.encode_name
        for field in msgspec.structs.fields(TABLES[table])
        if field.encode_name in PLAIN or "date" in str(field.type)
    }
    own -= set(_misread(TABLES[table], row))
    made: dict[str, object] = {}
    for name, value in row.items():
        if name in WHOLE:
            made[name] = MASK if value else value
            continue
        plain = name in own and (name not in WORDS or _is_own(value))
        made[name if plain else masker(name)] = value if plain else masker.within(value)
    return made


def _misread(kind: type[msgspec.Struct], row: Mapping[str, object]) -> tuple[str, ...]:
    """The fields that hold what no record of this kind can."""
    try:
        taken(kind, row)
    except msgspec.ValidationError:
        return faulty(kind, row)
    return ()


def _is_own(value: object) -> bool:
    """Whether a text is spelt as choices and moments are; an editor's own may name anybody."""
    if not isinstance(value, str):
        return False
    return CHOICE.fullmatch(value) is not None or MOMENT.fullmatch(value) is not None


def _entry(row: dict[str, object], masker: Masker) -> dict[str, object]:
    """An entry of the history: its sentence, and each record before and after."""
    made: dict[str, object] = {}
    wrong = _misread(HistoryEntry, row)
    for name, value in row.items():
        if name in ("changes", "rows") and isinstance(value, list):
            made[name] = [_change(change, masker) for change in value]
        elif name in OF_ENTRIES and name not in wrong and (name != "at" or _is_own(value)):
            made[name] = value
        else:
            made[masker(name)] = masker.within(value)
    return made


def _change(change: object, masker: Masker) -> object:
    if not isinstance(change, dict) or not isinstance(table := change.get("table"), str):
        return masker.within(change)
    made: dict[str, object] = {}
    for name, value in change.items():
        if name in ("before", "after"):
            made[name] = (
                [_row(table, row, masker) for row in value]
                if isinstance(value, list)
                else _row(table, value, masker)
            )
        elif name == "id" and not (isinstance(value, str) and re.match(ID, value)):
            made[name] = masker.within(value)
        else:
            made[name] = value
    return made


def identifiers(tables: Tables) -> Known:
    """Everything in the tables that names a person or a file, also what was corrected since."""
    found = Known()
    for table, row in _rows(tables):
        names = (*IDENTIFIERS, *LABELLED, "post") if table == "cases" else OTHER
        texts = {name: str(value) for name in names if _is_written(value := row.get(name))}
        if table == "cases":
            found = found.also(known_of(texts))
        persons = {v for v in map(row.get, WITH) if isinstance(v, str) and names_somebody(v)}
        values = persons if table == "cases" else persons | set(texts.values())
        found = found.also(Known(values=frozenset(values), posts=_posts(row)))
    return found


def _is_written(value: object) -> bool:
    """Whether a value is a text, or a number that should be one."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def _posts(row: Mapping[str, object]) -> frozenset[str]:
    """The post that a transfer names."""
    post = row.get("new_post")
    name = post.get("post") if isinstance(post, dict) else None
    return frozenset({name}) if isinstance(name, str) else frozenset()


def _rows(tables: Tables) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every row of a record, those of the history included."""
    for table in TABLES:
        for row in tables.get(table, {}).values():
            if isinstance(row, dict):
                yield table, row
    for entry in tables.get(HISTORY, {}).values():
        for name in ("changes", "rows"):
            changes = entry.get(name) if isinstance(entry, dict) else None
            for change in changes if isinstance(changes, list) else ():
                yield from _sides(change)


def _sides(change: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    if isinstance(change, dict) and isinstance(table := change.get("table"), str):
        for name in ("before", "after"):
            side = change.get(name)
            for row in side if isinstance(side, list) else (side,):
                if isinstance(row, dict):
                    yield table, row
