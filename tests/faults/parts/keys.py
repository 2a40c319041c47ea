"""Row 26: bursts of keys in a pseudo-terminal, over every key that opens something."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faults.parts.part import Kind, Tally, scaled

BURSTS = 2_000
EACH = 40
"""On one dashboard and one file."""
AT_ONCE = 3
"""Dashboards that are typed into at a time: most of it is waiting."""


def keys(folder: Path, share: float) -> Iterator[Tally]:
    """Random bursts of 1 to 200 keys, up to 60 ms apart."""
    count = scaled(BURSTS, share)
    name = "a burst of up to 200 keys typed without a look at the screen"
    tally = Tally(name, 26, kind=Kind.ORDINARY, planned=count)
    yield tally
    starts = range(0, count, EACH)
    seeds = [tally.chance.random() for _ in starts]
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        runs = [
            pool.submit(_one, folder / str(start), seed, min(EACH, count - start))
            for start, seed in zip(starts, seeds, strict=True)
        ]
        for run in runs:
            done, wrong = run.result()
            tally.tries += done
            if wrong:
                tally.fail(wrong)


def _one(folder: Path, seed: float, count: int) -> tuple[int, str]:
    """Bursts on one dashboard up to the first that fails; how many, and why it failed."""
    from ui.keyboard.bursts import Bursts

    folder.mkdir()
    bursts = Bursts(folder, random.Random(seed))
    with bursts.watched:
        for done in range(1, count + 1):
            try:
                bursts.one()
            except Exception as error:  # also what no check foresaw is a failure of that burst
                return done, f"{bursts.typed} {error!r}"
    return count, ""
