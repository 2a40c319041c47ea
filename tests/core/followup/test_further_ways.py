"""The ways beyond the guide's five: when each opens, what it needs, and what it says of itself."""

import pytest

from core.life import LATER, Life, plus
from core.steps import REFUSED, ROAD, event, every_channel, opened, walk, walk_to, words_of

DAY_1, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (1, 60, 61))
GUIDE = ["vfs_tracker", "consulate_call", "consulate_email", "dos", "senator", "ceac"]
FURTHER = {
    *("representative", "nvc_inquiry", "uscis_status"),
    *("attorney", "legalnet", "ombudsman"),
}
AT_USCIS = ["uscis_received", "noir", "response_sent"]


def state(life: Life, channel: str, day: str) -> str:
    """The state of a channel on that day."""
    shown: str = every_channel(life.status(day))[channel]["state"]
    return shown


def test_they_come_after_the_guide_s_five_and_ceac(life: Life) -> None:
    opened(life)
    snapshot = life.status(DAY_61)
    ids = list(every_channel(snapshot))
    assert ids[:6] == GUIDE
    assert set(ids[6:]) == FURTHER
    assert life("channels", "--json", today=DAY_61).json() == snapshot["channels"]


def test_each_has_a_source_and_words_for_its_use(life: Life) -> None:
    opened(life)
    rows = every_channel(life.status(DAY_61))
    for name in FURTHER:
        assert rows[name]["source"], name
        assert rows[name]["because"], name
        assert rows[name]["at_hand"], name
        assert rows[name]["ask"], name
        assert rows[name]["answers"], name


def test_the_representative_goes_by_the_senator_s_rule_and_needs_its_facts(life: Life) -> None:
    opened(life)
    assert state(life, "representative", DAY_60) == "locked"
    assert state(life, "representative", DAY_61) == "open"
    life("set", "us_link=unknown", "us_state=", today=LATER)
    assert state(life, "representative", DAY_61) == "needs"
    life("set", "us_link=none", today=LATER)
    assert state(life, "representative", DAY_61) == "unavailable"


@pytest.mark.parametrize("last", [*AT_USCIS, "petition_returned", "reaffirmed", "interview"])
def test_the_ombudsman_helps_with_the_uscis_half_only(life: Life, last: str) -> None:
    opened(life, "--petition", "yes")
    life("set", "receipt_number=EAC2190012345", today=LATER)
    on = walk_to(life, last)
    assert (state(life, "ombudsman", on) == "closed") is (last not in AT_USCIS)


def test_the_nvc_answers_on_immigrant_and_k_petitions_only(life: Life) -> None:
    opened(life, "--visa", "H-1B")
    on = walk_to(life, "centre_received")
    assert state(life, "nvc_inquiry", on) in ("closed", "unavailable")
    assert state(life, "nvc_inquiry", plus(on, 40)) in ("closed", "unavailable")
    life("set", "visa=IR1", today=LATER)
    assert state(life, "nvc_inquiry", plus(on, 25)) not in ("closed", "unavailable")


def test_after_the_reaffirmation_the_nvc_may_be_asked_one_thing(life: Life) -> None:
    opened(life, "--visa", "IR1")
    on = walk_to(life, "reaffirmed")
    row = every_channel(life.status(on))["nvc_inquiry"]
    assert row["state"] == "open"
    assert row["ask"] == ["Has the reaffirmed petition been sent to the post, and when?"]
    life("set", "visa=H-1B", today=LATER)
    assert state(life, "nvc_inquiry", on) == "unavailable"


def test_the_uscis_page_needs_the_receipt_number(life: Life) -> None:
    opened(life)
    on = walk_to(life, "uscis_received")
    assert state(life, "uscis_status", on) == "needs"
    life("set", "receipt_number=EAC2190012345", today=LATER)
    assert state(life, "uscis_status", on) == "open"


@pytest.mark.parametrize("last", ["", *list(ROAD)[:9]])
def test_an_attorney_may_be_asked_at_any_time(life: Life, last: str) -> None:
    opened(life)
    assert state(life, "attorney", walk_to(life, last) if last else DAY_1) == "open"


def test_nothing_says_that_the_wait_is_over_while_it_is_not(life: Life) -> None:
    opened(life, "--us-link", "unknown")
    walk(life, "petition_returned 2026-01-26 uscis_received 2026-02-09")
    for day in (DAY_1, "2026-01-27", "2026-02-10"):
        snapshot = life.status(day)
        assert snapshot["wait"]["days_left"] > 0
        for name, row in every_channel(snapshot).items():
            assert "the wait is over" not in words_of(row["because"]), f"{name} on {day}"


def test_what_is_missing_is_a_fact_that_can_be_set(life: Life) -> None:
    opened(life, "--us-link", "unknown")
    event(life, "petition_returned", "2026-02-02")
    event(life, "uscis_received", "2026-02-16")
    rows = every_channel(life.status(DAY_61))
    missing = {fact for row in rows.values() for fact in row["missing"]}
    assert {"us_link", "receipt_number"} <= missing
    for fact in missing:
        life("set", f"{fact}=", today=LATER)
