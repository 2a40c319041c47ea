"""What a measure is: pairs of figures, round by round, and the limit they are held against."""

import os
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
"""Where the package lies."""

LEFT_OUT = ("G221_", "XDG_", "PYTHON")
"""How the variables begin that what is measured does not get."""


class Measure(NamedTuple):
    """One thing that is measured in each round."""

    group: str
    """Of which part of the benchmark."""
    name: str
    """What it is, in a few words."""
    product: tuple[float, ...]
    """What the program took, round by round."""
    floor: tuple[float, ...] = ()
    """What the floor took in the same rounds; none where the figure stands for itself."""
    limit: float | None = None
    """What the ratio, or the figure without a floor, should be at the most; none only reports."""
    unit: str = "s"

    @property
    def ratios(self) -> tuple[float, ...]:
        """Program to floor, round by round."""
        pairs = zip(self.product, self.floor, strict=True) if self.floor else ()
        return tuple(ours / theirs for ours, theirs in pairs if theirs)

    @property
    def judged(self) -> tuple[float, ...]:
        """What the limit is held against."""
        return self.ratios if self.floor else self.product

    @property
    def met(self) -> bool | None:
        """Whether the median keeps to the limit; none where there is none."""
        if self.limit is None or not self.judged:
            return None
        return statistics.median(self.judged) <= self.limit

    @property
    def told(self) -> dict[str, Any]:
        """For the result's JSON."""
        return {
            "group": self.group,
            "name": self.name,
            "unit": self.unit,
            "limit": self.limit,
            "met": self.met,
            "ratio": three(self.ratios),
            "product": three(self.product),
            "floor": three(self.floor),
        }


def three(figures: Sequence[float]) -> dict[str, float] | None:
    """The least, the median and the most; none of nothing."""
    if not figures:
        return None
    found = {"min": min(figures), "median": statistics.median(figures), "max": max(figures)}
    return {name: float(f"{value:.4g}") for name, value in found.items()}


def percentile(figures: Sequence[float], share: float) -> float:
    """The figure below which such a share lies."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def environment(home: Path) -> dict[str, str]:
    """The environment of what is measured: nothing of the user's own, no animation."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "LINES", "NO_COLOR") and not name.startswith(LEFT_OUT)
    }
    own = {name: str(home) for name in ("HOME", "G221_CONFIG", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    screen = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    # Compiled modules are kept, as a user's are, whatever is set for whoever runs this.
    python = {"PYTHONPATH": paths, "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    return {**kept, **own, **screen, **python}
