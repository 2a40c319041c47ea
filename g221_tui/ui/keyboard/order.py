"""One key after the other: each goes to the screen and the field that stand when it is its turn.

Textual sends a key on as soon as it comes, to what has the focus then, and acts on it only after
it has climbed from there to the app. So a key that follows fast on tab, or on one that opens a
dialog, goes to the wrong place. Here a key waits until all that the one before it did is done:

- A mark follows each key, and tells when it is done (see `mark.py`).
- While a turn is being done on the screen in front (see `OPENS` and `CHANGES`), keys wait.
- A screen takes its first key when it stands.
- What was typed while a screen closed goes nowhere, up to the next pause: the rest of a text would
  else be taken for commands.
"""

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable, Container
from functools import partial

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.worker import Worker

from g221_tui.ui.keyboard.layouts import CTRL, HINT, Layouts, language
from g221_tui.ui.keyboard.mark import Mark
from g221_tui.ui.keyboard.rhythm import PASTED, Beat, Rhythm, Stroke
from g221_tui.ui.screens.dialogs.dialog import Dialog

OPENS = "opens"
"""The group of workers that open something: what is typed meanwhile is for that or for nobody."""
CHANGES = "changes"
"""The group of workers that make a change, or ask first: what is typed meanwhile is for later."""
LOOK = 0.004
"""Seconds between two looks at whether the next key can go on."""
SILENCE = 0.5
"""Seconds without a key of a text after which keys count again, once some went nowhere."""
NOWHERE = "What you typed went nowhere: the screen changed meanwhile. Look, and type it again."
LEAVES = "ctrl+q"
"""The key that is heard while all others wait."""

PLAIN = re.compile(r"[a-z0-9 ]|[\x00-\x1f\x7f]|[a-z0-9+_]{2,}")
"""What no layout changes."""
NO_KEYS = ("_lock", "_shift", "_control", "_alt", "_super", "_hyper", "_meta")
"""How the names end of what some terminals tell as keys of their own. Textual would even write the
letter that comes along with one of the locks."""

Waiting = events.Key | events.Paste
"""What is kept in order."""
Send = Callable[[events.Event], Awaitable[None]]
"""Gives an event to the app, as it came from the terminal."""


