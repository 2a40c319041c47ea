"""The records of a case, as they are kept in the file.

Dates are calendar dates in the user's own zone; `entered_at` is a UTC timestamp (ISO 8601).
Text is kept raw, as typed. A record is never changed: an edit makes a new one.
"""

from datetime import date

import msgspec

from g221_tui.core.choices import Direction as Direction
from g221_tui.core.choices import Purpose as Purpose
from g221_tui.core.choices import UsLink as UsLink
from g221_tui.core.choices import YesNo as YesNo
from g221_tui.core.field_types import Days, Id, ProgrammeYear
from g221_tui.core.steps import Course, Step, followed, in_order, last_of, requests
from g221_tui.core.steps import DocumentState as DocumentState
from g221_tui.core.steps import Requester as Requester
from g221_tui.errors import FileFault


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record has: an id that is unique in the file, and when it was written."""

    id: Id
    """A case has `1`, `2`, ...; the others a letter for the kind and random characters."""
    entered_at: str = ""
    """When the record was first written: a UTC timestamp, ISO 8601."""


class CaseRecord(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The undated facts of one case; they hold on every day."""

    title: str = ""
    """The user's own name for the case; empty means the visa and the post name it."""
    case_number: str = ""
    """The number on the slip, as typed."""
    post: str = ""
    """The embassy or consulate, as typed."""
    visa: str = ""
    """The visa class, as typed (H-1B, F-1, IR1)."""
    applicant: str = ""
    """Whose case it is."""
    email: str = ""
    """The address the post writes to."""
    phone: str = ""
    """The applicant's phone."""
    passport_number: str = ""
    """The passport's number."""
    application_id: str = ""
    """The DS-160 or DS-260 number (AA...)."""
    receipt_number: str = ""
    """The USCIS receipt number of the petition."""
    slip_colour: str = ""
    """A free label: posts contradict each other, so nothing is inferred."""
    submit_how: str = ""
    """How the slip says to send documents."""
    post_email: str = ""
    """The post's address for questions."""
    post_phone: str = ""
    """The post's phone."""
    post_tracker_url: str = ""
    """Where the post's tracker is."""
    petitioner: str = ""
    """Who filed the petition."""
    birth_date: date | None = None
    """The applicant's birth date."""
    nationality: str = ""
    """The applicant's nationality, as the passport has it."""
    address: str = ""
    """Where the applicant lives."""
    writer: str = ""
    """Who writes the letters, where it is not the applicant."""
    writer_role: str = ""
    """What the writer is to the applicant: employer, spouse, attorney."""
    reasons: tuple[str, ...] = ()
    """Reason codes of `reasons.toml`."""
    tracking: YesNo = YesNo.UNKNOWN
    """Whether the post offers electronic tracking."""
    petition: YesNo = YesNo.UNKNOWN
    """Whether the visa rests on a petition."""
    us_link: UsLink = UsLink.UNKNOWN
    """Who of the case has a link to a US state."""
    us_state: str = ""
    """That state, two letters."""
    policy: str = "guide"
    """The id of the policy whose waits and rests apply."""
    wait: Days | None = None
    """The case's own wait, calendar days, as the post says; empty means the policy's."""
    rest: Days | None = None
    """The case's own rest between two questions, calendar days; empty means the policy's."""
    emergency: date | None = None
    """The day from which a serious illness, injury or death in the immediate family holds."""
    passport_expires: date | None = None
    """The last day of the passport."""
    medical_expires: date | None = None
    """The last day of the medical examination."""
    petition_expires: date | None = None
    """The last day of the approved petition."""
    police_expires: date | None = None
    """The last day of the police certificate."""
    offer_expires: date | None = None
    """The last day of the job offer."""
    programme_starts: date | None = None
    """The first day of the study programme."""
    child_birthday: date | None = None
    """A child's birth date: its 21st birthday ends its place in the case."""
    dv_year: ProgrammeYear | None = None
    """The Diversity Visa programme year."""
    links: tuple["CaseLink", ...] = ()
    """Other cases this one belongs to."""


class CaseLink(msgspec.Struct, frozen=True, kw_only=True):
    """That another case belongs with this one."""

    case: Id
    """The other case's id."""
    kind: str
    """`family` or `parallel`."""


class PostFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What holds at the post that a case was transferred to: nothing of the former post's does."""

    post: str = ""
    """The embassy or consulate, as typed; empty while nobody said which it is."""
    policy: str = "guide"
    """The id of the policy whose waits and rests apply there."""
    wait: Days | None = None
    """The case's own wait there, calendar days."""
    rest: Days | None = None
    """The case's own rest there, calendar days."""
    tracking: YesNo = YesNo.UNKNOWN
    """Whether that post offers electronic tracking."""
    post_email: str = ""
    """Its address for questions."""
    post_phone: str = ""
    """Its phone."""
    post_tracker_url: str = ""
    """Where its tracker is."""


