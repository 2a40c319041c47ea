"""The pane of the papers: what is asked for, and how far each one has come."""

from collections.abc import Callable, Set
from datetime import date
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from g221_tui.core.snapshot.documents_view import (
    for_the_post,
    for_uscis,
    gone_in,
    state_day,
    state_word,
)
from g221_tui.core.steps import STILL_HERE, DocumentState
from g221_tui.core.text.dates import near_day
from g221_tui.core.text.glyphs import DOCUMENT, MARKED, OTHER
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem, Snapshot
from g221_tui.ui.render import cells, cut, padded
from g221_tui.ui.row import Row
from g221_tui.ui.widgets.panes.pane import ROOMY, Pane

STYLES = {
    **dict.fromkeys(("requested", "ready"), "$foreground"),
    **dict.fromkeys(("submitted", "received"), "$primary"),
}
"""How the states stand out; the others are quiet."""
GLYPHS = {state: (sign, STYLES.get(state, "$muted")) for state, sign in DOCUMENT.items()}
"""The sign of each state, and its style; a word or the day of sending always stands beside it."""

DATED = ("submitted", "received", "returned")
"""The states that stand with their day, where there is room."""

FOR_USCIS = "For USCIS"
"""The heading of the evidence: no part of the post's set, nor of the wait."""

SHORT = ("submitted",)
"""The state for which the day alone stands where there is not: the check mark says the rest."""
SENT_WORD = "sent"
WITH_YOU, TO_DO = "with you", "to do"
"""Where a paper is that was asked for and did not go in; what is still to be done."""
BRIEF = {DocumentState.RECEIVED.value: "rec'd", WITH_YOU: "owed"}
"""Shorter words where a row has no room for whole ones."""
WIDEST_NAME = 44
"""A column of names takes at most so many cells."""


def state_words(item: DocumentItem, today: date, *, roomy: bool) -> str:
    """Where it is, in a word or two."""
    day, word = state_day(item), state_word(item)
    if item.requested and item.state == DocumentState.REQUESTED:
        word = TO_DO if item.task else WITH_YOU
    if not roomy:
        word = BRIEF.get(word, word)
    if day is None or item.state not in (DATED if roomy else SHORT):
        return word
    if not roomy:
        return near_day(day, today, narrow=True)
    sent = item.state == DocumentState.SUBMITTED and not item.task
    return f"{SENT_WORD if sent else word} {near_day(day, today)}"


class DocumentsPane(Pane):
    """The listed papers, a row each."""

    NAME = "Documents"
    OWED: ClassVar[str] = "The letter asks for documents: list each one with {add}."
    UNKNOWN: ClassVar[str] = (
        "Does your letter ask for documents? List each one with {add}, or say no with {facts}."
    )
    NOTHING: ClassVar[str] = "Nothing was asked for: your case is processing only."
    EARLY: ClassVar[str] = "Nothing can be owed before the refusal."

    marked: reactive[Set[str]] = reactive(frozenset)
    """The ids of those that are marked, to be sent together."""

    def __init__(self, with_keys: Callable[[str], str], *, id: str) -> None:
        """Take what it says of the keys.

        Args:
            with_keys: Puts the keys in force into a text that names actions.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._with_keys = with_keys

    def watch_marked(self) -> None:
        """Show which."""
        self.refresh_rows()

    def part(self, snapshot: Snapshot) -> object:
        """The documents, the day from which their dates are told, and what is marked."""
        before = snapshot.case.refused_on is None
        return snapshot.documents, snapshot.today, before, self.marked

    def heading(self, snapshot: Snapshot) -> str:
        """`Documents 1/2`: how many of those asked for are no longer with the applicant."""
        papers = snapshot.documents
        counts = f" {gone_in(papers)}/{papers.requested}" if papers.requested else ""
        marked = sum(i.id in self.marked and i.state in STILL_HERE for i in papers.items)
        return f"{self.NAME}{counts}" + (f" {MARKED}{marked}" if marked else "")

    def empty(self, snapshot: Snapshot) -> str:
        """Say what an empty list means here."""
        if snapshot.case.refused_on is None:
            return self.EARLY
        asked = snapshot.documents.asked
        return self._with_keys({"yes": self.OWED, "no": self.NOTHING}.get(asked, self.UNKNOWN))

    def searched(self, row: Row) -> str:
        """The whole name, and what is known of it."""
        item = row.subject
        if not isinstance(item, DocumentItem):
            return super().searched(row)
        more = (item.name, item.state, item.route, item.receipt, item.note)
        return " ".join([row.words, *(clean(text) for text in more if text)])

    def start(self, rows: tuple[Row, ...]) -> int:
        """The first paper that is still to be sent."""
        owed = (i for i, row in enumerate(rows) if getattr(row.subject, "outstanding", False))
        return next(owed, 0)

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """Sign, name, state, the names and the states each in a column."""
        items, evidence = snapshot.documents.items, for_uscis(snapshot.documents)
        roomy = width >= ROOMY
        states = {item.id: state_words(item, snapshot.today, roomy=roomy) for item in items}
        column = max(map(cells, states.values()), default=0)
        names = max((cells(clean(item.name)) for item in items), default=0)
        room = width - 2 - 1 - column
        name = room if not roomy else min(room, names + 1, WIDEST_NAME)
        rows = [self._row(item, name, states[item.id]) for item in for_the_post(snapshot.documents)]
        if evidence:
            draw = partial(Content.styled, FOR_USCIS, "$muted")
            rows.append(Row(FOR_USCIS, draw, None, heading=True))
        return rows + [self._row(item, name, states[item.id]) for item in evidence]

    def _row(self, item: DocumentItem, column: int, state: str) -> Row:
        marked = item.id in self.marked and item.state in STILL_HERE
        draw = partial(_line, item, column, state, marked=marked)
        return Row(item.id, draw, item, words=state)


def _line(item: DocumentItem, column: int, state: str, *, marked: bool) -> Content:
    glyph, style = GLYPHS.get(item.state, (OTHER, "$muted"))
    if marked:
        glyph, style = MARKED, "bold $primary"
    name = padded(cut(clean(item.name), column), column)
    return Content.assemble(
        (f"{glyph} ", style), name, " ", (state, "$muted" if not item.outstanding else "")
    )
