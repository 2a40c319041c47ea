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
            return _complete(inputs, node["children"])
    raise Wrong(f"{op['op']} is no way to reckon a date")


def _complete(days: list[date], papers: list[dict[str, Any]]) -> date:
    """The latest of the days after whose submissions no paper was outstanding."""
    whole = [day for day in days if not any(_open(_steps(paper), day) for paper in papers)]
    if not whole:
        raise Wrong("the papers were never complete")
    return max(whole)


def _steps(paper: dict[str, Any]) -> dict[str, date]:
    return {each["name"]: date.fromisoformat(each["on"]) for each in paper["dates"]}


def _open(steps: dict[str, date], day: date) -> bool:
    """Whether a paper was asked for before that day, and neither sent by then nor waived before."""
    if "asked" in steps and steps["asked"] >= day:
        return False
    sent = steps.get("submitted", steps.get("received"))
    if sent is not None and sent <= day:
        return False
    return not ("waived" in steps and steps["waived"] < day)


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
