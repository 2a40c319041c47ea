"""Layout 2 keeps every step of a document: a file of layout 1 comes over whole, undo included."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from g221_tui import records
from g221_tui.clock import FixedClock
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument, TickDocument
from g221_tui.core.model import Document, DocumentState
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import write_export
from g221_tui.store.repository import Repository

TODAY = date(2026, 12, 12)
PAST = Path(__file__).parent / "schema-1.json"
ASKED: dict[str, Any] = {
    "id": "d-222222",
    "case": "1",
    "name": "Org chart",
    "requested_by": "slip",
    "asked_on": "2026-10-15",
}
SENT = ASKED | {"ready_on": "2026-10-18", "submitted_on": "2026-10-20", "mood": "hopeful"}
STEPS = [
    {"state": "requested", "on": "2026-10-15"},
    {"state": "ready", "on": "2026-10-18"},
    {"state": "submitted", "on": "2026-10-20"},
]


def change(table: str, name: str, before: Any, after: Any) -> dict[str, Any]:
    """A changed record as the history keeps it."""
    return {"table": table, "id": name, "before": before, "after": after}


def entry(n: int, sentence: str, **more: Any) -> dict[str, Any]:
    """An entry of the history."""
    day = {"at": "2026-12-10T09:00:00Z", "on": "2026-12-10"}
    return {"n": n, **day, "sentence": sentence, **more}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of layout 1 with a paper that was listed, then sent, then a case taken in hand."""
    tables = json.loads(PAST.read_text())
    del tables["documents"]["1"], tables["history"]["1"]
    tables["documents"]["1"] = SENT
    meta = {"schema": 1, "current": "1"}
    former = {"schema": 1}
    tables["history"] = {
        "1": entry(1, "Added.", changes=[change("documents", "d-222222", None, ASKED)]),
        "2": entry(2, "Sent.", changes=[change("documents", "d-222222", ASKED, SENT)]),
        "3": entry(3, "In hand.", changes=[change("meta", "1", former, meta)]),
    }
    file = tmp_path / "case.json"
    file.write_text(json.dumps(tables, indent=2))
    return file


def tracker(path: Path, today: date = TODAY) -> Tracker:
    """The program on that day."""
    return Tracker(Repository(path, FixedClock(today)), load_rules(None), FixedClock(today))


def chart(path: Path) -> Document:
    """The paper as it is read."""
    (found,) = Repository(path, FixedClock(TODAY)).load().cases[0].documents
    return found


def row(path: Path) -> Any:
    """The paper as it lies in the file."""
    return json.loads(path.read_text())["documents"]["1"]


def test_the_dates_become_steps_and_what_is_not_known_stays(path: Path) -> None:
    assert [(s.state, s.on.isoformat()) for s in chart(path).steps] == [
        (step["state"], step["on"]) for step in STEPS
    ]
    tracker(path).apply(SetDocument(document="Org chart", details={"note": "two pages"}))
    assert row(path)["steps"] == STEPS
    assert row(path)["mood"] == "hopeful"
    assert not {name for name in row(path) if name.endswith("_on")}


@pytest.mark.promise(6)
def test_the_former_file_is_pinned_before_its_dates_become_steps(path: Path) -> None:
    before = path.read_bytes()
    program = tracker(path)
    program.apply(SetDocument(document="Org chart", details={"note": "two pages"}))
    pinned = program.reader.repository.backups()[-1]
    assert (pinned.before, pinned.path.read_bytes()) == ("migration", before)


@pytest.mark.promise(9)
def test_what_was_done_under_layout_1_can_be_undone_and_done_again(path: Path) -> None:
    program = tracker(path)
    before = program.reader.repository.load()
    for _ in range(3):
        program.archive.undo()
    assert program.reader.repository.load().cases[0].documents == ()
    program.archive.redo()
    assert [step.state for step in chart(path).steps] == [DocumentState.REQUESTED]
    program.archive.redo()
    assert row(path)["steps"] == STEPS
    program.archive.redo()
    assert program.reader.repository.load() == before


def test_a_date_that_is_none_stays_in_the_file_and_is_told(path: Path) -> None:
    tables = json.loads(path.read_text())
    tables["documents"]["1"]["received_on"] = "soon"
    path.write_text(json.dumps(tables))
    (problem,) = Repository(path, FixedClock(TODAY)).load().problems
    assert (problem.table, problem.record) == ("documents", "d-222222")
    assert problem.faults == ('steps 4: on: "soon" is not a date (YYYY-MM-DD)',)


def test_a_copy_of_the_file_from_before_is_known_as_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    program = tracker(path)
    program.apply(SetDocument(document="Org chart", state="requested", on=date(2026, 12, 1)))
    after = chart(path)
    program.archive.import_file(copy)
    assert chart(path) == after


def test_a_step_keeps_what_another_version_wrote_in_it(path: Path) -> None:
    program = tracker(path)
    program.apply(SetDocument(document="Org chart", details={"note": "two pages"}))
    tables = json.loads(path.read_text())
    tables["documents"]["1"]["steps"][2]["route"] = "courier"
    path.write_text(json.dumps(tables))
    program.apply(SetDocument(document="Org chart", state="received"))
    assert row(path)["steps"][2] == {**STEPS[2], "route": "courier"}
    program.apply(TickDocument(document="Org chart"))
    assert [step["state"] for step in row(path)["steps"]] == ["requested", "ready", "submitted"]


def test_the_layout_is_the_one_of_this_version() -> None:
    assert records.SCHEMA == 3


def test_a_paper_that_was_ready_after_it_went_in_is_still_in(path: Path) -> None:
    tables = json.loads(path.read_text())
    tables["documents"]["1"]["ready_on"] = "2026-10-25"
    path.write_text(json.dumps(tables))
    assert chart(path).course().state is DocumentState.SUBMITTED
    assert len(chart(path).steps) == 3


@pytest.mark.promise(9)
@pytest.mark.parametrize(
    "command",
    [
        AddDocuments(names=("org  CHART",)),
        SetDocument(document="Org chart", state="requested", by="uscis"),
        SetDocument(document="Org chart", state="received"),
        SetDocument(document="Org chart", state="submitted", on=date(2026, 10, 19)),
        SetDocument(document="Org chart", asked=date(2026, 10, 16)),
        Correct(record="d-222222", values={"submitted": "2026-10-21", "ready": ""}),
        Correct(record="d-222222", values={"task": "yes", "asked": ""}),
    ],
)
def test_every_change_of_the_steps_is_undone_and_done_again(path: Path, command: Command) -> None:
    program = tracker(path)
    before = chart(path)
    program.apply(command)
    after = chart(path)
    assert after != before
    program.archive.undo()
    assert chart(path) == before
    program.archive.redo()
    assert chart(path) == after


def test_an_export_brings_every_step_into_an_empty_file(path: Path, tmp_path: Path) -> None:
    program = tracker(path)
    program.apply(AddDocuments(names=("Org chart",)))
    export, fresh = tmp_path / "export.json", tmp_path / "fresh.json"
    write_export(export, program.reader.export(full=True))
    tracker(fresh).archive.import_file(export)
    assert chart(fresh) == chart(path)
