"""Row 26: bursts of keys in a pseudo-terminal, over every key that opens something."""

from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Part, Tally, scaled

BURSTS = 2_000
EACH = 50
"""On one dashboard and one file."""


def keys(folder: Path, share: float) -> Iterator[Part]:
    """Random bursts of 1 to 200 keys, up to 60 ms apart."""
    from ui.typing.bursts import Bursts

    tally = Tally("a burst of up to 200 keys typed without a look at the screen", 26)
    left = scaled(BURSTS, share)
    while left:
        bursts = Bursts(folder, tally.chance)
        with bursts.watched:
            for _ in range(min(EACH, left)):
                left -= 1
                before = tally.failures
                with tally.attempt(bursts.typed):
                    bursts.one()
                if tally.failures > before:
                    print(bursts.typed, flush=True)
                    break
    yield tally.part
