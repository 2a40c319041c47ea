"""Files that come and go by the user's hand: what is imported, and what is exported."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from g221_tui.errors import NotImported, StoreError
from g221_tui.records import META, RawTables
from g221_tui.store import atomic, codec, signature
from g221_tui.store.backups import tables_of
from g221_tui.store.places import modes, replacing

TABLES = (".csv", ".tsv")
"""How the name of a table ends; any other file is one of g221's own."""
MASKED = "it is a masked export, and what was masked is not in it"
UNKNOWN = "it has no table meta: g221 did not write it"
"""Why a file can't be taken in that could be read."""
NO_NAME = "no file can have that name"


def is_table(path: Path) -> bool:
    """Whether a file that the user brings is called as a table is."""
    return path.suffix.casefold() in TABLES


def tables_to_import(path: Path) -> RawTables:
    """The tables of a file that the user brings; it is only read.

    Raises:
        NotImported: It is no whole file of g221; the error says what it is.
    """
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:
        raise NotImported(path, NO_NAME) from None
    if b"\0" in name:
        raise NotImported(path, NO_NAME)
    try:
        tables = tables_of(path)
    except StoreError as error:
        raise NotImported(path, MASKED if _is_masked(path) else error.told("it")) from None
    if META not in tables:
        raise NotImported(path, UNKNOWN)
    return tables


def bytes_to_import(path: Path) -> bytes:
    """A file that the user brings, whatever it holds; it is only read.

    Raises:
        NotImported: It can't be read.
    """
    try:
        found = signature.read(path)
    except UnicodeEncodeError:
        raise NotImported(path, NO_NAME) from None
    except StoreError as error:
        raise NotImported(path, error.told("it")) from None
    if found is None:
        raise NotImported(path, "there is no such file")
    return found[0]


def write_export(path: Path, value: Mapping[str, object], *, force: bool = False) -> str:
    """Writes an export for the user alone; answer and errors are those of `write_bytes`."""
    return write_bytes(path, codec.encode(value), force=force)


def write_text(path: Path, text: str, *, force: bool = False) -> str:
    """Writes a text for the user alone; answer and errors are those of `write_bytes`."""
    return write_bytes(path, text.encode("utf-8"), force=force)


def write_bytes(path: Path, data: bytes, *, force: bool = False) -> str:
    """Writes a file for the user alone, where nothing lies yet, or over what lies there.

    Returns:
        What it could not promise ("" when all is well).

    Raises:
        StoreError: Something lies there and may not be replaced, or the disk did not take it.
    """
    if not path.name:
        return atomic.write_new(path, data)  # `/` names no file: says so
    atomic.sweep(path)
    fresh = atomic.temporary(path)
    try:
        if not force:
            return _linked(fresh, path, data)
        saved_but = atomic.write_new(fresh, data)
        replacing.put(fresh, path)
    except OSError as error:
        raise atomic.not_saved(error, path) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return saved_but


def _linked(fresh: Path, path: Path, data: bytes) -> str:
    """The bytes are whole before they get their name, which is nobody else's."""
    try:
        owned = atomic.fill(fresh, data, None)
        os.link(fresh, path)
    except (OSError, AttributeError):  # Android's Python has no links
        return atomic.write_new(path, data)  # says what is wrong, or writes without a link
    return "" if owned else modes.said_once(path)


def _is_masked(path: Path) -> bool:
    try:
        found = signature.read(path)
        top = None if found is None else json.loads(found[0])
    except (StoreError, ValueError, RecursionError):
        return False
    return isinstance(top, dict) and top.get("masked") is True
