"""Sentences that go with the stage, the record and the calendar, and never against them."""

from cli.conftest import Cli
from core.steps import event, opened, words_of

MARCH = "2026-03-01"


def returned(g221: Cli) -> None:
    """A petition that came to USCIS."""
    g221.open("2026-01-05", "--asked", "no", "--visa", "H-1B")
    event(g221, "petition_returned", "2026-02-01")
    event(g221, "uscis_received", "2026-02-20")


def test_the_letter_s_date_stands_also_where_nothing_was_asked(g221: Cli) -> None:
    opened(g221)
    assert "No limit for papers runs" in words_of(g221.status(MARCH)).replace(
        "no limit", "No limit"
    )
    assert "No limit for papers runs" in g221("deadline", "list", today=MARCH).err
    g221("set", "letter_deadline=2026-04-01", today=MARCH)
    assert "No limit" not in g221("deadline", "list", today=MARCH).err
    shown = g221.status(MARCH)
    assert [d["date"] for d in shown["deadlines"] if d["id"] == "letter_date"] == ["2026-04-01"]
    assert "no limit for papers" not in words_of(shown)
    assert g221.next_step("2026-03-30")["date"] == "2026-04-01"


def test_the_usual_end_of_a_range_is_told_as_two_days(g221: Cli) -> None:
    returned(g221)
    assert "an estimate: between " in g221("status", "--plain", today=MARCH).out
