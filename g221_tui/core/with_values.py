"""A record with other values: words become what the record holds."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

R = TypeVar("R", bound=msgspec.Struct)


def with_values(record: R, values: Mapping[str, object]) -> R:
    """The record with these attributes changed, words turned into the record's own types."""
    encoded = {f.name: f.encode_name for f in msgspec.structs.fields(record)}
    row = msgspec.to_builtins(record)
    for attr, value in values.items():
        row[encoded[attr]] = msgspec.to_builtins(value)
    return msgspec.convert(row, type(record))
