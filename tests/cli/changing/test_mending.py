"""A value that can't be is a problem of its field, and `set` or `correct` mends it."""

import json
from typing import Any

import pytest

from cli.conftest import Cli

pytestmark = pytest.mark.promise(14)

NONE: object = object()


@pytest.fixture
def case(g221: Cli) -> Cli:
    """A case with a paper, a contact, an event and a date of its own."""
    g221.open("2026-10-26", "--document", "Client letter")
    g221("log", "ceac", "--status", "Refused", "--note", "first look")
    g221("event", "add", "note", "--note", "the post rang")
    g221("deadline", "add", "Flight", "2027-02-05")
    return g221


def spoil(g221: Cli, table: str, **fields: object) -> str:
    """Gives fields of the last row of a table other values; the id of the row."""
    whole: dict[str, Any] = json.loads(g221.file.read_bytes())
    row = whole[table][max(whole[table], key=int)]
    for name, value in fields.items():
        if value is NONE:
            row.pop(name)
        else:
            row[name] = value
    g221.file.write_text(json.dumps(whole), "utf-8")
    return str(row["id"])


def problems(g221: Cli) -> list[str]:
    """What needs attention."""
    return [line for line in g221("info").err.splitlines() if line.startswith("Needs attention")]


def kept(g221: Cli, table: str) -> dict[str, Any]:
    """The last row of a table."""
    rows = json.loads(g221.file.read_bytes())[table]
    found: dict[str, Any] = rows[max(rows, key=int)]
    return found


MENDS = [
    ("contacts", {"on": "10000-01-01"}, ["on=2026-11-02"], {"on": "2026-11-02"}),
    ("contacts", {"on": NONE}, ["on=2 Nov 2026"], {"on": "2026-11-02"}),
    ("contacts", {"purpose": "statuss"}, ["purpose=documents"], {"purpose": "documents"}),
    ("contacts", {"note": ["\x1b[2J"]}, ["note="], {}),
    ("contacts", {"note": 5, "status": {}}, ["note=x", "status=Refused"], {"note": "x"}),
    ("contacts", {"page_updated": -1}, ["page_updated="], {}),
    ("events", {"due": "0000-01-01"}, ["due="], {}),
    ("events", {"kind": 7}, ["kind=note"], {"kind": "note"}),
    ("events", {"new_post": {"post": 5}}, ["post="], {}),
    (
        "documents",
        {"expires_on": "9999-13-01"},
        ["expires=2027-03-01"],
        {"expires_on": "2027-03-01"},
    ),
    ("documents", {"requested_by": "nobody"}, ["by=slip"], {"requested_by": "slip"}),
    (
        "documents",
        {"steps": [{"state": "sent", "on": 5}]},
        ["asked=2026-10-26", "submitted=2026-11-02"],
        {
            "steps": [
                {"state": "requested", "on": "2026-10-26"},
                {"state": "submitted", "on": "2026-11-02"},
            ]
        },
    ),
    ("documents", {"name": None}, ["name=Org chart"], {"name": "Org chart"}),
    ("deadlines", {"on": True}, ["date=2027-02-06"], {"on": "2027-02-06"}),
]


@pytest.mark.parametrize(("table", "wrong", "right", "row"), MENDS)
def test_correct_mends_a_record_that_can_not_be_read(
    case: Cli, table: str, wrong: dict[str, object], right: list[str], row: dict[str, object]
) -> None:
    name = spoil(case, table, **wrong)
    spoilt = kept(case, table)
    assert len(problems(case)) == 1
    said = case("correct", name, *right)
    assert said.err.startswith(f"Mended {name}: ")
    assert problems(case) == []
    made = kept(case, table)
    assert {field: made.get(field) for field in row} == row
    assert not {field for field in wrong if field not in row} & made.keys() - {"note", "status"}
    case("undo")
    assert kept(case, table) == spoilt, "as it was found"
    case("redo")
    assert kept(case, table) == made


def test_a_record_with_several_faults_is_mended_only_as_a_whole(case: Cli) -> None:
    name = spoil(case, "contacts", on="soon", purpose=5)
    before = case.file.read_bytes()
    said = case("correct", name, "on=2026-11-02", code=1)
    assert "purpose" in said.err
    assert len(said.lines) == 1
    assert case.file.read_bytes() == before
    case("correct", name, "on=2026-11-02", "purpose=status")
    assert problems(case) == []


def test_a_value_that_is_wrong_again_mends_nothing(case: Cli) -> None:
    name = spoil(case, "contacts", on="soon")
    before = case.file.read_bytes()
    case("correct", name, "on=10000-01-01", code=2)
    case("correct", name, "colour=blue", code=2)
    assert case.file.read_bytes() == before


