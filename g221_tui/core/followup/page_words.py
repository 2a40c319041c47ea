"""The words of status pages and trackers: which known ones they are, and what those mean.

The user's own words are kept as typed; here they are only compared and explained.
"""

import re
from collections.abc import Iterable
from functools import cache

from g221_tui.core.rulebook.advice import StatusWords
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.lookup import closest
from g221_tui.core.text.phrases import one_line, quoted

BREAK = r"(?=$|[.,:;!(/\n]| [-–—(])"
"""What may follow known words that begin a longer text."""
A_SLIP = 0.8
"""How alike words must be to known ones to be taken for a slip: other words are as likely."""


def explain(words: str, rules: Rules) -> StatusWords:
    """What the words mean; words that are not known get the code `unknown`, never a refusal."""
    return _match(words, rules.status_page.words) or rules.status_page.unknown


def tracker_words(words: str, channel: str, rules: Rules) -> StatusWords | None:
    """What the words of a post's tracker mean; none where they are not known."""
    return _match(words, [w for w in rules.status_page.tracker_words if channel in w.channels])


def meant_words(words: str, channel: str, rules: Rules) -> str:
    """The known words of a channel's page that are nearly these, as the page prints them.

    Nothing where the words are known, and where they are like none: a page may show any words.
    """
    known = _of_channel(channel, rules)
    if not words.strip() or _match(words, known) is not None:
        return ""
    forms = {folded(name): each.title for each in known for name in _names(each)}
    text = folded(words)
    for typed in (text, re.split(BREAK, text, maxsplit=1)[0].strip()):
        if near := closest(typed, forms, alike=A_SLIP):
            return forms[near[0]]
    return ""


def did_you_mean(words: str, channel: str, rules: Rules) -> str:
    """A question where the words are nearly known ones; they are kept as they were typed."""
    near = meant_words(words, channel, rules)
    return f"Did you mean {quoted(near)}?" if near else ""


def _of_channel(channel: str, rules: Rules) -> tuple[StatusWords, ...]:
    """The known words of a channel's page; none where it has no page that one looks at."""
    page = rules.status_page
    if channel in page.channels:
        return page.words
    return tuple(w for w in page.tracker_words if channel in w.channels)


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
