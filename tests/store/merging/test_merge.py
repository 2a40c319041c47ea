"""Another file taken in: each field by what the histories of both tell."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.history import undo
from g221_tui.errors import Refused
from g221_tui.rules import load_rules
from g221_tui.store import conflict_copies, import_export
from g221_tui.store.merging import pending_copies
from g221_tui.store.merging.merge import Plan, plan
from g221_tui.store.merging.taking import take_in
from g221_tui.store.repository import Repository
from store.kit import REFUSED, TODAY, log, notes, repository, start, with_contacts, with_facts

RULES = load_rules(None)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Repository, Repository]:
    """A file with one contact, and a copy of it."""
    ours = start(tmp_path / "case.json")
    log(ours, "both")
    return ours, copied(ours, tmp_path / "theirs" / "case.json")


def copied(store: Repository, path: Path) -> Repository:
    """A copy of the file, without its backups."""
    path.parent.mkdir(exist_ok=True)
    shutil.copy(store.path, path)
    return repository(path)


def noted(store: Repository, note: str) -> None:
    """Changes the note of the first contact."""
    with store.transaction() as change:
        case = change.book.cases[0]
        first = msgspec.structs.replace(case.contacts[0], note=note)
        case = with_contacts(case, (first, *case.contacts[1:]))
        change.save(msgspec.structs.replace(change.book, cases=(case,)), f"Noted {note}", TODAY)


def titled(store: Repository, title: str) -> None:
    """Changes the title of the case."""
    with store.transaction() as change:
        change.save(with_facts(change.book, title=title), f"Titled {title}", TODAY)


def taken_back(store: Repository) -> None:
    """Takes back the last step."""
    with store.transaction() as change:
        step = undo.line(change.entries).undo
        assert step is not None
        back = msgspec.structs.replace(undo.backward(step), undoes=step.n)
        change.turn(back, f"Undone: {step.sentence}", TODAY)


def taking(ours: Repository, theirs: Repository) -> Plan:
    """What taking theirs into ours would do."""
    return plan(ours.tables(), theirs.tables(), RULES)


def taken_in(ours: Repository, theirs: Repository) -> None:
    """Takes theirs into ours."""
    with ours.transaction() as change:
        take_in(change, taking(ours, theirs), theirs.tables(), "Imported.", TODAY)


def edited(store: Repository, change: Callable[[Any], object]) -> None:
    """Changes the file's JSON as an editor would."""
    tables = json.loads(store.path.read_bytes())
    change(tables)
    store.path.write_text(json.dumps(tables, indent=2))


def test_a_copy_that_is_the_same_brings_nothing(pair: tuple[Repository, Repository]) -> None:
    made = taking(*pair)
    assert (made.lines, made.clashes, made.added, made.changed) == ((), (), 0, 0)
    assert not made.anything


