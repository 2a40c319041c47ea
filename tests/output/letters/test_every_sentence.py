"""Every sentence of a letter stands in a template, and every value in the record."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest

from core.life import Life
from g221_tui.core.model import Case
from g221_tui.service.packets import Packets
from output.letters.kit import GOLDEN, NOW, asked_once, complete, drafts, in_tokyo, papers_ready
from output.letters.template_words import DATA, foreign, sentences

FIXED = ("post", "visa", "us_state", "policy", "id", "title", "case")
"""Facts that the rules go by: their words stay."""
COUNTED = ("second", "third", "1", "2")
"""How many requests and messages there were."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def marked(record: msgspec.Struct, sign: str) -> dict[str, str]:
    """Each text of a record that has one, a mark that nothing else has in its place."""
    texts = {f.name: getattr(record, f.name) for f in msgspec.structs.fields(record)}
    return {
        name: f"Mark{sign}{name.replace('_', '')}"
        for name, text in texts.items()
        if type(text) is str and text and name not in FIXED
    }


def with_marks(case: Case) -> Case:
    """The case, every text that somebody typed replaced by a mark of its own."""
    facts = msgspec.structs.replace(case.facts, **marked(case.facts, "f"))
    papers, contacts = [], []
    for number, paper in enumerate(case.documents):
        new = {n: t for n, t in marked(paper, f"d{number}").items() if n in ("name", "route")}
        papers.append(msgspec.structs.replace(paper, **new))
    for number, contact in enumerate(case.contacts):
        new = marked(contact, f"c{number}")
        kept = {n: t for n, t in new.items() if n in ("note", "answer", "ref")}
        contacts.append(msgspec.structs.replace(contact, **kept))
    return msgspec.structs.replace(
        case, facts=facts, documents=tuple(papers), contacts=tuple(contacts)
    )


def leaves(value: object) -> Iterator[str]:
    """Every text and day in a record, as a letter writes it."""
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, date):
        yield f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    elif isinstance(value, str):
        lines = value.splitlines()
        yield from (value, *lines, ", ".join(lines))


def recorded(case: Case, today: str) -> frozenset[str]:
    """Everything that a letter on the case may name: its record, and what the rules call it."""
    states = tomllib.loads((DATA / "us_states.toml").read_text(encoding="utf-8"))["states"]
    events = tomllib.loads((DATA / "process.toml").read_text(encoding="utf-8"))["events"]
    had = {event.kind for event in case.events}
    words = [states[case.facts.us_state]] if case.facts.us_state else []
    words += [kind["title"] for kind in events if kind["id"] in had]
    record = msgspec.to_builtins(case, builtin_types=(date,))
    days = leaves(date.fromisoformat(today))
    return frozenset({*leaves(record), *days, *words, *COUNTED})


@pytest.mark.parametrize("name", GOLDEN)
def test_every_sentence_is_a_templates_and_every_value_the_records(name: str) -> None:
    made, channel, purpose, day = GOLDEN[name]
    life = made()
    for case in (life.case, with_marks(life.case)):
        life.put(case)
        draft = drafts().draft(life.day(day), channel, purpose)
        assert foreign(draft.text, recorded(case, day)) == ""
    assert "Ada" not in draft.whole


@pytest.mark.parametrize("receiver", ["senator", "post", "attorney", "employer", "school"])
@pytest.mark.parametrize("made", [complete, asked_once, papers_ready, in_tokyo])
def test_a_letter_of_a_packet_says_no_more(receiver: str, made: Callable[[], Life]) -> None:
    life = made()
    life.put(with_marks(life.case))
    packet = Packets(life.rules, None).make(life.day(NOW), receiver, None).packet
    assert foreign(packet.letter.text, recorded(life.case, NOW)) == ""


@pytest.mark.parametrize(
    "planted",
    [
        "This is unfair.",
        "My question: why?",
        "I asked before, on 6 Jan 2027.",
        "Passport number: X7654321",
        "Please tell me if it is with USCIS now. It is urgent.",
    ],
)
def test_a_sentence_or_a_value_of_nobodys_is_found(planted: str) -> None:
    life = asked_once()
    text = drafts().draft(life.day(NOW), "consulate_email").text
    values = recorded(life.case, NOW)
    assert foreign(text, values) == ""
    head, _, tail = text.partition("\n\nMy question:")
    found = foreign(f"{head} {planted}\n\nMy question:{tail}", values)
    assert found
    assert planted.rpartition(". ")[2].split()[-1] in found
    assert foreign(f"{text}\n\n{planted}", values)


def test_each_template_gives_its_sentences() -> None:
    assert "My question: is there more that you need for this case?" in sentences()
    assert len(sentences()) > 100
