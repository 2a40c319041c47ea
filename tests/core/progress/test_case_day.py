"""A case on a day: what holds then, who has the file, and the same case on another day."""

from datetime import date, timedelta

import pytest

from core.refusals import refusal
from core.snapshot.kit import REFUSED, RULES, TODAY, case, contact, day_of, happened, refused
from g221_tui.core.model import UsLink, YesNo
from g221_tui.core.progress.case_day import case_day, within_calendar
from g221_tui.errors import Refused

SENT = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("since", "holds"),
    [(None, False), (SENT, True), (TODAY, True), (date(2026, 12, 13), False)],
)
def test_an_emergency_holds_from_its_day_on(since: date | None, holds: bool) -> None:
    assert day_of(case(refused(), emergency=since)).emergency is holds


@pytest.mark.parametrize(
    ("policy", "used"),
    [("guide", "guide"), ("state", "state"), ("ask-never", "ask-never"), ("gone", "guide")],
)
def test_a_policy_that_is_not_there_gives_way_to_the_guide_s(policy: str, used: str) -> None:
    assert day_of(case(refused(), policy=policy)).policy.id == used


@pytest.mark.parametrize(
    ("visa", "centre", "immigrant"),
    [
        ("IR1", "NVC", True),
        ("k-1", "NVC", False),
        ("H-1B", "KCC", False),
        ("DV-2027", "KCC", True),
        ("B1/B2", "NVC or KCC", False),
        ("a word", "NVC or KCC", False),
        ("", "NVC or KCC", False),
    ],
)
def test_the_centre_and_the_kind_follow_from_the_visa_and_nothing_is_guessed(
    visa: str, centre: str, immigrant: bool
) -> None:
    day = day_of(case(refused(), visa=visa))
    assert (day.centre, day.immigrant) == (centre, immigrant)


@pytest.mark.parametrize(
    ("kind", "holder", "words"),
    [
        ("interview", "post", "post"),
        ("petition_returned", "post or pouch", "post or pouch"),
        ("centre_received", "KCC", "KCC"),
        ("uscis_received", "USCIS", "USCIS"),
        ("visa_issued", "nobody", "nobody"),
        ("withdrawn", "nobody", "nobody"),
    ],
)
def test_the_holder_is_that_of_the_stage(kind: str, holder: str, words: str) -> None:
    day = day_of(case(refused(), happened(kind, SENT), visa="H-1B"))
    assert (day.holder, day.holder_words) == (holder, words)


def test_before_the_first_event_nothing_is_known_of_a_holder() -> None:
    day = day_of(case(refused()), date(2026, 10, 25))
    assert (day.holder, day.holder_words, day.standing.since) == (None, "nobody", None)
    assert day.standing.stage.id == "before"


@pytest.mark.parametrize(
    ("conditions", "says"),
    [
        ({}, False),
        ({"us_link": "none"}, True),
        ({"us_link": "self"}, False),
        ({"petition": "no", "us_link": "none"}, True),
        ({"petition": "no"}, False),
        ({"visa": ""}, True),
    ],
)
def test_a_fact_is_what_is_recorded_and_one_of_several_will_do(
    conditions: dict[str, str], says: bool
) -> None:
    day = day_of(case(refused(), us_link=UsLink.NONE, petition=YesNo.UNKNOWN))
    assert day.says(conditions) is says


def test_the_same_case_on_another_day_stands_where_it_stood_then() -> None:
    now = day_of(case(refused(asked="no"), happened("visa_issued", SENT)))
    assert now.standing.stage.id == "issued"
    then = now.on(SENT - timedelta(days=1))
    assert (then.standing.stage.id, then.case) == ("processing", now.case)
    assert then.on(TODAY) == now
    assert now.on(TODAY) is now


def test_another_case_on_the_same_day_stands_by_its_own_events() -> None:
    now = day_of(case(refused(asked="no")))
    other = now.of(case(refused(asked="yes")))
    assert (other.today, other.rules) == (TODAY, RULES)
    assert (now.standing.stage.id, other.standing.stage.id) == ("processing", "documents_due")


def test_a_leap_day_is_a_day_like_others() -> None:
    leap = date(2028, 2, 29)
    day = case_day(case(refused(on=leap)), RULES, leap)
    assert (day.standing.since, day.standing.refused_on) == (leap, leap)
    assert day.on(leap - timedelta(days=1)).standing.since is None


def test_days_beyond_the_calendar_are_refused_in_one_line_that_says_where_to_look() -> None:
    def reckon() -> None:
        with within_calendar():
            _ = date.max + timedelta(days=1)

    said = refusal(Refused, reckon)
    assert "9999" in said
    assert "g221 event list" in said


def test_within_the_calendar_nothing_is_changed_and_other_errors_are_themselves() -> None:
    with within_calendar():
        assert REFUSED + timedelta(days=60) == date(2026, 12, 25)
    with pytest.raises(ValueError, match="day"), within_calendar():
        date(2026, 2, 30)


def test_the_contacts_of_a_day_lie_by_channel_in_order_of_entry() -> None:
    late, early, rang = contact("ceac", TODAY), contact("ceac", SENT), contact("dos", SENT)
    coming = contact("ceac", TODAY + timedelta(days=1))
    day = day_of(case(refused(), contacts=[late, coming, rang, early]))
    assert list(day.contacts_over(("ceac",))) == [late, early]
    assert list(day.contacts_over(("dos", "ceac", "dos"))) == [late, rang, early]
    assert list(day.contacts_over(("senator",))) == []
    assert list(day.contacts_over(())) == []
    assert list(day.on(SENT).contacts_over(("ceac",))) == [early]


def test_a_contact_that_is_recorded_is_one_of_the_same_day() -> None:
    day = day_of(case(refused()))
    asked = contact("dos", TODAY)
    after = day.of(case(refused(), contacts=[asked]))
    assert after.standing is day.standing
    assert list(after.contacts_over(("dos",))) == [asked]
    assert not day.contacts_over(("dos",))
