"""The guide inside: short pages on the stages, reasons, channels and the long wait, from data."""

import re
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import msgspec

from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood

PAGES = Path(__file__).parent / "data" / "guide"
"""The folder of the pages, a file a topic."""

FENCE = "+++\n"
"""What stands before and after the front matter of a page."""

ITEM = "- "
"""How an item of a list begins."""


class PageKind(StrEnum):
    """What a page is about, in the order in which topics are listed."""

    STAGE = "stage"
    REASON = "reason"
    CHANNEL = "channel"
    PAGE = "page"


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

    resolves: tuple[int, ...] = ()
    """Which contradictions of the old guide it settles, as tests/test_guide.py numbers them."""

    text: str
    """Markdown of paragraphs and `- ` items, each on one line; paragraphs are parted by a blank."""


def load_pages() -> tuple[Page, ...]:
    """All pages, by kind and by their order within it."""
    kinds = list(PageKind)
    pages = [_page(path) for path in PAGES.glob("*.md")]
    return tuple(sorted(pages, key=lambda page: (kinds.index(page.kind), page.order)))


def find_page(word: str, pages: Iterable[Page]) -> Page:
    """The page that a word names by its id or title: exact, case-folded, or a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the topics.
    """
    by_id = {page.id: page for page in pages}
    by_title = {page.title: page for page in by_id.values()}
    as_id = re.sub(r"[\s-]+", "_", word.strip())
    for names, form in ((by_id, as_id), (by_title, word)):
        with suppress(NotUnderstood):
            return names[known(form, names, "topic")]
    return by_id[known(word, by_id, "topic")]  # raises, and repeats the word as it was typed


def page_about(kind: str, id: str, pages: Iterable[Page]) -> Page | None:
    """The page of this kind that explains this id: of a stage, reason, channel or other thing."""
    return next((page for page in pages if page.kind == kind and id in page.about), None)


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
