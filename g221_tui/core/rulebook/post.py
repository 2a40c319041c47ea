"""What a post's own page says: how long to wait, whether it answers, papers, its year, its tracker.

Read from `data/posts.toml` and from the user's own file beside it. Nothing of it is ever set
unasked: the user picks the policy that a post's word gives.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from g221_tui.core.rulebook.policy import Policy, WaitRule
from g221_tui.core.rulebook.rule import Rule

Named = Annotated[str, msgspec.Meta(min_length=1)]
Days = Annotated[int, msgspec.Meta(ge=1)]


class VisaKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the kinds of visa that the posts tell apart."""

    id: str
    """As posts call it: NIV, IV."""
    title: str
    """In words, within a sentence."""
    classes: tuple[str, ...]
    """The ids of the visa classes it is."""
    forms: tuple[str, ...]
    """The ids of the forms of number that tell it."""
    pages: tuple[str, ...]
    """The kinds whose pages speak of it as well."""


class Wait(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of days that a post's page gives."""

    days: Days
    """Calendar days."""
    kind: Literal["minimum", "usual"]
    """`minimum`: before that nobody should ask; `usual`: only how long it mostly takes."""
    words: Named
    """What the page says, in our words."""


class Year(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The year for the papers as the post's page counts it."""

    counts_from: Named
    """The day it counts from, as the page says: a name of `counted_from`."""
    words: str = ""
    """What else the page says of it."""


class CountedFrom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day from which a page counts the year for papers."""

    words: str
    """What it is called."""
    lies: Literal["earlier", "same", "later", "unsaid"]
    """Where it lies beside the day of the refusal, from which our own date counts."""
    latest: str = ""
    """What is said of a date that is counted from the interview, where the day may lie before."""


class Post(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of one post for some kinds of visa."""

    id: Named
    """Also the id of the policy, where it gives one."""
    places: Annotated[dict[str, tuple[str, ...]], msgspec.Meta(min_length=1)]
    """The cities it speaks of, each with the other names it is known by."""
    country: Named
    country_names: tuple[str, ...] = ()
    """Other names of the country, its code among them."""
    whole_country: bool = False
    """For these visas the country has no other post: its name alone means this one."""
    visas: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    """The ids of the kinds of visa."""
    covers: str = ""
    """Which cases the page is about, where that is narrower."""
    use: Literal["policy", "notice"]
    """`policy`: its word may be followed as a policy; `notice`: it is only shown."""
    confidence: Literal["high", "medium"]
    """`high`: the page of the post or of its contractor; `medium`: a copy, or a third party."""
    silent: bool = False
    """The page says that no question about the status is answered."""
    wait: Wait | None = None
    answers: str = ""
    """What it says of questions about the status."""
    ask: str = ""
    """By which way it takes questions."""
    subject: str = ""
    """What a message to it must hold."""
    subject_line: tuple[str, ...] = ()
    """The subject line it asks for, in its parts, each with the names that letters know."""
    papers: str = ""
    """Where and how papers go in."""
    year: Year | None = None
    tracker: str = ""
    """Where it shows how a case stands."""
    notes: tuple[str, ...] = ()

    @property
    def least_days(self) -> int | None:
        """The days before which it wants no question; none where it names none to be followed."""
        if self.use != "policy" or self.wait is None or self.wait.kind != "minimum":
            return None
        return self.wait.days

    @property
    def has_policy(self) -> bool:
        """Whether its word can be followed as a policy."""
        return self.use == "policy" and (self.silent or self.least_days is not None)

    @property
    def word(self) -> str:
        """What its word amounts to: `silent`, `wait`, or `both`; the keys of the sentences."""
        if self.silent:
            return "silent" if self.least_days is None else "both"
        return "wait"

    @property
    def name(self) -> str:
        """Its cities."""
        return ", ".join(self.places)


class Posts(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """The posts whose own practice is known, and how they are named and spoken of.

    Two are one only where they are the same object, so that what a name means can be kept.
    """

    plain_words: tuple[str, ...]
    """Words beside the name of a city that name no other place: embassy, consulate, section."""
    kinds: tuple[VisaKind, ...]
    held: str
    """The kind of the event that tells the day of the interview."""
    counted_from: dict[str, CountedFrom]
    """The days that a page's year may count from, by name."""
    labels: dict[str, str]
    """What each fact of a post is called."""
    texts: dict[str, str]
    """The sentences; {braces} are filled from the post and the case."""
    posts: tuple[Post, ...]

    @property
    def place_names(self) -> frozenset[str]:
        """Every name of a city or a country in them."""
        cities = {name for post in self.posts for name in post.places}
        others = {name for post in self.posts for them in post.places.values() for name in them}
        countries = {name for p in self.posts for name in (p.country, *p.country_names)}
        return frozenset(cities | others | countries)

    def earlier(self, post: Post) -> CountedFrom | None:
        """The day its page counts the year from, where that lies before the refusal."""
        found = self.counted_from[post.year.counts_from] if post.year is not None else None
        return found if found is not None and found.lies == "earlier" else None

    def fault(self, post: Post) -> str:
        """Which of its words is no known one; empty where all are known."""
        kinds = [kind.id for kind in self.kinds]
        if unknown := [visa for visa in post.visas if visa not in kinds]:
            return f"visas: '{unknown[0]}' is none of {', '.join(kinds)}"
        if post.year is not None and post.year.counts_from not in self.counted_from:
            known = ", ".join(self.counted_from)
            return f"year.counts_from: '{post.year.counts_from}' is none of {known}"
        return ""

    def visas_of(self, post: Post) -> str:
        """The kinds of visa that a post's page speaks of, in words."""
        titles = " and ".join(kind.title for kind in self.kinds if kind.id in post.visas)
        return f"{titles}; {post.covers}" if post.covers else titles


GUIDE, SILENT = "guide", "ask-never"
"""The policy whose waits hold where a post names none, and that of posts that answer nothing."""


def policies_of(posts: Posts, known: Mapping[str, Policy]) -> dict[str, Policy]:
    """The policies that the posts' own words give, by their ids.

    Args:
        posts: The posts.
        known: The policies that come with the package, by their ids.
    """
    guide, silent = known[GUIDE], known[SILENT]
    named = [post for post in posts.posts if post.has_policy]
    return {post.id: policy_of(post, posts, guide, silent) for post in named}


def policy_of(post: Post, posts: Posts, guide: Policy, silent: Policy) -> Policy:
    """The policy that follows a post's own word.

    Args:
        post: What is known of the post.
        posts: The sentences.
        guide: The policy whose waits hold where the post names none.
        silent: The policy of posts that answer no questions about the status.
    """
    base, least = silent if post.silent else guide, post.least_days
    waits = {channel: _wait(rule, least, guide.cited) for channel, rule in base.waits.items()}
    key = f"title_{post.word}"
    why = posts.texts["unavailable"].format(post=post.name, source=post.cited, policy=post.id)
    return Policy(
        id=post.id,
        title=posts.texts[key].format(post=post.name, n=least, visas=", ".join(post.visas)),
        source=post.source,
        as_of=post.as_of,
        rest_days=base.rest_days,
        rest_source=base.rest_source,
        waits=waits,
        unavailable=dict.fromkeys(base.unavailable, why),
        of_post=True,
    )


def _wait(rule: WaitRule, least: int | None, guide: str) -> WaitRule:
    """The wait of a channel: the post's days, never below what the rule asks for at least."""
    if least is None or least < rule.own_at_least:
        return msgspec.structs.replace(rule, source=guide)
    return msgspec.structs.replace(rule, days=least)
