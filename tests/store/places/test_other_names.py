"""A file with a hard link: it is said before a save parts the two names."""

import os
from pathlib import Path

import pytest

from g221_tui.errors import Refused
from g221_tui.store.places.other_names import check_parting
from store.kit import left_over, log, notes, repository, start

pytestmark = pytest.mark.promise(25)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def test_it_is_said_before_and_the_next_save_goes_ahead(path: Path, tmp_path: Path) -> None:
    log(start(path), "one")
    other = tmp_path / "sync.json"
    os.link(path, other)
    before = path.read_bytes()
    with pytest.raises(Refused, match="second name on the disk") as told:
        log(repository(path), "two")
    assert "\n" not in str(told.value)
    assert "Do it again" in str(told.value)
    assert path.samefile(other)
    assert path.read_bytes() == before
    assert left_over(path) == ["sync.json"]
    log(repository(path), "two")
    assert notes(repository(path)) == ["one", "two"]
    assert other.read_bytes() == before
    log(repository(path), "three")


def test_backups_are_no_other_name_also_after_a_killed_save(path: Path) -> None:
    for n in range(3):
        log(start(path) if not n else repository(path), str(n))
    os.link(path, path.with_name(".case.json.backups") / "000099.json")
    log(repository(path), "on")
    assert notes(repository(path))[-1] == "on"


def test_a_symbolic_link_is_no_other_name(path: Path, tmp_path: Path) -> None:
    log(start(path), "one")
    link = tmp_path / "mine.json"
    link.symlink_to(path)
    log(repository(link), "two")
    assert notes(repository(path)) == ["one", "two"]


def test_each_file_of_a_folder_is_told_of_for_itself(tmp_path: Path) -> None:
    for name in ("case.json.old", "case.json", "other.json"):
        file = tmp_path / name
        log(start(file), "one")
        os.link(file, tmp_path / f"sync of {name}")
        with pytest.raises(Refused, match="second name on the disk"):
            log(repository(file), "two")
        log(repository(file), "two")
        assert notes(repository(file)) == ["one", "two"]


def test_without_a_lock_the_backup_of_another_writer_is_no_second_name_once_it_is_gone(
    path: Path, tmp_path: Path
) -> None:
    start(path)
    other = tmp_path / "under way"
    os.link(path, other)
    with pytest.raises(Refused, match="second name"):
        check_parting(path, lambda: (), locked=True, pause=lambda _: other.unlink())
    waits: list[float] = []

    def saved(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            fresh.with_name("under way too").unlink()

    fresh = tmp_path / "fresh.json"
    start(fresh)
    os.link(fresh, tmp_path / "under way too")
    check_parting(fresh, lambda: (), locked=False, pause=saved)
    assert len(waits) == 2
