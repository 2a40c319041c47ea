"""Identifiers are masked wherever they stand, and however they are spelt."""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as some

from g221_tui.cli.plain import status_lines
from g221_tui.core.history.entries import HistoryEntry, RecordChange
from g221_tui.core.model import (
    Case,
    CaseRecord,
    Contact,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    PostFacts,
    Requester,
)
from g221_tui.core.privacy.identifiers import IDENTIFIERS
from g221_tui.core.privacy.identifiers import identifiers as identifiers_of
from g221_tui.core.privacy.masking import MASK, Masker, mask, masked
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.snapshot.build import build
from g221_tui.core.steps import Step
from g221_tui.output import export
from g221_tui.records import encode
from g221_tui.rules import load_rules

pytestmark = pytest.mark.promise(18)

RULES = load_rules(None)
REFUSED = date(2026, 10, 26)
TODAY = REFUSED + timedelta(47)
ASKED = (Step(state=DocumentState.REQUESTED, on=REFUSED),)
BETWEEN = re.compile(r"[\s\u00ad\u200b\u2010-\u2015\u2212_-]+")

quick = settings(
    max_examples=80,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)

signs = some.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters=MASK
)
identifiers = some.from_regex(
    r"[A-Z]{1,3}[0-9]{7,10}|20[0-9]{5} [0-9]{3} [0-9]{4}|[b-df-hj-np-tv-z]{8,12}", fullmatch=True
)
"""Numbers and words long enough to be looked for within words too."""
DATES = ("birth_date",)


def plain(text: str) -> str:
    """The text as it compares: one case, one composition, nothing between the signs."""
    return BETWEEN.sub("", unicodedata.normalize("NFC", text.casefold()))


@some.composite
def respelt(draw: some.DrawFn, value: str) -> str:
    """The identifier in another spelling: case, spaces, hyphens, composition."""
    spelt = draw(some.sampled_from([value, value.upper(), value.lower(), value.swapcase()]))
    spelt = unicodedata.normalize(draw(some.sampled_from(["NFC", "NFD"])), spelt)
    between = draw(some.sampled_from(["", " ", "-", " - ", "\u00a0", "\u2011"]))
    if between == "" or unicodedata.normalize("NFC", spelt) != unicodedata.normalize("NFD", spelt):
        return spelt  # a space between a letter and its accent would make another text
    return between.join(BETWEEN.sub("", spelt))


@some.composite
def words(draw: some.DrawFn, values: list[str]) -> str:
    """Free text with identifiers in it, respelt, alone and within words."""
    parts = draw(some.lists(some.text(signs, max_size=6), min_size=1, max_size=3))
    for value in draw(some.lists(some.sampled_from(values), max_size=3)):
        parts.insert(draw(some.integers(0, len(parts))), draw(respelt(value)))
    return draw(some.sampled_from(["", " ", ", "])).join(parts)


@some.composite
def cases(draw: some.DrawFn) -> tuple[Case, list[str]]:
    """A case with identifiers in its facts and in its texts, and those identifiers."""
    worded = [name for name in IDENTIFIERS if name not in DATES]
    names = draw(some.lists(some.sampled_from(worded), min_size=1, max_size=4, unique=True))
    facts: dict[str, Any] = {name: draw(identifiers) for name in names}
    values = list(facts.values())
    text = words(values)
    document = Document(
        id="d-222222",
        case="1",
        name=draw(text),
        requested_by=Requester.POST,
        steps=ASKED,
        note=draw(text),
        route=draw(text),
    )
    contacts = tuple(
        Contact(id=f"c-{n}", case="1", channel="ceac", on=TODAY, note=draw(text), status=draw(text))
        for n in (1, 2)
    )
    event = Event(id="e-222222", case="1", kind="refused_221g", on=REFUSED, note=draw(text))
    record = CaseRecord(id="1", title=draw(text), post=draw(text), submit_how=draw(text), **facts)
    return Case(facts=record, events=(event,), documents=(document,), contacts=contacts), values


