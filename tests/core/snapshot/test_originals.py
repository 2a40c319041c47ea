"""Which originals come back after the end, and which paper does not."""

from datetime import date

import pytest

from core.snapshot.kit import so
from g221_tui.core.model import Case, CaseRecord, Document, Event, Requester, YesNo
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.snapshot.originals import expected_back, goes_to_uscis, originals_notes
from g221_tui.rules import load_rules

RULES = load_rules(None)
SENT, END, TODAY = date(2026, 11, 2), date(2026, 12, 1), date(2026, 12, 12)


def paper(name: str = "Diploma", /, **more: object) -> Document:
    """An original that went in."""
    settings: dict[str, object] = {
        "requested_by": Requester.SLIP,
        "asked_on": date(2026, 10, 26),
        "submitted_on": SENT,
        "original": True,
        **more,
    }
    return so(Document(id=f"d-{name}", case="1", name=name), **settings)


def ended(*documents: Document, kind: str = "visa_refused", petition: str = "no") -> Case:
    """A case that ended that way."""
    return Case(
        facts=CaseRecord(id="1", petition=YesNo(petition)),
        events=(
            Event(id="e-1", case="1", kind="refused_221g", on=date(2026, 10, 26)),
            Event(id="e-2", case="1", kind=kind, on=END),
        ),
        documents=documents,
    )


def back(case: Case, today: date = TODAY) -> list[str]:
    """The names of what is expected back."""
    return [d.name for d in expected_back(case_day(case, RULES, today))]


def notes(case: Case, today: date = TODAY) -> tuple[str, ...]:
    """What is said about it."""
    return originals_notes(case_day(case, RULES, today))


@pytest.mark.parametrize("kind", ["visa_refused", "withdrawn", "revoked", "petition_denied"])
def test_an_original_that_went_in_is_expected_back_after_the_end(kind: str) -> None:
    case = ended(paper(), kind=kind)
    assert back(case) == ["Diploma"]
    assert notes(case)[0].startswith("Expected back from the post: Diploma.")


@pytest.mark.parametrize("kind", ["passport_requested", "visa_issued", "note"])
def test_nothing_is_said_while_the_case_did_not_end_that_way(kind: str) -> None:
    case = ended(paper(), paper("I-797"), kind=kind)
    assert (back(case), notes(case)) == ([], ())


def test_nothing_is_expected_before_the_day_of_the_end() -> None:
    case = ended(paper())
    assert back(case, date(2026, 11, 30)) == []
    assert back(case, date(2026, 12, 1)) == ["Diploma"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"original": False}, False),
        ({"original": None}, False),
        ({"submitted_on": None}, False),
        ({"submitted_on": None, "received_on": SENT}, True),
        ({"returned_on": date(2026, 12, 12)}, False),
        ({"waived_on": date(2026, 11, 20)}, True),
        ({"requested_by": None}, True),
        ({"requested_by": Requester.USCIS}, False),
        ({"removed_at": "2026-12-01T00:00:00Z"}, False),
    ],
)
def test_only_an_original_that_the_post_has_is_expected(
    more: dict[str, object], expected: bool
) -> None:
    assert (back(ended(paper(**more))) == ["Diploma"]) is expected


def test_an_original_that_went_in_later_is_not_expected_yet() -> None:
    case = ended(paper(submitted_on=date(2026, 12, 12)))
    assert back(case, date(2026, 12, 11)) == []
    assert back(case, date(2026, 12, 12)) == ["Diploma"]


@pytest.mark.parametrize(("original", "said"), [(None, True), (True, True), (False, False)])
def test_an_i_797_of_which_it_is_not_said_may_be_an_original(
    original: bool | None, said: bool
) -> None:
    case = ended(paper("I-797", original=original))
    assert any("USCIS" in note for note in notes(case)) is said


def test_an_original_is_expected_until_the_day_it_came_back() -> None:
    case = ended(paper(returned_on=date(2026, 12, 12)))
    assert back(case, date(2026, 12, 11)) == ["Diploma"]
    assert back(case, date(2026, 12, 12)) == []


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("I-797", True),
        ("I797", True),
        ("797", True),
        ("i-797a approval", True),
        ("Form I 797B (copy of H-1B)", True),
        ("I–797", True),
        ("Approval notice, i797", True),
        ("I-129", False),
        ("Receipt 17970", False),
        ("I-7971", False),
        ("EAC1797000000", False),
        ("Diploma", False),
    ],
)
def test_the_i_797_is_known_by_its_name_in_every_spelling(name: str, goes: bool) -> None:
    assert goes_to_uscis(name, RULES.originals) is goes
    assert (back(ended(paper(name))) == []) is goes


@pytest.mark.parametrize(
    ("names", "petition", "said"),
    [
        (("Diploma",), "no", False),
        (("Diploma",), "yes", True),
        (("Diploma",), "unknown", True),
        (("i797",), "no", True),
        ((), "yes", False),
    ],
)
def test_that_the_i_797_goes_to_uscis_is_said_where_there_may_be_one(
    names: tuple[str, ...], petition: str, said: bool
) -> None:
    case = ended(*(paper(name) for name in names), petition=petition)
    assert any("I-797" in note and "USCIS" in note for note in notes(case)) is said
