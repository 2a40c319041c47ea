"""A field for a list of papers, as it is typed or pasted; below it stands how it is understood."""

from textual import on
from textual.widgets import TextArea

from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.paper_list import paper_names
from g221_tui.core.text.phrases import counted
from g221_tui.ui.widgets.fields.field import LinesField

HOW = "One a line; a pasted list is split."


class PapersField(LinesField):
    """Names of papers: a line each, or parted by commas, semicolons, bullets or numbers."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(key, label, below=HOW)

    @property
    def names(self) -> tuple[str, ...]:
        """The papers, each by its own name."""
        return paper_names(self.value)

    @on(TextArea.Changed)
    def _understand(self) -> None:
        names = self.names
        told = f"{counted(len(names), 'paper')}: {BETWEEN.join(names)}" if names else HOW
        self.say(told)
