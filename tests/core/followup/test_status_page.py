"""Logging what the status page shows, and reading it again."""

import pytest

from core.life import Life

REFUSED = "2026-10-26"
NOW = "2026-12-12"


@pytest.fixture
def opened(life: Life) -> Life:
    """A case for which nothing was asked."""
    life.open(REFUSED, "--asked", "no", today=NOW)
    return life


def test_unknown_words_are_kept_as_typed_and_never_refused(opened: Life) -> None:
    said = opened("log", "ceac", "--status", "  Something [new]\n")
    assert "does not know these words" in said.err
    assert opened.contacts()[0]["status"] == "  Something [new]\n"
    assert opened.status()["status"]["words"] == "  Something [new]\n"
    assert opened.status()["status"]["code"] == "unknown"


def test_a_look_without_words_or_at_another_page_is_answered_with_the_log_only(
    opened: Life,
) -> None:
    for words in (("ceac", "--note", "a look"), ("vfs_tracker", "--status", "Refused")):
        assert opened("log", *words).err.count(". ") == 0
    assert set(opened.status()["status"].values()) == {None}


def test_the_days_are_those_of_the_day_looked_at(opened: Life) -> None:
    opened("log", "ceac", "--status", "Refused", "--on", "2026-12-01")
    assert opened.status("2026-12-01")["status"]["days_since_change"] == 0
    assert opened.status("2026-12-02")["status"]["days_since_change"] == 1
    assert opened.status("2026-11-30")["status"]["days_since_change"] is None


def test_dates_that_look_mistyped_are_kept_with_a_word(opened: Life) -> None:
    said = opened("log", "ceac", "--page-created", "2026-12-02", "--page-updated", "2026-12-01")
    assert len(said.lines) == 1
    assert "check the two" in said.err
    assert opened.contacts()[0]["page_updated"] == "2026-12-01"


def test_a_slip_colour_is_a_label_and_the_program_says_so(opened: Life) -> None:
    said = opened("set", "slip_colour=pink")
    assert len(said.lines) == 1
    assert "nothing is inferred" in said.err
    assert "inferred" not in opened("set", "slip_colour=").err


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Returned to USCIS", "petition_returned"),
        ("Expired", "registration_terminated"),
    ],
)
def test_words_that_speak_of_an_event_suggest_to_record_it_until_that_is_done(
    opened: Life, words: str, kind: str
) -> None:
    said = opened("log", "ceac", "--on", "2026-12-10", "--status", words)
    assert len(said.lines) == 1
    assert kind in said.err
    stage = opened.status()["stage"]["id"]
    assert stage == "processing", "a page decides nothing"
    warned = [text for text in opened.status()["warnings"] if kind in text]
    assert len(warned) == 1
    assert words in warned[0]
    assert "Thu 10 Dec 2026" in warned[0]
    opened("event", "add", kind)
    assert not any(kind in text for text in opened.status()["warnings"])


@pytest.mark.parametrize("words", ["Refused", "Approved", "Ready", "something else"])
def test_other_words_suggest_no_event(opened: Life, words: str) -> None:
    opened("log", "ceac", "--status", words)
    assert opened.status()["warnings"] == []


def test_words_seen_before_a_newer_step_suggest_nothing(opened: Life) -> None:
    opened("log", "ceac", "--on", "2026-12-01", "--status", "Issued")
    opened("event", "add", "passport_sent", "--on", "2026-12-02")
    assert opened.status()["warnings"] == []


def test_what_happened_on_the_day_the_words_were_first_seen_may_be_older_news(
    opened: Life,
) -> None:
    opened("log", "ceac", "--on", "2026-12-02", "--status", "Issued")
    opened("event", "add", "passport_sent", "--on", "2026-12-02")
    assert "visa_issued" in opened.next_step()["text"]


def test_an_event_of_the_day_of_the_refusal_need_not_be_recorded_again(opened: Life) -> None:
    opened("event", "add", "petition_returned", "--on", REFUSED)
    opened("log", "ceac", "--on", "2026-12-02", "--status", "Returned to USCIS")
    assert not any("petition_returned" in text for text in opened.status()["warnings"])
