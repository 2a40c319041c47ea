"""The floor of the dashboard: a bare Textual app with three lists of the same rows.

It knows no rule, keeps nothing and draws its rows as they are. `python floor.py ROWS.json`: the
title and the rows of each list.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList, Static


class Floor(App[None]):
    """Three lists side by side under a title."""

    CSS = "OptionList { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", priority=True)]

    def __init__(self, title: str, lists: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.words = title
        """The line above."""
        self.lists = lists
        """The rows of each list."""

    def compose(self) -> ComposeResult:
        """The title, the lists and the keys."""
        yield Static(self.words, markup=False)
        with Horizontal():
            for rows in self.lists:
                yield OptionList(*rows, markup=False)
        yield Footer()


if __name__ == "__main__":
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Floor(found["title"], found["lists"]).run()
