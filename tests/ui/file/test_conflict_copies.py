"""Copies that a sync tool left beside the file: noticed, shown, taken in, and then forgotten."""

import shutil
from pathlib import Path

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener, Window
from ui.masking import leaks
from ui.others import command

pytestmark = pytest.mark.promise(4)

NAMES = (
    "case.sync-conflict-20261212-101112-ABCDEFG.json",
    "case (Asha's conflicted copy 2026-12-12).json",
    "case (conflicted copy 2026-12-12 101112).json",
    "case 2.json",
)
"""How Syncthing, Dropbox, Nextcloud and iCloud name such a copy."""


def machine(file: Path) -> Tracker:
    """The tracker of another machine, or of this one."""
    return Tracker(Repository(file, FixedClock(DAY)), load_rules(None), FixedClock(DAY))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a case."""
    path = tmp_path / "case.json"
    write_demo(Repository(path, FixedClock(DAY)), load_rules(None), DAY)
    return path


def part(file: Path, name: str = NAMES[0]) -> Path:
    """Leaves a copy beside the file on which another machine logged something."""
    elsewhere = file.parent / "elsewhere" / "case.json"
    elsewhere.parent.mkdir(exist_ok=True)
    shutil.copy(file, elsewhere)
    machine(elsewhere).apply(LogContact(channel="ceac", note="there"))
    return elsewhere.replace(file.with_name(name))


def quiet(w: Window) -> bool:
    """Whether no copy is spoken of."""
    return "COPY" not in w.text


def notes(file: Path) -> list[str]:
    """The notes of the first case's contacts."""
    return [contact.note for contact in machine(file).reader.book().cases[0].contacts]


@pytest.mark.parametrize("name", NAMES)
async def test_a_copy_is_said_on_opening_by_its_name(window: Opener, file: Path, name: str) -> None:
    part(file, name)
    async with window(demo=False) as w:
        await w.sees("COPY i shows a copy that a sync tool left beside the file", name)


async def test_a_copy_that_comes_while_open_is_shown_taken_in_and_forgotten(
    window: Opener, file: Path
) -> None:
    async with window(demo=False) as w:
        assert quiet(w)
        copy = part(file)
        left, before = copy.read_bytes(), file.read_bytes()
        machine(file).apply(LogContact(channel="ceac", note="here"))
        await w.sees("COPY i shows a copy")
        await w.press("i")
        await w.dialog("Confirm")
        await w.sees("1 record is new.", "+ Contact: CEAC", "· there [c-", "u takes it back")
        await w.press("n")
        await w.closed()
        assert notes(file)[-1] == "here"
        await w.press("i")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.until(lambda: "Took in case.sync-conflict" in w.message, "what was done")
        assert "stays where it is" in w.message
        await w.until(lambda: quiet(w), "the end of it")
        assert sorted(notes(file)[-2:]) == ["here", "there"]
        assert copy.read_bytes() == left
        assert [b.before for b in machine(file).reader.backups()][-1] == "import"
        assert before != file.read_bytes()
        await w.press("u")
        await w.dialog("Confirm")
        await w.sees("Took in case.sync-conflict")
        await w.press("y")
        await w.sees("COPY i shows a copy")
        assert notes(file)[-1] == "here"


async def test_what_was_taken_in_is_not_said_again_by_any_face(window: Opener, file: Path) -> None:
    part(file)
    assert "A sync tool left" in await command(file, "status")
    async with window(demo=False) as w:
        await w.press("i")
        await w.dialog("Confirm")
        await w.press("y")
        await w.until(lambda: quiet(w), "the end of it")
        machine(file).apply(LogContact(channel="ceac", note="later"))
        await w.pilot.pause(1.2)
        assert quiet(w)
    async with window(demo=False) as w:
        assert quiet(w)
    assert "A sync tool left" not in await command(file, "info")


async def test_of_what_both_changed_the_later_holds_and_is_said(window: Opener, file: Path) -> None:
    copy = part(file)
    machine(copy).apply(SetDocument(document="Org chart", details={"note": "theirs"}))
    machine(file).apply(SetDocument(document="Org chart", details={"note": "ours"}))
    async with window(demo=False) as w:
        await w.press("i")
        await w.dialog("Confirm")
        await w.sees("the later holds", "Org chart [d-", "Note: here ours, there theirs")
        await w.press("y")
        await w.until(lambda: quiet(w), "the end of it")
    assert "there" in notes(file)
    papers = machine(file).reader.book().cases[0].documents
    assert next(d.note for d in papers if d.name == "Org chart") == "theirs"


async def test_a_copy_with_nothing_but_what_both_changed_is_settled_once(
    window: Opener, file: Path
) -> None:
    copy = file.with_name(NAMES[0])
    shutil.copy(file, copy)
    machine(copy).apply(SetDocument(document="Org chart", details={"note": "theirs"}))
    machine(file).apply(SetDocument(document="Org chart", details={"note": "ours"}))
    async with window(demo=False) as w:
        await w.sees("COPY")
        await w.press("i")
        await w.dialog("Confirm")
        await w.press("y")
        await w.until(lambda: quiet(w), "the end of it")
    async with window(demo=False) as w:
        assert quiet(w)


async def test_a_copy_that_holds_nothing_new_is_not_spoken_of(window: Opener, file: Path) -> None:
    shutil.copy(file, file.with_name(NAMES[0]))
    machine(file).apply(LogContact(channel="ceac", note="later"))
    async with window(demo=False) as w:
        assert quiet(w)


async def test_another_case_file_with_a_number_is_no_copy(window: Opener, file: Path) -> None:
    other = file.with_name("case 2.json")
    machine(other).open_case(OpenCase(answers={"refused": "2026-09-01", "title": "somebody else"}))
    async with window(demo=False) as w:
        assert quiet(w)


async def test_a_damaged_copy_is_named_with_its_fault_and_never_taken_in(
    window: Opener, file: Path
) -> None:
    file.with_name(NAMES[0]).write_bytes(b"")
    before = file.read_bytes()
    async with window(demo=False) as w:
        await w.sees("which can't be taken in: it is empty (0 bytes)")
        await w.press("i")
        await w.until(lambda: "Nothing was imported" in w.message, "why not")
        assert len(w.app.screen_stack) == 1
    assert file.read_bytes() == before


@pytest.mark.promise(18)
async def test_what_a_copy_names_is_masked_before_it_is_taken_in(
    window: Opener, file: Path
) -> None:
    number = "Z7654321"
    elsewhere = part(file).replace(file.parent / "elsewhere" / "case.json")
    machine(elsewhere).apply(SetFacts(values={"passport_number": number}))
    machine(elsewhere).apply(LogContact(channel="ceac", note=f"for {number.lower()}"))
    elsewhere.replace(file.with_name(NAMES[0]))
    async with window(demo=False) as w:
        await w.press("i")
        await w.dialog("Confirm")
        await w.sees(number)
        await w.press("m")
        await w.sees("••••21")
        assert not leaks(w, [number])
        await w.press("y")
        await w.closed()
        assert not leaks(w, [number])
        assert notes(file)[-1] == f"for {number.lower()}"
