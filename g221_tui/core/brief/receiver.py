"""Who a packet is for, as read from `data/packets.toml`: what they take, and what stays out."""

from typing import Annotated, Literal

import msgspec

from g221_tui.core.letters.template import Named
from g221_tui.core.model import Purpose
from g221_tui.core.rulebook.rule import Rule


class Receiver(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One receiver of a packet."""

    id: Named
    """The word that `export packet` takes."""
    title: Named
    """What the packet is, for people: `For a Senator's office`."""
    channel: Named
    """The channel whose rules the letter follows."""
    purposes: Annotated[tuple[Purpose, ...], msgspec.Meta(min_length=1)]
    """What the letter may be for; the first that the case leaves something to write for."""
    template: str = ""
    """The name of a template of the packets' own; empty for the one that `draft` takes."""
    without: tuple[Literal["notes", "own_dates"], ...] = ()
    """What stays out: the applicant's own notes; the dates of their own life."""
    without_facts: tuple[str, ...] = ()
    """Facts that stay out, as `set` names them."""
    without_papers: tuple[str, ...] = ()
    """The reasons whose documents stay out, by their codes."""
    bodies: tuple[str, ...] = ()
    """The offices of whose contacts it holds the log, as channels name them; empty for all."""
    left_out: str = ""
    """What stays out, in a sentence, for the packet and the help; empty where nothing does."""
    because: str
    """Why it is cut so, in a sentence, for the help."""
    checklist: tuple[Named, ...]
    """What belongs to it and is no part of it."""
