"""What closes a channel, rules it out or is missing for it, each on its own."""

from datetime import date
from typing import Any

import pytest

from core.followup.kit import LATER, OPEN, PAGES, SENT, after, channel
from core.life import HUMAN
from core.snapshot.kit import REFUSED, TODAY, case, day_of, happened, refused
from g221_tui.core.followup.access import (
    access_of,
    closed,
    missing_facts,
    ruling_facts,
    unavailable,
)
from g221_tui.core.model import Case, UsLink, YesNo


def why_closed(name: str, found: Case, today: date = TODAY) -> str:
    """Why the channel is closed."""
    day = day_of(found, today)
    return closed(channel(name), access_of(channel(name), day), day)


def why_unavailable(name: str, found: Case) -> str:
    """Why the channel is unavailable."""
    day = day_of(found)
    return unavailable(channel(name), access_of(channel(name), day), day)


@pytest.mark.parametrize("name", [*HUMAN, *PAGES])
def test_before_the_first_event_there_is_nothing_to_follow_up_yet(name: str) -> None:
    assert why_closed(name, OPEN, date(2026, 10, 25)) == "There is nothing to follow up yet."
    assert why_closed(name, OPEN, REFUSED) == ""


@pytest.mark.parametrize("name", HUMAN)
def test_between_the_interview_and_the_refusal_nobody_is_asked(name: str) -> None:
    assert why_closed(name, case(happened("interview", SENT)))
    assert why_closed("ceac", case(happened("interview", SENT))) == ""


@pytest.mark.parametrize("name", ["uscis_status", "legalnet", "representative"])
def test_a_channel_that_the_stage_does_not_name_ends_with_the_case(name: str) -> None:
    assert access_of(channel(name), day_of(after("withdrawn"))).mode == "closed"
    assert why_closed(name, after("withdrawn"))
    assert why_closed("attorney", after("withdrawn")) == ""


def test_a_channel_of_its_own_id_goes_before_its_group() -> None:
    day = day_of(after("visa_refused", petition=YesNo.YES))
    assert access_of(channel("consulate_call"), day).mode == "closed"
    assert access_of(channel("consulate_email"), day).mode == "open"


@pytest.mark.parametrize(
    ("petition", "shut"), [(YesNo.YES, False), (YesNo.UNKNOWN, False), (YesNo.NO, True)]
)
def test_after_a_refusal_the_email_is_for_a_petition_that_may_go_back(
    petition: YesNo, shut: bool
) -> None:
    assert bool(why_closed("consulate_email", after("visa_refused", petition=petition))) is shut


@pytest.mark.parametrize(
    ("kind", "visa", "holder"),
    [
        ("centre_received", "IR1", "NVC"),
        ("centre_received", "K-1", "NVC"),
        ("centre_received", "H-1B", "KCC"),
        ("centre_received", "", "NVC or KCC"),
        ("uscis_received", "H-1B", "USCIS"),
    ],
)
def test_where_the_file_is_elsewhere_the_post_is_closed_and_the_holder_named(
    kind: str, visa: str, holder: str
) -> None:
    for name in ("consulate_call", "consulate_email"):
        assert holder in why_closed(name, after(kind, visa=visa))


@pytest.mark.parametrize("name", PAGES)
def test_after_the_issue_the_pages_are_open_until_the_passport_is_back(name: str) -> None:
    assert why_closed(name, after("visa_issued")) == ""
    assert why_closed(name, after("visa_issued", "passport_returned"))


@pytest.mark.parametrize(
    ("name", "facts", "by"),
    [
        ("vfs_tracker", {"tracking": YesNo.NO}, ("tracking=no",)),
        ("senator", {"us_link": UsLink.NONE}, ("us_link=none",)),
        ("uscis_status", {"petition": YesNo.NO}, ("petition=no",)),
        ("vfs_tracker", {"tracking": YesNo.UNKNOWN}, ()),
        ("senator", {"us_link": UsLink.UNKNOWN}, ()),
        ("ceac", {"tracking": YesNo.NO}, ()),
    ],
)
def test_a_recorded_no_rules_a_channel_out_and_an_unknown_does_not(
    name: str, facts: dict[str, Any], by: tuple[str, ...]
) -> None:
    found = case(refused(asked="no"), **facts)
    assert ruling_facts(channel(name), day_of(found)) == by
    assert bool(why_unavailable(name, found)) is bool(by)


def test_a_post_that_answers_no_questions_rules_out_call_and_email_only() -> None:
    silent = case(refused(asked="no"), policy="ask-never")
    assert [name for name in HUMAN if why_unavailable(name, silent)] == [
        "consulate_call",
        "consulate_email",
    ]
    urgent = case(refused(asked="no"), policy="ask-never", emergency=LATER)
    assert [name for name in HUMAN if why_unavailable(name, urgent)] == []


def test_the_nvc_answers_for_its_own_classes_and_names_the_other_centre() -> None:
    assert why_unavailable("nvc_inquiry", after("petition_returned", visa="IR1")) == ""
    assert "KCC" in why_unavailable("nvc_inquiry", after("petition_returned", visa="H-1B"))


@pytest.mark.parametrize(
    ("link", "state", "missing"),
    [
        (UsLink.UNKNOWN, "", ("us_link", "us_state")),
        (UsLink.EMPLOYER, "", ("us_state",)),
        (UsLink.UNKNOWN, "TX", ("us_link",)),
        (UsLink.SELF, "DC", ()),
    ],
)
def test_what_a_channel_needs_and_is_not_known_goes_by_the_names_of_set(
    link: UsLink, state: str, missing: tuple[str, ...]
) -> None:
    day = day_of(case(refused(), us_link=link, us_state=state))
    assert missing_facts(channel("senator"), day) == missing
    assert missing_facts(channel("dos"), day) == ()
