"""Rounds: their numbers, their own wait, question, papers and deadlines."""

import pytest

from core.life import HUMAN, LATER, Life, plus
from core.steps import REFUSED, ROAD, event, walk, walk_to, words_of

SECOND = ROAD["refused_221g"]
SEEN = "2026-12-12"
AWAY = list(ROAD)[:6]
"""The events from the return until USCIS has the answer: papers for the post rest."""

RETURNS = [
    ("petition_returned 2026-02-02 reaffirmed 2026-08-03 interview 2026-09-07", True),
    ("petition_returned 2026-02-02 reaffirmed 2026-08-03", True),
    ("petition_returned 2026-02-02", True),
    ("interview 2026-09-07", True),
    ("passport_requested 2026-02-02", False),
    ("transferred 2026-02-02", False),
    ("note 2026-02-02", False),
    ("", False),
]


@pytest.mark.parametrize(("road", "opens"), RETURNS)
def test_a_refusal_opens_a_round_after_a_return_or_a_new_interview_only(
    life: Life, road: str, opens: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, road)
    before = life.status(plus(SECOND, -1))["case"]
    event(life, "refused_221g", SECOND)
    case = life.status(SEEN)["case"]
    assert (before["round"], before["refused_on"]) == (1, REFUSED)
    assert (case["round"], case["refused_on"]) == ((2, SECOND) if opens else (1, REFUSED))
    assert case["first_refused_on"] == before["first_refused_on"] == REFUSED


