"""What every rule is: a statement with its source."""

import msgspec


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement with its source."""

    source: str
    """Whose rule it is, in words for people."""
    as_of: str
    """When the source said so: a year, or a date."""

    @property
    def cited(self) -> str:
        """The source and its date, for people."""
        return f"{self.source}, {self.as_of}"
