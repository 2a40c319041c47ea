"""How dates that must not be missed are counted, as read from `data/`."""

from g221_tui.core.rulebook.rule import Rule


class Expiry(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of date that must not be missed, taken from a fact."""

    id: str
    fact: str
    title: str
    because: str
    because_over: str = ""
    """The same once the date has passed."""
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
    notice_printed: str
    """What is said of a date that the notice prints: nothing may be added to it."""
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
