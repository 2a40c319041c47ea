"""Undo and redo from the history alone: which step is next, and what it would set back."""

from collections.abc import Mapping
from datetime import date
from random import Random

import msgspec
import pytest

from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange
from g221_tui.core.history.undo import (
    MOST_STEPS,
    backward,
    cases_of,
    clashes,
    described,
    line,
    named,
    newest_line,
    undone,
)

LETTER = {"id": "d-1", "case": "1", "name": "Letter"}
SENT = {**LETTER, "submitted_on": "2026-11-02"}


def record(
    before: Mapping[str, object] | None,
    after: Mapping[str, object] | None,
    table: str = "documents",
    identity: str = "d-1",
) -> RecordChange:
    """A record before and after."""
    return RecordChange(
        table=table,
        id=identity,
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
    )


def entry(n: int, *changes: RecordChange, rows: tuple[RowChange, ...] = ()) -> HistoryEntry:
    """An entry of these changes."""
    return HistoryEntry(
        n=n,
        at="2026-12-12T08:00:00Z",
        on=date(2026, 12, 12),
        sentence=f"Step {n}.",
        changes=changes,
        rows=rows,
    )


def history(steps: str) -> list[HistoryEntry]:
    """`s` a step, `u2` what undoes entry 2, `r2` what does it again, `-` a mere word of it."""
    found: list[HistoryEntry] = []
    for n, word in enumerate(steps.split(), start=1):
        plain = entry(n, record(None, LETTER)) if word[0] == "s" else entry(n)
        of = int(word[1:] or 0)
        changes = {"u": {"undoes": of}, "r": {"redoes": of}, "s": {"taken": of}, "-": {}}
        found.append(msgspec.structs.replace(plain, **changes[word[0]]))
    return found


@pytest.mark.parametrize(
    ("steps", "done", "again"),
    [
        ("", [], []),
        ("s", [1], []),
        ("s s s", [1, 2, 3], []),
        ("s s u2", [1], [2]),
        ("s s u2 u1", [], [2, 1]),
        ("s s u2 u1 r1", [1], [2]),
        ("s s u2 u1 r1 r2", [1, 2], []),
        ("s s u2 r2 u2", [1], [2]),
        ("s s u2 s", [1, 4], []),
        ("s u1 s u3", [], [3]),
        ("s - s", [1, 3], []),
        ("s u1 - r1", [1], []),
    ],
)
def test_undo_takes_the_last_step_back_and_redo_the_last_that_was_taken_back(
    steps: str, done: list[int], again: list[int]
) -> None:
    found = line(history(steps))
    assert [step.n for step in found.done] == done
    assert [step.n for step in found.undone] == again
    assert (found.undo.n if found.undo else None) == (done[-1] if done else None)
    assert (found.redo.n if found.redo else None) == (again[-1] if again else None)


@pytest.mark.parametrize(
    ("steps", "done"),
    [("s s s2", [3]), ("s s s s1", [1, 2, 4]), ("s s s s3", [4]), ("s s0", [1, 2])],
)
def test_what_came_from_another_file_right_before_is_no_step_of_this_one(
    steps: str, done: list[int]
) -> None:
    assert [step.n for step in line(history(steps)).done] == done


@pytest.mark.parametrize(("back", "more"), [(MOST_STEPS - 1, True), (MOST_STEPS, False)])
def test_so_many_steps_in_a_row_can_be_taken_back(back: int, more: bool) -> None:
    every = MOST_STEPS + 5
    steps = ["s"] * every + [f"u{every - number}" for number in range(back)]
    found = line(history(" ".join(steps)))
    assert (found.undo is not None) is more
    assert found.redo is not None


@pytest.mark.parametrize(
    ("steps", "numbers"),
    [
        ("s s", set()),
        ("s s u2", {2}),
        ("s s u2 u1", {1, 2}),
        ("s s u2 r2", set()),
        ("s s u2 s", {2}),
        ("s s u2 s u4 r4", {2}),
    ],
)
def test_what_is_taken_back_stays_so_even_where_it_can_no_longer_be_done_again(
    steps: str, numbers: set[int]
) -> None:
    assert undone(history(steps)) == numbers


def test_backward_exchanges_before_and_after_the_last_change_first() -> None:
    row = RowChange(table="letters", number="3", before=("a",))
    other = RowChange(table="letters", number="4", after=("b",))
    step = entry(7, record(None, LETTER), record(LETTER, SENT), rows=(row, other))
    back = backward(step)
    assert back.changes == (record(SENT, LETTER), record(LETTER, None))
    assert back.rows == (
        RowChange(table="letters", number="4", before=("b",)),
        RowChange(table="letters", number="3", after=("a",)),
    )
    assert (back.n, back.sentence, back.on) == (7, step.sentence, step.on)
    assert backward(back) == step


@pytest.mark.parametrize(
    ("before", "now", "clash"),
    [
        (LETTER, LETTER, False),
        (None, None, False),
        (LETTER, SENT, True),
        (LETTER, None, True),
        (None, LETTER, True),
    ],
)
def test_a_record_that_is_not_as_the_step_left_it_is_named(
    before: Mapping[str, object] | None, now: Mapping[str, object] | None, clash: bool
) -> None:
    records = {("documents", "d-1"): now} if now is not None else {}
    step = entry(1, record(before, SENT))
    assert clashes(step, records, {}) == (("documents d-1",) if clash else ())


