"""What the page of a letter says, in its order: what to know first, then the letter."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from g221_tui.core.text import glyphs
from g221_tui.core.text.phrases import several, within_sentence
from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.service.drafts import Draft
from g221_tui.ui.screens.letters.in_hand import LetterInHand

OTHER = "p shows the other letters of this channel."
LEFT_OUT = "Left out, because it is not recorded: {}. Press f to fill it in."
NO_EVENT = (
    "Left out, because no such event is recorded: {what}. {event} on the dashboard records it."
)
OWN_WORDS = "In your own words."
NTH = "This is the {} request to this office."
MASKED = "Names and numbers are masked; {mask} shows them."


class Block(NamedTuple):
    """A part of the page."""

    lines: tuple[str, ...] = ()
    """Texts, each ready to be drawn."""
    heading: str = ""
    style: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    """Labels with their texts."""


def why_none(hand: LetterInHand) -> Iterator[Block]:
    """The page where there is no letter: why, and what there is."""
    yield Block((clean(hand.session.shown(hand.why_none)),))
    if len(hand.purposes) > 1:
        yield Block((OTHER,), heading="Other letters", style="$muted")


def blocks(draft: Draft, *, edited: bool, with_keys: Callable[[str], str]) -> Iterator[Block]:
    """The page of a letter.

    Args:
        draft: The letter.
        edited: Whether its text is the user's own.
        with_keys: Puts the keys in force into a text that names actions.
    """
    first = tuple(map(_mind, filter(None, (draft.early, *_left_out(draft, with_keys)))))
    if first:
        yield Block(first, style="$caution")
    told = [
        NTH.format(draft.nth) if draft.nth else "",
        OWN_WORDS if edited else "",
        with_keys(MASKED) if draft.masked else "",
    ]
    if any(told):
        yield Block(tuple(filter(None, told)), style="$muted")
    pairs = tuple((name, words) for name, words in _heads(draft) if words)
    if pairs:
        yield Block(pairs=pairs)
    yield Block((clean_lines(draft.text),))
    rows = tuple(f"{glyphs.ITEM} {clean(row)}" for row in draft.checklist)
    if rows:
        yield Block(rows, heading=draft.checklist_title)
    if draft.notes:
        yield Block(tuple(map(clean, draft.notes)), heading="Before it goes out")
    if draft.source:
        yield Block((clean(draft.source),), heading="Whose advice", style="$muted")


def _heads(draft: Draft) -> tuple[tuple[str, str], ...]:
    return (("To", draft.to), ("Subject", draft.subject))


def _left_out(draft: Draft, with_keys: Callable[[str], str]) -> Iterator[str]:
    """What is not in it, and how to fill it in."""
    facts = [within_sentence(each.label) for each in draft.missing if each.fact]
    events = [within_sentence(each.label) for each in draft.missing if not each.fact]
    if facts:
        yield LEFT_OUT.format(several(facts))
    if events:
        yield with_keys(NO_EVENT).replace("{what}", several(events))  # a key may be a brace itself


def _mind(text: str) -> str:
    return f"{glyphs.CAUTION} {clean(text)}"
