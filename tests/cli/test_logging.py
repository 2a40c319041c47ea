"""Logging contacts: the gate, what it keeps, and the counsel on pacing."""

import pytest

from cli.conftest import LATER, Cli, names_day

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


def test_an_open_channel_asks_for_no_word(g221: Cli) -> None:
    channel = prepare(g221, "open")
    g221("log", channel, today=DAY_61)
    kept = g221.contacts()[0]
    assert (kept["channel"], bool(kept.get("early"))) == (channel, False)


def test_the_refusal_says_until_when_the_channel_is_locked(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    said = g221("log", "consulate_email", today=DAY_10, code=3)
    assert names_day(said.err, DAY_60)


@pytest.mark.parametrize(
    "words",
    [("--reply",), *(("--purpose", p) for p in ("documents", "answer", "details", "emergency"))],
)
@pytest.mark.parametrize("channel", ["consulate_call", "consulate_email", "dos", "senator"])
def test_everything_but_an_outgoing_status_contact_is_never_gated(
    g221: Cli, channel: str, words: tuple[str, ...]
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("log", channel, *words, today=DAY_10)
    kept = g221.contacts()[0]
    assert (kept["channel"], bool(kept.get("early"))) == (channel, False)


@pytest.mark.parametrize("page", ["vfs_tracker", "ceac"])
def test_looking_at_a_page_is_never_early(g221: Cli, page: str) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("log", page, "--status", "Refused", today=DAY_10)
    g221("log", page, "--status", "Refused", today=DAY_10)
    assert len(g221.contacts()) == 2


def test_the_gate_is_judged_on_the_day_of_the_contact(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("log", "dos", "--on", "2026-11-12", today=DAY_61, code=3)
    g221("log", "dos", "--on", "2026-11-12", "--anyway", today=DAY_61)
    assert g221.contacts()[0]["when_logged"] == "locked"


def test_a_contact_of_a_later_day_gates_nothing_before_it(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("log", "dos", "--on", "2026-11-20", today=LATER)
    g221("log", "dos", "--on", DAY_61, today=LATER)
    assert not any(row.get("early") for row in g221.contacts())


def test_a_second_contact_of_the_same_day_is_within_the_rest(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("log", "consulate_email", today=DAY_61)
    g221("log", "consulate_email", today=DAY_61, code=3)
    g221("log", "consulate_call", today=DAY_61, code=3)
    assert len(g221.contacts()) == 1


def counsels(g221: Cli, channel: str, on: str, *more: str) -> bool:
    """Log the contact and say whether it was answered with the counsel on pacing."""
    said = g221("log", channel, "--on", on, *more, today=LATER)
    return "hurt" in said.err


def test_a_second_human_contact_within_7_days_is_answered_with_the_guide_s_counsel(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no")
    assert not counsels(g221, "consulate_email", DAY_60)
    assert counsels(g221, "dos", "2026-11-16")


def test_a_third_human_contact_within_30_days_is_answered_with_the_guide_s_counsel(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no")
    assert not counsels(g221, "consulate_email", DAY_60)
    assert not counsels(g221, "dos", "2026-11-22")
    assert counsels(g221, "senator", "2026-12-02")


@pytest.mark.parametrize(("on", "too_soon"), [("2026-11-19", True), ("2026-11-20", False)])
def test_on_day_7_itself_a_second_contact_is_well_spaced(
    g221: Cli, on: str, too_soon: bool
) -> None:
    g221.open(REFUSED, "--asked", "no")
    counsels(g221, "consulate_email", DAY_60)
    assert counsels(g221, "dos", on) is too_soon


@pytest.mark.parametrize(("on", "too_soon"), [("2026-12-12", True), ("2026-12-13", False)])
def test_on_day_30_itself_a_third_contact_is_well_spaced(
    g221: Cli, on: str, too_soon: bool
) -> None:
    g221.open(REFUSED, "--asked", "no")
    counsels(g221, "consulate_email", DAY_60)
    counsels(g221, "dos", "2026-11-22")
    assert counsels(g221, "senator", on) is too_soon


def test_well_spaced_contacts_bring_no_counsel(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    for channel, on in (
        ("consulate_email", DAY_60),
        ("dos", "2026-11-25"),
        ("consulate_email", "2026-12-28"),
        ("senator", "2027-01-12"),
    ):
        assert not counsels(g221, channel, on), on


def test_looks_replies_and_other_purposes_do_not_count_against_pacing(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    for words in (("ceac",), ("vfs_tracker",), ("consulate_email", "--reply")):
        assert not counsels(g221, words[0], DAY_60, *words[1:])
    for purpose in ("documents", "answer", "details"):
        assert not counsels(g221, "consulate_email", DAY_60, "--purpose", purpose)
    assert not counsels(g221, "dos", DAY_60)
    assert not counsels(g221, "consulate_email", DAY_61, "--purpose", "documents")


def test_a_contact_keeps_all_its_words(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    words = {
        "note": "asked for the status",
        "answer": "pending",
        "status": "Administrative processing",
        "ref": "T-12",
        "with": "officer B.",
    }
    options = [word for name, text in words.items() for word in (f"--{name}", text)]
    g221("log", "dos", *options, today=DAY_61)
    kept = g221.contacts()[0]
    assert {name: kept[name] for name in words} == words
    g221("log", "dos", "--reply", "--purpose", "answer", "--note", "wait", today=DAY_61)
    reply = g221.contacts()[1]
    assert (reply["direction"], reply["purpose"], reply["note"]) == ("in", "answer", "wait")


def test_contacts_shows_whole_notes(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    note = "word " * 80 + "end"
    g221("log", "ceac", "--note", note, today=DAY_61)
    g221("event", "add", "note", "--note", note, today=DAY_61)
    assert any(note in line for line in g221("contacts", today=DAY_61).out.splitlines())
    assert any(note in line for line in g221("event", "list", today=DAY_61).out.splitlines())
