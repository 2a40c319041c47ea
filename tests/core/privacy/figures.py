"""The two figures of masking: how many forms leak, how many ordinary sentences are touched.

`python tests/core/privacy/figures.py` prints them.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[3]), str(Path(__file__).parents[2])]

from core.privacy.forms import (
    addresses,
    births,
    mails,
    names,
    numbers,
    ordinary,
    phones,
    second,
    third,
)
from core.privacy.forms.found import FOUND
from core.privacy.oracle import kept_words, leaks, plain_text
from g221_tui.core.privacy.identifiers import Known
from g221_tui.core.privacy.masking import Masker
from g221_tui.rules import load_rules


class Result(NamedTuple):
    """What was looked at, and what went wrong."""

    kind: str
    """What the forms are of."""
    tried: int
    """How many."""
    wrong: tuple[str, ...]
    """Those that leak, or were touched, with what was made of them."""


def of_name(value: str) -> Masker:
    """What masks one person's name."""
    return Masker(*Known(values=frozenset({value}), names=frozenset({value})))


def of_number(value: str) -> Masker:
    """What masks one number or e-mail address."""
    return Masker({value})


def of_birth(value: str) -> Masker:
    """What masks one birth date."""
    return Masker(*Known(values=frozenset({value}), births=frozenset({value})))


def of_address(value: str) -> Masker:
    """What masks one postal address."""
    return Masker(*Known(values=frozenset({value}), addresses=frozenset({value})))


TABLES: tuple[tuple[str, Mapping[str, tuple[str, ...]], Callable[[str], Masker]], ...] = (
    ("phones", phones.PHONES, of_number),
    ("e-mail addresses", mails.MAILS, of_number),
    ("numbers", numbers.NUMBERS, of_number),
    ("birth dates", births.BIRTHS, of_birth),
    ("addresses", addresses.ADDRESSES, of_address),
    ("names", names.NAMES, of_name),
    ("numbers, second", second.NUMBERS, of_number),
    ("birth dates, second", second.BIRTHS, of_birth),
    ("addresses, second", second.ADDRESSES, of_address),
    ("names, second", second.NAMES, of_name),
    ("numbers, third", third.NUMBERS, of_number),
    ("birth dates, third", third.BIRTHS, of_birth),
    ("addresses, third", third.ADDRESSES, of_address),
    ("names, third", third.NAMES, of_name),
)
"""The forms by kind, and what masks them."""


@cache
def tricky() -> Masker:
    """What masks a case whose people have names that are words, months and places too."""
    values = (*ordinary.NAMES, *ordinary.NUMBERS, ordinary.BIRTH, ordinary.ADDRESS)
    return Masker(
        *Known(
            values=frozenset(values),
            names=frozenset(ordinary.NAMES),
            births=frozenset({ordinary.BIRTH}),
            addresses=frozenset({ordinary.ADDRESS}),
            posts=frozenset({ordinary.POST}),
            places=load_rules(None).posts.place_names,
        )
    )


def leaking() -> Iterator[Result]:
    """The forms that leak, by kind."""
    for kind, table, maker in TABLES:
        tried, wrong = 0, []
        for value, forms in table.items():
            masker = maker(value)
            for form in forms:
                tried += 1
                left = masker(plain_text(form))
                if leaks(form, left):
                    wrong.append(f"{form!r}: {left!r}")
        yield Result(kind, tried, tuple(wrong))
    wrong = []
    for found in FOUND:
        left = (of_name if found.name else of_number)(found.value)(plain_text(found.form))
        if leaks(found.form, left):
            wrong.append(f"{found.form!r}: {left!r}")
    yield Result("reported elsewhere", len(FOUND), tuple(wrong))


def touched() -> Result:
    """The ordinary sentences that do not stay as they are."""
    masker = tricky()
    wrong = [text for text in ordinary.ORDINARY if masker(text) != text]
    return Result("ordinary sentences", len(ordinary.ORDINARY), tuple(wrong))


def crowded_out() -> Result:
    """The forms around whose secret whole words went too."""
    tried, wrong = 0, []
    for _, table, maker in TABLES:
        for value, forms in table.items():
            masker = maker(value)
            for form in forms:
                tried += 1
                left = masker(plain_text(form))
                if not kept_words(form, left):
                    wrong.append(f"{form!r}: {left!r}")
    return Result("words beside what is masked", tried, tuple(wrong))


def _print_all() -> None:
    every = [*leaking(), touched(), crowded_out()]
    for result in every:
        sys.stdout.write(f"{result.kind}: {len(result.wrong)} of {result.tried}\n")
        for line in result.wrong:
            sys.stdout.write(f"  {line}\n")
    forms = every[:-2]
    leaked, tried = sum(len(r.wrong) for r in forms), sum(r.tried for r in forms)
    over = every[-2]
    sys.stdout.write(f"leaks: {leaked} of {tried} forms\n")
    sys.stdout.write(f"over-masked: {len(over.wrong)} of {over.tried} sentences\n")


if __name__ == "__main__":
    _print_all()
