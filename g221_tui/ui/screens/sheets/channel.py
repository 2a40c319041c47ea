"""The sheet of a channel: why it is open or not, and how to use it well."""

from textual.content import Content

from g221_tui.core.model import Contact, Direction
from g221_tui.core.snapshot.in_order import past_contacts
from g221_tui.core.status_view import StatusView
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase, first_line
from g221_tui.core.text.sanitize import clean
from g221_tui.core.text.status_words import page_lines
from g221_tui.core.views import ChannelView
from g221_tui.service.reader import View
from g221_tui.ui.screens.sheets.sheet import Branch, Section, Sheet, Verb
from g221_tui.ui.widgets.panes.channels import GLYPHS

MISSING = "Press c to record what is not there yet."


class ChannelSheet(Sheet):
    """Everything about one way to follow up."""

    DEFAULT_CLASSES = "dialog channel"

    def __init__(
        self,
        view: View,
        channel: ChannelView,
        page: StatusView | None,
        why: tuple[Branch, ...],
        *,
        letters: bool = False,
    ) -> None:
        today = view.snapshot.today
        super().__init__(
            channel.name,
            state_line(channel),
            (
                Section("Why", why),
                Section("The page, as you saw it last", page_lines(page) if page else ()),
                Section("Missing", (MISSING,) if channel.missing else (), "$caution"),
                Section("Mind", channel.cautions, "$caution"),
                Section("Have at hand", channel.at_hand),
                Section("Ask", channel.ask),
                Section("What the answers mean", channel.answers),
                Section("Where", (channel.contact_details,) if channel.contact_details else ()),
                Section(
                    "Past contacts",
                    tuple(map(contact_line, past_contacts(view.case, channel.id, today))),
                ),
                Section("Source", (channel.source,) if channel.source else (), "$muted"),
            ),
            {
                Verb.LOG: channel.id,
                **({Verb.LETTER: channel.id} if letters else {}),
                Verb.CORRECT: "",
            },
        )


def state_line(channel: ChannelView) -> Content:
    """`○ locked until Fri 25 Dec 2026, 13 days`."""
    glyph, style = GLYPHS[channel.state]
    words = channel.state.value
    if channel.waits_until is not None:
        words += f" until {long_date(channel.waits_until)}"
        if channel.days_left is not None:
            words += f", {days_phrase(channel.days_left)}"
    elif channel.opens_on is not None:
        words += f" since {long_date(channel.opens_on)}"
    if channel.is_new:
        words += ", new"
    return Content.assemble((f"{glyph} ", style), (words, "bold"))


def contact_line(contact: Contact) -> str:
    """`Sat 5 Dec 2026 · asked about the status: nothing yet → still in processing`."""
    answers = {Direction.IN: "they answered", Direction.AUTO: "an automatic reply"}
    who = answers.get(contact.direction, f"for {contact.purpose.value}")
    told = first_line(contact.note)  # of a letter that is kept whole: its subject
    if told.strip() != contact.note.strip():
        told = f"{told.strip()} {glyphs.ELLIPSIS}"
    words = glyphs.BETWEEN.join(
        part for part in (contact.status, told, contact.with_whom, contact.ref) if part
    )
    line = f"{long_date(contact.on)}{glyphs.BETWEEN}{who}"
    if contact.early:
        line += " (early)"
    if words:
        line += f": {clean(words)}"
    return f"{line}{glyphs.THEN}{clean(contact.answer)}" if contact.answer else line
