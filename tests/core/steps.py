"""Words shared by the tests of the road: walking along it, and looking at a day of it."""

import json
import shlex
from datetime import date
from typing import Any, Protocol, TypeVar

from core.life import HUMAN, LATER, TODAY

REFUSED = "2026-01-05"

ROAD = {
    "petition_returned": "2026-02-02",
    "centre_received": "2026-03-02",
    "uscis_received": "2026-04-01",
    "noir": "2026-06-01",
    "response_sent": "2026-06-22",
    "response_received": "2026-06-25",
    "reaffirmed": "2026-08-03",
    "interview_scheduled": "2026-08-10",
    "interview": "2026-09-07",
    "refused_221g": "2026-09-14",
}
"""One round on the road back to USCIS, an event a step, each with its day."""

LETTERS = {"l": "locked", "o": "open", "c": "closed", "u": "unavailable", "r": "resting"}
SHOWN = (*HUMAN, "vfs_tracker", "ceac")
"""Call, e-mail, State Department, Senator, tracker, CEAC: the order of the letters."""


class Answer(Protocol):
    """What came of some words."""

    @property
    def lines(self) -> list[str]:
        """The lines that tell what was done, or why it was not."""

    def json(self) -> Any:
        """What was asked for, as JSON."""


AnswerT_co = TypeVar("AnswerT_co", bound=Answer, covariant=True)


class Walker(Protocol[AnswerT_co]):
    """Whatever takes the words of the command line: a life in memory, or the program itself."""

    def __call__(self, *words: str, today: str = TODAY, code: int = 0) -> AnswerT_co:
        """Do what the words say on that day, and check how it ends."""

    def open(self, refused: str, *more: str, today: str = LATER) -> str:
        """Open a case, and give its id."""

    def status(self, today: str = TODAY) -> Any:
        """The whole status of that day, as JSON."""


WalkerT = TypeVar("WalkerT", bound=Walker[Answer])


def event(life: Walker[AnswerT_co], kind: str, on: str, *more: str) -> AnswerT_co:
    """Record an event of that day."""
    return life("event", "add", kind, "--on", on, *more, today=LATER)


def walk(life: Walker[Answer], road: str) -> None:
    """Record `KIND DAY KIND DAY ...`."""
    words = road.split()
    for kind, on in zip(words[::2], words[1::2], strict=True):
        event(life, kind, on)


def walk_to(life: Walker[Answer], last: str) -> str:
    """Record the road up to that event, and give its day."""
    for kind, on in ROAD.items():
        event(life, kind, on)
        if kind == last:
            return on
    raise AssertionError(last)


def warnings_of_order(said: Answer) -> int:
    """How many lines say that the event is out of the usual order."""
    return sum("order" in line.casefold() for line in said.lines)


def event_id(life: Walker[Answer], kind: str) -> str:
    """The id of the last recorded event of the kind."""
    rows = life("event", "list", "--json", today=LATER).json()
    found: str = [row["id"] for row in rows if row["kind"] == kind][-1]
    return found


def words_of(shown: Any) -> str:
    """All words of a part of a snapshot, in small letters."""
    return json.dumps(shown, ensure_ascii=False).casefold()


def every_channel(snapshot: Any) -> dict[str, Any]:
    """The guide's channels and CEAC, then those beyond them, by their ids."""
    rows = [*snapshot["channels"], *snapshot.get("further", [])]
    return {row["id"]: row for row in rows}


def letters(snapshot: Any) -> str:
    """The states of the channels, a letter each, in the order of `SHOWN`."""
    states = {row["id"]: row["state"] for row in snapshot["channels"]}
    return "".join(states[name][0] for name in SHOWN)


def _deadline(row: Any) -> str:
    marks = ("?" if row["estimate"] else "") + ("q" if row["quiet"] else "")
    return f"{row['id']}={row['date']}{marks}"


def _step(step: Any) -> str:
    detail = {"wait": "date", "notice": "date", "channel": "subject"}.get(step["kind"], "subject")
    return f"{step['kind']}={step[detail]}"


