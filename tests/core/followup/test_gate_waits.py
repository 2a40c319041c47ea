"""Until when a channel waits: the wait, the silence of the post, and the rest after a question."""

from datetime import date
from typing import Any

import pytest

from core.followup.kit import LATER, OPEN, PAGES, SENT, after, channel
from core.snapshot.kit import REFUSED, RULES, TODAY, case, contact, day_of, refused
from g221_tui.core.followup.access import access_of
from g221_tui.core.followup.rest_and_lock import (
    lock_of,
    missing_contacts,
    rest_of,
    rest_words,
    silence,
    silent_contacts,
)
from g221_tui.core.progress.case_day import CaseDay


def locked_until(name: str, day: CaseDay) -> date | None:
    """Until when the channel waits."""
    found = lock_of(channel(name), access_of(channel(name), day), day)
    return found.until if found else None


@pytest.mark.parametrize(
    ("facts", "call", "senator"),
    [
        ({}, date(2026, 12, 25), date(2026, 12, 26)),
        ({"policy": "state"}, date(2027, 4, 24), date(2027, 4, 25)),
        ({"policy": "gone"}, date(2026, 12, 25), date(2026, 12, 26)),
        ({"wait": 0}, REFUSED, date(2026, 12, 26)),
        ({"wait": 59}, date(2026, 12, 24), date(2026, 12, 26)),
        ({"wait": 61}, date(2026, 12, 26), date(2026, 12, 27)),
        ({"wait": 90}, date(2027, 1, 24), date(2027, 1, 25)),
        ({"emergency": LATER}, None, None),
        ({"emergency": date(2026, 12, 13)}, date(2026, 12, 25), date(2026, 12, 26)),
    ],
    ids=str,
)
def test_the_wait_ends_on_the_day_of_the_policy_and_for_a_senator_a_day_after_60_at_least(
    facts: dict[str, Any], call: date | None, senator: date | None
) -> None:
    day = day_of(case(refused(asked="no"), **facts))
    assert locked_until("consulate_call", day) == call
    assert locked_until("senator", day) == senator
    assert locked_until("representative", day) == senator


def test_a_lock_says_its_rule_what_it_counts_from_and_whose_it_is() -> None:
    day = day_of(OPEN)
    for name, words in (("dos", "at least 60 days"), ("senator", "more than 60 days")):
        lock = lock_of(channel(name), access_of(channel(name), day), day)
        assert lock is not None
        assert lock.because == f"The rule: {words} (the guide, about 2019)."
        assert lock.counted_from == "Counting from Mon 26 Oct 2026, the day of the refusal."
        assert lock.source == "the guide, about 2019"


@pytest.mark.parametrize("name", [*PAGES, "attorney", "uscis_status"])
def test_what_is_no_question_to_a_person_in_office_never_waits_or_rests(name: str) -> None:
    day = day_of(case(refused(asked="no"), contacts=[contact(name, LATER)]))
    assert locked_until(name, day) is None
    assert rest_of(channel(name), day) is None


def test_after_the_passport_was_sent_14_days_take_the_place_of_the_post_s_wait() -> None:
    day = day_of(after("passport_sent"))
    assert locked_until("consulate_call", day) == date(2026, 11, 16)
    assert locked_until("dos", day) == date(2026, 12, 25)


def test_legalnet_counts_from_the_second_contact_that_stayed_without_an_answer() -> None:
    legalnet = channel("legalnet")
    once = day_of(case(refused(), contacts=[contact("consulate_email", SENT)]))
    assert missing_contacts(legalnet, once) == ("two messages to the post without an answer",)
    assert silence(legalnet, once) is None
    called = day_of(
        case(refused(), contacts=[*once.case.contacts, contact("consulate_call", LATER)])
    )
    assert silence(legalnet, called) is None
    mails = [contact("consulate_email", SENT), contact("consulate_email", LATER)]
    twice = day_of(case(refused(), contacts=[*mails, contact("consulate_email", TODAY)]))
    assert missing_contacts(legalnet, twice) == ()
    assert len(silent_contacts(legalnet, twice)) == 3
    lock = silence(legalnet, twice)
    assert lock is not None
    assert (lock.until, lock.source) == (date(2026, 12, 9), legalnet.cited)
    assert "Mon 9 Nov 2026" in lock.counted_from
    assert locked_until("legalnet", twice) == lock.until


@pytest.mark.parametrize(
    ("used", "resting"),
    [
        ("consulate_email", {"consulate_call", "consulate_email"}),
        ("consulate_call", {"consulate_call", "consulate_email"}),
        ("dos", {"dos"}),
        ("senator", {"senator", "representative"}),
        ("ceac", set()),
    ],
)
def test_channels_to_one_body_share_their_rest_of_30_days(used: str, resting: set[str]) -> None:
    day = day_of(case(refused(asked="no"), contacts=[contact(used, SENT), contact(used, LATER)]))
    found = {c.id: rest_of(c, day) for c in RULES.every_channel}
    assert {name for name, rest in found.items() if rest} == resting
    for rest in filter(None, found.values()):
        assert (rest.after.on, rest.until) == (LATER, date(2026, 12, 9))


def test_a_rest_names_its_contact_its_last_day_and_whose_rule_it_is() -> None:
    day = day_of(case(refused(asked="no"), contacts=[contact("consulate_email", LATER)]))
    rest = rest_of(channel("consulate_call"), day)
    assert rest is not None
    until, rule = rest_words(rest, day)
    assert until == "Rests until Wed 9 Dec 2026: you asked by E-mail on Mon 9 Nov 2026."
    assert rule.startswith("The rule: 30 days between two questions to the same office (house")


def test_an_emergency_lifts_the_rest_from_its_day_on() -> None:
    asked = [contact("dos", LATER)]
    for emergency, rests in ((TODAY, False), (date(2026, 12, 13), True)):
        found = case(refused(asked="no"), contacts=asked, emergency=emergency)
        assert bool(rest_of(channel("dos"), day_of(found))) is rests
