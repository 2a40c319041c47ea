"""The JSON contract: names that scripts may count on, and the rows of the timeline."""

import json
from typing import Any

import pytest

from cli.conftest import Cli

NOW = "2026-12-12"

KEYS = {
    "": "schema today case stage wait channels documents deadlines timeline next warnings",
    "case": "id title case_number post visa refused_on first_refused_on policy round",
    "stage": "id since days holder usual_days usual_until",
    "wait": "anchor anchor_because elapsed_days wait_days days_left state_department_day_180",
    "channels": "id name state opens_on days_left because source last_contact contacts cautions",
    "documents": "asked requested outstanding complete_on items",
    "deadlines": "id date days_left estimate quiet because",
    "timeline": "date kind title origin",
    "next": "kind text date",
}
ITEM = (
    "id name state requested requested_by asked_on submitted_on received_on returned_on "
    "expires_on route receipt task steps"
)


@pytest.fixture
def drawn(g221: Cli) -> Cli:
    """The case of the drawing: refused on 26 October, one paper of two sent."""
    g221(
        *("new", "--refused", "2026-10-26", "--interview", "2026-10-26", "--visa", "H-1B"),
        *("--post", "Mumbai", "--case-number", "2026299 345 0001", "--tracking", "yes"),
        *("--us-link", "employer", "--us-state", "NJ", "--petition", "yes"),
        *("--document", "Client letter", "Org chart"),
    )
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-10-28")
    return g221


def test_the_case_of_the_drawing_is_as_it_is_drawn(drawn: Cli) -> None:
    snapshot = drawn.status()
    assert (snapshot["schema"], snapshot["today"]) == (1, NOW)
    assert snapshot["case"]["visa"] == "H-1B"
    assert snapshot["case"]["post"] == "Mumbai"
    assert snapshot["stage"]["id"] == "documents_due"
    wait = snapshot["wait"]
    assert (wait["elapsed_days"], wait["wait_days"], wait["days_left"]) == (47, 60, 13)
    assert wait["state_department_day_180"] == "2027-04-24"
    rows = [(c["id"], c["state"], c["opens_on"], c["days_left"]) for c in snapshot["channels"]]
    assert rows == [
        ("vfs_tracker", "open", None, None),
        ("consulate_call", "locked", "2026-12-25", 13),
        ("consulate_email", "locked", "2026-12-25", 13),
        ("dos", "locked", "2026-12-25", 13),
        ("senator", "locked", "2026-12-26", 14),
        ("ceac", "open", None, None),
    ]
    documents = snapshot["documents"]
    assert (documents["asked"], documents["requested"], documents["outstanding"]) == ("yes", 2, 1)
    assert snapshot["next"]["kind"] == "documents"
    assert "org chart" in snapshot["next"]["text"].casefold()


def test_every_name_of_the_contract_is_there(drawn: Cli) -> None:
    snapshot: dict[str, Any] = drawn.status()
    for part, names in KEYS.items():
        found: Any = snapshot[part] if part else snapshot
        rows = found if isinstance(found, list) else [found]
        assert rows, part
        for row in rows:
            assert set(names.split()) <= row.keys(), part
    for item in snapshot["documents"]["items"]:
        assert set(ITEM.split()) <= item.keys()


def test_what_the_dashboard_chooses_to_name_is_not_in_it(drawn: Cli) -> None:
    assert "attention" not in drawn.status()


def test_json_is_plain_ascii_whatever_was_typed(g221: Cli) -> None:
    g221.open("2026-10-26", "--title", "日本 👩‍👩‍👧", "--document", "Führungszeugnis")
    for words in (("status", "--json"), ("channels", "--json"), ("timeline", "--json")):
        assert g221(*words).out.isascii()
    assert g221.status()["case"]["title"] == "日本 👩‍👩‍👧"
    g221("log", "ceac", "--note", "日本")
    assert g221("contacts", "--json").out.isascii()


