"""Row 4: another program changes the file while it is open here."""

import time
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Tally, scaled
from g221_tui.errors import ConflictError
from g221_tui.store.repository import Repository
from store.kit import add, left_over, log, notes, repository, start
from store.outside_changes import EDITS, made_a_folder, removed

TRIES = 6_000
AT_ONCE = 200
"""How many files are made, and left to rest, together."""
REST = 2.1
"""Seconds after which the time stamps of a file alone must show a change."""
POSTS = (b"Chennay", b"Madras", b"Mumbai 2", b"New Delhi")
"""What another program makes of the post, with the same size and with another."""


def outside(folder: Path, share: float) -> Iterator[Tally]:
    """A file changed between reading and saving, or during the save; fresh or long at rest."""
    left = scaled(TRIES, share, 8)
    name = "a change from outside between reading and saving, or during the save"
    tally = Tally(name, 4, planned=left)
    yield tally
    while left > 0:
        paths = [folder / f"{left}-{n}" / "case.json" for n in range(min(left, AT_ONCE))]
        left -= len(paths)
        rested = left // AT_ONCE % 2 == 0
        stores = [_read(path, tally.chance.randrange(4)) for path in paths]
        if rested:
            time.sleep(REST)
        for path, store in zip(paths, stores, strict=True):
            with tally.attempt(path):
                store.load()  # the stamps of a file at rest are trusted only from now on
                if tally.chance.random() < 0.5:
                    _between(tally, path, store)
                else:
                    _during(tally, path, store)
                assert left_over(path) == []


def _read(path: Path, contacts: int) -> Repository:
    store = start(path)
    for n in range(contacts):
        log(store, f"before {n}")
    store.load()
    return store


def _between(tally: Tally, path: Path, store: Repository) -> None:
    """The change is seen, and the save lands on top of it."""
    change, post = tally.chance.choice(EDITS), tally.chance.choice(POSTS)
    before = notes(repository(path))
    assert not store.changed()
    change(path, post)
    assert store.changed(), (change.__name__, post)
    log(store, "ours")
    assert notes(store) == [*before, "ours"]
    assert store.load().cases[0].facts.post == post.decode(), (change.__name__, post)


def _during(tally: Tally, path: Path, store: Repository) -> None:
    """The save is refused, and what they left is there to the byte; the next one lands on it."""
    change, post = tally.chance.choice(EDITS), tally.chance.choice(POSTS)
    whole = tally.chance.random() < 0.8
    other = tally.chance.choice((removed, made_a_folder))
    before = notes(repository(path))
    theirs, told = b"", ""
    try:
        with store.transaction() as under_way:
            add(under_way, "ours")
            if whole:
                change(path, post)
                theirs = path.read_bytes()
            else:
                other(path)
    except ConflictError as error:
        told = str(error)
    assert told.startswith("Nothing was saved: another program changed"), change.__name__
    assert "\n" not in told
    if not whole:
        assert not path.is_file()
        return
    assert path.read_bytes() == theirs, change.__name__
    log(store, "again")
    assert notes(store) == [*before, "again"]
    assert store.load().cases[0].facts.post == post.decode()
