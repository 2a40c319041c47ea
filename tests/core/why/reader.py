"""An independent reader of a tree: it knows no rule, no record and no function of the program.

It takes the tree as `--json` prints it, and reckons each date again from the dates of the nodes
below it.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any


class Wrong(AssertionError):
    """A tree that does not bear its own answer."""


def every(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The node and all below it."""
    yield node
    for child in node["children"]:
        yield from every(child)


def of_kind(node: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The nodes of a kind, from above."""
    return [each for each in every(node) if each["kind"] == kind]


def reckoned(node: dict[str, Any]) -> date | None:
    """The date of a node, reckoned from below; of one without a reckoning the date it holds."""
    below = {day for child in node["children"] for day in _dates(child)}
    op = node["op"]
    if op is None:
        return date.fromisoformat(node["date"]) if node["date"] else None
    inputs = [date.fromisoformat(text) for text in (*op.get("dates", ()), op.get("from")) if text]
    unfounded = [day for day in inputs if day not in below]
    if unfounded:
        raise Wrong(f"{node['text']}: nothing below it has {unfounded}, only {sorted(below)}")
    return _apply(op, inputs, node)


def _dates(node: dict[str, Any]) -> set[date]:
    """The dates that a node gives to the one above it."""
    own = reckoned(node)
    held = {date.fromisoformat(each["on"]) for each in node["dates"]}
    return held if own is None else held | {own}


def _apply(op: dict[str, Any], inputs: list[date], node: dict[str, Any]) -> date:
    match op["op"]:
        case "add_days":
            return inputs[0] + timedelta(days=op["days"])
        case "add_years":
            year, (month, day) = inputs[0].year + op["years"], (inputs[0].month, inputs[0].day)
            last = calendar.monthrange(year, month)[1]
            return date(year, month, min(day, last)) + timedelta(days=op.get("days", 0))
        case "year_day":
            return date(op["year"], op["month"], op["day"])
        case "same_as":
            return inputs[0]
        case "later_of":
            return max(inputs)
        case "complete":
            start = date.fromisoformat(op["from"]) if "from" in op else None
            days = [day for day in inputs if day.isoformat() in op["dates"]]
            rests = [_steps(n) for n in node["children"] if "rests" in _steps(n)]
            days = [d for d in days if not any(r["rests"] <= d < r["rests_over"] for r in rests)]
            papers = [n for n in node["children"] if n["record"] and "on" not in _steps(n)]
            return _complete(days, start, papers)
    raise Wrong(f"{op['op']} is no way to reckon a date")


def _steps(node: dict[str, Any]) -> dict[str, date]:
    return {each["name"]: date.fromisoformat(each["on"]) for each in node["dates"]}


def _complete(days: list[date], start: date | None, papers: list[dict[str, Any]]) -> date:
    """The latest submission after which no paper was outstanding; see `complete` in the program.

    The days are walked in order. On each, what a slip asks comes before the submissions, and what
    the post asks or waives after them.
    """
    found, last = None, None
    steps = [
        [(date.fromisoformat(s["on"]), s["name"], s["by"]) for s in p["dates"]] for p in papers
    ]
    owed = [_owed_from_the_start(own) for own in steps]
    for day in sorted({on for own in steps for on, _, _ in own}):
        open_then = [_owed_then(own, day, before) for own, before in zip(steps, owed, strict=True)]
        owed = [_owed_after(own, day) for own in steps]
        if start is not None and day < start:
            continue
        last = day if day in days else last
        if day in days and not any(open_then):
            found = day
        elif any(open_then) and not any(owed):
            found = last
    if found is None:
        raise Wrong("the papers were never complete")
    return found


Steps = list[tuple[date, str, str]]


def _owed_from_the_start(steps: Steps) -> bool:
    first = next((name for _, name, _ in steps if name != "ready"), "")
    return first != "requested"


def _owed_then(steps: Steps, day: date, before: bool) -> bool:
    """Whether a paper was still to be sent after the submissions of the day."""
    names = [(name, by) for on, name, by in steps if on == day]
    sent = _walked(steps, day)[2]
    return not sent and (before or ("requested", "slip") in names)


def _owed_after(steps: Steps, day: date) -> bool:
    """Whether a paper was still to be sent at the end of the day."""
    return _walked(steps, day)[0]


def _walked(steps: Steps, day: date) -> tuple[bool, bool, bool]:
    """A paper after its steps up to the day: to be sent, gone in, and gone in on the day itself.

    A confirmation is a sending only where no sending is recorded.
    """
    owed, gone, sent, waived, asked = _owed_from_the_start(steps), False, False, False, True
    for on, name, by in steps:
        if on > day:
            break
        if name == "requested":
            owed, gone, waived, asked = by in ("slip", "post"), False, False, by != "uscis"
        elif name == "ready":
            owed, gone, waived = (asked, False, False) if waived else (owed, gone, waived)
        else:
            goes = name == "submitted" or (name == "received" and not gone)
            sent = sent or (goes and on == day)
            owed, gone, waived = False, gone or goes, name == "waived"
    return owed, gone, sent


def check(node: dict[str, Any]) -> None:
    """Every date of the tree is the one reckoned from below it.

    Raises:
        Wrong: one is not.
    """
    for each in every(node):
        own = reckoned(each)
        held = date.fromisoformat(each["date"]) if each["date"] else None
        if own != held:
            raise Wrong(f"{each['text']}: it says {held}, and what is below it gives {own}")
        if each["kind"] == "answer" and held is not None and each["op"] is None:
            raise Wrong(f"{each['text']}: nothing says how its date is reckoned")
