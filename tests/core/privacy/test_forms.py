"""What is masked is masked in the forms people write, and ordinary sentences stay readable."""

import random
import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from core.privacy import respelling
from core.privacy.figures import (
    TABLES,
    crowded_out,
    leaking,
    of_name,
    of_number,
    touched,
    tricky,
)
from core.privacy.forms.ordinary import ORDINARY, TAKEN_FOR_NAMES
from core.privacy.oracle import leaks, secrets, seen
from g221_tui.core.privacy.masking import MASK

pytestmark = pytest.mark.promise(18)

LEAST = 60
"""How many forms of each kind there are at the least, and how many ordinary sentences."""
NAMES = ("Rosa Quispe Huaman", "Yusuf al-Hassan", "Tomas de la Cerda", "Anne-Claire Wombat")
NUMBERS = ("WAC2612345678", "Z4827193", "+919876543210", "2026299 345 0071", "AA00C7XK2M")
ROWS = 10_000
SECONDS = 3.0
"""What masking that many rows may take of the processor; it takes a tenth of it."""

Respelling = Callable[[str, random.Random], str]


def test_no_form_that_people_write_leaks() -> None:
    assert [line for result in leaking() for line in result.wrong] == []


def test_no_ordinary_sentence_is_touched_but_for_those_that_begin_as_one_of_a_person() -> None:
    assert touched().wrong == TAKEN_FOR_NAMES
    assert len(TAKEN_FOR_NAMES) * 30 < len(ORDINARY)


def test_no_word_beside_what_is_masked_goes_with_it() -> None:
    assert crowded_out().wrong == ()


def test_there_are_enough_forms_of_each_kind_and_each_is_another() -> None:
    for kind, table, _ in TABLES:
        forms = [form for forms in table.values() for form in forms]
        assert len(forms) >= LEAST or "second" in kind or "third" in kind, kind
        assert len(set(forms)) == len(forms), kind
        assert all(secrets(form) for form in forms), kind
    assert len(set(ORDINARY)) == len(ORDINARY) >= LEAST


def test_the_oracle_sees_a_leak() -> None:
    assert leaks("call «98765 43210» now", "call 98765 43210 now")
    assert leaks("call «98765 43210» now", f"call {MASK}3210 now")
    assert not leaks("call «98765 43210» now", f"call {MASK}10 now")
    assert leaks("of «Li»", "of Li")
    assert not leaks("of «Li»", f"of {MASK}")
    assert seen("a-b ١") == "ab١"


@settings(max_examples=300, deadline=None, database=None)
@given(
    some.sampled_from(NUMBERS),
    some.lists(some.sampled_from(respelling.OF_NUMBERS), max_size=3),
    some.integers(0, 10**6),
)
def test_a_number_is_masked_however_it_is_respelt(
    value: str, ways: list[Respelling], seed: int
) -> None:
    _respelt_is_masked(value, ways, seed, masker=of_number(value))


@settings(max_examples=300, deadline=None, database=None)
@given(
    some.sampled_from(NAMES),
    some.lists(some.sampled_from(respelling.OF_NAMES), max_size=3),
    some.integers(0, 10**6),
)
def test_a_name_is_masked_however_it_is_respelt(
    value: str, ways: list[Respelling], seed: int
) -> None:
    _respelt_is_masked(value, ways, seed, masker=of_name(value))


def _respelt_is_masked(
    value: str, ways: list[Respelling], seed: int, masker: Callable[[str], str]
) -> None:
    chance = random.Random(seed)
    spelt = value
    for way in ways:
        spelt = way(spelt, chance)
    left = masker(f"letter of {spelt} came")
    assert not leaks(f"«{spelt}»", left), left
    assert left.startswith("letter of ")
    assert left.endswith(" came")


@pytest.mark.parametrize(
    "text",
    [
        "You may ask again in April.\nSunday or Monday, the office is closed.",
        "order 26 12 345\nThe fee rose to 205 dollars.",
    ],
)
def test_two_ordinary_sentences_make_no_identifier_over_the_end_of_a_line(text: str) -> None:
    assert tricky()(text) == text


@settings(max_examples=200, deadline=None, database=None)
@given(
    some.lists(
        some.sampled_from([s for s in ORDINARY if s not in TAKEN_FOR_NAMES]), min_size=1, max_size=4
    )
)
def test_ordinary_sentences_stay_in_any_company(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    assert tricky()(text) == text


@settings(max_examples=300, deadline=None, database=None)
@given(some.text(max_size=80))
def test_what_is_masked_once_is_not_masked_again(text: str) -> None:
    once = tricky()(text)
    assert tricky()(once) == once


def test_ten_thousand_rows_are_masked_at_once() -> None:
    chance, masker = random.Random(221), of_name(NAMES[0])
    words = re.findall("[a-z]+", "the post asked again for papers, wait for another day then call")
    rows = [f"row {n} " + " ".join(chance.choices(words, k=14)) for n in range(ROWS)]
    rows = [f"{row} Rosa" if n % 6 == 0 else row for n, row in enumerate(rows)]
    before = time.process_time()
    left = [masker(row) for row in rows]
    assert time.process_time() - before < SECONDS
    assert sum(MASK in row for row in left) == len(rows[::6])


def test_the_work_grows_no_faster_than_the_text() -> None:
    def work(times: int) -> float:
        masker = of_name(NAMES[0])
        text = "Rosa Quispe and rquispe, H. Rosa, in May. " * times
        before = time.process_time()
        masker(text)
        return time.process_time() - before

    work(10)
    assert work(4_000) < 30 * max(work(400), 0.01)
