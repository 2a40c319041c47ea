"""A person with a case: comes back on some day, does what is to do with keys, and reads."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

from textual.widgets import OptionList

from g221_tui.ui.screens.dialogs.add_event import EventDialog
from g221_tui.ui.widgets.fields.choice_list import ChoiceList
from ui.conftest import Opener, Window
from ui.lives.hands import fills, goes_to, moves, soon, strikes
from ui.lives.same import begins, differences, lasted, status
from ui.lives.shown import DASHBOARD, SHEET, found_in, lines, read, read_road, ways

SIZE = (200, 60)
"""Wide enough for whole words and the road, high enough for the days of a long life."""

LOOKS = 80
"""How often a screen that is not yet as expected is read again."""

PETITION = {"refused": "today", "post": "Mumbai", "visa": "H-1B"}
REACHED = {"tracking": "yes", "us_link": "the employer", "us_state": "TX"}
"""What no channel then lacks."""


class Visit:
    """The dashboard, open on one day."""

    def __init__(self, w: Window, today: date) -> None:
        self.w = w
        self.today = today

    # What a person does.

    async def opens_a_case(self, **answers: str) -> None:
        """Answer the questions about a case refused today; on an empty file they come at once."""
        if self.w.app.session.view is not None:
            strikes(self.w, "n")
        await self.w.dialog("NewCase")
        await self._saves({**PETITION, **answers, **REACHED})

    async def records(self, kind: str, *, told: str = "", **fields: str) -> None:
        """Record an event of today unless another date is given; say yes to what is asked of it."""
        strikes(self.w, "e")
        await self.w.dialog("EventDialog")
        form = self.w.app.screen
        assert isinstance(form, EventDialog)
        # The list lies open, unless the next step has named the kind.
        await soon(
            self.w, lambda: isinstance(form.focused, ChoiceList) or form.value("kind"), "the kinds"
        )
        await self._saves({"kind": kind, **fields}, told)

    async def ticks(self, paper: str, *, told: str = "") -> None:
        """Tick or untick a paper; where a consequence is told first, go on."""
        await goes_to(self.w, "documents", paper)
        before = self.w.board.snapshot
        strikes(self.w, "space")
        if told:
            await self._says_yes(told)
        await soon(self.w, lambda: self.w.board.snapshot is not before, "the tick")
        await self.w.closed()

    async def adds(self, name: str, **fields: str) -> None:
        """Add a paper."""
        strikes(self.w, "a")
        await self.w.dialog("DocumentDialog")
        await self._saves({"name": name, **fields})

    async def logs(self, channel: str, *, early: str = "", **fields: str) -> None:
        """Log the use of a channel; where it is too early, say that it happened all the same."""
        await goes_to(self.w, "channels", channel)
        strikes(self.w, "l")
        await self.w.dialog("LogDialog")
        await self._saves(fields, early)

    async def opens(self, pane: str, row: str, *told: str) -> None:
        """Open the sheet of a row, read it, close it."""
        await goes_to(self.w, pane, row)
        strikes(self.w, "enter")
        await self.w.until(lambda: len(self.w.app.screen_stack) == 2, "a sheet")
        await self.w.sees(*told)
        strikes(self.w, "escape")
        await self.w.closed()

    async def corrects(self, pane: str, row: str, **fields: str) -> None:
        """Correct the record of a row."""
        await goes_to(self.w, pane, row)
        strikes(self.w, "c")
        await self.w.dialog("CorrectDialog")
        await self._saves(fields)

    async def corrects_the_facts(self, **fields: str) -> None:
        """Correct facts of the case, from the row of a channel."""
        await self.corrects("channels", "CEAC", **fields)

    async def takes_in_hand(self, case: str) -> None:
        """Take another case in hand, on the board."""
        await self._goes_on_the_board(case)
        strikes(self.w, "enter")
        await self.w.closed()

    async def links(self, case: str, *told: str) -> None:
        """Note on the board that a case is another way beside the one in hand."""
        await self._goes_on_the_board(case)
        strikes(self.w, "p")
        await self.w.sees(*told)
        strikes(self.w, "escape")
        await self.w.closed()

    async def _goes_on_the_board(self, case: str) -> None:
        strikes(self.w, "s")
        await self.w.dialog("Board")
        await self.w.sees(case)
        await moves(self.w, self.w.app.screen.query_one(OptionList), case)

    async def _saves(self, values: dict[str, str], told: str = "") -> None:
        await fills(self.w, **values)
        strikes(self.w, "ctrl+s")
        if told:
            await self._says_yes(told)
        await self.w.closed()

    async def _says_yes(self, told: str) -> None:
        await self.w.dialog("Confirm")
        await self.w.sees(told)
        strikes(self.w, "y")

    async def looks_at(self, day: str) -> None:
        """Go to another day with the brackets, or back to today."""
        wanted, shown = date.fromisoformat(day), self.w.app.session.day
        if wanted == self.today != shown:
            strikes(self.w, "0")
        elif wanted != shown:
            steps = (wanted - shown).days
            strikes(self.w, f"{'right' if steps > 0 else 'left'}_square_bracket", abs(steps))
        await soon(self.w, lambda: self.w.app.session.day == wanted, day)

    # What a person reads.

    async def sees(
        self,
        on: str = "",
        *,
        day: str | None = None,
        now: str | None = None,
        next_: str | None = None,
        key: str | None = None,
        due: str = "",
        post: str | None = None,
        state: str | None = None,
        senator: str | None = None,
        trackers: str = "open",
        ahead: str | None = None,
        happened: str | None = None,
        papers: str | None = None,
        note: str | None = None,
    ) -> None:
        """Read the dashboard, on another day if one is named, and compare.

        `day` stands in the header; `next_` and `note` are the beginnings of those lines; `key` does
        what is next; `now` ends with the day since when, which stands on the road; `post`,
        `state`, `senator` and `trackers` are the rows of the Follow-up pane; `ahead`, `happened`
        and `papers` are the rows of the other panes, a line each. All of it is compared with what
        the command line says of that day.
        """
        await self.looks_at(on or self.today.isoformat())
        wanted = {
            "day": day,
            "now": now,
            "next": next_,
            "key": key,
            "due": due,
            "post": post,
            "state": state,
            "senator": senator,
            "trackers": trackers,
            "ahead": lines(ahead),
            "happened": lines(happened),
            "papers": lines(papers),
            "note": note,
        }
        told = status(self.w.file, self.w.app.session.day)

        def wrong(text: str) -> list[str]:
            shown = read(text)
            found = found_in(shown)
            for name in ("next", "note"):
                found[name] = found[name][: len(wanted[name] or found[name])]
            return differences(shown, told) + [
                f"{name}: {found[name]!r}, not {value!r}"
                for name, value in wanted.items()
                if value is not None and value != found[name]
            ]

        await self._settles(DASHBOARD.search, wrong)

    async def reads_the_road(self, here: str, ahead: str, behind: str | None = None) -> None:
        """Open the road, read it, close it: what is behind, the stage, and every way ahead."""
        strikes(self.w, "r")
        await self.w.dialog("RoadSheet")
        told = status(self.w.file, self.w.app.session.day)
        begun = begins(told)
        wanted = (lines(behind), lasted(told["road"]), here, begun, ways(ahead))

        def wrong(text: str) -> list[str]:
            road = read_road(text)
            passed = road.behind if behind is not None else None
            found = (passed, road.lasted, road.here, road.standing[: len(begun)], road.ahead)
            return [] if found == wanted else [f"{found}, not {wanted}"]

        await self._settles(lambda text: SHEET in text, wrong)
        strikes(self.w, "escape")
        await self.w.closed()

    async def _settles(
        self, there: Callable[[str], object], wrong: Callable[[str], list[str]]
    ) -> None:
        """Read until nothing is wrong; what still is after a while is wrong."""
        found = ["not there"]
        for _ in range(LOOKS):
            text = self.w.text
            if there(text) and not (found := wrong(text)):
                return
            await asyncio.sleep(0.02)
        raise AssertionError("\n".join([str(self.w.app.session.day), *found, self.w.text]))


class Person:
    """Somebody whose case lies in one file."""

    def __init__(self, window: Opener) -> None:
        self._window = window

    @asynccontextmanager
    async def comes(self, day: str) -> AsyncIterator[Visit]:
        """Open the dashboard on a day, and leave it."""
        today = date.fromisoformat(day)
        async with self._window(size=SIZE, day=today, seed=False, demo=False) as w:
            yield Visit(w, today)
