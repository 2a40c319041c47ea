"""The app: it owns the session, the themes and the palette, and opens the dashboard."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome
from textual.geometry import Offset
from textual.screen import Screen
from textual.theme import Theme

from g221_tui.clock import SystemClock, unknown_zone
from g221_tui.config import config_path, state_path
from g221_tui.service.tracker import Tracker
from g221_tui.ui import palette, theme
from g221_tui.ui.actions.all_actions import ACTIONS
from g221_tui.ui.bug_reporter import Reporter
from g221_tui.ui.keyboard.keymap import Keymap, read_keymap
from g221_tui.ui.keyboard.order import KeyOrder
from g221_tui.ui.keyboard.row_cursor import row_offset
from g221_tui.ui.plain_signs import PlainSigns
from g221_tui.ui.plain_signs import needed as plain_needed
from g221_tui.ui.preferences import PreferenceFiles, Preferences
from g221_tui.ui.screens.dashboard import Dashboard
from g221_tui.ui.screens.dialogs.dialog import Dialog
from g221_tui.ui.screens.tiny_window import too_small
from g221_tui.ui.session import Session
from g221_tui.ui.shell import has_shell, sleep
from g221_tui.ui.widgets.message_line import MessageLine

KEPT_COMMANDS = ("Theme", "Maximize", "Minimize")
"""Textual's own commands that make sense here; the others are ours, or would copy the case."""

MOUSE = events.MouseDown | events.MouseScrollDown | events.MouseScrollUp
"""What the mouse can do to a row."""


