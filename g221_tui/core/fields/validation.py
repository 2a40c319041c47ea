"""What is wrong with a row: every faulty field, each with the words a person can act on."""

import json
import re
import types
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec

from g221_tui.core.model import Record
from g221_tui.core.text.phrases import shortened

RecordType = TypeVar("RecordType", bound=Record)

Kind = TypeVar("Kind", bound=msgspec.Struct)

HALF = "[\ud800-\udfff]"
"""Half a character: what the system makes of bytes that are no text, or an escape in JSON."""
SHOWN = 40
"""How many characters of a faulty value a message repeats."""


def taken(kind: type[Kind], row: object) -> Kind:
    """The record of a row; unknown names are passed over, also those that hold half a character.

    Raises:
        msgspec.ValidationError: The row is no record of this kind.
    """
    try:
        return msgspec.convert(row, kind)
    except UnicodeEncodeError:  # half a character, which has no UTF-8: msgspec can't compare it
        known = _spelt(row)
    try:
        return msgspec.convert(known, kind)
    except UnicodeEncodeError:
        raise msgspec.ValidationError("half a character where none can be") from None


def faulty(kind: type[msgspec.Struct], row: Mapping[str, object]) -> tuple[str, ...]:
    """The names of the fields of a row that a record of this kind can't take."""
    return tuple(field.encode_name for field in _faulty(kind, row))


def faults(kind: type[msgspec.Struct], row: Mapping[str, object]) -> tuple[str, ...]:
    """What is wrong with each of these fields, in words; empty when all are well."""
    found: list[str] = []
    for field in _faulty(kind, row):
        name = field.encode_name
        if name not in row:
            found.append(f"{name}: is missing")
        else:
            found += _within(name, row[name], field.type) or (
                f"{name}: {_shown(row[name])} is not {wanted(field.type)}",
            )
    return tuple(found)


def _faulty(
    kind: type[msgspec.Struct], row: Mapping[str, object]
) -> Iterator[msgspec.structs.FieldInfo]:
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if field.required if name not in row else not _fits(row[name], field.type):
            yield field


def _within(name: str, value: object, kind: object) -> tuple[str, ...]:
    """The faults within a list of objects, each with its place; empty where it is another thing."""
    part = get_args(kind)[0] if get_origin(kind) is tuple else None
    if not isinstance(part, type) or not issubclass(part, msgspec.Struct):
        return ()
    rows = enumerate(value, start=1) if isinstance(value, list) else ()
    return tuple(
        f"{name} {place}: {fault}"
        for place, row in rows
        if isinstance(row, dict)
        for fault in faults(part, row)
    )


def readable(kind: type[RecordType], row: Mapping[str, object]) -> RecordType | None:
    """The record of the fields that are well; none when a required one is not."""
    good = {
        field.encode_name: row[field.encode_name]
        for field in msgspec.structs.fields(kind)
        if field.encode_name in row and _fits(row[field.encode_name], field.type)
    }
    try:
        return taken(kind, good)
    except msgspec.ValidationError:
        return None


def wanted(kind: object) -> str:
    """What a field takes, in words: "a date (YYYY-MM-DD)", "one of yes, no, unknown"."""
    if get_origin(kind) is Annotated:
        meta = next(each for each in get_args(kind) if isinstance(each, msgspec.Meta))
        return meta.description or wanted(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join(wanted(part) for part in get_args(kind) if part is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of " + ", ".join(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "an object of " + ", ".join(kind.__struct_encode_fields__)
    if get_origin(kind) is tuple:
        return f"a list, each {wanted(get_args(kind)[0])}"
    words = {date: "a date (YYYY-MM-DD)", str: "text", int: "a whole number", bool: "true or false"}
    return next((said for named, said in words.items() if kind is named), "an object")


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(_spelt(value), kind)
    except (msgspec.ValidationError, UnicodeEncodeError):
        return False
    return True


def _spelt(value: object) -> object:
    """The value without the names that no field can have; what records keep raw stays whole."""
    if isinstance(value, list):
        return [_named_well(part) for part in value]
    if not isinstance(value, dict):
        return value
    row = _named_well(value)
    return {
        name: [_named_well(each) for each in part] if isinstance(part, list) else part
        for name, part in row.items()
    }


def _named_well(part: Any) -> Any:
    """An object without the names that hold half a character; anything else as it is."""
    if not isinstance(part, dict):
        return part
    return {name: inner for name, inner in part.items() if not re.search(HALF, name)}


def _shown(value: object) -> str:
    """The value as it stands in the file, cut short."""
    text = json.dumps(value, ensure_ascii=False)
    return shortened(text, SHOWN)
