"""The two readers of the file's text agree: the quick one for our own bytes, the strict one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from g221_tui.errors import DamagedFile, SaveFailed
from g221_tui.store import codec

WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(WORDS, st.dictionaries(WORDS, VALUES, max_size=3), max_size=3)


@given(TABLES)
def test_what_was_written_is_read_again_however_it_is_laid_out(
    tables: dict[str, dict[str, object]],
) -> None:
    assert codec.decode(codec.encode(tables)) == tables
    assert codec.decode(json.dumps(tables).encode()) == tables


@pytest.mark.promise(5)
@pytest.mark.parametrize(
    "row",
    [
        b'"name": 1,\n      "name": 2',
        b'"name": NaN',
        b'"name": 1e999',
        b'"name": Infinity',
    ],
)
def test_a_row_that_would_quietly_lose_something_is_refused_in_our_own_layout(row: bytes) -> None:
    good = codec.encode({"cases": {"1": {"name": 0}}})
    with pytest.raises(DamagedFile, match=r"line [45]"):
        codec.decode(good.replace(b'"name": 0', row))


@pytest.mark.promise(5)
@pytest.mark.parametrize("layout", ["own", "one line", "half a character", "large number"])
def test_what_lies_too_deep_for_any_reader_is_refused_and_never_written(layout: str) -> None:
    def of_depth(depth: int) -> dict[str, dict[str, object]]:
        value: object = 1
        for n in range(depth - 3):
            value = [value] if n % 2 else {"in": value}
        odd = {"half a character": "\ud83d", "large number": 10**30}
        return {"cases": {"1": {"deep": value, "odd": odd.get(layout, "")}}}

    def text(tables: object) -> bytes:
        return json.dumps(tables, indent=2 if layout == "own" else None).encode()

    deepest = of_depth(codec.DEEPEST)
    assert codec.decode(text(deepest)) == deepest
    for depth in (codec.DEEPEST + 1, 900):
        with pytest.raises(DamagedFile, match="lie too deep"):
            codec.decode(text(of_depth(depth)))
        with pytest.raises(SaveFailed, match="too deep"):
            codec.encode(of_depth(depth))
    if layout != "large number":
        assert codec.decode(codec.encode(deepest)) == deepest
