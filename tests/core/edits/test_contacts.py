"""Logging contacts: the gate, what it keeps, and the counsel on pacing."""

import pytest

from core.life import LATER, Life, names_day
from g221_tui.core.edits.contacts import LogContact
from g221_tui.errors import NotOpen

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def prepare(life: Life, state: str) -> str:
    """Bring a channel into the state on day 61, and give its id."""
    life.open(REFUSED, "--asked", "no")
    if state == "closed":
        life("event", "add", "passport_requested", "--on", "2026-11-02", today=LATER)
        return "consulate_call"
    if state == "unavailable":
        life("set", "policy=ask-never")
        return "consulate_email"
    if state == "locked":
        life("set", "wait=90")
        return "dos"
    if state == "needs":
        life("set", "us_link=unknown")
        return "senator"
    if state == "resting":
        life("log", "consulate_call", "--on", DAY_60, today=LATER)
        return "consulate_email"
    return "dos"


def test_an_open_channel_asks_for_no_word(life: Life) -> None:
    channel = prepare(life, "open")
    life("log", channel, today=DAY_61)
    kept = life.contacts()[0]
    assert (kept["channel"], bool(kept.get("early"))) == (channel, False)


def test_the_refusal_says_until_when_the_channel_is_locked(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    said = life("log", "consulate_email", today=DAY_10, code=3)
    assert names_day(said.err, DAY_60)


@pytest.mark.parametrize(
    "words",
    [("--reply",), *(("--purpose", p) for p in ("documents", "answer", "details", "emergency"))],
)
@pytest.mark.parametrize("channel", ["consulate_call", "consulate_email", "dos", "senator"])
def test_everything_but_an_outgoing_status_contact_is_never_gated(
    life: Life, channel: str, words: tuple[str, ...]
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", channel, *words, today=DAY_10)
    kept = life.contacts()[0]
    assert (kept["channel"], bool(kept.get("early"))) == (channel, False)


@pytest.mark.parametrize("page", ["vfs_tracker", "ceac"])
def test_looking_at_a_page_is_never_early(life: Life, page: str) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", page, "--status", "Refused", today=DAY_10)
    life("log", page, "--status", "Refused", today=DAY_10)
    assert len(life.contacts()) == 2


def test_the_gate_is_judged_on_the_day_of_the_contact(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "dos", "--on", "2026-11-12", today=DAY_61, code=3)
    life("log", "dos", "--on", "2026-11-12", "--anyway", today=DAY_61)
    assert life.contacts()[0]["when_logged"] == "locked"


def test_a_contact_of_a_later_day_gates_nothing_before_it(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "dos", "--on", "2026-11-20", today=LATER)
    life("log", "dos", "--on", DAY_61, today=LATER)
    assert not any(row.get("early") for row in life.contacts())


def test_a_second_contact_of_the_same_day_is_within_the_rest(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "consulate_email", today=DAY_61)
    life("log", "consulate_email", today=DAY_61, code=3)
    life("log", "consulate_call", today=DAY_61, code=3)
    assert len(life.contacts()) == 1


def counsels(life: Life, channel: str, on: str, *more: str) -> bool:
    """Log the contact and say whether it was answered with the counsel on pacing."""
    said = life("log", channel, "--on", on, *more, today=LATER)
    return "hurt" in said.err


def test_a_second_human_contact_within_7_days_is_answered_with_the_guide_s_counsel(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    assert not counsels(life, "consulate_email", DAY_60)
    assert counsels(life, "dos", "2026-11-16")


def test_a_third_human_contact_within_30_days_is_answered_with_the_guide_s_counsel(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    assert not counsels(life, "consulate_email", DAY_60)
    assert not counsels(life, "dos", "2026-11-22")
    assert counsels(life, "senator", "2026-12-02")


@pytest.mark.parametrize(("on", "too_soon"), [("2026-11-19", True), ("2026-11-20", False)])
def test_on_day_7_itself_a_second_contact_is_well_spaced(
    life: Life, on: str, too_soon: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    counsels(life, "consulate_email", DAY_60)
    assert counsels(life, "dos", on) is too_soon


@pytest.mark.parametrize(("on", "too_soon"), [("2026-12-12", True), ("2026-12-13", False)])
def test_on_day_30_itself_a_third_contact_is_well_spaced(
    life: Life, on: str, too_soon: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    counsels(life, "consulate_email", DAY_60)
    counsels(life, "dos", "2026-11-22")
    assert counsels(life, "senator", on) is too_soon


def test_well_spaced_contacts_bring_no_counsel(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    for channel, on in (
        ("consulate_email", DAY_60),
        ("dos", "2026-11-25"),
        ("consulate_email", "2026-12-28"),
        ("senator", "2027-01-12"),
    ):
        assert not counsels(life, channel, on), on


def test_looks_replies_and_other_purposes_do_not_count_against_pacing(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    for words in (("ceac",), ("vfs_tracker",), ("consulate_email", "--reply")):
        assert not counsels(life, words[0], DAY_60, *words[1:])
    for purpose in ("documents", "answer", "details"):
        assert not counsels(life, "consulate_email", DAY_60, "--purpose", purpose)
    assert not counsels(life, "dos", DAY_60)
    assert not counsels(life, "consulate_email", DAY_61, "--purpose", "documents")


def test_a_contact_keeps_all_its_words(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    words = {
        "note": "asked for the status",
        "answer": "pending",
        "status": "Administrative processing",
        "ref": "T-12",
        "with": "officer B.",
    }
    options = [word for name, text in words.items() for word in (f"--{name}", text)]
    life("log", "dos", *options, today=DAY_61)
    kept = life.contacts()[0]
    assert {name: kept[name] for name in words} == words
    life("log", "dos", "--reply", "--purpose", "answer", "--note", "wait", today=DAY_61)
    reply = life.contacts()[1]
    assert (reply["direction"], reply["purpose"], reply["note"]) == ("in", "answer", "wait")


def kept(life: Life) -> tuple[str, bool]:
    """The state that the last contact keeps, and whether it was early."""
    last = life.contacts()[-1]
    return last["when_logged"], last["early"]


@pytest.mark.parametrize(
    ("state", "early"), [("locked", True), ("resting", True), ("needs", False), ("closed", False)]
)
def test_a_contact_in_a_wait_or_a_rest_was_early_and_no_other(
    life: Life, state: str, early: bool
) -> None:
    channel = prepare(life, state)
    life("log", channel, "--anyway", today=DAY_61)
    assert kept(life) == (state, early)


def test_a_look_at_a_page_soon_after_questions_brings_no_counsel(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "consulate_email", "--on", DAY_60, today=LATER)
    assert "may hurt" not in life("log", "ceac", "--on", DAY_61, today=LATER).err
    assert "may hurt" in life("log", "dos", "--on", DAY_61, today=LATER).err


def test_a_contact_for_another_case_too_must_be_open_there(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    day = life.day(DAY_10)
    with pytest.raises(NotOpen, match="Call post is locked"):
        LogContact(channel="consulate_call").check_other(day)
    LogContact(channel="consulate_call", anyway=True).check_other(day)
    LogContact(channel="consulate_call", purpose="documents").check_other(day)


def test_a_corrected_contact_is_judged_as_if_it_were_not_there(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    record = life("log", "dos", "--on", DAY_60, today=LATER).record
    life("correct", record, "note=Rang", today=LATER)
    assert kept(life) == ("open", False)
    life("correct", record, f"on={DAY_10}", today=LATER)
    assert kept(life) == ("locked", True)


def test_a_page_may_show_the_day_of_the_look_and_none_after_it(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    for field in ("--page-created", "--page-updated"):
        life("log", "ceac", "--on", DAY_60, field, DAY_60, today=LATER)
        said = life("log", "ceac", "--on", DAY_60, field, DAY_61, today=LATER, code=1)
        assert "had not come yet" in said.err


def test_a_look_at_a_page_is_recorded_before_the_refusal_and_after_the_end(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("event", "add", "visa_refused", "--on", DAY_10, today=LATER)
    for day in ("2026-09-01", DAY_60):
        life("log", "ceac", "--on", day, "--status", "Refused", today=LATER)
        life("log", "consulate_call", "--on", day, today=LATER, code=3)
    assert str(life.snapshot(DAY_60).status.seen_on) == DAY_60
