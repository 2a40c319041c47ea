"""What Windows answers while a scanner holds the file; by reading, since no test runs there."""

import os
from pathlib import Path

import pytest

from g221_tui.errors import ReadOnlyStore, SaveFailed
from g221_tui.store.places.replacing import put
from store.kit import left_over, log, notes, start

pytestmark = pytest.mark.promise(25)


class Scanner:
    """Holds the file for some tries, as Windows tells it."""

    def __init__(self, patch: pytest.MonkeyPatch, tries: int, number: int) -> None:
        self.left = tries
        self.number = number
        self._replace = os.replace
        patch.setattr(os, "replace", self.replace)

    def replace(self, fresh: str, real: str) -> None:
        """Refuses until the tries are used up."""
        if self.left:
            self.left -= 1
            error = PermissionError(13, "Access is denied")
            error.winerror = self.number  # type: ignore[attr-defined,unused-ignore]
            raise error
        self._replace(fresh, real)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A finished file, and the one it is to replace."""
    fresh, real = tmp_path / "fresh", tmp_path / "case.json"
    fresh.write_text("new")
    real.write_text("old")
    return fresh, real


@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("tries", [1, 3, 6])
def test_a_scanner_that_lets_go_is_waited_for(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int, tries: int
) -> None:
    Scanner(monkeypatch, tries, number)
    waited: list[float] = []
    put(*files, waited.append)
    assert files[1].read_text() == "new"
    assert len(waited) == tries


@pytest.mark.parametrize("number", [5, 32])
def test_one_that_does_not_is_given_up_after_two_and_a_half_seconds(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    Scanner(monkeypatch, 99, number)
    waited: list[float] = []
    with pytest.raises(SaveFailed, match=r"for 2.5 seconds: another program") as told:
        put(*files, waited.append)
    assert sum(waited) == pytest.approx(2.5)
    assert "\n" not in str(told.value)
    assert files[1].read_text() == "old"


def test_a_refusal_that_is_none_of_windows_is_not_tried_again(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    Scanner(monkeypatch, 99, 0)
    waited: list[float] = []
    with pytest.raises(PermissionError):
        put(*files, waited.append)
    assert waited == []


def test_a_save_that_met_a_scanner_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.json"
    store = start(path)
    with monkeypatch.context() as patch:
        Scanner(patch, 2, 32)
        log(store, "kept")
    assert notes(store) == ["kept"]
    assert left_over(path) == []
    Scanner(monkeypatch, 99, 0)
    with pytest.raises(ReadOnlyStore):
        log(store, "lost")
    assert notes(store) == ["kept"]
