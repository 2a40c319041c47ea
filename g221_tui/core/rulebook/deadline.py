"""The dates that must not be missed: what each is, counts from and says, as read from `data/`."""

import msgspec

from g221_tui.core.rulebook.rule import Rule

EXPIRY = "expiry_"
"""What the id of every date on which something of the case expires begins with."""


class Dated(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of date that must not be missed."""

    title: str
    """What it is, in a few words; {braces} are filled from the case."""
    because: str
    """Why it matters, in a sentence or two."""
    whose: str = ""
    """What is shown as its source where the person's own paper or record sets the date."""
    office: str = ""
    """Who must act or receive by then, as channels name bodies; empty where no office must."""

    @property
    def cited(self) -> str:
        """Whose date it is, for people."""
        return self.whose or f"{self.source}, {self.as_of}"


class Expiry(Dated, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date taken from a fact of the case."""

    id: str
    """The id of its deadline without `EXPIRY`."""
    fact: str
    """The field of the case that holds the date, or the year."""
    because_over: str = ""
    """The same as `because` once the date has passed."""
    because_by_advice: dict[str, str] = msgspec.field(default_factory=dict)
    """The same as `because` by the kind of advice that the class of the visa takes."""
    because_over_by_advice: dict[str, str] = msgspec.field(default_factory=dict)
    """The same as `because_over` by the kind of advice."""
    because_gone: dict[str, str] = msgspec.field(default_factory=dict)
    """The same once the petition went back, by the kind of advice."""
    to_renew: bool = False
    """Whether a passed one still needs the applicant, until it is renewed or cleared."""
    estimate: str = ""
    """What is said of it where the year is only taken from the day of the refusal."""
    years: int = 0
    """Calendar years from the fact's date to the expiry."""
    month: int = 0
    """For a fact that is a year: the month of the expiry in it."""
    day: int = 0
    """For a fact that is a year: the day of that month."""


class Deadline(Dated, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date that a rule, a letter or an event sets."""

    id: str
    """As `status --json` names it; `{kind}` is the event kind of a notice."""
    of_papers: bool = False
    """Whether it is the papers that must be in by then."""


class PapersLimit(Deadline, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The limit for the papers of a round, where the letter prints none."""

    years: int
    """Calendar years from the round's first refusal to the limit."""
    last_safe_days: int
    """Days that the last safe day lies before the limit."""
    because_over: str
    """The same as `because` once the day has passed."""
    sent: str
    """What is said of it, and of a letter's date, once everything is sent."""
    none: str
    """Why no limit runs where nothing was asked for."""
    later: str
    """Why none is shown for what was asked for after the last safe day."""


class LetterDate(Deadline, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The date that a letter prints for the papers."""

    later: str
    """Why it is not shown for what was asked for after it."""


class Reinstatement(Deadline, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The end of reinstatement."""

    years: int
    """Calendar years from the refusal."""
    pressed_days: int
    """From how many days before it is the next step of an ended case."""


class NoticeAnswer(Deadline, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The day by which the answer to a notice must have arrived."""

    days: int
    """Calendar days from a notice to the estimate, where no date is recorded."""
    printed: str
    """What is said of a date that the notice prints: nothing may be added to it."""
    estimate: str
    """What is said of an estimate."""
    sent: str
    """What is said of it once the answer is sent."""
    closed: str
    """What is said of an estimate that falls on a day without business: `{closed}`."""
    mailed: str
    """What is said of the days that the mail may add."""


class Warnings(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a deadline warns."""

    days: tuple[int, ...]
    """Calendar days before the date at which a warning rises."""


class Pressing(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a deadline is the next step."""

    urgent_days: int
    """From how many days before it."""
    passed_days: int
    """For how many days a passed expiry stays so, and a passed date of a letter counts."""


class DeadlineRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `deadlines.toml`, a record for each of its tables."""

    papers: PapersLimit
    letter: LetterDate
    """The date printed on the letter for the papers."""
    earlier_letter: Deadline
    """The date of an earlier letter while what it asks for is outstanding; `{record}`: its id."""
    reinstatement: Reinstatement
    notice: NoticeAnswer
    interview: Deadline
    """The appointment that was given."""
    passport: Deadline
    """The day by which the post wants the passport."""
    document: Dated
    """The last valid day of a document."""
    named: Dated
    """A date that the person named."""
    expiries: tuple[Expiry, ...]
    warnings: Warnings
    pressing: Pressing

    @property
    def to_renew(self) -> frozenset[str]:
        """The ids of the expiries that need the applicant also once they have passed."""
        return frozenset(EXPIRY + each.id for each in self.expiries if each.to_renew)

    @property
    def by_events(self) -> dict[str, Deadline]:
        """The deadlines that an event sets for as long as its stage lasts, by their ids."""
        return {each.id: each for each in (self.interview, self.passport)}

    def is_of_papers(self, identity: str, record: str | None) -> bool:
        """Whether it is a deadline by which papers must be in.

        Args:
            identity: Its id.
            record: The record that sets it.
        """
        every = (self.papers, self.letter, self.earlier_letter)
        return any(each.of_papers and each.id.format(record=record) == identity for each in every)
