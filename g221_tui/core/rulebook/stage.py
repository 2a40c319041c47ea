"""What a stage, an event and a class of visas are, as read from `data/`."""

from typing import Literal

import msgspec

from g221_tui.core.model import YesNo
from g221_tui.core.rulebook.channel import Access
from g221_tui.core.rulebook.rule import Rule

DUE, VISA, PAPERS_ASKED, NEW_POST = "due", "visa", "papers", "post"
"""What only some kinds of event take: a date ahead, what was in a passport, what a slip asks for,
and the post that a case went to."""


class Usual(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a stage usually takes: a figure, never a promise."""

    unit: str
    """`days`, `months` (calendar) or `working_days` (counted out as calendar days)."""
    least: int
    most: int
    whose: str
    """Whose figure it is, as a possessive: `the guide's`."""


class Branch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way the road may go on."""

    label: str
    """When it goes this way, in a few words."""
    stages: tuple[str, ...]
    """The stages on it, in order."""
    petition: bool = False
    """Only where the visa rests on a petition, or it is unknown whether it does."""


class Stage(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage of the case."""

    id: str
    name: str
    meaning: str
    meaning_unknown: str = ""
    """The same where it is unknown whether papers were asked for."""
    holder: str | None = None
    """Who holds the file; `{centre}` is NVC or KCC, by the visa."""
    travels: bool = False
    """The file is on its way, from one to the other."""
    first: bool = False
    """The stage before the first event."""
    end: bool = False
    """Nothing more is waited for."""
    papers: Literal["", "due", "done"] = ""
    """Of the two stages that the papers tell apart: the one while they are due, or after."""
    usual: Usual | None = None
    access: dict[str, Access]
    """By channel id or by group; the id wins."""
    next_kind: str = ""
    """The kind of the next step, where the stage alone decides it before the case ends."""
    next_step: str = ""
    """What is to be done in this stage, where the stage itself says so."""
    next_event: str = ""
    """The event to record once that is done; empty where it is none."""
    next_back: str = ""
    """The same once the passport is back."""
    next_away: str = ""
    """The same while it is not, and the post may be asked where it is."""
    next_over: str = ""
    """The same where reinstatement is not, or no longer, to be had."""
    next_petition: str = ""
    """The same where the visa rests on a petition."""
    next_petition_unknown: str = ""
    """The same where it is unknown whether it does."""
    next_by_advice: dict[str, str] = msgspec.field(default_factory=dict)
    """The same by the kind of advice that the class of the visa takes; it wins."""
    records_first: bool = False
    """What a page said comes before the end: the visa may be there and not recorded."""
    programme_over: bool = False
    """The stage of a case whose programme year is over."""
    papers_rest: bool = False
    """Papers for the post are listed, and ask for nothing."""
    facts_rest: bool = False
    """Facts that are missing for a channel are not asked for."""
    look_first: str = ""
    """The id of the page that is looked at before anybody is asked."""
    answers_notice: bool = False
    """A notice is to be answered, or its answer under review."""
    reinstatable: bool = False
    """An immigrant registration can be reinstated from here."""
    ahead: tuple[Branch, ...] = ()
    """The ways the road may go on from here."""


class PassportBack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What follows from what the person saw in the passport."""

    if_visa: str
    """The stage where the visa is in it, from every stage."""
    if_none: str
    """The stage where it is not."""
    none_after: tuple[str, ...]
    """The stages that this changes; elsewhere nothing changes."""
    assumed_after: tuple[str, ...]
    """The stages after which the visa is taken to be in it, where nothing is said."""
    letter_days: int
    """For how many calendar days it is asked what the letter beside it says."""


class EventKind(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event; its place in the chart is its place in the file."""

    id: str
    title: str
    also: tuple[str, ...] = ()
    """Further words that people have for it."""
    stage: str = ""
    """The stage after it; `papers` leaves it to the documents; empty changes nothing."""
    only_after: tuple[str, ...] = ()
    """Stages from which it changes the stage; empty means from any."""
    usual_after: tuple[str, ...] = ()
    """Stages after which it is no surprise; empty means any."""
    starts_wait: bool = False
    """The wait counts from it."""
    start_words: str = ""
    """What it is called where the wait counts from it: `the refusal`."""
    opens_round: bool = False
    """It opens the first round, and a further one after an event that ends the round."""
    ends_round: bool = False
    """The next refusal after it opens a new round."""
    passport_back: "PassportBack | None" = None
    """For the return of the passport: what follows from whether the visa is in it."""
    passport_away: bool = False
    """The passport is with the post after it, or about to be."""
    moves_post: bool = False
    """Another post has the case from its day on."""
    answers_page: bool = False
    """What a page said before it is no longer news."""
    usual_next: tuple[str, ...] = ()
    """Kinds of events that are no surprise right after it."""
    petition: bool = False
    """It can only happen where the visa rests on a petition."""
    notice: bool = False
    """A notice with two dates: the printed one and the day it was learned of."""
    answered: bool = False
    """It answers a notice: the deadline goes quiet."""
    received: bool = False
    """The answer arrived: the deadline is gone."""
    settles_limits: bool = False
    """After it neither the limit for the papers nor that of reinstatement runs."""
    title_from_note: bool = False
    """The timeline shows its note beside the title."""
    sets: str = ""
    """The id of the deadline that its `due` sets; empty where it sets none."""
    hint: str = ""
    """A sentence for the person who records it."""
    on_label: str = "Date"
    """What a form calls the day of it."""
    due_label: str = "Answer due"
    """What a form calls the date that it sets."""

    def takes(self, field: str) -> bool:
        """Whether more can be said of it than its day: `due`, `visa`, `papers` or `post`."""
        known = {
            DUE: self.notice or bool(self.sets),
            VISA: self.passport_back is not None,
            PAPERS_ASKED: self.opens_round,
            NEW_POST: self.moves_post,
        }
        return known[field]


class VisaClass(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of visas, told by the form of their names."""

    id: str
    title: str
    form: str
    """A regular expression over the name, upper-cased, without spaces and hyphens."""
    written: str = ""
    """The same with its hyphens, where a hyphen tells two classes apart."""
    centre: str = ""
    """Which centre a returned petition goes through."""
    immigrant: bool = False
    petition: YesNo = YesNo.UNKNOWN
    """Whether a visa of it rests on a petition."""
    advice: str = ""
    """Which words its end and its expiries take, where they have several."""
    programme_year: bool = False
    """No visa of it can be issued after the end of its programme year."""
