"""Rows by their places: what differs between two files, and a history taken into another."""

from core.history.kit import entry
from g221_tui.core.history.entries import HistoryEntry, RowChange
from g221_tui.records import RawTables, Row, encode
from g221_tui.store import diff, rows


def history(*entries: HistoryEntry) -> RawTables:
    """A file with only this history."""
    return {"history": {str(each.n): encode(each) for each in entries}}


def numbers(found: list[Row]) -> list[object]:
    """The numbers of entries."""
    return [row["n"] for row in found]


def test_what_differs_is_told_row_by_row_and_the_history_is_passed_over() -> None:
    old: RawTables = {"cases": {"1": {"id": "1"}, "2": {"id": "2"}}, "history": {"1": {"n": 1}}}
    new: RawTables = {"cases": {"1": {"id": "1"}, "3": 7}, "letters": {"x": []}, "history": {}}
    made = rows.diff(old, new)
    assert made == [
        RowChange(table="cases", number="2", before=({"id": "2"},)),
        RowChange(table="cases", number="3", after=(7,)),
        RowChange(table="letters", number="x", after=([],)),
    ]
    assert rows.put(old, made) == new | {"history": old["history"]}


def test_the_history_is_told_by_the_numbers_of_its_entries_wherever_their_rows_lie() -> None:
    third, first, second = (encode(entry(n)) for n in (3, 1, 2))
    told = rows.history_rows({"history": {"1": third, "2": first, "10": second}})
    assert numbers(told) == [1, 2, 3]


def test_a_table_that_is_emptied_is_gone() -> None:
    old: RawTables = {"cases": {"1": {"id": "1"}}}
    assert rows.put(old, rows.diff(old, {})) == {}
    assert old == {"cases": {"1": {"id": "1"}}}, "it was a copy"


def test_what_theirs_holds_twice_and_ours_once_is_missing_once() -> None:
    ours = rows.history_rows(history(entry(1)))
    theirs = rows.history_rows(history(entry(1), entry(2), entry(3, sentence="Another.")))
    assert numbers(rows.missing(ours, theirs)) == [2, 3]
    assert rows.missing(theirs, ours) == []


def test_entries_that_are_taken_in_are_numbered_on_and_name_each_other_still() -> None:
    back = entry(9, undoes=7)
    theirs = rows.history_rows(history(entry(7), back, entry(11, redoes=3)))
    made = rows.renumbered(theirs, 5)
    assert numbers(made) == [5, 6, 7]
    assert made[1]["undoes"] == 5
    assert made[2]["redoes"] == 0, "what it names did not come along"


def test_what_an_entry_names_in_our_history_it_still_names_there() -> None:
    ours = history(entry(1), entry(2, sentence="Ours."))
    back = entry(2, undoes=1, sentence="Undone.")
    brought = entry(5, taken=2, sentence="Restored.")
    theirs = history(entry(1), back, entry(4, sentence="Theirs."), brought)
    made = rows.missing_as_rows(ours, theirs, 3)
    assert list(made) == ["3", "4", "5"]
    found = [row for row in made.values() if isinstance(row, dict)]
    assert (found[0]["undoes"], found[2]["taken"]) == (1, 1)


def test_the_next_entry_follows_the_highest_number_of_rows_and_entries() -> None:
    assert diff.last_entry({}) == 0
    assert diff.last_entry({"history": {"2": {"n": 7}, "4": {"n": 3}}}) == 7
    assert diff.last_entry({"history": {"9": {"n": 7}, "x": {"n": 99}, "10": [12]}}) == 9


def test_every_id_that_a_record_ever_had_is_known() -> None:
    gone = RowChange(table="contacts", number="1", before=({"id": "c-gone"},))
    came = RowChange(table="contacts", number="2", after=({"id": "c-came"},))
    other = RowChange(table="letters", number="1", before=({"id": "l-1"},))
    tables = history(entry(1, changes=(), rows=(gone, came, other)), entry(2))
    tables["events"] = {"1": {"id": "e-1"}, "2": 5}
    assert diff.known_ids(tables) == {"c-gone", "c-came", "c-1", "e-1"}


def test_an_entry_that_somebody_wrote_by_hand_may_name_any_thing_for_a_table() -> None:
    odd: list[object] = [[], {}, 5, None, "letters"]
    changes: list[object] = [{"table": table, "id": "c-1"} for table in odd]
    moved: list[object] = [{"table": table, "after": [{"id": "c-2"}]} for table in odd]
    assert diff.known_ids({"history": {"1": {"changes": changes, "rows": moved}}}) == set()
