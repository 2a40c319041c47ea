"""The one screen: it shows the snapshot, and hands each action to where it is done."""

import asyncio
from contextlib import ExitStack
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import OptionList, Static

from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem, Snapshot
from g221_tui.ui import actions
from g221_tui.ui.render import cut, shown
from g221_tui.ui.screens.commands import Desk
from g221_tui.ui.screens.head import Head
from g221_tui.ui.screens.row_summary import glance
from g221_tui.ui.screens.tiny_window import Room
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.find import Find, notes_of
from g221_tui.ui.widgets.keys import Keys
from g221_tui.ui.widgets.panes.channels import ChannelsPane
from g221_tui.ui.widgets.panes.documents import DocumentsPane
from g221_tui.ui.widgets.panes.pane import Pane
from g221_tui.ui.widgets.panes.timeline import TimelinePane

VEILED = 0.25
"""Seconds after which the screen is painted in any case."""

SPACE = "Space ticks a document as submitted: go to the pane Documents, with tab or the mouse."

MOMENT = 0.8
"""Seconds in which a key may still be meant for what was shown before."""

TOO_SMALL = "Too small a window:\ng221 needs 40 columns\nand 12 rows. q quits."


class Dashboard(Screen[None]):
    """Header, wait, next step, three panes, keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *actions.bindings(),
        Binding("escape", "end_filter", "End the filter", show=False),
    ]
    AUTO_FOCUS = ""
    MASKS: ClassVar[bool] = True
    """As of a dialog: it can be drawn anew when masking is switched."""

    snapshot: reactive[Snapshot | None] = reactive(None, bindings=True)
    """What is shown; none while there is no case."""

    timeline = query_one("#timeline", TimelinePane)
    documents = query_one("#documents", DocumentsPane)
    channels = query_one("#channels", ChannelsPane)

    def __init__(self, session: Session) -> None:
        super().__init__(id="dashboard")
        self.session = session
        self.desk = Desk(session)
        self.room = Room(self)
        self._turn = asyncio.Lock()
        self._shown = 0
        """How often the file had been read when it was shown last."""
        self._veil = ExitStack()

    def compose(self) -> ComposeResult:
        """The lines and the panes."""
        yield Head(id="head").data_bind(Dashboard.snapshot)
        with Container(id="panes"):
            yield TimelinePane(id="timeline").data_bind(Dashboard.snapshot)
            yield DocumentsPane(id="documents").data_bind(Dashboard.snapshot)
            yield ChannelsPane(id="channels").data_bind(Dashboard.snapshot)
        yield Static("", id="glance")
        yield Find()
        yield Static(Content(TOO_SMALL), id="tiny")
        yield Keys().data_bind(Dashboard.snapshot)

    def on_mount(self) -> None:
        """Show what the file holds; ask for a case where there is none."""
        self.session.load()
        if self.session.view is not None:
            # The panes draw once they know their widths; until then nothing half is painted.
            self._veil.enter_context(self.app.batch_update())
            self.set_timer(VEILED, self._lift)
        self.show()
        if self.session.view is None:
            self.room.start_at(self.documents)
            if not self.session.problem:
                self.call_after_refresh(self.action_new)
        else:
            owed = self.session.view.snapshot.documents.outstanding
            self.room.start_at(self.documents if owed else self.channels)
        self.set_interval(1.0, self.look_outside)

    @on(Pane.Drawn)
    def _unveil(self) -> None:
        """Paint, once every pane has drawn its rows."""
        if all(pane.drawn for pane in self.query(Pane)):
            self._glance()
            self._veil.close()

    def _lift(self) -> None:
        """Paint in any case: where the panes are hidden, they never draw."""
        self._veil.close()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size one line is shown."""
        self.room.fit(event.size)
        self.call_after_refresh(self._glance)

    def look_outside(self) -> None:
        """Each second: another program's change, or midnight."""
        if self.session.look_outside():
            self.set_timer(MOMENT, self.session.forget_moment)
        if self.session.loads != self._shown:
            self.show()

    def show(self) -> None:
        """Draw what the session holds."""
        self._shown = self.session.loads
        view = self.session.view
        self.timeline.set_reactive(TimelinePane.looking, self.session.looking is not None)
        self._let_notes_be_found()
        self.snapshot = view.snapshot if view is not None else None
        self.query_one(Head).show(self.session)
        self.refresh_bindings()
        self.call_after_refresh(self._glance)

    def redraw(self) -> None:
        """Draw anew what is shown of the case: masking was switched."""
        find = self.query_one(Find)
        if self.session.shown(find.words) != find.words:
            find.action_end()  # the words themselves would show it
        self.show()

    @on(OptionList.OptionHighlighted)
    @on(events.DescendantFocus)
    def _glance(self) -> None:
        """Where there is room, say at once why the row under the cursor is as it is."""
        strip = self.query_one("#glance", Static)
        if not strip.display or self.snapshot is None or self.pane is None:
            return
        row, title = self.pane.row, ""
        text: tuple[str, ...] = ()
        if row is not None:
            page = self.session.tracker.rules.status_page.channels
            may = self.session.may_record
            title, text = glance(self.snapshot, row.subject, page, may_record=may)
        strip.border_title = Content(cut(clean(title), self.size.width // 2))
        strip.update(Content("\n").join(shown(line) for line in text), layout=False)

    @property
    def pane(self) -> Pane | None:
        """The pane in focus."""
        return self.focused if isinstance(self.focused, Pane) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What may be done now; the rest is dimmed, and its key does nothing."""
        if not self.is_mounted:
            return True
        if actions.recording(action) and not self.session.may_record:
            return None
        if action == "tick":
            return True if self.pane is self.documents and self.documents.row else None
        if self.snapshot is None and action in actions.NEED_A_CASE:
            return None
        if action == "today":
            return self.session.looking is not None
        if action == "mend":
            return self.session.rescue is not None and self.session.rescue.can_put_back
        if action == "take_in":
            return bool(self.session.copies) and self.session.may_record
        return True

    def on_key(self, event: events.Key) -> None:
        """A key that records says why it can't now; space says where it works."""
        if actions.records(event.key) and self.session.why_not:
            self.session.load()  # it may be whole by now
            self.show()
        if actions.records(event.key) and self.session.why_not:
            event.stop()
            self._say(self.session.why_not)
        elif event.key == "space" and self.pane in (self.timeline, self.channels):
            self._say(SPACE)

    def _say(self, text: str) -> None:
        """Say one thing, in the place of what was said before."""
        self.app.clear_notifications()
        self.notify(clean(self.session.shown(text)), markup=False)

    # Moving.

    def action_next_pane(self) -> None:
        """To the next pane."""
        self.focus_next(Pane)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self.focus_previous(Pane)

    def action_filter(self) -> None:
        """Type words that the rows must hold."""
        self.query_one(Find).begin(self.pane)

    def action_end_filter(self) -> None:
        """All rows again."""
        if self.query_one(Find).is_open:
            self.query_one(Find).action_end()

    @on(Find.Changed)
    def _narrow(self) -> None:
        self._let_notes_be_found()
        for pane in self.query(Pane):
            pane.needle = self.query_one(Find).words

    def _let_notes_be_found(self) -> None:
        """Give the timeline the notes of its records, which only a filter looks in."""
        view = self.session.view if self.query_one(Find).words else None
        self.timeline.notes = notes_of(view.case) if view is not None else {}

    @on(Find.Left)
    def _to_the_rows(self, event: Find.Left) -> None:
        self._narrow()  # the word that they changed is still under way
        self.query_one(Find).send(tuple(self.query(Pane)), self.pane, typing=event.typing)

    def action_earlier(self) -> None:
        """Look at the day before the one shown."""
        self.session.look(-1)
        self.show()

    def action_later(self) -> None:
        """Look at the day after the one shown."""
        self.session.look(1)
        self.show()

    async def action_mask(self) -> None:
        """Mask the identifiers, or show them again."""
        await self.run_action("app.mask")

    def action_today(self) -> None:
        """Back to today."""
        self.session.look_at_today()
        self.show()

    def action_quit(self) -> None:
        """Leave; everything is already saved."""
        self.app.exit()

    # Reading and recording: one at a time, each in its own worker.

    @work
    async def action_tick(self) -> None:
        """Mark the paper under the cursor as sent today, or take that back."""
        row = self.documents.row
        if row is not None and isinstance(row.subject, DocumentItem):
            async with self._turn:
                self.settle(await self.desk.tick(self, row.subject))

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.pane is not None:
            self.pane.action_select()

    @on(Pane.Opened)
    def _open(self, event: Pane.Opened) -> None:
        event.stop()
        self._do("open", event.pane)

    def action_log(self) -> None:
        """Log a contact."""
        self._do("log", self.pane)

    def action_event(self) -> None:
        """Record an event."""
        self._do("event", self.pane)

    def action_add(self) -> None:
        """Add papers."""
        self._do("add", self.pane)

    def action_correct(self) -> None:
        """Correct the record under the cursor, else the facts of the case."""
        self._do("correct", self.pane)

    def action_facts(self) -> None:
        """The facts of the case."""
        self._do("facts", None)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._do("undo", None)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._do("redo", None)

    def action_mend(self) -> None:
        """Make what is shown the file again."""
        self._do("mend", None)

    def action_take_in(self) -> None:
        """Take in what a sync tool left."""
        self._do("take_in", None)

    def action_new(self) -> None:
        """Open a new case."""
        self._do("new", None)

    def action_switch(self) -> None:
        """Switch to another case."""
        self._do("switch", None)

    def action_road(self) -> None:
        """The road of the case."""
        self._do("road", None)

    def action_guide(self) -> None:
        """What the guide says of the row under the cursor."""
        self._do("guide", self.pane)

    def action_help(self) -> None:
        """The keys and the signs."""
        self._do("help", None)

    @work
    async def _do(self, what: str, pane: Pane | None) -> None:
        if self._turn.locked():
            return
        async with self._turn:
            self.app.clear_notifications()
            row = pane.row if pane is not None else None
            self.settle(await self.desk.do(self, what, row))

    def settle(self, record: str | None) -> None:
        """Show what a change made of the case, the cursor on the new or changed record."""
        self.show()
        if record and not self.documents.go_to(record):
            self.call_after_refresh(self.documents.go_to, record)
