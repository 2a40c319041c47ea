"""A field for a list of papers, as it is typed or pasted; below it stands how it is understood."""

from collections.abc import Iterable

from textual import on
from textual.widgets import TextArea

from g221_tui.core.model import Book
from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.lookup import comparable
from g221_tui.core.text.paper_list import paper_names
from g221_tui.core.text.phrases import are, counted, several
from g221_tui.ui.widgets.fields.field import LinesField

AGAIN = "\n{} {} here already and no longer owed: {} will be asked for again."
"""What saving does with names that are on the list and no longer with the applicant."""
HOW = "One a line; a pasted list is split."


class PapersField(LinesField):
    """Names of papers: a line each, or parted by commas, semicolons, bullets or numbers."""

    def __init__(self, key: str, label: str, gone_in: Iterable[str] = ()) -> None:
        """Make the field.

        Args:
            key: The name of the value.
            label: What stands before it.
            gone_in: The names on the list that went in, or were waived.
        """
        super().__init__(key, label, below=HOW)
        self._gone_in = frozenset(map(comparable, gone_in))

    @property
    def names(self) -> tuple[str, ...]:
        """The papers, each by its own name."""
        return paper_names(self.value)

    @on(TextArea.Changed)
    def _understand(self) -> None:
        names = self.names
        told = f"{counted(len(names), 'paper')}: {BETWEEN.join(names)}" if names else HOW
        again = [name for name in names if comparable(name) in self._gone_in]
        if again:
            it = "it" if len(again) == 1 else "they"
            told += AGAIN.format(several(again), are(len(again)), it)
        self.say(told)


def gone_in(book: Book | None, case: str | None) -> tuple[str, ...]:
    """The names on the list of a case that went in or were waived: named anew, they are again."""
    cases = book.cases if book is not None else ()
    listed = (document for each in cases if each.id == case for document in each.listed)
    return tuple(document.name for document in listed if not document.course().here)
