"""What a save could not make sure of is said with every change, and only with that one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cli.conftest import Cli
from g221_tui.clock import FixedClock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument, TickDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveDeadline, RemoveRecord
from g221_tui.rules import load_rules
from g221_tui.service.done import Done
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from store.kit import forget_names

pytestmark = pytest.mark.promise(1)

DAY = date(2026, 12, 12)
SAID = "Saved, but a power cut in the next seconds might undo it (input/output error)."


def lasting(tracker: Tracker, channel: str) -> str:
    """The id of a contact on that channel."""
    return next(c.id for c in tracker.reader.book().cases[0].contacts if c.channel == channel)


def put_back(tracker: Tracker) -> Done:
    """Give a damaged file the records back that were read last."""
    tracker.reader.book()
    path = tracker.reader.repository.path
    path.write_bytes(path.read_bytes()[:-20])
    return tracker.archive.put_back()


def put_back_a_backup(tracker: Tracker) -> Done:
    """Give a file that is gone the records of a backup."""
    tracker.reader.repository.path.unlink()
    return tracker.archive.put_back("1")


CHANGES: dict[str, Callable[[Tracker], Done]] = {
    "new": lambda t: t.open_case(OpenCase(answers={"refused": "2026-10-26"})),
    "use": lambda t: t.use_case("1"),
    "link": lambda t: t.link_case("1", "family"),
    "docs add": lambda t: t.apply(AddDocuments(names=("Letter",))),
    "docs set": lambda t: t.apply(SetDocument(document="Form", state="submitted")),
    "docs remove": lambda t: t.apply(RemoveDocument(document="Form")),
    "tick": lambda t: t.apply(TickDocument(document="Form")),
    "event add": lambda t: t.apply(AddEvent(kind="note")),
    "log": lambda t: t.apply(LogContact(channel="ceac")),
    "set": lambda t: t.apply(SetFacts(values={"post": "Delhi"})),
    "deadline add": lambda t: t.apply(AddDeadline(name="Lease", on=DAY)),
    "deadline remove": lambda t: t.apply(RemoveDeadline(name="Flight")),
    "correct": lambda t: t.apply(
        Correct(record=lasting(t, "ceac"), values={"note": "x"}), case="1"
    ),
    "remove": lambda t: t.apply(RemoveRecord(record=lasting(t, "ceac")), case="1"),
    "undo": lambda t: t.archive.undo(),
    "redo": lambda t: t.archive.redo(),
    "import": lambda t: t.archive.import_file(t.reader.repository.path.with_name("copy.json")),
    "restore": lambda t: t.archive.restore("1"),
    "put back": put_back,
    "put back a backup": put_back_a_backup,
}
"""Every change that the service makes."""


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    """The tracker of a file with two cases, something undone, and a copy changed elsewhere."""

    def over(name: str) -> Tracker:
        path = tmp_path / "kept" / name
        return Tracker(Repository(path, FixedClock(DAY)), load_rules(None), FixedClock(DAY))

    made = over("case.json")
    made.open_case(OpenCase(answers={"refused": "2026-10-26"}, documents=("Letter",)))
    made.apply(LogContact(channel="ceac"))
    made.open_case(OpenCase(answers={"refused": "2026-10-27"}, documents=("Form",)))
    copy = over("copy.json")
    copy.reader.repository.path.write_bytes(made.reader.repository.path.read_bytes())
    copy.apply(LogContact(channel="ceac", note="there"))
    made.apply(AddDeadline(name="Flight", on=date(2027, 1, 5)))
    made.apply(SetFacts(values={"title": "Child"}))
    made.archive.undo()
    return made


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_carries_what_its_save_could_not_make_sure_of(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    with monkeypatch.context() as patch:
        forget_names(patch, tracker.reader.repository.path.parent)
        assert CHANGES[change](tracker).saved_but == SAID
    assert tracker.apply(LogContact(channel="ceac"), case="1").saved_but == ""


def test_a_change_that_saves_nothing_does_not_repeat_what_an_earlier_save_said(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_names(monkeypatch, tracker.reader.repository.path.parent)
    assert tracker.use_case("1").saved_but == SAID
    assert tracker.use_case("1").saved_but == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log", "ceac"), "Logged: CEAC on Sat 12 Dec 2026, for status."),
        (("undo",), "Undone: Set Title: nothing → Mother."),
        (("cases", "use", "1"), "Case 1 is in hand: Mother."),
    ],
)
def test_the_command_line_says_it_after_what_was_done_in_the_same_line(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    g221.open("2026-10-26")
    g221("set", "title=Mother")
    if words[0] == "cases":
        g221.open("2026-10-27")
    forget_names(monkeypatch, g221.file.parent)
    assert g221(*words).err == f"{said} {SAID}\n"
