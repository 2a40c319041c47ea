"""What happens on each action: the dialogs in their order, each loaded when it is first needed."""

from collections.abc import Callable

from textual.screen import Screen

from g221_tui.core.display import clean
from g221_tui.core.views import ChannelView, DocumentItem, TimelineRow
from g221_tui.errors import G221Error, Refused
from g221_tui.service import Done
from g221_tui.ui.render import Row, cut
from g221_tui.ui.session import NOT_NOW, Session

TOAST = 200
"""Characters of a toast; a longer text would cover the screen."""


SEND = "{}: submitted today?"
TAKE_BACK = "{}: not submitted after all?"
"""What a tick is about to do."""


class Desk:
    """Carries out what the user asked for; each method gives the id of the changed record."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def tick(self, screen: Screen[None], paper: DocumentItem) -> str | None:
        """Tick or untick a paper; asks first when that starts or stops the wait."""
        session, document = self.session, paper.id
        try:
            effect = session.tracker.preview_tick(document, case=session.case)
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        if effect:
            from g221_tui.ui.screens.confirm import Confirm

            what = SEND if paper.outstanding else TAKE_BACK
            text = f"{what.format(clean(paper.name))}\n\n{effect}"
            question = Confirm(text, yes="Go on", no="Leave it")
            if not await screen.app.push_screen_wait(question):
                return None
        return await self._record(screen, lambda: session.tracker.tick(document, case=session.case))

    async def do(self, screen: Screen[None], what: str, row: Row | None) -> str | None:
        """One action of the table."""
        subject = row.subject if row is not None else None
        match what:
            case "open":
                return await self.open(screen, row)
            case "log":
                return await self.log(screen, self._channel(subject))
            case "event":
                from g221_tui.ui.screens.event_dialog import EventDialog

                return self._told(
                    screen, await screen.app.push_screen_wait(EventDialog(self.session))
                )
            case "add":
                from g221_tui.ui.screens.document_dialog import DocumentDialog

                return self._told(
                    screen, await screen.app.push_screen_wait(DocumentDialog(self.session))
                )
            case "correct":
                return await self.correct(screen, record_of(subject))
            case "facts":
                return await self.correct(screen, None)
            case "new":
                from g221_tui.ui.screens.new_case import NewCase

                done = await screen.app.push_screen_wait(NewCase(self.session))
                return self._told(screen, done)
            case "switch":
                from g221_tui.ui.screens.case_list import CaseList

                return self._told(screen, await screen.app.push_screen_wait(CaseList(self.session)))
            case "help":
                from g221_tui.ui.screens.help import Help

                await screen.app.push_screen_wait(Help())
        return None

    def _channel(self, subject: object) -> str:
        """The channel under the cursor, else the one that the next step speaks of."""
        if isinstance(subject, ChannelView):
            return subject.id
        view = self.session.view
        if view is None or view.snapshot.next.kind != "channel":
            return ""
        return view.snapshot.next.subject or ""

    async def log(self, screen: Screen[None], channel: str) -> str | None:
        """Log a contact, on that channel unless another is chosen."""
        from g221_tui.ui.screens.log_dialog import LogDialog

        return self._told(
            screen, await screen.app.push_screen_wait(LogDialog(self.session, channel))
        )

    async def correct(self, screen: Screen[None], record: str | None) -> str | None:
        """Correct a record, or the facts of the case where none is given."""
        from g221_tui.ui.screens.correct_dialog import CorrectDialog

        try:
            dialog = CorrectDialog(self.session, record)
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        return self._told(screen, await screen.app.push_screen_wait(dialog))

    async def open(self, screen: Screen[None], row: Row | None) -> str | None:
        """Show the sheet of a row; its keys lead on to logging or correcting."""
        view = self.session.view
        if row is None or view is None:
            return None
        from g221_tui.ui.screens.sheets import sheet_for

        try:
            sheet = sheet_for(self.session, view, row.subject)
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        answer = await screen.app.push_screen_wait(sheet)
        if answer is None:
            return None
        if not self.session.may_record:
            self._complain(screen, Refused(NOT_NOW))
            return None
        verb, _, about = answer.partition(" ")
        if verb == "log":
            return await self.log(screen, about)
        return await self.correct(screen, about or None)

    async def _record(self, screen: Screen[None], change: Callable[[], Done]) -> str | None:
        try:
            return self._told(screen, await self.session.record(change))
        except G221Error as problem:
            self._complain(screen, problem)
            return None

    def _told(self, screen: Screen[None], done: Done | None) -> str | None:
        """Say what was done, and what to mind."""
        if done is None:
            return None
        screen.notify(cut(clean(done.sentence), TOAST), markup=False)
        for warning in done.warnings:
            screen.notify(cut(clean(warning), TOAST), severity="warning", markup=False)
        return done.record

    def _complain(self, screen: Screen[None], problem: G221Error) -> None:
        screen.notify(cut(clean(str(problem)), TOAST), severity="warning", markup=False)


def record_of(subject: object) -> str | None:
    """The id of the one record that a row stands for; none means the facts of the case."""
    if isinstance(subject, DocumentItem):
        return subject.id
    if isinstance(subject, tuple) and len(subject) == 1 and isinstance(subject[0], TimelineRow):
        return subject[0].record
    return None
