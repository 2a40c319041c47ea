"""Names of visas that two classes share."""

from g221_tui.core.rulebook.rule import Rule


class SharedName(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that two classes share where its hyphen is left out."""

    id: str
    form: str
    """A regular expression over the name, upper-cased, without spaces and hyphens."""
    by_number: dict[str, str]
    """The class that the form of the case number tells, by the id of that form."""
    usual: str = ""
    """The class where no number tells; empty where it is then not clear."""
    warning: str = ""
    """What is said where it is not clear; `{visa}` is the name as it was written."""
