"""What is dated after today is named in one warning, in the words of its kind."""

from core.life import Life
from core.steps import event
from g221_tui.core.snapshot.later import later_records


def test_what_is_dated_later_is_named_soonest_first_and_a_task_is_done(life: Life) -> None:
    life.open("2026-06-01", today="2026-06-20")
    life("docs", "add", "Fingerprints", "--task", "--asked", "2026-06-01", today="2026-06-20")
    life("docs", "set", "Fingerprints", "submitted", "--on", "2026-06-19", today="2026-06-20")
    event(life, "note", "2026-06-18")
    life("log", "ceac", "--on", "2026-06-20", today="2026-06-20")
    said = later_records(life.day("2026-06-17"))
    assert "Note, Thu 18 Jun 2026; Fingerprints, done Fri 19 Jun 2026; CEAC" in said
    assert later_records(life.day("2026-06-20")) == ""


def test_of_many_the_first_three_are_named(life: Life) -> None:
    life.open("2026-06-01", today="2026-06-20")
    for day in ("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13", "2026-06-14"):
        event(life, "note", day)
    said = later_records(life.day("2026-06-09"))
    assert said.count("Note") == 3
    assert "and 2 more" in said
