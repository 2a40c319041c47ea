"""Which day of the wait it is, in words."""

from datetime import date, timedelta

from core.snapshot.kit import REFUSED, case, contact, happened, paper, refused, snapshot
from g221_tui.core.model import Case
from g221_tui.core.snapshot.day_words import day_words


def words(found: Case, days: int) -> tuple[str, ...]:
    """The words so many days after the refusal."""
    return day_words(snapshot(found, REFUSED + timedelta(days=days)))


def on(days: int) -> date:
    """The day so many days after the refusal."""
    return REFUSED + timedelta(days=days)


def test_while_the_wait_runs_its_day_is_told() -> None:
    assert words(case(refused(asked="no")), 47) == ("Day 47 of 60",)


def test_where_it_counts_from_a_later_day_both_counts_are_told() -> None:
    found = case(refused(), papers=[paper("Diploma", on(33))])
    assert words(found, 33) == (
        "Day 0 of 60 · 33 since the refusal",
        "Day 0 of 60 · 33 since refusal",
        "Day 0 of 60",
    )


def test_after_the_wait_it_says_since_which_day_asking_is_open() -> None:
    found = case(refused(asked="no"))
    assert words(found, 134)[0] == "Day 134 · asking open since day 60"
    assert words(found, 134)[-1] == "Day 134"


def test_where_the_stage_opened_the_post_earlier_that_day_is_told() -> None:
    found = case(refused(asked="no"), happened("passport_sent", on(33)))
    assert words(found, 60)[0] == "Day 60 · asking open since day 47"


def test_an_emergency_that_came_before_the_wait_tells_no_day() -> None:
    found = case(refused(), papers=[paper("Diploma", on(33))], emergency=on(20))
    assert words(found, 134)[0] == "Day 101 · asking open"


def test_once_a_rest_ends_it_is_open_again() -> None:
    asked = [contact(name, on(70), "Rang") for name in ("dos", "consulate_email")]
    found = case(refused(asked="no"), contacts=asked)
    assert words(found, 134)[0] == "Day 134 · asking open again"


def test_while_the_office_that_was_asked_rests_the_others_are_not_open_again() -> None:
    found = case(refused(asked="no"), contacts=[contact("consulate_email", on(70), "Rang")])
    assert words(found, 71)[0] == "Day 71 · asking open since day 60"
    assert words(found, 99)[0] == "Day 99 · asking open since day 60"
    assert words(found, 100)[0] == "Day 100 · asking open again"


def test_while_every_office_rests_the_days_are_told() -> None:
    offices = ("dos", "consulate_email", "consulate_call", "senator")
    asked = [contact(name, on(70), "Rang") for name in offices]
    found = case(refused(asked="no"), contacts=asked, us_link="self", us_state="CA")
    told = words(found, 75)[0]
    assert told.startswith("Day 75 · asking rests ")
    assert told.endswith("d")


def test_where_nothing_waits_the_stage_is_told() -> None:
    assert words(case(refused(asked="no")), -5) == ("Before the refusal",)
