"""Correcting a record, or the facts of the case; the old values stay in the history."""

from collections.abc import Callable, Mapping
from functools import partial

import msgspec
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from g221_tui.core.edits.command import Command
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.fields.table import Kind
from g221_tui.core.followup.page_words import did_you_mean
from g221_tui.core.text import glyphs
from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.errors import ChangedSince, Difference, Refused
from g221_tui.service.done import Done
from g221_tui.service.forms import LISTED, FieldValue, as_shown, fact_fields, name_of, record_fields
from g221_tui.ui.render import cut
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.choice import ChoiceField
from g221_tui.ui.widgets.fields.field import DateField, Field, LinesField, OwnWordsField, TextField
from g221_tui.ui.widgets.fields.more import More
from g221_tui.ui.widgets.fields.offers import Offered, OfferField

LONGEST_NAME = 60
"""Cells of a name in the title: a longer one would push the fields out of sight."""
NOTHING = "nothing"
NOT_FILLED = ("", "unknown")
"""Values that tell nothing yet."""
FEW_FIELDS = 12
"""Up to so many fields, all of them are shown."""
EMPTY = "Not filled in: {} further fields"
MEANWHILE = "Changed meanwhile, in another window or by a command. Nothing was saved yet."
TAKEN = "The new values stand here. Save keeps what else you wrote; escape leaves."
DATES = (Kind.DATE, Kind.DAY)
"""The kinds of fields that are dates."""
WORDS = "status"
"""The field of the words that a page showed."""
HELD = "What is masked stays as it is. Escape, then {mask}, to see and change it."


