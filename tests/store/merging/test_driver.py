"""Two copies merged for a version control system: the result is in its place, or ours is as it was.

That the merge itself is right is shown by the tests of merging.
"""

import errno
from pathlib import Path

import pytest

from g221_tui.errors import ConflictError, SaveFailed
from g221_tui.store.merging.driver import merge_files
from g221_tui.store.repository import Repository
from store.kit import CLOCK, Fault, fails_with, left_over, log, notes
from store.merging.kit import RULES, copied, edited

pytestmark = pytest.mark.promise(1)


def merged(ours: Repository, theirs: Repository) -> str:
    """Merges the two, without a base."""
    return merge_files(Path("no base"), ours.path, theirs.path, CLOCK, RULES)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_merge_that_the_disk_does_not_take_leaves_ours_and_works_again(
    pair: tuple[Repository, Repository], monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    ours, theirs = pair
    log(theirs, "theirs")
    before = ours.path.read_bytes()
    with monkeypatch.context() as patch:
        Fault(fails_with(errno.ENOSPC), 1).arm(patch, call)
        with pytest.raises(SaveFailed):
            merged(ours, theirs)
    assert ours.path.read_bytes() == before
    assert [left for left in left_over(ours.path) if left.endswith(".tmp")] == []
    assert merged(ours, theirs).startswith("Merged a copy")
    assert notes(ours) == ["both", "theirs"]


def test_a_change_of_ours_meanwhile_is_kept_and_the_merge_refused(
    pair: tuple[Repository, Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pair
    log(theirs, "theirs")

    def change(call: str) -> None:
        ours.path.write_bytes(b"{}\n")

    Fault(change, 1).arm(monkeypatch, "fsync")
    with pytest.raises(ConflictError):
        merged(ours, theirs)
    assert ours.path.read_bytes() == b"{}\n"


def test_what_one_took_out_since_the_base_stays_out_and_what_one_changed_stays_changed(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    for store in pair:
        edited(store, lambda tables: tables.update(letters=dict.fromkeys("1234", "was")))
    base = copied(ours, ours.path.with_name("base.json"))

    def here(tables: dict[str, dict[str, str]]) -> None:
        del tables["letters"]["1"]
        tables["letters"]["2"] = "ours"

    def there(tables: dict[str, dict[str, str]]) -> None:
        del tables["letters"]["2"], tables["letters"]["3"]
        tables["letters"]["4"] = "theirs"

    edited(ours, here)
    edited(theirs, there)
    said = merge_files(base.path, ours.path, theirs.path, CLOCK, RULES)
    assert said == "Merged a copy: 2 are changed."
    assert ours.tables()["letters"] == {"2": "ours", "4": "theirs"}
