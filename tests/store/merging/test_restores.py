"""Records that a restore or an editor took out of one copy, merged with the others."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from faults.copies import both, held
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.facts import SetFacts
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import tables_to_import, write_export
from g221_tui.store.merging.merge import plan
from g221_tui.store.merging.side import side
from g221_tui.store.repository import Repository
from store.kit import CLOCK, log, notes, repository
from store.merging.kit import RULES, edited, taken_in

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
    assert side(ours).missing == frozenset(), "and the file holds all that the history tells"
    assert plan(ours, ours, RULES).lines == ()
    other = repository(there).tables()
    assert plan(ours, other, RULES).tables == plan(other, ours, RULES).tables


def test_three_copies_are_the_same_in_every_order_where_one_restored_and_one_recorded_on(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / f"{name}.json" for name in "abc"]
    first, second, third = (Tracker(repository(path), RULES, CLOCK) for path in paths)
    first.open_case(OpenCase(answers={"refused": "2026-10-26"}))
    for path in paths[1:]:
        path.write_bytes(paths[0].read_bytes())
    second.apply(AddEvent(kind="note", note="second"))
    third.archive.undo()
    third.archive.import_file(paths[1])
    third.archive.restore("pinned-1")
    assert third.reader.book().cases == (), "as it was before the second was taken in"
    first.apply(AddEvent(kind="note", note="first"))
    made = []
    for x, y, z in permutations([repository(path).tables() for path in paths]):
        made += [both(both(x, y), z), both(x, both(y, z))]
    events = [
        sorted(str(row.get("note", "")) for row in tables["events"].values())  # type: ignore[attr-defined]
        for tables in made
    ]
    assert events == [["", "first", "second"]] * len(made)
    assert all(held(tables) == held(made[0]) for tables in made)


def test_what_an_editor_took_out_of_a_copy_stays_out_where_the_other_never_had_it(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    log(ours, "gone")
    edited(ours, lambda tables: tables["contacts"].popitem())
    log(theirs, "theirs")
    for one, other in ((ours, theirs), (theirs, ours)):
        taken_in(one, other)
        assert sorted(notes(one)) == ["both", "theirs"]


FORMER = Path(__file__).parents[1]
"""Where files of former versions lie: those of 1 and 3 hold the same records in another case."""


@pytest.mark.parametrize("order", list(permutations(("gone", "schema-3", "schema-1"))))
def test_no_record_is_left_without_its_case_when_files_that_share_ids_come_and_go(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    gone = Tracker(repository(tmp_path / "gone.json"), RULES, CLOCK)
    gone.open_case(OpenCase(answers={"refused": "2026-10-20"}))
    gone.archive.undo()
    here = Tracker(repository(tmp_path / "kept" / "here.json"), RULES, CLOCK)
    for number, name in enumerate(order, 1):
        folder = tmp_path if name == "gone" else FORMER
        here.archive.import_file(folder / f"{name}.json")
        assert here.reader.book().problems == ()
        if number == 2:
            here.archive.restore("pinned-1")
            assert here.reader.book().problems == ()
    here.archive.undo()
    assert here.reader.book().problems == ()
    here.archive.redo()
    assert here.reader.book().problems == ()


def test_a_case_that_an_editor_took_out_stays_where_a_record_of_it_came_back(
    tmp_path: Path,
) -> None:
    here = Tracker(repository(tmp_path / "kept" / "here.json"), RULES, CLOCK)
    here.open_case(OpenCase(answers={"refused": "2026-10-20"}))
    here.archive.import_file(FORMER / "schema-3.json")

    def take_out(tables: Any) -> None:
        gone = {name for name, row in tables["cases"].items() if row["id"] != "1"}
        for name in gone:
            del tables["cases"][name]
        for table in ("events", "documents", "contacts", "deadlines"):
            rows = tables.get(table, {})
            for name in [n for n, row in rows.items() if row["case"] != "1"]:
                del rows[name]

    edited(here.reader.repository, take_out)
    assert len(here.reader.book().cases) == 1
    here.archive.import_file(FORMER / "schema-1.json")
    assert here.reader.book().problems == ()


def test_the_number_of_a_case_that_is_gone_is_given_to_no_other(tmp_path: Path) -> None:
    gone = Tracker(repository(tmp_path / "gone.json"), RULES, CLOCK)
    gone.open_case(OpenCase(answers={"refused": "2026-10-20"}))
    gone.archive.undo()
    here = Tracker(repository(tmp_path / "kept" / "here.json"), RULES, CLOCK)
    here.archive.import_file(gone.reader.repository.path)
    here.archive.import_file(FORMER / "schema-3.json")
    here.archive.restore("pinned-1")
    ours = here.reader.repository.tables()
    assert set(side(ours).opened) == {"1", "2"}, "both are still told of in the history"
    made = plan(ours, tables_to_import(FORMER / "schema-1.json"), RULES)
    assert made.renamed == {"1": "3"}


@pytest.mark.parametrize("again", [(), ("new",), ("undo", "redo"), ("restore", "undo")])
@pytest.mark.parametrize("back", ["undo", "restore"])
def test_a_case_that_a_restore_brought_back_and_undo_took_out_again_stays_out(
    tmp_path: Path, back: str, again: tuple[str, ...]
) -> None:
    here, copy = Tracker(repository(tmp_path / "here.json"), RULES, CLOCK), tmp_path / "copy.json"
    here.open_case(OpenCase(answers={"refused": "2026-10-26"}))
    here.open_case(OpenCase(answers={"refused": "2026-10-27"}))
    here.archive.restore("1")  # takes the second case out
    here.archive.restore("2")  # and brings it back
    write_export(copy, here.reader.export(full=True))
    here.archive.undo() if back == "undo" else here.archive.restore("3")
    for step in again:
        if step == "new":
            here.open_case(OpenCase(answers={"refused": "2026-10-28"}))
        elif step == "restore":
            here.archive.restore("2")
        else:
            getattr(here.archive, step)()
    before = here.reader.repository.tables()
    assert "2" not in {case.id for case in here.reader.book().cases}
    told = plan(before, tables_to_import(copy), RULES)
    assert (told.lines, told.clashes, told.news) == ((), (), False)
    here.archive.import_file(copy)
    assert here.reader.repository.tables() == before


@pytest.mark.parametrize("backup", ["1", "2"])
def test_a_case_whose_opening_was_undone_is_what_the_backup_held_when_it_is_restored(
    tmp_path: Path, backup: str
) -> None:
    here, copy = Tracker(repository(tmp_path / "here.json"), RULES, CLOCK), tmp_path / "copy.json"
    here.open_case(OpenCase(answers={"refused": "2026-10-26", "title": "First"}))
    here.apply(SetFacts(values={"title": "", "post": "Chennai"}))
    here.archive.undo()
    here.archive.undo()
    here.archive.restore(backup)
    write_export(copy, here.reader.export(full=True))
    for tables in (here.reader.repository.tables(), tables_to_import(copy)):
        assert side(tables).found == {}, "the history tells all that the file holds"
    here.archive.undo()
    before = here.reader.repository.tables()
    here.archive.import_file(copy)
    assert here.reader.repository.tables() == before
