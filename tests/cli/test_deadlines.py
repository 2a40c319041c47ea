"""The dates that must not be missed."""

import json

import pytest

from cli.conftest import LATER, Cli

REFUSED = "2026-10-26"
LIMIT = "2027-10-25"
NOW = "2026-12-12"


def put(g221: Cli, name: str, state: str, on: str) -> None:
    """Give the document that state on that day."""
    g221("docs", "set", name, state, "--on", on, today=LATER)


@pytest.mark.parametrize(
    ("refused", "last_safe_day"),
    [
        ("2026-10-26", "2027-10-25"),
        ("2024-02-29", "2025-02-27"),
        ("2023-02-28", "2024-02-27"),
        ("2023-03-01", "2024-02-29"),
        ("2024-03-01", "2025-02-28"),
        ("2026-01-01", "2026-12-31"),
    ],
)
def test_the_last_safe_day_for_papers_is_the_day_before_one_calendar_year(
    g221: Cli, refused: str, last_safe_day: str
) -> None:
    g221.open(refused, "--document", "Letter")
    limit = g221.deadlines(refused)["documents_one_year"]
    assert limit["date"] == last_safe_day
    assert (limit["estimate"], limit["quiet"]) == (False, False)
    assert limit["because"]


@pytest.mark.parametrize(
    ("today", "days_left"),
    [("2027-09-25", 30), ("2027-10-24", 1), ("2027-10-25", 0), ("2027-10-26", -1)],
)
def test_due_today_is_not_overdue(g221: Cli, today: str, days_left: int) -> None:
    g221.open(REFUSED, "--document", "Letter")
    assert g221.deadlines(today)["documents_one_year"]["days_left"] == days_left


@pytest.mark.parametrize("words", [(), ("--asked", "unknown"), ("--asked", "yes")])
def test_the_limit_is_shown_while_it_is_unknown_what_was_asked(
    g221: Cli, words: tuple[str, ...]
) -> None:
    g221.open(REFUSED, *words)
    limit = g221.deadlines()["documents_one_year"]
    assert (limit["date"], limit["quiet"]) == (LIMIT, False)


