"""Logging a contact: what was done, and whether it was time for it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Select

from g221_tui.core.edits.contacts import Judgement, LogContact, judge
from g221_tui.core.fields.labels import DIRECTIONS, PURPOSES
from g221_tui.core.model import Direction
from g221_tui.core.text import glyphs
from g221_tui.core.views import ChannelState
from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.field import ChoiceField, DateField, Field, TextField

PAGE_DATES = (("page_created", "Case created"), ("page_updated", "Last updated"))
"""The two dates that the status page shows beside its words."""

ANYWAY = "Log it anyway? It already happened."

OPEN, CLOSED = glyphs.CHANNEL[ChannelState.OPEN], glyphs.CHANNEL[ChannelState.LOCKED]
"""The sign of a channel that may be used that day, and of one that may not."""


class LogDialog(Form):
    """One use of a channel, or one reply."""

    HEADING = "Log a contact"
    SAVE = "Log it"

    def __init__(self, session: Session, channel: str = "") -> None:
        super().__init__(session)
        self._channel = channel

    def fields(self) -> ComposeResult:
        """Which channel, when, what for, what came of it."""
        every = self.session.tracker.rules.every_channel
        channels = [(channel.name, channel.id) for channel in every]
        later = self.dates(needed=False)
        yield ChoiceField("channel", "Channel", channels, self._channel)
        yield DateField("on", "Date", "today", self.dates())
        yield ChoiceField(
            "purpose", "What for", [(words, code) for code, words in PURPOSES.items()]
        )
        directions = [(words, code) for code, words in DIRECTIONS.items()]
        yield ChoiceField("direction", "Direction", directions)
        yield TextField("note", "Note", hint="what you asked or said")
        yield TextField("answer", "Answer", hint="what they answered")
        yield TextField("status", "Status words", hint="exactly as the page shows them")
        for key, label in PAGE_DATES:
            yield DateField(key, label, "", later, hint="the page's own date, if it shows one")
        yield TextField("ref", "Reference", hint="ticket or reference number")
        yield TextField("with", "With whom")
        yield from self.also()

    def on_mount(self) -> None:
        """Say at once whether it is time."""
        super().on_mount()
        self._judge()

    @on(Input.Changed, "#f-on Input")
    @on(Select.Changed)
    def _judge(self) -> None:
        """Say whether the channel is open on that day for that purpose."""
        for key, _ in PAGE_DATES:
            self.query_one(f"#f-{key}", Field).display = self._is_page
        try:
            self._show(self._judgement())
        except G221Error:
            self.remark("")

    @property
    def _is_page(self) -> bool:
        """Whether the chosen channel is a page that shows two dates of its own."""
        return self.value("channel") in self.session.tracker.rules.status_page.channels

    def _judgement(self) -> Judgement:
        reply = self.value("direction") == Direction.IN.value
        day = self.session.tracker.reader.day(self.session.case, self.day("on"))
        return judge(day, self.value("channel"), purpose=self.value("purpose"), reply=reply)

    def _show(self, judgement: Judgement) -> None:
        if not judgement.gated:
            self.remark("Never too early: this starts no wait and no rest.")
        elif not judgement.open:
            words = filter(None, (judgement.text, judgement.counsel))
            self.remark(f"{CLOSED} {' '.join(words)}", style="$caution")
        elif judgement.counsel:
            self.remark(f"! {judgement.counsel}", style="$caution")
        else:
            self.remark(
                f"{OPEN} {judgement.name} is open on that day.",
                style="$primary",
            )

    async def prepare(self) -> Callable[[], Done] | None:
        """Ask for the explicit word where the channel was not open."""
        judgement, on_day = self._judgement(), self.day("on")
        anyway = judgement.gated and not judgement.open
        if anyway:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            words = [judgement.text, judgement.counsel, ANYWAY]
            question = "\n\n".join(word for word in words if word)
            asked = Confirm(question, yes="Log it anyway", no="Go back", careful=True)
            if not await self.app.push_screen_wait(asked):
                return None
        also = self.shared_with()
        created, updated = (
            self.day(key, needed=False) if self._is_page else None for key, _ in PAGE_DATES
        )
        command = LogContact(
            channel=self.value("channel"),
            on=on_day,
            purpose=self.value("purpose"),
            reply=self.value("direction") == Direction.IN.value,
            with_whom=self.value("with"),
            anyway=anyway,
            note=self.value("note"),
            answer=self.value("answer"),
            status=self.value("status"),
            ref=self.value("ref"),
            page_created=created,
            page_updated=updated,
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case, also=also)
