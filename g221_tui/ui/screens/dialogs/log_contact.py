"""Logging a contact: what was done, and whether it was time for it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from g221_tui.core.edits.contacts import Judgement, LogContact, judge
from g221_tui.core.fields.labels import DIRECTIONS, PURPOSES
from g221_tui.core.followup.page_words import did_you_mean
from g221_tui.core.followup.status_page import last_look
from g221_tui.core.model import Direction
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import near_date
from g221_tui.core.views import ChannelState
from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.field import DateField, Field, TextField, WordsField
from g221_tui.ui.widgets.fields.more import More

PAGE_DATES = (("page_created", "Page: case created"), ("page_updated", "Page: last updated"))
"""The two dates that the status page shows beside its words."""
OF_PAGES = ("status",)
"""What is asked first of a page that one looks at."""
OF_PEOPLE = ("purpose", "direction", "answer", "with")
"""What is asked only where somebody answers."""
MORE = "More: {}"
SAME = "The same as last time, on {}."
VERBATIM = "exactly as the page shows them"

ANYWAY = "Log it anyway? It already happened."
NO_QUESTION = (
    "Sending papers, answering the post or correcting details is no question: go back and choose it"
    " at 'What for'."
)
"""What is said beside it of a channel where a person answers."""

OPEN = glyphs.CHANNEL[ChannelState.OPEN]
"""The sign of a channel that may be used that day."""


class LogDialog(Form):
    """One use of a channel, or one reply."""

    HEADING = "Log a contact"
    SAVE = "Log it"

    def __init__(self, session: Session, channel: str = "", *, sure: bool = False) -> None:
        super().__init__(session)
        self._channel = channel
        self._offered = ""
        """The words that were offered, as they stood at the last look."""
        if sure:
            self.begin_at = "status" if self._looks(channel) else "note"

    def fields(self) -> ComposeResult:
        """Which channel, what it shows or what was said, when; folded the rest."""
        every = self.session.tracker.rules.every_channel
        channels = [(channel.name, channel.id) for channel in every]
        later = self.dates(needed=False)
        yield ChoiceField("channel", "Where", channels, self._channel)
        yield WordsField("status", "Words on the page", hint=VERBATIM, asks=self._near)
        purposes = [(words, code) for code, words in PURPOSES.items()]
        yield ChoiceField("purpose", "What for", purposes)
        directions = [(words, code) for code, words in DIRECTIONS.items()]
        yield ChoiceField("direction", "Who turned to whom", directions)
        yield TextField("note", "Note", hint="what you asked, said or saw")
        yield TextField("answer", "What they answered")
        yield DateField("on", "When", "today", self.dates(), zero=self.day_zero)
        yield More(
            MORE.format("reference, with whom, dates on the page"),
            TextField("ref", "Reference", hint="ticket or reference number"),
            TextField("with", "With whom"),
            *(
                DateField(key, label, "", later, hint="the page's own date, if it shows one")
                for key, label in PAGE_DATES
            ),
        )
        yield from self.also()

    def begin(self) -> None:
        """Say at once whether it is time."""
        self._show_fields()
        super().begin()
        self._judge()

    @on(Input.Changed, "#f-on Input")
    @on(Choice.Changed)
    def _judge(self) -> None:
        """Say whether the channel is open on that day for that purpose."""
        self._show_fields()
        try:
            self._show(self._judgement())
        except G221Error:
            self.remark("")

    def _show_fields(self) -> None:
        """Ask for what the chosen channel has."""
        channel = self.value("channel")
        looks, page = self._looks(channel), self._is_page
        shown = {
            **dict.fromkeys(OF_PAGES, looks),
            **dict.fromkeys(OF_PEOPLE, not looks),
            **{key: page for key, _ in PAGE_DATES},
        }
        for key, is_shown in shown.items():
            self.query_one(f"#f-{key}", Field).display = is_shown
        self._offer(channel if looks else "")

    def _offer(self, channel: str) -> None:
        """Offer the words of the last look, unless others were written."""
        field = self.query_one("#f-status", WordsField)
        if channel == self._offered or field.typed:
            return
        self._offered = channel
        day = self.session.tracker.reader.day(self.session.case, book=self.session.book)
        last = last_look(day, channel)
        if last is None or self.session.shown_field("status", last.status) != last.status:
            field.offer("", "")  # what is masked is not written anywhere again
        else:
            field.offer(last.status, SAME.format(near_date(last.on, day.today)))

    def _near(self, words: str) -> str:
        """Whether known words of the chosen page are meant."""
        return did_you_mean(words, self.value("channel"), self.session.tracker.rules)

    def _looks(self, channel: str) -> bool:
        """Whether the channel is a page that one looks at."""
        found = self.session.tracker.rules.channel(channel)
        return found is not None and not found.human

    @property
    def _is_page(self) -> bool:
        """Whether the chosen channel is a page that shows two dates of its own."""
        return self.value("channel") in self.session.tracker.rules.status_page.channels

    def _judgement(self) -> Judgement:
        session, on = self.session, self.day("on")
        day = session.tracker.reader.day(session.case, on, book=session.book)
        return judge(day, self.value("channel"), purpose=self._purpose, reply=self._is_reply)

    @property
    def _purpose(self) -> str:
        """What it was for; a look is always for the status."""
        return self.value("purpose") if self._asks("purpose") else next(iter(PURPOSES))

    @property
    def _is_reply(self) -> bool:
        return self._asks("direction") and self.value("direction") != Direction.OUT.value

    @property
    def _is_automatic(self) -> bool:
        return self._is_reply and self.value("direction") == Direction.AUTO.value

    def _asks(self, key: str) -> bool:
        """Whether the field is shown for this channel."""
        return bool(self.query_one(f"#f-{key}", Field).display)

    def _said(self, key: str) -> str:
        """What stands in a field that is shown for this channel."""
        return self.value(key) if self._asks(key) else ""

    def _show(self, judgement: Judgement) -> None:
        if not judgement.gated:
            self.remark("Never too early: this starts no wait and no rest.")
        elif not judgement.open:
            words = filter(None, (judgement.text, judgement.counsel))
            self.remark(f"{glyphs.CHANNEL[judgement.state]} {' '.join(words)}", style="$caution")
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

            other = NO_QUESTION if self._asks("purpose") else ""
            words = [judgement.text, judgement.counsel, other, ANYWAY]
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
            purpose=self._purpose,
            reply=self._is_reply,
            automatic=self._is_automatic,
            with_whom=self._said("with"),
            anyway=anyway,
            note=self.value("note"),
            answer=self._said("answer"),
            status=self._said("status"),
            ref=self.value("ref"),
            page_created=created,
            page_updated=updated,
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case, also=also)
