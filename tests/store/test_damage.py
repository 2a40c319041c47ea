"""A damaged file: the place is named, and not a byte of it is changed."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from g221_tui.errors import DamagedFile, SaveFailed
from g221_tui.store import codec
from store.kit import add, repository, start

GOOD = b'{\n  "meta": {"1": {"schema": 1}},\n  "cases": {"1": {"id": "1"}}\n}\n'
DEEP = b'{"meta": {"1": {"schema": 1}},\n "x": {"1": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}"

DAMAGED = {
    "0 bytes": (b"", "empty (0 bytes)"),
    "blank": (b" \n\t", "nothing but blank space"),
    "only zero bytes": (b"\0" * 4096, "nothing but zero bytes (4096 bytes)"),
    "zero bytes at the end": (GOOD + b"\0\0", "line 5, column 1: "),
    "truncated": (GOOD[:30], "line 2, column 29: "),
    "cut within a text": (GOOD[:54], "line 3, column 19: the text that begins here has no end"),
    "a comma too few": (GOOD.replace(b"},", b"}"), "line 3, column 3: a ',' is missing"),
    "trailing garbage": (GOOD + b"}", "line 5, column 1: extra data"),
    "a trailing comma": (GOOD.replace(b'"}}\n', b'",}}\n'), "line 3, column 2"),
    "a comment": (b"// mine\n" + GOOD, "line 1, column 1: "),
    "not UTF-8": (GOOD.replace(b'"1"}', b'"\xe9"}'), "line 3, column 26: this is not UTF-8"),
    "not UTF-8 after a mark": (
        b"\xef\xbb\xbf" + GOOD.replace(b"meta", b"m\xe9ta"),
        "line 2, column 5: this is not UTF-8",
    ),
    "UTF-16": (GOOD.decode().encode("utf-16"), "line 1, column 1: this is not UTF-8"),
    "a field twice": (
        GOOD.replace(b'"id": "1"', b'"id": "1", "id": "2"'),
        'line 3, column 30: "id" is given twice',
    ),
    "a field twice, spelt in another way": (
        GOOD.replace(b'"id": "1"', b'"id": "1", "\\u0069d": "2"'),
        "line 3, column 30: ",
    ),
    "a row twice": (
        GOOD.replace(b'"id": "1"}', b'"id": "1"}, "1": {}'),
        'line 3, column 31: "1" is given twice',
    ),
    "a table twice": (GOOD.replace(b"meta", b"cases"), 'line 3, column 3: "cases" is given twice'),
    "NaN": (GOOD.replace(b'"1"}', b"NaN}"), "line 3, column 25: NaN is not"),
    "Infinity": (GOOD.replace(b'"1"}', b"-Infinity}"), "line 3, column 25: -Infinity is not"),
    "1e999": (GOOD.replace(b'"1"}', b"1e999}"), "line 3, column 25: 1e999 is not"),
    "5000 digits": (GOOD.replace(b'"1"}', b"9" * 5000 + b"}"), "line 3, column 25: this number"),
    "100,000 deep": (DEEP, "line 2, column 211: lists and objects lie too deep"),
    "a list": (b"[]", "a list, not the tables of a case file"),
    "nothing": (b"null", "nothing, not the tables of a case file"),
    "a table that is a list": (b'{"cases": []}', 'table "cases" is a list'),
    "a table that is text": (b'{"version": "2"}', 'table "version" is text'),
    "merge conflict": (
        GOOD.replace(b"  ", b"<<<<<<< HEAD\n  ", 1),
        "line 2, column 1: the marks of a merge conflict",
    ),
    "no schema": (b'{"cases": {"1": {"id": "1"}}}', 'table meta, row 1: "schema" must be'),
    "a schema in words": (GOOD.replace(b"1}", b'"one"}'), 'table meta, row 1: "schema" must be'),
    "a schema that is true": (GOOD.replace(b"1}", b"true}"), 'table meta, row 1: "schema" must be'),
    "a meta row that is no object": (
        GOOD.replace(b'{"schema": 1}', b"1"),
        'table meta, row 1: "schema" must be',
    ),
    "a schema that never was": (GOOD.replace(b"1}", b"0}"), 'there never was a "schema" 0'),
}


@pytest.mark.promise(5)
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_named_in_one_line_and_left_as_it_is(tmp_path: Path, damage: str) -> None:
    data, words = DAMAGED[damage]
    path = tmp_path / "case.json"
    path.write_bytes(data)
    store = repository(path)
    for use in (store.load, lambda: store.transaction().__enter__()):
        with pytest.raises(DamagedFile) as told:
            use()
        said = str(told.value)
        assert said.startswith(f"{path} is damaged: ")
        assert words in said
        assert said.endswith("It was left as it is.")
        assert "\n" not in said
        assert len(said) < 250
    assert path.read_bytes() == data


@pytest.mark.promise(5)
def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    start(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    store = repository(path)
    with store.transaction() as change:
        add(change)
    assert len(store.load().cases[0].contacts) == 1


@pytest.mark.promise(5)
def test_the_file_is_usable_again_once_it_is_repaired(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    store = start(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    with pytest.raises(DamagedFile):
        store.load()
    path.write_bytes(whole)
    assert len(store.load().cases) == 1


values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-(10**30), 10**30)
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(values)
def test_whatever_json_can_hold_is_read_as_it_was_written(value: object) -> None:
    written: dict[str, dict[str, object]] = {"cases": {"1": value, "2": [value]}}
    data = codec.encode(written)
    assert codec.decode(data) == written
    assert json.loads(data) == written


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("-inf"), {1: 2}, (1,), {1}, b"x", object()],
)
def test_what_json_cannot_hold_is_refused_by_its_place(value: object) -> None:
    with pytest.raises(SaveFailed, match=r"Nothing was saved: table cases, row 1, field x"):
        codec.encode({"cases": {"1": {"id": "1", "x": value}}})
