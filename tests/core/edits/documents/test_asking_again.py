"""Asking again for what is on the list, who asked, and what is taken back."""

import pytest

from core.life import Life, names_day

REFUSED = "2026-01-12"
SENT = "2026-01-26"
NOW = "2026-02-16"


@pytest.fixture
def life_of_two(life: Life) -> Life:
    """A case whose slip asks for two papers; the first went in."""
    life("new", "--refused", REFUSED, "--document", "Letter", "Chart", today=REFUSED)
    life("docs", "set", "Letter", "submitted", today=SENT)
    return life


def steps(life: Life, name: str, today: str = NOW) -> list[tuple[str, str]]:
    """The steps of a document."""
    return [(step["state"], step["on"]) for step in life.documents(today)[name]["steps"]]


def test_a_name_that_is_outstanding_changes_nothing_and_says_so(life_of_two: Life) -> None:
    before = life_of_two.recorded()
    said = life_of_two("docs", "add", "Diploma", "chart", today=NOW, code=1)
    assert said.err == ("'Chart' is on the list already and still to be sent. Nothing was changed.")
    assert life_of_two.recorded() == before


def test_a_task_that_is_outstanding_is_still_to_be_done(life: Life) -> None:
    life("new", "--refused", REFUSED, today=REFUSED)
    life("docs", "add", "Fingerprints", "--task", today=NOW)
    assert "still to be done" in life("docs", "add", "fingerprints", today=NOW, code=1).err


def test_new_and_known_names_may_be_given_together(life_of_two: Life) -> None:
    said = life_of_two("docs", "add", "Diploma", "Letter", today=NOW)
    assert said.err == (
        "Added Diploma, asked for by the letter on Mon 12 Jan 2026."
        " Asked for again by the post on Mon 16 Feb 2026: Letter."
    )
    assert steps(life_of_two, "Letter")[-1] == ("requested", NOW)


@pytest.mark.parametrize(
    "words", [("docs", "add", "Letter", "--asked"), ("docs", "set", "Letter", "requested", "--on")]
)
def test_it_is_not_asked_again_before_it_went_in(life_of_two: Life, words: tuple[str, ...]) -> None:
    said = life_of_two(*words, "2026-01-20", today=NOW, code=1)
    assert names_day(said.err, SENT)
    assert names_day(said.err, "2026-01-20")


@pytest.mark.parametrize(
    ("complete", "more", "by", "on"),
    [
        (False, (), "slip", REFUSED),
        (False, ("--by", "post"), "post", NOW),
        (False, ("--by", "uscis"), "uscis", NOW),
        (False, ("--asked", "2026-02-02"), "post", "2026-02-02"),
        (False, ("--asked", REFUSED), "slip", REFUSED),
        (True, (), "post", NOW),
        (True, ("--by", "slip"), "slip", REFUSED),
        (True, ("--by", "slip", "--asked", "2026-02-02"), "slip", "2026-02-02"),
        (True, ("--asked", "2026-02-02"), "post", "2026-02-02"),
        (True, ("--asked", REFUSED), "slip", REFUSED),
    ],
)
def test_who_asked_and_when_follows_from_the_set_unless_it_is_said(
    life_of_two: Life, complete: bool, more: tuple[str, ...], by: str, on: str
) -> None:
    if complete:
        life_of_two("docs", "set", "Chart", "waived", "--on", "2026-01-30", today=NOW)
    life_of_two("docs", "add", "Diploma", *more, today=NOW)
    added = life_of_two.documents(NOW)["Diploma"]
    assert (added["requested_by"], added["asked_on"]) == (by, on)


def test_a_paper_of_before_the_completion_says_in_one_line_what_the_anchor_becomes(
    life: Life,
) -> None:
    life("new", "--refused", REFUSED, "--document", "Letter", today=REFUSED)
    life("docs", "set", "Letter", "submitted", today=SENT)
    said = life("docs", "add", "Chart", "--by", "slip", today=NOW)
    assert len(said.lines) == 1
    assert "not complete: the wait counts from Mon 12 Jan 2026" in said.err


def test_who_asked_and_when_can_be_set_later(life_of_two: Life) -> None:
    life_of_two("docs", "add", "Letter", today=NOW)
    said = life_of_two("docs", "set", "Letter", "--by", "slip", "--asked", "2026-02-10", today=NOW)
    assert "asked for by the letter" in said.err
    row = life_of_two.documents(NOW)["Letter"]
    assert (row["requested_by"], row["asked_on"]) == ("slip", "2026-02-10")
    assert steps(life_of_two, "Letter")[0] == ("requested", REFUSED)