def texts(value: Any) -> Iterator[str]:
    """Every text in some JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


BARE = Case(
    facts=CaseRecord(id="1"),
    events=(Event(id="e-222222", case="1", kind="refused_221g", on=REFUSED),),
    documents=(
        Document(id="d-222222", case="1", name="", requested_by=Requester.POST, steps=ASKED),
    ),
    contacts=tuple(Contact(id=f"c-{n}", case="1", channel="ceac", on=TODAY) for n in (1, 2)),
)
"""The same case without a word of the user's: what is in its output is no identifier."""


def worded(case: Case, text: str) -> Case:
    """The case with that text in each place where the user may write one."""
    change = msgspec.structs.replace
    identifying: dict[str, Any] = dict.fromkeys(IDENTIFIERS, text) | dict.fromkeys(DATES)
    return Case(
        facts=change(case.facts, title=text, post=text, submit_how=text, **identifying),
        events=tuple(change(event, note=text) for event in case.events),
        documents=tuple(change(row, name=text, note=text, route=text) for row in case.documents),
        contacts=tuple(change(row, note=text, status=text) for row in case.contacts),
    )


WORDED = worded(BARE, "?")
"""A case with too short a word everywhere: what the program says of any such word."""


def rows(case: Case) -> dict[str, dict[str, Any]]:
    """The tables of a case, with a history that holds a former value."""
    before = encode(case.facts)
    entry = HistoryEntry(
        n=1,
        at="2026-12-12T12:00:00Z",
        on=TODAY,
        sentence=f"Opened {case.facts.title}",
        changes=(RecordChange(table="cases", id="1", before=None, after=before),),
    )
    return {
        "meta": {"1": {"schema": 1, "current": "1"}},
        "cases": {"1": before},
        "events": {"1": encode(case.events[0])},
        "documents": {"1": encode(case.documents[0])},
        "contacts": {str(n): encode(c) for n, c in enumerate(case.contacts, 1)},
        "history": {"1": encode(entry)},
        "letters": {"1": {"text": case.facts.title, "to": [case.documents[0].note]}},
    }


def shown(case: Case) -> dict[str, list[str]]:
    """Every text of each masked output."""
    snapshot = masked(build(case_day(case, RULES, TODAY)), case)
    json_whole = json.loads(json.dumps(export.masked(rows(case))))
    return {
        "status": [line for line, _ in status_lines(snapshot)],
        "status --json": list(texts(msgspec.to_builtins(snapshot))),
        "export": list(texts(json_whole)),
    }


PLAIN_OUTPUT = [
    plain(text) for case in (BARE, WORDED) for lines in shown(case).values() for text in lines
]
"""What the program says by itself, of a case without words and of one with words."""


@quick
@given(cases())
def test_no_identifier_is_in_any_masked_output(found: tuple[Case, list[str]]) -> None:
    case, values = found
    for value in values:
        # A word of the program itself is no leak.
        assume(not any(plain(value) in text for text in PLAIN_OUTPUT))
    for output, lines in shown(case).items():
        for line in lines:
            for value in values:
                assert plain(value) not in plain(line), (output, value, line)


@quick
@given(some.lists(identifiers, min_size=1, max_size=3), some.data())
@example(["abcdefgh", "ghijklxyz"], None)
def test_identifiers_that_overlap_leave_nothing_of_either(
    values: list[str], data: some.DataObject | None
) -> None:
    text = "abcdefghijklxyz" if data is None else data.draw(words(values))
    left = plain(Masker(values)(text))
    for value in values:
        assert plain(value) not in left


@pytest.mark.parametrize(
    ("values", "text", "left"),
    [
        (("1234567", "7654321"), "12345677654321", f"{MASK}67{MASK}21"),
        (("1234567890", "345678"), "no 1234567890.", f"no {MASK}."),
        (("1212121",), "121212121!", f"{MASK}!"),
        (("123456",), "123456", MASK),
        (("1234567",), "1234567", f"{MASK}67"),
        (("Diyarbak\u0131r",), "DIYARBAKIR 2", f"{MASK}IR 2"),
        (("D\u0131yarbakir",), "diyarbak\u0131r 2", f"{MASK}\u0131r 2"),
    ],
)
def test_identifiers_that_touch_are_masked_each_and_those_that_overlap_as_one(
    values: tuple[str, ...], text: str, left: str
) -> None:
    assert Masker(values)(text) == left


