"""What the data say of reasons, slip colours, starter lists, originals and the status page.

None of it decides anything: it explains what the letter or the page says, and offers.
"""

from typing import Literal

import msgspec

from g221_tui.core.rulebook.rule import Rule


class ReasonNote(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reason of a 221(g) slip, explained."""

    title: str
    also: tuple[str, ...] = ()
    """Further words that people have for it."""
    who: str
    """Who acts."""
    what: str
    """What it is, in a sentence or two."""
    held: str = ""
    """That no question moves it, nor a usual time; empty where that is not so."""


class SlipReading(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one source says about slip colours."""

    where: str
    says: str


class SlipColours(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The colours of slips: a free label, from which nothing is inferred."""

    note: str
    """Why nothing is inferred."""
    readings: tuple[SlipReading, ...]
    """What different sources say; they contradict each other."""


class StarterItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is often asked for."""

    name: str
    task: bool = False
    """Whether it is an act, to be done, and not a paper to send."""
    hint: str = ""
    who: Literal["applicant", "employer", "petitioner", "post"]
    """Who has it to give."""
    original: Literal["yes", "no", "-"]
    """Whether the original usually goes in; `-`: the letter decides."""


class Starter(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is often asked for under one reason: offered, never assumed."""

    documents: tuple[StarterItem, ...] = ()
    why_none: str = ""
    """Why there is nothing to offer, where the list is empty."""


class OriginalsRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which originals come back after a final refusal."""

    ends: tuple[str, ...]
    """The stages after which originals are expected back."""
    goes_to_uscis: str
    """A pattern for the name of the paper that does not come back."""
    back: str
    """The sentence before the names."""
    kept: str
    """What the post may keep."""
    kept_immigrant: str
    """The same in an immigrant case."""
    uscis: str
    """Where the paper of that pattern goes."""


class StatusWords(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of the status page and what they mean in a 221(g) case."""

    code: str
    title: str
    """The words as the page prints them."""
    aliases: tuple[str, ...] = ()
    """Other forms in which they are seen or typed."""
    meaning: str
    """One sentence, without a verdict."""
    confidence: Literal["high", "medium", "low"]
    """How well the sources support the meaning."""
    channels: tuple[str, ...] = ()
    """The trackers that print them; empty for the words of the status page."""
    act_now: bool = False
    """Whether such words want something of the applicant before a day that they don't tell."""
    suggests: str = ""
    """The event that such words speak of, to be recorded by whoever is sure of it."""


class StatusPage(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The status page and its words."""

    channels: tuple[str, ...]
    """The channels on which the page is looked at."""
    touched: str
    """What a changed date means."""
    suggestion: str
    """The sentence that suggests it; {braces} are filled from the case."""
    act: str
    """The sentence of words that want something of the applicant; {braces} likewise."""
    unknown: StatusWords
    """What is said of words that are not known."""
    words: tuple[StatusWords, ...]
    trackers: tuple[str, ...] = ()
    """The channels on which posts keep trackers of their own."""
    tracker_words: tuple[StatusWords, ...] = ()
    """The words of those trackers that speak of an event."""
