"""What a snapshot says of the status page: what was seen on it last, and since when."""

from datetime import date

import msgspec


class StatusView(msgspec.Struct, frozen=True, kw_only=True):
    """The status page as last seen; every field is null when nothing was logged."""

    words: str | None = None
    """Verbatim."""
    code: str | None = None
    """The known words they are, or `unknown`."""
    meaning: str | None = None
    """One sentence, without a verdict."""
    source: str | None = None
    """Who says so, and when."""
    confidence: str | None = None
    """How well the sources bear it: high, medium or low."""
    seen_on: date | None = None
    """The last look."""
    first_seen_on: date | None = None
    """The first of the looks in a row that saw these words."""
    page_created: date | None = None
    """The page's own "Case Created"."""
    page_updated: date | None = None
    """The page's own "Case Last Updated", as last noted for these words."""
    changed_on: date | None = None
    """The page's own date where it is known, else the first day these words were seen."""
    days_since_change: int | None = None
    longest_quiet_days: int | None = None
    """The longest stretch between two earlier changes of this case."""
    touched: str | None = None
    """What a changed date means."""
