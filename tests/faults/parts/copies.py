"""Row 23: copies that went on apart, made one in every order."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from faults.copies import check
from faults.parts.part import Part, Tally, scaled

HISTORIES = 10_000


def copies(folder: Path, share: float) -> Iterator[Part]:
    """Random histories of three copies."""
    tally = Tally("a random history of three copies, merged in every order and taken back", 23)
    for n in range(scaled(HISTORIES, share)):
        with tempfile.TemporaryDirectory(dir=folder) as place, tally.attempt(n):
            check(Path(place), tally.chance, meet=n % 2 == 0)
    yield tally.part
