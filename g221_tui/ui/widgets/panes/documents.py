"""The pane of the papers: what is asked for, and how far each one has come."""

from datetime import date
from typing import ClassVar

from textual.content import Content

from g221_tui.core.snapshot.documents_view import (
    for_the_post,
    for_uscis,
    gone_in,
    state_day,
    state_word,
)
from g221_tui.core.text.dates import MONTHS
from g221_tui.core.text.glyphs import DOCUMENT, OTHER
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem, Snapshot
from g221_tui.ui.render import Row, cells, fold, spread
from g221_tui.ui.widgets.panes.pane import Pane

STYLES = {
    **dict.fromkeys(("requested", "ready"), "$foreground"),
    **dict.fromkeys(("submitted", "received"), "$primary"),
}
"""How the states stand out; the others are quiet."""
GLYPHS = {state: (sign, STYLES.get(state, "$muted")) for state, sign in DOCUMENT.items()}
"""The sign of each state, and its style; a word or the day of sending always stands beside it."""

DATED = ("submitted", "received", "returned")
"""The states that stand with their day, where there is room."""

LINES = 3
"""The most lines a name may take."""

FOR_USCIS = "For USCIS"
"""The heading of the evidence: no part of the post's set, nor of the wait."""

SHORT = ("submitted",)
"""The state for which the day alone stands where there is not: the check mark says the rest."""


def month_day(day: date) -> str:
    """`28 Oct`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def state_words(item: DocumentItem, *, roomy: bool) -> str:
    """The state in a word or two."""
    day, word = state_day(item), state_word(item)
    if day is None or item.state not in (DATED if roomy else SHORT):
        return word
    return f"{word} {month_day(day)}" if roomy else month_day(day)


class DocumentsPane(Pane):
    """The listed papers, a row each."""

    OWED: ClassVar[str] = "The letter asks for documents: list each one with a."
    UNKNOWN: ClassVar[str] = (
        "Does the letter ask for documents? List each with a, or say no with c."
    )
    EARLY: ClassVar[str] = "Nothing is asked for yet."
    NOTHING: ClassVar[str] = "Nothing was asked of you: this case is processing only."

    def part(self, snapshot: Snapshot) -> object:
        """The papers."""
        return snapshot.documents

    def heading(self, snapshot: Snapshot) -> Content:
        """`Documents 1/2`: how many of those asked for are no longer with the applicant."""
        papers = snapshot.documents
        if not papers.requested:
            return Content("Documents")
        return Content(f"Documents {gone_in(papers)}/{papers.requested}")

    def empty(self, snapshot: Snapshot) -> str:
        """Say what an empty list means here."""
        if snapshot.case.refused_on is None:
            return self.EARLY
        return {"yes": self.OWED, "no": self.NOTHING}.get(snapshot.documents.asked, self.UNKNOWN)

    def searched(self, row: Row) -> str:
        """The whole name, and what is known of it."""
        item = row.subject
        if not isinstance(item, DocumentItem):
            return super().searched(row)
        more = (item.name, item.state, item.route, item.receipt, item.note)
        return " ".join([row.content.plain, *(clean(text) for text in more if text)])

    def keeps(self, row: Row) -> bool:
        """The heading goes while a filter is on: what it names may be gone."""
        return super().keeps(row) and not (self.needle and row.heading)

    def start(self, rows: tuple[Row, ...]) -> int:
        """The first paper that is still to be sent."""
        owed = (i for i, row in enumerate(rows) if getattr(row.subject, "outstanding", False))
        return next(owed, 0)

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """Name at the left, state at the right; a long name takes a second line."""
        items, evidence = snapshot.documents.items, for_uscis(snapshot.documents)
        longest = max((cells(state_words(item, roomy=True)) for item in items), default=0)
        names = max((cells(clean(item.name)) for item in items), default=0)
        roomy = 2 + names + 1 + longest <= width
        rows = [self._row(item, width, roomy=roomy) for item in for_the_post(snapshot.documents)]
        if evidence:
            title = Content.styled(FOR_USCIS, "$muted")
            rows.append(Row(FOR_USCIS, title, 1, None, heading=True))
        return rows + [self._row(item, width, roomy=roomy) for item in evidence]

    def _row(self, item: DocumentItem, width: int, *, roomy: bool) -> Row:
        glyph, style = GLYPHS.get(item.state, (OTHER, "$muted"))
        name, state = clean(item.name), state_words(item, roomy=roomy)
        mark = Content.styled(f"{glyph} ", style)
        words = Content.styled(state, "$muted" if not item.outstanding else "")
        room = width - mark.cell_length - words.cell_length - 1
        first, *rest = fold(name, room, width - mark.cell_length, LINES)
        lines = [spread(mark + Content(first), words, width)]
        lines += [Content(" " * mark.cell_length + line) for line in rest]
        return Row(item.id, Content("\n").join(lines), len(lines), item)
