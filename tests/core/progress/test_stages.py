"""Where the case stands: the stage, who holds the file, since when, and what is usual."""

from datetime import date
from typing import Any

import pytest

from core.life import LATER, WAIT, Life, names_day, plus
from core.snapshot.kit import so
from g221_tui.core.model import Document
from g221_tui.core.progress.documents.on_day import state_on

REFUSED = "2026-09-14"
EVENT = "2026-10-05"
NOW = "2026-10-20"


def event(life: Life, kind: str, on: str, *more: str) -> None:
    """Record an event of that day."""
    life("event", "add", kind, "--on", on, *more, today=LATER)


def stage(life: Life, today: str = NOW) -> Any:
    """The stage on that day."""
    return life.status(today)["stage"]


@pytest.mark.parametrize(
    ("kind", "expected", "since", "ended"),
    [
        ("interview", "interviewed", EVENT, False),
        ("passport_requested", "passport_requested", EVENT, False),
        ("passport_sent", "passport_sent", EVENT, False),
        ("visa_issued", "issued", EVENT, True),
        ("visa_refused", "refused", EVENT, True),
        ("withdrawn", "withdrawn", EVENT, True),
        ("passport_returned", "processing", REFUSED, False),
        ("note", "processing", REFUSED, False),
    ],
)
def test_each_event_kind_gives_its_stage(
    life: Life, kind: str, expected: str, since: str, ended: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, kind, EVENT)
    snapshot = life.status(NOW)
    shown = snapshot["stage"]
    assert (shown["id"], shown["since"]) == (expected, since)
    assert shown["days"] == (15 if since == EVENT else 36)
    if ended:
        assert shown["holder"] in ("nobody", None)
        wait = snapshot["wait"]
        assert wait["anchor_because"] is not None
        assert {wait[name] for name in WAIT} == {None}
        assert snapshot["next"]["kind"] == "ended"
    else:
        assert shown["holder"] == "post"
        assert snapshot["wait"]["anchor"] is not None


@pytest.mark.parametrize(
    ("kind", "usual", "until"),
    [
        ("note", [0, 60], "2026-11-13"),
        ("interview", None, None),
        ("passport_requested", None, None),
        ("visa_issued", None, None),
        ("visa_refused", None, None),
        ("withdrawn", None, None),
    ],
)
def test_the_usual_length_of_a_stage_is_given_where_the_chart_has_one(
    life: Life, kind: str, usual: list[int] | None, until: str | None
) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, kind, EVENT)
    assert (stage(life)["usual_days"], stage(life)["usual_until"]) == (usual, until)


def test_a_sent_passport_usually_takes_at_most_10_working_days_as_calendar_days(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "passport_sent", EVENT)
    assert stage(life)["usual_days"][1] == 14
    assert stage(life)["usual_until"] == "2026-10-19"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--asked", "no"), "processing"),
        (("--asked", "unknown"), "documents_due"),
        ((), "documents_due"),
        (("--asked", "yes"), "documents_due"),
        (("--document", "Letter"), "documents_due"),
    ],
)
def test_after_the_refusal_the_stage_depends_on_what_was_asked(
    life: Life, words: tuple[str, ...], expected: str
) -> None:
    life.open(REFUSED, *words)
    shown = stage(life)
    assert (shown["id"], shown["holder"], shown["since"]) == (expected, "post", REFUSED)
    if expected == "documents_due":
        assert (shown["usual_days"], shown["usual_until"]) == (None, None)


