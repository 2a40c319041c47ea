"""What is shown on a day is what `g221 status --json --today DAY` says of the same file."""

import io
import json
from contextlib import redirect_stdout
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from g221_tui.cli.main import main
from g221_tui.core.fields.labels import IF_COMPLETE
from ui.lives.shown import Shown

CUT = "…"
"""Stands where there is no room for the rest."""
NO_LIMIT = "No date that must not be missed. t names one."
"""What stands in the list of those dates while it is empty."""
SIGNS = {"recorded": "●", "rule": "◇", "estimate": "~"}


def status(file: Path, day: date) -> Any:
    """The snapshot of a day, as the command line gives it."""
    said = io.StringIO()
    with redirect_stdout(said):
        code = main(["--file", str(file), "--today", day.isoformat(), "status", "--json"])
    assert code == 0
    return json.loads(said.getvalue())


def differences(shown: Shown, told: Any) -> list[str]:
    """Where stage, holder, day, next step, channels, deadlines, papers or days are not the same."""
    today = date.fromisoformat(told["today"])
    deadlines = {date.fromisoformat(d["date"]) for d in told["deadlines"] if not d["quiet"]}
    due = shown.lines.get("DUE", "")
    road, limits = told["road"], list(map(_limit, told["deadlines"])) or [NO_LIMIT]
    pairs: dict[str, tuple[object, object]] = {
        "case": (told["case"]["label"] in shown.title, True),
        "day": (shown.day, _day_words(told)),
        "now": (shown.now, _now_words(told["stage"])),
        "next": (shown.lines.get("NEXT"), " ".join(told["next"]["text"].split())),
        "ways": (shown.ways, {row["name"]: _way_words(row) for row in told["channels"]}),
        "used": (
            shown.used,
            {row["name"]: ago for row in told["channels"] if (ago := _ago(row, today)) is not None},
        ),
        "days": (shown.signs, {_sign(row) for row in told["timeline"]} | {f"▶ {short(today)}"}),
        "limits": (
            {f"! {short(day)}" for day in deadlines if day > today} - shown.signs,
            set(),
        ),
        "list of limits": (
            [row.removesuffix(CUT) for row in shown.limits],
            [
                row[: len(seen) - 1] if seen.endswith(CUT) else row
                for row, seen in zip_longest(limits, shown.limits, fillvalue="")
            ],
        ),
        "due": (
            (bool(due), any(day_words(day) in due for day in deadlines)),
            (bool(deadlines), bool(deadlines)),
        ),
        "papers": (
            {item["name"] for item in told["documents"]["items"] if item["name"] in shown.listed},
            {item["name"] for item in told["documents"]["items"]},
        ),
        "road": (
            (shown.road.behind, shown.road.here, shown.road.standing[: len(begins(told))]),
            (tuple(map(_stop, road["behind"])), road["here"]["name"], begins(told)),
        ),
        "length of the road": (shown.road.lasted, lasted(road)),
        "held": (held(told["stage"]) in shown.road.standing, True),
        "hidden": (shown.hidden, False),
    }
    return [
        f"{name}: shown {seen!r}, told {said!r}"
        for name, (seen, said) in pairs.items()
        if seen != said
    ]


def _day_words(told: Any) -> str:
    """Both counts until the wait is over; then whether asking is open, open again, or rests."""
    wait, refused = told["wait"], told["case"]["refused_on"]
    if wait["elapsed_days"] is None:
        return str(told["stage"]["name"])
    day = f"Day {wait['elapsed_days']}"
    if wait["days_left"]:
        since = (date.fromisoformat(told["today"]) - date.fromisoformat(refused)).days
        both = f" · {since} since the refusal" if refused < wait["anchor"] else ""
        return f"{day} of {wait['wait_days']}{both}"
    people = [row for row in told["channels"] if row["human"]]
    if usable := [row for row in people if row["state"] == "open"]:
        asked = any((row["last_contact"] or "") >= wait["wait_until"] for row in usable)
        begun = f"since day {wait['wait_days']}"
        return f"{day} · asking open {'again' if asked else begun}"
    rests = [row["days_left"] for row in people if row["state"] == "resting"]
    return f"{day} · asking rests {min(rests)}d" if rests else day


def _now_words(stage: Any) -> str:
    since, words = stage["since"], " · ".join(filter(None, [stage["name"], held(stage)]))
    return words + (f" since {full(date.fromisoformat(since))}" if since else "")


def held(stage: Any) -> str:
    """With whom the file is: `with the post`; nothing where nobody has it."""
    holder = stage["holder"]
    if holder in (None, "nobody"):
        return ""
    if holder.startswith("on its way"):
        return "on its way"
    return f"with {'the ' if holder[0].islower() else ''}{holder}"


def lasted(road: Any) -> tuple[int, ...]:
    """How many days each stage behind lasted."""
    days = [date.fromisoformat(stop["since"]) for stop in road["behind"]]
    ends = [*days[1:], date.fromisoformat(road["here"]["since"])] if days else []
    return tuple((end - day).days for day, end in zip(days, ends, strict=True))


def _stop(stop: Any) -> str:
    return f"{full(date.fromisoformat(stop['since']))} {stop['name']}"


def _limit(deadline: Any) -> str:
    day, left = date.fromisoformat(deadline["date"]), deadline["days_left"]
    away = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(left)
    away = away or (f"in {left} days" if left > 0 else f"{-left} days ago")
    return f"{'~' if deadline['estimate'] else '!'} {full(day)} {away} {deadline['title']}"


def begins(told: Any) -> str:
    """How the road says since when the case is where it is."""
    since = told["stage"]["since"]
    return f"you are here since {full(date.fromisoformat(since))}" if since else "you are here"


def _way_words(row: Any) -> str:
    if row["is_new"]:
        return f"{row['state']} new"
    if row["days_left"] is None:
        return str(row["state"])
    opens = day_words(date.fromisoformat(row["opens_on"]))
    return f"{row['state']} {row['days_left']}d {IF_COMPLETE if row['if_complete'] else opens}"


def _ago(row: Any, today: date) -> int | None:
    """How many days ago a channel that is open was used."""
    if row["state"] != "open" or row["last_contact"] is None:
        return None
    return (today - date.fromisoformat(row["last_contact"])).days


def _sign(row: Any) -> str:
    sign = "!" if row["kind"] == "deadline" else SIGNS[row["origin"]]
    return f"{sign} {short(date.fromisoformat(row['date']))}"


def day_words(day: date) -> str:
    """`Mon 2 Mar`."""
    return f"{day:%a} {day.day} {day:%b}"


def short(day: date) -> str:
    """`Mon 2 Mar 26`."""
    return f"{day:%a} {day.day} {day:%b} {day:%y}"


def full(day: date) -> str:
    """`Mon 2 Mar 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"
