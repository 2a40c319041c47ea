"""What a rule is: policies, channels, stages, event kinds and deadlines, as read from `data/`.

Every rule carries whose it is (`source`) and when that was so (`as_of`).
"""

import msgspec

from g221_tui.core.advice import OriginalsRule, ReasonNote, SlipColours, Starter, StatusPage
from g221_tui.core.rule import Rule as Rule
from g221_tui.core.spans import Span


class WaitRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a channel stays locked after the anchor."""

    days: int
    """Calendar days."""
    strict: bool = False
    """Opens only once more than `days` have passed, not on day `days` itself."""
    own: bool = True
    """The case's own wait replaces `days`."""
    own_at_least: int = 0
    """The own wait counts as no less than this, calendar days."""

    @property
    def opens_after(self) -> int:
        """The first elapsed day on which it is open."""
        return self.days + 1 if self.strict else self.days


class Policy(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named set of waits and rests."""

    id: str
    title: str
    rest_days: int
    """Calendar days between two status contacts to the same body."""
    rest_source: str
    """Whose figure the rest is."""
    waits: dict[str, WaitRule]
    """By channel id."""
    unavailable: dict[str, str] = msgspec.field(default_factory=dict)
    """Channels that may not be used, by id, each with the reason."""


class Channel(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to follow up."""

    id: str
    name: str
    """Short, as the drawing of the dashboard has it."""
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
    unanswered_days: int = 0
    """Calendar days from the last of these until it opens."""
    unanswered_to: tuple[str, ...] = ()
    """The channels these contacts went to."""
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
    closed_if: dict[str, str] = msgspec.field(default_factory=dict)
    """Facts that close it: field and value."""
    because: str = ""
    """Why it is closed, and whom to ask instead; or what `after` counts."""
    question: str = ""
    """The one thing to ask in this stage; replaces the channel's own questions."""
    source: str = ""


class Usual(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a stage usually takes: a figure, never a promise."""

    unit: str
    """`days`, `months` (calendar) or `working_days` (counted out as calendar days)."""
    least: int
    most: int
    whose: str
    """Whose figure it is, as a possessive: `the guide's`."""


class Stage(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage of the case."""

    id: str
    name: str
    meaning: str
    holder: str | None = None
    """Who holds the file; `{centre}` is NVC or KCC, by the visa."""
    end: bool = False
    """Nothing more is waited for."""
    papers: bool = False
    """Whether this is one of the two stages that the papers tell apart."""
    usual: Usual | None = None
    access: dict[str, Access]
    """By channel id or by group; the id wins."""
    next_step: str = ""
    """What is to be done in this stage, where the stage itself says so."""
    next_petition: str = ""
    """The same where the visa rests on a petition."""
    next_petition_unknown: str = ""
    """The same where it is unknown whether it does."""
    papers_rest: bool = False
    """Papers for the post are listed, and ask for nothing."""
    facts_rest: bool = False
    """Facts that are missing for a channel are not asked for."""
    answers_notice: bool = False
    """A notice is to be answered, or its answer under review."""
    reinstatable: bool = False
    """An immigrant registration can be reinstated from here."""
    ahead: tuple["Branch", ...] = ()
    """The ways the road may go on from here."""


class Branch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way the road may go on."""

    label: str
    """When it goes this way, in a few words."""
    stages: tuple[str, ...]
    """The stages on it, in order."""
    petition: bool = False
    """Only where the visa rests on a petition, or it is unknown whether it does."""


class VisaClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of visas, told by the form of their names."""

    id: str
    title: str
    form: str
    """A regular expression over the name, upper-cased, without spaces and hyphens."""
    centre: str = ""
    """Which centre a returned petition goes through."""
    immigrant: bool = False
    petition: bool = False


class EventKind(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event; its place in the chart is its place in the file."""

    id: str
    title: str
    stage: str = ""
    """The stage after it; `papers` leaves it to the documents; empty changes nothing."""
    only_after: tuple[str, ...] = ()
    """Stages from which it changes the stage; empty means from any."""
    usual_after: tuple[str, ...] = ()
    """Stages after which it is no surprise; empty means any."""
    starts_wait: bool = False
    """The wait counts from it."""
    opens_round: bool = False
    """It opens the first round, and a further one after an event that ends the round."""
    ends_round: bool = False
    """The next refusal after it opens a new round."""
    asks_visa: tuple[str, ...] = ()
    """Stages after which it is asked whether the visa is in the passport."""
    petition: bool = False
    """It can only happen where the visa rests on a petition."""
    notice: bool = False
    """A notice with two dates: the printed one and the day it was learned of."""
    answered: bool = False
    """It answers a notice: the deadline goes quiet."""
    received: bool = False
    """The answer arrived: the deadline is gone."""
    sets: str = ""
    """The deadline its `due` sets while its stage lasts."""
    hint: str = ""
    """A sentence for the person who records it."""


class Expiry(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of date that must not be missed, taken from a fact."""

    id: str
    fact: str
    title: str
    because: str
    years: int = 0
    """Calendar years from the fact's date to the expiry."""
    month: int = 0
    """For a fact that is a year: the month of the expiry in it."""
    day: int = 0
    """For a fact that is a year: the day of that month."""


class DeadlineRules(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How deadlines are counted and when they warn."""

    papers_years: int
    """Calendar years from the round's first refusal to the limit for the papers."""
    papers_last_safe: int
    """Days the last safe day lies before that limit."""
    papers_title: str
    papers_because: str
    papers_because_over: str
    papers_sent: str
    papers_none: str
    letter_title: str
    letter_because: str
    reinstatement_years: int
    """Calendar years from the refusal to the end of reinstatement."""
    reinstatement_title: str
    reinstatement_because: str
    reinstatement_source: str
    reinstatement_pressed_days: int
    """From how many days before it is the next step of an ended case."""
    notice_days: int
    """Calendar days from a notice to the estimate of its deadline."""
    notice_title: str
    notice_because: str
    notice_estimate: str
    notice_sent: str
    notice_weekend: str
    notice_mailed: str
    notice_source: str
    interview_title: str
    interview_because: str
    interview_source: str
    warn_days: tuple[int, ...]
    """Calendar days before the date at which a warning rises."""
    urgent_days: int
    """From how many days before it the date is the next step."""
    pressed_days: int
    """For how many days a passed expiry stays the next step."""


class Pacing(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When asking again is answered with counsel."""

    windows: dict[str, int]
    """Earlier status contacts (as a number) within so many days bring the counsel."""
    counsel: str


class NextRules(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The order of the first answer, and its sentences."""

    order: tuple[str, ...]
    texts: dict[str, str]


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """All rules together."""

    policies: dict[str, Policy]
    state_policy: str
    """The id of the policy whose `dos` wait is the State Department's own figure."""
    channels: tuple[Channel, ...]
    further: tuple[Channel, ...]
    """Beyond the guide's five and CEAC."""
    stages: dict[str, Stage]
    event_kinds: tuple[EventKind, ...]
    expiries: tuple[Expiry, ...]
    deadlines: DeadlineRules
    pacing: Pacing
    next: NextRules
    visa_classes: tuple[VisaClass, ...]
    reasons: dict[str, str]
    """Reason codes with their titles."""
    reason_notes: dict[str, ReasonNote]
    """Each reason explained, by code."""
    slip_colours: SlipColours
    starters: dict[str, Starter]
    """What is often asked for, by reason code: offered, never assumed."""
    originals: OriginalsRule
    status_page: StatusPage
    spans: dict[str, Span]
    """The days that a date can be, by the kind of date."""
    us_states: dict[str, str]
    """Two letters and the name; DC and the territories included."""
    delegates: tuple[str, ...]
    """Those that send a Delegate to Congress, no Senator."""

    def kind(self, kind: str) -> EventKind | None:
        """The event kind of that id, if the chart has it."""
        return next((k for k in self.event_kinds if k.id == kind), None)

    def place(self, kind: str) -> int:
        """The place of an event kind in the chart; an unknown one comes last."""
        return next(
            (i for i, k in enumerate(self.event_kinds) if k.id == kind), len(self.event_kinds)
        )

    def channel(self, channel: str) -> Channel | None:
        """The channel of that id, if there is one."""
        return next((c for c in self.every_channel if c.id == channel), None)

    @property
    def every_channel(self) -> tuple[Channel, ...]:
        """The guide's, CEAC and the further ones."""
        return self.channels + self.further

    def policy(self, policy: str) -> Policy:
        """The policy of that id, or the first one where a case names one that is gone."""
        return self.policies.get(policy) or next(iter(self.policies.values()))

    @property
    def state_days(self) -> int:
        """The State Department's own figure for the wait, calendar days."""
        return self.policies[self.state_policy].waits["dos"].days
