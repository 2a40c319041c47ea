"""What was seen or happened and is not in the record yet, day by day."""

import pytest

from core.life import LATER, Life, names_day
from core.steps import REFUSED, event, event_id, opened, walk

SEEN = "2026-02-16"


def kinds(life: Life, *days: str) -> list[str]:
    """The kind of the next step on each of these days."""
    return [life.next_step(day)["kind"] for day in days]


def look(life: Life, channel: str, words: str, on: str = SEEN) -> None:
    """Note the words of a page on that day."""
    life("log", channel, "--status", words, "--on", on, today=LATER)


@pytest.mark.parametrize(
    ("channel", "words", "after"),
    [
        ("ceac", "Issued", "record"),
        ("ceac", "Refused", "wait"),
        ("ceac", "Administrative Processing", "wait"),
        ("ceac", "Expired", "record"),
        ("ceac", "Expiring Soon", "record"),
        ("ceac", "Returned to USCIS", "wait"),
        ("ceac", "Ready for pick-up", "wait"),
        ("vfs_tracker", "Ready for pick-up", "record"),
        ("vfs_tracker", "Issued", "wait"),
    ],
)
def test_only_words_whose_meaning_is_sure_ask_for_a_record_each_on_its_page(
    life: Life, channel: str, words: str, after: str
) -> None:
    look(opened(life), channel, words)
    assert kinds(life, "2026-02-15", SEEN, "2026-02-20") == ["wait", after, after]


@pytest.mark.parametrize("words", ["Expiring Soon", "Expired"])
@pytest.mark.parametrize("done", ["asked", "sent"])
def test_words_that_want_something_stand_until_somebody_was_asked_or_a_paper_went_in(
    life: Life, words: str, done: str
) -> None:
    look(opened(life), "ceac", words)
    assert words in life.next_step("2026-02-17")["text"]
    if done == "asked":
        life("log", "consulate_email", "--on", "2026-02-18", "--anyway", today=LATER)
    else:
        life("docs", "add", "I-864", "--extra", today=LATER)
        life("docs", "set", "I-864", "submitted", "--on", "2026-02-18", today=LATER)
    assert kinds(life, "2026-02-17", "2026-02-18") == ["record", "wait"]


def test_the_page_s_issued_is_to_be_recorded_until_it_is(life: Life) -> None:
    look(opened(life), "ceac", "Issued")
    event(life, "visa_issued", "2026-02-18")
    assert kinds(life, "2026-02-17", "2026-02-18", "2026-03-20") == ["record", "ended", "ended"]


@pytest.mark.parametrize(
    ("kind", "on", "after"),
    [
        ("note", "2026-02-18", "record"),
        ("passport_requested", "2026-02-15", "passport"),
        ("passport_requested", "2026-02-16", "passport"),
        ("passport_requested", "2026-02-17", "passport"),
        ("passport_sent", "2026-02-15", "record"),
        ("passport_sent", "2026-02-16", "record"),
        ("passport_sent", "2026-02-17", "wait"),
    ],
)
def test_a_later_stage_answers_the_page_and_one_of_the_same_day_does_not(
    life: Life, kind: str, on: str, after: str
) -> None:
    look(opened(life), "ceac", "Issued")
    event(life, kind, on)
    assert kinds(life, "2026-02-19") == [after]


@pytest.mark.parametrize(
    ("on", "after"),
    [("2026-02-15", "record"), (SEEN, "wait"), ("2026-02-17", "wait")],
)
def test_the_passport_that_came_back_empty_answers_the_page_from_its_day_on(
    life: Life, on: str, after: str
) -> None:
    look(opened(life), "ceac", "Issued")
    event(life, "passport_returned", on, "--visa", "no")
    event(life, "note", "2026-02-20")
    assert kinds(life, "2026-02-20") == [after]


def test_words_that_were_replaced_by_others_ask_for_nothing(life: Life) -> None:
    look(opened(life), "ceac", "Issued")
    look(life, "ceac", "Refused", "2026-02-19")
    assert kinds(life, "2026-02-18", "2026-02-19") == ["record", "wait"]


def test_an_end_that_a_page_can_speak_of_is_answered_by_nothing_else(life: Life) -> None:
    look(opened(life), "ceac", "Issued")
    event(life, "visa_refused", "2026-02-15")
    assert kinds(life, "2026-02-14", "2026-02-15", SEEN) == ["wait", "ended", "ended"]


