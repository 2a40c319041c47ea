"""What a brief holds. Texts are whole and raw: they are masked first, then cleaned and cut."""

import datetime

import msgspec

from g221_tui.core.privacy.masking import Masker
from g221_tui.core.views import Origin, View


class Fact(View, frozen=True, kw_only=True):
    """One fact of the case."""

    code: str
    """The name that `set` takes."""
    label: str
    """What it is called."""
    value: str


class Figure(View, frozen=True, kw_only=True):
    """One count, as a reader looks for it first."""

    number: str
    """`47`, `4 of 5`."""
    what: str
    """What is counted, and from which day."""


class Moment(View, frozen=True, kw_only=True):
    """One dated row of the timeline."""

    on: datetime.date
    what: str
    """What happened, or comes, in a few words."""
    note: str = ""
    """The applicant's own words."""
    origin: Origin = Origin.RECORDED
    """Whether it was recorded, follows from a rule, or is an estimate."""
    own: bool = False
    """Whether it is a date of the applicant's own life: an expiry, or one they named."""
    due: bool = False
    """Whether something must be in by then."""


class Told(View, frozen=True, kw_only=True):
    """One step of a document."""

    words: str
    on: datetime.date


class Paper(View, frozen=True, kw_only=True):
    """One document, or one act that was asked for."""

    name: str
    asker: str
    """Who made the latest request, in words; empty for an extra."""
    asked_on: datetime.date | None
    sent: tuple[datetime.date, ...]
    """Every day on which it went in."""
    route: str
    receipt: str
    received_on: datetime.date | None
    now: str
    """Its state in a word."""
    owed: bool
    """Whether it is still with the applicant."""
    original: bool | None
    expires_on: datetime.date | None
    reason: str
    """The code of the reason it belongs to; empty where none is recorded."""
    note: str
    """The applicant's own words."""
    steps: tuple[Told, ...]
    """All its steps, oldest first."""


class Talk(View, frozen=True, kw_only=True):
    """One contact, or several looks at a page that showed the same words."""

    on: datetime.date
    until: datetime.date
    """The day of the last of them."""
    times: int = 1
    body: str
    """Whom the channel reaches, as the rules name them."""
    by: str
    """The name of the channel."""
    way: str
    """Who turned to whom: `asked`, `looked`, `reply`."""
    theirs: bool = False
    """Whether the words below are the office's, not the applicant's."""
    words: str = ""
    """What was asked or said."""
    status: str = ""
    """What a page showed."""
    answer: str = ""
    silent: bool = False
    """Whether it is a question to which no answer is recorded."""
    ref: str = ""
    with_whom: str = ""
    page_updated: datetime.date | None = None
    """The page's own date of its last update."""


class Cited(View, frozen=True, kw_only=True):
    """One rule that the brief goes by."""

    what: str
    """The rule, in a sentence."""
    source: str
    as_of: str
    """When the source said so; empty where the source's words hold it."""
    own: bool = False
    """Whether it stands behind a date of the applicant's own life."""


class Brief(View, frozen=True, kw_only=True):
    """A case on a day, for somebody who reads it for the first time."""

    today: datetime.date
    title: str
    """The visa and the post."""
    stage: str
    """Where it stands, in words."""
    since: datetime.date | None
    """The day on which the stage began."""
    held: str
    """Who has the file; empty where nobody has it."""
    counted: str
    """What the day count counts from, in a sentence; empty where it is the refusal."""
    refused_on: datetime.date | None
    """The refusal of this round."""
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    """Oldest first, those ahead last."""
    papers: tuple[Paper, ...]
    """In order of entry."""
    talks: tuple[Talk, ...]
    """Oldest first, each on its own."""
    cited: tuple[Cited, ...]
    masked: bool = False
    """Whether identifiers are masked."""

    @property
    def behind(self) -> tuple[Moment, ...]:
        """What happened."""
        return tuple(each for each in self.moments if each.origin is Origin.RECORDED)

    @property
    def ahead(self) -> tuple[Moment, ...]:
        """What a rule, a paper or a person puts on a day; the day may have passed."""
        return tuple(each for each in self.moments if each.origin is not Origin.RECORDED)


def masked(brief: Brief, masker: Masker) -> Brief:
    """The brief with every identifier in it masked."""
    facts = tuple(
        msgspec.structs.replace(fact, value=masker.field(fact.code, fact.value))
        for fact in brief.facts
    )
    whole = masker.over(msgspec.structs.replace(brief, facts=()))
    return msgspec.structs.replace(whole, facts=facts, masked=True)
