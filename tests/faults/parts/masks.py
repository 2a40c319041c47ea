"""Row 18: no identifier of the file is in a masked output, however it is spelt."""

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Kind, Tally, scaled
from faults.runner import Runner, Template, at_home
from g221_tui.core.privacy.identifiers import IDENTIFIERS

TRIES = 2_500
BETWEEN = re.compile(r"[\s\u00ad\u200b\u2010-\u2015\u2212_-]+")
"""What hides no identifier when it stands between its signs."""
MASKED: tuple[tuple[str, ...], ...] = (
    *(("status", "--masked"), ("status", "--json", "--masked"), ("export", "json")),
    ("status", "--plain", "--masked"),
)
"""Every masked output of the command line."""

FIRST = ("Asha", "Zoë", "José", "Łukasz", "Ngọc", "Анна", "ضحى", "明日香", "Strauß")
LAST = ("Example", "Núñez-Prøve", "O'Sample", "Muster", "Beispielová", "Örnek", "試験")
"""Parts of invented names."""


def masks(folder: Path, share: float) -> Iterator[Tally]:
    """Random identifiers in the facts, and respelt in every free text."""
    total = scaled(TRIES, share, 8)
    name = "a file with random identifiers in facts and texts, in a masked output"
    tally = Tally(name, 18, kind=Kind.ORDINARY, planned=total)
    yield tally
    with at_home(folder):
        template = Template(folder)
        for n in range(total):
            g221 = template.fresh()
            values = {name: _identifier(tally.chance, name) for name in IDENTIFIERS}
            chosen = tally.chance.sample(sorted(values), 4)
            with tally.attempt((n, [values[name] for name in chosen])):
                _one(tally.chance, g221, {name: values[name] for name in chosen})


def _one(chance: random.Random, g221: Runner, values: dict[str, str]) -> None:
    receipt, ref = _digits(chance, 9), f"R-{_digits(chance, 7)}"
    known = [*values.values(), receipt, ref]

    def words() -> str:
        picked = [_respelt(chance, value) for value in chance.sample(known, 2)]
        return chance.choice((" ", ", ", " and ", ".\n")).join(["wrote to", *picked, "today"])

    g221("set", *(f"{name}={value}" for name, value in values.items()))
    g221("set", f"title={words()}", f"post={words()}", f"submit_how={words()}")
    g221("docs", "add", f"Paper {words()}", "--note", words(), "--receipt", receipt)
    g221("log", "ceac", "--note", words(), "--status", words(), "--ref", ref, "--with", words())
    g221("event", "add", "note", "--note", words())
    g221("deadline", "add", f"Day {words()}", "2027-01-05")
    if chance.random() < 0.5:
        name = chance.choice(sorted(values))
        g221("set", f"{name}={_identifier(chance, name)}")  # the former one stays in the history
        if chance.random() < 0.5:
            g221("undo")
        else:
            known.remove(values[name])  # a status need not know a former number; the export must
    for output in MASKED:
        whole = output[0] == "export"
        text = g221(*output).out
        if "json" in output or "--json" in output:
            text = text.encode().decode("unicode-escape", "surrogatepass")
        for value in {*known, *(values.values() if whole else ())}:
            found = _plain(text).find(_plain(value))
            assert found < 0, (output, value, ascii(_plain(text)[max(0, found - 60) : found + 60]))


def _identifier(chance: random.Random, name: str) -> str:
    """An invented one of the form that the fact has."""
    if name in ("applicant", "petitioner", "writer"):
        middle = "".join(chance.choice("aeioubdklmnrst") for _ in range(7)).title()
        return f"{chance.choice(FIRST)} {middle} {chance.choice(LAST)}"
    if "email" in name:
        return f"{_letters(chance, 7)}.{_letters(chance, 5)}@{_letters(chance, 6)}.example"
    if "phone" in name:
        return f"+{chance.randrange(1, 99)} {_digits(chance, 5)} {_digits(chance, 5)}"
    forms = {
        "case_number": f"2026{_digits(chance, 3)} {_digits(chance, 3)} {_digits(chance, 4)}",
        "passport_number": f"{_letters(chance, 1).upper()}{_digits(chance, 8)}",
        "application_id": f"AA00{_letters(chance, 6).upper()}",
        "receipt_number": f"IOE{_digits(chance, 10)}",
        "birth_date": f"19{chance.randrange(40, 99)}-{chance.randrange(1, 13):02}-17",
        "address": f"{chance.randrange(2, 99)} {_letters(chance, 9).title()} Lane, "
        + _digits(chance, 6),
    }
    return forms[name]


def _respelt(chance: random.Random, value: str) -> str:
    """The identifier in another spelling: case, spaces, hyphens, composition."""
    spelt = chance.choice((value, value.upper(), value.lower(), value.swapcase()))
    spelt = unicodedata.normalize(chance.choice(("NFC", "NFD")), spelt)
    between = chance.choice(("", "", " ", "-", " - ", "\u00a0", "\u2011"))
    if not between or not spelt.isascii():
        return spelt  # a space between a letter and its accent would make another text
    return between.join(BETWEEN.sub("", spelt))


def _plain(text: str) -> str:
    """The text as it compares: one case, one composition, nothing between the signs."""
    return BETWEEN.sub("", unicodedata.normalize("NFC", text.casefold()))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _letters(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("bcdfghjkmnpqrstvwxz") for _ in range(count))
