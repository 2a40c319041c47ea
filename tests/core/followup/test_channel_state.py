"""What each channel may do on a day, decided in the order of the states."""

import pytest

from core.life import HUMAN, LATER, Life, names_day

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"
DAY_67 = "2026-11-20"
POST = ("consulate_call", "consulate_email")
CHANNELS = ("vfs_tracker", *HUMAN, "ceac")


def log(life: Life, channel: str, on: str, *more: str) -> None:
    """Record a contact of that day."""
    life("log", channel, "--on", on, *more, today=LATER)


def row(states: str) -> dict[str, str]:
    """Read `call email dos senator vfs ceac` from six letters."""
    words = {"l": "locked", "o": "open", "c": "closed", "u": "unavailable", "r": "resting"}
    order = (*HUMAN, "vfs_tracker", "ceac")
    return {channel: words[letter] for channel, letter in zip(order, states, strict=True)}


@pytest.mark.parametrize(
    ("events", "more", "today", "expected"),
    [
        ("", "", DAY_10, "lllloo"),
        ("", "", DAY_67, "oooooo"),
        ("interview 2026-11-18", "", DAY_67, "lllloo"),
        ("passport_requested 2026-09-20", "", DAY_10, "cclloo"),
        ("passport_requested 2026-11-18", "", DAY_67, "ccoooo"),
        ("passport_sent 2026-09-20", "", DAY_10, "lllloo"),
        ("passport_sent 2026-09-20", "", "2026-10-04", "oolloo"),
        ("passport_sent 2026-11-16", "", DAY_67, "lloooo"),
        ("passport_sent 2026-11-16", "", "2026-11-29", "lloooo"),
        ("passport_sent 2026-11-16", "", "2026-11-30", "oooooo"),
        ("passport_sent 2026-11-16", "--policy ask-never", "2026-11-30", "uuoooo"),
        ("visa_issued 2026-11-16", "", DAY_67, "llccoo"),
        ("visa_issued 2026-11-16", "", "2026-11-29", "llccoo"),
        ("visa_issued 2026-11-16", "", "2026-11-30", "ooccoo"),
        ("visa_issued 2026-11-16", "--policy ask-never", "2026-11-30", "uuccoo"),
        ("passport_returned 2026-11-15 visa_issued 2026-11-16", "", "2026-11-30", "cccccc"),
        (
            "passport_returned 2026-09-20 passport_sent 2026-10-01 visa_issued 2026-11-16",
            *("", "2026-11-30", "ooccoo"),
        ),
        ("visa_issued 2026-11-16 passport_returned 2026-11-18", "", DAY_67, "cccccc"),
        ("passport_requested 2026-11-16 passport_returned 2026-11-18", "", DAY_67, "cccccc"),
        ("visa_refused 2026-11-16", "--petition yes", DAY_67, "coccoo"),
        ("visa_refused 2026-11-16", "--petition unknown", DAY_67, "coccoo"),
        ("visa_refused 2026-09-20", "--petition yes", DAY_10, "coccoo"),
        ("visa_refused 2026-11-16", "--petition no", DAY_67, "cccccc"),
        ("withdrawn 2026-11-16", "", DAY_67, "cccccc"),
        ("note 2026-11-16", "", DAY_67, "oooooo"),
        ("", "", "2026-09-13", "cccccc"),
    ],
)
def test_each_stage_opens_and_closes_its_channels(
    life: Life, events: str, more: str, today: str, expected: str
) -> None:
    life.open(REFUSED, "--asked", "no", *more.split())
    words = events.split()
    for kind, on in zip(words[::2], words[1::2], strict=True):
        life("event", "add", kind, "--on", on, today=LATER)
    rows = life.channels(today)
    assert {name: rows[name]["state"] for name in rows} == row(expected)
    for channel in rows.values():
        if channel["state"] in ("closed", "unavailable"):
            assert channel["because"], channel["id"]
            assert (channel["opens_on"], channel["days_left"]) == (None, None)