def test_what_only_they_changed_is_taken_and_what_only_we_changed_stays(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(theirs, "theirs")
    noted(theirs, "theirs again")
    titled(ours, "ours")
    made = taking(ours, theirs)
    assert (made.changed, made.added, made.clashes) == (1, 0, ())
    assert made.lines == (made.lines[0],)
    assert made.lines[0].endswith("Note: both → theirs again")
    taken_in(ours, theirs)
    assert notes(ours) == ["theirs again"]
    assert ours.load().cases[0].facts.title == "ours"
    assert taking(ours, theirs).lines == ()


def test_of_what_both_changed_the_later_holds_and_the_other_is_named(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(ours, "ours")
    noted(theirs, "theirs")
    noted(theirs, "theirs again")
    (clash,) = taking(ours, theirs).clashes
    assert "Note: here ours, there theirs again; the later, there, holds" in clash
    (clash,) = taking(theirs, ours).clashes
    assert "Note: here theirs again, there ours; the later, here, holds" in clash
    copy = copied(ours, ours.path.with_name("copy.json"))
    taken_in(ours, theirs)
    taken_in(theirs, copy)
    assert notes(ours) == notes(theirs) == ["theirs again"]
    told = [entry.sentence for entry in ours.history()]
    assert {"Noted ours", "Noted theirs", "Noted theirs again"} <= set(told)
    assert not taking(ours, copy).anything
    noted(ours, "settled")
    assert not taking(ours, theirs).lines


def test_a_clock_that_is_behind_makes_no_later_change_earlier(tmp_path: Path) -> None:
    ours = start(tmp_path / "case.json")
    log(ours, "both")
    behind = Repository(copied(ours, tmp_path / "theirs" / "case.json").path, FixedClock(REFUSED))
    noted(ours, "ours")
    taken_in(behind, ours)
    noted(behind, "theirs, who saw ours")
    taken_in(ours, behind)
    assert notes(ours) == ["theirs, who saw ours"]


def test_what_they_changed_and_took_back_is_no_change_of_theirs(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(ours, "ours")
    noted(theirs, "theirs")
    taken_back(theirs)
    assert (taking(ours, theirs).lines, taking(ours, theirs).clashes) == ((), ())


def test_what_we_took_over_and_they_took_back_is_taken_back_here_too(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(theirs, "theirs")
    taken_in(ours, theirs)
    taken_back(theirs)
    taken_in(ours, theirs)
    assert notes(ours) == ["both"]


def test_each_field_of_a_record_is_taken_from_who_changed_it(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    titled(ours, "ours")
    with theirs.transaction() as change:
        change.save(with_facts(change.book, post="Mumbai"), "Moved", TODAY)
    assert taking(ours, theirs).clashes == ()
    taken_in(ours, theirs)
    facts = ours.load().cases[0].facts
    assert (facts.title, facts.post) == ("ours", "Mumbai")


def test_a_merge_taken_back_can_be_done_again_and_taken_in_again(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(ours, "ours")
    noted(theirs, "theirs")
    log(theirs, "more")
    before = ours.load()
    taken_in(ours, theirs)
    after = ours.load()
    taken_back(ours)
    assert ours.load() == before
    taken_in(ours, theirs)
    assert ours.load() == after
    taken_back(ours)
    taken_back(ours)
    assert notes(ours) == ["both"]


def test_a_record_taken_back_by_one_and_changed_by_the_other_stays(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(theirs, "changed there")
    taken_back(ours)
    (clash,) = taking(ours, theirs).clashes
    assert "taken back here, changed there; it stays" in clash
    copy = copied(ours, ours.path.with_name("copy.json"))
    taken_in(ours, theirs)
    taken_in(theirs, copy)
    assert notes(ours) == notes(theirs) == ["changed there"]


def test_a_case_taken_back_by_one_stays_where_the_other_recorded_in_it(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    log(theirs, "there")
    taken_back(ours)
    taken_back(ours)
    assert ours.load().cases == ()
    taken_in(ours, theirs)
    (case,) = ours.load().cases
    assert [event.kind for event in case.events] == ["refused"]
    assert notes(ours) == ["there"]


def test_two_cases_with_one_number_are_numbered_as_they_were_opened(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    for store, title in ((theirs, "there"), (ours, "here")):
        again = start(store.path)
        with again.transaction() as change:
            case = change.book.cases[-1]
            facts = msgspec.structs.replace(case.facts, title=title)
            case = msgspec.structs.replace(case, facts=facts)
            book = msgspec.structs.replace(change.book, cases=(*change.book.cases[:-1], case))
            change.save(book, f"Titled {title}", TODAY)
    copy = copied(ours, ours.path.with_name("copy.json"))
    taken_in(ours, theirs)
    taken_in(theirs, copy)
    titles = [(case.id, case.facts.title) for case in ours.load().cases]
    assert sorted(title for _, title in titles) == ["", "here", "there"]
    assert [number for number, _ in titles] == ["1", "2", "3"]
    assert ours.load() == theirs.load()
    assert [event.case for case in ours.load().cases for event in case.events] == ["1", "2", "3"]
    taken_back(ours)
    assert ours.load() == copy.load()


def test_the_cases_of_a_file_of_another_origin_take_free_numbers(
    pair: tuple[Repository, Repository], tmp_path: Path
) -> None:
    ours, _ = pair
    another = start(tmp_path / "another.json")
    titled(another, "somebody else")
    taken_in(ours, another)
    assert [(case.id, case.facts.title) for case in ours.load().cases] == [
        ("1", ""),
        ("2", "somebody else"),
    ]
    assert not taking(ours, another).anything
    titled(another, "somebody else again")
    taken_in(ours, another)
    assert ours.load().cases[1].facts.title == "somebody else again"


def test_what_an_editor_changed_is_merged_and_noted(pair: tuple[Repository, Repository]) -> None:
    ours, theirs = pair
    edited(theirs, lambda tables: tables["contacts"]["1"].update(note="by hand"))
    edited(ours, lambda tables: tables["contacts"]["1"].update(colour="red"))
    taken_in(ours, theirs)
    row = ours.tables()["contacts"]["1"]
    assert isinstance(row, dict)
    assert (row["note"], row["colour"]) == ("by hand", "red")
    told = [entry.sentence for entry in ours.history() if entry.outside]
    assert len(told) == 2
    assert all(sentence.startswith("Changed outside g221: contacts ") for sentence in told)
    assert not taking(ours, theirs).anything


def test_what_an_editor_took_out_of_both_does_not_come_back(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    for store in pair:
        edited(store, lambda tables: tables["contacts"].clear())
    log(theirs, "there")
    taken_in(ours, theirs)
    assert notes(ours) == ["there"]


def test_a_record_that_only_they_have_gets_the_number_after_the_highest(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    log(theirs, "theirs")
    edited(ours, lambda tables: tables["contacts"].update({"7": {"id": "c-7", "case": "1"}}))
    made = taking(ours, theirs)
    assert (sorted(made.tables["contacts"]), made.added) == (["1", "7", "8"], 1)
    assert made.lines[0].startswith("+ Contact: ")


def test_what_can_t_be_read_of_theirs_comes_along_as_it_is(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    bad = {"id": "c-2", "case": "1"}
    edited(theirs, lambda tables: tables["contacts"].update({"2": bad}))
    made = taking(ours, theirs)
    assert made.lines == ("+ contacts c-2, which needs attention",)
    taken_in(ours, theirs)
    assert ours.tables()["contacts"]["2"] == bad
    assert not taking(ours, theirs).anything


def test_what_can_t_be_read_in_one_copy_gives_way_to_the_same_record_of_the_other(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    edited(theirs, lambda tables: tables["contacts"]["1"].update(on="soon"))
    assert not taking(ours, theirs).lines
    (clash,) = taking(theirs, ours).clashes
    assert clash.endswith("can't be read here, and can there")
    taken_in(theirs, ours)
    assert theirs.load() == ours.load()


def test_tables_of_other_versions_are_added_and_never_replaced(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    edited(ours, lambda tables: tables.update(letters={"1": "ours", "2": "same"}))
    edited(theirs, lambda tables: tables.update(letters={"2": "same", "3": "theirs"}))
    made = taking(ours, theirs)
    assert made.tables["letters"] == {"1": "ours", "2": "same", "3": "theirs"}
    assert (made.lines, made.clashes) == (("+ letters row 3",), ())
    edited(theirs, lambda tables: tables["letters"].update({"1": "theirs"}))
    (clash,) = taking(ours, theirs).clashes
    assert clash == 'letters row 1: here "ours", there "theirs"; the one there holds'
    (clash,) = taking(theirs, ours).clashes
    assert clash == 'letters row 1: here "theirs", there "ours"; the one here holds'
    base = {"letters": {"1": "theirs", "2": "same"}}
    made = plan(ours.tables(), theirs.tables(), RULES, base)
    assert (made.tables["letters"]["1"], made.clashes) == ("ours", ())


def test_the_meta_row_is_ours_and_keeps_what_only_theirs_knows(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    edited(ours, lambda tables: tables["meta"]["1"].update(device="laptop"))
    edited(theirs, lambda tables: tables["meta"]["1"].update(device="phone", colour="blue"))
    assert taking(ours, theirs).tables["meta"]["1"] == {
        "schema": 2,
        "current": "1",
        "device": "laptop",
        "colour": "blue",
    }


def test_what_was_taken_in_is_one_step_and_its_history_follows_ours(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    log(ours, "ours")
    log(theirs, "theirs")
    noted(theirs, "theirs too")
    taken_in(ours, theirs)
    entries = ours.history()
    assert [each.n for each in entries] == list(range(1, 7))
    assert [each.sentence for each in entries[3:]] == [
        "A contact was logged",
        "Noted theirs too",
        "Imported.",
    ]
    assert entries[-1].taken == 2
    line = undo.line(entries)
    assert [each.n for each in line.done] == [1, 2, 3, 6]
    taken_back(ours)
    assert notes(ours) == ["both", "ours"]
    assert ours.backups()[-1].before == "import"


def copies(ours: Repository, name: str, store: Repository) -> list[Path]:
    """The copies beside our file that hold what it lacks, theirs being there by that name."""
    shutil.copy(store.path, ours.path.with_name(name))
    found = pending_copies.pending(ours.path, ours.tables, RULES)
    return [copy.path for copy in found]


@pytest.mark.parametrize(
    "name",
    [
        "case.sync-conflict-20261212.json",
        "case (conflicted copy).json",
        "case 2.json",
        "Case 9.json",
        "case 10.json",
        "case (1).json",
        "case-LAPTOP.json",
        "case_conflict-20261212-101112.json",
        "case (SFConflict asha@example.org 2026-12-12-10-11-12).json",
        "case (Copie en conflit de Asha 2026-12-12).json",
        "case (In Konflikt stehende Kopie von Asha 2026-12-12).json",
        "case - Copy.json",
        "Copy of case.json",
        "case.json.orig",
    ],
)
def test_a_copy_of_a_sync_tool_that_holds_more_is_pending(
    pair: tuple[Repository, Repository], name: str
) -> None:
    ours, theirs = pair
    assert copies(ours, name, theirs) == []
    log(theirs, "theirs")
    assert copies(ours, name, theirs) == [ours.path.with_name(name)]


@pytest.mark.parametrize(
    "name", [".case.json.old", "case.txt", "other.sync-conflict-1.json", "other 2.json"]
)
def test_a_file_of_another_name_is_none(pair: tuple[Repository, Repository], name: str) -> None:
    ours, theirs = pair
    log(theirs, "theirs")
    assert copies(ours, name, theirs) == []


def test_a_file_that_is_called_like_a_copy_is_no_copy_of_itself(tmp_path: Path) -> None:
    ours = start(tmp_path / "case.sync-conflict-1.json")
    assert conflict_copies.conflict_copies(ours.path) == ()


def test_a_numbered_file_of_another_origin_is_no_copy(
    pair: tuple[Repository, Repository], tmp_path: Path
) -> None:
    ours, _ = pair
    another = repository(tmp_path / "another" / "case.json")
    with another.transaction() as change:
        change.save(ours.load(), "Begun elsewhere", TODAY)
    log(another, "more")
    assert copies(ours, "case 2.json", another) == []
    assert copies(ours, "case (conflict).json", another) != []


def test_a_clash_is_pending_until_their_history_was_taken_in(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(ours, "ours")
    noted(theirs, "theirs")
    name = "case.sync-conflict-1.json"
    assert copies(ours, name, theirs) == [ours.path.with_name(name)]
    taken_in(ours, theirs)
    noted(ours, "settled")
    assert copies(ours, name, theirs) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"cases": {}}', "it has no table meta: g221 did not write it"),
        (b'{"masked": true, "cases": {}}', "it is a masked export"),
        (b"{", "line 1, column 2"),
    ],
)
def test_what_g221_did_not_write_is_not_imported(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(data)
    with pytest.raises(Refused, match="Nothing was imported") as told:
        import_export.tables_to_import(path)
    assert why in str(told.value)


def test_an_export_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    import_export.write_export(path, {"a": 1})
    before = path.read_bytes()
    with pytest.raises(Exception, match="Nothing was written: there is something at"):
        import_export.write_export(path, {"b": 2})
    assert path.read_bytes() == before