def test_receipts_and_references_are_identifiers_too() -> None:
    paper = Document(id="d-1", case="1", name="Diploma", receipt="TRACK-4711")
    call = Contact(id="c-1", case="1", channel="dos", on=TODAY, ref="TICKET-0815")
    case = Case(facts=CaseRecord(id="1"), documents=(paper,), contacts=(call,))
    assert {"TRACK-4711", "TICKET-0815"} <= identifiers_of(case).values


def test_the_names_of_fields_are_masked_in_an_export() -> None:
    assert Masker(["A1234567"]).within({"of A1234567": [True, 7]}) == {f"of {MASK}67": [True, 7]}


@pytest.mark.parametrize(
    ("value", "text", "left"),
    [
        ("2026299 345 0001", "my 2026-299-345-0001.", f"my {MASK}01."),
        ("2026299 345 0001", "20262993450001", f"{MASK}01"),
        ("A1234567", "passport a1234567x", f"passport {MASK}67x"),
        ("A1234567", "A 123 45\u201167", f"{MASK}67"),
        ("A1234567", "A\u00ad123\u200b4567", f"{MASK}67"),
        ("A1234567", "of A1234567 \u200bfor me", f"of {MASK}67 \u200bfor me"),
        ("Asha Rao", "for ASHA RAO and Asha-Rao", f"for {MASK}AO and {MASK}ao"),
        ("Asha Devi Rao", "RAO, ASHA DEVI; or rao asha devi", f"{MASK}VI; or {MASK}vi"),
        ("Straße Nord", "STRASSE NORD", f"{MASK}RD"),
        ("Straße Nord", "S T R A S S E  N O R D", f"{MASK} D"),
        ("José Núñez", "JOSE\u0301 NU\u0301N\u0303EZ", f"{MASK}EZ"),
        ("a@b.example", "write to A@B.example!", f"write to {MASK}le!"),
        ("(*+?.[", "a (*+?.[ b", f"a {MASK} b"),
        ("Li", "Li, like Lima and li", f"{MASK}, like Lima and {MASK}"),
        ("7", "day 7 of 17", "day 7 of 17"),
        ("7", "7", MASK),
        ("HIG", "high", "high"),
        ("HIG", "the hig!", f"the {MASK}!"),
        ("-", "a - b", "a - b"),
        ("", "nothing", "nothing"),
    ],
)
def test_an_identifier_is_found_in_free_text(value: str, text: str, left: str) -> None:
    assert Masker([value])(text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Asha Rao", "Asha came, and ASHA's sister", f"{MASK} came, and {MASK}'s sister"),
        ("Asha Rao", "Mr Rao; Raoul", f"Mr {MASK}; Raoul"),
        ("Asha Rao", "Asha Rao", MASK),
        ("Asha Raghunathan", "raghunathan was told", f"{MASK}an was told"),
        ("Do Mark", "mark what I do, Mark", f"mark what I do, {MASK}"),
        ("José Núñez", "told JOSE\u0301 of nu\u0301n\u0303ez", f"told {MASK} of {MASK}ez"),
        ("May Li", "on Fri 1 May 2027 with Li", f"on Fri 1 May 2027 with {MASK}"),
        ("Sea of Tools", "a list of tools, Tools", f"a list of tools, {MASK}"),
        ("Example 7 Ltd", "an Example of 7", "an Example of 7"),
        ("MAY RAO", "on Sun 17 May 2026 with RAO", f"on Sun 17 May 2026 with {MASK}"),
        ("Mary O'Brien", "O'Brien asked; Mary too", f"{MASK} asked; {MASK} too"),
        ("Jean-Pierre Dupont", "Dupont called, Pierre too", f"{MASK} called, {MASK} too"),
        ("RAO, ASHA", "Asha of Rao", f"{MASK} of {MASK}"),
        ("Asha Rao (self)", "for Asha", f"for {MASK}"),
        ("asha rao", "asha and Rao", f"{MASK} and {MASK}"),
        ("李 明", "李 came", f"{MASK} came"),
    ],
)
def test_a_part_of_a_name_is_masked_where_it_stands_alone(name: str, text: str, left: str) -> None:
    assert Masker([name], [name])(text) == left


