"""Knowing a file again: its stamps tell, and where they may lie its bytes do."""

import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from g221_tui.errors import StoreError
from g221_tui.store import signature
from store.outside_changes import edited_in_place

LATER = 10_000_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file."""
    found = tmp_path / "case.json"
    found.write_bytes(b"Chennai")
    return found


def settled(path: Path, monkeypatch: pytest.MonkeyPatch) -> signature.Signature:
    """The signature of the file when it is no longer fresh."""
    later = path.stat().st_ctime_ns + LATER
    monkeypatch.setattr("time.time_ns", lambda: later)
    found = signature.look(path)
    assert found is not None
    assert not found.racy
    return found


def test_while_all_its_stamps_hold_the_bytes_are_not_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = msgspec.structs.replace(settled(path, monkeypatch), digest=b"remembered")
    assert signature.look(path, seen) == seen


@pytest.mark.parametrize(
    "other",
    [{"device": -1}, {"inode": -1}, {"size": 99}, {"changed": (0, 0)}, {"racy": True}],
    ids=lambda other: next(iter(other)),
)
def test_where_one_stamp_is_another_the_bytes_are_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, other: dict[str, Any]
) -> None:
    now = settled(path, monkeypatch)
    seen = msgspec.structs.replace(now, digest=b"remembered", **other)
    assert signature.look(path, seen) == now


def test_an_edit_that_sets_back_the_time_of_the_last_change_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = settled(path, monkeypatch)
    edited_in_place(path)
    now = signature.look(path, seen)
    assert signature.differ(now, seen)
    assert now is not None
    assert now.changed[0] == seen.changed[0], "the time of the last change tells nothing"


def test_a_file_that_was_given_an_old_time_just_now_is_fresh_all_the_same(path: Path) -> None:
    os.utime(path, (1_000_000_000, 1_000_000_000))
    found = signature.read(path)
    assert found is not None
    assert found[1].racy, "a second change in the same moment would leave the same stamps"


def test_a_file_that_changes_while_it_is_read_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, changes = signature._all_of, [b"half", b"a longer text"]

    def torn(handle: int, size: int) -> bytes:
        data = reading(handle, size)
        if changes:
            path.write_bytes(changes.pop(0))
        return data

    monkeypatch.setattr(signature, "_all_of", torn)
    found = signature.read(path)
    assert found is not None
    assert found[0] == b"a longer text"
    assert found[1].digest == signature.digest(b"a longer text")


def test_a_file_that_never_holds_still_is_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = signature._all_of

    def growing(handle: int, size: int) -> bytes:
        data = reading(handle, size)
        path.write_bytes(data + b"x")
        return data

    monkeypatch.setattr(signature, "_all_of", growing)
    with pytest.raises(StoreError, match="another program keeps writing to it"):
        signature.read(path)
