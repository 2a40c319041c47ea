"""Notices: two dates, the petitioner's deadline, and what ends it."""

from typing import Any

import pytest

from cli.conftest import Cli, names_day
from core.steps import REFUSED, event, words_of

RETURNED = "2026-02-02"
PRINTED = "2026-06-01"


@pytest.fixture
def away(g221: Cli) -> Cli:
    """A case whose petition went back to USCIS; its asking is open since March."""
    g221.open(REFUSED, "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    event(g221, "petition_returned", RETURNED)
    return g221


def answer(g221: Cli, day: str, notice: str = "noir") -> Any:
    """The deadline of the notice on that day, or nothing."""
    return g221.deadlines(day).get(f"{notice}_response")


@pytest.mark.parametrize(
    ("today", "left", "level"),
    [
        ("2026-06-14", 31, None),
        ("2026-06-15", 30, 30),
        ("2026-06-30", 15, 30),
        ("2026-07-01", 14, 14),
        ("2026-07-07", 8, 14),
        ("2026-07-08", 7, 7),
        ("2026-07-11", 4, 7),
        ("2026-07-12", 3, 3),
        ("2026-07-14", 1, 3),
        ("2026-07-15", 0, 3),
        ("2026-07-16", -1, None),
        ("2026-07-25", -10, None),
    ],
)
def test_the_days_left_fall_to_nothing_and_below_and_are_warned_at_30_14_7_and_3(
    away: Cli, today: str, left: int, level: int | None
) -> None:
    event(away, "noir", PRINTED, "--due", "2026-07-15")
    row = answer(away, today)
    assert row["days_left"] == left
    step = away.next_step(today)
    assert step["kind"] == ("deadline" if left <= 7 else "notice")
    if left >= 0:
        assert row["level"] == level
        assert "overdue" not in words_of([row, step])
        assert names_day(step["text"], "2026-07-15") or left == 0
    assert "petitioner" in step["text"].casefold()
    away("next", "--check", today=today, code=4)


@pytest.mark.parametrize("notice", ["noir", "noid"])
@pytest.mark.parametrize("words", [("--learned", "2026-06-12"), ()])
def test_without_the_printed_date_there_is_no_deadline_but_a_word_to_ask_for_it_today(
    away: Cli, notice: str, words: tuple[str, ...]
) -> None:
    away("event", "add", notice, *words, today="2026-06-12")
    snapshot = away.status("2026-06-20")
    assert answer(away, "2026-06-20", notice) is None
    assert (snapshot["stage"]["id"], snapshot["stage"]["since"]) == ("response_due", "2026-06-12")
    assert [(r["date"], r["kind"]) for r in snapshot["timeline"] if r["kind"] == notice] == [
        ("2026-06-12", notice)
    ]
    assert "deadline" not in {row["kind"] for row in snapshot["timeline"]}
    step = snapshot["next"]
    assert step["kind"] == "notice"
    for words_said in ("may already be running", "petitioner", "printed date"):
        assert words_said in step["text"], step["text"]
    assert away.status("2026-06-11")["stage"]["id"] == "returning", "nobody knew of it"
    away("next", "--check", today="2026-06-20", code=4)
