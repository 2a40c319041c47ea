"""What a snapshot says of the case's post: its own practice, or that none is known."""

from datetime import date
from enum import StrEnum

import msgspec


class PostFound(StrEnum):
    """Whether the practice of the post is known."""

    UNNAMED = "unnamed"
    """No post is recorded."""
    KNOWN = "known"
    OTHER_VISA = "other_visa"
    """Known, but for other visas than that of the case."""
    UNCLEAR = "unclear"
    """The name may mean several posts."""
    UNKNOWN = "unknown"


class PracticeView(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one post for some kinds of visa."""

    id: str
    title: str
    """The post and the visas, for people."""
    place: str
    """The city."""
    visas: tuple[str, ...]
    """The ids of the kinds of visa."""
    policy: str
    """The id of the policy that follows its word; empty where there is none."""
    followed: bool
    """Whether the case follows that policy."""
    says: str
    """What following it would mean, or that it is followed, in a sentence."""
    wait_days: int | None
    """Calendar days that its page gives."""
    wait_kind: str | None
    """`minimum` before asking, or the `usual` length, which changes nothing."""
    silent: bool
    """It says that it answers no question about the status."""
    subject: str
    """What a message to it must hold."""
    subject_line: tuple[str, ...]
    """The subject line it asks for, in its parts, as templates; empty where it names none."""
    facts: tuple[tuple[str, str], ...]
    """All that is known, each with its label; the source is the last."""
    source: str
    as_of: str
    confidence: str
    """`high` or `medium`."""


class PostView(msgspec.Struct, frozen=True, kw_only=True):
    """The post of the case and its own practice."""

    name: str
    """As recorded."""
    found: PostFound
    practices: tuple[PracticeView, ...]
    """What fits the case; several where its visa is not told apart."""
    says: tuple[str, ...]
    """What is worth saying when the post is named: an offer, or that nothing is known."""
    year_until: date | None = None
    """Where a page counts the year for papers from an earlier day: its last safe day."""
    year_warning: str = ""
    """The same as a warning; empty where there is none."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is known, a line each: what it says, then every fact with its label."""
        practices = self.practices
        facts = [
            [each.title, *(f"  {label}: {words}" for label, words in each.facts)]
            for each in practices
        ]
        return (*self.says, *(line for lines in facts for line in lines))
