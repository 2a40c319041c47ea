"""What a receiver gets of a brief: the same records without what is not theirs to read."""

import msgspec

from g221_tui.core.brief.receiver import Receiver
from g221_tui.core.brief.records import Brief, Moment, Paper, Talk
from g221_tui.core.views import View

NOTES, OWN_DATES = "notes", "own_dates"
"""What may stay out, as `Receiver.without` names it."""


class Enclosed(View, frozen=True, kw_only=True):
    """The letter of a packet, as text."""

    title: str
    """What it is."""
    to: str
    """Its address, where it is an e-mail and that is recorded."""
    subject: str
    text: str


class Packet(View, frozen=True, kw_only=True):
    """Everything that one receiver gets."""

    receiver: Receiver
    letter: Enclosed
    brief: Brief
    """Without what stays out."""
    checklist_title: str
    checklist: tuple[str, ...]
    """The rows that the letter brings, then those of the receiver."""


def for_receiver(brief: Brief, receiver: Receiver) -> Brief:
    """The brief without what stays out for that receiver."""
    notes, own = NOTES not in receiver.without, OWN_DATES not in receiver.without
    return msgspec.structs.replace(
        brief,
        facts=tuple(f for f in brief.facts if f.code not in receiver.without_facts),
        moments=tuple(_moment(m, notes=notes) for m in brief.moments if own or not m.own),
        cited=tuple(c for c in brief.cited if own or not c.own),
        papers=tuple(
            _paper(p, notes=notes)
            for p in brief.papers
            if not p.reason or p.reason not in receiver.without_papers
        ),
        talks=tuple(
            _talk(t, notes=notes)
            for t in brief.talks
            if not receiver.bodies or t.body in receiver.bodies
        ),
    )


def _moment(moment: Moment, *, notes: bool) -> Moment:
    return moment if notes else msgspec.structs.replace(moment, note="")


def _paper(paper: Paper, *, notes: bool) -> Paper:
    return paper if notes else msgspec.structs.replace(paper, note="")


def _talk(talk: Talk, *, notes: bool) -> Talk:
    """A contact; what an office said is no note of the applicant's."""
    return talk if notes or talk.theirs else msgspec.structs.replace(talk, words="")
