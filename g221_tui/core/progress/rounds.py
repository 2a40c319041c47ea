"""Rounds and their slips: each letter keeps its own answer to what it asks for."""

from collections.abc import Sequence
from datetime import date

import msgspec

from g221_tui.core.model import Document, Event, YesNo
from g221_tui.core.progress.documents.requests import requests_on


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """From one refusal at the post to the next return to USCIS or new interview."""

    n: int
    """Counts from 1."""
    slips: tuple[Event, ...] = ()
    """The refusal that opened it and every further slip in it, in order."""

    @property
    def refusal(self) -> Event | None:
        """The refusal that opened it; none before the first."""
        return self.slips[0] if self.slips else None

    @property
    def latest(self) -> Event | None:
        """The latest slip of it."""
        return self.slips[-1] if self.slips else None

    @property
    def later_since(self) -> date | None:
        """The day a further round began; none in the first."""
        return self.slips[0].day if self.slips and self.n > 1 else None

    def until(self, day: date) -> "Round":
        """The round as it was on that day."""
        return Round(n=self.n, slips=tuple(slip for slip in self.slips if slip.day <= day))

    @property
    def slips_so_far(self) -> "SlipsSoFar":
        """What its slips say of what they ask for."""
        found = SlipsSoFar()
        for slip in self.slips:
            found = found.after(slip)
        return found


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What is listed of what was asked for in a round."""

    some: bool
    """Whether anything is."""
    latest: date | None = None
    """The latest day on which slip or post asked for something of it."""


class SlipsSoFar(msgspec.Struct, frozen=True):
    """What the slips of a round say of what they ask for; made slip by slip."""

    first: Event | None = None
    """The one that opened the round."""
    latest: Event | None = None
    """The latest one."""
    asking: Event | None = None
    """The latest one that is known to ask for something."""

    def after(self, slip: Event) -> "SlipsSoFar":
        """The same with a later slip."""
        asking = slip if slip.asked is YesNo.YES else self.asking
        return SlipsSoFar(self.first or slip, slip, asking)

    def asks(self, listed: Listed) -> YesNo:
        """Whether anything was asked for, by these slips and by what is listed.

        Unknown while the latest slip's answer is; else yes if any slip asked, or anything is
        listed.
        """
        if self.latest is None:
            return YesNo.YES if listed.some else YesNo.UNKNOWN
        if self.latest.asked is YesNo.UNKNOWN and not self.is_listed(self.latest, listed):
            return YesNo.UNKNOWN
        return YesNo.YES if listed.some or self.asking is not None else YesNo.NO

    def unlisted(self, listed: Listed) -> bool:
        """Whether a slip is known to ask for something, and nothing of it is listed yet.

        What is listed for the latest that asks is listed for those before it.
        """
        known = [slip for slip in (self.first, self.asking) if slip is not None]
        return any(slip.asked is YesNo.YES and not self.is_listed(slip, listed) for slip in known)

    def is_listed(self, slip: Event, listed: Listed) -> bool:
        """Whether something was asked for on its day or later; all of the round for the first."""
        if slip is self.first:
            return listed.some
        return listed.latest is not None and listed.latest >= slip.day


def _all_listed(requested: Sequence[Document], today: date) -> Listed:
    days = (on for document in requested for on in document.asked_days(today))
    return Listed(some=bool(requested), latest=max(days, default=None))


def open_slips(found: Round, requested: Sequence[Document], today: date) -> list[Event]:
    """The slips of which it is not known what they ask, or nothing of it is listed yet."""
    so_far, listed = found.slips_so_far, _all_listed(requested, today)
    return [
        slip
        for slip in found.slips
        if slip.asked is not YesNo.NO and not so_far.is_listed(slip, listed)
    ]


def of_slip(found: Round, place: int, documents: Sequence[Document], today: date) -> list[Document]:
    """Those of these documents that a slip asked for, or that were asked for before the next slip.

    What the post had, or no longer wanted, and what was asked for anew is the later slip's.

    Args:
        found: The round on the day.
        place: The place of the slip in it.
        documents: Some of what was asked for in it.
        today: The day.
    """
    # All that was asked for before it was known to be is the first slip's.
    since = found.slips[place].day if place else date.min
    until = found.slips[place + 1].day if place + 1 < len(found.slips) else date.max
    theirs = ((document, requests_on(document, today)) for document in documents)
    return [each for each, asked in theirs if asked.first < until and asked.latest >= since]
