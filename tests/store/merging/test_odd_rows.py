"""Copies in which an editor or another program left what is no record, or names none."""

from typing import Any

import pytest

from g221_tui.store.repository import Repository
from store.kit import log, notes
from store.merging.kit import edited, noted, taken_back, taken_in, taking

pytestmark = [pytest.mark.promise(14), pytest.mark.promise(23)]


@pytest.mark.parametrize("current", [["1"], {}, 1, None, "no case"])
def test_a_case_in_hand_that_is_no_word_is_no_case(
    pair: tuple[Repository, Repository], current: object
) -> None:
    ours, theirs = pair
    edited(theirs, lambda tables: tables["meta"]["1"].update(current=current))
    log(ours, "ours")
    for one, other in (pair, (theirs, ours)):
        meta = taking(one, other).tables["meta"]["1"]
        assert isinstance(meta, dict)
        assert meta["current"] == "1"
    taken_in(theirs, ours)
    assert notes(theirs) == ["both", "ours"]


@pytest.mark.parametrize("case", [["1"], {}, 5, None])
def test_a_record_taken_back_whose_case_is_no_word_stops_no_merge(
    pair: tuple[Repository, Repository], case: object
) -> None:
    ours, theirs = pair
    log(theirs, "gone again")
    taken_back(theirs)
    edited(
        theirs,
        lambda tables: [
            change["before"].update(case=case)
            for row in tables["history"].values()
            for change in row["changes"]
            if change["before"] is not None and change["after"] is None
        ],
    )
    taken_in(ours, theirs)
    assert notes(ours) == ["both"]


@pytest.mark.parametrize("number", ["²", "٣", "01", "-1", "x"])
def test_a_row_under_a_number_that_is_none_is_kept_by_a_merge(
    pair: tuple[Repository, Repository], number: str
) -> None:
    ours, theirs = pair
    odd = {"id": "c-odd", "case": "1", "channel": "dos", "on": "2026-12-01"}
    edited(ours, lambda tables: tables["contacts"].update({number: odd}))
    log(theirs, "theirs")
    taken_in(ours, theirs)
    assert ours.tables()["contacts"][number] == odd
    assert notes(ours) == ["both", "theirs"]


@pytest.mark.parametrize("first", [True, False])
def test_a_row_of_the_history_that_cannot_be_read_may_have_the_number_of_another(
    pair: tuple[Repository, Repository], first: bool
) -> None:
    ours, theirs = pair
    bad = {"n": 1, "at": 5, "sentence": []}

    def add(tables: dict[str, dict[str, object]]) -> None:
        rows = tables["history"]
        tables["history"] = {"0": bad, **rows} if first else {**rows, "90": bad}

    edited(theirs, add)
    log(theirs, "theirs")
    for one, other in (pair, (theirs, ours)):
        assert taking(one, other) is not None
    taken_in(ours, theirs)
    assert notes(ours) == ["both", "theirs"]


@pytest.mark.parametrize("entered", ["soon", "9999", "2026-12-40T12:00:00Z"])
def test_what_an_editor_added_at_no_moment_was_there_before_what_was_changed_of_it(
    pair: tuple[Repository, Repository], entered: str
) -> None:
    ours, theirs = pair
    by_hand = {"id": "c-9", "case": "1", "channel": "dos", "on": "2026-12-01", "note": "by hand"}
    for store in pair:
        edited(
            store,
            lambda tables: tables["contacts"].update({"0": {**by_hand, "entered_at": entered}}),
        )
    noted(ours, "ours")
    taken_in(theirs, ours)
    assert sorted(notes(theirs)) == ["both", "ours"]


def test_a_step_that_stands_before_the_one_it_takes_back_is_taken_in(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    log(theirs, "theirs")
    taken_back(theirs)

    def earlier(tables: Any) -> None:
        last, back = list(tables["history"].values())[-2:]
        last["moment"], back["moment"] = "2027-01-02T00:00:00Z", "2027-01-01T00:00:00Z"

    edited(theirs, earlier)
    before = len(ours.history())
    taken_in(ours, theirs)
    new = [entry for entry in ours.history()[before:] if not entry.merge]
    numbers = {entry.n: entry for entry in new}
    (back,) = (entry for entry in new if entry.undoes is not None)
    assert back.undoes in numbers
    assert numbers[back.undoes].sentence == "A contact was logged"
