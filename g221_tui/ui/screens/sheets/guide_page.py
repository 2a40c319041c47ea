"""The guide inside: a page, and the list of all topics."""

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.text import glyphs
from g221_tui.core.text.sanitize import clean
from g221_tui.guide import HEADINGS, ITEM, Page, age_note
from g221_tui.ui.screens.dialogs.list_dialog import ListDialog
from g221_tui.ui.screens.sheets.sheet import Section, Sheet, Verb
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.hint import CLOSES, Hint


class GuidePage(Sheet):
    """One page: its text, whose word it is, from when, and whether that is long ago."""

    def __init__(self, page: Page, today: date) -> None:
        source = f"{page.source}, as of {page.as_of}."
        old = age_note(page, today)
        super().__init__(
            page.title,
            Content(""),
            (Section("Source", (source, old) if old else (source,), "$muted"),),
            {Verb.TOPICS: ""},
        )
        self._page = page

    def body(self) -> ComposeResult:
        """The paragraphs and items, then the source."""
        for line in self._page.text.split("\n"):
            if line.startswith(ITEM):
                with Horizontal(classes="page-item"):
                    yield Static(Content(glyphs.ITEM), classes="page-dot")
                    yield Static(Content(clean(line.removeprefix(ITEM))), classes="page-text")
            else:
                yield Static(Content(clean(line)), classes="page-line")
        yield from super().body()


class Topics(ListDialog[str]):
    """All pages by what they are about; enter opens one."""

    def __init__(self, pages: Sequence[Page], start: str = "") -> None:
        super().__init__()
        self._pages = pages
        self._start = start
        """The topic to stand on."""

    def compose(self) -> ComposeResult:
        """A heading a kind, a row a page."""
        options: list[Option] = []
        for kind, heading in HEADINGS.items():
            options.append(Option(Content.styled(heading, "$primary"), disabled=True))
            options += [
                Option(Content(f"  {clean(page.title)}"), id=page.id)
                for page in self._pages
                if page.kind is kind
            ]
        with Box():
            yield Static(Content("The guide: all topics"), classes="dialog-title")
            yield OptionList(*options, compact=True)
            yield Hint(("enter", "opens"), CLOSES)

    def on_mount(self) -> None:
        """Start on the page one comes from, else on the first."""
        ids = [option.id for option in self.query_one(OptionList).options]
        self.begin_in(ids.index(self._start) if self._start in ids else 1)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)
