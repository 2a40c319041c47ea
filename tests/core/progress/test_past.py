"""A day looked back at: what was dated later did not exist yet, and undated facts hold."""

from datetime import date, timedelta

import msgspec
import pytest

from core.snapshot.kit import (
    REFUSED,
    case,
    contact,
    day_of,
    day_of_step,
    flight,
    happened,
    paper,
    refused,
    so,
)
from g221_tui.core.model import Case
from g221_tui.core.progress.past import known_then

A, B, C, D = (date(2026, 11, number) for number in (2, 9, 16, 23))
DAY = timedelta(days=1)
CHART = so(
    paper("Chart"),
    ready_on=A,
    submitted_on=B,
    received_on=C,
    returned_on=D,
    waived_on=D,
    note="two pages",
    route="e-mail",
)
WHOLE = case(
    refused(),
    happened("passport_requested", B),
    papers=[CHART],
    contacts=[contact("ceac", A), contact("dos", C)],
    deadlines=[flight(D)],
    visa="H-1B",
    emergency=D,
)
STEPS = ("ready_on", "submitted_on", "received_on", "returned_on", "waived_on")


def then(today: date, found: Case = WHOLE) -> Case:
    """The case as it was known on that day."""
    return known_then(day_of(found, today))


@pytest.mark.parametrize(
    ("today", "events", "contacts"),
    [
        (REFUSED - DAY, 0, 0),
        (REFUSED, 1, 0),
        (A, 1, 1),
        (B - DAY, 1, 1),
        (B, 2, 1),
        (C, 2, 2),
        (D, 2, 2),
    ],
)
def test_events_and_contacts_are_there_from_their_own_day_on(
    today: date, events: int, contacts: int
) -> None:
    found = then(today)
    assert (len(found.events), len(found.contacts)) == (events, contacts)


@pytest.mark.parametrize(
    ("today", "taken"),
    [(REFUSED, 0), (A - DAY, 0), (A, 1), (B, 2), (C - DAY, 2), (C, 3), (D - DAY, 3), (D, 5)],
)
def test_a_document_has_taken_the_steps_up_to_the_day(today: date, taken: int) -> None:
    (found,) = then(today).documents
    dates = [day_of_step(found, field) for field in STEPS]
    assert dates == [day_of_step(CHART, field) for field in STEPS[:taken]] + [None] * (5 - taken)
    assert (found.id, found.note, found.route) == (CHART.id, "two pages", "e-mail")


def test_a_document_is_there_from_the_day_it_was_asked_for_and_an_extra_always() -> None:
    extra = so(paper("Photo", by=None), asked_on=None)
    gone = msgspec.structs.replace(paper("Old"), removed_at="2026-12-01T00:00:00Z")
    found = case(refused(), papers=[paper("Chart"), extra, gone])
    assert [d.name for d in then(REFUSED - DAY, found).documents] == ["Photo"]
    assert [d.name for d in then(REFUSED, found).documents] == ["Chart", "Photo"]


def test_a_notice_is_there_from_its_printed_date_else_from_the_day_it_was_learned_of() -> None:
    printed = happened("noir", A)
    learned = msgspec.structs.replace(happened("noid", A), on=None, learned=C)
    found = case(refused(), printed, learned)
    assert [e.kind for e in then(A, found).events] == ["refused_221g", "noir"]
    assert [e.kind for e in then(C, found).events] == ["refused_221g", "noir", "noid"]


@pytest.mark.parametrize("today", [REFUSED - DAY, A, D])
def test_the_facts_and_the_dates_not_to_miss_hold_on_every_day(today: date) -> None:
    assert (then(today).facts, then(today).deadlines) == (WHOLE.facts, WHOLE.deadlines)


def test_once_all_has_happened_the_case_is_itself() -> None:
    assert then(D) == WHOLE
