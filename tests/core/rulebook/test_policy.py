"""The waits of the policies, and how the rules find a policy, a channel, a kind and a stage."""

import pytest

from core.snapshot.kit import RULES
from g221_tui.core.rulebook.policy import WaitRule

ASKED = ("consulate_call", "consulate_email", "dos", "senator")


@pytest.mark.parametrize(
    ("days", "strict", "opens"),
    [
        (60, False, 60),
        (60, True, 61),
        (180, False, 180),
        (180, True, 181),
        (0, False, 0),
        (0, True, 1),
    ],
)
def test_at_least_opens_on_that_day_and_more_than_on_the_next(
    days: int, strict: bool, opens: int
) -> None:
    assert WaitRule(days=days, strict=strict).opens_after == opens


@pytest.mark.parametrize(
    ("policy", "opens"),
    [
        ("guide", (60, 60, 60, 61)),
        ("state", (180, 180, 180, 181)),
        ("ask-never", (60, 60, 60, 61)),
    ],
)
def test_each_policy_has_its_waits(policy: str, opens: tuple[int, ...]) -> None:
    waits = RULES.policies[policy].waits
    assert tuple(waits[name].opens_after for name in ASKED) == opens


@pytest.mark.parametrize("policy", ["guide", "state", "ask-never"])
def test_every_policy_rests_30_days_and_says_whose_rule_that_is(policy: str) -> None:
    found = RULES.policies[policy]
    assert found.rest_days == 30
    assert found.rest_source
    assert found.cited == f"{found.source}, {found.as_of}"


@pytest.mark.parametrize(
    ("policy", "out"),
    [("guide", set()), ("state", set()), ("ask-never", {"consulate_call", "consulate_email"})],
)
def test_a_post_that_answers_nothing_rules_out_call_and_email_with_the_reason(
    policy: str, out: set[str]
) -> None:
    found = RULES.policies[policy].unavailable
    assert set(found) == out
    assert all("answers no status questions" in why for why in found.values())


@pytest.mark.parametrize("policy", ["guide", "state", "ask-never"])
def test_the_wait_of_a_senator_is_more_than_60_days_whatever_the_post_says(policy: str) -> None:
    rule = RULES.policies[policy].waits["senator"]
    assert (rule.strict, rule.own, rule.own_at_least) == (True, True, 60)


@pytest.mark.parametrize(
    ("policy", "moved"),
    [("guide", set(ASKED)), ("state", set(ASKED)), ("ask-never", {"dos", "senator"})],
)
def test_the_wait_of_the_post_moves_every_channel_that_the_post_answers_for(
    policy: str, moved: set[str]
) -> None:
    waits = RULES.policies[policy].waits
    assert {name for name, rule in waits.items() if rule.own} == moved


@pytest.mark.parametrize("policy", ["gone", "", "GUIDE"])
def test_a_policy_that_is_gone_gives_way_to_the_first_which_is_the_guide_s(policy: str) -> None:
    assert RULES.policy(policy).id == "guide"
    assert RULES.policy("state").id == "state"


def test_the_figure_of_the_state_department_is_180_days() -> None:
    assert RULES.state_days == 180
    assert RULES.main_channel == "dos"


def test_a_channel_is_found_among_the_guide_s_and_beyond_them() -> None:
    names = [channel.id for channel in RULES.every_channel]
    assert len(set(names)) == len(names)
    for name in names:
        found = RULES.channel(name)
        assert found is not None
        assert found.id == name
    for unknown in ("", "fax", "DOS"):
        assert RULES.channel(unknown) is None


def test_a_kind_is_found_by_its_id_and_placed_where_the_chart_has_it() -> None:
    for place, kind in enumerate(RULES.event_kinds):
        assert RULES.kind(kind.id) is kind
        assert RULES.place(kind.id) == place
    assert RULES.kind("of_a_later_version") is None
    assert RULES.place("of_a_later_version") == len(RULES.event_kinds)


def test_the_stages_that_stand_for_something_are_found_by_what_they_are() -> None:
    assert RULES.first_stage.id == "before"
    assert RULES.papers_stage(due=True) == "documents_due"
    assert RULES.papers_stage(due=False) == "processing"
    assert RULES.papers_stages == {"documents_due", "processing"}
