"""One calculation for all faces: what a snapshot holds, from what happened until its day."""

from datetime import date, timedelta

import msgspec
import pytest

from core.refusals import refusal
from core.snapshot.kit import (
    REFUSED,
    RULES,
    TODAY,
    case,
    contact,
    day_of,
    flight,
    happened,
    paper,
    refused,
    snapshot,
)
from g221_tui.core.model import Case, Event
from g221_tui.core.progress.past import known_then
from g221_tui.core.snapshot.build import answer
from g221_tui.errors import Refused

SENT, AWAY = date(2026, 11, 2), date(2026, 11, 16)
DAY = timedelta(days=1)
WHOLE = case(
    happened("interview", date(2026, 10, 20)),
    refused(),
    happened("petition_returned", AWAY),
    happened("reaffirmed", date(2027, 3, 1)),
    papers=[paper("Letter", sent=SENT), paper("Chart", sent=date(2026, 11, 9))],
    contacts=[contact("ceac", SENT), contact("dos", date(2027, 6, 1))],
    deadlines=[flight(date(2027, 4, 11))],
    visa="H-1B",
    post="Mumbai",
    case_number="2026293 345 0001",
)


def test_the_case_is_named_and_dated_by_its_rounds() -> None:
    again = Event(id="e-2", case="1", kind="refused_221g", on=date(2027, 5, 3))
    second = msgspec.structs.replace(WHOLE, events=(*WHOLE.events, again))
    shown = snapshot(second, date(2027, 5, 3)).case
    assert (shown.id, shown.label, shown.visa, shown.post) == (
        "1",
        "H-1B · Mumbai",
        "H-1B",
        "Mumbai",
    )
    assert (shown.round, shown.refused_on, shown.first_refused_on) == (
        2,
        date(2027, 5, 3),
        REFUSED,
    )
    before = snapshot(second, date(2027, 5, 2)).case
    assert (before.round, before.refused_on) == (1, REFUSED)


def test_before_the_first_event_there_is_no_stage_no_wait_and_no_question() -> None:
    shown = snapshot(WHOLE, date(2026, 10, 19))
    assert (shown.stage.id, shown.stage.since, shown.stage.days) == ("before", None, None)
    assert (shown.stage.holder, shown.stage.usual_days, shown.stage.usual_until) == (
        None,
        None,
        None,
    )
    assert (shown.case.refused_on, shown.case.first_refused_on) == (None, None)
    assert (shown.wait.anchor, shown.wait.elapsed_days, shown.wait.days_left) == (None, None, None)
    assert {channel.state for channel in shown.channels} == {"closed"}
    assert (shown.deadlines, shown.notes) == ((), ())


@pytest.mark.parametrize(
    ("events", "stage", "usual", "until"),
    [
        ((refused(asked="no"),), "processing", (0, 60), date(2026, 12, 25)),
        ((refused(),), "documents_due", None, None),
        (
            (refused(), happened("passport_sent", SENT)),
            "passport_sent",
            (9, 14),
            date(2026, 11, 16),
        ),
        ((refused(), happened("petition_returned", SENT)), "returning", (0, 92), date(2027, 2, 2)),
        (
            (refused(), happened("uscis_received", SENT)),
            "second_review",
            (61, 92),
            date(2027, 2, 2),
        ),
        ((refused(), happened("visa_issued", SENT)), "issued", None, None),
    ],
)
def test_a_stage_shows_how_long_it_usually_takes_counted_from_the_day_it_began(
    events: tuple[Event, ...], stage: str, usual: tuple[int, int] | None, until: date | None
) -> None:
    shown = snapshot(case(*events)).stage
    assert shown.id == stage
    assert (shown.usual_days, shown.usual_until) == (usual, until)
    assert bool(shown.usual_source) is (usual is not None)
    assert shown.since is not None
    assert shown.days == (TODAY - shown.since).days