@pytest.mark.parametrize(
    ("before", "now", "clash"),
    [
        (("a",), {"3": "a"}, False),
        (("a",), {"3": "b"}, True),
        (("a",), {}, True),
        ((), {}, False),
        ((), {"4": "a"}, False),
        ((), {"3": "a"}, True),
        ((None,), {"3": None}, False),
        ((), {"3": None}, True),
    ],
)
def test_a_row_that_is_not_as_the_step_left_it_is_named_whatever_lies_in_it(
    before: tuple[object, ...], now: Mapping[str, object], clash: bool
) -> None:
    step = entry(1, rows=(RowChange(table="letters", number="3", before=before),))
    for tables in ({"letters": now}, {"letters": now, "other": {"3": "z"}}):
        assert clashes(step, {}, tables) == (("letters row 3",) if clash else ())


def test_every_clash_is_named_in_the_order_of_the_step() -> None:
    step = entry(
        1,
        record(LETTER, None),
        record({"id": "e-1"}, None, "events", "e-1"),
        rows=(RowChange(table="letters", number="3", before=("a",)),),
    )
    assert clashes(step, {}, {}) == ("documents d-1", "events e-1", "letters row 3")


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (record(LETTER, None, "contacts", "c-k7m2qx"), "contacts c-k7m2qx"),
        (RowChange(table="letters", number="3", after=({"id": "c-9"},)), "letters c-9"),
        (RowChange(table="letters", number="3", before=({"id": "c-9"},)), "letters c-9"),
        (RowChange(table="letters", number="3", before=("text",)), "letters row 3"),
        (RowChange(table="letters", number="3", after=({"id": ""},)), "letters row 3"),
        (RowChange(table="letters", number="3", after=({"id": 9},)), "letters row 3"),
        (RowChange(table="letters", number="3"), "letters row 3"),
    ],
)
def test_a_record_is_named_by_its_id_and_another_row_by_its_number(
    change: RecordChange | RowChange, name: str
) -> None:
    assert named(change) == name


@pytest.mark.parametrize(
    ("changes", "cases"),
    [
        ((), ()),
        ((record(None, LETTER),), ("1",)),
        ((record(LETTER, None),), ("1",)),
        ((record(None, {"id": "2"}, "cases", "2"),), ("2",)),
        ((record(None, {**LETTER, "case": "3"}), record(None, LETTER)), ("3", "1")),
        ((record(LETTER, SENT), record(None, {"id": "1"}, "cases", "1")), ("1",)),
        ((record(None, {"id": "x"}),), ()),
        ((record(None, {"id": "x", "case": 1}), record(None, {"case": ""})), ()),
    ],
)
def test_the_cases_of_a_step_are_those_its_records_belong_to(
    changes: tuple[RecordChange, ...], cases: tuple[str, ...]
) -> None:
    assert cases_of(entry(1, *changes)) == cases


@pytest.mark.parametrize(
    ("changes", "rows", "words"),
    [
        ((), (), ""),
        ((record(None, LETTER),), (), "1 record is brought in."),
        ((record(LETTER, None),), (), "1 record is taken out."),
        ((record(LETTER, SENT),), (), "1 record is changed."),
        (
            (record(None, LETTER), record(None, SENT), record(LETTER, SENT)),
            (RowChange(table="t", number="1", before=("a",)),),
            "2 records are brought in and 1 record is taken out and 1 record is changed.",
        ),
    ],
)
def test_what_a_step_does_is_counted_in_a_sentence(
    changes: tuple[RecordChange, ...], rows: tuple[RowChange, ...], words: str
) -> None:
    assert described(entry(1, *changes, rows=rows)) == words


def lived(draw: Random, length: int) -> list[HistoryEntry]:
    """A history as a user makes it: steps, turns of them, words, and what other files brought."""
    words: list[str] = []
    for _ in range(length):
        now = line(history(" ".join(words)))
        ways = {"s": f"s{draw.choice((0, 0, 0, draw.randrange(len(words) + 1)))}", "-": "-"}
        if now.undo is not None:
            ways["u"] = f"u{now.undo.n}"
        if now.redo is not None:
            ways["r"] = f"r{now.redo.n}"
        words.append(ways[draw.choice("ssuuur-") if len(ways) == 4 else draw.choice(tuple(ways))])
    return history(" ".join(words))


def test_the_newest_entries_tell_the_next_steps_as_the_whole_history_does_or_not_at_all() -> None:
    draw, told, asked = Random(221), 0, 0
    for _ in range(300):
        entries = lived(draw, draw.randrange(1, 30))
        whole = line(entries)
        for cut in range(len(entries)):
            newest, asked = newest_line(entries[cut:]), asked + 1
            if newest is not None:
                told += 1
                assert (newest.undo, newest.redo) == (whole.undo, whole.redo)
    assert asked / 4 < told < asked, "neither always nor hardly ever"


@pytest.mark.parametrize(
    "newest", ["", "-", "u1", "s u3", "u1 s u4", "s u1", "s u1 r1", "s u3 s u2"]
)
def test_where_what_lies_before_may_count_the_newest_entries_tell_nothing(newest: str) -> None:
    before = history("s s")
    entries = history(f"s s {newest}" if newest else "s s")[len(before) :]
    assert newest_line(entries) is None


def test_more_steps_back_than_can_be_taken_are_counted_by_the_newest_entries_too() -> None:
    steps = MOST_STEPS + 3
    back = " ".join(f"u{n}" for n in range(steps, 3, -1))
    entries = history(" ".join(["s"] * steps) + " " + back)
    newest = newest_line(entries[1:])
    assert newest is not None
    assert newest.done
    assert newest.undo is None
    assert line(entries).undo is None
