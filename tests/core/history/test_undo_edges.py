"""Undo and redo: which step is next, what it sets back, and what stands in its way."""

from core.history.kit import ADDED, CHANGE, NEW, OLD, ROW, entry
from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange
from g221_tui.core.history.undo import (
    MOST_STEPS,
    backward,
    cases_of,
    clashes,
    described,
    line,
    standing_merges,
    undone,
    void,
)


def numbers(*entries: HistoryEntry) -> tuple[list[int], list[int]]:
    """The steps that can be taken back and those that can be done again, by their numbers."""
    found = line(entries)
    return [step.n for step in found.done], [step.n for step in found.undone]


def test_the_last_step_is_taken_back_first_and_done_again_last() -> None:
    assert numbers(entry(1), entry(2)) == ([1, 2], [])
    assert numbers(entry(1), entry(2), entry(3, undoes=2)) == ([1], [2])
    back = (entry(1), entry(2), entry(3, undoes=2), entry(4, undoes=1))
    assert numbers(*back) == ([], [2, 1])
    assert numbers(*back, entry(5, redoes=1)) == ([1], [2])
    found = line((*back, entry(5, redoes=1)))
    assert (found.undo, found.redo) == (entry(1), entry(2))


def test_after_a_new_change_nothing_is_done_again() -> None:
    assert numbers(entry(1), entry(2, undoes=1), entry(3)) == ([3], [])


def test_an_entry_that_changed_nothing_is_no_step() -> None:
    assert numbers(entry(1), entry(2, changes=())) == ([1], [])
    assert numbers(entry(1), entry(2, changes=(), rows=(ROW,))) == ([1, 2], [])


def test_what_came_from_another_file_is_no_step_of_this_one() -> None:
    taken = entry(4, changes=(), rows=(ROW,), taken=2)
    assert numbers(entry(1), entry(2), entry(3), taken) == ([1, 4], [])
    assert numbers(entry(1), entry(2), entry(3), entry(4, taken=0)) == ([1, 2, 3, 4], [])


def test_a_merge_is_a_step_even_where_it_changed_no_record() -> None:
    merge = entry(3, changes=(), taken=1, merge=True)
    assert numbers(entry(1), entry(2), merge) == ([1, 3], [])
    assert numbers(entry(1), entry(2), merge, entry(4, undoes=3)) == ([1], [3])


def test_what_theirs_took_back_is_a_step_again_once_the_merge_is_taken_back() -> None:
    merge = entry(3, changes=(), rows=(ROW,), taken=1, merge=True)
    entries = (entry(1), entry(2, undoes=1), merge)
    assert numbers(*entries) == ([1, 3], [])
    assert undone(entries) == {1}
    assert numbers(*entries, entry(4, undoes=3)) == ([1], [3])
    assert undone((*entries, entry(4, undoes=3))) == {3}


def test_what_an_entry_brought_counts_for_nothing_once_it_is_taken_back() -> None:
    merge = entry(4, changes=(), rows=(ROW,), taken=2, merge=True)
    entries = (entry(1), entry(2), entry(3), merge)
    assert void(entries) == frozenset()
    assert standing_merges(entries) == (merge,)
    back = (*entries, entry(5, undoes=4))
    assert void(back) == {2, 3}
    assert standing_merges(back) == ()
    assert void((*back, entry(6, redoes=4))) == frozenset()
    assert void((entry(1), entry(2), entry(3, taken=1), entry(4, undoes=3))) == {2}


def test_undo_reaches_back_so_many_steps_and_no_further() -> None:
    steps = [entry(n) for n in range(1, MOST_STEPS + 3)]
    backs = [entry(100 + step.n, undoes=step.n) for step in reversed(steps)]
    assert line([*steps, *backs[: MOST_STEPS - 1]]).undo == entry(3)
    assert line([*steps, *backs[:MOST_STEPS]]).undo is None
    assert line([*steps, *backs[:MOST_STEPS]]).redo == entry(3)


def test_an_entry_that_was_done_again_is_taken_back_no_more() -> None:
    assert undone([entry(1), entry(2, undoes=1)]) == {1}
    assert undone([entry(1), entry(2, undoes=1), entry(3, redoes=1)]) == set()


def test_a_step_backward_sets_back_its_last_change_first() -> None:
    back = backward(entry(1, changes=(CHANGE, ADDED), rows=(ROW,)))
    assert [change.id for change in back.changes] == ["e-1", "c-1"]
    assert [(change.before, change.after) for change in back.changes] == [
        (ADDED.after, None),
        (NEW, OLD),
    ]
    assert [(row.before, row.after) for row in back.rows] == [(ROW.after, ROW.before)]


def test_a_record_that_is_as_the_step_expects_it_is_no_clash() -> None:
    assert clashes(entry(1), {("contacts", "c-1"): OLD}, {}) == ()
    assert clashes(entry(1), {("contacts", "c-1"): NEW}, {}) == ("contacts c-1",)
    assert clashes(entry(1), {}, {}) == ("contacts c-1",)
    assert clashes(entry(1, changes=(ADDED,)), {}, {}) == ()


def test_a_row_that_is_as_the_step_expects_it_is_no_clash() -> None:
    step = entry(1, changes=(), rows=(ROW,))
    assert clashes(step, {}, {"cases": {"3": {"id": "3"}}}) == ()
    assert clashes(step, {}, {"cases": {"3": {"id": "9"}}}) == ("cases 4",)
    assert clashes(step, {}, {"cases": {}}) == ("cases 4",)
    new = entry(1, changes=(), rows=(RowChange(table="cases", number="5", after=(1,)),))
    assert clashes(new, {}, {"cases": {}}) == ()
    assert clashes(new, {}, {"cases": {"5": 2}}) == ("cases row 5",)


def test_the_cases_of_a_step_are_those_of_its_records_gone_ones_included() -> None:
    gone = RecordChange(table="contacts", id="c-2", before={"id": "c-2", "case": "7"}, after=None)
    whole = RecordChange(table="cases", id="9", before=None, after={"id": "9"})
    assert cases_of(entry(1, changes=(CHANGE, ADDED, gone, whole))) == ("1", "2", "7", "9")
    assert cases_of(entry(1, changes=(), rows=(ROW,))) == ()


def test_a_step_is_described_by_what_comes_what_goes_and_what_changes() -> None:
    gone = RecordChange(table="contacts", id="c-2", before={"id": "c-2"}, after=None)
    assert described(entry(1, changes=(ADDED,))) == "1 record is brought in."
    assert described(entry(1, changes=(gone, gone))) == "2 records are taken out."
    assert described(entry(1, changes=(CHANGE, ADDED), rows=(ROW,))) == (
        "1 record is brought in and 2 records are changed."
    )
    assert described(entry(1, changes=())) == ""


def test_an_entry_that_says_it_brought_any_number_of_others_brought_those_that_are_there() -> None:
    for many in (10**30, 2**31, 3):
        entries = (entry(1), entry(2), entry(3), entry(4, taken=many, merge=True))
        assert numbers(*entries) == ([4], [])
        assert void((*entries, entry(5, undoes=4))) == frozenset({1, 2, 3})
    assert numbers(entry(1), entry(2, taken=-5)) == ([1, 2], [])
    far = (entry(1), entry(10**30, taken=10**29))
    assert numbers(*far) == ([1, 10**30], [])
