"""The whole file as JSON comes back from an export the same, whatever was typed."""

import tempfile
from datetime import date
from pathlib import Path

import msgspec
from hypothesis import given, settings

from core.life import rules
from core.outgoing.kit import CONTACTS, TODAY, documents
from g221_tui.clock import FixedClock
from g221_tui.core.edits.opening import OpenCase
from g221_tui.core.model import Contact, Document
from g221_tui.records import HISTORY
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import write_export
from g221_tui.store.repository import Repository


def tracker(file: Path) -> Tracker:
    clock = FixedClock(date.fromisoformat(TODAY))
    return Tracker(Repository(file, clock), rules(), clock)


@settings(max_examples=15)
@given(CONTACTS, documents())
def test_an_export_in_full_is_taken_in_as_it_was(
    contacts: list[Contact], papers: list[Document]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = (tracker(Path(folder) / name) for name in ("ours.json", "theirs.json"))
        ours.open_case(OpenCase(answers={"refused": "2026-10-26"}))
        with ours.reader.repository.transaction() as change:
            (case,) = change.book.cases
            numbered = [msgspec.structs.replace(c, id=f"c-of{n}") for n, c in enumerate(contacts)]
            filled = msgspec.structs.replace(
                case, contacts=tuple(numbered), documents=tuple(papers)
            )
            change.save(
                msgspec.structs.replace(change.book, cases=(filled,)), "It.", case.events[0].day
            )
        export = Path(folder) / "export.json"
        write_export(export, ours.reader.export(full=True))
        theirs.archive.import_file(export)
        assert theirs.reader.book().cases == ours.reader.book().cases
        mine, other = (t.reader.export(full=True) for t in (ours, theirs))
        assert {k: v for k, v in mine.items() if k != HISTORY} == {
            k: v for k, v in other.items() if k != HISTORY
        }
