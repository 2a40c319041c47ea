"""Rounds and their slips: each letter keeps its own answer to what it asks for."""

from collections.abc import Sequence
from datetime import date

import msgspec

from g221_tui.core.model import Document, Event, YesNo


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


def asks(found: Round, requested: Sequence[Document], today: date) -> YesNo:
    """Whether anything was asked for in the round, by its slips and by what is listed.

    Unknown while the latest slip's answer is; else yes if any slip asked, or anything is listed.

    Args:
        found: The round on the day.
        requested: What slip or post asked for in it, or was carried over into it.
        today: The day.
    """
    if not found.slips:
        return YesNo.YES if requested else YesNo.UNKNOWN
    if _answer(found, len(found.slips) - 1, requested, today) is YesNo.UNKNOWN:
        return YesNo.UNKNOWN
    each = [_answer(found, n, requested, today) for n in range(len(found.slips))]
    return YesNo.YES if requested or YesNo.YES in each else YesNo.NO


def unlisted(found: Round, requested: Sequence[Document], today: date) -> bool:
    """Whether a slip is known to ask for something, and nothing of it is listed yet."""
    return any(
        slip.asked is YesNo.YES and not _listed(found, n, requested, today)
        for n, slip in enumerate(found.slips)
    )


def open_slips(found: Round, requested: Sequence[Document], today: date) -> list[Event]:
    """The slips of which it is not known what they ask, or nothing of it is listed yet."""
    return [
        slip
        for n, slip in enumerate(found.slips)
        if slip.asked is not YesNo.NO and not _listed(found, n, requested, today)
    ]


def of_slip(found: Round, n: int, requested: Sequence[Document], today: date) -> list[Document]:
    """What was asked for by a slip, or after it and before the next one."""
    later = [slip.day for slip in found.slips[n + 1 :]]
    days = {d.id: d.asked_days(today) for d in requested}
    return [
        document
        for document in _listed(found, n, requested, today)
        if not later or not days[document.id] or min(days[document.id]) < later[0]
    ]


def _answer(found: Round, n: int, requested: Sequence[Document], today: date) -> YesNo:
    """What a slip asks for, by what was said of it, or by what is listed since."""
    said = found.slips[n].asked
    if said is YesNo.UNKNOWN and _listed(found, n, requested, today):
        return YesNo.YES
    return said


def _listed(found: Round, n: int, requested: Sequence[Document], today: date) -> list[Document]:
    """What was asked for on the day of a slip or after it; all of the round for the first."""
    if n == 0:
        return list(requested)
    day = found.slips[n].day
    return [d for d in requested if any(on >= day for on in d.asked_days(today))]
