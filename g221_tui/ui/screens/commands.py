"""What happens on each action: the dialogs in their order, each loaded when it is first needed."""

from collections.abc import Awaitable, Callable

from textual.notifications import SeverityLevel
from textual.screen import Screen

from g221_tui.core.edits.documents import TickDocument
from g221_tui.core.edits.removals import RemoveRecord
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import ChannelView, DocumentItem, TimelineRow
from g221_tui.errors import G221Error, Refused
from g221_tui.service.done import Done
from g221_tui.service.forms import announced, as_shown, record_fields
from g221_tui.ui.refusals import said
from g221_tui.ui.render import Row
from g221_tui.ui.session import Session
from g221_tui.ui.toasts import tell

REMOVE = "Take this out of the case? Once that is done, you will read:\n\n{}"
"""What a removal is about to do."""
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
        seen = session.moment_ago.get(document, paper.state)
        command = TickDocument(document=document, seen=seen)
        try:
            effect = session.tracker.preview(command, case=session.case).effect
        except G221Error as problem:
            session.load()  # what was shown is old
            self._complain(screen, problem)
            return None
        if effect:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            what = SEND if paper.outstanding else TAKE_BACK
            text = f"{what.format(clean(self._name(paper)))}\n\n{effect}"
            question = Confirm(text, yes="Go on", no="Leave it", shown=session.shown)
            if not await screen.app.push_screen_wait(question):
                return None
        return await self._record(screen, lambda: session.tracker.apply(command, case=session.case))

    def _name(self, paper: DocumentItem) -> str:
        """The name of a paper as it was typed: what shows it masks it."""
        cases = self.session.book.cases if self.session.book is not None else ()
        names = (d.name for case in cases for d in case.documents if d.id == paper.id)
        return next(names, paper.name)

    async def do(self, screen: Screen[None], what: str, row: Row | None) -> str | None:
        """One action of the table."""
        subject = row.subject if row is not None else None
        match what:
            case "open":
                return await self.open(screen, row)
            case "log":
                return await self.log(screen, self._channel(subject))
            case "event":
                from g221_tui.ui.screens.dialogs.add_event import EventDialog

                return self._told(
                    screen, await screen.app.push_screen_wait(EventDialog(self.session))
                )
            case "add":
                from g221_tui.ui.screens.dialogs.add_documents import DocumentDialog

                return self._told(
                    screen, await screen.app.push_screen_wait(DocumentDialog(self.session))
                )
            case "correct":
                return await self.correct(screen, record_of(subject))
            case "facts":
                return await self.correct(screen, None)
            case "new":
                from g221_tui.ui.screens.dialogs.new_case import NewCase

                done = await screen.app.push_screen_wait(NewCase(self.session))
                return self._told(screen, done)
            case "undo":
                tracker = self.session.tracker
                return await self._turn(
                    screen, tracker.archive.preview_undo, tracker.archive.undo, "Undo it"
                )
            case "redo":
                tracker = self.session.tracker
                return await self._turn(
                    screen, tracker.archive.preview_redo, tracker.archive.redo, "Redo it"
                )
            case "mend":
                from g221_tui.ui.screens.recovery import mend

                return await self._tried(screen, mend(screen, self.session))
            case "take_in":
                from g221_tui.ui.screens.recovery import take_in

                return await self._tried(screen, take_in(screen, self.session))
            case "switch":
                from g221_tui.ui.screens.board import Board

                return self._told(screen, await screen.app.push_screen_wait(Board(self.session)))
            case "road":
                await self.road(screen)
            case "guide":
                await self.guide(screen, subject)
            case "help":
                from g221_tui.ui.screens.sheets.help import Help

                await screen.app.push_screen_wait(Help())
        return None

    async def _turn(
        self,
        screen: Screen[None],
        preview: Callable[[], str],
        turn: Callable[[str], Done],
        yes: str,
    ) -> str | None:
        """Do what can be told beforehand, after telling it."""
        try:
            announced = preview()
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        question = Confirm(announced, yes=yes, no="Leave it", shown=self.session.shown)
        if not await screen.app.push_screen_wait(question):
            return None
        return await self._record(screen, lambda: turn(announced))

    def _channel(self, subject: object) -> str:
        """The channel under the cursor, else the one that the next step speaks of."""
        if isinstance(subject, ChannelView):
            return subject.id
        if isinstance(subject, tuple) and subject and isinstance(subject[0], TimelineRow):
            first = subject[0]
            if first.kind in ("unlock", "contact"):
                return first.subject or ""
        view = self.session.view
        if view is None or view.snapshot.next.kind != "channel":
            return ""
        return view.snapshot.next.subject or ""

    async def log(self, screen: Screen[None], channel: str) -> str | None:
        """Log a contact, on that channel unless another is chosen."""
        from g221_tui.ui.screens.dialogs.log_contact import LogDialog

        return self._told(
            screen, await screen.app.push_screen_wait(LogDialog(self.session, channel))
        )

    async def correct(self, screen: Screen[None], record: str | None) -> str | None:
        """Correct a record, or the facts of the case where none is given."""
        from g221_tui.ui.screens.dialogs.correct import CorrectDialog

        try:
            if self.session.rescue is not None:
                raise Refused(self.session.why_not)
            dialog = CorrectDialog(self.session, record)
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        return self._told(screen, await screen.app.push_screen_wait(dialog))

    async def remove(self, screen: Screen[None], record: str) -> str | None:
        """Take a record out of the case, after saying what that does."""
        tracker, case, book = self.session.tracker, self.session.case, self.session.book
        return await self._turn(
            screen,
            lambda: REMOVE.format(
                announced(tracker.preview(RemoveRecord(record=record), case=case))
            ),
            lambda _: tracker.apply(
                RemoveRecord(
                    record=record,
                    seen=as_shown(record_fields(tracker.reader.day(case, book=book), record)),
                ),
                case=case,
            ),
            "Take it out",
        )

    async def open(self, screen: Screen[None], row: Row | None) -> str | None:
        """Show the sheet of a row; its keys lead on to logging or correcting."""
        view = self.session.view
        if row is None or view is None:
            return None
        from g221_tui.ui.screens.sheets.of_row import now_of, sheet_for
        from g221_tui.ui.screens.sheets.sheet import Sheet

        def again() -> Sheet:
            now = self.session.view or view
            return sheet_for(self.session, now, now_of(row.subject, view.snapshot, now.snapshot))

        try:
            sheet = sheet_for(self.session, view, row.subject)
        except G221Error as problem:
            self._complain(screen, problem)
            return None
        sheet.again = again
        sheet.offer("guide")
        answer = await screen.app.push_screen_wait(sheet)
        if answer is None:
            return None
        if answer.startswith("guide"):
            await self.guide(screen, row.subject)
            return None
        if not self.session.may_record:
            self._complain(screen, Refused(self.session.why_not))
            return None
        verb, _, about = answer.partition(" ")
        if verb == "log":
            return await self.log(screen, about)
        if verb == "remove":
            return await self.remove(screen, about)
        return await self.correct(screen, about or None)

    async def road(self, screen: Screen[None]) -> None:
        """The road of the case, and from there the other ways to a visa."""
        view = self.session.view
        if view is None:
            return
        from g221_tui.guide import load_pages, page_about
        from g221_tui.ui.screens.sheets.road import OTHER_WAYS, RoadSheet

        ways = page_about("page", OTHER_WAYS, load_pages())
        sheet = RoadSheet(view.snapshot, ways)
        sheet.again = lambda: RoadSheet((self.session.view or view).snapshot, ways)
        answer = await screen.app.push_screen_wait(sheet)
        if answer is not None:
            await self.guide(screen, None, answer.partition(" ")[2])

    async def guide(self, screen: Screen[None], subject: object, topic: str = "") -> None:
        """The page that matters for a row, or that of a topic; from any page to all topics."""
        from g221_tui.guide import find_page, load_pages
        from g221_tui.ui.screens.sheets.guide_page import GuidePage, Topics
        from g221_tui.ui.screens.sheets.guide_topic import page_for

        pages = load_pages()
        rules = self.session.tracker.rules
        page = find_page(topic, pages) if topic else None
        page = page or page_for(subject, self.session.view, rules, pages)
        last = ""
        while True:
            if page is None:
                chosen = await screen.app.push_screen_wait(Topics(pages, last))
                if chosen is None:
                    return
                page = find_page(chosen, pages)
            last = page.id
            if await screen.app.push_screen_wait(GuidePage(page)) is None:
                return
            page = None

    async def _record(self, screen: Screen[None], change: Callable[[], Done]) -> str | None:
        return await self._tried(screen, self.session.record(change))

    async def _tried(self, screen: Screen[None], doing: Awaitable[Done | None]) -> str | None:
        try:
            return self._told(screen, await doing)
        except G221Error as problem:
            self._complain(screen, problem)
            return None

    def _told(self, screen: Screen[None], done: Done | None) -> str | None:
        """Say what was done, and what to mind."""
        if done is None:
            return None
        for text in (done.sentence, *done.notes):
            self._say(screen, text)
        for warning in done.warnings:
            self._say(screen, warning, "warning")
        if done.saved_but:
            self._say(screen, done.saved_but, "warning")
        return done.record

    def _complain(self, screen: Screen[None], problem: G221Error) -> None:
        self._say(screen, said(problem), "warning")

    def _say(
        self, screen: Screen[None], text: str, severity: SeverityLevel = "information"
    ) -> None:
        """Say it in a toast."""
        tell(screen, self.session.shown(text), severity)


def record_of(subject: object) -> str | None:
    """The id of the one record that a row stands for; none means the facts of the case."""
    if isinstance(subject, DocumentItem):
        return subject.id
    if isinstance(subject, tuple) and len(subject) == 1 and isinstance(subject[0], TimelineRow):
        return subject[0].record
    return None
