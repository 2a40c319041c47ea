"""A dialog that is open when a day begins, or when another program writes, shows what holds now."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.screens.dialogs.confirm import Confirm
from g221_tui.ui.screens.letters.in_hand import LetterInHand
from g221_tui.ui.screens.letters.letter_sheet import LetterSheet
from ui.conftest import DAY, Opener, Window
from ui.file.moving_clock import MovingClock
from ui.letters.kit import NOW, know, letter
from ui.others import command

pytestmark = pytest.mark.promise(21)
NEXT_DAY = date(2026, 12, 13)


@asynccontextmanager
async def before_midnight(
    window: Opener, folder: Path
) -> AsyncIterator[tuple[Window, MovingClock]]:
    """The demo, and its clock."""
    clock = MovingClock(DAY)
    repository = Repository(folder / "case.json", clock)
    write_demo(repository, load_rules(None), DAY)
    async with window(tracker=Tracker(repository, load_rules(None), clock)) as w:
        yield w, clock


async def test_a_form_logs_the_day_that_it_shows(window: Opener, tmp_path: Path) -> None:
    async with before_midnight(window, tmp_path) as (w, clock):
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac")
        await w.sees("Sat 12 Dec 2026, today · day 47")
        clock.day = NEXT_DAY
        await w.sees("Sun 13 Dec 2026, today · day 48")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].on == NEXT_DAY


async def test_a_date_that_was_typed_stays_and_its_distance_is_told_anew(
    window: Opener, tmp_path: Path
) -> None:
    async with before_midnight(window, tmp_path) as (w, clock):
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", on="2026-12-12")
        await w.sees("Sat 12 Dec 2026, today · day 47")
        clock.day = NEXT_DAY
        await w.sees("Sat 12 Dec 2026, yesterday · day 47")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].on == DAY


async def test_the_month_of_a_date_field_marks_the_new_day(window: Opener, tmp_path: Path) -> None:
    async with before_midnight(window, tmp_path) as (w, clock):
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.press("tab", "down")
        await w.dialog("MonthDialog")
        await w.sees("Sat 12 Dec 2026, today")
        clock.day = NEXT_DAY
        await w.sees("Sat 12 Dec 2026, yesterday")
        await w.press("home")
        await w.sees("Sun 13 Dec 2026, today")


@pytest.mark.parametrize(
    ("keys", "before", "after"),
    [
        (("w",), "Sat 12 Dec 2026 · today, day 47", "Sat 12 Dec 2026 · day 47"),
        (("r",), "you are here since Mon 26 Oct 2026, 47 days", "26 Oct 2026, 48 days"),
        (
            ("3", "down", "enter"),
            "Opens Fri 25 Dec 2026, in 13 days",
            "Opens Fri 25 Dec 2026, in 12 days",
        ),
        (("s",), "Documents due · day 47 · in hand", "Documents due · day 48 · in hand"),
    ],
)
async def test_what_lies_upon_the_dashboard_turns_the_page_too(
    keys: tuple[str, ...], before: str, after: str, window: Opener, tmp_path: Path
) -> None:
    async with before_midnight(window, tmp_path) as (w, clock):
        await w.press(*keys)
        await w.sees(before)
        clock.day = NEXT_DAY
        await w.sees(after)


async def test_a_sheet_shows_what_another_program_wrote(window: Opener) -> None:
    async with window() as w:
        await w.press("3", "enter")
        await w.sees("VFS tracker", "Have at hand")
        await command(w.file, "log", "vfs", "--note", "Passport is with the courier")
        await w.sees("Passport is with the courier")


async def test_news_that_come_while_a_dialog_opens_break_nothing(window: Opener) -> None:
    async with window() as w:
        w.app.push_screen(Confirm("Leave it as it is?", yes="Leave", no="Go back"))
        w.board.session.load()
        w.board.look_outside()
        await w.sees("Leave it as it is?")


async def test_a_letter_turns_the_page_at_midnight(window: Opener, tmp_path: Path) -> None:
    async with before_midnight(window, tmp_path) as (w, clock):
        clock.day = date(2026, 12, 24)
        w.board.look_outside()
        await letter(w)
        await w.sees("! This is early. Opens Fri 25 Dec 2026, in 1 day")
        clock.day = date(2026, 12, 25)
        await w.until(lambda: "This is early" not in w.folded, "the day it opens")


async def test_what_a_letter_said_stays_while_another_program_writes(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("y")
        await w.sees("The letter is given to the terminal")
        await command(w.file, "set", "nationality=Freedonia")
        await w.sees("Nationality: Freedonia")
        assert "The letter is given to the terminal" in w.folded
        await w.press("m")
        await w.until(lambda: "given to the terminal" not in w.folded, "the key that takes it away")


async def test_a_letter_in_ones_own_words_stays_while_another_program_writes(
    window: Opener,
) -> None:
    async with window(day=NOW) as w:
        know(w)
        hand = LetterInHand(w.board.session, "consulate_email")
        hand.rewrite("Dear all, my own words")
        w.app.push_screen(LetterSheet(hand))
        await w.dialog("LetterSheet")
        await command(w.file, "set", "nationality=Freedonia")
        await w.until(lambda: w.case.facts.nationality == "Freedonia", "the fact")
        w.board.look_outside()
        await w.sees("Dear all, my own words")