def test_space_takes_back_the_last_step_of_today_and_no_older_one(life_of_two: Life) -> None:
    record = life_of_two.documents(NOW)["Letter"]["id"]
    life_of_two("docs", "set", "Letter", "received", today="2026-02-02")
    said = life_of_two("tick", record, today="2026-02-03", code=1)
    assert "Letter: received on Mon 2 Feb 2026, not today" in said.err
    life_of_two("tick", record, today="2026-02-02")
    assert life_of_two.documents(NOW)["Letter"]["state"] == "submitted"
    assert "submitted on" in life_of_two("tick", record, today="2026-02-02", code=1).err
    life_of_two("tick", record, today=SENT)
    assert steps(life_of_two, "Letter") == [("requested", REFUSED)]


def test_requested_on_the_day_it_went_in_takes_that_back_as_space_does(life_of_two: Life) -> None:
    life_of_two("docs", "set", "Letter", "requested", "--on", SENT, today=NOW)
    assert steps(life_of_two, "Letter") == [("requested", REFUSED)]


def test_an_older_submission_is_corrected_and_an_empty_date_clears_it(life_of_two: Life) -> None:
    record = life_of_two.documents(NOW)["Letter"]["id"]
    life_of_two("docs", "add", "Letter", today=NOW)
    said = life_of_two("correct", record, "submitted=2026-01-27", today=NOW)
    assert "Mon 26 Jan 2026 → Tue 27 Jan 2026. The old value is kept." in said.err
    assert steps(life_of_two, "Letter")[1] == ("submitted", "2026-01-27")
    life_of_two("correct", record, "submitted=", today=NOW)
    assert steps(life_of_two, "Letter") == [("requested", REFUSED), ("requested", NOW)]


def test_a_waived_paper_that_is_ready_keeps_its_waiver(life_of_two: Life) -> None:
    life_of_two("docs", "set", "Chart", "waived", "--on", "2026-01-30", today=NOW)
    life_of_two("docs", "set", "Chart", "ready", "--on", "2026-02-09", today=NOW)
    assert life_of_two.documents("2026-02-08")["Chart"]["state"] == "waived"
    chart = life_of_two.documents(NOW)["Chart"]
    assert (chart["state"], chart["waived_on"], chart["asked_on"]) == ("ready", None, REFUSED)
    assert ("waived", "2026-01-30") in steps(life_of_two, "Chart")
    assert life_of_two.status(NOW)["stage"]["id"] == "documents_due"


def test_what_went_in_is_not_ready_again(life_of_two: Life) -> None:
    said = life_of_two("docs", "set", "Letter", "ready", today=NOW, code=1)
    assert "went in on Mon 26 Jan 2026" in said.err


def test_a_submission_filled_in_before_its_receipt_takes_nothing_back(life_of_two: Life) -> None:
    life_of_two("docs", "set", "Chart", "received", "--on", "2026-02-09", today=NOW)
    life_of_two("docs", "set", "Chart", "submitted", "--on", "2026-02-02", today=NOW)
    chart = life_of_two.documents(NOW)["Chart"]
    assert (chart["state"], chart["submitted_on"]) == ("received", "2026-02-02")
    assert life_of_two.status(NOW)["wait"]["anchor"] == "2026-02-02"


def test_sent_a_second_time_without_being_asked_both_days_stay(life_of_two: Life) -> None:
    life_of_two("docs", "set", "Letter", "submitted", "--on", "2026-02-02", today=NOW)
    assert [on for state, on in steps(life_of_two, "Letter") if state == "submitted"] == [
        SENT,
        "2026-02-02",
    ]
    assert life_of_two.documents("2026-01-30")["Letter"]["submitted_on"] == SENT


def test_only_the_request_of_a_moved_letter_moves(life_of_two: Life) -> None:
    life_of_two("docs", "add", "Letter", today=NOW)
    life_of_two("set", "refused=2026-01-10", today=NOW)
    assert steps(life_of_two, "Letter") == [
        ("requested", "2026-01-10"),
        ("submitted", SENT),
        ("requested", NOW),
    ]


def test_asked_while_it_is_still_to_be_sent_it_keeps_its_day(life_of_two: Life) -> None:
    said = life_of_two("docs", "set", "Chart", "requested", "--on", NOW, today=NOW, code=1)
    assert "--asked" in said.err
    life_of_two("docs", "set", "Chart", "--asked", "2026-01-14", today=NOW)
    assert steps(life_of_two, "Chart") == [("requested", "2026-01-14")]


def test_nobody_is_not_said_of_a_further_request(life_of_two: Life) -> None:
    life_of_two("docs", "add", "Letter", today=NOW)
    record = life_of_two.documents(NOW)["Letter"]["id"]
    assert "again by the post" in life_of_two("correct", record, "by=", today=NOW, code=1).err
    life_of_two("correct", record, "asked=", today=NOW)
    assert life_of_two.documents(NOW)["Letter"]["state"] == "submitted"
