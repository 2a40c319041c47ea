"""What a person reads off the dashboard and off the road: nothing but the characters there."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

TOAST = "▌"
"""The left edge of a message that lies upon the panes for a while."""
CHANNELS = ("VFS tracker", "Call post", "E-mail", "State Dept", "Senator", "CEAC")
TRACKERS, POST = ("VFS tracker", "CEAC"), ("Call post", "E-mail")
STATE, SENATOR = "State Dept", "Senator"
LABELS = ("NOW", "ROAD", "NEXT", "DUE", "NOTE", "FILE", "LOOK")
HERE, BEHIND, AHEAD = "▶", "●", "○"
DASHBOARD, ROAD = "─ Timeline ", "The road ·"
"""What stands on the screen where there is a dashboard, or the road upon it."""
OTHER_WAYS = "Other ways to a visa"
"""What stands below the chart of the road."""


class Ahead(NamedTuple):
    """A way ahead on the road."""

    label: str
    stages: tuple[str, ...]


class Road(NamedTuple):
    """The chart of the road."""

    behind: tuple[str, ...]
    """`Mon 2 Mar 2026 Refused for now, 221(g)`."""
    here: str
    since: str
    """The line below it, and what it usually takes."""
    ahead: tuple[Ahead, ...]


class Shown(NamedTuple):
    """A wide dashboard, read."""

    title: str
    """Which case it is."""
    day: str
    """The day of the wait, at the right of the first line."""
    lines: dict[str, str]
    """The labelled lines above the panes; those that are not shown are missing."""
    timeline: tuple[str, ...]
    """`● Mon 2 Mar 26 221(g) slip`, a text a row."""
    papers: tuple[str, ...]
    """`✔ Letter 4 Mar`."""
    ways: dict[str, str]
    """`locked 60d Fri 1 May` by the name of the channel."""
    hidden: bool
    """Whether a pane has rows out of sight."""

    @property
    def signs(self) -> set[str]:
        """`● Mon 2 Mar 26` of every row of the timeline."""
        return {" ".join(row.split()[:5]) for row in self.timeline}

    @property
    def listed(self) -> str:
        """All papers."""
        return "\n".join(self.papers)

    @property
    def ahead(self) -> tuple[str, ...]:
        """The rows of the timeline below today's."""
        place = next(i for i, row in enumerate(self.timeline) if row.startswith(HERE))
        return self.timeline[place + 1 :]

    @property
    def happened(self) -> tuple[str, ...]:
        """The rows of the timeline above today's, without the sign."""
        place = next(i for i, row in enumerate(self.timeline) if row.startswith(HERE))
        return tuple(row.removeprefix("● ") for row in self.timeline[:place])


def read(text: str) -> Shown:
    """Read a dashboard of three panes side by side."""
    lines = text.splitlines()
    top = next(place for place, line in enumerate(lines) if DASHBOARD in line)
    first = next(line for line in lines[:top] if line.strip())
    title, _, day = (part.strip() for part in re.split(r"( {3,})", first.strip(), maxsplit=1))
    panes: tuple[list[str], ...] = ([], [], [])
    frames = [found.span() for found in re.finditer("╭[^╭]*", lines[top])]
    bottom = top + 1
    while "╰" not in lines[bottom]:
        line = lines[bottom].partition(TOAST)[0]
        for pane, (left, right) in zip(panes, frames, strict=True):
            pane.append(line[left + 1 : right].rstrip(" │"))
        bottom += 1
    return Shown(
        title=title,
        day=day,
        lines=_labelled(lines[:top]),
        timeline=_rows(panes[0]),
        papers=_rows(panes[1]),
        ways=_ways(panes[2]),
        hidden=bool(re.search("[↑↓]", lines[bottom])),
    )


def _labelled(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    label = ""
    for line in lines:
        word, _, rest = line.strip().partition(" ")
        if word in LABELS:
            label, found[word] = word, rest.strip()
        elif label and line.strip():
            found[label] += f" {line.strip()}"
        else:
            label = ""
    return found


def _rows(lines: list[str]) -> tuple[str, ...]:
    """The rows of a pane, each on one line: what is indented goes on from the row above."""
    rows: list[str] = []
    for line in filter(str.strip, lines):
        words = " ".join(line.split())
        if line[1] == " " and rows:
            rows[-1] += f" {words}"
        else:
            rows.append(words)
    return tuple(rows)


def _ways(lines: list[str]) -> dict[str, str]:
    """State and day by the name of the channel, which stands at the end of its row."""
    ways = {}
    for row in _rows(lines):
        for name in CHANNELS:
            if row.endswith(f" {name}"):
                ways[name] = row.removesuffix(f" {name}")[2:]
    return ways


def read_road(text: str) -> Road:
    """Read the chart of the road, as it lies upon the dashboard."""
    lines = text.splitlines()
    top = next(place for place, line in enumerate(lines) if ROAD in line)
    left = lines[top].index(ROAD)
    right = lines[top].index("│", left)
    behind, here, since = [], "", ""
    ahead: list[Ahead] = []
    for line in (line[left:right] for line in lines[top + 1 :]):
        sign, words = line[:1], " ".join(line[2:].strip(" │").split())
        if line.startswith(OTHER_WAYS):
            break
        if sign == BEHIND:
            behind.append(words)
        elif sign == HERE:
            here = words
        elif sign and sign in "├└":
            ahead.append(Ahead(words, ()))
        elif AHEAD in line:
            stage = re.split(" {2,}", line.partition(f"{AHEAD} ")[2])[0]
            ahead[-1] = Ahead(ahead[-1].label, (*ahead[-1].stages, stage))
        elif here and not ahead and words:
            since = f"{since} {words}".strip()
    return Road(tuple(behind), here, since, tuple(ahead))


def found_in(shown: Shown) -> dict[str, Any]:
    """What stands on the dashboard, by the names that `sees` takes."""
    return {
        "day": shown.day,
        "now": shown.lines.get("NOW", ""),
        "next": shown.lines.get("NEXT", ""),
        "due": shown.lines.get("DUE", ""),
        "post": _same([shown.ways.get(name, "") for name in POST]),
        "state": shown.ways.get(STATE, ""),
        "senator": shown.ways.get(SENATOR, ""),
        "trackers": _same([shown.ways.get(name, "") for name in TRACKERS]),
        "ahead": shown.ahead,
        "happened": shown.happened,
        "papers": shown.papers,
        "note": shown.lines.get("NOTE", ""),
    }


def _same(states: Sequence[str]) -> str:
    """The state of several channels, which is most often the same."""
    return " / ".join(dict.fromkeys(states))


def lines(text: str | None) -> tuple[str, ...] | None:
    """The lines of an expected text; none where none is expected."""
    return None if text is None else tuple(filter(None, map(str.strip, text.splitlines())))


def ways(text: str) -> tuple[Ahead, ...]:
    """`If it is granted: Passport requested, Visa issued`, a line a way."""
    ways = (line.partition(": ") for line in lines(text) or ())
    return tuple(Ahead(label, tuple(filter(None, stages.split(", ")))) for label, _, stages in ways)
