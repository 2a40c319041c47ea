"""The names below the axis of the wait: each mark has one, as near to it as there is room."""

from datetime import date, timedelta

import pytest

from g221_tui.core.snapshot.axis import Axis, Mark, MarkKind, axis
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.widgets.head.wait_axis import LONGEST, columns, names
from ui.conftest import Opener

START = date(2026, 1, 1)
NAMES = "one", "two", "three", "four"


def made(*days: int, end: int = 100) -> Axis:
    """An axis whose marks are so many days from its start."""
    marks = [
        Mark(START + timedelta(days=day), MarkKind.ASKING, name)
        for day, name in zip(days, NAMES, strict=False)
    ]
    return Axis(START, START + timedelta(days=end), START, tuple(marks))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("case", ["1", "2", "3", "4"])
async def test_every_mark_of_the_demo_is_named(
    window: Opener, case: str, size: tuple[int, int]
) -> None:
    async with window(size=size, case=case) as w:
        assert w.board.snapshot is not None
        found = axis(w.board.snapshot)
        assert found is not None
        line = names(found, size[0] - 4).plain
        for mark in found.marks:
            assert clean(mark.name)[: LONGEST // 2] in line, line


def test_a_name_moves_aside_where_another_mark_would_have_none() -> None:
    assert "one 31 Jan  two 4 Feb" in names(made(30, 34), 80).plain


def test_a_name_stands_without_its_day_before_another_one_goes() -> None:
    line = names(made(40, 52, 64), 50).plain
    assert all(name in line for name in NAMES[:3]), line


def test_what_comes_next_keeps_its_name_where_not_all_have_room() -> None:
    line = names(made(50, 51, 52, 53), 60).plain
    assert "one" in line


def test_a_name_stands_below_its_mark() -> None:
    for days in ((10, 14, 90), (1, 2, 3), (50, 53, 99), (97, 98, 99)):
        found = made(*days)
        line = names(found, 78).plain
        for cell, mark in columns(found, 78).items():
            at = line.find(mark.name)
            assert at < 0 or at <= cell < at + len(f"{mark.name} 31 Mar"), (line, mark)
