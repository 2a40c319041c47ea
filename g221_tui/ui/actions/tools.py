"""What the actions share: they ask in dialogs, make a change, and say what came of it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.screen import Screen

from g221_tui.core.edits.command import Command
from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.snapshot.subjects import channel_of_row, channel_of_step
from g221_tui.core.views import ChannelView
from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.ui.refusals import said
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.message_line import MessageLine

Answer = TypeVar("Answer")

"""What can be done where a step of an earlier day is not taken back."""


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

    async def after_effect(
        self,
        command: Command,
        question: str,
        *,
        yes: str = "Go on",
        always: bool = False,
        sent: str = "",
    ) -> str | None:
        """Make a change of the case; ask first where it starts or stops the wait.

        Args:
            command: The change.
            question: What is asked; what the change does to the wait follows.
            yes: The answer that goes on.
            always: Whether it is asked in any case.
            sent: The name of the paper that goes in by it: several in a row are told as one.
        """
        session = self.session
        try:
            effect = session.tracker.preview(
                command, case=session.case, book=session.book_at_hand()
            ).effect
        except G221Error as problem:
            session.load()  # what was shown is old
            self.complain(problem)
            return None
        text = "\n\n".join(filter(None, (question, effect)))
        if (effect or always) and not await self.agreed(text, yes):
            return None
        try:
            done = await session.record(lambda: session.tracker.apply(command, case=session.case))
        except G221Error as problem:
            self.complain(problem)
            return None
        return self.told(done, sent=(sent, effect) if sent else None)

    def told(self, done: Done | None, *, sent: tuple[str, str] | None = None) -> str | None:
        """Say what was done, and what to mind, in the place of what was said before.

        Args:
            done: What was done; none says nothing.
            sent: The paper that went in, and what that does to the wait.
        """
        if done is None:
            return None
        line, shown = self._screen.query_one(MessageLine), self.session.shown
        if sent is None:
            line.say_only(shown(done.sentence))
        else:
            line.say_sent(shown(done.sentence), *map(shown, sent))
        for text in done.notes:
            line.say(shown(text))
        for warning in filter(None, (*done.warnings, done.saved_but)):
            line.say(shown(warning), care=True)
        return done.record

    def say(self, text: str) -> None:
        """Say one thing, in the place of what was said before."""
        self._screen.query_one(MessageLine).say_only(self.session.shown(text))

    def complain(self, problem: G221Error) -> None:
        """Say why something was not done."""
        shown = self.session.shown(said(problem, self.session.with_keys))
        self._screen.query_one(MessageLine).say_only(shown, care=True)


def channel_named(subject: object) -> str:
    """The id of the channel that a row speaks of; empty for any other row."""
    if isinstance(subject, ChannelView):
        return subject.id
    return channel_of_row(subject.first) if isinstance(subject, Entry) else ""


def channel_invited(run: ActionTools) -> str:
    """The id of the channel that the next step invites to; empty where it invites to none."""
    view = run.session.view
    return channel_of_step(view.snapshot) if view is not None else ""
