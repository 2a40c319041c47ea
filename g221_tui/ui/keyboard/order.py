"""One key after the other: each goes to the screen and the field that stand when it is its turn.

Textual sends a key on as soon as it comes, to what has the focus then, and acts on it only after
it has climbed from there to the app. So a key that follows fast on tab, or on one that opens a
dialog, goes to the wrong place. Here a key waits until all that the one before it did is done:

- A mark follows a key upwards, through the same queues, and so arrives after it.
- While a turn is being done on the screen in front (see `OPENS` and `CHANGES`), keys wait.
- A screen takes its first key when it stands.
- What was typed while a screen closed goes nowhere.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.worker import Worker

from g221_tui.ui.keyboard.rhythm import PASTED, Beat, Rhythm, Stroke
from g221_tui.ui.screens.dialogs.dialog import Dialog

OPENS = "opens"
"""The group of workers that open something: what is typed meanwhile is for that or for nobody."""
CHANGES = "changes"
"""The group of workers that make a change, or ask first: what is typed meanwhile is for later."""
LOOK = 0.004
"""Seconds between two looks at whether the next key can go on."""
ROUNDS = 4
"""How often the mark climbs behind a key that may lead to other messages: enter in a list that is
unfolded leads to a choice, that to a value, and that to another focus."""
PATIENCE = 2.0
"""Seconds after which a mark that did not come back is given up: its widget went."""
LEAVES = "ctrl+q"
"""The key that is heard while all others wait."""

Waiting = events.Key | events.Paste
"""What is kept in order."""
Send = Callable[[events.Event], Awaitable[None]]
"""Gives an event to the app, as it came from the terminal."""


class KeyOrder:
    """Takes the keys of an app as they come, and sends each on in its turn."""

    def __init__(self, app: App[None], send: Send) -> None:
        self._app = app
        self._send = send
        self._waiting: deque[Stroke] = deque()
        self._under_way = 0
        """The number of the mark that is under way; 0 while there is none."""
        self._marks = 0
        self._looks = False
        """Whether a look is due."""
        self._waited = False
        """Whether the first key had time to be followed by another."""
        self._known: tuple[Screen[object], ...] = ()
        """The screens that lay upon each other when the last key was sent on; the last stands."""
        self._turn: Worker[object] | None = None
        """The turn for which keys wait."""
        self._turn_at: Widget | None = None
        """What had the focus when they began to wait for it."""
        self._given_up: asyncio.TimerHandle | None = None
        self._rhythm = Rhythm()
        self.arrived: Callable[[Waiting], float] = _told_by_itself
        """When a key came, in seconds on a clock that only goes on."""
        self.pause = PASTED
        """Seconds in which an Enter waits for what may follow it."""

    def begin(self) -> None:
        """Follow from now on which screen is in front; the app runs."""
        self._app.screen_change_signal.subscribe(
            self._app, lambda _: self._look_again(0), immediate=True
        )
        self._look_again(0)

    @property
    def waiting(self) -> int:
        """How many keys wait, the one included that is under way."""
        return len(self._waiting) + bool(self._under_way)

    @property
    def idle(self) -> bool:
        """Whether a key that came now would be sent on at once, to a screen that stands."""
        return not self.waiting and not self._turning() and self._app.screen is self._last

    async def came(self, event: Waiting) -> None:
        """A key, or a text that was pasted, came from the terminal."""
        if isinstance(event, events.Key) and event.key == LEAVES and self._turning():
            self._waiting.clear()
            await self._send(event)
            return
        self._waiting.append(Stroke(event, self.arrived(event)))
        await self.go_on()

    async def go_on(self) -> None:
        """Send on what can be."""
        self._looks = False
        while not self._under_way:
            if self._turning() or not self._stands():
                self._look_again(LOOK)
                return
            if not self._waiting or not await self._first():
                return

    async def _first(self) -> bool:
        """Send the first one on, with a mark behind it; whether the next can be looked at."""
        stroke = self._waiting[0]
        then = self._waiting[1] if len(self._waiting) > 1 else None
        beat = self._rhythm.judge(stroke, then, waited=self._waited)
        if beat is Beat.UNKNOWN:
            self._waited = True
            self._look_again(self.pause)
            return False
        self._rhythm.took(stroke, beat)
        self._waited = False
        self._waiting.popleft()
        meant = self._meant(stroke.event, beat)
        if meant is not None:
            at = self._app.focused or self._app.screen
            rounds = 1 if self._writes(meant) else ROUNDS
            await self._send(meant)
            self._mark(at, rounds)
        return True

    @property
    def _field(self) -> Widget | None:
        """The field in focus in which text is written; a list takes letters too, to search."""
        at = self._app.focused
        takes_text = at is not None and at.check_consume_key("a", "a")
        return at if takes_text and not isinstance(at, OptionList) else None

    def _writes(self, event: Waiting) -> bool:
        """Whether it only writes text."""
        printable = isinstance(event, events.Paste) or event.is_printable
        return printable and self._field is not None

    def _meant(self, key: Waiting, beat: Beat) -> Waiting | None:
        """What a key stands for; none where it does nothing more."""
        field = self._field
        if beat is Beat.HELD:
            return key if field is not None else None
        if beat is Beat.PASTED:
            return _end_of_line(field)
        return key

    # Which screen takes it.

    def _turning(self) -> bool:
        """Whether a turn is being done on the screen in front; else what it left is settled."""
        front = self._app.screen
        for worker in self._app.workers:
            if worker.node is front and worker.group in (OPENS, CHANGES) and not worker.is_finished:
                if self._turn is not worker:
                    self._turn, self._turn_at = worker, self._app.focused
                return True
        if self._turn is not None and self._turn.is_finished:
            ended, self._turn = self._turn, None
            elsewhere = front is not self._last or self._app.focused is not self._turn_at
            # What was opened has closed, or never came: what was typed for it goes with it.
            if ended.node is front and (ended.group == OPENS or elsewhere):
                self._forget()
                self._known = tuple(self._app.screen_stack)
        return False

    @property
    def _last(self) -> Screen[object] | None:
        """The screen that took the last key."""
        return self._known[-1] if self._known else None

    def _stands(self) -> bool:
        """Whether the screen in front can take a key; where it is another one, a mark is sent."""
        front = self._app.screen
        if front is self._last:
            return True
        if not front.is_mounted:
            return False
        before, self._known = self._known, tuple(self._app.screen_stack)
        self._mark(front, ROUNDS, partial(self._came_to, front, before))
        return False

    def _came_to(self, front: Screen[object], before: tuple[Screen[object], ...]) -> None:
        """A screen stands: what was typed while another closed, or for a question, goes nowhere."""
        if self._app.screen is not front or self._turning():
            return
        asks = isinstance(front, Dialog) and not front.TYPE_AHEAD
        if front in before or asks:
            self._forget()

    def _forget(self) -> None:
        """What was typed so far goes nowhere."""
        self._waiting.clear()
        self._waited = False

    # The mark behind a key.

    def _mark(self, at: MessagePump, rounds: int, then: Callable[[], None] | None = None) -> None:
        """Send a mark upwards from there, as many times as that."""
        self._marks += 1
        self._under_way = self._marks
        loop = asyncio.get_running_loop()
        self._given_up = loop.call_later(PATIENCE, self._give_up, self._marks)
        self._climb(at, self._marks, rounds, then)

    def _climb(
        self, at: MessagePump, mark: int, rounds: int, then: Callable[[], None] | None
    ) -> None:
        """Queue the mark at that widget, or at the next one above that still takes messages."""
        while at is not self._app and not at.call_later(self._passed, at, mark, rounds, then):
            at = _above(at, self._app)
        if at is self._app:
            self._app.call_later(self._arrived, mark, rounds, then)

    def _passed(
        self, at: MessagePump, mark: int, rounds: int, then: Callable[[], None] | None
    ) -> None:
        if mark == self._under_way:
            self._climb(_above(at, self._app), mark, rounds, then)

    async def _arrived(self, mark: int, rounds: int, then: Callable[[], None] | None) -> None:
        """The mark is at the top: all that it followed is done."""
        if mark != self._under_way:
            return
        if rounds > 1:
            self._climb(self._app.focused or self._app.screen, mark, rounds - 1, then)
            return
        self._under_way = 0
        if self._given_up is not None:
            self._given_up.cancel()
        if then is not None:
            then()
        await self.go_on()

    def _give_up(self, mark: int) -> None:
        if mark == self._under_way:
            self._under_way = 0
            self._app.call_later(self.go_on)

    def _look_again(self, seconds: float) -> None:
        """Look again after so long, unless that is due anyway."""
        if not self._looks and not self._under_way:
            self._looks = True
            asyncio.get_running_loop().call_later(seconds, self._app.call_later, self.go_on)


def _told_by_itself(event: Waiting) -> float:
    """The time at which the terminal was read: the app may have been busy since."""
    return event.time


def _above(at: MessagePump, app: App[None]) -> MessagePump:
    """What a message climbs to from there."""
    parent = at.parent if isinstance(at, DOMNode) else None
    return parent if parent is not None else app


def _end_of_line(field: Widget | None) -> events.Key | None:
    """What the end of a line within a paste is: one blank in a line, a new line in an area."""
    if isinstance(field, Input):
        after_one = field.value[: field.cursor_position].endswith(" ")
        return None if after_one else events.Key("space", " ")
    if field is not None:
        from textual.widgets import TextArea

        if isinstance(field, TextArea):
            field.insert("\n")
    return None
