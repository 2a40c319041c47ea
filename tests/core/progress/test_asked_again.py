"""The same thing asked for again: what held on each day, and what the wait counts from."""

from datetime import date, timedelta

import pytest

from core.life import LATER, Life
from g221_tui.core.model import Event, YesNo
from g221_tui.core.progress.documents.on_day import papers_on
from g221_tui.core.progress.documents.papers_due import due_by
from g221_tui.core.progress.documents.turns import turned_on
from g221_tui.core.progress.rounds import Round

REFUSED = "2026-01-12"
PAPER = "Marriage certificate"


@pytest.fixture
def sent(life: Life) -> Life:
    """A case of one paper, which went in."""
    words = ("--refused", REFUSED, "--visa", "L-2", "--post", "Chennai", "--document", PAPER)
    life("new", *words, today=REFUSED)
    life("docs", "set", PAPER, "submitted", today="2026-01-26")
    return life


@pytest.fixture
def again(sent: Life) -> Life:
    """The same case, the paper asked for once more."""
    sent("docs", "add", PAPER, today="2026-02-16")
    return sent


def shown(life: Life, today: str) -> tuple[str, str, str | None, str]:
    """Stage, state of the paper, its submission, anchor."""
    status = life.status(today)
    paper = status["documents"]["items"][0]
    stage, anchor = status["stage"]["id"], status["wait"]["anchor"]
    return stage, paper["state"], paper["submitted_on"], anchor


def put(life: Life, name: str, state: str, on: str, *more: str) -> None:
    """Give the document that state on that day."""
    life("docs", "set", name, state, "--on", on, *more, today=LATER)


ASKED_AGAIN = """
2026-01-12 documents_due requested -          2026-01-12
2026-01-25 documents_due requested -          2026-01-12
2026-01-26 processing    submitted 2026-01-26 2026-01-26
2026-02-10 processing    submitted 2026-01-26 2026-01-26
2026-02-15 processing    submitted 2026-01-26 2026-01-26
2026-02-16 documents_due requested -          2026-01-26
2026-03-01 documents_due requested -          2026-01-26
"""


@pytest.mark.parametrize("row", ASKED_AGAIN.strip().splitlines())
def test_each_day_shows_what_held_on_it(again: Life, row: str) -> None:
    day, stage, state, submitted, anchor = row.split()
    assert shown(again, day) == (stage, state, None if submitted == "-" else submitted, anchor)


@pytest.mark.parametrize("words", [("docs", "set", PAPER, "requested"), ("docs", "add", PAPER)])
@pytest.mark.parametrize("dated", [True, False])
def test_it_is_asked_again_by_either_command(
    sent: Life, words: tuple[str, ...], dated: bool
) -> None:
    option = "--on" if words[1] == "set" else "--asked"
    more = (option, "2026-02-16") if dated else ()
    sent(*words, *more, today=LATER if dated else "2026-02-16")
    assert shown(sent, "2026-02-10")[1:] == ("submitted", "2026-01-26", "2026-01-26")
    assert shown(sent, "2026-02-16") == ("documents_due", "requested", None, "2026-01-26")
    paper = sent.documents("2026-02-16")[PAPER]
    assert (paper["asked_on"], paper["requested_by"]) == ("2026-02-16", "post")
    assert sent.status("2026-02-16")["stage"]["since"] == "2026-02-16"


def test_the_earlier_submission_stays_for_good(again: Life) -> None:
    put(again, PAPER, "submitted", "2026-03-02")
    put(again, PAPER, "received", "2026-03-09")
    steps = [(step["state"], step["on"]) for step in again.documents(LATER)[PAPER]["steps"]]
    assert steps == [
        ("requested", REFUSED),
        ("submitted", "2026-01-26"),
        ("requested", "2026-02-16"),
        ("submitted", "2026-03-02"),
        ("received", "2026-03-09"),
    ]
    rows = [row for row in again.status(LATER)["timeline"] if row["kind"] == "document"]
    assert [(row["date"], row["title"].removeprefix(f"{PAPER}: ")) for row in rows] == [
        (REFUSED, "asked for"),
        ("2026-01-26", "submitted"),
        ("2026-02-16", "asked for again"),
        ("2026-03-02", "submitted"),
        ("2026-03-09", "received"),
    ]


def test_the_wait_begins_anew_when_the_new_one_goes_in(again: Life) -> None:
    put(again, PAPER, "submitted", "2026-03-02")
    assert shown(again, "2026-03-01")[3] == "2026-01-26"
    assert shown(again, "2026-03-02") == (
        "processing",
        "submitted",
        "2026-03-02",
        "2026-03-02",
    )


def test_a_further_request_that_is_waived_leaves_the_wait_where_it_was(again: Life) -> None:
    put(again, PAPER, "waived", "2026-03-02")
    assert shown(again, "2026-03-02") == ("processing", "waived", None, "2026-01-26")


