"""A case that follows a post's own word waits exactly as its page says."""

from datetime import timedelta
from typing import Any

import pytest

from core.rulebook.post_facts import FACTS
from core.snapshot.kit import REFUSED, RULES, case, contact, paper, refused, snapshot
from g221_tui.core.model import Case, UsLink
from g221_tui.core.views import ChannelState, ChannelView

CALL_AND_EMAIL = ("consulate_call", "consulate_email")
WAITING = [n for n, fact in FACTS.items() if fact.use == "policy" and fact.kind == "minimum"]
"""The posts that ask to wait."""
SILENT = [name for name, fact in FACTS.items() if fact.use == "policy" and fact.silent]
"""The posts that answer no status questions."""
POLICIES = sorted({*WAITING, *SILENT})


def of(policy: str, **facts: Any) -> Case:
    """A case of which nothing was asked and which lacks nothing."""
    return case(refused(asked="no"), policy=policy, us_link=UsLink.EMPLOYER, us_state="TX", **facts)


def channel(found: Case, name: str, elapsed: int) -> ChannelView:
    """The channel so many days after the refusal."""
    view = snapshot(found, REFUSED + timedelta(days=elapsed))
    return next(c for c in view.channels if c.id == name)


@pytest.mark.parametrize("name", WAITING)
def test_a_post_s_wait_is_locked_the_day_before_and_open_on_the_day(name: str) -> None:
    days, silent = FACTS[name].days, FACTS[name].silent
    for which in ("dos",) if silent else (*CALL_AND_EMAIL, "dos"):
        states = [channel(of(name), which, day).state for day in (days - 1, days, days + 1)]
        assert states == [ChannelState.LOCKED, ChannelState.OPEN, ChannelState.OPEN]
    states = [channel(of(name), "senator", day).state for day in (days, days + 1)]
    assert states == [ChannelState.LOCKED, ChannelState.OPEN]


@pytest.mark.parametrize("name", WAITING)
def test_the_lock_says_the_days_and_names_the_post_s_page_with_its_date(name: str) -> None:
    post = next(post for post in RULES.posts.posts if post.id == name)
    view = channel(of(name), "dos", 10)
    assert f"The rule: at least {FACTS[name].days} days ({post.cited})." in view.because
    assert view.source == post.cited
    assert "more than" in channel(of(name), "senator", 10).because[1]


@pytest.mark.parametrize("name", SILENT)
def test_a_silent_post_closes_call_and_e_mail_for_good_and_says_whose_word_that_is(
    name: str,
) -> None:
    post = next(post for post in RULES.posts.posts if post.id == name)
    for which in CALL_AND_EMAIL:
        for elapsed in (0, 60, 365, 700):
            view = channel(of(name), which, elapsed)
            assert view.state is ChannelState.UNAVAILABLE
            assert post.cited in view.because[0]
            assert view.source == post.cited


@pytest.mark.parametrize("name", sorted(set(SILENT) - set(WAITING)))
def test_a_silent_post_without_days_leaves_the_others_to_the_guide(name: str) -> None:
    guide = RULES.policies["guide"].cited
    assert channel(of(name), "dos", 59).state is ChannelState.LOCKED
    assert channel(of(name), "dos", 60).state is ChannelState.OPEN
    assert channel(of(name), "senator", 60).state is ChannelState.LOCKED
    assert channel(of(name), "senator", 61).state is ChannelState.OPEN
    assert channel(of(name), "dos", 10).source == guide


@pytest.mark.parametrize("name", POLICIES)
def test_the_wait_counts_from_the_app_s_anchor_and_the_rest_is_30_days(name: str) -> None:
    sent = REFUSED + timedelta(days=20)
    found = case(refused(), papers=[paper("Letter", sent)], policy=name)
    first = next(c for c in snapshot(found, sent).channels if c.id == "dos")
    least = FACTS[name].days if name in WAITING else 60
    assert first.opens_on == sent + timedelta(days=least)
    asked = REFUSED + timedelta(days=400)
    resting = of(name)
    resting = case(*resting.events, contacts=[contact("dos", asked)], policy=name)
    states = [
        next(
            c.state for c in snapshot(resting, asked + timedelta(days=n)).channels if c.id == "dos"
        )
        for n in (29, 30)
    ]
    assert states == [ChannelState.RESTING, ChannelState.OPEN]


def test_under_a_post_s_own_word_call_and_e_mail_carry_no_caution_of_180_days() -> None:
    for which in (*CALL_AND_EMAIL, "dos"):
        cautions = channel(of("bogota"), which, 130).cautions
        assert any("180" in line for line in cautions) is (which == "dos")
        assert any("180" in line for line in channel(of("guide"), which, 130).cautions)


def test_the_case_s_own_wait_goes_before_the_post_s_and_an_emergency_before_both() -> None:
    assert channel(of("bern", wait=90), "dos", 90).state is ChannelState.OPEN
    assert channel(of("bern", wait=90), "dos", 89).state is ChannelState.LOCKED
    calm = of("dublin-niv", emergency=REFUSED)
    assert channel(calm, "consulate_email", 5).state is ChannelState.OPEN


@pytest.mark.parametrize("policy", ["guide", "state", "ask-never", "bern"])
def test_a_wait_of_ones_own_below_the_senators_least_is_the_guides_and_no_posts(
    policy: str,
) -> None:
    view = channel(of(policy, wait=30), "senator", 10)
    assert view.because[1] == "The rule: more than 60 days (the guide, about 2019)."
    assert view.source == "the guide, about 2019"
    longer = channel(of(policy, wait=90), "senator", 10)
    assert "more than 90 days (your post, as you recorded it)" in longer.because[1]