def test_requested_papers_imply_that_something_was_asked(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    assert life.status(NOW)["documents"]["asked"] == "yes"


def test_the_last_paper_sent_makes_it_processing_and_a_new_request_documents_due(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-09-20", today=LATER)
    life("docs", "add", "Chart", "--asked", "2026-10-10", today=LATER)
    life("docs", "set", "Chart", "waived", "--on", "2026-11-01", today=LATER)
    days = {
        "2026-09-19": ("documents_due", "2026-09-14"),
        "2026-09-20": ("processing", "2026-09-20"),
        "2026-10-09": ("processing", "2026-09-20"),
        "2026-10-10": ("documents_due", "2026-10-10"),
        "2026-10-31": ("documents_due", "2026-10-10"),
    }
    for day, expected in days.items():
        shown = stage(life, day)
        assert (shown["id"], shown["since"]) == expected, day
    assert stage(life, "2026-11-01")["id"] == "processing"
    assert stage(life, "2026-10-09")["usual_until"] == plus("2026-09-20", 60)


@pytest.mark.parametrize("kind", ["passport_requested", "passport_sent", "interview"])
def test_every_other_stage_keeps_its_name_whatever_the_papers_do(life: Life, kind: str) -> None:
    life.open(REFUSED, "--document", "Letter")
    event(life, kind, EVENT)
    named = stage(life)["id"]
    life("docs", "set", "Letter", "submitted", "--on", "2026-10-06", today=LATER)
    life("docs", "add", "Chart", "--asked", "2026-10-08", today=LATER)
    assert [stage(life, day)["id"] for day in ("2026-10-06", "2026-10-08")] == [named, named]


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        (("passport_sent", "passport_requested"), "passport_sent"),
        (("visa_issued", "passport_sent"), "issued"),
        (("passport_returned", "visa_issued"), "issued"),
        (("visa_issued", "interview"), "issued"),
        (("note", "passport_sent"), "passport_sent"),
    ],
)
def test_on_one_day_the_chart_orders_the_events_whatever_was_entered_first(
    life: Life, entered: tuple[str, ...], expected: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    for kind in entered:
        event(life, kind, EVENT)
    assert stage(life)["id"] == expected


def test_an_interview_entered_after_the_refusal_of_its_day_comes_before_it(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "interview", REFUSED)
    snapshot = life.status(NOW)
    assert (snapshot["stage"]["id"], snapshot["case"]["round"]) == ("processing", 1)


@pytest.mark.parametrize("first", ["visa_issued", "passport_requested", "passport_sent"])
def test_a_passport_that_comes_back_after_it_was_wanted_means_issued(
    life: Life, first: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, first, EVENT)
    event(life, "passport_returned", "2026-10-12")
    assert stage(life)["id"] == "issued"


@pytest.mark.parametrize("kind", ["passport_requested", "visa_issued", "note", "interview"])
def test_nothing_can_have_happened_tomorrow(life: Life, kind: str) -> None:
    life.open(REFUSED)
    before = life.recorded()
    said = life("event", "add", kind, "--on", "2026-12-13", today="2026-12-12", code=1)
    assert len(said.lines) == 1
    assert life.recorded() == before


def test_before_the_first_event_there_is_neither_a_stage_nor_a_wait(life: Life) -> None:
    life.open(REFUSED, "--interview", REFUSED)
    snapshot = life.status("2026-09-13")
    shown = snapshot["stage"]
    assert (shown["id"], shown["holder"], shown["since"]) == ("before", None, None)
    assert snapshot["case"]["refused_on"] is None
    assert snapshot["wait"]["anchor_because"] is not None
    assert {snapshot["wait"][name] for name in WAIT} == {None}
    assert {row["state"] for row in snapshot["channels"]} == {"closed"}
    step = snapshot["next"]
    assert step["date"] == REFUSED or names_day(step["text"], REFUSED)


def test_between_the_interview_and_the_refusal_there_is_a_stage_and_no_wait(life: Life) -> None:
    life.open(REFUSED, "--interview", "2026-09-10")
    snapshot = life.status("2026-09-12")
    assert (snapshot["stage"]["id"], snapshot["stage"]["since"]) == ("interviewed", "2026-09-10")
    assert snapshot["wait"]["anchor"] is None


def test_a_day_in_the_past_shows_only_what_had_happened_by_then(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    early = life.status("2026-10-04")
    event(life, "passport_requested", EVENT)
    event(life, "visa_issued", "2026-10-10")
    assert life.status("2026-10-04") == early
    assert stage(life, "2026-10-09")["id"] == "passport_requested"
    assert stage(life, "2026-10-10")["id"] == "issued"


def test_a_new_interview_and_a_new_refusal_open_a_second_round(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "interview", "2026-11-02")
    between = life.status("2026-11-05")
    assert (between["case"]["round"], between["case"]["refused_on"]) == (1, REFUSED)
    assert between["wait"]["anchor"] == "2026-11-02"
    event(life, "refused_221g", "2026-11-09")
    second = life.status("2026-11-20")
    assert (second["case"]["round"], second["case"]["refused_on"]) == (2, "2026-11-09")
    assert second["case"]["first_refused_on"] == REFUSED
    assert second["wait"]["anchor"] == "2026-11-09"
    assert second["documents"]["asked"] == "unknown", "a new round has its own question"
    assert (second["stage"]["id"], second["stage"]["since"]) == ("documents_due", "2026-11-09")
    assert life.status("2026-10-20")["case"]["round"] == 1


def test_what_is_outstanding_carries_over_into_the_second_round(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    event(life, "interview", "2026-11-02")
    event(life, "refused_221g", "2026-11-09")
    documents = life.status("2026-11-20")["documents"]
    assert (documents["asked"], documents["outstanding"]) == ("yes", 1)
    life("docs", "set", "Letter", "submitted", "--on", "2026-11-25", today=LATER)
    assert life.status("2026-11-26")["wait"]["anchor"] == "2026-11-25"
    assert stage(life, "2026-11-26")["id"] == "processing"


def test_a_further_slip_without_a_new_interview_stays_in_its_round(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    event(life, "refused_221g", EVENT)
    snapshot = life.status(NOW)
    assert (snapshot["case"]["round"], snapshot["case"]["refused_on"]) == (1, REFUSED)
    assert snapshot["wait"]["anchor"] == REFUSED


def test_a_passport_without_a_visa_is_not_taken_for_one_with_it(life: Life) -> None:
    life.open("2026-01-05", "--asked", "no")
    event(life, "passport_sent", "2026-03-02")
    event(life, "passport_returned", "2026-03-20", "--visa", "no")
    assert life.status("2026-03-20")["stage"]["id"] != "issued"


def test_what_happens_again_in_its_own_stage_does_not_begin_it_anew(life: Life) -> None:
    life.open("2026-01-05", "--asked", "no")
    event(life, "passport_requested", "2026-03-02")
    event(life, "passport_requested", "2026-03-09")
    shown = life.status("2026-03-10")
    assert shown["stage"]["since"] == "2026-03-02"
    assert [stop["id"] for stop in shown["road"]["behind"]] == ["papers"]


def test_a_paper_that_came_back_and_was_then_waived_is_waived() -> None:
    paper = so(
        Document(id="d-1", case="1", name="Diploma"),
        submitted_on=date(2026, 1, 12),
        returned_on=date(2026, 2, 2),
        waived_on=date(2026, 2, 9),
    )
    assert state_on(paper, date(2026, 2, 8)) == "returned"
    assert state_on(paper, date(2026, 2, 9)) == "waived"
