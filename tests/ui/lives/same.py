"""What is shown on a day is what `g221 status --json --today DAY` says of the same file."""

import io
import json
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from g221_tui.cli.main import main
from ui.lives.shown import Shown

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
    pairs: dict[str, tuple[object, object]] = {
        "case": (told["case"]["label"] in shown.title, True),
        "day": (shown.day, _day_words(told)),
        "now": (shown.lines.get("NOW"), _now_words(told["stage"])),
        "next": (shown.lines.get("NEXT"), " ".join(told["next"]["text"].split())),
        "ways": (shown.ways, {row["name"]: _way_words(row) for row in told["channels"]}),
        "days": (shown.signs, {_sign(row) for row in told["timeline"]} | {f"▶ {short(today)}"}),
        "limits": (
            {f"! {short(day)}" for day in deadlines if day > today} - shown.signs,
            set(),
        ),
        "due": (bool(due), any(full(day) in due for day in deadlines)),
        "papers": (
            {item["name"] for item in told["documents"]["items"] if item["name"] in shown.listed},
            {item["name"] for item in told["documents"]["items"]},
        ),
    }
    return [
        f"{name}: shown {seen!r}, told {said!r}"
        for name, (seen, said) in pairs.items()
        if seen != said
    ]


def _day_words(told: Any) -> str:
    wait = told["wait"]
    if wait["elapsed_days"] is None:
        return str(told["stage"]["name"])
    if wait["days_left"]:
        return f"Day {wait['elapsed_days']} of {wait['wait_days']}"
    return f"Day {wait['elapsed_days']} · asking open since day {wait['wait_days']}"


def _now_words(stage: Any) -> str:
    holder, since = stage["holder"], stage["since"]
    words = str(stage["name"])
    if holder not in (None, "nobody"):
        words += " · file "
        if holder.startswith("on its way"):
            words += "on its way"
        else:
            words += f"with {'the ' if holder[0].islower() else ''}{holder}"
    return words + (f" since {full(date.fromisoformat(since))}" if since else "")


def begins(told: Any) -> str:
    """How the road says since when the case is where it is."""
    since = told["stage"]["since"]
    return f"you are here since {full(date.fromisoformat(since))}" if since else "you are here"


def _way_words(row: Any) -> str:
    if row["is_new"]:
        return f"{row['state']} new"
    if row["days_left"] is None:
        return str(row["state"])
    opens = date.fromisoformat(row["opens_on"])
    return f"{row['state']} {row['days_left']}d {opens:%a} {opens.day} {opens:%b}"


def _sign(row: Any) -> str:
    sign = "!" if row["kind"] == "deadline" else SIGNS[row["origin"]]
    return f"{sign} {short(date.fromisoformat(row['date']))}"


def short(day: date) -> str:
    """`Mon 2 Mar 26`."""
    return f"{day:%a} {day.day} {day:%b} {day:%y}"


def full(day: date) -> str:
    """`Mon 2 Mar 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"
