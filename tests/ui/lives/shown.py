"""What a person reads off the dashboard and off the road: nothing but the characters there."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

CHANNELS = ("VFS tracker", "Call post", "E-mail", "State Dept", "Senator", "CEAC")
TRACKERS, POST = ("VFS tracker", "CEAC"), ("Call post", "E-mail")
STATE, SENATOR = "State Dept", "Senator"
SIGNS = {"open": "●", "locked": "○", "resting": "◐", "closed": "×"}
"""What stands before the state of a channel."""
LABELS = ("NOW", "NEXT", "NOTE", "FILE", "SHOWN", "COPY", "LOOK")
DUE = re.compile("(?: {3,}|^)DUE  ")
"""What parts the nearest deadline from what stands before it on its line."""
BAND = "▌"
"""The bar before the next step."""
GAP = " {2,}"
"""What parts two columns."""
HERE, BEHIND, AHEAD = "▶", "●", "○"
PANES = ("Timeline", "Documents", "Follow-up")
RULES = "─━"
"""What the titles of the columns stand on; heavy where the focus is."""
TITLE = "[─━] {} "
"""How a title begins."""
DASHBOARD = re.compile(TITLE.format("Timeline"))
"""What stands on the screen where there is a dashboard."""
SHEET = "│  The road ·"
"""What stands on it where the road lies upon the dashboard."""
OTHER_WAYS = "Other ways to a visa"
"""What stands below the chart of the road."""
YEAR = re.compile(r"\d{4}")
"""A heading of the timeline."""
LASTED = re.compile(r" {2,}(\d+) days?$")
"""How long a stage behind lasted, at the end of its line."""


class Ahead(NamedTuple):
    """A way ahead on the road."""

    label: str
    stages: tuple[str, ...]


class Road(NamedTuple):
    """The chart of the road."""

    behind: tuple[str, ...]
    """`Mon 2 Mar 2026 Refused for now, 221(g)`."""
    lasted: tuple[int, ...]
    """How many days each of those lasted; 0 where nothing is said."""
    here: str
    standing: str
    """The lines below it: since when, with whom, and what it usually takes."""
    ahead: tuple[Ahead, ...]


class Shown(NamedTuple):
    """A wide and high dashboard, read."""

    title: str
    """Which case it is."""
    day: str
    """The day of the wait, at the right of the first line."""
    lines: dict[str, str]
    """The labelled lines above the panes; those that are not shown are missing."""
    key: str
    """What stands at the right of the next step: the key that does it."""
    timeline: tuple[str, ...]
    """`● Mon 2 Mar 26 221(g) slip`, a text a row: the year is that of the heading above it."""
    papers: tuple[str, ...]
    """`✔ Letter sent 4 Mar`."""
    ways: dict[str, str]
    """`locked 60d Fri 1 May` by the name of the channel."""
    used: dict[str, int]
    """How many days ago a channel that is open was used, by its name."""
    limits: tuple[str, ...]
    """`! Mon 1 Mar 2027 in 364 days Papers: limit`: the list of the dates not to miss."""
    road: Road
    """The road, as it stands beside the row in focus."""
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
        return self.timeline[self._today + 1 :]

    @property
    def happened(self) -> tuple[str, ...]:
        """The rows of the timeline above today's, without the sign."""
        return tuple(row.removeprefix("● ") for row in self.timeline[: self._today])

    @property
    def _today(self) -> int:
        """The place of today's row; behind all rows while it is not there."""
        rows = (i for i, row in enumerate(self.timeline) if row.startswith(HERE))
        return next(rows, len(self.timeline))

    @property
    def now(self) -> str:
        """Where the case stands and with whom, and since when, as the road has it beside it."""
        since = re.search(r"since (\w+ \d+ \w+ \d+)", self.road.standing)
        return self.lines.get("NOW", "") + (f" since {since[1]}" if since else "")


def read(text: str) -> Shown:
    """Read a dashboard with its three columns, and the row, the dates and the road below them."""
    lines = text.splitlines()
    top = next(place for place, line in enumerate(lines) if DASHBOARD.search(line))
    first = next(line for line in lines[:top] if line.strip())
    title, _, day = re.split("( {3,})", first.strip(), maxsplit=1)
    starts = [_column(lines[top], name) for name in PANES]
    left = starts[0]
    middle = next(i for i in range(top + 1, len(lines)) if lines[i][left : left + 1] in set(RULES))
    panes = [_cut(lines[top + 1 : middle], *span) for span in _spans(starts)]
    below = [found.start() for found in re.finditer(r"[─━] (?=\S)", lines[middle])]
    after = (i for i in range(middle + 1, len(lines)) if lines[i][left : left + 1].strip())
    bottom = next(after, len(lines))
    _, limits, road = (_cut(lines[middle + 1 : bottom], *span) for span in _spans(below))
    labelled, key = _labelled(lines[:top])
    ways, used = _ways(panes[2])
    return Shown(
        title=title,
        day=day,
        lines=labelled,
        key=key,
        timeline=_days(panes[0]),
        papers=tuple(_rows(panes[1])),
        ways=ways,
        used=used,
        limits=tuple(_rows(limits)),
        road=_road([line[1:] for line in road]),
        hidden=bool(re.search("[↑↓]", lines[top])),
    )


