"""Cases and records of two copies: what one took out, and what both gave one number."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from g221_tui.core.model import CaseLink
from g221_tui.store.repository import Repository
from store.kit import TODAY, log, notes, start
from store.merging.kit import copied, edited, noted, taken_back, taken_in, taking, titled

pytestmark = pytest.mark.promise(23)


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


def test_a_link_to_a_case_that_gets_another_number_follows_it(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    for store, title, on in ((theirs, "there", TODAY), (ours, "here", TODAY + timedelta(1))):
        again = start(store.path, on)
        with again.transaction() as change:
            first, second = change.book.cases
            link = (CaseLink(case=second.id, kind="family"),) if store is ours else ()
            facts = [
                msgspec.structs.replace(first.facts, links=link),
                msgspec.structs.replace(second.facts, title=title),
            ]
            cases = tuple(
                msgspec.structs.replace(case, facts=fact)
                for case, fact in zip((first, second), facts, strict=True)
            )
            change.save(msgspec.structs.replace(change.book, cases=cases), f"As {title}", TODAY)
    copy = copied(ours, ours.path.with_name("copy.json"))
    for one, other in ((ours, theirs), (theirs, copy)):
        taken_in(one, other)
        number = {case.facts.title: case.id for case in one.load().cases}["here"]
        assert [link.case for link in one.load().cases[0].facts.links] == [number]
    assert number == "3", "both had given 2, and theirs was first"


def test_of_ten_cases_of_which_none_is_named_the_tenth_is_in_hand(
    pair: tuple[Repository, Repository],
) -> None:
    ours, _ = pair
    for _ in range(9):
        start(ours.path)
    theirs = copied(ours, ours.path.with_name("copy.json"))
    for store in (ours, theirs):
        edited(store, lambda tables: tables["meta"]["1"].update(current="gone"))
    log(theirs, "there")
    meta = taking(ours, theirs).tables["meta"]["1"]
    assert isinstance(meta, dict)
    assert meta["current"] == "10"


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


def test_the_cases_of_a_file_of_another_origin_take_numbers_after_the_highest(
    pair: tuple[Repository, Repository], tmp_path: Path
) -> None:
    ours, _ = pair
    start(ours.path)
    start(ours.path)

    def without_the_second(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        for table, field in (("cases", "id"), ("events", "case")):
            rows = tables[table].items()
            tables[table] = {number: row for number, row in rows if row[field] != "2"}
        tables["history"] = {}

    edited(ours, without_the_second)
    another = start(tmp_path / "another.json")
    titled(another, "somebody else")
    taken_in(ours, another)
    assert [(case.id, case.facts.title) for case in ours.load().cases] == [
        ("1", ""),
        ("3", ""),
        ("4", "somebody else"),
    ]