class KeyOrder:
    """Takes the keys of an app as they come, and sends each on in its turn."""

    def __init__(self, app: App[None], send: Send, hint: Callable[[str], None]) -> None:
        self._app = app
        self._send = send
        self._hint = hint
        self.layouts = Layouts(language())
        """Tells what a letter of another script stands for."""
        self._waiting: deque[Stroke] = deque()
        self._mark = Mark(app)
        self._writing: Widget | None = None
        """The field to which the last key was sent, if that only wrote text."""
        self._more = False
        """Whether more text was sent after the mark that is under way."""
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
        self._rhythm = Rhythm()
        self.arrived: Callable[[Waiting], float] = _told_by_itself
        """When a key came, in seconds on a clock that only goes on."""
        self.pause = PASTED
        """Seconds in which an Enter waits for what may follow it."""
        self._gone_at = float("-inf")
        """When the last key of a text came that went nowhere."""
        self._told = False
        """Whether it was said of these keys."""

    def begin(self) -> None:
        """Follow from now on which screen is in front; the app runs."""
        self._app.screen_change_signal.subscribe(
            self._app, lambda _: self._look_again(0), immediate=True
        )
        self._look_again(0)

    @property
    def waiting(self) -> int:
        """How many keys wait, the one included that is under way."""
        return len(self._waiting) + self._mark.under_way

    @property
    def idle(self) -> bool:
        """Whether a key that came now would be sent on at once, to a screen that stands."""
        return not self.waiting and not self._turning() and self._app.screen is self._last

    async def came(self, event: Waiting) -> None:
        """A key, or a text that was pasted, came from the terminal."""
        if isinstance(event, events.Key) and event.key.endswith(NO_KEYS):
            return
        if isinstance(event, events.Key) and event.key == LEAVES and self._turning():
            self._waiting.clear()
            await self._send(event)
            return
        stroke = Stroke(event, self.arrived(event))
        if stroke.of_text and stroke.at - self._gone_at < SILENCE:
            self._gone_at = stroke.at
            if not self._told:
                self._told = True
                self._hint(NOWHERE)
            return
        self._waiting.append(stroke)
        await self.go_on()

    async def go_on(self) -> None:
        """Send on what can be."""
        self._looks = False
        while not self._mark.under_way or self._goes_on_writing:
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
            self._writing = self.field if stroke.writes else None
            await self._send(meant)
            if self._mark.under_way:
                self._more = True
            else:
                self._mark.follow(at, self._done, once=self._writing is not None)
        return True

    async def _done(self) -> None:
        """What was sent last is done, if no more text followed it."""
        if self._more and self._writing is not None:
            self._more = False
            self._mark.follow(self._writing, self._done, once=True)
        await self.go_on()

    @property
    def _goes_on_writing(self) -> bool:
        """Whether the next key writes in the same field: these need not wait for each other."""
        same = self._writing is not None and self._writing is self.field
        return same and bool(self._waiting) and self._waiting[0].writes

    @property
    def field(self) -> Widget | None:
        """The field in focus in which text is written; a list takes letters too, to search."""
        at = self._app.focused
        takes_text = at is not None and at.check_consume_key("a", "a")
        return at if takes_text and not isinstance(at, OptionList) else None

    def _meant(self, key: Waiting, beat: Beat) -> Waiting | None:
        """What a key stands for; none where it does nothing more."""
        field = self.field
        if beat is Beat.HELD:
            return key if field is not None else None
        if beat is Beat.PASTED:
            return _end_of_line(field)
        return self._by_layout(key) if isinstance(key, events.Key) else key

    def _by_layout(self, key: events.Key) -> events.Key | None:
        """The key in whose place it lies; text stays as it is."""
        at, sign = self._app.focused, key.character
        if key.key.startswith(CTRL):  # some terminals tell the letter along with it: no text
            key, sign = events.Key(key.key, None), None
        if PLAIN.fullmatch(key.key if sign is None else sign):
            return key
        if sign is not None and at is not None and at.check_consume_key(key.key, sign):
            return key
        meant = self.layouts.meant(key, self._heard)
        if meant is None and not (sign is not None and sign.isascii() and self._dialog_in_front):
            self._hint(HINT)
        return meant

    @property
    def _dialog_in_front(self) -> bool:
        """Whether a sign may be one that the dashboard alone hears."""
        return isinstance(self._app.screen, Dialog)

    @property
    def _heard(self) -> Container[str]:
        """The keys that do something now."""
        return self._app.screen.active_bindings.keys() | {LEAVES}

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
        self._writing = None
        self._mark.follow(front, partial(self._came_to, front, before))
        return False

    async def _came_to(self, front: Screen[object], before: tuple[Screen[object], ...]) -> None:
        """A screen stands: what was typed while another closed, or for a question, goes nowhere."""
        if self._app.screen is front and not self._turning():
            asks = isinstance(front, Dialog) and not front.TYPE_AHEAD
            if front in before or asks:
                self._forget()
        await self.go_on()

    def _forget(self) -> None:
        """What was typed so far goes nowhere, but to leave is meant anywhere."""
        gone = [stroke.at for stroke in self._waiting if stroke.of_text]
        self._gone_at, self._told = max(gone, default=self._gone_at), False
        leaves = [stroke for stroke in self._waiting if stroke.key == LEAVES]
        self._waiting = deque(leaves)
        self._waited = False

    def _look_again(self, seconds: float) -> None:
        """Look again after so long, unless that is due anyway."""
        if not self._looks:
            self._looks = True
            asyncio.get_running_loop().call_later(seconds, self._app.call_later, self.go_on)


def _told_by_itself(event: Waiting) -> float:
    """The time at which the terminal was read: the app may have been busy since."""
    return event.time


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