@pytest.mark.parametrize(
    ("field", "wrong", "right", "kept_as"),
    [
        ("wait", -1, "", None),
        ("wait", 10**30, "90", 90),
        ("dv_year", "\x1b[2J", "", None),
        ("title", ["x"], "", None),
        ("emergency", "10000-01-01", "", None),
        ("tracking", "perhaps", "unknown", None),
        ("tracking", "perhaps", "yes", "yes"),
        ("reasons", {"1": 2}, "", None),
        ("policy", 5, "guide", "guide"),
        ("birth_date", "0000-00-00", "", None),
    ],
)
def test_set_mends_a_fact_also_by_emptying_it(
    case: Cli, field: str, wrong: object, right: str, kept_as: object
) -> None:
    spoil(case, "cases", **{field: wrong})
    assert len(problems(case)) == 1
    case("set", f"{field}={right}")
    assert problems(case) == []
    assert kept(case, "cases").get(field) == kept_as
    case("undo")
    assert kept(case, "cases")[field] == wrong
    assert len(problems(case)) == 1


PLACELESS = [
    ("cases", "cases row 1", {"id": "1\x1b[2J"}, "id=1"),
    ("cases", "cases row 1", {"id": 1}, "id=1"),
    ("cases", "cases row 1", {"id": NONE}, "id=1"),
    ("contacts", "contacts row 1", {"id": "\x00"}, "id=c-444444"),
    ("contacts", "row 1", {"id": NONE}, "id=c-444444"),
]


@pytest.mark.parametrize(("table", "name", "wrong", "right"), PLACELESS)
def test_correct_gives_a_record_that_can_not_be_named_its_id(
    case: Cli, table: str, name: str, wrong: dict[str, object], right: str
) -> None:
    whole = json.loads(case.file.read_bytes())
    for field, value in wrong.items():
        whole[table]["1"].pop(field) if value is NONE else whole[table]["1"].update({field: value})
    case.file.write_text(json.dumps(whole), "utf-8")
    spoilt = kept(case, table)
    said = case("correct", name, right)
    assert said.err.startswith(f"Mended {table} row 1: id.")
    assert problems(case) == []
    case("status")
    mended = kept(case, table)
    assert mended["id"] == right.removeprefix("id=")
    case("undo")
    assert kept(case, table) == spoilt, "as it was found"
    case("redo")
    assert kept(case, table) == mended


def test_correct_gives_a_record_a_case_that_is_there(case: Cli) -> None:
    name = spoil(case, "contacts", case="9")
    said = case("correct", name, "case=8", code=1)
    why = f"contacts {name}: case: there is no case '8'."
    assert said.lines == [f"Nothing was changed: it would still need attention: {why}"]
    case("correct", name, "case=1")
    assert problems(case) == []
    assert [row["id"] for row in case.contacts()] == [name]


def test_a_case_in_a_row_with_an_odd_number_gets_a_row_of_its_own(case: Cli) -> None:
    case.open("2026-10-27", "--post", "London")
    whole = json.loads(case.file.read_bytes())
    whole["cases"]["01"] = whole["cases"].pop("2")
    case.file.write_text(json.dumps(whole), "utf-8")
    case("correct", "cases 2", "id=2")
    assert problems(case) == []
    assert list(json.loads(case.file.read_bytes())["cases"]) == ["1", "2"]
    case("log", "ceac", "--note", "later")
    case("undo")
    case("undo")
    assert list(json.loads(case.file.read_bytes())["cases"]) == ["1", "01"]


def test_what_was_added_to_a_mended_case_keeps_its_mending(case: Cli) -> None:
    whole = json.loads(case.file.read_bytes())
    whole["cases"]["1"]["id"] = 1
    case.file.write_text(json.dumps(whole), "utf-8")
    case("correct", "cases row 1", "id=1")
    case("undo")
    case("redo")
    case("log", "ceac", "--note", "later")
    assert problems(case) == []


def test_two_records_may_not_get_one_id(case: Cli) -> None:
    whole = json.loads(case.file.read_bytes())
    whole["contacts"]["2"] = {**whole["contacts"]["1"], "note": "twin"}
    case.file.write_text(json.dumps(whole), "utf-8")
    name = whole["contacts"]["1"]["id"]
    case("correct", name, f"id={name}", code=1)
    case("correct", name, "id=c-444444")
    assert [row["id"] for row in case.contacts()] == [name, "c-444444"]


def test_a_file_whose_cases_can_not_be_read_says_so(case: Cli) -> None:
    whole = json.loads(case.file.read_bytes())
    whole["cases"]["1"]["id"] = 1
    case.file.write_text(json.dumps(whole), "utf-8")
    for words in (("status",), ("log", "ceac"), ("set", "post=London")):
        said = case(*words, code=1).err
        assert said.startswith("No case of the file can be read: "), words
        assert "first cases row 1: id: 1 is not an id" in said
        assert "no case yet" not in said
    said = case("cases").err
    assert "Needs attention: cases row 1: id: 1 is not an id" in said
    del whole["cases"]["1"]
    case.file.write_text(json.dumps(whole), "utf-8")
    assert "there is no case '1'" in case("status", code=1).err
