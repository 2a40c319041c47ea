"""The sections of the law that the letter of a refusal may name."""

import re

from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.text.lookup import loose


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

    @property
    def told(self) -> str:
        """What it means, with whose word that is."""
        return f"{self.says} ({self.cited})"

    def named_in(self, text: str) -> bool:
        """Whether a text names it, alone or among other words."""
        said = _words(text)
        return any(_among(_words(name), said) for name in self.also)


def _words(text: str) -> list[str]:
    return [word for word in map(loose, re.split(r"[\s,;/]+", text)) if word]


def _among(wanted: list[str], words: list[str]) -> bool:
    """Whether the words hold these, one after the other."""
    length = len(wanted)
    return any(words[at : at + length] == wanted for at in range(len(words) - length + 1))