def test_the_number_of_the_round_is_kept_until_the_next_refusal_and_counts_on(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    walk(life, "petition_returned 2026-10-05 reaffirmed 2027-03-01 refused_221g 2027-04-05")
    for kind, on in ROAD.items():
        case = life.status(on)["case"]
        expected = (2, SECOND) if kind == "refused_221g" else (1, REFUSED)
        assert (case["round"], case["refused_on"]) == expected, kind
    for day, expected in {
        "2026-10-05": (2, SECOND),
        "2027-04-04": (2, SECOND),
        "2027-04-05": (3, "2027-04-05"),
    }.items():
        case = life.status(day)["case"]
        assert (case["round"], case["refused_on"]) == expected, day
        assert case["first_refused_on"] == REFUSED


def test_the_wait_starts_anew_at_the_reaffirmation_the_appointment_the_interview_and_the_refusal(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    for kind, on in ROAD.items():
        wait = life.status(on)["wait"]
        anchor = REFUSED if kind in AWAY else on
        assert wait["anchor"] == anchor, kind
        assert wait["state_department_day_180"] == plus(anchor, 180)
        assert plus(anchor, wait["elapsed_days"]) == on
        assert wait["anchor_because"]
    assert life.channels(plus(SECOND, 59))["dos"]["opens_on"] == plus(SECOND, 60)
    assert life.states(plus(SECOND, 60))["dos"] == "open"


def test_papers_that_go_in_after_the_reaffirmation_move_the_anchor(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    walk_to(life, "reaffirmed")
    life("docs", "set", "Letter", "submitted", "--on", "2026-08-17", today=LATER)
    assert life.status("2026-08-16")["wait"]["anchor"] == "2026-08-03"
    assert life.status("2026-08-17")["wait"]["anchor"] == "2026-08-17"


def test_what_was_asked_is_a_question_of_each_round(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    second = life.status(SEEN)
    assert second["documents"]["asked"] == "unknown"
    assert (second["stage"]["id"], second["next"]["kind"]) == ("documents_due", "documents")
    life("set", "asked=no", today=SEEN)
    second = life.status(SEEN)
    assert (second["documents"]["asked"], second["stage"]["id"]) == ("no", "processing")
    life("set", "asked=yes", today=SEEN)
    assert life.status(SEEN)["documents"]["asked"] == "yes"
    first = life.status("2026-01-20")
    assert (first["documents"]["asked"], first["stage"]["id"]) == ("no", "processing")


def test_the_question_is_answered_by_a_paper_that_is_requested_in_the_round(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    documents = life.status(SEEN)["documents"]
    assert (documents["asked"], documents["outstanding"]) == ("yes", 1)
    assert life.status("2026-01-20")["documents"]["asked"] == "no"


def test_a_paper_added_in_the_round_was_asked_for_on_its_refusal_date(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    life("docs", "add", "Chart", today=SEEN)
    assert life.documents(SEEN)["Chart"]["asked_on"] == SECOND


def test_papers_sent_in_the_first_round_answer_nothing_in_the_second(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "received", "--on", "2026-01-20", today=LATER)
    walk_to(life, "refused_221g")
    assert life.status(SEEN)["documents"]["asked"] == "unknown"


def test_what_is_outstanding_carries_over_and_goes_in_in_the_second_round(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    life("docs", "set", "Letter", "received", "--on", "2026-01-20", today=LATER)
    walk_to(life, "refused_221g")
    second = life.status(SEEN)
    assert (second["documents"]["asked"], second["documents"]["outstanding"]) == ("yes", 1)
    assert (second["stage"]["id"], second["next"]["kind"]) == ("documents_due", "documents")
    assert "chart" in second["next"]["text"].casefold()
    life("docs", "set", "Chart", "submitted", "--on", "2026-10-05", today=LATER)
    second = life.status(SEEN)
    assert (second["stage"]["id"], second["stage"]["since"]) == ("processing", "2026-10-05")
    assert (second["wait"]["anchor"], second["documents"]["complete_on"]) == ("2026-10-05",) * 2


@pytest.mark.parametrize("words", [("--document", "Letter"), ("--asked", "unknown")])
@pytest.mark.parametrize("last", AWAY)
def test_papers_for_the_post_rest_from_the_return_until_the_reaffirmation(
    life: Life, last: str, words: tuple[str, ...]
) -> None:
    life.open(REFUSED, *words)
    on = walk_to(life, last)
    assert "documents_one_year" in life.deadlines("2026-02-01")
    for day in (on, "2026-12-31", "2027-01-10"):
        snapshot = life.status(day)
        assert "documents_one_year" not in {row["id"] for row in snapshot["deadlines"]}, day
        assert snapshot["next"]["kind"] != "documents"
        assert snapshot["next"]["subject"] != "documents_one_year"
        assert all("still with you" not in words_of(c["cautions"]) for c in snapshot["channels"])
        assert [item["state"] for item in snapshot["documents"]["items"]] == (
            ["requested"] if "Letter" in words else []
        )


def test_a_date_printed_on_the_letter_rests_as_well(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2026-02-10", today=LATER)
    walk_to(life, "petition_returned")
    assert life.deadlines("2026-02-01")["letter_date"]["days_left"] == 9
    assert "letter_date" not in life.deadlines("2026-02-08")
    assert life.next_step("2026-02-08")["kind"] == "wait"


def test_from_the_reaffirmation_on_the_papers_count_again(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    walk_to(life, "reaffirmed")
    snapshot = life.status("2026-10-03")
    assert (snapshot["stage"]["id"], snapshot["next"]["kind"]) == ("back_to_post", "documents")
    rows = {row["id"]: (row["date"], row["quiet"]) for row in snapshot["deadlines"]}
    assert rows == {"documents_one_year": ("2027-01-04", False)}
    channels = {row["id"]: row for row in snapshot["channels"]}
    for channel in HUMAN:
        assert channels[channel]["state"] == "open"
        assert "still with you" in words_of(channels[channel]["cautions"]), channel


def test_a_paper_ticked_while_it_rests_is_not_asked_for_again(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    walk_to(life, "reaffirmed")
    life("docs", "set", "Letter", "submitted", "--on", "2026-05-04", today=LATER)
    snapshot = life.status("2026-08-20")
    assert snapshot["documents"]["outstanding"] == 0
    assert snapshot["next"]["kind"] == "wait"
    assert snapshot["wait"]["anchor"] == "2026-08-03", "the later of the two"


def test_the_new_round_has_its_own_year_for_its_papers(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    walk_to(life, "refused_221g")
    year = "documents_one_year"
    assert life.deadlines(plus(SECOND, -1))[year]["date"] == "2027-01-04"
    assert life.deadlines(SECOND)[year]["date"] == "2027-09-13"
    event(life, "refused_221g", "2026-11-02")
    assert life.deadlines(SEEN)[year]["date"] == "2027-09-13", "a further slip"
    life("set", "asked=no", today=SEEN)
    life("docs", "set", "Letter", "submitted", "--on", "2026-10-05", today=LATER)
    assert life.deadlines(SEEN)[year]["quiet"] is True
    life("docs", "set", "Letter", "received", "--on", "2026-12-01", today=LATER)
    assert year not in life.deadlines(SEEN)


def test_the_second_round_without_papers_has_no_year(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, "refused_221g")
    assert life.deadlines(SEEN)["documents_one_year"]["date"] == "2027-09-13"
    life("set", "asked=no", today=SEEN)
    assert life.deadlines(SEEN) == {}


def test_the_date_on_the_first_letter_is_not_the_date_of_the_second(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2027-06-30", today="2026-01-20")
    walk_to(life, "refused_221g")
    assert life.deadlines("2026-01-20")["letter_date"]["date"] == "2027-06-30"
    assert list(life.deadlines(SEEN)) == ["documents_one_year"]
    life("set", "letter_deadline=2027-03-31", today=SEEN)
    assert life.deadlines(SEEN)["letter_date"]["date"] == "2027-03-31"
    assert life.deadlines("2026-01-20")["letter_date"]["date"] == "2027-06-30"


def test_earlier_rounds_stay_readable(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-15", today=LATER)
    days = ("2026-01-05", "2026-01-16", "2026-02-01")
    before = [life.status(day) for day in days]
    walk_to(life, "refused_221g")
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    life("set", "asked=yes", today=SEEN)
    life("log", "dos", "--on", "2026-12-01", "--anyway", today=LATER)
    for day, shown in zip(days, before, strict=True):
        again = life.status(day)
        assert {name: again[name] for name in again if name != "documents"} == {
            name: shown[name] for name in shown if name != "documents"
        }
        assert again["documents"]["asked"] == shown["documents"]["asked"]
        assert again["documents"]["outstanding"] == shown["documents"]["outstanding"]


def second_round(life: Life) -> None:
    """A case with a paper, refused again after a new interview."""
    life.open("2026-01-05", "--document", "Letter")
    walk(life, "interview 2026-09-07 refused_221g 2026-09-14")


@pytest.mark.parametrize(("state", "left"), [("waived", 0), ("submitted", 0)])
def test_what_was_done_with_before_the_round_is_no_part_of_it(
    life: Life, state: str, left: int
) -> None:
    second_round(life)
    life("docs", "set", "Letter", state, "--on", "2026-09-13", today=LATER)
    assert life.status("2026-09-20")["documents"]["requested"] == left


def test_what_goes_in_on_the_day_of_the_next_refusal_was_carried_over_into_its_round(
    life: Life,
) -> None:
    second_round(life)
    life("docs", "set", "Letter", "submitted", "--on", "2026-09-14", today=LATER)
    shown = life.status("2026-09-20")["documents"]
    assert (shown["requested"], shown["complete_on"]) == (1, "2026-09-14")


def test_a_paper_that_went_in_before_the_first_refusal_is_a_part_of_its_round(life: Life) -> None:
    life.open("2026-01-05")
    life("docs", "add", "Letter", "--asked", "2025-12-20", today=LATER)
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-02", today=LATER)
    shown = life.status("2026-01-20")
    assert (shown["documents"]["requested"], shown["documents"]["asked"]) == (1, "yes")
    assert shown["stage"]["id"] == "processing"