def test_where_nothing_was_asked_no_limit_for_papers_runs(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    assert g221.status()["deadlines"] == []


def test_the_limit_is_quiet_once_all_is_sent_and_gone_once_all_is_confirmed(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "Chart")
    put(g221, "Letter", "submitted", "2026-11-02")
    assert g221.deadlines("2026-11-02")["documents_one_year"]["quiet"] is False
    put(g221, "Chart", "submitted", "2026-11-09")
    sent = g221.deadlines("2026-11-09")["documents_one_year"]
    assert sent["quiet"] is True
    assert "sent, not confirmed" in sent["because"].casefold()
    put(g221, "Letter", "received", "2026-11-16")
    assert g221.deadlines("2026-11-16")["documents_one_year"]["quiet"] is True
    put(g221, "Chart", "received", "2026-11-23")
    assert "documents_one_year" not in g221.deadlines("2026-11-23")
    assert "documents_one_year" in g221.deadlines("2026-11-22"), "each day has its own"


def test_a_waived_paper_leaves_nothing_to_confirm(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "Chart")
    put(g221, "Letter", "received", "2026-11-02")
    put(g221, "Chart", "waived", "2026-11-09")
    assert "documents_one_year" not in g221.deadlines()


def test_a_new_request_brings_the_limit_back(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    put(g221, "Letter", "received", "2026-11-02")
    g221("docs", "add", "Chart", "--asked", "2026-11-30", today=LATER)
    assert "documents_one_year" not in g221.deadlines("2026-11-29")
    limit = g221.deadlines("2026-11-30")["documents_one_year"]
    assert (limit["date"], limit["quiet"]) == (LIMIT, False)


@pytest.mark.parametrize("printed", ["2027-03-01", "2028-01-31"])
def test_a_date_printed_on_the_letter_wins(g221: Cli, printed: str) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("set", f"letter_deadline={printed}")
    rows = g221.deadlines()
    assert rows["letter_date"]["date"] == printed
    assert "documents_one_year" not in rows
    g221("set", "letter_deadline=")
    assert list(g221.deadlines()) == ["documents_one_year"]


def test_the_second_round_has_its_own_limit(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("event", "add", "interview", "--on", "2027-02-01", today=LATER)
    g221("event", "add", "refused_221g", "--on", "2027-02-01", today=LATER)
    assert g221.deadlines("2027-01-31")["documents_one_year"]["date"] == LIMIT
    assert g221.deadlines("2027-02-01")["documents_one_year"]["date"] == "2028-01-31"


@pytest.mark.parametrize("slip", ["2026-11-20"])
def test_a_further_slip_in_the_round_leaves_the_limit_of_the_first_refusal(
    g221: Cli, slip: str
) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("event", "add", "refused_221g", "--on", slip, today=LATER)
    assert g221.deadlines()["documents_one_year"]["date"] == LIMIT


@pytest.mark.parametrize(
    ("field", "value", "row", "date"),
    [
        ("passport_expires", "2027-05-31", "expiry_passport", "2027-05-31"),
        ("medical_expires", "2027-02-28", "expiry_medical", "2027-02-28"),
        ("petition_expires", "2027-09-30", "expiry_petition", "2027-09-30"),
        ("police_expires", "2028-01-01", "expiry_police", "2028-01-01"),
        ("offer_expires", "2027-01-04", "expiry_offer", "2027-01-04"),
        ("dv_year", "2027", "expiry_dv", "2027-09-30"),
    ],
)
def test_what_expires_while_waiting_is_a_deadline(
    g221: Cli, field: str, value: str, row: str, date: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", f"{field}={value}")
    assert {name: shown["date"] for name, shown in g221.deadlines().items()} == {row: date}
    g221("set", f"{field}=")
    assert g221.deadlines() == {}


@pytest.mark.parametrize(
    ("field", "value", "row"),
    [
        ("programme_starts", "2027-08-23", "expiry_programme"),
        ("child_birthday", "2006-08-01", "expiry_child_21"),
    ],
)
def test_a_programme_and_a_child_have_their_rows_too(
    g221: Cli, field: str, value: str, row: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", f"{field}={value}")
    assert list(g221.deadlines()) == [row]
    assert g221.deadlines()[row]["date"].startswith(("2027-08-", "2027-07-31"))


def test_the_user_can_name_a_deadline(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    said = g221("deadline", "add", "lease", "2027-01-31")
    assert (said.out, len(said.lines)) == ("", 1)
    (lease,) = g221.status()["deadlines"]
    (record,) = g221("deadline", "list", "--json").json()
    assert lease["id"] == f"expiry_{record['record']}"
    assert (lease["date"], lease["days_left"]) == ("2027-01-31", 50)
    assert (lease["estimate"], lease["quiet"]) == (False, False)


def test_a_named_deadline_is_a_fact_and_an_expired_one_counts_below_zero(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("deadline", "add", "lease", "2027-01-31")
    for day, left in (("2027-01-31", 0), ("2027-02-01", -1)):
        assert [row["days_left"] for row in g221.status(day)["deadlines"]] == [left]


def test_what_the_user_names_passport_stands_beside_the_passport_of_the_facts(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", "passport_expires=2027-05-31")
    g221("deadline", "add", "Passport", "2027-02-01")
    g221("docs", "add", "Passport", "--extra", "--expires", "2027-03-01")
    named = g221("deadline", "list", "--json").json()[0]["record"]
    paper = g221.documents()["Passport"]["id"]
    assert {name: row["date"] for name, row in g221.deadlines().items()} == {
        f"expiry_{named}": "2027-02-01",
        f"expiry_{paper}": "2027-03-01",
        "expiry_passport": "2027-05-31",
    }


def test_dates_of_one_day_stand_by_what_they_are_called(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", "passport_expires=2027-05-31")
    for name in ("rent", "Lease", "flight", "Visit"):
        g221("deadline", "add", name, "2027-05-31")
    rows = g221("deadline", "list", "--json").json()
    assert [row["title"] for row in rows] == [
        "flight",
        "Lease",
        "Passport expires",
        "rent",
        "Visit",
    ]


def test_a_named_date_can_not_take_the_name_of_another(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("deadline", "add", "Lease", "2027-01-31")
    g221("deadline", "add", "Flight", "2027-02-28")
    lease, flight = (row["record"] for row in g221("deadline", "list", "--json").json())
    before = g221.recorded()
    said = g221("correct", flight, "name=Lease", code=1)
    assert said.lines == [
        "'Lease' is another date's name already; give this one a name of its own."
    ]
    assert g221.recorded() == before
    g221("correct", flight, "name=Flight home", "date=2027-03-01")
    g221("correct", lease, "name=Lease")
    g221("deadline", "add", "Flight home", "2027-03-02")
    listed = [(row["title"], row["date"]) for row in g221("deadline", "list", "--json").json()]
    assert listed == [("Lease", "2027-01-31"), ("Flight home", "2027-03-02")]


def test_a_file_with_two_dates_of_one_name_shows_both_and_each_can_be_changed(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    for name, day in (("Flight", "2027-01-31"), ("Lease", "2027-02-28"), ("Visit", "2027-03-31")):
        g221("deadline", "add", name, day)
    # An earlier version let a correction give a date another's name.
    rows = json.loads(g221.file.read_bytes())
    for row in rows["deadlines"].values():
        row["name"] = "Flight"
    g221.file.write_text(json.dumps(rows), encoding="utf-8")
    first, second, third = (row["record"] for row in g221("deadline", "list", "--json").json())
    assert list(g221.deadlines()) == [f"expiry_{record}" for record in (first, second, third)]
    said = g221("deadline", "remove", "Flight", code=1)
    assert len(said.lines) == 1
    assert all(record in said.err for record in (first, second, third))
    g221("correct", second, "date=2027-03-01")
    g221("correct", third, "name=Visit")
    g221("deadline", "remove", first)
    assert [(row["title"], row["date"]) for row in g221("deadline", "list", "--json").json()] == [
        ("Flight", "2027-03-01"),
        ("Visit", "2027-03-31"),
    ]
    g221("deadline", "remove", "Flight")


def test_the_deadlines_come_soonest_first(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("set", "passport_expires=2028-05-31", "offer_expires=2027-01-04")
    g221("deadline", "add", "lease", "2027-06-30")
    dates = [row["date"] for row in g221.status()["deadlines"]]
    assert dates == ["2027-01-04", "2027-06-30", LIMIT, "2028-05-31"]


def test_a_limit_that_is_past_is_told_in_the_past(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    assert "this is the last safe day" in g221.deadlines(LIMIT)["documents_one_year"]["because"]
    over = g221.deadlines("2027-10-26")["documents_one_year"]["because"]
    assert "this was the last safe day" in over
    assert "this was the last safe day" in g221.next_step("2027-10-26")["text"]
