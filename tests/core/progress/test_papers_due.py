"""What was due on many days, and of which slip, told by counts: the same as told one by one."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from g221_tui.core.model import Document, Event, YesNo
from g221_tui.core.progress.documents.on_day import papers_on
from g221_tui.core.progress.documents.papers_due import due_by, runs
from g221_tui.core.progress.documents.turns import turned_on
from g221_tui.core.progress.rounds import Round, of_slip, open_slips
from g221_tui.core.steps import COUNTED, DocumentState, Requester, Step, followed

START = date(2026, 1, 12)
DAYS = 12
some_days = st.integers(0, DAYS - 1).map(lambda n: START + timedelta(days=n))
some_steps = st.lists(
    st.builds(
        Step,
        state=st.sampled_from(DocumentState),
        on=some_days,
        by=st.sampled_from([None, *Requester]),
    ),
    max_size=4,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, ...]:
    """A few documents with any steps."""
    return tuple(
        Document(
            id=f"d-{n}",
            case="1",
            name=f"Paper {n}",
            requested_by=draw(st.sampled_from([None, *Requester])),
            steps=draw(some_steps),
            removed_at=draw(st.sampled_from(["", "", "", "2026-02-01T00:00:00Z"])),
        )
        for n in range(draw(st.integers(0, 4)))
    )


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """A first or a further round with up to four slips."""
    days = sorted(draw(st.lists(some_days, max_size=4)))
    slips = tuple(
        Event(
            id=f"e-{n}",
            case="1",
            kind="refused_221g",
            on=day,
            asked=draw(st.sampled_from(YesNo)),
        )
        for n, day in enumerate(days)
    )
    return Round(n=draw(st.integers(1, 2)), slips=slips)


def listed(current: Round, n: int, requested: Sequence[Document], day: date) -> list[Document]:
    """What was asked for on the day of a slip or later; all of the round for the first."""
    if n == 0:
        return list(requested)
    since = current.slips[n].day
    return [d for d in requested if any(on >= since for on in d.asked_days(day))]


def anew(document: Document, day: date) -> list[date]:
    """The days on which it was asked for since the post had it, or no longer wanted it."""
    days: list[date] = []
    for number, step in enumerate(document.in_order):
        if step.state is DocumentState.REQUESTED and (step.by or document.requested_by) in COUNTED:
            before = followed(document.in_order[:number], document.requested_by).state
            gone = before in ("received", "returned", "waived")
            days = [*([] if gone else days), *([step.on] if step.on <= day else [])]
    return days


def asks_one_by_one(current: Round, requested: Sequence[Document], day: date) -> YesNo:
    """Whether anything was asked for, each slip looked at."""
    if not current.slips:
        return YesNo.YES if requested else YesNo.UNKNOWN
    each = [
        YesNo.YES
        if slip.asked is YesNo.UNKNOWN and listed(current, n, requested, day)
        else slip.asked
        for n, slip in enumerate(current.slips)
    ]
    if each[-1] is YesNo.UNKNOWN:
        return YesNo.UNKNOWN
    return YesNo.YES if requested or YesNo.YES in each else YesNo.NO


@settings(max_examples=400)
@given(documents(), rounds())
def test_each_day_says_what_its_slips_and_papers_say_one_by_one(
    papers: tuple[Document, ...], current: Round
) -> None:
    due = due_by(turned_on(papers, date.max), current)
    for number in range(-1, DAYS + 1):
        day = START + timedelta(days=number)
        then = current.until(day)
        found = papers_on(turned_on(papers, day), then) if then.slips or current.n == 1 else None
        if found is None:
            continue  # a further round that has not begun is no round
        unlisted = any(
            slip.asked is YesNo.YES and not listed(then, n, found.requested, day)
            for n, slip in enumerate(then.slips)
        )
        assert found.unlisted == unlisted
        assert found.asked is asks_one_by_one(then, found.requested, day)
        assert due(day) == found.due, day


@settings(max_examples=400)
@given(documents(), rounds())
def test_a_slip_keeps_what_was_asked_for_from_its_day_until_the_next(
    papers: tuple[Document, ...], current: Round
) -> None:
    day = START + timedelta(days=DAYS)
    found = papers_on(turned_on(papers, day), current)
    for n in range(len(current.slips)):
        later = [slip.day for slip in current.slips[n + 1 :]]
        its = [
            d
            for d in found.outstanding
            if (n == 0 or any(on >= current.slips[n].day for on in anew(d, day)))
            and (not later or not anew(d, day) or min(anew(d, day)) < later[0])
        ]
        assert of_slip(current, n, found.outstanding, day) == its
    assert open_slips(current, found.requested, day) == [
        slip
        for n, slip in enumerate(current.slips)
        if slip.asked is not YesNo.NO and not listed(current, n, found.requested, day)
    ]


def test_runs_tell_each_change_and_since_when_the_last_first() -> None:
    days = [START + timedelta(days=n) for n in range(6)]
    due = dict(zip(days, [True, True, False, True, True, False], strict=True))
    assert list(runs(days[::-1], due.__getitem__)) == [
        (False, days[5]),
        (True, days[3]),
        (False, days[2]),
        (True, days[0]),
    ]
