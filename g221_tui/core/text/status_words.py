"""The status page as last seen, in words: no verdict."""

from g221_tui.core.status_view import StatusView
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase, quoted


def page_lines(page: StatusView) -> tuple[str, ...]:
    """The words verbatim, what they mean, and how long the page has stood still."""
    if page.seen_on is None:
        return ()
    seen = f"seen {long_date(page.seen_on)}"
    if page.first_seen_on is not None and page.first_seen_on != page.seen_on:
        seen += f", first {long_date(page.first_seen_on)}"
    lines = [f"{quoted(page.words)}{glyphs.BETWEEN}{seen}" if page.words else seen]
    dates = [
        f"{name} {long_date(day)}"
        for name, day in (("created", page.page_created), ("last updated", page.page_updated))
        if day is not None
    ]
    if dates:
        lines.append(f"The page's own dates: {', '.join(dates)}.")
    if page.meaning:
        lines.append(f"{page.meaning} ({page.source})" if page.source else page.meaning)
    return (*lines, *_still(page))


def _still(page: StatusView) -> tuple[str, ...]:
    """Days since the last change beside the longest quiet stretch before, and what that means."""
    if page.days_since_change is None:
        return ()
    words = f"Since the last change: {days_phrase(page.days_since_change)}"
    if page.longest_quiet_days is not None:
        words += (
            f"; the page's longest quiet stretch before: {days_phrase(page.longest_quiet_days)}"
        )
    return (" ".join(filter(None, [f"{words}.", page.touched])),)
