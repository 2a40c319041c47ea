"""A backup restored in a copy that had taken another in."""

from pathlib import Path

import pytest

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.opening import OpenCase
from g221_tui.service.tracker import Tracker
from g221_tui.store.merging.merge import plan
from g221_tui.store.merging.side import side
from store.kit import CLOCK, repository
from store.merging.kit import RULES

pytestmark = pytest.mark.promise(23)


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_a_case_that_stayed_for_what_another_recorded_stays_when_a_backup_takes_that_out(
    tmp_path: Path, number: str
) -> None:
    here, there = tmp_path / "here.json", tmp_path / "there.json"
    mine, theirs = (Tracker(repository(path), RULES, CLOCK) for path in (here, there))
    mine.open_case(OpenCase(answers={"refused": "2026-10-26"}, documents=("Chart",)))
    mine.apply(LogContact(channel="ceac", status="Refused"))
    there.write_bytes(here.read_bytes())
    theirs.apply(AddEvent(kind="note", note="theirs"))
    mine.archive.undo()
    mine.archive.undo()
    mine.archive.import_file(there)
    assert len(mine.reader.book().cases) == 1
    mine.archive.restore(number)
    ours = mine.reader.repository.tables()
    assert side(ours).found == {}, "the history tells all that the file holds"
    assert plan(ours, ours, RULES).lines == ()
    other = repository(there).tables()
    assert plan(ours, other, RULES).tables == plan(other, ours, RULES).tables