def test_whom_one_talked_to_is_masked_in_sentences_too() -> None:
    contact = Contact(id="c-1", case="1", channel="dos", on=TODAY, with_whom="Officer Smith")
    other = Contact(id="c-2", case="1", channel="dos", on=TODAY, note="OFFICER SMITH again")
    case = Case(facts=CaseRecord(id="1"), events=BARE.events, contacts=(contact, other))
    known = identifiers_of(case)
    assert Masker(*known)("Corrected: With whom: Officer Smith → nothing").count(MASK) == 1
    plain_words = Contact(id="c-3", case="1", channel="dos", on=TODAY, with_whom="the consulate")
    case = Case(facts=CaseRecord(id="1"), events=BARE.events, contacts=(plain_words,))
    assert Masker(*identifiers_of(case))("ask the consulate") == "ask the consulate"


def test_a_note_that_uses_the_given_name_is_masked_in_the_snapshot_and_the_export() -> None:
    document = Document(id="d-1", case="1", name="Letter of Asha")
    facts = CaseRecord(id="1", applicant="Asha Rao", petitioner="Ravi Rao", title="Ravi for Asha")
    case = Case(facts=facts, events=BARE.events, documents=(document,))
    after = masked(build(case_day(case, RULES, TODAY)), case)
    assert (after.case.title, after.documents.items[0].name) == (
        f"{MASK} for {MASK}",
        f"Letter of {MASK}",
    )
    tables = rows(BARE)
    tables["cases"]["1"]["applicant"] = "Asha Rao"
    tables["letters"]["1"]["text"] = "Asha rang"
    assert "Asha" not in json.dumps(export.masked(tables))


def test_a_short_identifier_leaves_the_words_whole() -> None:
    case = Case(
        facts=CaseRecord(id="1", applicant="An", petitioner="I", phone="4", post="Chennai"),
        events=BARE.events,
    )
    before = build(case_day(case, RULES, TODAY))
    after = masked(before, case)
    assert after.case.post == "Chennai"
    assert after.stage == before.stage
    assert after.next.text == before.next.text
    assert [c.name for c in after.channels] == [c.name for c in before.channels]


def test_dates_states_and_ids_stay_as_they_are() -> None:
    case = Case(
        facts=CaseRecord(id="1", case_number="2026-10-26", phone="222222"),
        events=BARE.events,
        documents=BARE.documents,
    )
    after = masked(build(case_day(case, RULES, TODAY)), case)
    assert after.case.refused_on == REFUSED
    assert after.documents.items[0].id == "d-222222"
    assert after.case.case_number == f"{MASK}26"


def test_a_deadline_named_after_a_person_is_masked_and_its_id_is_that_of_its_record() -> None:
    case = Case(
        facts=CaseRecord(id="1", applicant="Asha Rao", passport_number="A1234567"),
        events=BARE.events,
        deadlines=tuple(
            NamedDeadline(id=f"t-{n}", case="1", name=name, on=TODAY)
            for n, name in enumerate(("Flight of ASHA rao", "Lease a 1234567"))
        ),
    )
    after = masked(build(case_day(case, RULES, TODAY)), case)
    titles = {deadline.id: deadline.title for deadline in after.deadlines}
    assert "documents_one_year" in titles
    assert titles["expiry_t-0"] == f"Flight of {MASK}"
    assert titles["expiry_t-1"] == f"Lease {MASK}67"


def test_another_case_s_identifiers_are_masked_too() -> None:
    other = Case(facts=CaseRecord(id="2", applicant="Asha Rao"), events=BARE.events)
    case = Case(facts=CaseRecord(id="1", title="with Asha Rao"), events=BARE.events)
    assert "Asha" not in masked(build(case_day(case, RULES, TODAY)), case, [other]).case.title


