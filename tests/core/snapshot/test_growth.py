"""A snapshot of ten times the records takes about ten times the work, counted and not timed."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from types import FrameType
from typing import Any

import pytest

from core.life import rules
from g221_tui.core.model import (
    Case,
    CaseRecord,
    Contact,
    Document,
    Event,
    NamedDeadline,
    YesNo,
)
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.snapshot.build import build
from g221_tui.core.steps import DocumentState, Requester, Step

START = date(2024, 1, 10)
TODAY = date(2026, 12, 12)
SMALL, LARGE = 60, 600
MOST = 12
"""Times the work that ten times the records may take."""


def day(number: int, days: int) -> date:
    """One of so many days, spread over the case."""
    return START + timedelta(days=number * 7 % days)


def event(number: int, kind: str, days: int) -> Event:
    """Something that happened."""
    asked = (YesNo.YES, YesNo.UNKNOWN, YesNo.NO)[number % 3]
    return Event(id=f"e-{number}", case="1", kind=kind, on=day(number, days), asked=asked)


def document(number: int, days: int, *, again: bool) -> Document:
    """A paper that most often went in, and may have been asked for again."""
    first = day(number, days)
    steps = [Step(state=DocumentState.READY, on=first)]
    if number % 10:
        steps.append(Step(state=DocumentState.SUBMITTED, on=first + timedelta(days=3)))
    if again:
        steps.append(Step(state=DocumentState.REQUESTED, on=first + timedelta(days=9)))
        steps.append(Step(state=DocumentState.SUBMITTED, on=first + timedelta(days=12)))
    return Document(
        id=f"d-{number}",
        case="1",
        name=f"Paper {number}",
        requested_by=Requester.SLIP,
        steps=tuple(steps),
        expires_on=TODAY + timedelta(days=number),
    )


def contact(number: int, days: int) -> Contact:
    """A look at a page, or a question."""
    channel = ("ceac", "vfs_tracker", "consulate_email")[number % 3]
    words = ("Refused", "Administrative Processing")[number % 2]
    return Contact(id=f"c-{number}", case="1", channel=channel, on=day(number, days), status=words)


def deadline(number: int) -> NamedDeadline:
    """A date not to miss."""
    on = TODAY + timedelta(days=number - 30)
    return NamedDeadline(id=f"t-{number}", case="1", name=f"Date {number}", on=on)


def case(
    *,
    documents: int = 0,
    contacts: int = 0,
    deadlines: int = 0,
    notes: int = 0,
    slips: int = 0,
    turns: int = 0,
    days: int = 900,
    again: bool = False,
) -> Case:
    """A case of so many records."""
    events = [Event(id="e-0", case="1", kind="refused_221g", on=START, asked=YesNo.YES)]
    events += [event(10_000 + n, "note", days) for n in range(notes)]
    events += [event(20_000 + n, "refused_221g", days) for n in range(slips)]
    kinds = ("petition_returned", "noir", "response_sent", "reaffirmed", "refused_221g")
    events += [event(30_000 + n, kinds[n % len(kinds)], days) for n in range(turns)]
    return Case(
        facts=CaseRecord(id="1", case_number="2026299 345 0001", post="Mumbai", visa="H-1B"),
        events=tuple(events),
        documents=tuple(document(n, days, again=again) for n in range(documents)),
        contacts=tuple(contact(n, days) for n in range(contacts)),
        deadlines=tuple(deadline(n) for n in range(deadlines)),
    )


def work(records: Case) -> int:
    """How many lines of Python a snapshot takes, each turn of a loop counted."""
    lines = 0

    def trace(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        build(case_day(records, rules(), TODAY), live=True)
    finally:
        sys.settrace(before)
    return lines


MIXES: dict[str, Callable[[int], Case]] = {
    "documents": lambda n: case(documents=n),
    "documents asked for again": lambda n: case(documents=n, again=True),
    "documents on few days": lambda n: case(documents=n, days=7, again=True),
    "contacts": lambda n: case(contacts=n),
    "contacts on few days": lambda n: case(contacts=n, days=7),
    "named dates": lambda n: case(deadlines=n),
    "notes": lambda n: case(notes=n),
    "slips": lambda n: case(slips=n),
    "slips and documents": lambda n: case(slips=n // 2, documents=n // 2),
    "turns of the road": lambda n: case(turns=n),
    "everything": lambda n: case(
        documents=n // 3, contacts=n // 3, deadlines=n // 9, notes=n // 9, slips=n // 9
    ),
    "everything, with turns of the road": lambda n: case(
        documents=n // 3, contacts=n // 3, turns=n // 6, notes=n // 6
    ),
}
"""Cases of a kind, by the number of their records."""


@pytest.mark.parametrize("mix", MIXES)
def test_ten_times_the_records_take_at_most_twelve_times_the_work(mix: str) -> None:
    small, large = (work(MIXES[mix](size)) for size in (SMALL, LARGE))
    assert large <= MOST * small, f"{large / small:.1f} times: {small} and {large} lines"
