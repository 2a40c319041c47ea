"""The words of status pages and trackers: which known ones they are, and what those mean.

The user's own words are kept as typed; here they are only compared and explained.
"""

import re
from collections.abc import Iterable
from functools import cache

from g221_tui.core.rulebook.advice import StatusWords
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.phrases import one_line

BREAK = r"(?=$|[.,:;!(/\n]| [-–—(])"
"""What may follow known words that begin a longer text."""


def explain(words: str, rules: Rules) -> StatusWords:
    """What the words mean; words that are not known get the code `unknown`, never a refusal."""
    return _match(words, rules.status_page.words) or rules.status_page.unknown


def tracker_words(words: str, channel: str, rules: Rules) -> StatusWords | None:
    """What the words of a post's tracker mean; none where they are not known."""
    known = [w for w in rules.status_page.tracker_words if channel in w.channels]
    return _match(words, known)


def _match(words: str, known_words: Iterable[StatusWords]) -> StatusWords | None:
    """The known words that these are, or begin with."""
    text = folded(words)
    heads = [(folded(name), known) for known in known_words for name in _names(known)]
    for name, known in heads:
        if text == name:
            return known
    for name, known in sorted(heads, key=lambda head: len(head[0]), reverse=True):
        if re.match(re.escape(name) + BREAK, text):
            return known
    return None


def _names(known: StatusWords) -> tuple[str, ...]:
    return (known.title, *known.aliases)


@cache
def folded(words: str) -> str:
    """Small letters, single spaces, the first line apart, no quotes around and no full stop."""
    lines = [one_line(line) for line in words.casefold().splitlines()]
    return "\n".join(line for line in lines if line).strip("\"'“”‘’. ")
