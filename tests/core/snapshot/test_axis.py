"""The axis of the wait: its scale, and the days it is marked with."""

from datetime import date, timedelta

from core.snapshot.kit import REFUSED, case, flight, paper, refused, snapshot
from g221_tui.core.model import Case
from g221_tui.core.snapshot.axis import REACH, Axis, MarkKind, axis


def found(case_: Case, days: int) -> Axis:
    """The axis so many days after the refusal."""
    made = axis(snapshot(case_, REFUSED + timedelta(days=days)))
    assert made is not None
    return made


def marks(made: Axis) -> list[tuple[str, int]]:
    """Each mark: its name, and how many days after the refusal it stands."""
    return [(mark.name, (mark.day - REFUSED).days) for mark in made.marks]


def test_the_end_of_the_wait_and_states_own_figure_are_marked() -> None:
    assert marks(found(case(refused(asked="no")), 47)) == [("ask", 60), ("day 180", 180)]


def test_where_both_are_one_day_there_is_one_mark() -> None:
    assert marks(found(case(refused(asked="no"), policy="state"), 47)) == [("ask", 180)]


def test_without_a_wait_there_is_no_axis() -> None:
    assert axis(snapshot(case(refused(asked="no")), REFUSED - timedelta(days=5))) is None


def test_the_nearest_deadlines_are_marked_and_one_that_is_years_away_is_not() -> None:
    near, far = REFUSED + timedelta(days=90), REFUSED + timedelta(days=180 * REACH + 1)
    made = found(case(refused(asked="no"), deadlines=[flight(near)]), 47)
    assert [m.kind for m in made.marks] == [MarkKind.ASKING, MarkKind.DEADLINE, MarkKind.STATE]
    away = found(case(refused(asked="no"), deadlines=[flight(far)]), 47)
    assert [m.kind for m in away.marks] == [MarkKind.ASKING, MarkKind.STATE]


def test_the_scale_stays_from_one_day_to_the_next() -> None:
    told = case(refused(asked="no"), deadlines=[flight(REFUSED + timedelta(days=250))])
    scales = {(found(told, n).start, found(told, n).end) for n in range(251)}
    assert scales == {(REFUSED, REFUSED + timedelta(days=250))}


def test_beyond_the_last_mark_the_scale_runs_to_the_end_of_the_year() -> None:
    told = case(refused(asked="no"))
    year = (REFUSED + timedelta(days=400)).year
    assert found(told, 400).end == date(year, 12, 31)
    assert {found(told, n).end for n in range(400, 420)} == {date(year, 12, 31)}


def test_it_begins_at_the_refusal_when_the_wait_counts_from_a_later_day() -> None:
    sent = REFUSED + timedelta(days=20)
    made = found(case(refused(), papers=[paper("Diploma", sent)]), 30)
    assert made.start == REFUSED
    assert ("ask", 80) in marks(made)
    assert made.share(REFUSED) == 0
    assert made.share(made.end) == 1


def test_while_something_is_owed_one_day_that_moves_with_it_is_marked() -> None:
    owed = found(case(refused(), papers=[paper("Chart")]), 47)
    assert marks(owed) == [("if complete", 60), ("Papers: limit", 364)]
