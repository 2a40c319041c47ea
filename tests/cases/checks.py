"""What a line of a case asks for, looked up in the answer of the program."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cases.script import TURNED_DOWN, Check, day_of

Status = Mapping[str, Any]


def has(words: str, text: str) -> bool:
    """Whether the parts of the words stand in the text in that order, in any case."""
    parts = (re.escape(" ".join(part.split())) for part in words.split(" ... "))
    found = re.search(".*".join(parts), " ".join(text.split()), re.IGNORECASE | re.DOTALL)
    return found is not None


class Answers:
    """What the program said after a step."""

    def __init__(self, today: date, status: Status, plain: str, said: str) -> None:
        self.today = today
        self.status = status
        self.plain = plain
        self.said = said

    def failed(self, check: Check) -> str:
        """How the answer differs from a check; empty where it does not."""
        key, value = check.key, check.value
        if key in TURNED_DOWN:
            return "" if has(value, self.said) else f"said: {self.said}"
        bare = re.sub(r"^never | never(?= says)", "", key)
        text = self._texts().get(bare)
        if text is None:
            return self._value(key, value)
        return f"it says: {text}" if has(value, text) is (bare != key) else ""

    def _texts(self) -> dict[str, str]:
        """The texts that words are looked for in."""
        return {
            "next says": self.status["next"]["text"],
            "holder says": str(self.status["stage"]["holder"] or "nobody"),
            "warns": "\n".join(self.status["warnings"]),
            "said": self.said,
            "says": self.plain,
        }

    def _value(self, key: str, value: str) -> str:
        status = self.status
        plain: dict[str, Callable[[], str]] = {
            "stage": lambda: self._stage(value),
            "holder": lambda: _same(value, str(status["stage"]["holder"] or "nobody")),
            "round": lambda: _same(value, str(status["case"]["round"])),
            "post": lambda: _same(value, status["case"]["post"]),
            "asked": lambda: _same(value, status["documents"]["asked"]),
            "next": lambda: self._next(value),
            "owed": lambda: self._owed(value),
            "counts from": lambda: self._on(value, status["wait"]["anchor"], "nothing"),
            "complete": lambda: self._on(value, status["documents"]["complete_on"], "no"),
        }
        if key in plain:
            return plain[key]()
        kind, _, rest = key.partition(" ")
        if kind == "paper":
            return self._paper(rest, value)
        if kind == "deadline":
            return self._deadline(rest, value)
        if kind == "timeline":
            return self._timeline(rest, value)
        return self._channel(key, value)

    def _on(self, value: str, found: str | None, nothing: str) -> str:
        wanted = None if value == nothing else day_of(value, self.today).isoformat()
        return "" if wanted == found else f"it is {found}"

    def _stage(self, value: str) -> str:
        name, _, since = value.partition(" since ")
        stage = self.status["stage"]
        return _same(name, stage["id"]) or (self._on(since, stage["since"], "-") if since else "")

    def _next(self, value: str) -> str:
        kind, _, on = value.partition(" on ")
        step = self.status["next"]
        wrong = _same(kind, step["kind"]) or (self._on(on, step["date"], "-") if on else "")
        return wrong and f"{wrong}: {step['text']}"

    def _owed(self, value: str) -> str:
        items = self.status["documents"]["items"]
        owed = "; ".join(
            i["name"]
            for i in items
            if i["state"] in ("requested", "ready") and i["requested_by"] in ("slip", "post")
        )
        return _same(value, owed or "nothing")

    def _paper(self, name: str, value: str) -> str:
        item = next((i for i in self.status["documents"]["items"] if i["name"] == name), None)
        if item is None:
            return "no such paper"
        state, _, on = value.partition(" on ")
        return _same(state, item["state"]) or (
            self._on(on, item.get(f"{state}_on") or item["asked_on"], "-") if on else ""
        )

    def _deadline(self, key: str, value: str) -> str:
        identity = key.removesuffix(" says")
        rows = self.status["deadlines"]
        start = identity.removesuffix("*")
        row = next(
            (
                r
                for r in rows
                if r["id"] == identity
                or (identity.endswith("*") and r["title"].casefold().startswith(start.casefold()))
                or (identity.endswith("_*") and r["id"].startswith(start))
            ),
            None,
        )
        if row is None:
            return "" if value == "none" else f"the deadlines are {[r['id'] for r in rows]}"
        if key.endswith(" says"):
            return "" if has(value, row["because"]) else f"it says: {row['because']}"
        day = re.sub(r" (quiet|estimate|firm)$", "", value)
        marks = [mark for mark in ("quiet", "estimate") if row[mark]]
        marks += [] if row["estimate"] else ["firm"]
        wanted = value[len(day) :].split()
        if value == "none" or set(wanted) - set(marks) or ("quiet" in marks) != ("quiet" in wanted):
            return f"it is {row['date']} {' '.join(marks)}"
        return self._on(day, row["date"], "-")

    def _timeline(self, on: str, value: str) -> str:
        day = day_of(on, self.today).isoformat()
        rows = [r["title"] for r in self.status["timeline"] if r["date"] == day]
        if value == "nothing":
            return f"it has {rows}" if rows else ""
        return "" if any(has(value, row) for row in rows) else f"it has {rows}"

    def _channel(self, key: str, value: str) -> str:
        identity, _, says = key.partition(" ")
        every = [*self.status["channels"], *self.status.get("further", [])]
        view = next((c for c in every if c["id"] == identity), None)
        if view is None:
            return f"no line of a case begins with '{key}'"
        if says in ("says", "never says"):
            text = "\n".join([*view["because"], *view["cautions"]])
            return f"it says: {text}" if has(value, text) is (says != "says") else ""
        if says == "asks":
            text = "\n".join(view["ask"])
            return "" if has(value, text) else f"it asks: {text}"
        state, _, on = re.sub(" since ", " until ", value).partition(" until ")
        return _same(state, view["state"]) or (self._on(on, view["opens_on"], "-") if on else "")


def _same(wanted: str, found: str) -> str:
    return "" if wanted == found else f"it is {found}"
