"""The one screen: it shows the snapshot, and hands each action to where it is done."""

import asyncio
from contextlib import ExitStack
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from g221_tui.core.text.sanitize import clean_lines
from g221_tui.core.views import Snapshot
from g221_tui.ui.actions import all_actions, in_force, record, show
from g221_tui.ui.actions.action import Action, Turn
from g221_tui.ui.actions.tools import ActionTools
from g221_tui.ui.keyboard.order import CHANGES, OPENS
from g221_tui.ui.screens.dialogs.dialog import Dialog
from g221_tui.ui.screens.filter import Filter
from g221_tui.ui.screens.fitting import fit
from g221_tui.ui.screens.head import Head
from g221_tui.ui.screens.row_summary import summary, use
from g221_tui.ui.screens.tiny_window import Room
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.deadline_list import DeadlineList
from g221_tui.ui.widgets.detail import Detail
from g221_tui.ui.widgets.find import Find
from g221_tui.ui.widgets.keys import DO, Keys
from g221_tui.ui.widgets.message_line import MessageLine
from g221_tui.ui.widgets.pane_tabs import PaneTabs
from g221_tui.ui.widgets.panes.channels import ChannelsPane
from g221_tui.ui.widgets.panes.documents import DocumentsPane
from g221_tui.ui.widgets.panes.pane import Pane
from g221_tui.ui.widgets.panes.timeline import TimelinePane
from g221_tui.ui.widgets.welcome import Welcome

FIRST_PAINT = 0.25
"""Seconds after which the screen is painted in any case."""

SPACE = "{Tick} ticks a document as submitted: go to the pane Documents, with tab or the mouse."

MOMENT = 0.8
"""Seconds in which a key may still be meant for what was shown before."""

REST_OF_ROAD = "{road} shows the rest."

COPIED = "Given to the terminal to copy: {}. Not every terminal takes it."

TOO_SMALL = "Too small a window:\ng221 needs 40 columns\nand 12 rows. q quits."


