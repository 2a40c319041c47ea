"""What a tick costs: one snapshot for the preview at most and one after, and two readings."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.snapshot.build import build
from g221_tui.service import reader
from g221_tui.store import signature
from ui.conftest import DAY, Opener
from ui.file.test_damaged import other_program


class Cost:
    """Counts the snapshots that are computed and the readings of a file."""

    def __init__(self, file: Path, patch: pytest.MonkeyPatch) -> None:
        self.file = file
        self.done: list[str] = []
        """What was done, in order: `read` and `snapshot`."""
        patch.setattr(reader, "build", self._counted("snapshot", build))
        patch.setattr(os, "open", self._opened(os.open))

    def _counted(self, what: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **more: Any) -> Any:
            self.done.append(what)
            return real(*args, **more)

        return counted

    def _opened(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *args: Any, **options: Any) -> int:
            if os.fspath(path) == os.fspath(self.file) and not flags & (os.O_WRONLY | os.O_RDWR):
                self.done.append("read")
            return real(path, flags, *args, **options)

        return opened


@pytest.fixture
def lain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has lain for more than the two seconds in which its time stamps prove nothing."""
    monkeypatch.setattr(signature, "RACY", 0)


@pytest.mark.usefixtures("lain")
async def test_a_tick_that_asks_reads_the_file_once_before_and_once_after(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window() as w:
        cost = Cost(w.file, monkeypatch)
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.sees("Documents 5/5")
        assert cost.done.count("snapshot") <= 2
        assert cost.done.count("read") <= 2
        assert w.document("Org chart") == DAY


@pytest.mark.usefixtures("lain")
async def test_a_tick_that_starts_nothing_costs_no_more(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window() as w:
        other_program(w.file).apply(AddDocuments(names=("Second letter",)))
        w.board.session.load()
        w.board.show()
        cost = Cost(w.file, monkeypatch)
        await w.press("space")
        await w.until(lambda: "Documents 5/6" in w.text, "the tick")
        assert cost.done.count("snapshot") <= 2
        assert cost.done.count("read") <= 2
