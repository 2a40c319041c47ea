"""The sections of the law that the letter of a refusal may name."""

from g221_tui.core.rulebook.rule import Rule


class LetterSection(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section, and what it means in the place of a case where it opens no wait."""

    id: str
    title: str
    """What a person chooses it by."""
    also: tuple[str, ...] = ()
    """What people say for it where they are asked for a reason."""
    tracked: bool = False
    """Whether a refusal under it is a case with a wait."""
    says: str = ""
    """What it means; empty where it is tracked."""
    page: str = ""
    """The page of the guide that tells more; empty where there is none."""
