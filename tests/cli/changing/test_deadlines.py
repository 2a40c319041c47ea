"""The dates that must not be missed."""

import json

from cli.conftest import Cli

REFUSED = "2026-10-26"


def test_the_user_can_name_a_deadline(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    said = g221("deadline", "add", "lease", "2027-01-31")
    assert (said.out, len(said.lines)) == ("", 1)
    (lease,) = g221.status()["deadlines"]
    (record,) = g221("deadline", "list", "--json").json()
    assert lease["id"] == f"expiry_{record['record']}"
    assert (lease["date"], lease["days_left"]) == ("2027-01-31", 50)
    assert (lease["estimate"], lease["quiet"]) == (False, False)


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
