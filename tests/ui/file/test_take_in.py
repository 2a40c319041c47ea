"""A file that is named is taken in: from the first window on, and told before it is done."""

from pathlib import Path

import pytest
from textual.widgets import Input

from g221_tui.clock import FixedClock
from g221_tui.core.edits.contacts import LogContact
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener

pytestmark = pytest.mark.promise(4)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file of another machine, in another folder."""
    path = tmp_path / "stick" / "kept.json"
    path.parent.mkdir()
    clock = FixedClock(DAY)
    write_demo(Repository(path, clock), load_rules(None), DAY)
    Tracker(Repository(path, clock), load_rules(None), clock).apply(
        LogContact(channel="ceac", note="kept there")
    )
    return path


async def test_without_a_case_i_takes_in_a_file_that_is_named(window: Opener, kept: Path) -> None:
    left = kept.read_bytes()
    async with window(seed=False, demo=False) as w:
        await w.press("escape")
        await w.sees("take in")
        await w.press("i")
        await w.dialog("ImportDialog")
        await w.fill(path=str(kept))
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees("kept.json:", "+ Contact: CEAC", "u takes it back")
        await w.press("y")
        await w.closed()
        await w.sees("Took in kept.json", "Org chart")
    assert kept.read_bytes() == left


async def test_no_leaves_the_file_as_it_was_and_the_path_in_its_field(
    window: Opener, kept: Path
) -> None:
    async with window() as w:
        before = w.saved()
        await w.press("i")
        await w.dialog("ImportDialog")
        await w.fill(path=str(kept))
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.press("n")
        await w.dialog("ImportDialog")
        assert (await w.field("path")).query_one(Input).value == str(kept)
        assert w.saved() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Name a file that g221 wrote"),
        ("nowhere/at/all.json", "all.json"),
        ("~nobody-of-this-name/case.json", "nobody-of-this-name"),
    ],
)
async def test_what_is_no_file_of_g221_is_said_beside_the_field(
    window: Opener, typed: str, told: str
) -> None:
    async with window() as w:
        before = w.saved()
        await w.press("i")
        await w.dialog("ImportDialog")
        await w.fill(path=typed)
        await w.press("ctrl+s")
        await w.sees(told)
        assert w.saved() == before


async def test_a_file_of_another_kind_is_refused_and_not_touched(
    window: Opener, tmp_path: Path
) -> None:
    other = tmp_path / "notes.json"
    other.write_text('["bread", "milk"]', encoding="utf-8")
    async with window() as w:
        await w.press("i")
        await w.dialog("ImportDialog")
        await w.fill(path=str(other))
        await w.press("ctrl+s")
        await w.sees("Nothing was imported", "notes.json", "it holds a list")
    assert other.read_text(encoding="utf-8") == '["bread", "milk"]'
