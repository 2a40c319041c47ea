"""A channel by its id, and a case on which something happened."""

from datetime import date
from typing import Any

from core.snapshot.kit import RULES, case, happened, refused
from g221_tui.core.model import Case
from g221_tui.core.rulebook.channel import Channel

SENT, LATER = date(2026, 11, 2), date(2026, 11, 9)
"""The day on which it happened, and a week later."""
OPEN = case(refused(asked="no"))
"""A case of which nothing was asked."""
PAGES = ("vfs_tracker", "ceac")
"""The pages to look at."""


def channel(name: str) -> Channel:
    """The channel of that id."""
    found = RULES.channel(name)
    assert found is not None
    return found


def after(*kinds: str, **facts: Any) -> Case:
    """A case on which these happened on the day SENT."""
    return case(refused(asked="no"), *(happened(kind, SENT) for kind in kinds), **facts)
