"""Records that can't be read: named, kept as they are, and no obstacle to the others."""

import json
from pathlib import Path
from typing import Any

import pytest

from g221_tui.core.model import Problem
from g221_tui.store.repository import Repository
from store.kit import TODAY, add, log, notes, start, with_facts

pytestmark = pytest.mark.promise(14)


@pytest.fixture
def store(tmp_path: Path) -> Repository:
    """A file with one case and two contacts, `c-222222` and `c-333333`."""
    made = start(tmp_path / "case.json")
    with made.transaction() as change:
        add(change, "one", "c-222222")
        add(change, "two", "c-333333")
    return made


def edit(store: Repository, change: Any) -> None:
    """Changes the file's JSON as an editor would."""
    tables = json.loads(store.path.read_bytes())
    change(tables)
    text = json.dumps(tables, indent=2, ensure_ascii=False) + "\n"
    try:
        store.path.write_text(text, encoding="utf-8")
    except UnicodeEncodeError:
        store.path.write_text(json.dumps(tables, indent=2) + "\n", encoding="utf-8")


FAULTS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "misspelt choice": (
        {"purpose": "statos"},
        ('purpose: "statos" is not one of status, documents, answer, details, emergency',),
    ),
    "no such date": ({"on": "2026-02-30"}, ('on: "2026-02-30" is not a date (YYYY-MM-DD)',)),
    "a date with a time": (
        {"on": "2026-02-03T10:00"},
        ('on: "2026-02-03T10:00" is not a date (YYYY-MM-DD)',),
    ),
    "a number for text": ({"note": 5}, ("note: 5 is not text",)),
    "text for a choice of two": ({"early": "yes"}, ('early: "yes" is not true or false',)),
    "a missing field": ({"channel": None}, ("channel: is missing",)),
    "no id": ({"id": ""}, ('id: "" is not an id: letters, digits and dashes',)),
    "an id that is a number": ({"id": 7}, ("id: 7 is not an id: letters, digits and dashes",)),
    "no such case": ({"case": "9"}, ("case: there is no case '9'",)),
    "three mistakes": (
        {"purpose": 1, "on": "soon", "with": ["x"]},
        (
            'on: "soon" is not a date (YYYY-MM-DD)',
            "purpose: 1 is not one of status, documents, answer, details, emergency",
            'with: ["x"] is not text',
        ),
    ),
    "a very long value": (
        {"on": "x" * 500},
        (f'on: "{"x" * 38}… is not a date (YYYY-MM-DD)',),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_record_is_named_with_all_its_faults_and_kept(store: Repository, fault: str) -> None:
    fields, faults = FAULTS[fault]

    def spoil(tables: Any) -> None:
        row = tables["contacts"]["1"]
        row.update(fields)
        for name in [name for name in row if row[name] is None]:
            del row[name]

    edit(store, spoil)
    spoilt = store.path.read_text(encoding="utf-8").partition('"contacts"')[2].partition("},")[0]
    book = store.load()
    name = "row 1" if "id" in fields else "c-222222"
    wrong = tuple(words.partition(":")[0] for words in faults)
    assert book.problems == (Problem(table="contacts", record=name, faults=faults, fields=wrong),)
    assert notes(store) == ["two"]
    with store.transaction() as change:
        assert change.book.problems == book.problems
        add(change, "three")
        change.save(with_facts(change.book, title="mine"), "Titled", TODAY)
    assert notes(store) == ["two", "three"]
    assert spoilt in store.path.read_text(encoding="utf-8")
    assert store.load().problems == book.problems


def test_half_a_character_in_a_choice_a_date_or_a_name_stops_nothing(store: Repository) -> None:
    half = "half \ud83d"  # as an escape in JSON: it has no UTF-8

    def spoil(tables: Any) -> None:
        tables["contacts"]["1"].update({"purpose": half, "on": half})
        tables["contacts"]["2"].update({half: half, "note": half})
        tables["cases"]["1"].update({half: 1, "links": [{"case": "2", "kind": "family", half: 1}]})
        tables["history"]["2"].update({half: [{half: 1}]})

    edit(store, spoil)
    (problem,) = store.load().problems
    assert [fault.partition(":")[0] for fault in problem.faults] == ["on", "purpose"]
    assert notes(store) == [half]
    log(store, "three")
    after = json.loads(store.path.read_bytes())
    assert after["contacts"]["1"]["purpose"] == half
    assert after["contacts"]["2"][half] == half
    assert after["cases"]["1"][half] == 1
    assert after["cases"]["1"]["links"][0][half] == 1
    assert [entry.n for entry in store.history()] == [1, 2, 3, 4]


def test_a_record_under_an_id_that_another_table_has_spoils_no_other(store: Repository) -> None:
    with store.transaction() as change:
        add(change, "three", "c-444444")

    def spoil(tables: Any) -> None:
        theirs = next(iter(tables["events"].values()))["id"]
        tables["contacts"]["2"]["id"] = theirs

    edit(store, spoil)
    (problem,) = store.load().problems
    assert problem.faults[0].startswith("id: another record already has")
    assert notes(store) == ["one", "three"]


def test_two_cases_under_one_id_leave_the_first(store: Repository) -> None:
    edit(store, lambda tables: tables["cases"].update({"2": {**tables["cases"]["1"], "post": "x"}}))
    before = store.load()
    assert [problem.faults for problem in before.problems] == [
        ("id: another record already has '1'",)
    ]
    assert [case.facts.post for case in before.cases] == [
        json.loads(store.path.read_bytes())["cases"]["1"].get("post", "")
    ]
    assert notes(store) == ["one", "two"]


def test_a_repaired_record_is_back(store: Repository) -> None:
    edit(store, lambda tables: tables["contacts"]["1"].update(on="soon"))
    assert notes(store) == ["two"]
    edit(store, lambda tables: tables["contacts"]["1"].update(on="2026-12-01"))
    assert notes(store) == ["one", "two"]
    assert store.load().problems == ()


def test_rows_that_are_no_rows_are_kept_in_their_places(store: Repository) -> None:
    def spoil(tables: Any) -> None:
        first, second = tables["contacts"].values()
        tables["contacts"] = {"1": first, "x": {"id": "c-444444"}, "3": [1], "01": {}, "2": second}
        tables["history"]["y"] = 5

    edit(store, spoil)
    assert [(problem.table, problem.record) for problem in store.load().problems] == [
        ("contacts", "row 3"),
        ("contacts", "c-444444"),
        ("contacts", "row 01"),
        ("history", "row y"),
    ]
    log(store, "three")
    assert notes(store) == ["one", "two", "three"]
    after = json.loads(store.path.read_bytes())
    assert list(after["contacts"]) == ["1", "x", "3", "01", "2", "4"]
    assert (after["contacts"]["3"], after["contacts"]["x"]) == ([1], {"id": "c-444444"})
    assert after["history"]["y"] == 5


def test_of_two_records_with_one_id_the_first_counts_and_both_stay(store: Repository) -> None:
    edit(store, lambda tables: tables["contacts"]["2"].update(id="c-222222"))
    book = store.load()
    assert [contact.note for contact in book.cases[0].contacts] == ["one"]
    assert book.problems[0].faults == ("id: another record already has 'c-222222'",)
    log(store, "three")
    assert json.loads(store.path.read_bytes())["contacts"]["2"]["note"] == "two"


def test_a_case_with_a_bad_fact_is_shown_without_it_and_the_fact_is_kept(store: Repository) -> None:
    edit(store, lambda tables: tables["cases"]["1"].update(emergency="2026-13-01", wait="long"))
    book = store.load()
    assert book.cases[0].facts.post == "Chennai"
    assert (book.cases[0].facts.emergency, book.cases[0].facts.wait) == (None, None)
    (problem,) = book.problems
    assert (problem.table, problem.record) == ("cases", "1")
    assert problem.faults == (
        'wait: "long" is not a number of days of four digits',
        'emergency: "2026-13-01" is not a date (YYYY-MM-DD)',
    )
    with store.transaction() as change:
        change.save(with_facts(change.book, title="mine", wait=30), "Set", TODAY)
    row = json.loads(store.path.read_bytes())["cases"]["1"]
    assert (row["emergency"], row["wait"], row["title"]) == ("2026-13-01", 30, "mine")
    assert [problem.faults for problem in store.load().problems] == [problem.faults[1:]]


def test_a_case_that_cannot_be_told_from_others_leaves_its_records_in_need(
    store: Repository,
) -> None:
    edit(store, lambda tables: tables["cases"]["1"].update(id=1))
    book = store.load()
    assert book.cases == ()
    assert book.current is None
    faults = {fault for problem in book.problems for fault in problem.faults}
    assert faults == {
        "id: 1 is not an id: letters, digits and dashes",
        "case: there is no case '1'",
        "current: there is no case '1'",
    }


def test_a_bad_row_of_the_history_is_named_and_the_numbers_go_on(store: Repository) -> None:
    edit(store, lambda tables: tables["history"]["2"].update(on="then", changes=5))
    (problem,) = store.load().problems
    assert (problem.table, problem.record) == ("history", "row 2")
    assert problem.faults == (
        'on: "then" is not a date (YYYY-MM-DD)',
        "changes: 5 is not a list, each an object of table, id, before, after",
    )
    log(store)
    assert [entry.n for entry in store.history()] == [1, 3, 4]
    assert json.loads(store.path.read_bytes())["history"]["2"]["on"] == "then"


def test_a_new_record_never_takes_the_id_of_one_that_cannot_be_read(store: Repository) -> None:
    edit(store, lambda tables: tables["contacts"]["1"].update(on="soon"))
    with pytest.raises(ValueError, match="can't be read"), store.transaction() as change:
        add(change, "again", "c-222222")


ODD_NUMBERS = (
    "01",
    "-1",
    "\N{ARABIC-INDIC DIGIT THREE}",
    "1_0",
    " 2",
    "9" * 30,
    "x",
    "",
    "9" * 5000,
)
"""Numbers of rows that TinyDB would write in another spelling, or not at all."""


@pytest.mark.parametrize("number", ODD_NUMBERS, ids=lambda number: ascii(number)[:12])
def test_a_case_in_a_row_with_an_odd_number_is_kept_and_changes_no_other(
    store: Repository, number: str
) -> None:
    start(store.path)
    edit(store, lambda tables: tables["cases"].update({number: tables["cases"].pop("2")}))
    before = json.loads(store.path.read_bytes())["cases"]
    book = store.load()
    assert [case.id for case in book.cases] == ["1"]
    assert ("cases", "2") in [(problem.table, problem.record) for problem in book.problems]
    with store.transaction() as change:
        change.save(with_facts(change.book, post="Paris"), "Set", TODAY)
    after = json.loads(store.path.read_bytes())["cases"]
    assert after[number] == before[number]
    assert after["1"]["post"] == "Paris"
    assert list(after) == ["1", number]


def test_a_field_that_was_given_its_value_is_written_though_the_book_never_held_what_stood_there(
    store: Repository,
) -> None:
    edit(store, lambda tables: tables["cases"]["1"].update(dv_year="soon"))
    with store.transaction() as change:
        assert change.book.cases[0].facts.dv_year is None
        change.save(change.book, "Nothing changed", TODAY)
        assert change.tables["cases"]["1"]["dv_year"] == "soon"  # type: ignore[index]
        change.save(change.book, "Mended", TODAY, given={"1": {"dv_year"}})
    assert store.load().problems == ()
    assert store.history()[-1].sentence == "Mended"
