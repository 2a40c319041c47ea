"""Each slip keeps its own answer to what it asks, from its date on."""

import pytest

from core.life import LATER, Life
from core.steps import REFUSED, event, walk
from g221_tui.core.edits.add_event import AddEvent

SECOND, THIRD = "2026-02-02", "2026-03-02"

# What the first slip asks, the second, the third; then what was asked, as it is told in the end.
ANSWERS = [
    ("no", "no", "no", "no"),
    ("no", "yes", "no", "yes"),
    ("yes", "no", "no", "yes"),
    ("unknown", "no", "no", "no"),
    ("unknown", "yes", "no", "yes"),
    ("no", "no", "unknown", "unknown"),
    ("yes", "no", "unknown", "unknown"),
    ("unknown", "unknown", "no", "no"),
]


def row(life: Life, day: str) -> str:
    """A day: the stage, what was asked, how much is outstanding, the kind of the next step."""
    shown = life.status(day)
    documents = shown["documents"]
    words = (shown["stage"]["id"], documents["asked"], documents["outstanding"])
    return " ".join(map(str, (*words, shown["next"]["kind"])))


@pytest.mark.parametrize(("first", "second", "third", "told"), ANSWERS)
def test_the_latest_slip_may_be_unknown_else_any_slip_that_asked_counts(
    life: Life, first: str, second: str, third: str, told: str
) -> None:
    life.open(REFUSED, "--asked", first)
    event(life, "refused_221g", SECOND, "--asked", second)
    event(life, "refused_221g", THIRD, "--asked", third)
    stage = "processing" if told == "no" else "documents_due"
    shown = life.status(THIRD)
    assert (shown["documents"]["asked"], shown["stage"]["id"]) == (told, stage)
    assert life.status("2026-02-01")["documents"]["asked"] == first
    assert life.status("2026-03-01")["case"]["round"] == 1


DAYS = [
    ("2026-01-05", "documents_due yes 1 documents"),
    ("2026-01-11", "documents_due yes 1 documents"),
    ("2026-01-12", "processing yes 0 wait"),
    ("2026-02-01", "processing yes 0 wait"),
    ("2026-02-02", "documents_due unknown 0 documents"),
    ("2026-02-15", "documents_due unknown 0 documents"),
    ("2026-02-16", "documents_due yes 1 documents"),
    ("2026-02-22", "documents_due yes 1 documents"),
    ("2026-02-23", "processing yes 0 wait"),
    ("2026-03-02", "processing yes 0 wait"),
]


@pytest.mark.parametrize(("day", "expected"), DAYS)
def test_each_day_is_told_by_the_slips_and_requests_up_to_it(
    life: Life, day: str, expected: str
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-12", today=LATER)
    event(life, "refused_221g", SECOND)
    life("docs", "add", "Chart", "--asked", "2026-02-16", today=LATER)
    life("docs", "set", "Chart", "submitted", "--on", "2026-02-23", today=LATER)
    event(life, "refused_221g", THIRD, "--asked", "no")
    assert row(life, day) == expected


def test_what_is_asked_on_the_day_of_the_second_slip_answers_that_slip(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life.apply(AddEvent(kind="refused_221g", on=None, documents=("Chart",)), SECOND)
    assert row(life, "2026-02-01") == "processing no 0 wait"
    assert row(life, SECOND) == "documents_due yes 1 documents"
    assert life.documents(SECOND)["Chart"]["asked_on"] == SECOND


def test_what_a_slip_of_an_earlier_day_asks_for_is_asked_on_its_day(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life.apply(
        AddEvent(kind="refused_221g", on=life.day(SECOND).today, documents=("Chart",)), THIRD
    )
    assert row(life, "2026-02-01") == "processing no 0 wait"
    assert row(life, SECOND) == "documents_due yes 1 documents"


def test_the_fact_answers_the_latest_slip_and_leaves_the_first_its_own(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "refused_221g", SECOND)
    assert row(life, SECOND) == "documents_due unknown 0 documents"
    life("set", "documents_asked=no", today=LATER)
    assert row(life, SECOND) == "processing no 0 wait"
    life("set", "documents_asked=yes", today=LATER)
    assert row(life, SECOND) == "documents_due yes 0 documents"
    assert row(life, "2026-02-01") == "processing no 0 wait"


def test_a_slip_known_to_ask_for_something_wants_it_listed_also_beside_the_papers_of_the_first(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-12", today=LATER)
    event(life, "refused_221g", SECOND, "--asked", "yes")
    assert row(life, SECOND) == "documents_due yes 0 documents"
    assert life.next_step(SECOND)["text"].startswith("List what the further letter of Mon 2 Feb")
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    assert life.next_step(SECOND)["text"].startswith("Send Chart")


def test_a_slip_that_may_ask_for_something_is_asked_about_with_what_is_out_beside_it(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    assert life.next_step("2026-02-01")["text"].startswith("Send Letter")
    event(life, "refused_221g", SECOND)
    step = life.next_step(SECOND)["text"]
    assert step.startswith("What does the further letter of Mon 2 Feb")
    assert "Letter" in step


def test_the_first_letter_is_not_called_a_further_one(life: Life) -> None:
    life.open(REFUSED)
    assert life.next_step(REFUSED)["text"].startswith("Does your letter ask for documents?")


def test_a_slip_after_a_new_interview_begins_a_round_that_does_not_know_the_old_answers(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "yes")
    walk(life, "interview 2026-02-16 refused_221g 2026-03-02")
    assert row(life, "2026-02-15") == "documents_due yes 0 documents"
    assert row(life, THIRD) == "documents_due unknown 0 documents"
    life("set", "documents_asked=no", today=LATER)
    assert row(life, THIRD) == "processing no 0 wait"
