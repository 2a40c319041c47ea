"""Where the case stands: the stage, who holds the file, since when, and what is usual."""

from typing import Any

import pytest

from cli.conftest import LATER, WAIT, Cli, names_day, plus

REFUSED = "2026-09-14"
EVENT = "2026-10-05"
NOW = "2026-10-20"


def event(g221: Cli, kind: str, on: str, *more: str) -> None:
    """Record an event of that day."""
    g221("event", "add", kind, "--on", on, *more, today=LATER)


def stage(g221: Cli, today: str = NOW) -> Any:
    """The stage on that day."""
    return g221.status(today)["stage"]


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
    g221: Cli, kind: str, expected: str, since: str, ended: bool
) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, kind, EVENT)
    snapshot = g221.status(NOW)
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
    g221: Cli, kind: str, usual: list[int] | None, until: str | None
) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, kind, EVENT)
    assert (stage(g221)["usual_days"], stage(g221)["usual_until"]) == (usual, until)


def test_a_sent_passport_usually_takes_at_most_10_working_days_as_calendar_days(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, "passport_sent", EVENT)
    assert stage(g221)["usual_days"][1] == 14
    assert stage(g221)["usual_until"] == "2026-10-19"


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
    g221: Cli, words: tuple[str, ...], expected: str
) -> None:
    g221.open(REFUSED, *words)
    shown = stage(g221)
    assert (shown["id"], shown["holder"], shown["since"]) == (expected, "post", REFUSED)
    if expected == "documents_due":
        assert (shown["usual_days"], shown["usual_until"]) == (None, None)