class G221App(App[None]):
    """The dashboard over one file."""

    TITLE = "g221"
    CSS_PATH = "g221.tcss"
    # RUF012 would have these as ClassVar, which the base class does not.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (110, "-wide"), (160, "-vast")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-medium"), (34, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(
        self,
        tracker: Tracker,
        *,
        case: str | None = None,
        demo: bool = False,
        preferences: PreferenceFiles | None = None,
        keymap: Keymap | None = None,
    ) -> None:
        self._text_cursor = Offset(0, 0)
        super().__init__()
        self._preferences = preferences
        """Where it is kept how the user likes it; none keeps nothing."""
        liked = preferences.read() if preferences is not None else Preferences()
        self.complaints = liked.complaints
        """What could not be read of the settings, to be said once the screen stands."""
        plain = liked.signs == "ascii" or (liked.signs == "auto" and plain_needed())
        self._plain = [PlainSigns()] if plain else []
        self.session = Session(tracker, case=case, demo=demo)
        if keymap is not None:
            self.session.keys = keymap.keys
            self.complaints = (*self.complaints, *keymap.problems)
        self.reporter = Reporter()
        self.keys = KeyOrder(self, self._take, self._hint)
        """Keeps the keys in order."""
        self._colourless: dict[str, theme.Colourless] = {}
        self.when_ready: Callable[[], None] | None = None
        """Done once the screen stands."""
        for each in theme.themes():
            self.register_theme(each)
        wanted = (os.environ.get("TEXTUAL_THEME"), liked.theme, theme.DARK_NAME)
        self.theme = next(name for name in wanted if name and self.get_theme(name) is not None)
        if liked.masked:
            self.session.mask(True)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands: on the row in focus, or in the text."""
        found = row_offset(self.focused) if self.is_running else None
        return self._text_cursor if found is None else found

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """A field of text tells where its cursor is."""
        self._text_cursor = place

    def _remember_theme(self, chosen: Theme) -> None:
        if self._preferences is not None:
            self._preferences.remember(theme=chosen.name)

    def on_mount(self) -> None:
        """From here on it is known which screen a key is for."""
        self.keys.begin()
        self.set_keymap({f"g221.{action}": keys for action, keys in self.session.keys.items()})
        self.theme_changed_signal.subscribe(self, self._remember_theme)

    def on_ready(self) -> None:
        """The screen stands: from here on garbage is collected, what was loaded aside."""
        gc.freeze()
        gc.enable()
        for complaint in self.complaints:
            self._hint(complaint)
        if self.when_ready is not None:
            self.when_ready()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; what breaks from here on is judged as such."""
        self.reporter.leaving = True
        super().exit(result, return_code, message)

    async def action_quit(self) -> None:
        """Leave; what was written in a dialog is given up only when that is meant."""
        written = any(isinstance(s, Dialog) and s.written for s in self.screen_stack)
        # Without room no question could be seen, and all that is said there is how to quit.
        if written and not too_small(self.size):
            self._ask_to_leave()
        else:
            self.exit()

    def _ask_to_leave(self) -> None:
        from g221_tui.ui.screens.dialogs.confirm import GiveUp

        def leave(meant: bool | None) -> None:
            if meant:
                self.exit()

        if not isinstance(self.screen, GiveUp):
            self.push_screen(GiveUp(), leave)

    def action_to_shell(self) -> None:
        """Give the terminal back to the shell, where there is one; not from within a text."""
        if has_shell() and not self.is_headless and self.keys.field is None:
            sleep()

    def _hint(self, text: str) -> None:
        """Say something of a key on the screen in front."""
        lines = self.screen.query(MessageLine)
        if lines:
            lines.first().say(text, care=True)
        else:
            self.notify(text, markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Keys from the terminal are kept in order; all else goes its way."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.keys.came(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        """Act upon an event whose turn it is."""
        if isinstance(event, events.Key | events.Paste | MOUSE):
            self.session.acts.count += 1
        await super().on_event(event)

    def action_demo(self) -> None:
        """Lay a dashboard on invented data upon this one; its file goes away with it."""
        from g221_tui.demo import demo_tracker

        kept = ExitStack()
        tracker = kept.enter_context(demo_tracker(self.session.tracker.reader.clock))
        session = Session(tracker, demo=True)
        session.keys = self.session.keys
        session.acts = self.session.acts
        session.mask(self.session.masked)
        self.push_screen(Dashboard(session), lambda _: kept.close())

    def bell(self) -> None:
        """Textual rings when an exception ends the app: the moment to note where it came from."""
        error = sys.exc_info()[1]
        if error is not None:
            self.reporter.note(error)
        super().bell()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the themes that do not know them."""
        known = self.current_theme.to_color_system().generate()
        return {name: known[stand_in] for name, stand_in in theme.STAND_INS.items()}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour is sent at all; Textual's own filter leaves the greys."""
        filters = [*super().get_line_filters(), *self._plain]
        if not self.no_color:
            return filters
        bare = self._colourless.get(self.theme)
        if bare is None:
            bare = self._colourless[self.theme] = theme.Colourless(self.theme_variables)
        return [*(each for each in filters if not isinstance(each, Monochrome)), bare]

    def get_default_screen(self) -> Screen[None]:
        """The dashboard is the screen that everything else lies upon."""
        return Dashboard(self.session)

    def action_mask(self) -> None:
        """Mask the identifiers on every screen that is open, or show them again."""
        screens = [s for s in self.screen_stack if isinstance(s, Dashboard | Dialog)]
        if not all(screen.MASKS for screen in screens):
            return
        on = not self.session.masked
        boards = [screen for screen in screens if isinstance(screen, Dashboard)]
        for session in (self.session, *(board.session for board in boards)):
            session.mask(on)
        if self._preferences is not None:
            self._preferences.remember(masked=on)
        for screen in screens:
            screen.redraw()
        # What lies below is a picture that the screen on top keeps.
        self.call_after_refresh(self.screen.refresh)

    def get_key_display(self, binding: Binding) -> str:
        """`ctrl+p` rather than `^p`, `enter` rather than a sign."""
        if binding.key_display is None and (
            binding.key.startswith("ctrl+") or binding.key == "enter"
        ):
            return binding.key
        return super().get_key_display(binding)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Our actions, then those of Textual's that are left."""
        if isinstance(screen, Dashboard):
            yield from palette.commands(screen)
        for command in super().get_system_commands(screen):
            if command.title in KEPT_COMMANDS:
                yield command


def run(tracker: Tracker, *, case: str | None, demo: bool, mouse: bool = True) -> int:
    """Open the dashboard and stay until it is left; the exit code of the program."""
    liked = PreferenceFiles(config_path(), state_path())
    keymap = read_keymap(config_path(), {action.id: action.key for action in ACTIONS})
    app = G221App(tracker, case=case, demo=demo, preferences=liked, keymap=keymap)
    if isinstance(tracker.reader.clock, SystemClock) and (zone := unknown_zone()):
        app.complaints = (*app.complaints, zone)
    app.error_console = app.reporter  # type: ignore[assignment]  # only its print is used
    if sys.platform == "win32":
        app.run(mouse=mouse)
        return int(app.reporter.told)
    from termios import error as no_terminal

    from g221_tui.ui.leaving import HUNG_UP, Leaving

    with asyncio.Runner() as tools:
        try:
            leaving = Leaving(app, tools.get_loop())
        except (OSError, no_terminal):
            return HUNG_UP
        app.when_ready = leaving.ready
        leaving.listen()
        app.run(mouse=mouse, loop=tools.get_loop())
    return leaving.left() or int(app.reporter.told)
