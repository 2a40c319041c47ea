"""The passport as the next step: asked for, and back with a letter beside it."""

import pytest

from core.life import LATER, Life, names_day, plus
from core.steps import REFUSED, event, event_id, opened, walk

BACK = "2026-03-02"


def kinds(life: Life, *days: str) -> list[str]:
    """The kind of the next step on each of these days."""
    return [life.next_step(day)["kind"] for day in days]


def test_it_is_asked_for_until_it_is_sent(life: Life) -> None:
    walk(opened(life), "passport_requested 2026-02-02 passport_sent 2026-02-09")
    days = ("2026-02-01", "2026-02-02", "2026-02-08", "2026-02-09")
    assert kinds(life, *days) == ["wait", "passport", "passport", "wait"]


def test_the_day_by_which_it_is_wanted_is_named_and_presses_from_a_week_before(life: Life) -> None:
    event(opened(life), "passport_requested", "2026-02-02", "--due", "2026-02-16")
    early, pressing = life.next_step("2026-02-08"), life.next_step("2026-02-09")
    assert (early["kind"], early["date"]) == ("passport", "2026-02-16")
    assert names_day(early["text"], "2026-02-16")
    assert (pressing["kind"], pressing["date"]) == ("deadline", "2026-02-16")


def test_without_a_day_none_is_named(life: Life) -> None:
    event(opened(life), "passport_requested", "2026-02-02")
    step = life.next_step("2026-02-03")
    assert step["date"] is None
    assert "due by" not in step["text"]


@pytest.mark.parametrize(
    ("road", "given", "stage", "step"),
    [
        ("", "no", "processing", "passport"),
        ("", "yes", "issued", "ended"),
        ("", "", "processing", "passport"),
        ("passport_requested", "no", "processing", "passport"),
        ("passport_requested", "yes", "issued", "ended"),
        ("passport_requested", "", "issued", "ended"),
        ("passport_sent", "no", "processing", "passport"),
        ("passport_sent", "yes", "issued", "ended"),
        ("passport_sent", "", "issued", "ended"),
        ("visa_issued", "no", "processing", "passport"),
        ("visa_issued", "yes", "issued", "ended"),
        ("visa_issued", "", "issued", "ended"),
        ("visa_refused", "no", "refused", "ended"),
        ("visa_refused", "", "refused", "ended"),
        ("withdrawn", "no", "withdrawn", "ended"),
        ("petition_returned", "no", "returning", "passport"),
        ("petition_returned", "yes", "issued", "ended"),
        ("petition_returned", "", "returning", "passport"),
    ],
)
def test_what_the_person_saw_wins_else_the_stage_before_tells(
    life: Life, road: str, given: str, stage: str, step: str
) -> None:
    opened(life)
    if road:
        event(life, road, "2026-02-02")
    event(life, "passport_returned", BACK, *(["--visa", given] if given else []))
    shown = life.status(BACK)
    assert (shown["stage"]["id"], shown["next"]["kind"]) == (stage, step)


def test_with_papers_out_an_empty_passport_leads_back_to_them(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    event(life, "passport_sent", "2026-02-02")
    event(life, "passport_returned", BACK, "--visa", "no")
    found = [life.status(day)["stage"]["id"] for day in (plus(BACK, -1), BACK)]
    assert found == ["passport_sent", "documents_due"]


@pytest.mark.parametrize(("given", "words"), [("no", "without the visa"), ("", "is the visa in")])
def test_the_letter_beside_it_is_asked_for_thirty_days_at_most(
    life: Life, given: str, words: str
) -> None:
    event(opened(life), "passport_returned", BACK, *(["--visa", given] if given else []))
    step = life.next_step(BACK)
    assert words in step["text"]
    assert names_day(step["text"], BACK)
    assert step["subject"] == event_id(life, "passport_returned")
    days = [plus(BACK, n) for n in (-1, 0, 30, 31)]
    assert [kind == "passport" for kind in kinds(life, *days)] == [False, True, True, False]


@pytest.mark.parametrize("after", [-1, 0, 1, 10])
@pytest.mark.parametrize("what", ["note", "refused_221g", "document"])
def test_whatever_is_dated_on_its_day_or_later_answers_it_from_that_day_on(
    life: Life, what: str, after: int
) -> None:
    event(opened(life), "passport_returned", BACK, "--visa", "no")
    on = plus(BACK, after)
    if what == "document":
        life("docs", "add", "Chart", "--by", "post", "--asked", on, today=LATER)
    else:
        event(life, what, on)
    before, then = (life.next_step(plus(BACK, n))["kind"] for n in (max(after, 1) - 1, 10))
    assert (before == "passport") is (after != 0)
    assert (then == "passport") is (after < 0)


def test_of_two_returns_the_later_one_is_asked_about(life: Life) -> None:
    event(opened(life), "passport_returned", BACK, "--visa", "no")
    event(life, "passport_returned", "2026-03-16", "--visa", "no")
    for day in (BACK, "2026-03-15", "2026-03-16", "2026-03-20"):
        expected = BACK if day < "2026-03-16" else "2026-03-16"
        assert names_day(life.next_step(day)["text"], expected), day


@pytest.mark.parametrize(
    ("road", "assumed"), [("note", False), ("passport_sent", True), ("passport_requested", True)]
)
def test_that_it_is_taken_to_hold_the_visa_is_said_only_where_it_is(
    life: Life, road: str, assumed: bool
) -> None:
    event(opened(life), road, "2026-02-02")
    said = event(life, "passport_returned", BACK).err
    assert ("taken to hold the visa" in said) is assumed
