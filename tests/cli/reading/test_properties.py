"""What holds for every case: locks open once, and the anchor never moves back."""

from datetime import date, timedelta

import msgspec
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from g221_tui.core.model import (
    Case,
    CaseRecord,
    Contact,
    Direction,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    Purpose,
    Requester,
    UsLink,
    YesNo,
)
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.snapshot.build import build
from g221_tui.core.steps import Step
from g221_tui.core.views import ChannelState, ChannelView, Snapshot
from g221_tui.rules import load_rules

RULES = load_rules(None)
CHANNELS = ("vfs_tracker", "consulate_call", "consulate_email", "dos", "senator", "ceac")
KINDS = (
    "interview",
    "refused_221g",
    "passport_requested",
    "passport_sent",
    "visa_issued",
    "passport_returned",
    "visa_refused",
    "withdrawn",
    "note",
)
NOTICES = ("interview_scheduled", "noir", "noid")
"""Events that set a date."""
NAMES = ("Passport", "passport", "medical", "Child 21", "flight home", "Flight  Home", "noir")
"""What a user may call a paper or a date: some are what the rules call theirs."""
STATES = (
    DocumentState.REQUESTED,
    DocumentState.SUBMITTED,
    DocumentState.RECEIVED,
    DocumentState.WAIVED,
)
"""The states of a paper in their order."""
RECORDED = 50
"""Everything is recorded within so many days of the refusal."""

SHUT = (ChannelState.LOCKED, ChannelState.RESTING)

