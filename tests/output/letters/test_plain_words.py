"""The letters are plain, polite and short, and say nothing that the record does not hold."""

import re
import tomllib
from pathlib import Path

import pytest

from g221_tui.output.letter_templates import OURS
from output.letters.kit import GOLDEN, PACKETS, golden, packet

GRADE = 8
"""The highest grade by the formula of Flesch and Kincaid."""
WORDS = {"e-mail": 120, "letter": 180, "form": 80, "script": 130}
"""How many words a text may have beside the rows that name the case."""
NOT_SAID = (
    "urgent",
    "unreasonable",
    "lawsuit",
    "mandamus",
    "press",
    "illegal",
    "entitled",
    "violat",
    "delay",
    "expedite",
    "speed",
    "frustrat",
    "unfair",
    "immediately",
    "soon",
    "will be approved",
    "expect",
    "guarantee",
    "should be decided",
)
"""Claims of law, feelings and guesses: none belongs in a letter."""
TEMPLATES = sorted(OURS.rglob("*.txt"))


def prose(text: str) -> list[str]:
    """The sentences: no labels with their values, no greeting, no list of papers."""
    joined = re.sub(r"(?<=[a-z0-9,])\n(?=\S)", " ", text)
    lines = [line.removeprefix("- ") for line in joined.splitlines()]
    told = [line for line in lines if re.search(r"[.?]$", line) and not line.startswith(">")]
    return [part for line in told for part in re.split(r"(?<=[.?]) ", line)]


def syllables(word: str) -> int:
    """How many syllables a word has, by its groups of vowels."""
    found = re.findall(r"[aeiouy]+", word.casefold().removesuffix("e"))
    return max(1, len(found))


def grade(sentences: list[str]) -> float:
    """The school year that reads it, by the formula of Flesch and Kincaid."""
    words = re.findall(r"[A-Za-z']+", " ".join(sentences))
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * per_word - 15.59


def test_the_formula_tells_plain_words_from_hard_ones() -> None:
    assert grade(["I sent the papers.", "Did they come?"]) < 4
    hard = "Notwithstanding considerable administrative correspondence, adjudication continues."
    assert grade([hard]) > 15


@pytest.mark.parametrize("name", GOLDEN)
def test_a_pupil_of_the_eighth_grade_reads_it(name: str) -> None:
    sentences = prose(golden(name).text)
    assert sentences
    assert grade(sentences) <= GRADE, sentences


@pytest.mark.parametrize("name", PACKETS)
def test_a_pupil_reads_the_letter_of_a_packet(name: str) -> None:
    text = packet(name).packet.letter.text
    assert grade(prose(text)) <= GRADE, prose(text)
    assert "[" not in text


@pytest.mark.parametrize("name", GOLDEN)
def test_it_is_short_and_begs_for_nothing(name: str) -> None:
    draft = golden(name)
    rows = [row for row in draft.text.splitlines() if not re.match(r"[A-Z][\w' -]+: ", row)]
    assert len(" ".join(rows).split()) <= WORDS[draft.medium]
    text = draft.whole.casefold()
    assert [word for word in NOT_SAID if re.search(rf"\b{word}", text)] == []


@pytest.mark.parametrize("name", GOLDEN)
def test_it_has_no_blank_to_fill_in(name: str) -> None:
    draft = golden(name)
    assert re.search(r"[\[\]{}_]|None|\bN/A\b|XXX|: *$", draft.text.replace("papers:\n", "")) is (
        None
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_bracket_outside_its_statements(path: Path) -> None:
    body = path.read_text(encoding="utf-8").rpartition("\n+++\n")[2]
    assert "[" not in re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", body)


@pytest.mark.parametrize("path", sorted(OURS.glob("*.txt")), ids=lambda path: path.name)
def test_every_template_names_its_source_and_its_date(path: Path) -> None:
    front = tomllib.loads(path.read_text(encoding="utf-8").split("+++\n")[1])
    assert front["source"]
    assert re.search(r"(19|20)\d\d", front["as_of"])
