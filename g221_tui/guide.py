"""The guide inside: short pages on the stages, reasons, channels and the long wait, from data."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.text.dates import LONG_MONTHS, add_years
from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood

PAGES = Path(__file__).parent / "data" / "guide"
"""The folder of the pages, a file a topic."""

FENCE = "+++\n"
"""What stands before and after the front matter of a page."""

ITEM = "- "
"""How an item of a list begins."""

AGE = PAGES / "age.toml"
"""From when on a page says that it is old."""

DATE = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(LONG_MONTHS)}) )?"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A date as the pages write it: 25 February 2022, July 2025, 2024."""


class PageKind(StrEnum):
    """What a page is about, in the order in which topics are listed."""

    STAGE = "stage"
    REASON = "reason"
    CHANNEL = "channel"
    PAGE = "page"


HEADINGS = {
    PageKind.STAGE: "Stages",
    PageKind.REASON: "Reasons on the slip",
    PageKind.CHANNEL: "Ways to follow up",
    PageKind.PAGE: "Worth knowing",
}
"""What the pages of each kind stand under, in the order of a list of all."""


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page of the guide, with whose word it is and from when."""

    id: str
    """The topic, and the name of the page's file."""

    title: str
    """The heading."""

    kind: PageKind
    """What it is about."""

    about: tuple[str, ...]
    """The ids it explains: stages, reasons or channels by its kind, else events, facts, rules."""

    source: str
    """Whose word it is."""

    as_of: str
    """When they said so."""

    order: int
    """Its place among the pages of its kind."""

    aliases: tuple[str, ...] = ()
    """Other words that people look for it by."""

    resolves: tuple[int, ...] = ()
    """Which contradictions of the old guide it settles, as tests/test_guide.py numbers them."""

    text: str
    """Markdown of paragraphs and `- ` items, each on one line; paragraphs are parted by a blank."""


class AgeRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From when on a page says that it is old."""

    years: int
    """Calendar years after the newest date its sources bear."""
    note: str
    """What it then says."""


def load_pages() -> tuple[Page, ...]:
    """All pages, by kind and by their order within it."""
    kinds = list(PageKind)
    pages = [_page(path) for path in PAGES.glob("*.md")]
    return tuple(sorted(pages, key=lambda page: (kinds.index(page.kind), page.order)))


def find_page(word: str, pages: Iterable[Page]) -> Page:
    """The page that a word names by its id, its title or another word for it.

    Each of them exact, case-folded, or by a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the topics.
    """
    by_id = {page.id: page for page in pages}
    by_title = {page.title: page for page in by_id.values()}
    by_alias = {alias: page for page in by_id.values() for alias in page.aliases}
    as_id = re.sub(r"[\s-]+", "_", word.strip())
    for names, form in ((by_id, as_id), (by_title, word), (by_alias, word)):
        with suppress(NotUnderstood):
            return names[known(form, names, "topic")]
    titles = {page.id: page.title for page in by_id.values()}
    return by_id[
        known(word, by_id, "topic", titles)
    ]  # raises, and repeats the word as it was typed


def page_about(kind: str, id: str, pages: Iterable[Page]) -> Page | None:
    """The page of this kind that explains this id: of a stage, reason, channel or other thing."""
    return next((page for page in pages if page.kind == kind and id in page.about), None)


def age_note(page: Page, today: date) -> str:
    """What a page says of its age on a day; empty while its newest date is recent enough."""
    rule = msgspec.convert(tomllib.loads(AGE.read_text(encoding="utf-8")), AgeRule)
    newest = max((_last_day(found) for found in DATE.finditer(page.as_of)), default=date.min)
    return rule.note.format(years=rule.years) if add_years(newest, rule.years) < today else ""


def _last_day(found: re.Match[str]) -> date:
    """The last day a date can mean: of a year without a month, its end."""
    year, month, day = found["year"], found["month"], found["day"]
    number = LONG_MONTHS.index(month.casefold()) + 1 if month else len(LONG_MONTHS)
    last = monthrange(int(year), number)[1]
    return date(int(year), number, min(int(day or last), last))


def _page(path: Path) -> Page:
    _, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    fields = tomllib.loads(head)
    return msgspec.convert({"id": path.stem, "text": _unwrapped(body), **fields}, Page)


def _unwrapped(body: str) -> str:
    """The body with each paragraph and each item on one line, for faces that wrap themselves."""
    lines = [""]
    for line in body.strip().splitlines():
        if not line or not lines[-1] or line.startswith(ITEM):
            lines.append(line)
        else:
            lines[-1] += f" {line.strip()}"
    return "\n".join(lines[1:])
