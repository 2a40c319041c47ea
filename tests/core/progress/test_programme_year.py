"""A Diversity Visa ends with its programme year: the day before, the last day, the day after."""

import pytest

from core.life import LATER, Life, plus
from core.steps import event

# The refusal, what tells the year, the last day, whether that is an estimate.
YEARS = [
    ("2026-02-02", (), "2026-09-30", True),
    ("2026-09-29", (), "2026-09-30", True),
    ("2026-09-30", (), "2026-09-30", True),
    ("2026-10-01", (), "2027-09-30", True),
    ("2026-12-31", (), "2027-09-30", True),
    ("2026-02-02", ("--case-number", "2026EU12345"), "2026-09-30", False),
    ("2025-11-03", ("--case-number", "2026EU12345"), "2026-09-30", False),
    ("2026-02-02", ("dv_year=2027",), "2027-09-30", False),
    ("2026-02-02", ("--case-number", "2026EU12345", "dv_year=2027"), "2026-09-30", False),
    ("2026-02-02", ("--case-number", "2026118 345 0001"), "2026-09-30", True),
]


def opened(life: Life, refused: str, given: tuple[str, ...], visa: str = "DV") -> None:
    """A case of which nothing was asked, and whose year is told so."""
    options = [word for word in given if "=" not in word]
    life.open(refused, "--asked", "no", "--visa", visa, *options)
    for fact in given[len(options) :]:
        life("set", fact, today=LATER)


@pytest.mark.parametrize(("refused", "given", "last", "estimate"), YEARS)
def test_the_year_is_told_by_the_number_else_by_the_fact_else_by_the_refusal(
    life: Life, refused: str, given: tuple[str, ...], last: str, estimate: bool
) -> None:
    opened(life, refused, given)
    found = life.deadlines(refused)["expiry_dv"]
    assert (found["date"], found["estimate"]) == (last, estimate)


@pytest.mark.parametrize(("refused", "given", "last", "_estimate"), YEARS)
def test_the_case_is_over_the_day_after_the_last_one_and_not_before(
    life: Life, refused: str, given: tuple[str, ...], last: str, _estimate: bool
) -> None:
    opened(life, refused, given)
    assert life.status(last)["stage"]["id"] == "processing"
    assert life.deadlines(last)["expiry_dv"]["days_left"] == 0
    over = life.status(plus(last, 1))
    assert (over["stage"]["id"], over["stage"]["since"]) == ("programme_over", plus(last, 1))
    assert over["stage"]["holder"] == "nobody"
    assert (over["deadlines"], over["wait"]["anchor"]) == ([], None)
    assert (over["next"]["kind"], {row["state"] for row in over["channels"]}) == (
        "ended",
        {"closed"},
    )
    assert life.status(plus(last, 400))["stage"]["since"] == plus(last, 1)


@pytest.mark.parametrize("kind", ["visa_issued", "visa_refused", "withdrawn"])
def test_what_ended_within_the_year_keeps_its_own_end(life: Life, kind: str) -> None:
    opened(life, "2026-02-02", ())
    event(life, kind, "2026-09-30")
    before = life.status("2026-09-30")["stage"]["id"]
    after = life.status("2026-10-01")["stage"]
    assert (after["id"], after["since"]) == (before, "2026-09-30")
    assert before != "programme_over"


@pytest.mark.parametrize("kind", ["passport_requested", "passport_sent", "transferred", "note"])
def test_the_year_ends_the_case_from_every_stage_that_is_no_end(life: Life, kind: str) -> None:
    opened(life, "2026-02-02", ())
    event(life, kind, "2026-09-28")
    assert life.status("2026-10-01")["stage"]["id"] == "programme_over"


@pytest.mark.parametrize(
    ("visa", "given"),
    [
        ("IR1", ()),
        ("H-1B", ()),
        ("H-1B", ("--case-number", "2026EU12345")),
        ("IR1", ("dv_year=2026",)),
        ("", ()),
    ],
)
def test_no_other_visa_ends_with_a_year(life: Life, visa: str, given: tuple[str, ...]) -> None:
    opened(life, "2026-02-02", given, visa)
    assert life.status("2026-10-01")["stage"]["id"] == "processing"
    noted = "dv_year=2026" in given
    assert ("expiry_dv" in life.deadlines("2026-02-02")) is noted


def test_a_page_that_said_issued_in_the_last_days_is_still_to_be_recorded(life: Life) -> None:
    opened(life, "2026-02-02", ())
    life("log", "ceac", "--status", "Issued", "--on", "2026-09-29", today=LATER)
    for day in ("2026-09-29", "2026-10-01", "2026-11-02"):
        found = life.status(day)
        assert found["next"]["kind"] == ("deadline" if day < "2026-10-01" else "record"), day
    event(life, "visa_issued", "2026-09-30")
    assert life.status("2026-10-01")["stage"]["id"] == "issued"


def test_a_day_before_the_refusal_belongs_to_no_year_that_is_over(life: Life) -> None:
    opened(life, "2026-11-02", ("dv_year=2026",))
    assert life.status("2026-11-01")["stage"]["id"] == "before"
    assert life.status("2026-11-02")["stage"]["id"] == "programme_over"
