"""What the actions share: they ask in dialogs, make a change, and say what came of it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.screen import Screen

from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.ui.refusals import said
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.message_line import MessageLine

Answer = TypeVar("Answer")


class ActionTools:
    """Asks, records and reports on a screen; what records gives the id of the changed record."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen = screen
        self.session = session
        """What the screens share."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog or a sheet, and wait for its answer."""
        return await self._screen.app.push_screen_wait(dialog)

    async def agreed(
        self, text: str, yes: str, no: str = "Leave it", *, careful: bool = False
    ) -> bool:
        """Ask whether to go on."""
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        shown = self.session.shown
        question = Confirm(text, yes=yes, no=no, careful=careful, shown=shown)
        answer = await self.ask(question)
        return bool(answer)

    async def announced(
        self, preview: Callable[[], str], change: Callable[[str], Done], yes: str
    ) -> str | None:
        """Make a change that can be told beforehand, after telling it."""
        try:
            text = preview()
        except G221Error as problem:
            self.complain(problem)
            return None
        if not await self.agreed(text, yes):
            return None
        return await self.record(lambda: change(text))

    async def record(self, change: Callable[[], Done]) -> str | None:
        """Make a change, and say what was done or why not."""
        return await self.tried(self.session.record(change))

    async def tried(self, doing: Awaitable[Done | None]) -> str | None:
        """Wait for what is being done, and say what was done or why not."""
        try:
            return self.told(await doing)
        except G221Error as problem:
            self.complain(problem)
            return None

    def told(self, done: Done | None) -> str | None:
        """Say what was done, and what to mind."""
        if done is None:
            return None
        for text in (done.sentence, *done.notes):
            self._say(text)
        for warning in filter(None, (*done.warnings, done.saved_but)):
            self._say(warning, care=True)
        return done.record

    def complain(self, problem: G221Error) -> None:
        """Say why something was not done."""
        self._say(said(problem), care=True)

    def _say(self, text: str, *, care: bool = False) -> None:
        """Say it above the keys of the screen."""
        self._screen.query_one(MessageLine).say(self.session.shown(text), care=care)
