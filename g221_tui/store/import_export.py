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

MASKED = "it is a masked export, and what was masked is not in it"
UNKNOWN = "it has no table meta: g221 did not write it"
"""Why a file can't be taken in that could be read."""
NO_NAME = "no file can have that name"


def tables_to_import(path: Path) -> RawTables:
    """The tables of a file that the user brings; it is only read.

    Raises:
        NotImported: It is no whole file of g221; the error says what it is.
    """
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        raise NotImported(path, NO_NAME) from None
    try:
        tables = tables_of(path)
    except StoreError as error:
        raise NotImported(path, MASKED if _is_masked(path) else error.told("it")) from None
    if META not in tables:
        raise NotImported(path, UNKNOWN)
    return tables


def write_export(path: Path, value: Mapping[str, object], *, force: bool = False) -> None:
    """Writes an export; arguments and errors are those of `write_text`."""
    _write(path, codec.encode(value), force=force)


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Writes a text for the user alone, where nothing lies yet, or over what lies there.

    Raises:
        StoreError: Something lies there and may not be replaced, or the disk did not take it.
    """
    _write(path, text.encode("utf-8"), force=force)


def _write(path: Path, data: bytes, *, force: bool) -> None:
    """The bytes under that name, all or none: they are whole before they get it."""
    fresh = atomic.temporary(path)
    try:
        atomic.fill(fresh, data, None)
        if force:
            fresh.replace(path)
        else:
            os.link(fresh, path)  # unlike a replacement, it never takes the place of another
    except OSError as error:
        if force:
            raise atomic.not_saved(error, path) from None
        atomic.write_new(path, data)  # says what is wrong, or writes where links can't be had
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _is_masked(path: Path) -> bool:
    try:
        found = signature.read(path)
        top = None if found is None else json.loads(found[0])
    except (StoreError, ValueError, RecursionError):
        return False
    return isinstance(top, dict) and top.get("masked") is True