def _column(line: str, name: str) -> int:
    """Where a column begins."""
    found = re.search(TITLE.format(name), line)
    assert found is not None, line
    return found.start()


def _spans(starts: Sequence[int]) -> list[tuple[int, int | None]]:
    """Where each column begins and ends."""
    return list(zip(starts, [*starts[1:], None], strict=True))


def _cut(lines: Sequence[str], left: int, right: int | None) -> list[str]:
    """The part of the lines that stands in a column."""
    return [line[left:right].rstrip() for line in lines]


def _labelled(lines: list[str]) -> tuple[dict[str, str], str]:
    """The labelled lines, and the key that does the next step."""
    found: dict[str, str] = {}
    label = key = ""
    for line in lines:
        words = line.strip()
        if words.startswith(BAND):
            # The text takes one line or several; the key stands at the right of the last.
            words, *keys = re.split(GAP, words.removeprefix(f"{BAND}     ").removeprefix(BAND))
            key = " ".join(keys)
        words, *due = DUE.split(words, maxsplit=1)
        word, _, rest = words.partition(" ")
        if word in LABELS:
            label, found[word] = word, rest.strip()
        elif words and label:
            found[label] += f" {words}"
        elif not words and not due and not key:
            label = ""
        if due:
            label, found["DUE"] = "DUE", due[0].strip()
    return found, key


def _rows(lines: list[str]) -> list[str]:
    """The rows of a pane: each is one line."""
    return [" ".join(line.split()) for line in lines if line.strip()]


def _days(lines: list[str]) -> tuple[str, ...]:
    """The rows of the timeline, each with the year of its heading behind its day."""
    rows, year = [], ""
    for row in _rows(lines):
        if YEAR.fullmatch(row):
            year = row[2:]
            continue
        sign, weekday, number, month, *words = row.split()
        rows.append(" ".join([sign, weekday, number, month, year, *words]))
    return tuple(rows)


def _ways(lines: list[str]) -> tuple[dict[str, str], dict[str, int]]:
    """State and day by the name of the channel, which begins its row; and the last use."""
    ways: dict[str, str] = {}
    used: dict[str, int] = {}
    for line in lines:
        row = re.split(GAP, line.strip())
        if row[0] not in CHANNELS:
            continue
        name, state, *beside = row
        sign, _, words = state.partition(" ")
        word = words.partition(" ")[0]
        assert SIGNS.get(word, sign) == sign, line
        last = re.fullmatch(r"(?:looked|used) (?:(\d+)d ago|today)", " ".join(beside))
        ways[name] = " ".join([words, *beside] if not last else [words])
        if last:
            used[name] = int(last[1] or 0)
    return ways, used


def read_road(text: str) -> Road:
    """Read the chart of the road, as it lies upon the dashboard."""
    lines = text.splitlines()
    top = next(place for place, line in enumerate(lines) if SHEET in line)
    left = lines[top].index(SHEET) + 3
    right = lines[top].index("│", left)
    return _road([line[left:right] for line in lines[top + 1 :]])


def _road(lines: Sequence[str]) -> Road:
    """The chart of the road, from the part of the lines in which it stands."""
    behind: list[str] = []
    lasted: list[int] = []
    here, standing = "", ""
    ahead: list[Ahead] = []
    for line in lines:
        sign, words = line[:1], " ".join(line[2:].strip("─ │").split())
        if line.startswith(OTHER_WAYS):
            break
        if sign == BEHIND:
            long = LASTED.search(line.rstrip())
            lasted.append(int(long[1]) if long else 0)
            behind.append(" ".join(LASTED.sub("", line[2:].rstrip()).split()))
        elif sign == HERE:
            here = words
        elif sign and sign in "├└":
            ahead.append(Ahead(words, ()))
        elif AHEAD in line:
            stage = re.split(GAP, line.partition(f"{AHEAD} ")[2])[0]
            ahead[-1] = Ahead(ahead[-1].label, (*ahead[-1].stages, stage))
        elif here and not ahead and words:
            standing = f"{standing} {words}".strip()
    return Road(tuple(behind), tuple(lasted), here, standing, tuple(ahead))


def found_in(shown: Shown) -> dict[str, Any]:
    """What stands on the dashboard, by the names that `sees` takes."""
    return {
        "day": shown.day,
        "now": shown.now,
        "next": shown.lines.get("NEXT", ""),
        "key": shown.key,
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