def line_of(snapshot: Any) -> list[str]:
    """The snapshot as a row: day, stage, holder, anchor, channels, deadlines, next step."""
    stage = snapshot["stage"]
    return [
        snapshot["today"],
        stage["id"],
        (stage["holder"] or "nobody").replace(" ", "_"),
        snapshot["wait"]["anchor"] or "-",
        letters(snapshot),
        ",".join(_deadline(row) for row in snapshot["deadlines"]) or "-",
        _step(snapshot["next"]),
    ]


def check_line(snapshot: Any, expected: str) -> None:
    """Compare a day with a row; `*` stands for anything, a step without `=` for any detail."""
    wanted = expected.split()
    found = line_of(snapshot)
    assert len(wanted) == len(found), expected
    if "=" not in wanted[-1]:
        found[-1] = found[-1].partition("=")[0]
    for place, word in enumerate(wanted):
        if word == "*":
            found[place] = "*"
    assert " ".join(found) == " ".join(wanted)


def check_whole(snapshot: Any, happened: list[tuple[str, str]]) -> None:
    """The parts of one day agree with each other, and the timeline has what happened."""
    today, rows = snapshot["today"], snapshot["timeline"]
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    kinds = {kind for kind, _ in happened}
    shown = [(row["kind"], row["date"]) for row in rows if row["kind"] in kinds]
    assert shown == [(kind, on) for kind, on in happened if on <= today], today
    assert all(row["origin"] == "recorded" for row in rows if row["kind"] in kinds)
    ahead = {(row["kind"], row["date"]) for row in rows if row["date"] > today}
    for row in snapshot["deadlines"]:
        if row["date"] > today and not row["quiet"]:
            assert ("deadline", row["date"]) in ahead, row
        gap = date.fromisoformat(row["date"]) - date.fromisoformat(today)
        assert row["days_left"] == gap.days
    for row in snapshot["channels"]:
        assert (row["state"] in ("locked", "resting")) == (row["days_left"] is not None), row
        if row["state"] == "locked":
            assert ("unlock", row["opens_on"]) in ahead, row
    until = snapshot["stage"]["usual_until"]
    if until is not None and until > today:
        ends = [row for row in rows if row["kind"] == "usual_end" and row["date"] == until]
        assert [row["origin"] for row in ends] == ["estimate"]
    if snapshot["stage"]["since"] is not None:
        gap = date.fromisoformat(today) - date.fromisoformat(snapshot["stage"]["since"])
        assert snapshot["stage"]["days"] == gap.days


def live(life: Walker[Answer], refused: str, script: str) -> None:
    """Play a life from that refusal: `> command` records, other lines are days to look at.

    A day that a later record may change (facts are undated) ends in `!`; all others are looked
    at once more when the life is over, and must show the same.
    """
    happened = [("refused_221g", refused)]
    lasting: list[tuple[str, Any]] = []
    for line in filter(None, (raw.strip() for raw in script.splitlines())):
        if line.startswith(">"):
            words = shlex.split(line[1:])
            if "{" in words[1]:
                words[1] = event_id(life, words[1].strip("{}"))
            said = life(*words, today=LATER)
            assert not warnings_of_order(said), line
            if words[:2] == ["event", "add"]:
                happened.append((words[2], words[4]))
            continue
        expected, changes = line.removesuffix("!").strip(), line.endswith("!")
        snapshot = life.status(expected.split()[0])
        check_line(snapshot, expected)
        check_whole(snapshot, happened)
        if not changes:
            lasting.append((expected.split()[0], snapshot))
    for day, before in lasting:
        shown = without_later(life.status(day))
        assert shown == without_later(before), f"{day} shows what was recorded of later days"


def opened(life: WalkerT, *more: str) -> WalkerT:
    """A case of which nothing was asked."""
    life.open(REFUSED, "--asked", "no", *more)
    return life


def without_later(snapshot: Any) -> Any:
    """The snapshot without the one warning that names what is dated after its day."""
    kept = [
        text for text in snapshot["warnings"] if not text.startswith("Recorded for a day after")
    ]
    return {**snapshot, "warnings": kept}
