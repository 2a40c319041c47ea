"""Undo and redo of every kind of change, announced, and never over what another wrote."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import TODAY, Cli
from g221_tui.clock import FixedClock
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.history.undo import MOST_STEPS
from g221_tui.errors import Refused
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository

pytestmark = pytest.mark.promise(9)


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """Two cases with papers, a contact, an event and a deadline."""
    g221.open("2026-11-02", "--title", "Daughter")
    g221.open("2026-10-26", "--document", "Client letter", "Org chart", "--title", "Mine")
    g221("log", "ceac", "--status", "Refused")
    g221("deadline", "add", "Lease", "2027-01-05")
    return g221


def tables(g221: Cli) -> dict[str, Any]:
    """All tables but the history, those without a row left out."""
    whole: dict[str, Any] = json.loads(g221.file.read_bytes())
    return {name: rows for name, rows in whole.items() if rows and name != "history"}


def record(g221: Cli, table: str, place: int = 0) -> str:
    """The id of a record of a table, the first unless said."""
    rows = list(tables(g221)[table].values())
    return str(rows[place]["id"])


def event(g221: Cli) -> str:
    """The id of an event that is no refusal."""
    g221("event", "add", "note", "--note", "the post rang")
    return next(str(e["id"]) for e in tables(g221)["events"].values() if e["kind"] == "note")


def exported(g221: Cli) -> str:
    """A copy with one contact that the file does not hold, and another table."""
    path = g221.file.with_name("other.json")
    g221("export", "json", "--full", "--out", str(path))
    g221("--file", str(path), "log", "dos", "--purpose", "details", "--note", "theirs")
    other = json.loads(path.read_bytes())
    other["letters"] = {"1": {"text": "kept"}}
    path.write_text(json.dumps(other))
    return str(path)


CHANGES: dict[str, Callable[[Cli], tuple[str, ...]]] = {
    "new": lambda _: ("new", "--refused", "2026-11-11", "--document", "A", "B"),
    "use": lambda _: ("cases", "use", "1"),
    "link": lambda _: ("cases", "link", "1", "family"),
    "docs add": lambda _: ("docs", "add", "Payslips", "Contract"),
    "docs add for two": lambda _: ("docs", "add", "Payslips", "--also", "1"),
    "docs set": lambda _: ("docs", "set", "Org chart", "submitted", "--note", "by post"),
    "docs remove": lambda _: ("docs", "remove", "Org chart"),
    "event": lambda _: ("event", "add", "passport_requested"),
    "log": lambda _: ("log", "consulate_email", "--purpose", "documents"),
    "set": lambda _: ("set", "post=Mumbai", "emergency=yes", "title="),
    "deadline": lambda _: ("deadline", "add", "Flight", "2027-01-06"),
    "remove an event": lambda g: ("event", "remove", event(g)),
    "remove a contact": lambda g: ("contacts", "remove", record(g, "contacts")),
    "remove a deadline": lambda _: ("deadline", "remove", "Lease"),
    "correct a contact": lambda g: ("correct", record(g, "contacts"), "note=better"),
    "correct an event": lambda g: ("correct", record(g, "events", -1), "note=seen"),
    "correct a document": lambda g: ("correct", record(g, "documents"), "name=Chart"),
    "correct a deadline": lambda g: ("correct", record(g, "deadlines"), "name=Rent"),
    "import": lambda g: ("import", exported(g)),
    "restore": lambda _: ("backup", "restore", "1"),
}


def turned(line: str, does: str) -> str:
    """What was undone or done again, without in which case."""
    return re.sub(rf"^{does}( in cases? [^:]*)?: ", "", line)


@pytest.mark.parametrize("kind", CHANGES)
def test_every_change_is_undone_and_done_again_and_leaves_the_same_records(
    opened: Cli, kind: str
) -> None:
    words = CHANGES[kind](opened)
    before = tables(opened)
    said = opened(*words).lines[-1]
    after = tables(opened)
    assert after != before
    announced = opened("undo", "--dry-run").out
    assert announced.startswith("Undo takes back what was written ")
    assert tables(opened) == after, "it is said before it is done"
    undone = opened("undo")
    assert (undone.out, len(undone.lines)) == ("", 1)
    sentence = turned(undone.lines[0], "Undone")
    assert said.startswith(sentence)
    assert sentence in announced
    assert tables(opened) == before
    redone = opened("redo")
    assert (redone.out, turned(redone.lines[0], "Done again")) == ("", sentence)
    assert tables(opened) == after
    opened("undo")
    assert tables(opened) == before


def test_steps_are_taken_back_to_the_empty_file_and_all_again(opened: Cli) -> None:
    states = [tables(opened)]
    for _ in range(4):
        opened("undo")
        states.append(tables(opened))
    assert opened("undo", code=1).lines == ["There is nothing to undo."]
    assert not states[-1].get("cases")
    assert opened("status", code=1).lines == [
        "The file holds no case yet; open one with 'g221 new --refused DATE'."
    ]
    for state in states[-2::-1]:
        opened("redo")
        assert tables(opened) == state
    assert opened("redo", code=1).lines == ["There is nothing to redo."]


def test_undo_reaches_back_50_steps_and_the_next_one_is_refused(opened: Cli) -> None:
    for n in range(MOST_STEPS + 5):
        opened("set", f"title=number {n}")
    for _ in range(MOST_STEPS):
        opened("undo")
    said = opened("undo", code=1)
    assert said.lines == ["Undo reaches back 50 steps. 'g221 history' shows the others."]
    assert opened.status()["case"]["title"] == "number 4"
    for _ in range(MOST_STEPS):
        opened("redo")
    assert opened.status()["case"]["title"] == f"number {MOST_STEPS + 4}"


def test_a_new_change_after_an_undo_is_the_end_of_what_can_be_redone(opened: Cli) -> None:
    opened("set", "title=one")
    opened("undo")
    opened("set", "title=two")
    assert opened("redo", code=1).lines == ["There is nothing to redo."]
    opened("undo")
    assert opened.status()["case"]["title"] == "Mine"
    opened("undo", "--dry-run")


def test_with_nothing_to_undo_one_line_says_so(g221: Cli) -> None:
    for words in (("undo",), ("redo",), ("undo", "--dry-run"), ("redo", "--dry-run")):
        said = g221(*words, code=1)
        assert (said.out, said.lines) == ("", [f"There is nothing to {words[0]}."])
    assert not g221.file.exists()


def edit(g221: Cli, change: Callable[[Any], object]) -> None:
    """Changes the file as an editor would, without a word in the history."""
    whole = json.loads(g221.file.read_bytes())
    change(whole)
    g221.file.write_text(json.dumps(whole, indent=2) + "\n")


def test_a_record_that_another_changed_since_is_refused_by_name(opened: Cli) -> None:
    name = record(opened, "contacts")
    opened("correct", name, "note=ours")
    edit(opened, lambda whole: whole["contacts"]["1"].update(note="theirs"))
    before = opened.file.read_bytes()
    said = opened("undo", code=1)
    assert len(said.lines) == 1
    assert f"contacts {name} changed since" in said.err
    assert opened.file.read_bytes() == before
    edit(opened, lambda whole: whole["contacts"]["1"].update(note="ours"))
    opened("undo")
    edit(opened, lambda whole: whole["contacts"]["1"].update(note="theirs again"))
    assert f"contacts {name} changed since" in opened("redo", code=1).err


def test_a_record_that_another_made_unreadable_or_took_out_is_refused_by_name(opened: Cli) -> None:
    name = record(opened, "contacts")
    opened("correct", name, "note=ours")
    edit(opened, lambda whole: whole["contacts"]["1"].update(on="soon"))
    assert f"contacts {name} changed since" in opened("undo", code=1).err
    edit(opened, lambda whole: whole["contacts"].pop("1"))
    assert f"contacts {name} changed since" in opened("undo", code=1).err


def test_a_case_is_not_taken_back_from_under_a_record_that_was_added_since(g221: Cli) -> None:
    g221.open("2026-10-26")
    row = {"id": "c-222222", "case": "1", "channel": "ceac", "on": "2026-11-01"}
    edit(g221, lambda whole: whole.update(contacts={"1": row}))
    before = g221.file.read_bytes()
    said = g221("undo", code=1)
    assert "contacts c-222222 was added since" in said.err
    assert g221.file.read_bytes() == before


def test_an_imported_record_that_changed_since_is_refused_by_name(opened: Cli) -> None:
    opened("import", exported(opened))
    changed = tables(opened)["contacts"]["2"]
    edit(opened, lambda whole: whole["contacts"]["2"].update(note="mine now"))
    assert f"contacts {changed['id']} changed since" in opened("undo", code=1).err


def test_the_history_marks_what_is_undone_and_keeps_before_and_after(opened: Cli) -> None:
    opened("set", "title=one")
    opened("undo")
    rows = opened("history").out.splitlines()
    assert [row.endswith("  (undone)") for row in rows] == [False] * 4 + [True, False]
    assert "Undone: Set Title" in rows[-1]
    entries = opened("history", "--json").json()
    assert [entry["undone"] for entry in entries] == [False] * 4 + [True, False]
    assert entries[-1]["undoes"] == 5
    (change,) = entries[-1]["changes"]
    assert (change["before"]["title"], change["after"]["title"]) == ("one", "Mine")
    opened("redo")
    entries = opened("history", "--json").json()
    assert not any(entry["undone"] for entry in entries)
    assert entries[-1]["redoes"] == 5


def tracker(path: Path) -> Tracker:
    """A tracker of the file, as another window has it."""
    clock = FixedClock(date.fromisoformat(TODAY))
    return Tracker(Repository(path, clock), load_rules(None), clock)


def test_two_windows_share_one_line_of_steps(opened: Cli) -> None:
    one, two = tracker(opened.file), tracker(opened.file)
    one.apply(SetFacts(values={"title": "one"}))
    two.apply(SetFacts(values={"post": "Mumbai"}))
    assert "Mumbai" in one.archive.preview_undo()
    assert one.archive.undo().sentence.startswith("Undone: Set Post")
    assert "title" in two.archive.preview_undo().casefold()
    assert two.archive.undo().sentence.startswith("Undone: Set Title")
    assert one.archive.redo().sentence.startswith("Done again: Set Title")
    assert two.archive.redo().sentence.startswith("Done again: Set Post")


def test_a_step_that_was_not_announced_is_not_taken(opened: Cli) -> None:
    one, two = tracker(opened.file), tracker(opened.file)
    one.apply(SetFacts(values={"title": "one"}))
    announced = one.archive.preview_undo()
    two.apply(SetFacts(values={"post": "Mumbai"}))
    before = opened.file.read_bytes()
    with pytest.raises(Refused, match="meanwhile another step was taken"):
        one.archive.undo(announced)
    assert opened.file.read_bytes() == before
    two.archive.undo(two.archive.preview_undo())
    one.archive.undo(announced)
    assert opened.status()["case"]["title"] == "Mine"


def test_undo_names_the_record_and_the_case_it_was_about(opened: Cli) -> None:
    here = tracker(opened.file)
    made = here.apply(LogContact(channel="ceac"), case="1")
    done = here.archive.undo()
    assert (done.record, done.case) == (made.record, "1")
    assert here.archive.redo().record == made.record


@pytest.mark.promise(9)
def test_a_case_in_hand_that_is_not_there_stops_no_undo(g221: Cli) -> None:
    g221.open("2026-10-26")
    g221.open("2026-10-27")
    whole = json.loads(g221.file.read_bytes())
    whole["meta"]["1"]["current"] = "99"
    g221.file.write_text(json.dumps(whole), "utf-8")
    g221("cases", "use", "1")
    g221("undo")
    assert json.loads(g221.file.read_bytes())["meta"]["1"]["current"] == "99"
    g221("redo")
    assert json.loads(g221.file.read_bytes())["meta"]["1"]["current"] == "1"
