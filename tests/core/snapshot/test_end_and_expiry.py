"""What is said at an end, of dates that are over, and in an emergency while the passport is out."""

import pytest

from core.life import LATER, Life
from core.steps import event, opened


@pytest.mark.parametrize(
    ("petition", "said", "never"),
    [
        ("yes", "expects the petition to go back", "If the visa rests"),
        ("unknown", "If the visa rests on a petition", "nothing of this"),
        ("no", "", "petition to go back"),
    ],
)
def test_a_refusal_for_good_speaks_of_the_petition_as_far_as_it_is_known(
    life: Life, petition: str, said: str, never: str
) -> None:
    event(opened(life, "--petition", petition), "visa_refused", "2026-02-02")
    step = life.next_step("2026-02-02")
    assert step["kind"] == "ended"
    assert said in step["text"]
    assert never not in step["text"]


@pytest.mark.parametrize("fact", ["passport_expires", "offer_expires", "petition_expires"])
def test_what_expires_stays_the_next_step_after_it_has_passed(life: Life, fact: str) -> None:
    opened(life, "--visa", "H-1B")
    life("set", f"{fact}=2026-02-02", today=LATER)
    found = [life.next_step(day)["kind"] for day in ("2026-02-02", "2026-02-09", "2026-02-10")]
    assert found == ["deadline", "deadline", "expiry"]


def test_a_named_date_that_is_over_for_a_week_is_no_step_any_more(life: Life) -> None:
    opened(life)("deadline", "add", "Flight", "2026-02-02", today="2026-01-05")
    found = [life.next_step(day)["kind"] for day in ("2026-02-09", "2026-02-10")]
    assert found == ["deadline", "wait"]


def test_in_an_emergency_the_post_is_asked_while_the_passport_is_on_its_way(life: Life) -> None:
    event(opened(life), "passport_sent", "2026-05-04")
    assert life.next_step("2026-05-07")["kind"] == "wait"
    life("set", "emergency=2026-05-06", today=LATER)
    assert life.next_step("2026-05-05")["kind"] == "wait"
    assert life.next_step("2026-05-07")["kind"] == "channel"