def test_with_papers_outstanding_the_channels_go_by_the_same_rules(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    assert life.status(DAY_67)["stage"]["id"] == "documents_due"
    assert life.states(DAY_10) == row("lllloo")
    assert life.states(DAY_67) == row("oooooo")


def test_the_channels_come_in_the_order_and_with_the_names_of_the_dashboard(life: Life) -> None:
    life.open(REFUSED)
    shown = [(c["id"], c["name"]) for c in life.status(DAY_10)["channels"]]
    names = ("VFS tracker", "Call post", "E-mail", "State Dept", "Senator", "CEAC")
    assert shown == list(zip(CHANNELS, names, strict=True))


def test_after_the_passport_was_sent_14_days_replace_the_wait_of_the_post(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("event", "add", "passport_sent", "--on", "2026-11-16", today=LATER)
    rows = life.channels("2026-11-29")
    for channel in POST:
        assert (rows[channel]["opens_on"], rows[channel]["days_left"]) == ("2026-11-30", 1)


def test_after_the_passport_was_sent_a_rest_still_applies(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "consulate_email", DAY_61)
    life("event", "add", "passport_sent", "--on", "2026-11-16", today=LATER)
    locked = life.channels(DAY_67)["consulate_call"]
    assert (locked["state"], locked["opens_on"]) == ("locked", "2026-12-14")
    resting = life.channels("2026-12-01")["consulate_call"]
    assert (resting["state"], resting["opens_on"]) == ("resting", "2026-12-14")
    assert life.states("2026-12-14")["consulate_call"] == "open"


def test_after_the_final_refusal_a_rest_still_applies_to_the_email(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--petition", "yes")
    log(life, "consulate_email", DAY_61)
    life("event", "add", "visa_refused", "--on", "2026-11-16", today=LATER)
    email = life.channels(DAY_67)["consulate_email"]
    assert (email["state"], email["opens_on"]) == ("resting", "2026-12-14")
    assert life.states("2026-12-14")["consulate_email"] == "open"


@pytest.mark.parametrize(
    ("facts", "day", "state"),
    [
        ("us_link=unknown us_state=", DAY_60, "locked"),
        ("us_link=unknown us_state=", DAY_61, "needs"),
        ("us_link=employer us_state=", DAY_61, "needs"),
        ("us_link=petitioner us_state=CA", DAY_61, "open"),
        ("us_link=self us_state=CA", DAY_61, "open"),
        ("us_link=relative us_state=DC", DAY_61, "open"),
        ("us_link=school us_state=PR", DAY_61, "open"),
        ("us_link=none us_state=", DAY_10, "unavailable"),
        ("us_link=none us_state=", DAY_61, "unavailable"),
    ],
)
def test_the_senator_needs_a_link_and_its_state_once_the_wait_is_over(
    life: Life, facts: str, day: str, state: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", *facts.split(), today=LATER)
    senator = life.channels(day)["senator"]
    assert senator["state"] == state
    if state in ("needs", "unavailable"):
        assert (senator["opens_on"], senator["days_left"]) == (None, None)
        assert senator["because"]
    assert life.states(DAY_61)["dos"] == "open", "no other channel needs it"


def test_the_tracker_is_open_with_a_caution_while_it_is_unknown_whether_there_is_one(
    life: Life,
) -> None:
    life.open(REFUSED, "--tracking", "unknown")
    tracker = life.channels(DAY_10)["vfs_tracker"]
    assert tracker["state"] == "open"
    assert tracker["cautions"]


def test_without_a_tracker_the_reason_points_to_ceac(life: Life) -> None:
    life.open(REFUSED, "--tracking", "no")
    rows = life.channels(DAY_10)
    assert rows["vfs_tracker"]["state"] == "unavailable"
    assert "ceac" in " ".join(rows["vfs_tracker"]["because"]).casefold()
    assert rows["ceac"]["state"] == "open"


@pytest.mark.parametrize("used", POST)
def test_call_and_email_share_one_rest_of_30_days(life: Life, used: str) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, used, DAY_61)
    rows = life.channels("2026-12-13")
    for channel in POST:
        seen = (rows[channel]["state"], rows[channel]["opens_on"], rows[channel]["days_left"])
        assert seen == ("resting", "2026-12-14", 1), channel
        assert names_day(" ".join(rows[channel]["because"]), DAY_61), "it says which contact"
    assert (rows["dos"]["state"], rows["senator"]["state"]) == ("open", "open")
    after = life.channels("2026-12-14")
    for channel in POST:
        seen = (after[channel]["state"], after[channel]["opens_on"], after[channel]["days_left"])
        assert seen == ("open", "2026-12-14", None), channel


@pytest.mark.parametrize("used", ["dos", "senator"])
def test_the_other_channels_rest_alone(life: Life, used: str) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, used, DAY_61)
    resting = [name for name, state in life.states("2026-12-13").items() if state == "resting"]
    assert resting == [used]
    assert life.states("2026-12-14")[used] == "open"


@pytest.mark.parametrize("page", ["vfs_tracker", "ceac"])
def test_looking_is_not_asking(life: Life, page: str) -> None:
    life.open(REFUSED, "--asked", "no")
    for day in (REFUSED, DAY_10, DAY_60, DAY_60):
        log(life, page, day)
    rows = life.channels(DAY_60)
    assert (rows[page]["state"], rows[page]["contacts"]) == ("open", 4)
    assert rows["consulate_call"]["state"] == "open"


def test_an_early_contact_makes_the_lock_last_as_long_as_its_rest(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "dos", "2026-11-03", "--anyway")
    locked = life.channels("2026-11-12")["dos"]
    assert (locked["state"], locked["opens_on"]) == ("locked", "2026-12-03")
    assert locked["days_left"] == 21
    resting = life.channels(DAY_60)["dos"]
    assert (resting["state"], resting["opens_on"]) == ("resting", "2026-12-03")
    assert life.states("2026-12-03")["dos"] == "open"


@pytest.mark.parametrize(
    "words",
    [
        ("--reply",),
        ("--purpose", "documents"),
        ("--purpose", "answer"),
        ("--purpose", "details"),
        ("--purpose", "emergency"),
    ],
)
def test_a_reply_and_every_other_purpose_is_neither_gated_nor_rests(
    life: Life, words: tuple[str, ...]
) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "consulate_email", DAY_10, *words)
    log(life, "consulate_email", "2026-11-12", *words)
    rows = life.channels(DAY_60)
    email = rows["consulate_email"]
    assert (email["state"], email["opens_on"]) == ("open", DAY_60)
    assert rows["consulate_call"]["state"] == "open"
    outgoing = words != ("--reply",)
    assert email["contacts"] == (2 if outgoing else 0)
    assert email["last_contact"] == ("2026-11-12" if outgoing else None)
    assert rows["consulate_call"]["contacts"] == 0


def test_a_contact_of_a_later_day_does_not_exist_yet(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "dos", DAY_67)
    dos = life.channels(DAY_61)["dos"]
    assert (dos["state"], dos["contacts"], dos["last_contact"]) == ("open", 0, None)


def test_each_open_channel_says_how_many_papers_are_still_with_the_applicant(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart", "Payslips")
    life("docs", "set", "Letter", "submitted", "--on", DAY_10, today=LATER)
    life("docs", "set", "Chart", "ready", "--on", DAY_10, today=LATER)
    caution = "2 requested documents are still with you: send them first"
    rows = life.channels(DAY_61)
    for channel in HUMAN:
        assert any(caution in text for text in rows[channel]["cautions"]), channel
    for name in ("Chart", "Payslips"):
        life("docs", "set", name, "waived", "--on", DAY_60, today=LATER)
    rows = life.channels(DAY_61)
    for channel in HUMAN:
        assert not any("still with you" in text for text in rows[channel]["cautions"]), channel


def test_a_rest_counts_from_the_last_contact(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "consulate_email", DAY_60)
    log(life, "consulate_call", "2026-12-14")
    row = life.channels("2026-12-20")["consulate_email"]
    assert (row["state"], row["opens_on"]) == ("resting", "2027-01-13")
    assert names_day(row["because"][0], "2026-12-14")


@pytest.mark.parametrize(
    ("today", "new"),
    [("2026-11-12", False), (DAY_60, True), ("2026-11-14", True), ("2026-11-15", False)],
)
def test_a_channel_is_new_on_the_day_it_opens_and_the_day_after(
    life: Life, today: str, new: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    assert life.channels(today)["dos"]["is_new"] is new


def test_a_channel_that_was_used_since_it_opened_is_new_no_more(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "emergency=2026-10-01", today=LATER)
    assert life.channels("2026-10-01")["dos"]["is_new"] is True
    log(life, "dos", "2026-10-01")
    assert life.channels("2026-10-02")["dos"]["is_new"] is False


def test_a_channel_that_was_used_before_it_opened_again_is_new(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, "dos", DAY_60)
    assert life.channels("2026-12-12")["dos"]["is_new"] is False
    assert life.channels("2026-12-13")["dos"]["is_new"] is True


def test_between_the_interview_and_the_refusal_nobody_is_asked(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--interview", "2026-09-07")
    assert life.states("2026-09-10") == row("ccccoo")
    for channel in HUMAN:
        (why, *_) = life.channels("2026-09-10")[channel]["because"]
        assert "nothing to ask about" in why


def test_what_is_closed_is_not_called_ruled_out_by_a_fact(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "none", "--us-state", "")
    assert life.states(DAY_67)["senator"] == "unavailable"
    life("event", "add", "withdrawn", "--on", DAY_61, today=LATER)
    assert life.states(DAY_67)["senator"] == "closed"
