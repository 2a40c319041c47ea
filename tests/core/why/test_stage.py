"""What each event led to, in the tree of the stage."""

import pytest

from core.life import Life
from core.steps import REFUSED, event
from core.why.kit import asked

BACK = "2026-03-09"
PAPERS = "Documents due or Administrative processing, by the papers"


def led_to(life: Life, day: str = "2026-12-12") -> dict[str, str]:
    """By the day of each event what the tree says it led to; of one day the last."""
    nodes = asked("stage", life.day(day))["tree"]["children"]
    told = [n for n in nodes if n["record"] is not None]
    return {n["date"]: n["text"].partition(": ")[2].removesuffix(".") for n in told}


@pytest.mark.parametrize(
    ("before", "inside", "expected"),
    [
        ("passport_sent", ["--visa", "yes"], "Visa issued"),
        ("passport_sent", [], "Visa issued"),
        ("passport_sent", ["--visa", "no"], PAPERS),
        ("passport_requested", ["--visa", "no"], PAPERS),
        ("note", ["--visa", "yes"], "Visa issued"),
        ("note", ["--visa", "no"], "the stage stays"),
        ("visa_issued", ["--visa", "yes"], "the stage stays"),
    ],
)
def test_a_passport_that_came_back_names_the_stage_that_it_began(
    life: Life, before: str, inside: list[str], expected: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, before, "2026-03-02")
    event(life, "passport_returned", BACK, *inside)
    assert led_to(life)[BACK] == expected


def test_of_two_events_of_one_day_only_the_one_that_began_the_stage_says_so(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "visa_issued", BACK)
    event(life, "passport_returned", BACK, "--visa", "yes")
    assert led_to(life)[BACK] == "the stage stays"


def test_a_further_slip_that_moved_the_stage_by_its_papers_says_so(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "refused_221g", "2026-02-02", "--document", "Chart")
    event(life, "refused_221g", "2026-03-02", "--document", "Letter")
    found = led_to(life)
    assert found["2026-02-02"] == PAPERS
    assert found["2026-03-02"] == "the stage stays"
