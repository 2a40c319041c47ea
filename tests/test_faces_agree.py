"""The plain status, its JSON and the dashboard say the same of each case of the demo."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from g221_tui.cli.main import main
from g221_tui.clock import FixedClock
from g221_tui.core.fields.labels import IF_COMPLETE
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import ChannelState
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.app import G221App
from g221_tui.ui.screens.dashboard import Dashboard
from g221_tui.ui.widgets.head.next_band import NextBand
from g221_tui.ui.widgets.head.standing_line import StandingLine
from g221_tui.ui.widgets.panes import channels, documents, timeline

DAY = date(2026, 12, 12)
WIDE = (160, 50)
"""Wide enough for the longest words of every pane."""

STATES = {"requested": "with you", "submitted": "sent"}
"""What the dashboard calls some states of a paper."""
CASES = ("1", "2", "3", "4")


def test_both_faces_draw_the_same_signs() -> None:
    def drawn(table: Mapping[Any, tuple[str, str]]) -> dict[Any, str]:
        return {key: sign for key, (sign, _) in table.items()}

    assert drawn(channels.GLYPHS) == glyphs.CHANNEL
    assert drawn(documents.GLYPHS) == glyphs.DOCUMENT
    assert drawn(timeline.GLYPHS) == glyphs.ORIGIN
    assert timeline.DEADLINE_GLYPH[0] == glyphs.DEADLINE
    assert timeline.TODAY_GLYPH[0] == glyphs.HERE
    assert set(glyphs.CHANNEL) == set(ChannelState)


def said(file: Path, case: str, capsys: pytest.CaptureFixture[str], form: str) -> str:
    """What the command prints."""
    words = ["--file", str(file), "--today", DAY.isoformat(), "--case", case, "status", form]
    assert main(words) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("case", CASES)
async def test_the_three_faces_agree(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    rules = load_rules(None)
    write_demo(Repository(file, FixedClock(DAY)), rules, DAY)
    told = json.loads(said(file, case, capsys, "--json"))
    plain = said(file, case, capsys, "--plain")
    tracker = Tracker(Repository(file, FixedClock(DAY)), rules, FixedClock(DAY))
    app = G221App(tracker, case=case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        board = app.screen_stack[0]
        assert isinstance(board, Dashboard)
        board.channels.unfolded = True
        await pilot.pause()
        everywhere_the_same(told, plain, board)


def everywhere_the_same(told: dict[str, Any], plain: str, board: Dashboard) -> None:
    """Compare the JSON with the plain text and with what the widgets draw."""
    lines = plain.splitlines()
    standing, band = board.query_one(StandingLine), board.query_one(NextBand)
    title = str(board.query_one("TitleLine").render())
    stage = told["stage"]
    assert stage["name"] in plain
    assert standing.now.startswith(stage["name"])
    assert long_date(date.fromisoformat(stage["since"])) in plain
    assert standing.due == "" or told["deadlines"][0]["title"] in standing.due
    assert f"Day {told['wait']['elapsed_days']}" in title
    assert any(f"Day {told['wait']['elapsed_days']}" in line for line in lines)
    assert band.text == told["next"]["text"]
    assert f"NEXT  {told['next']['text']}" in lines
    channels_agree(told["channels"], lines, board)
    papers_agree(told["documents"], lines, board)
    deadlines_agree(told["deadlines"], lines, board)


def channels_agree(told: list[dict[str, Any]], lines: list[str], board: Dashboard) -> None:
    """Each channel: its state, how many days are left, and the day it opens."""
    rows = {row.id: row.content.plain for row in board.channels.rows}
    for channel in told:
        left = f" {channel['days_left']}d" if channel["days_left"] is not None else ""
        state = channel["state"] + left
        line = next(each for each in lines if f" {state:<12} {channel['name']} " in each)
        words = channels.BRIEF.get(ChannelState(channel["state"]), channel["state"])
        assert f"{words}{left}" in rows[channel["id"]]
        assert channel["name"] in rows[channel["id"]]
        if left:
            opens = date.fromisoformat(channel["opens_on"])
            assert long_date(opens) in line
            moves = channel["if_complete"]
            assert (IF_COMPLETE if moves else f"{opens.day} ") in rows[channel["id"]]
            assert moves is ("if nothing were owed" in line)
    every = {channel.id for channel in (*_snapshot(board).channels, *_snapshot(board).further)}
    assert every <= set(rows)


def papers_agree(told: dict[str, Any], lines: list[str], board: Dashboard) -> None:
    """Each paper: its name and state."""
    rows = {row.id: " ".join(row.content.plain.split()) for row in board.documents.rows}
    for paper in told["items"]:
        line = next(each for each in lines if f"[{paper['id']}]" in each)
        assert paper["state"] in line
        assert paper["name"] in line
        state = STATES.get(paper["state"], paper["state"])
        assert all(word in rows[paper["id"]] for word in (*paper["name"].split(), state))
    if told["requested"]:
        count = f"Documents {told['requested'] - told['outstanding']}/{told['requested']}"
        assert count in lines
        assert str(board.documents.border_title).split(" [")[0].strip() == count


def deadlines_agree(told: list[dict[str, Any]], lines: list[str], board: Dashboard) -> None:
    """Each deadline: its date, on the page of days too."""
    rows = [row.content.plain for row in board.timeline.rows]
    for deadline in told:
        day = date.fromisoformat(deadline["date"])
        title = deadline["title"].split()[0]
        assert any(line.strip().startswith(long_date(day)) and title in line for line in lines)
        short = f"{day.day:>2} {day:%b}"
        assert any(row.strip() == str(day.year) for row in rows)
        assert any("!" in row and short in row and title in row for row in rows)


def _snapshot(board: Dashboard) -> Any:
    assert board.snapshot is not None
    return board.snapshot
