"""What a template of a letter is, as its front matter says it."""

from enum import StrEnum
from typing import Annotated

import msgspec

from g221_tui.core.model import Purpose
from g221_tui.core.rulebook.rule import Rule

Named = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that is not empty."""


class Medium(StrEnum):
    """How a text reaches the office."""

    EMAIL = "e-mail"
    LETTER = "letter"
    FORM = "form"
    SCRIPT = "script"


class Signer(StrEnum):
    """Who signs, where nobody else is recorded as the writer."""

    APPLICANT = "applicant"
    PETITIONER = "petitioner"
    CONSTITUENT = "constituent"
    """The one with the link to a US state."""


class LetterTemplate(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One template: for which channels and purposes, and what it asks of the case."""

    title: Named
    """What it makes, for people."""
    channels: Annotated[tuple[Named, ...], msgspec.Meta(min_length=1)]
    """The ids of the channels it is for."""
    purposes: Annotated[tuple[Purpose, ...], msgspec.Meta(min_length=1)]
    """What it is for."""
    medium: Medium
    subject: tuple[Named, ...] = ()
    """The parts of the subject line, each a template; a part that says nothing is left out."""
    to_post: bool = False
    """It goes to the post: the post's own subject line, and its word on answering, hold."""
    signer: Signer = Signer.APPLICANT
    asks: tuple[Named, ...] = ()
    """The facts it wants, in the order in which they are asked for; names of `events` too."""
    asks_petition: tuple[Named, ...] = ()
    """Those it wants where the visa may rest on a petition."""
    asks_if_applicant: tuple[Named, ...] = ()
    """Those it wants where the applicant signs: they are the applicant's own."""
    needs: tuple[Named, ...] = ()
    """The values without which there is nothing to write."""
    needs_because: str = ""
    """Why there is no letter then."""
    needs_typed: str = ""
    """What to record, by a command."""
    needs_in_dashboard: str = ""
    """What to record, by the keys of the dashboard: actions by their ids in braces (`{facts}`)."""
    events: dict[str, str] = msgspec.field(default_factory=dict)
    """More values that are the day of the latest event of a kind: the name and the kind."""
    tried: dict[str, str] = msgspec.field(default_factory=dict)
    """The channels whose earlier questions it lists, and how each is told."""
    notes: tuple[str, ...] = ()
    """What to know before it is sent."""
    note_for_others: str = ""
    """The same, where somebody else than the applicant writes."""
    checklist_title: str = ""
    checklist: tuple[str, ...] = ()
    """What belongs to it and is no part of its text."""
    name: str = ""
    """The name of its file; the file does not say it."""
    where: str = ""
    """Where it lies, for an error; empty for our own."""
    body: str = ""
    """The text itself; it stands below the front matter."""
