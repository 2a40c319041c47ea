"""Two copies of a file."""

from pathlib import Path

import pytest

from g221_tui.store.repository import Repository
from store.kit import log, start
from store.merging.kit import copied


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Repository, Repository]:
    """A file with one contact, and a copy of it."""
    ours = start(tmp_path / "case.json")
    log(ours, "both")
    return ours, copied(ours, tmp_path / "theirs" / "case.json")