def test_where_it_is_unknown_what_was_asked_the_stage_says_so() -> None:
    unknown = snapshot(case(refused(asked="unknown"))).stage
    known = snapshot(case(refused(asked="yes"))).stage
    assert unknown.id == known.id == "documents_due"
    assert "not recorded yet" in unknown.meaning
    assert "not recorded yet" not in known.meaning


@pytest.mark.parametrize(
    ("today", "told"),
    [(date(2026, 12, 25), False), (date(2026, 12, 26), True)],
    ids=["the last usual day", "the day after"],
)
def test_a_stage_that_lasts_longer_than_usual_is_told_from_the_day_after(
    today: date, told: bool
) -> None:
    notes = snapshot(case(refused(asked="no")), today).notes
    words = RULES.next.texts["longer"].format(whose="the guide's")
    assert (words in notes) is told


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (case(refused(), case_number="12345"), "no form g221 knows"),
        (case(refused(), policy="gone"), "The policy 'gone' is not installed; 'guide' is used."),
        (case(refused(), happened("of_later", SENT)), "'of_later' is unknown here"),
        (
            case(refused(), happened("reinstated", SENT)),
            "Registration reinstated on Mon 2 Nov 2026 is out of the usual order.",
        ),
    ],
)
def test_what_is_odd_is_one_warning_and_changes_nothing_else(found: Case, word: str) -> None:
    shown = snapshot(found)
    assert [word in said for said in shown.warnings] == [True]
    assert shown.attention.remarks == shown.warnings


def test_an_event_of_an_unknown_kind_leaves_stage_and_wait_as_they_were() -> None:
    plain = snapshot(case(refused()))
    odd = snapshot(case(refused(), happened("of_later", SENT)))
    assert (odd.stage, odd.wait, odd.channels, odd.next) == (
        plain.stage,
        plain.wait,
        plain.channels,
        plain.next,
    )


def test_a_warning_of_a_deadline_comes_before_the_others() -> None:
    found = case(refused(), deadlines=[flight(TODAY + 7 * DAY)], case_number="12345")
    first, second = snapshot(found).warnings
    assert "Flight" in first
    assert "case number" in second


@pytest.mark.parametrize(
    "today",
    [
        REFUSED - DAY,
        REFUSED,
        SENT - DAY,
        SENT,
        AWAY - DAY,
        AWAY,
        TODAY,
        date(2027, 2, 28),
        date(2027, 3, 1),
        date(2027, 6, 1),
    ],
    ids=str,
)
def test_what_was_dated_later_changes_nothing_of_a_day(today: date) -> None:
    then = known_then(day_of(WHOLE, today))
    assert snapshot(then, today) == snapshot(WHOLE, today)


def test_a_snapshot_is_the_same_each_time_and_leaves_the_case_alone() -> None:
    copy = msgspec.json.encode(WHOLE)
    assert snapshot(WHOLE) == snapshot(WHOLE)
    assert msgspec.json.encode(WHOLE) == copy


def test_its_json_has_dates_as_days_and_names_as_typed() -> None:
    title = "e\u0301 [b] 履歴"
    named = msgspec.structs.replace(WHOLE, facts=msgspec.structs.replace(WHOLE.facts, title=title))
    shown = msgspec.json.decode(msgspec.json.encode(snapshot(named)))
    assert (shown["schema"], shown["today"]) == (1, "2026-12-12")
    assert (shown["case"]["title"], shown["case"]["label"]) == (title, title)
    assert shown["case"]["refused_on"] == "2026-10-26"
    assert shown["wait"]["anchor"] == "2026-11-09"


def test_a_refusal_at_the_end_of_the_calendar_is_refused_in_one_line() -> None:
    late = case(refused(on=date(9999, 12, 1)))
    said = refusal(Refused, lambda: snapshot(late, date.max))
    assert "the end of the calendar" in said
    assert snapshot(late, TODAY).stage.id == "before", "that day has not come yet"


def test_the_answer_alone_is_the_next_step_of_the_snapshot_on_every_day() -> None:
    on = REFUSED - DAY
    while on < date(2027, 4, 20):
        assert answer(day_of(WHOLE, on)) == snapshot(WHOLE, on).next
        on += 3 * DAY