class CorrectDialog(Form):
    """Every field with its present value; only what is changed is saved."""

    SAVE = "Correct it"
    DEFAULT_CLASSES = "dialog form long-labels"

    def __init__(self, session: Session, record: str | None, at: str = "") -> None:
        super().__init__(session)
        self.begin_at = at
        self._record = record
        case, tracker = session.case, session.tracker
        self._called = ""
        if record is None:
            self._values = fact_fields(tracker.reader.day(case))
        else:
            day = tracker.reader.day(case)
            self._called = name_of(day, record)
            self._values = record_fields(day, record)

    def heading(self) -> str:
        """What is corrected."""
        if self._record is None:
            return "Facts of the case"
        return f"Correct: {cut(clean(self._called), LONGEST_NAME)}"

    def fields(self) -> ComposeResult:
        """A field each; what is not filled in is folded, where there is much of both."""
        folded = [v for v in self._values if not self._is_filled(v)]
        shown = [v for v in self._values if self._is_filled(v)]
        if not shown or len(self._values) <= FEW_FIELDS:
            folded, shown = [], list(self._values)
        for value in shown:
            yield self._field(value)
        if folded:
            yield More(EMPTY.format(len(folded)), *map(self._field, folded))

    def _is_filled(self, field: FieldValue) -> bool:
        """Whether something is recorded or said there, or it is the field to begin in."""
        filled = field.value not in NOT_FILLED or field.hint == LISTED
        return filled or field.name == self.begin_at

    def _field(self, field: FieldValue) -> Field:
        if field.kind is Kind.REASONS:
            reasons = [Offered(code, words) for code, words in field.choices]
            chosen = tuple(map(str.strip, field.value.split(",")))
            return OfferField(field.name, field.label, reasons, chosen)
        if field.kind is Kind.CHOICE:
            words = dict(field.choices)
            if field.value not in words:
                words = {field.value: field.words, **words}
            choices = [(text, choice) for choice, text in words.items()]
            return ChoiceField(field.name, field.label, choices, field.value, below=field.hint)
        if self._is_masked(field.name, field.value):
            return HeldField(field.name, field.label, field.value, self._shown(field.name))
        if field.kind in DATES:
            reader = self.dates(needed=False, towards=field.towards)
            return DateField(
                field.name, field.label, field.value, reader, hint=field.hint, zero=self.day_zero
            )
        if field.long:
            return LinesField(field.name, field.label, field.value)
        hint = field.hint or ", ".join(field.known)
        if field.name == WORDS:
            return OwnWordsField(field.name, field.label, field.value, hint=hint, asks=self._near)
        below = field.words if field.words != field.value else ""
        return TextField(field.name, field.label, field.value, hint=hint, below=clean(below))

    def _near(self, words: str) -> str:
        """Whether known words of the page are meant that the contact looked at."""
        return did_you_mean(words, self.value("channel"), self.session.tracker.rules)

    def _is_masked(self, name: str, value: str) -> bool:
        return self.session.shown_field(name, value) != value

    def _shown(self, name: str) -> Callable[[str], str]:
        """What makes of a value of that field what may be shown now."""
        return partial(self.session.shown_field, name)

    def begin(self) -> None:
        """Say what can't be changed now, where anything can't."""
        super().begin()
        if self.query(HeldField):
            self.remark(self.session.with_keys(HELD))

    async def prepare(self) -> Callable[[], Done] | None:
        """Only what differs from the record as it was opened."""
        changed = {}
        for field in self._values:
            value = self.value(field.name)
            if value != field.value and not self._same_day(field, value):
                changed[field.name] = value
        if not changed:
            raise Refused("Nothing is changed yet. Escape leaves it as it is.")
        record, case = self._record, self.session.case
        tracker, seen = self.session.tracker, as_shown(self._values)
        command: Command = SetFacts(values=changed, seen=seen)
        if record is not None:
            command = Correct(record=record, values=changed, seen=seen)
        return lambda: tracker.apply(command, case=case)

    def _same_day(self, field: FieldValue, text: str) -> bool:
        """Whether a date is the recorded one, written in another way."""
        if field.kind not in DATES or not (field.value and text.strip()):
            return False
        day = self.day(field.name, needed=False)
        return day is not None and day.isoformat() == field.value

    async def settle(self, news: ChangedSince) -> bool:
        """Name what another changed, and ask whose is to stand where both wrote."""
        if not news.differences:
            raise news
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        mine = {d.name: self.value(d.name) for d in news.differences}
        clash = {d.name for d in news.differences if mine[d.name] not in (d.before, d.now)}
        words = {v.name: dict(v.choices) for v in self._values}

        def told(_: str) -> str:  # made anew: a field is masked by its name, not by its words
            lines = [
                _told(
                    d,
                    mine[d.name] if d.name in clash else None,
                    words[d.name],
                    self._shown(d.name),
                )
                for d in news.differences
            ]
            return self.session.shown("\n\n".join((MEANWHILE, *lines)))

        question = Confirm(
            MEANWHILE,
            yes="Save mine",
            no="Take the new",
            careful=True,
            shown=told,
        )
        answer = await self.app.push_screen_wait(question)
        if answer is None:
            return False
        now = {d.name: d.now for d in news.differences}
        self._values = tuple(
            msgspec.structs.replace(v, value=now.get(v.name, v.value)) for v in self._values
        )
        for name, value in now.items():
            if not answer or name not in clash:
                await self._put(name, value)
        if not answer:
            self.remark(TAKEN)
        return answer

    async def _put(self, name: str, value: str) -> None:
        """Let a field hold a value; one that may be seen no more is held from now on."""
        field = self.query_one(f"#f-{name}", Field)
        self.reveal(field)
        if isinstance(field, HeldField | ChoiceField | DateField) or not self._is_masked(
            name, value
        ):
            field.put(value)
            return
        fields = field.parent
        assert isinstance(fields, Widget)
        place = fields.children.index(field)
        held = HeldField(name, field.label, value, self._shown(name))
        await field.remove()
        await fields.mount(held, before=place if place < len(fields.children) else None)


def _told(
    change: Difference, mine: str | None, words: Mapping[str, str], shown: Callable[[str], str]
) -> str:
    """What changed, and what was written here where that is another thing."""

    def said(text: str) -> str:
        return shown(words.get(text, text)) or NOTHING

    told = f"{change.label}: {said(change.before)}{glyphs.THEN}{said(change.now)}"
    return told if mine is None else f"{told}\nYours: {said(mine)}"


class HeldField(Field):
    """A value that is masked: it can't be seen here, so it can't be changed here."""

    def __init__(self, key: str, label: str, value: str, shown: Callable[[str], str]) -> None:
        super().__init__(key, label)
        self._held = value
        self._shown = shown

    def compose(self) -> ComposeResult:
        """Label, and what may be shown of the value."""
        yield Label(Content(clean(self._label)), classes="field-label")
        with Vertical(classes="field-body"):
            yield Static(self._words, classes="field-below")

    @property
    def stands(self) -> bool:
        """Whether its one part is made."""
        return bool(self.query(".field-below"))

    @property
    def _words(self) -> Content:
        return Content(clean_lines(self._shown(self._held)))

    def put(self, value: str) -> None:
        """Hold this value."""
        self._held = value
        self.query_one(".field-below", Static).update(self._words)

    @property
    def value(self) -> str:
        """The value as it is in the record."""
        return self._held
