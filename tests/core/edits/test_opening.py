"""Opening a case: the refusal, the facts, and what the slip asks for, or nothing at all."""

from collections.abc import Mapping
from datetime import date

import pytest

from core.edits.kit import numbers
from core.refusals import refusal
from core.snapshot.kit import REFUSED, RULES, TODAY, day_of
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.edit import Edit
from g221_tui.core.model import Document, DocumentState, Event, Requester, UsLink, YesNo
from g221_tui.core.steps import Step
from g221_tui.errors import G221Error, NotUnderstood, Refused, UnreadField

SLIP = {"refused": "2026-10-26"}


def opened(answers: Mapping[str, str], *documents: str, reasons: tuple[str, ...] = ()) -> Edit:
    """The case of these answers."""
    command = OpenCase(answers=answers, documents=documents, reasons=reasons)
    return command.open(RULES, TODAY, numbers())


def test_the_day_of_the_refusal_is_enough() -> None:
    edit = opened(SLIP)
    assert edit.case.id == "101"
    assert edit.case.events == (Event(id="e-101", case="101", kind="refused_221g", on=REFUSED),)
    assert edit.done == "Opened case 101: Case 101, refused Mon 26 Oct 2026."
    assert (edit.record, edit.on, edit.warnings) == ("101", REFUSED, ())
    assert day_of(edit.case).standing.stage.id == "documents_due", "what it asks is unknown"


def test_the_case_is_called_by_its_title_else_its_visa_and_post_else_its_number() -> None:
    assert "101: Ana, refused" in opened({**SLIP, "title": "Ana", "visa": "H-1B"}).done
    assert "101: H-1B · Mumbai," in opened({**SLIP, "visa": "H-1B", "post": "Mumbai"}).done
    assert "101: 2026299 345 0001," in opened({**SLIP, "case_number": "2026299 345 0001"}).done


def test_the_facts_are_kept_as_read_and_names_as_typed() -> None:
    answers = {
        **SLIP,
        "post": "Ciudad Jua\u0301rez",
        "visa": "h1b ",
        "tracking": "Y",
        "us_link": "emp",
        "us_state": "texas",
        "petition": "yes",
        "policy": "st",
        "wait": "90 days",
        "title": "[Ana]",
    }
    facts = opened(answers, reasons=("documents", "ds5535")).case.facts
    assert (facts.post, facts.visa, facts.title) == ("Ciudad Jua\u0301rez", "h1b ", "[Ana]")
    assert (facts.tracking, facts.us_link, facts.us_state) == (YesNo.YES, UsLink.EMPLOYER, "TX")
    assert (facts.petition, facts.policy, facts.wait) == (YesNo.YES, "state", 90)
    assert facts.reasons == ("documents", "ds5535")


def test_what_was_asked_and_the_printed_date_belong_to_the_refusal() -> None:
    (slip,) = opened({**SLIP, "asked": "no", "letter_deadline": "2027-01-15"}).case.events
    assert (slip.asked, slip.letter_deadline) == (YesNo.NO, date(2027, 1, 15))


@pytest.mark.parametrize("on", ["2026-10-20", "2026-10-26"])
def test_the_interview_comes_before_the_refusal_or_on_its_day(on: str) -> None:
    held, slip = opened({**SLIP, "interview": on}).case.events
    assert (held.kind, held.on) == ("interview", date.fromisoformat(on))
    assert slip.kind == "refused_221g"
    said = refusal(Refused, lambda: opened({**SLIP, "interview": "2026-10-27"}))
    assert said == (
        "The interview (Tue 27 Oct 2026) can't lie after the refusal (Mon 26 Oct 2026)."
    )


def test_the_documents_are_asked_for_by_the_slip_on_the_day_of_the_refusal() -> None:
    edit = opened(SLIP, "Client letter", "Org chart")
    assert edit.case.documents == tuple(
        Document(
            id=identity,
            case="101",
            name=name,
            requested_by=Requester.SLIP,
            steps=(Step(state=DocumentState.REQUESTED, on=REFUSED),),
        )
        for identity, name in (("d-102", "Client letter"), ("d-103", "Org chart"))
    )
    assert (edit.record, edit.on, edit.effect) == ("101", REFUSED, "")


def test_a_second_name_that_reads_as_the_first_opens_nothing() -> None:
    message = refusal(Refused, lambda: opened(SLIP, "I-797", "i-797"))
    assert message == "'i-797' is named twice."


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("today", TODAY),
        ("yesterday", date(2026, 12, 11)),
        ("-3d", date(2026, 12, 9)),
        ("26 Oct 2026", REFUSED),
        ("1952-12-24", date(1952, 12, 24)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_the_day_is_read_as_a_person_types_it(typed: str, on: date) -> None:
    assert opened({"refused": typed}).on == on


@pytest.mark.parametrize(
    ("answers", "error", "why"),
    [
        ({}, NotUnderstood, "the day of the refusal: '' holds no date"),
        ({"refused": "05/02/2026"}, NotUnderstood, "the day of the refusal: "),
        ({"refused": "2026"}, NotUnderstood, "a year without month and day"),
        ({"refused": "2026-02-29"}, NotUnderstood, "not a day of the calendar"),
        ({"refused": "2026-12-13"}, Refused, "not come yet"),
        ({"refused": "1952-12-23"}, Refused, "1952"),
        ({**SLIP, "interview": ""}, NotUnderstood, "the interview: "),
        ({**SLIP, "interview": "soon"}, NotUnderstood, "the interview: "),
        ({**SLIP, "interview": "2026-12-13"}, Refused, "An interview can't be dated"),
        ({**SLIP, "colour": "blue"}, NotUnderstood, "'colour' is not a known field"),
        ({**SLIP, "tracking": "maybe"}, UnreadField, "tracking: "),
        ({**SLIP, "wait": "two months"}, UnreadField, "wait: "),
        ({**SLIP, "asked": "perhaps"}, UnreadField, "asked: "),
    ],
)
def test_what_cannot_be_read_or_cannot_be_opens_nothing(
    answers: Mapping[str, str], error: type[G221Error], why: str
) -> None:
    assert why in refusal(error, lambda: opened(answers))


@pytest.mark.parametrize(
    ("names", "error"),
    [(("Diploma", " "), NotUnderstood), (("Diploma", "Diploma"), Refused)],
)
def test_a_list_that_cannot_be_opens_nothing(
    names: tuple[str, ...], error: type[G221Error]
) -> None:
    assert refusal(error, lambda: opened(SLIP, *names))


def test_an_unknown_reason_is_answered_with_the_known_ones() -> None:
    said = refusal(UnreadField, lambda: opened(SLIP, reasons=("documents", "religion")))
    assert "'religion' is not a known reason" in said
    assert "ds5535" in said
