"""Logging contacts: the gate, what it keeps, and the counsel on pacing."""

import pytest

from cli.conftest import LATER, Cli

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def prepare(g221: Cli, state: str) -> str:
    """Bring a channel into the state on day 61, and give its id."""
    g221.open(REFUSED, "--asked", "no")
    if state == "closed":
        g221("event", "add", "passport_requested", "--on", "2026-11-02", today=LATER)
        return "consulate_call"
    if state == "unavailable":
        g221("set", "policy=ask-never")
        return "consulate_email"
    if state == "locked":
        g221("set", "wait=90")
        return "dos"
    if state == "needs":
        g221("set", "us_link=unknown")
        return "senator"
    if state == "resting":
        g221("log", "consulate_call", "--on", DAY_60, today=LATER)
        return "consulate_email"
    return "dos"


@pytest.mark.parametrize(
    ("state", "early"),
    [
        ("closed", False),
        ("unavailable", False),
        ("locked", True),
        ("needs", False),
        ("resting", True),
    ],
)
def test_a_status_contact_on_a_channel_that_is_not_open_needs_a_word_and_keeps_why(
    g221: Cli, state: str, early: bool
) -> None:
    channel = prepare(g221, state)
    assert g221.states(DAY_61)[channel] == state
    before = g221.recorded()
    said = g221("log", channel, today=DAY_61, code=3)
    assert (said.out, len(said.lines)) == ("", 1), said.err
    assert "--anyway" in said.err
    assert g221.recorded() == before
    said = g221("log", channel, "--anyway", "--note", "I rang", today=DAY_61)
    assert said.out == ""
    kept = g221.contacts()[-1]
    assert (kept["channel"], kept["on"], kept["note"]) == (channel, DAY_61, "I rang")
    assert kept["when_logged"] == state
    assert bool(kept.get("early")) is early


def test_a_contact_with_anybody_else_can_be_kept_as_a_note(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no", today="2026-10-26")
    way = "Any other contact can be kept as a note: g221 event add note --note TEXT.\n"
    for who in ("school", "employer", "kcc"):
        said = g221("log", who, code=2).err
        assert f"'{who}' is not a known channel;" in said
        assert said.endswith(f". {way}")
    assert way not in g221("log", "consulate", code=2).err
    assert way not in g221("log", "ceac", "--purpose", "fun", code=2).err
    assert way not in g221("why", "school", code=2).err


def test_contacts_shows_whole_notes(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    note = "word " * 80 + "end"
    g221("log", "ceac", "--note", note, today=DAY_61)
    g221("event", "add", "note", "--note", note, today=DAY_61)
    assert any(note in line for line in g221("contacts", today=DAY_61).out.splitlines())
    assert any(note in line for line in g221("event", "list", today=DAY_61).out.splitlines())


@pytest.mark.parametrize("typed", ["Refsued", "Aproved", "Administative Processing"])
def test_words_nearly_those_of_the_page_are_asked_about_and_kept_as_typed(
    g221: Cli, typed: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    said = g221("log", "ceac", "--status", typed)
    assert (said.code, said.out) == (0, "")
    assert "Did you mean “" in said.err
    assert g221.contacts()[0]["status"] == typed
    record = g221.contacts()[0]["id"]
    assert "Did you mean “Issued”?" in g221("correct", str(record), "status=Isued").err
    assert g221.contacts()[0]["status"] == "Isued"


def test_an_automatic_reply_is_logged_as_what_it_is_and_answers_nothing(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    for on in ("2027-01-04", "2027-02-08"):
        g221("log", "email", "--on", on, today="2027-03-20")
    said = g221("log", "email", "--automatic", "--note", "Do not reply", today="2027-03-20")
    assert "an automatic reply" in said.err
    assert g221("contacts", "--json", today="2027-03-20").json()[-1]["direction"] == "auto"
    assert "auto reply" in g221("contacts", today="2027-03-20").out
    assert "(auto reply)" in g221("timeline", today="2027-03-20").out
    further = g221("channels", "--further", "--json", today="2027-03-20").json()
    states = {channel["id"]: channel["state"] for channel in further}
    assert states["legalnet"] == "open"
    g221("log", "email", "--reply", "--note", "No news", today="2027-03-20")
    assert "since the answer of Sat 20 Mar 2027" in g221("why", "legalnet", today="2027-03-20").out