class Dashboard(Screen[None]):
    """Header, wait, next step, three panes, keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *all_actions.bindings(),
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
        super().__init__()
        self.session = session
        self.tools = ActionTools(self, session)
        self.room = Room(self)
        self._turn = asyncio.Lock()
        self._shown = 0
        """How often the file had been read when it was shown last."""
        self._filter = Filter(self)
        self._unpainted = ExitStack()
        self._at_latest: Timer | None = None

    def compose(self) -> ComposeResult:
        """The lines and the panes."""
        yield Head(id="head").data_bind(Dashboard.snapshot)
        yield Welcome(self.session.key, self.session.struck)
        yield PaneTabs([pane.NAME for pane in (TimelinePane, DocumentsPane, ChannelsPane)])
        with Container(id="panes"):
            yield TimelinePane(id="timeline").data_bind(Dashboard.snapshot)
            documents = DocumentsPane(self.session.with_keys, id="documents")
            yield documents.data_bind(Dashboard.snapshot)
            yield ChannelsPane(id="channels").data_bind(Dashboard.snapshot)
        with Container(id="below"):
            yield Detail()
            yield DeadlineList(self.session.with_keys).data_bind(Dashboard.snapshot)
        yield Find()
        yield MessageLine(id="message")
        yield Static(Content(TOO_SMALL), id="tiny")
        yield Keys(in_force.footer_keys(self.session.keys)).data_bind(Dashboard.snapshot)

    def on_mount(self) -> None:
        """Show what the file holds; ask for a case where there is none."""
        for pane in self.panes:
            self.watch(pane, "highlighted", self._explain_row, init=False)
        self.session.load()
        if self.session.view is not None:
            # The panes draw once they know their widths; until then nothing half is painted.
            self._unpainted.enter_context(self.app.batch_update())
            self._at_latest = self.set_timer(FIRST_PAINT, self._paint)
        self.show()
        if self.session.view is None:
            self.room.start_at(self.documents)
            if not self.session.problem:
                self.take_turn(record.new_case, None)
        else:
            owed = self.session.view.snapshot.documents.outstanding
            self.room.start_at(self.documents if owed else self.channels)
        self.set_interval(1.0, self.look_outside)

    @on(Pane.Drawn)
    def _paint_drawn(self) -> None:
        """Paint, once every pane has drawn its rows."""
        if all(pane.drawn for pane in self.panes):
            self._fit()
            self._explain()
            self._unpainted.close()
            if self._at_latest is not None:
                self._at_latest.stop()  # all of it is painted: not once more

    def _paint(self) -> None:
        """Paint in any case: where the panes are hidden, they never draw."""
        self._unpainted.close()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size one line is shown."""
        self.room.fit(event.size)
        self.call_after_refresh(self._fit)

    def _draw_road(self) -> None:
        """Where the window is vast, the road stands beside the row in focus."""
        below = self.query_one("#below")
        if self.has_class("-vast") and self.has_class("-tall") and not below.query("RoadChart"):
            from g221_tui.ui.widgets.road_chart import RoadChart

            road = RoadChart(self.session.with_keys(REST_OF_ROAD))
            below.mount(road.data_bind(Dashboard.snapshot))

    @on(Head.Resized)
    @on(MessageLine.Resized)
    def _fit(self) -> None:
        """Share the rows of the window anew."""
        self._draw_road()
        if fit(self):
            self.call_after_refresh(self._explain)

    def look_outside(self) -> None:
        """Each second: another program's change, or midnight."""
        if not self.app.is_running:
            return  # it is being taken apart: there is nothing to draw on any more
        if self.session.look_outside():
            self.set_timer(MOMENT, self.session.forget_moment)
        if self.session.loads != self._shown:
            self.show()
            for dialog in self.app.screen_stack:
                if isinstance(dialog, Dialog) and dialog.is_mounted:  # else it draws this anyway
                    dialog.redraw()

    def show(self) -> None:
        """Draw what the session holds."""
        self._shown = self.session.loads
        view = self.session.view
        self.timeline.set_reactive(TimelinePane.looking, self.session.looking is not None)
        self._filter.let_notes_be_found(self.session.view)
        self.documents.marked = self.session.marked
        self.set_class(view is None and not self.session.problem, "-no-case")
        self.snapshot = view.snapshot if view is not None else None
        self.query_one(Head).show(self.session)
        self.refresh_bindings()
        self.call_after_refresh(self._fit)

    def redraw(self) -> None:
        """Draw anew what is shown of the case: masking was switched."""
        find = self.query_one(Find)
        if self.session.shown(find.words) != find.words:
            find.action_end()  # the words themselves would show it
        self.query_one(MessageLine).clear()
        self.show()

    def _explain_row(self, highlighted: int | None) -> None:
        """Say it in the frame in which the cursor comes to the row."""
        if highlighted is not None:  # else the rows are just being drawn
            self._explain()

    @on(events.DescendantFocus)
    def _explain(self) -> None:
        """Say at once why the row under the cursor is as it is."""
        if self.snapshot is None or self.pane is None:
            return
        self.query_one(PaneTabs).shown = self.panes.index(self.pane)
        row, title = self.pane.row, self.pane.NAME
        text: tuple[str, ...] = (self.pane.empty(self.snapshot),)
        if row is not None:
            title, text = summary(self.session, self.snapshot, row.subject)
        self.query_one(Detail).show(title, text, use(row.subject) if row is not None else ())
        self.query_one(Head).point_at(self.session, row.subject if row is not None else None)
        here = self.pane.id, row.id if row is not None else ""
        self.query_one(MessageLine).beside(here, self.session.acts.count)

    @on(PaneTabs.Chosen)
    def _go_to_pane(self, event: PaneTabs.Chosen) -> None:
        self.panes[event.place].focus()

    def on_screen_resume(self) -> None:
        """What was said upon a dialog is not said upon the rows."""
        self.app.clear_notifications()

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The three, from left to right."""
        return self.timeline, self.documents, self.channels

    @property
    def pane(self) -> Pane | None:
        """The pane in focus."""
        return self.focused if isinstance(self.focused, Pane) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What may be done now; the rest is dimmed, and its key does nothing."""
        if not self.is_mounted or action != DO:
            return True
        return self.may_do(all_actions.BY_ID[str(parameters[0])])

    def may_do(self, action: Action) -> bool | None:
        """Whether an action may be done now; none dims it, false hides it."""
        if action.records and not self.session.may_record:
            return None
        if action.needs_case and self.snapshot is None:
            return None
        return action.may(self)

    def on_key(self, event: events.Key) -> None:
        """A key that records says why it can't now; space says where it works."""
        if in_force.records(event.key, self.session.keys) and self.session.why_not:
            self.session.load()  # it may be whole by now
            self.show()
        if in_force.records(event.key, self.session.keys) and self.session.why_not:
            event.stop()
            self._say(self.session.why_not)
        elif event.key == self.session.struck("tick") and self.pane is not self.documents:
            self._say(self.session.with_keys(SPACE))

    def _say(self, text: str, *, care: bool = True) -> None:
        """Say one thing, in the place of what was said before."""
        self.query_one(MessageLine).say_only(self.session.shown(text), care=care)

    def copy_row(self) -> None:
        """Give what is said of the row in focus to the clipboard of the terminal."""
        detail = self.query_one(Detail)
        words = "\n".join([detail.title, *detail.text, *detail.more])
        if self.pane is not None and self.pane.row is not None and detail.title:
            self.app.copy_to_clipboard(clean_lines(words))
            self._say(COPIED.format(detail.title), care=False)

    def leave(self) -> None:
        """Close g221, or the demo that was opened from it."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()

    # Moving.

    def action_end_filter(self) -> None:
        """All rows again."""
        if self.query_one(Find).is_open:
            self.query_one(Find).action_end()

    def prepare_filter(self) -> None:
        """Make what the filter looks in, before the first letter."""
        self._filter.prepare(self.session.view, self.panes)

    @on(Find.Changed)
    def _narrow(self) -> None:
        self._filter.narrow(self.session.view, self.panes)

    @on(Find.Left)
    def _to_the_rows(self, event: Find.Left) -> None:
        self._narrow()  # the word that they changed is still under way
        self.query_one(Find).send(self.panes, self.pane, typing=event.typing)

    async def action_do(self, name: str) -> None:
        """Do what the table of actions says."""
        await all_actions.BY_ID[name].do(self)

    @on(Pane.Opened)
    def _open(self, event: Pane.Opened) -> None:
        event.stop()
        row = event.pane.row
        self.take_turn(show.open_row, row.subject if row is not None else None)

    @on(Head.Opened)
    def _open_line(self, event: Head.Opened) -> None:
        """Say what stands behind a line of the head."""
        event.stop()
        self.take_turn(show.open_row, event.subject)

    def take_turn(self, done: Turn, subject: object, *, queued: bool = False) -> None:
        """Do one thing at a time, in a worker of its own; show what it made of the case."""
        turn = self._take_turn(done, subject, queued=queued)
        self.run_worker(turn, group=CHANGES if queued else OPENS)

    async def _take_turn(self, done: Turn, subject: object, *, queued: bool) -> None:
        if not queued:
            if self._turn.locked():
                return
            self.query_one(MessageLine).clear()
        async with self._turn:
            self.settle(await done(self.tools, subject))

    def settle(self, record: str | None) -> None:
        """Show what a change made of the case, the cursor on the new or changed record."""
        self.show()
        if record and not self.documents.go_to(record):
            self.call_after_refresh(self.documents.go_to, record)
