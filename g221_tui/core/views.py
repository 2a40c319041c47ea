"""What a snapshot is made of: the shape every face draws, and the JSON contract.

The names of these fields are the names in `status --json`, all but `attention`. They may be added
to, never renamed.
"""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from g221_tui.core.post_view import PostView
from g221_tui.core.reckoning import Reckoning
from g221_tui.core.road_view import RoadView
from g221_tui.core.status_view import StatusView


class ChannelState(StrEnum):
    """Whether a channel may be used today, decided in this order."""

    CLOSED = "closed"
    UNAVAILABLE = "unavailable"
    LOCKED = "locked"
    NEEDS = "needs"
    RESTING = "resting"
    OPEN = "open"


class Origin(StrEnum):
    """Where a row of the timeline comes from."""

    RECORDED = "recorded"
    RULE = "rule"
    ESTIMATE = "estimate"


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a snapshot."""


class CaseView(View, frozen=True, kw_only=True):
    """Which case it is."""

    id: str
    title: str
    case_number: str
    post: str
    visa: str
    refused_on: date | None
    """This round's refusal."""
    first_refused_on: date | None
    policy: str
    round: int
    label: str
    """The title, else visa and post, else the number of the case: for people."""


NOBODY = "nobody"
"""The holder of a file that nobody holds any more."""


class StageView(View, frozen=True, kw_only=True):
    """Where the case stands."""

    id: str
    name: str
    """The stage in words."""
    meaning: str
    """One sentence: what this stage is."""
    since: date | None
    days: int | None
    """Calendar days since then."""
    holder: str | None
    """Who holds the file."""
    usual_days: tuple[int, int] | None
    """How long this stage usually takes, calendar days, from and to."""
    usual_until: date | None
    usual_source: str
    """Whose figure that is."""
    travels: bool = False
    """Whether the file is on its way, from one to the other."""

    @property
    def usual_from(self) -> date | None:
        """The day from which its usual end may come, where that is a range."""
        if self.since is None or self.usual_days is None or not self.usual_days[0]:
            return None
        return self.since + timedelta(days=self.usual_days[0])

    @property
    def held(self) -> str:
        """Who has the file, `with the post`; empty where nobody has it."""
        if self.travels:
            return "on its way"
        if self.holder is None or self.holder == NOBODY:
            return ""
        return f"with {'the ' if self.holder[0].islower() else ''}{self.holder}"


class WaitView(View, frozen=True, kw_only=True):
    """The wait: day N, and what it counts from."""

    anchor: date | None
    anchor_because: str
    elapsed_days: int | None
    wait_days: int | None
    """The wait of the Department of State channel under the case's policy."""
    days_left: int | None
    """Never below 0."""
    state_department_day_180: date | None
    wait_until: date | None
    """The day on which that wait is over."""


class ChannelView(View, frozen=True, kw_only=True):
    """One way to follow up, decided for one day."""

    id: str
    name: str
    state: ChannelState
    opens_on: date | None
    """Locked, resting: the first day it is neither. Open: the day since when. Else none."""
    days_left: int | None
    because: tuple[str, ...]
    """Why it is so: what, until when, counted from what, whose rule; and for open, since when."""
    source: str
    last_contact: date | None
    """The last outgoing contact, of any purpose."""
    contacts: int
    """Outgoing contacts, of any purpose."""
    cautions: tuple[str, ...]
    human: bool
    """Whether a person answers; the others are pages to look at."""
    is_new: bool
    """Opened today or yesterday, and not used since."""
    missing: tuple[str, ...]
    """Facts that are needed and not known: the names `set` takes."""
    ruled_out_by: tuple[str, ...]
    """Recorded facts that rule it out, as `set` takes them: `us_link=none`."""
    at_hand: tuple[str, ...]
    """What to have ready."""
    ask: tuple[str, ...]
    """What to ask."""
    answers: tuple[str, ...]
    """What the answers mean."""
    contact_details: str
    """Where to turn, where that is recorded or sourced; else empty."""
    closed: str = ""
    """What kind of day it opens on, or today is while it is open, if the office may be closed."""
    if_complete: bool = False
    """Whether its day would hold only if nothing that was asked for were outstanding."""

    @property
    def waits_until(self) -> date | None:
        """The day on which it opens; none where it does not open by itself."""
        waiting = self.state in (ChannelState.LOCKED, ChannelState.RESTING)
        return self.opens_on if waiting else None


class StepView(View, frozen=True, kw_only=True):
    """One dated change of a document's state."""

    state: str
    on: date


