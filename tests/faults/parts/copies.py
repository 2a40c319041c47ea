"""Row 23: copies that went on apart, made one in every order."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from faults.copies import check
from faults.parts.part import Kind, Tally, scaled

HISTORIES = 10_000


def copies(folder: Path, share: float) -> Iterator[Tally]:
    """Random histories of three copies."""
    total = scaled(HISTORIES, share)
    name = "a random history of three copies, merged in every order and taken back"
    tally = Tally(name, 23, kind=Kind.ORDINARY, planned=total)
    yield tally
    for n in range(total):
        with tempfile.TemporaryDirectory(dir=folder) as place, tally.attempt(n):
            check(Path(place), tally.chance, meet=n % 2 == 0)
