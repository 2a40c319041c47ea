"""The order of the changes of all copies: by moments that never contradict what was known."""

from core.history.kit import entry
from g221_tui.core.history.order import NEVER, Moment, following, moments

NOON = "2026-12-12T12:00:00Z"
LATER = "2026-12-12T12:00:01Z"


def test_what_is_written_after_another_counts_for_no_earlier_moment() -> None:
    assert following(NEVER, NOON) == Moment(NOON, 1)
    assert following(Moment(NOON, 1), LATER) == Moment(LATER, 1)
    assert following(Moment(NOON, 1), NOON) == Moment(NOON, 2)
    assert following(Moment(LATER, 4), NOON) == Moment(LATER, 5)


def test_entries_of_a_former_version_follow_each_other() -> None:
    found = moments([entry(1), entry(2), entry(4, place=7, moment=LATER), entry(5)])
    assert found == {
        1: Moment(NOON, 1),
        2: Moment(NOON, 2),
        4: Moment(LATER, 7),
        5: Moment(LATER, 8),
    }


def test_what_came_from_another_file_keeps_the_moment_it_has_there() -> None:
    found = moments([entry(1, place=5), entry(2, place=1)])
    assert found == {1: Moment(NOON, 5), 2: Moment(NOON, 1)}
