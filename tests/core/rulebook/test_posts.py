"""The posts that come with the package: every row is complete, and says what the table says."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from core.rulebook.post_facts import FACTS
from core.snapshot.kit import RULES
from g221_tui.core.rulebook.post import Post
from g221_tui.rules import DATA

ROWS = {row["id"]: row for row in tomllib.loads((DATA / "posts.toml").read_text("utf-8"))["posts"]}
NAMES = ("id", "places", "country", "country_names")
"""What of a row is names, which hold no facts."""
POSTS = {post.id: post for post in RULES.posts.posts}
ASKED = ("consulate_call", "consulate_email", "dos", "senator")


def texts(value: object) -> Iterator[str]:
    """Every text and number within a row."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)
    else:
        yield str(value)


def test_every_row_is_read_and_is_in_the_table() -> None:
    assert list(POSTS) == list(ROWS) == list(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_a_row_says_what_the_table_says(name: str) -> None:
    post, fact = POSTS[name], FACTS[name]
    wait, year = post.wait, post.year
    assert (wait.days if wait else 0, wait.kind if wait else "") == fact[:2]
    assert (post.silent, year.counts_from if year else "") == (fact.silent, fact.year_from)
    assert (" ".join(post.visas), post.use) == (fact.visas, fact.use)


@pytest.mark.parametrize("name", FACTS)
def test_no_number_of_a_row_is_another_than_in_the_table(name: str) -> None:
    told = " ".join(texts({k: v for k, v in ROWS[name].items() if k not in NAMES}))
    assert " ".join(re.findall("[0-9]+", told)) == FACTS[name].numbers


def test_beside_the_rows_stand_no_numbers_but_the_year_of_the_list_and_its_twelve_months() -> None:
    table = tomllib.loads((DATA / "posts.toml").read_text("utf-8"))
    del table["posts"]
    assert re.findall("[0-9]+", " ".join(texts(table))) == ["2026", "12"]


@pytest.mark.parametrize("post", POSTS.values(), ids=list(POSTS))
def test_a_row_has_its_source_its_date_and_words_to_show(post: Post) -> None:
    assert post.source
    assert post.as_of
    assert RULES.posts.fault(post) == ""
    shown = (post.answers, post.ask, post.papers, post.tracker, *post.notes)
    assert any(shown) or post.year
    assert not post.papers.endswith(".")


def test_no_row_holds_an_e_mail_address_a_path_or_a_telephone_number() -> None:
    told = " ".join(texts(list(ROWS.values())))
    assert "@" not in told
    assert "/home" not in told
    assert re.findall(r"\+[0-9]", told) == []


def test_a_policy_is_made_of_a_minimum_or_of_no_answers_and_of_nothing_else() -> None:
    made = {
        name
        for name, fact in FACTS.items()
        if fact.use == "policy" and (fact.silent or fact.kind == "minimum")
    }
    assert {policy.id for policy in RULES.policies.values() if policy.of_post} == made
    assert set(RULES.policies) == {"guide", "state", "ask-never", *made}
    assert {"hcmc-iv", "kualalumpur-iv", "kuwait-niv", "kingston-niv"} & made == set()


@pytest.mark.parametrize("name", [p.id for p in RULES.policies.values() if p.of_post])
def test_the_policy_of_a_post_has_its_days_its_source_and_the_usual_rest(name: str) -> None:
    policy, post, fact = RULES.policies[name], POSTS[name], FACTS[name]
    least = fact.days if fact.kind == "minimum" else 60
    waits = {channel: rule.opens_after for channel, rule in policy.waits.items()}
    assert tuple(waits[channel] for channel in ASKED[2:]) == (least, max(60, least) + 1)
    if not fact.silent:
        assert (waits["consulate_call"], waits["consulate_email"]) == (least, least)
    assert set(policy.unavailable) == (set(ASKED[:2]) if fact.silent else set())
    assert policy.cited == post.cited
    assert policy.rest_days == 30


def test_where_a_post_names_no_days_the_wait_is_the_guide_s_and_says_so() -> None:
    for name in ("dublin-niv", "london-niv", "chennai-niv"):
        assert RULES.policies[name].waits["dos"].source == RULES.policies["guide"].cited
    assert RULES.policies["bern"].waits["dos"].source == ""


def test_every_class_of_visa_is_of_one_kind_that_posts_know() -> None:
    classes = sorted(name for kind in RULES.posts.kinds for name in kind.classes)
    assert classes == sorted(found.id for found in RULES.visa_classes)
