"""What is wrong with a row: every faulty field, each with the words a person can act on."""

import json
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar, Union, get_args, get_origin

import msgspec

from g221_tui.core.model import Record

RecordType = TypeVar("RecordType", bound=Record)

SHOWN = 40
"""How many characters of a faulty value a message repeats."""


def faults(kind: type[msgspec.Struct], row: Mapping[str, object]) -> tuple[str, ...]:
    """Each field of a row that a record of this kind can't take; empty when all are well."""
    found: list[str] = []
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name not in row:
            if field.required:
                found.append(f"{name}: is missing")
        elif not _fits(row[name], field.type):
            found.append(f"{name}: {_shown(row[name])} is not {wanted(field.type)}")
    return tuple(found)


def readable(kind: type[RecordType], row: Mapping[str, object]) -> RecordType | None:
    """The record of the fields that are well; none when a required one is not."""
    good = {
        field.encode_name: row[field.encode_name]
        for field in msgspec.structs.fields(kind)
        if field.encode_name in row and _fits(row[field.encode_name], field.type)
    }
    try:
        return msgspec.convert(good, kind)
    except msgspec.ValidationError:
        return None


def wanted(kind: object) -> str:
    """What a field takes, in words: "a date (YYYY-MM-DD)", "one of yes, no, unknown"."""
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
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _shown(value: object) -> str:
    """The value as it stands in the file, cut short."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