quick = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def documents(draw: st.DrawFn, name: str, first: date) -> Document:
    """A paper asked for on or after the day, perhaps sent, received or waived later."""
    asked = first + timedelta(draw(st.integers(0, 20)))
    steps = [asked + timedelta(draw(st.integers(0, 10)) + n) for n in (0, 5, 10)]
    submitted, received, waived = (day if draw(st.booleans()) else None for day in sorted(steps))
    days = dict(zip(STATES, (asked, submitted, received, waived), strict=True))
    taken = [Step(state=state, on=day) for state, day in days.items() if day is not None]
    if draw(st.booleans()):
        again = max(step.on for step in taken) + timedelta(draw(st.integers(0, 5)))
        taken.append(Step(state=DocumentState.REQUESTED, on=again, by=Requester.POST))
    return Document(
        id=name,
        case="1",
        name=name,
        task=draw(st.booleans()),
        requested_by=draw(st.sampled_from([*Requester, None])),
        steps=tuple(taken),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, date]:
    """A case, and a day on which everything in it had happened."""
    refused = draw(st.dates(date(2023, 12, 1), date(2026, 3, 1)))
    days = st.integers(0, RECORDED).map(lambda n: refused + timedelta(n))
    facts = CaseRecord(
        id="1",
        policy=draw(st.sampled_from(["guide", "state", "ask-never"])),
        wait=draw(st.none() | st.integers(1, 200)),
        tracking=draw(st.sampled_from(YesNo)),
        petition=draw(st.sampled_from(YesNo)),
        us_link=draw(st.sampled_from(UsLink)),
        us_state=draw(st.sampled_from(["", "TX"])),
        emergency=draw(st.none() | days) if draw(st.integers(0, 5)) == 0 else None,
    )
    asked = draw(st.sampled_from(YesNo))
    events = [Event(id="e0", case="1", kind="refused_221g", on=refused, asked=asked)]
    for n in range(draw(st.integers(0, 3))):
        events.append(Event(id=f"f{n}", case="1", kind=draw(st.sampled_from(KINDS)), on=draw(days)))
    contacts = [
        Contact(
            id=f"c{n}",
            case="1",
            channel=draw(st.sampled_from(CHANNELS)),
            on=draw(days),
            purpose=draw(st.sampled_from([Purpose.STATUS, Purpose.STATUS, *Purpose])),
            direction=draw(st.sampled_from([Direction.OUT, Direction.OUT, Direction.IN])),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    papers = [draw(documents(f"d{n}", refused)) for n in range(draw(st.integers(0, 3)))]
    case = Case(
        facts=facts, events=tuple(events), contacts=tuple(contacts), documents=tuple(papers)
    )
    return case, refused + timedelta(RECORDED)


@st.composite
def dated_cases(draw: st.DrawFn) -> tuple[Case, date]:
    """A case with dates of its own, papers that expire and dated facts, and a day after it all."""
    case, day = draw(cases())
    ahead = st.integers(-30, 400).map(lambda n: day + timedelta(n))
    facts = msgspec.structs.replace(
        case.facts,
        passport_expires=draw(st.none() | ahead),
        medical_expires=draw(st.none() | ahead),
        programme_starts=draw(st.none() | ahead),
        child_birthday=draw(st.none() | st.just(date(2006, 8, 1))),
    )
    papers = tuple(
        msgspec.structs.replace(
            paper, name=draw(st.sampled_from(NAMES)), expires_on=draw(st.none() | ahead)
        )
        for paper in case.documents
    )
    named = tuple(
        NamedDeadline(id=f"x{n}", case="1", name=draw(st.sampled_from(NAMES)), on=draw(ahead))
        for n in range(draw(st.integers(0, 4)))
    )
    notices = tuple(
        Event(id=f"n{n}", case="1", kind=draw(st.sampled_from(NOTICES)), on=day, due=draw(ahead))
        for n in range(draw(st.integers(0, 2)))
    )
    events = (*case.events, *notices)
    whole = Case(
        facts=facts, events=events, contacts=case.contacts, documents=papers, deadlines=named
    )
    return whole, day


def on(case: Case, day: date) -> Snapshot:
    """The snapshot of that day."""
    return build(case_day(case, RULES, day))


def channels(case: Case, day: date) -> dict[str, ChannelView]:
    """The channels of that day by their ids."""
    return {row.id: row for row in on(case, day).channels}


@quick
@given(cases(), st.lists(st.integers(0, 260), min_size=2, max_size=6))
def test_with_nothing_recorded_an_open_channel_never_locks_or_rests_again(
    case_and_day: tuple[Case, date], later: list[int]
) -> None:
    case, day = case_and_day
    was_open: set[str] = set()
    for days in sorted(later):
        rows = channels(case, day + timedelta(days))
        for name in was_open:
            assert rows[name].state not in SHUT, f"{name} after {days} days"
        was_open |= {name for name, row in rows.items() if row.state is ChannelState.OPEN}


@quick
@given(cases(), st.integers(0, 150))
def test_opens_on_is_the_first_day_on_which_a_channel_is_neither_locked_nor_resting(
    case_and_day: tuple[Case, date], later: int
) -> None:
    case, first = case_and_day
    day = first + timedelta(later)
    for name, row in channels(case, day).items():
        if row.state not in SHUT:
            continue
        assert row.opens_on is not None
        assert row.days_left == (row.opens_on - day).days > 0
        assert channels(case, row.opens_on)[name].state not in SHUT
        for eve in {day, row.opens_on - timedelta(1), day + (row.opens_on - day) // 2}:
            assert channels(case, eve)[name].state in SHUT
            assert channels(case, eve)[name].opens_on == row.opens_on


@quick
@given(cases(), st.integers(0, 200))
def test_a_channel_that_carries_a_day_is_locked_resting_or_open(
    case_and_day: tuple[Case, date], later: int
) -> None:
    case, first = case_and_day
    for row in channels(case, first + timedelta(later)).values():
        assert (row.days_left is not None) == (row.state in SHUT)
        if row.state not in (*SHUT, ChannelState.OPEN):
            assert row.opens_on is None


@quick
@given(cases(), st.data())
def test_the_anchor_never_moves_back_for_what_is_dated_on_or_after_it(
    case_and_day: tuple[Case, date], data: st.DataObject
) -> None:
    case, day = case_and_day
    today = day + timedelta(100)
    anchor = on(case, today).wait.anchor
    assume(anchor is not None)
    assert anchor is not None
    since = anchor + timedelta(data.draw(st.integers(0, 40)))
    what = data.draw(st.sampled_from(["event", "document", "contact", "sent", "received"]))
    if what == "event":
        kind = data.draw(st.sampled_from(KINDS))
        added = Event(id="added", case="1", kind=kind, on=since)
        case = msgspec.structs.replace(case, events=(*case.events, added))
    elif what == "document":
        paper = data.draw(documents("added", since))
        case = msgspec.structs.replace(case, documents=(*case.documents, paper))
    elif what == "contact":
        contact = Contact(id="added", case="1", channel="dos", on=since)
        case = msgspec.structs.replace(case, contacts=(*case.contacts, contact))
    else:
        state = DocumentState.SUBMITTED if what == "sent" else DocumentState.RECEIVED
        kept = [
            msgspec.structs.replace(paper, steps=(*paper.steps, Step(state=state, on=since)))
            if all(step.state is DocumentState.REQUESTED for step in paper.steps)
            else paper
            for paper in case.documents
        ]
        case = msgspec.structs.replace(case, documents=tuple(kept))
    moved = on(case, today).wait.anchor
    assert moved is None or moved >= anchor


@quick
@given(cases(), st.integers(0, 300))
def test_the_days_of_the_wait_add_up(case_and_day: tuple[Case, date], later: int) -> None:
    case, first = case_and_day
    today = first + timedelta(later)
    wait = on(case, today).wait
    if wait.anchor is None:
        assert (wait.elapsed_days, wait.days_left, wait.wait_days) == (None, None, None)
        return
    assert wait.anchor <= today
    assert wait.elapsed_days == (today - wait.anchor).days
    assert wait.state_department_day_180 == wait.anchor + timedelta(180)
    if wait.wait_days is not None:
        assert wait.days_left == max(0, wait.wait_days - wait.elapsed_days)


@quick
@given(dated_cases(), st.integers(0, 300))
def test_no_two_deadlines_share_an_id(case_and_day: tuple[Case, date], later: int) -> None:
    case, first = case_and_day
    ids = [deadline.id for deadline in on(case, first + timedelta(later)).deadlines]
    assert len(set(ids)) == len(ids), ids