def test_the_post_a_case_was_transferred_to_stays_readable_where_a_person_is_called_so() -> None:
    moved = PostFacts(post="US Consulate Tarn")
    there = Event(id="e-333333", case="1", kind="transferred", on=TODAY, new_post=moved)
    call = Contact(id="c-1", case="1", channel="dos", on=TODAY, note="Papers went to Tarn, Mr Tarn")
    facts = CaseRecord(id="1", applicant="Ezra Tarn", post="Bern")
    known = identifiers_of(Case(facts=facts, events=(*BARE.events, there), contacts=(call,)))
    assert Masker(*known)(call.note) == f"Papers went to Tarn, Mr {MASK}"


def test_a_former_number_and_a_number_that_is_no_text_are_masked_in_an_export() -> None:
    found = rows(BARE)
    found["cases"]["1"]["passport_number"] = 12345678
    found["history"]["1"]["changes"][0]["after"] = {"id": "1", "phone": "555 0100"}
    found["letters"]["1"]["text"] = "rang 5550100"
    left = json.dumps(export.masked(found))
    assert "12345678" not in left
    assert "0100" not in left
    assert json.loads(left)["masked"] is True


def test_a_short_mask_keeps_nothing_and_a_long_one_its_end() -> None:
    assert (mask("abcdef"), mask("abcdefg")) == (MASK, f"{MASK}fg")


def test_whom_one_talked_to_is_masked_whole_and_no_other_text_for_it() -> None:
    contact = Contact(
        id="c-1", case="1", channel="dos", on=TODAY, with_whom="Officer Smith", note="Smith rang"
    )
    left = Masker([]).over(contact)
    assert (left.with_whom, left.note) == (MASK, "Smith rang")
    assert Masker([]).over(msgspec.structs.replace(contact, with_whom="")).with_whom == ""


def test_a_birth_date_that_is_no_text_is_left_out() -> None:
    born = CaseRecord(id="1", birth_date=date(1987, 3, 14), passport_expires=date(2031, 5, 1))
    left = Masker([]).over(born)
    assert (left.birth_date, left.passport_expires) == (None, date(2031, 5, 1))


def test_whom_one_talked_to_is_masked_whole_in_an_export_and_in_its_history() -> None:
    former = {"id": "c-1", "case": "1", "channel": "dos", "with": "Officer Jones", "note": "n"}
    found = rows(BARE)
    found["contacts"]["1"]["with"] = "Officer Smith"
    found["contacts"]["2"]["with"] = ""
    found["history"]["1"]["changes"] = [
        {"table": "contacts", "id": "c-1", "before": None, "after": former}
    ]
    left: Any = export.masked(found)
    assert [row["with"] for row in left["contacts"].values()] == [MASK, ""]
    assert left["history"]["1"]["changes"][0]["after"]["with"] == MASK
    assert "Officer" not in json.dumps(left)


@pytest.mark.parametrize(
    ("name", "deadline", "left"),
    [
        ("Ravi Kumar", "Ravi's flight AI101", f"{MASK}'s flight AI101"),
        ("Ravi Kumar", "Flight of KUMAR", f"Flight of {MASK}"),
        ("José Núñez", "Jose\u0301 back", f"{MASK} back"),
        ("Ravi Kumar", "Ravioli party", "Ravioli party"),
        ("May Li", "Lease in may", "Lease in may"),
        ("Li", "Li home", f"{MASK} home"),
    ],
)
def test_a_part_of_a_name_is_masked_in_a_date_and_no_id_is_made_of_it(
    name: str, deadline: str, left: str
) -> None:
    named = NamedDeadline(id="t-1", case="1", name=deadline, on=TODAY)
    facts = CaseRecord(id="1", applicant=name)
    case = Case(facts=facts, events=BARE.events, deadlines=(named,))
    after = masked(build(case_day(case, RULES, TODAY)), case)
    assert ("expiry_t-1", left) in [(found.id, found.title) for found in after.deadlines]
    assert ("expiry_t-1", left) in [(row.subject, row.title) for row in after.timeline]