@pytest.mark.parametrize(
    ("on", "after"),
    [("2026-02-15", "record"), (SEEN, "ended"), ("2026-02-17", "ended")],
)
def test_the_tracker_is_answered_by_a_passport_that_came_back_on_its_day_or_later(
    life: Life, on: str, after: str
) -> None:
    look(opened(life), "vfs_tracker", "Ready for pick-up")
    event(life, "passport_returned", on, "--visa", "no" if on < SEEN else "yes")
    event(life, "note", "2026-02-17")
    assert kinds(life, "2026-02-18") == [after]


def test_of_two_looks_at_the_tracker_the_last_one_counts(life: Life) -> None:
    look(opened(life), "vfs_tracker", "Ready for pick-up")
    look(life, "vfs_tracker", "In transit", "2026-02-18")
    assert kinds(life, SEEN, "2026-02-17", "2026-02-18") == ["record", "record", "wait"]


def test_a_transfer_asks_for_the_post_until_it_is_named(life: Life) -> None:
    opened(life, "--post", "Ankara")
    event(life, "transferred", SEEN)
    found = life.next_step("2026-02-20")
    assert kinds(life, "2026-02-15", SEEN, "2026-02-20") == ["wait", "record", "record"]
    assert names_day(found["text"], SEEN)
    assert found["subject"] == event_id(life, "transferred")
    life("set", "post=Yerevan", today=LATER)
    assert kinds(life, SEEN, "2026-02-20") == ["wait", "wait"]


def test_an_appointment_is_asked_about_from_the_day_after_it(life: Life) -> None:
    walk(opened(life, "--visa", "H-1B"), "petition_returned 2026-02-02 reaffirmed 2026-06-01")
    event(life, "interview_scheduled", "2026-06-15", "--due", "2026-07-06")
    days = ("2026-06-29", "2026-07-06", "2026-07-07", "2026-07-31")
    assert kinds(life, *days) == ["deadline", "deadline", "record", "record"]
    step = life.next_step("2026-07-07")
    assert (step["date"], step["subject"]) == ("2026-07-06", event_id(life, "interview_scheduled"))
    event(life, "interview", "2026-07-06")
    assert kinds(life, "2026-07-05", "2026-07-07") == ["deadline", "wait"]


def test_the_day_for_the_passport_is_no_appointment_that_was_held(life: Life) -> None:
    event(opened(life), "passport_requested", SEEN, "--due", "2026-03-02")
    shown = life.status("2026-03-20")["next"]
    assert (shown["kind"], shown["date"]) == ("deadline", "2026-03-02")
    event(life, "passport_sent", "2026-03-21")
    assert "appointment" not in life.next_step("2026-03-21")["text"]


def test_the_page_comes_before_the_tracker_the_tracker_before_the_post(life: Life) -> None:
    opened(life, "--post", "Ankara")
    event(life, "transferred", "2026-02-10")
    look(life, "vfs_tracker", "Ready for pick-up", "2026-02-11")
    look(life, "ceac", "Issued", "2026-02-12")
    found = [life.next_step(f"2026-02-{n}")["subject"] for n in (10, 11, 12)]
    contacts = [row["id"] for row in life.contacts()]
    assert found == [event_id(life, "transferred"), *contacts]


def test_what_is_to_be_recorded_comes_before_the_papers_and_after_the_passport(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    look(life, "ceac", "Issued")
    assert kinds(life, "2026-02-15", SEEN) == ["documents", "record"]
    event(life, "passport_requested", SEEN)
    assert kinds(life, SEEN) == ["passport"]


def test_the_tracker_s_word_of_the_day_the_passport_came_back_is_answered_by_it(
    life: Life,
) -> None:
    look(opened(life), "vfs_tracker", "Ready for pick-up")
    event(life, "passport_returned", SEEN, "--visa", "no")
    event(life, "note", SEEN)
    assert kinds(life, SEEN, "2026-02-20") == ["wait", "wait"]


def test_a_visa_issued_before_a_later_refusal_does_not_answer_the_page_of_the_new_round(
    life: Life,
) -> None:
    walk(opened(life), "visa_issued 2026-01-12 interview 2026-02-02 refused_221g 2026-02-09")
    life("set", "documents_asked=no", today=LATER)
    look(life, "ceac", "Issued")
    assert kinds(life, "2026-02-15", SEEN, "2026-02-20") == ["wait", "record", "record"]