def test_what_was_waived_may_be_asked_for_again(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", PAPER)
    put(life, PAPER, "waived", "2026-01-20")
    put(life, "Letter", "submitted", "2026-01-26")
    life("docs", "add", PAPER, today="2026-02-16")
    states = [life.documents(day)[PAPER]["state"] for day in ("2026-01-20", "2026-02-16")]
    assert states == ["waived", "requested"]
    assert life.status("2026-02-16")["wait"]["anchor"] == "2026-01-26"


def test_what_the_post_asks_on_the_day_of_a_submission_comes_after_it(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "add", "Chart", "--by", "post", "--asked", "2026-01-26", today=LATER)
    put(life, "Letter", "submitted", "2026-01-26")
    assert life.status("2026-01-26")["wait"]["anchor"] == "2026-01-26"
    assert life.status("2026-01-26")["documents"]["outstanding"] == 1


def test_what_a_slip_asks_on_the_day_of_a_submission_comes_before_it(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "add", "Chart", "--by", "slip", "--asked", "2026-01-26", today=LATER)
    put(life, "Letter", "submitted", "2026-01-26")
    assert life.status("2026-01-26")["wait"]["anchor"] == REFUSED
    put(life, "Chart", "submitted", "2026-02-02")
    assert life.status(LATER)["wait"]["anchor"] == "2026-02-02"


def test_a_paper_that_went_in_on_the_day_of_the_refusal_completes_the_set_that_day(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    put(life, "Letter", "submitted", REFUSED)
    assert life.status(REFUSED)["documents"]["complete_on"] is None
    put(life, "Chart", "submitted", REFUSED)
    assert life.status(REFUSED)["documents"]["complete_on"] == REFUSED


def test_it_is_asked_again_on_the_very_day_it_went_in(sent: Life) -> None:
    sent("docs", "add", PAPER, today="2026-01-26")
    assert shown(sent, "2026-01-26") == ("documents_due", "requested", None, "2026-01-26")
    put(sent, PAPER, "submitted", "2026-01-26")
    assert shown(sent, "2026-01-26")[1:] == ("submitted", "2026-01-26", "2026-01-26")


def test_evidence_for_uscis_and_extras_are_no_part_of_it(sent: Life) -> None:
    sent("docs", "add", "Affidavit", "--by", "uscis", today="2026-02-16")
    sent("docs", "add", "Photo", "--extra", today="2026-02-16")
    assert shown(sent, "2026-02-16")[0] == "processing"
    sent("docs", "add", "Photo", today="2026-02-20")
    assert shown(sent, "2026-02-20")[0] == "documents_due"
    photo = sent.documents("2026-02-19")["Photo"]
    assert (photo["requested_by"], photo["state"]) == (None, "ready")
    assert sent.documents("2026-02-20")["Photo"]["requested_by"] == "post"


def test_what_uscis_asks_for_anew_takes_nothing_from_the_wait_that_the_post_began(
    sent: Life,
) -> None:
    sent("docs", "add", PAPER, "--by", "uscis", today="2026-02-16")
    assert sent.documents("2026-02-16")[PAPER]["requested_by"] == "uscis"
    assert shown(sent, "2026-02-16")[0] == "processing"
    assert shown(sent, "2026-02-16")[3] == "2026-01-26"


def test_a_task_counts_as_a_paper_does(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "add", "Book the interview", "--task", today="2026-01-14")
    put(life, "Letter", "submitted", "2026-01-26")
    assert life.status("2026-01-26")["stage"]["id"] == "documents_due"
    put(life, "Book the interview", "submitted", "2026-02-02")
    assert shown(life, "2026-02-02")[3] == "2026-02-02"
    assert life.status("2026-02-02")["stage"]["id"] == "processing"


def test_what_is_sent_while_papers_rest_at_uscis_moves_nothing(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "--petition", "yes")
    life("event", "add", "petition_returned", "--on", "2026-02-02", today=LATER)
    put(life, "Letter", "submitted", "2026-02-09")
    assert life.status("2026-02-10")["wait"]["anchor"] == REFUSED
    life("event", "add", "reaffirmed", "--on", "2026-08-03", today=LATER)
    assert life.status("2026-08-04")["wait"]["anchor"] == "2026-08-03"
    assert life.status("2026-08-04")["documents"]["outstanding"] == 0
    life("docs", "add", "Chart", today="2026-08-10")
    put(life, "Chart", "submitted", "2026-08-20")
    assert life.status("2026-08-20")["wait"]["anchor"] == "2026-08-20"


@pytest.mark.parametrize("asked", YesNo)
@pytest.mark.parametrize("start", [None, date(2026, 2, 1), date(2026, 2, 16)])
def test_what_is_due_on_many_days_is_what_the_papers_of_each_day_say(
    again: Life, asked: YesNo, start: date | None
) -> None:
    again("docs", "add", "Photo", "--extra", today="2026-02-20")
    documents = again.case.documents
    day = start or date(2026, 1, 12)
    slip = Event(id="e-1", case="1", kind="refused_221g", on=day, asked=asked)
    current = Round(n=1 if start is None else 2, slips=(slip,))
    due = due_by(turned_on(documents, date.max), current)
    for number in range(60):
        looked = day + timedelta(number)
        papers = papers_on(turned_on(documents, looked), current.until(looked))
        assert due(looked) == papers.due, looked