def test_requested_papers_imply_that_something_was_asked(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    assert g221.status(NOW)["documents"]["asked"] == "yes"


def test_the_last_paper_sent_makes_it_processing_and_a_new_request_documents_due(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("docs", "set", "Letter", "submitted", "--on", "2026-09-20", today=LATER)
    g221("docs", "add", "Chart", "--asked", "2026-10-10", today=LATER)
    g221("docs", "set", "Chart", "waived", "--on", "2026-11-01", today=LATER)
    days = {
        "2026-09-19": ("documents_due", "2026-09-14"),
        "2026-09-20": ("processing", "2026-09-20"),
        "2026-10-09": ("processing", "2026-09-20"),
        "2026-10-10": ("documents_due", "2026-10-10"),
        "2026-10-31": ("documents_due", "2026-10-10"),
    }
    for day, expected in days.items():
        shown = stage(g221, day)
        assert (shown["id"], shown["since"]) == expected, day
    assert stage(g221, "2026-11-01")["id"] == "processing"
    assert stage(g221, "2026-10-09")["usual_until"] == plus("2026-09-20", 60)


@pytest.mark.parametrize("kind", ["passport_requested", "passport_sent", "interview"])
def test_every_other_stage_keeps_its_name_whatever_the_papers_do(g221: Cli, kind: str) -> None:
    g221.open(REFUSED, "--document", "Letter")
    event(g221, kind, EVENT)
    named = stage(g221)["id"]
    g221("docs", "set", "Letter", "submitted", "--on", "2026-10-06", today=LATER)
    g221("docs", "add", "Chart", "--asked", "2026-10-08", today=LATER)
    assert [stage(g221, day)["id"] for day in ("2026-10-06", "2026-10-08")] == [named, named]


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
    g221: Cli, entered: tuple[str, ...], expected: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    for kind in entered:
        event(g221, kind, EVENT)
    assert stage(g221)["id"] == expected


def test_an_interview_entered_after_the_refusal_of_its_day_comes_before_it(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, "interview", REFUSED)
    snapshot = g221.status(NOW)
    assert (snapshot["stage"]["id"], snapshot["case"]["round"]) == ("processing", 1)


@pytest.mark.parametrize("first", ["visa_issued", "passport_requested", "passport_sent"])
def test_a_passport_that_comes_back_after_it_was_wanted_means_issued(g221: Cli, first: str) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, first, EVENT)
    event(g221, "passport_returned", "2026-10-12")
    assert stage(g221)["id"] == "issued"


@pytest.mark.parametrize("kind", ["passport_requested", "visa_issued", "note", "interview"])
def test_nothing_can_have_happened_tomorrow(g221: Cli, kind: str) -> None:
    g221.open(REFUSED)
    before = g221.recorded()
    said = g221("event", "add", kind, "--on", "2026-12-13", today="2026-12-12", code=1)
    assert len(said.lines) == 1
    assert g221.recorded() == before


def test_before_the_first_event_there_is_neither_a_stage_nor_a_wait(g221: Cli) -> None:
    g221.open(REFUSED, "--interview", REFUSED)
    snapshot = g221.status("2026-09-13")
    shown = snapshot["stage"]
    assert (shown["id"], shown["holder"], shown["since"]) == ("before", None, None)
    assert snapshot["case"]["refused_on"] is None
    assert snapshot["wait"]["anchor_because"] is not None
    assert {snapshot["wait"][name] for name in WAIT} == {None}
    assert {row["state"] for row in snapshot["channels"]} == {"closed"}
    step = snapshot["next"]
    assert step["date"] == REFUSED or names_day(step["text"], REFUSED)


def test_between_the_interview_and_the_refusal_there_is_a_stage_and_no_wait(g221: Cli) -> None:
    g221.open(REFUSED, "--interview", "2026-09-10")
    snapshot = g221.status("2026-09-12")
    assert (snapshot["stage"]["id"], snapshot["stage"]["since"]) == ("interviewed", "2026-09-10")
    assert snapshot["wait"]["anchor"] is None


def test_a_day_in_the_past_shows_only_what_had_happened_by_then(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    early = g221.status("2026-10-04")
    event(g221, "passport_requested", EVENT)
    event(g221, "visa_issued", "2026-10-10")
    assert g221.status("2026-10-04") == early
    assert stage(g221, "2026-10-09")["id"] == "passport_requested"
    assert stage(g221, "2026-10-10")["id"] == "issued"


def test_a_new_interview_and_a_new_refusal_open_a_second_round(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, "interview", "2026-11-02")
    between = g221.status("2026-11-05")
    assert (between["case"]["round"], between["case"]["refused_on"]) == (1, REFUSED)
    assert between["wait"]["anchor"] == "2026-11-02"
    event(g221, "refused_221g", "2026-11-09")
    second = g221.status("2026-11-20")
    assert (second["case"]["round"], second["case"]["refused_on"]) == (2, "2026-11-09")
    assert second["case"]["first_refused_on"] == REFUSED
    assert second["wait"]["anchor"] == "2026-11-09"
    assert second["documents"]["asked"] == "unknown", "a new round has its own question"
    assert (second["stage"]["id"], second["stage"]["since"]) == ("documents_due", "2026-11-09")
    assert g221.status("2026-10-20")["case"]["round"] == 1


def test_what_is_outstanding_carries_over_into_the_second_round(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    event(g221, "interview", "2026-11-02")
    event(g221, "refused_221g", "2026-11-09")
    documents = g221.status("2026-11-20")["documents"]
    assert (documents["asked"], documents["outstanding"]) == ("yes", 1)
    g221("docs", "set", "Letter", "submitted", "--on", "2026-11-25", today=LATER)
    assert g221.status("2026-11-26")["wait"]["anchor"] == "2026-11-25"
    assert stage(g221, "2026-11-26")["id"] == "processing"


def test_a_further_slip_without_a_new_interview_stays_in_its_round(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    event(g221, "refused_221g", EVENT)
    snapshot = g221.status(NOW)
    assert (snapshot["case"]["round"], snapshot["case"]["refused_on"]) == (1, REFUSED)
    assert snapshot["wait"]["anchor"] == REFUSED
