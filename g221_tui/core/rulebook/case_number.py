"""The forms of the numbers on the papers, as read from `data/`."""

import re

from g221_tui.core.rulebook.rule import Rule


class NumberForm(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One form of a number that people enter as the case number."""

    id: str
    form: str
    """A regular expression over the number, upper-cased, without spaces and hyphens."""
    usual: str = ""
    """The same, as numbers of this form usually are; empty where nothing more is known."""
    warning: str = ""
    """What is said where it is another office's number."""
    programme_year: bool = False
    """Whether it begins with the four digits of a programme year."""
    year_first: bool = False
    """Whether it begins with the four digits of the interview's year."""


class CaseNumbers(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The known forms, and what is said of an unusual number."""

    unknown: str
    """What is said of a number of no known form."""
    unusual: str
    """What is said of a number of a known form that is not as such numbers usually are."""
    other_year: str
    """What is said where it begins with another `{year}` than the `{first}` of the case."""
    forms: tuple[NumberForm, ...]
    """In the order in which they are tried."""

    def form_of(self, number: str) -> NumberForm | None:
        """The first form that a number fits; none where it fits no known one."""
        digits = bare(number)
        return next((f for f in self.forms if re.fullmatch(f.form, digits, re.ASCII)), None)


def bare(number: str) -> str:
    """A number without spaces and hyphens, upper-cased."""
    return re.sub(r"[\s-]", "", number).upper()


def year_of(number: str) -> int:
    """The year that a number begins with, where its form says that it does."""
    return int(bare(number)[: len("2026")])