class Event(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A dated fact of the case; the stage is derived from these."""

    case: Id
    """The id of its case."""
    kind: str
    """An event kind of `process.toml`."""
    on: date | None = None
    """The day it happened (for a notice: the date printed on it)."""
    learned: date | None = None
    """The day the applicant learned of it, where that differs."""
    due: date | None = None
    """The date the event sets: an appointment, or the last day to answer."""
    note: str = ""
    """The user's words."""
    asked: YesNo = YesNo.UNKNOWN
    """For a 221(g) slip: whether it asks for documents."""
    letter_deadline: date | None = None
    """For a 221(g) slip: the date printed on its letter for the documents."""
    visa_inside: YesNo = YesNo.UNKNOWN
    """For a returned passport: whether the visa was in it."""
    new_post: PostFacts | None = None
    """For a transfer: the post that has the case now, and what holds there."""
    removed_at: str = ""
    """When it was removed (UTC timestamp); the record stays in the file."""

    @property
    def day(self) -> date:
        """The day that orders the event: the one it happened, else the one it was learned of."""
        if self.on is not None:
            return self.on
        return self.learned if self.learned is not None else date.min


class Document(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A paper to send or a task to do. Its state on a day follows from its dated steps."""

    case: Id
    """The id of its case."""
    name: str
    """What the letter calls it."""
    task: bool = False
    """Whether it is an act (an interview, fingerprints) and not a paper."""
    requested_by: Requester | None = None
    """Who asked for it first; none means it is an extra."""
    reason: str = ""
    """The reason code it belongs to."""
    steps: tuple[Step, ...] = ()
    """Every dated change of its state, each request included."""
    expires_on: date | None = None
    """Its last valid day."""
    original: bool | None = None
    """Whether the original went in (true), a copy (false), or it is not said."""
    route: str = ""
    """How it travelled: e-mail, by mail, drop-off, in person, employer sends, or other words."""
    receipt: str = ""
    """A receipt or tracking number."""
    note: str = ""
    """The user's words."""
    shared: str = ""
    """A mark that the copies of one paper in several cases carry."""
    removed_at: str = ""
    """When it was taken off the list (UTC timestamp); the record stays."""

    @property
    def in_order(self) -> tuple[Step, ...]:
        """Its steps by their days."""
        return in_order(self.steps, self.requested_by)

    def course(self, day: date | None = None) -> Course:
        """How far it has come by its steps up to that day, without a day by all of them."""
        steps = (step for step in self.in_order if day is None or step.on <= day)
        return followed(steps, self.requested_by)

    def last(self, state: DocumentState) -> date | None:
        """The day of its last step of that state; for `requested` that of the latest request."""
        if state is DocumentState.REQUESTED:
            found = self.course().asked
        else:
            found = last_of(self.in_order, state)
        return found.on if found is not None else None

    def asked_days(self, day: date) -> tuple[date, ...]:
        """The days up to that one on which slip or post asked for it."""
        return requests(self.steps, self.requested_by, day)

    @property
    def asker(self) -> Requester | None:
        """Who made the latest request; none for an extra."""
        return self.course().asker


class Contact(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One use of a channel, or one reply."""

    case: Id
    """The id of its case."""
    channel: str
    """A channel id of `channels.toml`."""
    on: date
    """The day of the contact."""
    purpose: Purpose = Purpose.STATUS
    """What it was for."""
    direction: Direction = Direction.OUT
    """Who turned to whom."""
    note: str = ""
    """What was asked or said."""
    answer: str = ""
    """What was answered."""
    status: str = ""
    """The words a status page showed, verbatim."""
    page_created: date | None = None
    """The page's own date "Case Created"."""
    page_updated: date | None = None
    """The page's own date "Case Last Updated"."""
    ref: str = ""
    """A reference or ticket number."""
    with_whom: str = msgspec.field(default="", name="with")
    """Who it was with."""
    when_logged: str = ""
    """The channel's state on that day, before this contact; empty where it is never gated."""
    shared: str = ""
    """A mark that the copies of one contact in several cases carry."""
    early: bool = False
    """Whether that state was `locked` or `resting`."""
    removed_at: str = ""
    """When it was removed (UTC timestamp); the record stays in the file."""


class NamedDeadline(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A date the user named that must not be missed."""

    case: Id
    """The id of its case."""
    name: str
    """The user's word for it."""
    on: date
    """The date itself: its last good day."""
    removed_at: str = ""
    """When it was removed (UTC timestamp); the record stays in the file."""


Removable = Event | Contact | NamedDeadline
"""The records that leave a case when they are removed; a document stays on it, marked."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One visa application refused under 221(g) at one post, with all its records."""

    facts: CaseRecord
    """The undated facts."""
    events: tuple[Event, ...] = ()
    """In order of entry."""
    documents: tuple[Document, ...] = ()
    """In order of entry, removed ones included."""
    contacts: tuple[Contact, ...] = ()
    """In order of entry."""
    deadlines: tuple[NamedDeadline, ...] = ()
    """In order of entry."""
    removed: tuple[Removable, ...] = ()
    """What was removed of the three: kept in the file, and no part of the case."""

    @property
    def id(self) -> str:
        """The case's id."""
        return self.facts.id

    @property
    def listed(self) -> tuple[Document, ...]:
        """The documents that were not taken off the list."""
        return tuple(d for d in self.documents if not d.removed_at)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A record that could not be read: kept as it is in the file, shown as needing attention."""

    table: str
    """The table it lies in."""
    record: str
    """Its id, or its row number where it has none."""
    faults: tuple[str, ...]
    """Each field that is wrong, and how."""
    fields: tuple[str, ...] = ()
    """The names of these fields; none where it is the row as a whole."""

    @property
    def where(self) -> str:
        """The record and its faults in a line."""
        return f"{self.table} {self.record}: {'; '.join(self.faults)}"


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the file holds for the user."""

    cases: tuple[Case, ...] = ()
    """In order of their ids."""
    current: str | None = None
    """The id of the case in hand."""
    problems: tuple[Problem, ...] = ()
    """Records that need attention."""
    read_only: FileFault | None = None
    """Why the file must not be written; none when it may be."""
