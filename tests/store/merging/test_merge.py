"""Another file taken in: each field by what the histories of both tell."""

from pathlib import Path

import pytest

from g221_tui import records
from g221_tui.clock import FixedClock
from g221_tui.core.history import undo
from g221_tui.store.merging.merge import plan
from g221_tui.store.repository import Repository
from store.kit import REFUSED, TODAY, log, notes, start, with_facts
from store.merging.kit import RULES, copied, edited, noted, taken_back, taken_in, taking, titled

pytestmark = pytest.mark.promise(23)


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


def test_of_two_rows_that_nobody_can_read_one_holds_whichever_takes_in_which(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    bad = {"id": "c-2", "case": "1", "channel": "dos"}
    edited(ours, lambda tables: tables["contacts"].update({"2": {**bad, "on": "soon"}}))
    edited(theirs, lambda tables: tables["contacts"].update({"2": {**bad, "on": "later"}}))
    made = (
        taking(ours, theirs).tables["contacts"]["2"],
        taking(theirs, ours).tables["contacts"]["2"],
    )
    assert made[0] == made[1]
    assert made[0] in (ours.tables()["contacts"]["2"], theirs.tables()["contacts"]["2"])


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
        "schema": records.SCHEMA,
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
