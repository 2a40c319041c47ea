"""What a channel is, and how it stands in a stage, as read from `data/`."""

import msgspec

from g221_tui.core.rulebook.rule import Rule


class Channel(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to follow up."""

    id: str
    name: str
    """Short, as the drawing of the dashboard has it."""
    also: tuple[str, ...] = ()
    """Further words that people have for it."""
    human: bool
    """Whether a person answers."""
    group: str
    """`post`, `escalation` or `trackers`: how a stage speaks of it."""
    body: str
    """Who is asked; channels to one body share their rest."""
    needs: tuple[str, ...] = ()
    """Facts that must be known."""
    unavailable_if: dict[str, str] = msgspec.field(default_factory=dict)
    """Facts that rule it out: field and value."""
    unavailable_because: str = ""
    """Which fact, and how to change it."""
    caution_if: dict[str, str] = msgspec.field(default_factory=dict)
    """Facts that call for a caution: field and value."""
    caution: str = ""
    invite: str = ""
    """The next step when it is open and unused."""
    main: bool = False
    """Its wait is shown as the wait of the case, and every policy has to name it."""
    gentleness: int = 0
    """Lower is tried first."""
    at_hand: tuple[str, ...]
    ask: tuple[str, ...]
    answers: tuple[str, ...]
    contact: str = ""
    """Where to turn, where a source names it."""
    contact_fact: str = ""
    """The fact that records where to turn."""
    looking: bool = False
    """Looking at a page is not asking."""
    free: bool = False
    """A person answers, and neither wait nor rest nor pacing apply."""
    after_end: bool = False
    """Open also after the end of the case."""
    wait_as: str = ""
    """The channel whose wait applies to it."""
    only_stages: tuple[str, ...] = ()
    """The stages in which it has anything to answer; empty means all."""
    only_stages_because: str = ""
    only_centre: str = ""
    """The centre whose petitions it answers about."""
    only_centre_because: str = ""
    unanswered: int = 0
    """How many contacts must have stayed without an answer before it opens."""
    direct_classes: tuple[str, ...] = ()
    """The classes of visa whose questions need no such contacts."""
    unanswered_days: int = 0
    """Calendar days from the last of these until it opens."""
    unanswered_to: tuple[str, ...] = ()
    """The channels these contacts went to: of these a copy can be enclosed."""
    answered_by: tuple[str, ...] = ()
    """The channels over which an answer to them may come."""
    unanswered_because: str = ""
    caution_always: str = ""


class Access(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a channel stands while a case is in a stage."""

    mode: str
    """`rules`, `open`, `closed`, or `after` (locked until `days` after the stage began)."""
    days: int = 0
    """For `after`: calendar days."""
    until_event: str = ""
    """Closed from the day of this event on."""
    until_because: str = ""
    """Why it is closed then."""
    closed_if: dict[str, str] = msgspec.field(default_factory=dict)
    """Facts that close it: field and value."""
    while_reinstatable: bool = False
    """Closed once the registration can't be reinstated any more."""
    of_status: bool = True
    """Whether the question is about the status: it rests, and a post may answer none."""
    because: str = ""
    """Why it is closed, and whom to ask instead; or what `after` counts."""
    question: str = ""
    """The one thing to ask in this stage; replaces the channel's own questions."""
    source: str = ""
