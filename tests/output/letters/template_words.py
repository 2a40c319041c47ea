"""The words of the templates, read from their files without the program that renders them."""

import re
import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[3] / "g221_tui" / "data"
VALUE = "¤"
"""Stands for a value of the record, in a template and in a letter."""
STATEMENT = re.compile(r"\{%.*?%\}")
PLACE = re.compile(r"\{\{.*?\}\}")

ASKED = ("asked {}", "asked {}; the answer: ¤", "an answer of {}: ¤")
"""How a template tells of an earlier question, with the words that it has for the channel."""


def one_line(text: str) -> str:
    """The text with each run of white space as one blank."""
    return " ".join(text.split())


@cache
def sentences() -> frozenset[str]:
    """Each line of each template, every value in it as one sign."""
    found = set[str]()
    for path in sorted([*DATA.glob("letters/**/*.txt"), *DATA.glob("packets/*.txt")]):
        front, _, body = path.read_text(encoding="utf-8").rpartition("\n+++\n")
        for line in (body or front).splitlines():
            plain = PLACE.sub(VALUE, STATEMENT.sub("", line.removesuffix("\\")))
            found.add(one_line(plain))
        if front:
            said = tomllib.loads(front.removeprefix("+++\n")).get("tried", {}).values()
            found |= {f"- {VALUE}: {line.format(way)}" for line in ASKED for way in said}
            found |= {
                line.replace(f"sent {VALUE}", f"sent {way}", 1) for line in found for way in said
            }
    return frozenset(found - {""})


def foreign(text: str, values: frozenset[str]) -> str:
    """What of a letter neither a template nor the record says; empty where nothing is.

    Args:
        text: The body of a letter.
        values: Everything that the record holds, as a letter writes it.
    """
    for block in re.split(r"\n\n+", text):
        if rest := _foreign(one_line(block), values):
            return rest
    return ""


def _foreign(block: str, values: frozenset[str]) -> str:
    """The block from the place on which no sentence of a template leads further."""
    known = "|".join(re.escape(each) for each in sorted(values, key=len, reverse=True) if each)
    listed = rf"(?:{known})(?:(?:, | and )(?:{known}))*"
    places, furthest = {0}, 0
    while places:
        at = min(places)
        places.discard(at)
        furthest = max(furthest, at)
        for sentence in sentences():
            pattern = re.escape(sentence).replace(re.escape(VALUE), listed)
            if found := re.compile(rf"{pattern}(?: |$)").match(block, at):
                places.add(found.end())
        if len(block) in places:
            return ""
    return block[furthest:]
