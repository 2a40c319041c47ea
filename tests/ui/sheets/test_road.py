"""The road: what is behind, where the case is, every way ahead, and the other ways."""

from collections.abc import Iterator
from datetime import date

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.demo import demo_tracker
from g221_tui.service.tracker import Tracker
from g221_tui.ui.widgets.road_chart import RoadChart, chart, fitted
from ui.conftest import DAY, Opener


def drawn(tracker: Tracker, case: str, width: int) -> str:
    """The chart of a case for a width."""
    lines = chart(tracker.reader.view(case).snapshot, width)
    assert all(line.cell_length <= width for line in lines)
    return "\n".join(str(line) for line in lines)


@pytest.fixture
def demo() -> Iterator[Tracker]:
    """The cases of the demo, without a screen."""
    with demo_tracker(FixedClock(DAY)) as tracker:
        yield tracker


async def test_r_shows_where_the_case_is_and_each_way_ahead_with_its_lengths(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("r")
        await w.dialog("RoadSheet")
        await w.sees(
            "● Mon 26 Oct 2026 Interviewed",
            "▶ Documents due",
            "you are here since Mon 26 Oct 2026, 47 days · file with the post",
            "├─ If it is granted",
            "○ Administrative processing ~ up to 60 days (the guide:",
            "├─ If the petition goes back",
            "~ 2 to 3 months (the guide: normally two to three months;",
            "└─ If it is refused",
            "Other ways to a visa",
            "neither asks you to withdraw it",
        )
        await w.press("escape")
        await w.closed()


async def test_a_road_with_nothing_behind_is_drawn_on_its_sheet_and_in_a_vast_window(
    window: Opener,
) -> None:
    async with window(size=(200, 60), seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.fill(refused="today", asked="no")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("─ The road ─", "▶ Administrative processing", "you are here since Sat 12 Dec")
        await w.press("r")
        await w.dialog("RoadSheet")
        await w.sees("The road · Case 1", "▶ Administrative processing", "├─ If it is granted")


async def test_the_road_behind_is_dated_back_to_the_interview(window: Opener) -> None:
    async with window(case="4", size=(120, 40)) as w:
        await w.press("r")
        await w.sees(
            "● Tue 24 Feb 2026 Refused for now, 221(g)",
            "● Tue 19 May 2026 Petition going back",
            "● Sat 5 Sep 2026 Second review at USCIS",
            "▶ Notice to answer",
            "├─ If it is reaffirmed",
            "└─ If it is revoked",
        )


async def test_the_other_ways_open_from_the_road(window: Opener) -> None:
    async with window() as w:
        await w.press("r")
        await w.dialog("RoadSheet")
        await w.press("a")
        await w.dialog("GuidePage")
        await w.sees("Other ways to a visa", "Another visa category", "another employer")


def test_the_stages_behind_stand_in_columns_with_how_long_each_lasted(demo: Tracker) -> None:
    lines = drawn(demo, "4", 68).split("\n")
    assert lines[:5] == [
        "●  Tue 24 Feb 2026  Interviewed",
        "●  Tue 24 Feb 2026  Refused for now, 221(g)  84 days",
        "●  Tue 19 May 2026  Petition going back      67 days",
        "●  Sat 25 Jul 2026  At the visa centre       42 days",
        "●  Sat  5 Sep 2026  Second review at USCIS   80 days",
    ]
    narrow = drawn(demo, "4", 40)
    assert "●   5 Sep 2026  Second review at USCIS\n" in narrow
    assert "80 days" not in narrow


def test_where_one_is_breaks_between_its_parts(demo: Tracker) -> None:
    for width, said in (
        (102, ["you are here since Mon 26 Oct 2026, 47 days · file with the post"]),
        (64, ["you are here since Mon 26 Oct 2026, 47 days", "file with the post"]),
        (34, ["you are here since 26 Oct 2026", "47 days · file with the post"]),
    ):
        lines = drawn(demo, "1", width).split("\n")
        at = lines.index("▶  Documents due")
        assert [line.lstrip("│ ") for line in lines[at + 1 : at + 1 + len(said)]] == said


@pytest.mark.parametrize(("size", "first"), [((40, 12), "5 Sep 2026"), ((80, 24), "19 May 2026")])
async def test_where_the_road_behind_is_long_the_present_stage_is_in_sight_first(
    window: Opener, size: tuple[int, int], first: str
) -> None:
    async with window(size=size, case="4") as w:
        for kind, on in (("response_sent", "2026-12-01"), ("response_received", "2026-12-03")):
            change = AddEvent(kind=kind, on=date.fromisoformat(on))
            w.app.session.tracker.apply(change, case="4")
        w.app.session.load()
        await w.press("r")
        await w.dialog("RoadSheet")
        await w.sees("▶ Answer under review", "you are here since")
        body = w.app.screen.query_one(".sheet-body")
        await w.until(lambda: body.scroll_y > 0, "the present stage")
        assert "Interviewed" not in w.text.split("▶")[0]


@pytest.mark.parametrize("case", ["1", "2", "3", "4"])
def test_nothing_of_the_chart_is_cut(demo: Tracker, case: str) -> None:
    for width in (32, 68, 102):
        assert "…" not in drawn(demo, case, width)


def test_without_a_petition_no_way_leads_back_to_uscis(demo: Tracker) -> None:
    text = drawn(demo, "2", 68)
    assert "petition" not in text
    assert "If it is granted" in text


def test_after_the_end_the_road_says_so(demo: Tracker) -> None:
    demo.apply(AddEvent(kind="revoked"), case="4")
    text = drawn(demo, "4", 68)
    assert "▶  Petition ended" in text
    assert "The road ends here." in text


async def test_a_very_wide_and_tall_window_has_the_road_beside_the_row_in_focus(
    window: Opener,
) -> None:
    async with window(size=(200, 60), case="4") as w:
        assert "The road" in w.text
        assert "├─ If it is reaffirmed" in w.text
        await w.pilot.resize_terminal(80, 24)
        await w.pilot.pause()
        assert "The road" not in w.text


async def test_the_road_is_in_palette_and_help(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("question_mark")
        await w.sees("The road: what is behind", "All cases by what is due", "What the guide says")
        await w.press("escape")
        await w.closed()
        await w.press("ctrl+p", *"road", "enter")
        await w.dialog("RoadSheet")


@pytest.mark.parametrize("case", ["1", "2", "3", "4"])
def test_what_has_no_room_is_left_out_with_a_mark(demo: Tracker, case: str) -> None:
    snapshot = demo.reader.view(case).snapshot
    whole = [line.plain for line in chart(snapshot, 60)]
    stops = [stop.name for branch in snapshot.road.ahead for stop in branch.stops]
    for height in range(1, len(whole) + 2):
        lines = [line.plain for line in fitted(snapshot, 60, height, "r shows the rest.")]
        assert len(lines) <= height
        assert all(len(line) <= 60 for line in lines)
        told = "\n".join(lines)
        assert all(stop in told for stop in stops) or lines[-1] == "… r shows the rest."
        if height >= len(whole):
            assert lines == whole


@pytest.mark.parametrize("case", ["1", "2", "3", "4"])
async def test_in_a_vast_window_the_road_ends_with_its_last_stage_or_a_mark(
    window: Opener, case: str
) -> None:
    async with window(size=(200, 60), case=case) as w:
        road = w.board.query_one(RoadChart)
        lines = str(road.render()).splitlines()
        assert len(lines) <= road.size.height
        assert w.board.snapshot is not None
        assert w.board.snapshot.road.ahead[-1].stops[-1].name in lines[-1]