class DocumentItem(View, frozen=True, kw_only=True):
    """One document on one day; its dates are those of the latest request."""

    id: str
    name: str
    task: bool
    """An act, not a paper."""
    state: str
    requested: bool
    """Asked for (by slip, post or USCIS), not an extra."""
    requested_by: str | None
    asked_on: date | None
    ready_on: date | None
    submitted_on: date | None
    received_on: date | None
    returned_on: date | None
    waived_on: date | None
    expires_on: date | None
    route: str
    receipt: str
    original: bool | None
    reason: str
    note: str
    outstanding: bool
    """Asked for by slip or post and still with the applicant."""
    steps: tuple[StepView, ...]
    """Every change of its state up to that day, earlier requests included."""


class DocumentsView(View, frozen=True, kw_only=True):
    """The papers."""

    asked: str
    """Whether anything was asked for: yes, no or unknown."""
    requested: int
    outstanding: int
    complete_on: date | None
    """The latest day on which a submission left nothing outstanding."""
    items: tuple[DocumentItem, ...]


class DeadlineView(View, frozen=True, kw_only=True):
    """A date that must not be missed."""

    id: str
    title: str
    """What it is, in a few words."""
    date: date
    days_left: int
    """Calendar days; 0 is today and not overdue; negative when it is."""
    estimate: bool
    quiet: bool
    """Nothing left to do for it but to wait for the confirmation."""
    because: str
    source: str
    level: int | None
    """The warning it has reached, in days left; none before."""
    before_opening: bool
    """It falls before the next channel opens."""
    record: str | None = None
    """The id of the record that sets it; none where a rule or a fact of the case does."""
    office: str = ""
    """Who must act or receive by then, as channels name bodies; empty where no office must."""
    closed: str = ""
    """What kind of day it falls on, if that office may then be closed: `a Saturday`."""
    as_of: str = ""
    """When its source said so; empty where the person's own paper or record sets the date."""
    counts: Reckoning | None = None
    """How the date is reckoned; none where it stands as recorded."""


class RowKind(StrEnum):
    """The kinds of the rows of the timeline that stand for no event."""

    CONTACT = "contact"
    DOCUMENT = "document"
    UNLOCK = "unlock"
    DEADLINE = "deadline"
    USUAL_END = "usual_end"


class TimelineRow(View, frozen=True, kw_only=True):
    """One row of the timeline."""

    date: date
    kind: str
    """The kind of the event; of other rows a `RowKind`."""
    title: str
    origin: Origin
    record: str | None
    """The id of the record behind it; none for rules and estimates."""
    subject: str | None
    """The channel, document or deadline it speaks of; none for events."""
    way: str | None = None
    """For a contact: `reply`, `auto reply`, or what the applicant did (`asked`, `looked`, `sent
    papers`); for a document that is an act: `task`."""
    name: str = ""
    """Of a document or a channel: its name; else empty."""
    words: str = ""
    """What a page said, or the first line of the note; of a document its step; else empty."""


class NextStep(View, frozen=True, kw_only=True):
    """The first answer."""

    kind: str
    text: str
    date: date | None
    subject: str | None
    """The document, channel, deadline or fact it speaks of."""
    command: str = ""
    """The command that records the answer, where one word would not tell it; else empty."""


class AnsweredBy(StrEnum):
    """What records the answer to the next step."""

    NOTHING = ""
    EVENT = "event"
    """A new event."""
    FACT = "fact"
    """A fact of the case, or a field of a record."""


class AttentionView(View, frozen=True, kw_only=True):
    """What asks for attention on that day; not part of the JSON."""

    presses: bool
    """Whether the next step should not be put off."""
    due: tuple[DeadlineView, ...]
    """The deadlines to name beside the next step, soonest first."""
    remarks: tuple[str, ...]
    """The warnings that speak of no deadline; of an ended case what comes back, too."""
    answered_by: AnsweredBy = AnsweredBy.NOTHING
    """What records the answer that the next step asks for."""


class Snapshot(View, frozen=True, kw_only=True):
    """Everything computed for one case on one day; all faces draw this."""

    schema: int = 1
    today: date
    case: CaseView
    stage: StageView
    wait: WaitView
    channels: tuple[ChannelView, ...]
    documents: DocumentsView
    deadlines: tuple[DeadlineView, ...]
    timeline: tuple[TimelineRow, ...]
    next: NextStep
    warnings: tuple[str, ...]
    road: RoadView
    further: tuple[ChannelView, ...]
    """Channels beyond the guide's five and CEAC."""
    notes: tuple[str, ...]
    """What is worth saying once and asks for nothing (why no papers limit runs)."""
    status: StatusView
    """The status page as last seen."""
    attention: AttentionView
    """What asks for attention first."""
    post: PostView
    """The practice of the case's post."""

    @property
    def if_complete(self) -> bool:
        """Whether the day on which asking opens would hold only if nothing were outstanding."""
        return any(channel.if_complete for channel in self.channels)
