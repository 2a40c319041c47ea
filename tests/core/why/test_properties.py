"""For every case: the tree alone bears the answer, and doing what it says opens the channel."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.reading.test_properties import cases, dated_cases
from core.life import HUMAN
from core.snapshot.kit import RULES, contact, day_of, snapshot
from core.why import reader
from core.why.kit import obeyed, the_change, tree
from g221_tui.core.followup.channel_state import decide
from g221_tui.core.model import Case, Document, Event
from g221_tui.core.steps import DocumentState, Requester, Step
from g221_tui.core.views import ChannelState, ChannelView

SHUT = (ChannelState.CLOSED, ChannelState.UNAVAILABLE)
KINDS = sorted(kind.id for kind in RULES.event_kinds)
ROAD = (
    "petition_returned",
    "centre_received",
    "uscis_received",
    "noir",
    "response_sent",
    "reaffirmed",
)
CHANNELS = tuple(channel.id for channel in RULES.every_channel)

quick = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def close_papers(draw: st.DrawFn, name: str, last: date) -> Document:
    """A paper whose days fall together with those of the others."""
    days = sorted(last - timedelta(draw(st.integers(0, 4))) for _ in range(draw(st.integers(0, 5))))
    steps = [
        Step(
            state=(state := draw(st.sampled_from(DocumentState))),
            on=on,
            by=draw(st.sampled_from([None, *Requester])) if state == "requested" else None,
        )
        for on in days
    ]
    asked = Step(state=DocumentState.REQUESTED, on=last - timedelta(draw(st.integers(4, 6))))
    by = draw(st.sampled_from([Requester.SLIP, Requester.POST]))
    return Document(id=name, case="1", name=name, requested_by=by, steps=(asked, *steps))


@st.composite
def travelled(draw: st.DrawFn) -> tuple[Case, date]:
    """A case that may have gone on its road back, and a day before, on or after its events."""
    case, last = draw(cases())
    visa = draw(st.sampled_from(["", "H-1B", "IR1", "F-1", "K-1"]))
    receipt = draw(st.sampled_from(["", "IOE0912345678"]))
    facts = msgspec.structs.replace(case.facts, visa=visa, receipt_number=receipt)
    count = draw(st.integers(0, len(ROAD)))
    gone = [
        Event(id=f"r{n}", case="1", kind=kind, on=last - timedelta(count - n))
        for n, kind in enumerate(ROAD[:count])
    ]
    more = [
        Event(id=f"m{n}", case="1", kind=draw(st.sampled_from(KINDS)), on=last)
        for n in range(draw(st.integers(0, 1)))
    ]
    asked = [
        contact(draw(st.sampled_from(HUMAN)), last - timedelta(draw(st.integers(0, 80))))
        for _ in range(draw(st.integers(0, 3)))
    ]
    asked = list({each.id: each for each in asked}.values())
    papers = [draw(close_papers(f"p{n}", last)) for n in range(draw(st.integers(0, 3)))]
    case = msgspec.structs.replace(
        case,
        facts=facts,
        events=(*case.events, *gone, *more),
        contacts=(*case.contacts, *asked),
        documents=(*case.documents, *papers),
    )
    return case, last + timedelta(draw(st.integers(-60, 200)))


def view(name: str, case: Case, today: date) -> ChannelView:
    """The channel on that day, as the rules have it."""
    channel = RULES.channel(name)
    assert channel is not None
    return decide(channel, day_of(case, today))


@quick
@given(travelled())
def test_every_date_of_a_channel_follows_from_the_tree_alone(found: tuple[Case, date]) -> None:
    case, today = found
    for name in CHANNELS:
        node, row = tree(name, case, today), view(name, case, today)
        reader.check(node)
        assert reader.reckoned(node) == row.opens_on, name
        shut = row.state is not ChannelState.OPEN
        assert len([n for n in node["children"] if n["kind"] == "change"]) == shut, name


@quick
@given(travelled())
def test_a_channel_opens_on_the_day_its_tree_says_with_nothing_recorded(
    found: tuple[Case, date],
) -> None:
    case, today = found
    for name in CHANNELS:
        row = view(name, case, today)
        if row.waits_until is None:
            continue
        change = the_change(tree(name, case, today))
        on = date.fromisoformat(change["date"])
        assert on == row.waits_until, name
        told = case
        for child in change["children"]:
            told = obeyed(child["change"], told)
        late = [e for e in case.events if today < e.day <= on]
        late += [c for c in case.contacts if today < c.on <= on]  # type: ignore[misc]
        late += [s for d in case.documents for s in d.steps if today < s.on <= on]  # type: ignore[misc]
        mark = case.facts.emergency
        if not late and not (mark is not None and today < mark <= on):
            assert view(name, told, on - timedelta(1)).state is not ChannelState.OPEN, name
            assert view(name, told, on).state is ChannelState.OPEN, name


@quick
@given(travelled())
def test_a_fact_that_a_tree_names_opens_the_channel_on_the_day_it_says(
    found: tuple[Case, date],
) -> None:
    case, today = found
    for name in CHANNELS:
        row = view(name, case, today)
        change = the_change(tree(name, case, today)) if row.state is not ChannelState.OPEN else {}
        if row.waits_until is not None or not change.get("change", "").startswith("g221 set"):
            continue
        if not change["date"]:
            then = view(name, obeyed(change["change"], case), today)
            assert change["fact"] == "visa" or then.state is ChannelState.UNAVAILABLE, name
            continue
        on = date.fromisoformat(change["date"])
        then = view(name, obeyed(change["change"], case), today)
        assert then.waits_until == on or (then.state, on) == (ChannelState.OPEN, today), name


@quick
@given(travelled())
def test_what_a_tree_says_would_have_to_happen_changes_the_channel(
    found: tuple[Case, date],
) -> None:
    case, today = found
    for name in CHANNELS:
        if view(name, case, today).state is not ChannelState.CLOSED:
            continue
        change = the_change(tree(name, case, today))
        if change["record"]:
            on = date.fromisoformat(change["date"])
            assert view(name, case, on).state not in SHUT, name
        elif change["change"].startswith("g221 event add "):
            kind = change["change"].removeprefix("g221 event add ")
            happened = Event(id="e-then", case="1", kind=kind, on=today)
            then = msgspec.structs.replace(case, events=(*case.events, happened))
            assert view(name, then, today).state is not ChannelState.CLOSED, name


@quick
@given(dated_cases(), st.integers(-60, 300))
def test_every_date_of_next_stage_and_deadlines_follows_from_the_tree_alone(
    found: tuple[Case, date], later: int
) -> None:
    case, last = found
    today = last + timedelta(later)
    whole = snapshot(case, today)
    for word, answer in (("next", whole.next.date), ("stage", whole.stage.since)):
        node = tree(word, case, today)
        reader.check(node)
        assert reader.reckoned(node) == answer, word
    for deadline in whole.deadlines:
        node = tree(deadline.id, case, today)
        reader.check(node)
        assert reader.reckoned(node) == deadline.date, deadline.id


@quick
@given(travelled())
def test_every_date_at_the_foot_of_a_tree_is_recorded(found: tuple[Case, date]) -> None:
    case, today = found
    recorded = {today, *_recorded(case)}
    for word in ("next", "stage", *CHANNELS):
        for node in reader.every(tree(word, case, today)):
            if node["op"] is None and node["date"] and node["kind"] in ("record", "fact"):
                assert date.fromisoformat(node["date"]) in recorded, node["text"]


def _recorded(case: Case) -> set[date]:
    steps = [step for document in case.documents for step in document.steps]
    rows = (case.facts, *case.events, *case.documents, *steps, *case.contacts, *case.deadlines)
    values = [getattr(row, name) for row in rows for name in row.__struct_fields__]
    return {value for value in values if isinstance(value, date)}


def test_the_reader_finds_a_date_that_the_tree_does_not_bear() -> None:
    case, today = _plain(), date(2026, 12, 12)
    node = tree("dos", case, today)
    node["children"][0]["op"]["days"] -= 1
    with pytest.raises(reader.Wrong):
        reader.check(node)
    node = tree("dos", case, today)
    node["children"][0]["op"]["from"] = "2026-10-27"
    with pytest.raises(reader.Wrong):
        reader.check(node)


def _plain() -> Case:
    from core.snapshot.kit import case, refused

    return case(refused(asked="no"))
