"""The rules of the wait: policies with their waits and rests, pacing, and the next step.

Every rule carries whose it is (`source`) and when that was so (`as_of`).
"""

import msgspec

from g221_tui.core.rulebook.rule import Rule


class WaitRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a channel stays locked after the anchor."""

    days: int
    """Calendar days."""
    strict: bool = False
    """Opens only once more than `days` have passed, not on day `days` itself."""
    own: bool = True
    """The case's own wait replaces `days`."""
    own_at_least: int = 0
    """The own wait counts as no less than this, calendar days."""
    own_at_least_source: str = ""
    """Whose figure that is, and when that was so."""
    source: str = ""
    """Whose figure it is, and when that was so, where it is not the policy's."""

    @property
    def opens_after(self) -> int:
        """The first elapsed day on which it is open."""
        return self.days + 1 if self.strict else self.days


class Policy(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named set of waits and rests."""

    id: str
    title: str
    rest_days: int
    """Calendar days between two status contacts to the same body."""
    rest_source: str
    """Whose figure the rest is."""
    waits: dict[str, WaitRule]
    """By channel id."""
    unavailable: dict[str, str] = msgspec.field(default_factory=dict)
    """Channels that may not be used, by id, each with the reason."""
    of_post: bool = False
    """It is the post's own word: the State Department's figure is no caution beside it."""


class Pacing(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When asking again is answered with counsel."""

    windows: dict[str, int]
    """Earlier status contacts (as a number) within so many days bring the counsel."""
    counsel: str


class NextRules(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The order of the first answer, and its sentences."""

    order: tuple[str, ...]
    pressing: tuple[str, ...]
    """The kinds that should not be put off: `next --check` ends with 4 for them."""
    texts: dict[str, str]
    absent: dict[str, str] = msgspec.field(default_factory=dict)
    """Why a kind does not apply, by the kind; `{urgent}` is the days from which a date presses."""