def test_channels_is_the_array_and_next_the_object_of_the_snapshot(drawn: Cli) -> None:
    snapshot = drawn.status()
    assert drawn("channels", "--json").json() == snapshot["channels"]
    assert drawn("next", "--json").json() == snapshot["next"]
    assert drawn("timeline", "--json").json() == snapshot["timeline"]


def test_contacts_and_info_are_json_as_well(drawn: Cli) -> None:
    assert drawn("contacts", "--json").json() == []
    drawn("log", "ceac", "--status", "Refused")
    rows = drawn("contacts", "--json").json()
    assert [(r["channel"], r["on"], r["status"]) for r in rows] == [("ceac", NOW, "Refused")]
    assert json.loads(drawn("info", "--json").out)


def timeline(g221: Cli, kind: str, today: str = NOW) -> list[tuple[str, str]]:
    """Date and title of the rows of one kind."""
    rows = g221.status(today)["timeline"]
    return [(row["date"], row["title"]) for row in rows if row["kind"] == kind]


def test_the_timeline_has_what_was_recorded_and_what_the_rules_put_ahead(drawn: Cli) -> None:
    rows = drawn.status()["timeline"]
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    kinds = {row["kind"] for row in rows}
    assert kinds == {"interview", "refused_221g", "document", "unlock", "deadline"}
    origins = {(row["kind"], row["origin"]) for row in rows}
    assert {(kind, "rule") for kind in ("unlock", "deadline")} <= origins
    assert {("interview", "recorded"), ("document", "recorded")} <= origins
    assert {day for day, _ in timeline(drawn, "unlock")} == {"2026-12-25", "2026-12-26"}
    assert [day for day, _ in timeline(drawn, "deadline")] == ["2027-10-25"]
    assert "2026-10-28" in {day for day, _ in timeline(drawn, "document")}
    kinds_in_order = [row["kind"] for row in rows]
    assert kinds_in_order.index("interview") < kinds_in_order.index("refused_221g")


def test_the_usual_end_of_a_stage_is_an_estimate(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    rows = [row for row in g221.status()["timeline"] if row["kind"] == "usual_end"]
    assert [(row["date"], row["origin"]) for row in rows] == [("2026-12-25", "estimate")]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("ceac", "--status", "Refused", "--note", "a look"), "CEAC: Refused"),
        (("ceac", "--status", "[bold]AP"), "CEAC: [bold]AP"),
        (("vfs_tracker", "--note", "first line\nsecond"), "VFS tracker: first line"),
        (("consulate_email", "--reply", "--note", "wait"), "E-mail: wait"),
        (("consulate_call", "--purpose", "details", "--note", "x"), "Call post: x"),
        (("dos", "--purpose", "answer", "--note", "x"), "State Dept: x"),
        (("senator", "--reply", "--note", "x"), "Senator: x"),
    ],
)
def test_a_contact_is_a_row_with_the_channel_and_its_words(
    drawn: Cli, words: tuple[str, ...], title: str
) -> None:
    drawn("log", *words, "--on", "2026-12-01")
    assert timeline(drawn, "contact") == [("2026-12-01", title)]
    assert timeline(drawn, "contact", "2026-11-30") == [], "it had not happened yet"


@pytest.mark.parametrize("kind", ["passport_requested", "passport_sent", "visa_issued", "note"])
def test_an_event_is_a_row_of_its_kind(drawn: Cli, kind: str) -> None:
    drawn("event", "add", kind, "--on", "2026-12-01")
    rows = [row for row in drawn.status()["timeline"] if row["kind"] == kind]
    assert [(row["date"], row["origin"]) for row in rows] == [("2026-12-01", "recorded")]
    assert rows[0]["title"]


def test_the_plain_status_answers_the_four_questions(drawn: Cli) -> None:
    shown = drawn("status").out
    assert "2026299 345 0001" in shown
    for name in ("VFS tracker", "Call post", "E-mail", "State Dept", "Senator", "CEAC"):
        assert name in shown
    for word in ("Client letter", "Org chart", "locked", "open", "25 Dec", "25 Oct"):
        assert word in shown
