"""Correcting a record, or the facts of the case; the old values stay in the history."""

from collections.abc import Callable

import msgspec
from textual.app import ComposeResult

from g221_tui.adviser import FieldValue
from g221_tui.core.display import clean
from g221_tui.core.fields import Kind
from g221_tui.errors import ChangedSince, Difference, Refused
from g221_tui.service import Done
from g221_tui.ui.render import cut
from g221_tui.ui.screens.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields import ChoiceField, DateField, Field, LinesField, TextField

LONGEST = 60
"""Cells of a name in the title: a longer one would push the fields out of sight."""
NOT_SAID = "not said"
NOTHING = "nothing"
MEANWHILE = "Changed meanwhile, in another window or by a command. Nothing was saved yet."
TAKEN = "The new values stand here. Save keeps what else you wrote; escape leaves."
DATES = (Kind.DATE, Kind.DAY)
"""The kinds of fields that are dates."""


class CorrectDialog(Form):
    """Every field with its present value; only what is changed is saved."""

    SAVE = "Correct it"
    DEFAULT_CLASSES = "dialog long-labels"

    def __init__(self, session: Session, record: str | None) -> None:
        super().__init__(session)
        self._record = record
        case, tracker = session.case, session.tracker
        self._values = (
            tracker.fields(record, case=case) if record else tracker.fact_fields(case=case)
        )

    def heading(self) -> str:
        """What is corrected."""
        return f"Correct: {self._named(self._record)}" if self._record else "Facts of the case"

    def _named(self, record: str) -> str:
        """What the dashboard calls the record; its id where it is not shown."""
        view = self.session.view
        if view is None:
            return record
        shown = view.snapshot
        names = {row.record: row.title for row in shown.timeline}
        names |= {item.id: item.name for item in shown.documents.items}
        return cut(clean(names.get(record, record)), LONGEST)

    def fields(self) -> ComposeResult:
        """A field each."""
        for value in self._values:
            yield self._field(value)

    def _field(self, field: FieldValue) -> Field:
        if field.known and field.name != "reason":
            words = {choice: choice.replace("_", " ") or NOT_SAID for choice in field.known}
            if field.value not in words:
                words = {field.value: field.value or NOT_SAID, **words}
            if field.name in ("by", "reason"):
                words.setdefault("", NOT_SAID)
            choices = [(text, choice) for choice, text in words.items()]
            return ChoiceField(field.name, field.label, choices, field.value, below=field.hint)
        if field.kind in DATES:
            reader = self.dates(needed=False)
            return DateField(field.name, field.label, field.value, reader, hint=field.hint)
        if field.long:
            return LinesField(field.name, field.label, field.value)
        hint = field.hint or ", ".join(field.known)
        return TextField(field.name, field.label, field.value, hint=hint)

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
        tracker, seen = self.session.tracker, self._values
        if record is None:
            return lambda: tracker.set_facts(changed, case=case, seen=seen)
        return lambda: tracker.correct(record, changed, case=case, seen=seen)

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
        from g221_tui.ui.screens.confirm import Confirm

        mine = {d.name: self.value(d.name) for d in news.differences}
        clash = {d.name for d in news.differences if mine[d.name] not in (d.before, d.now)}
        lines = [_told(d, mine[d.name] if d.name in clash else None) for d in news.differences]
        question = Confirm(
            "\n\n".join((MEANWHILE, *lines)), yes="Save mine", no="Take the new", careful=True
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
                self.query_one(f"#f-{name}", Field).put(value)
        if not answer:
            self.remark(TAKEN)
        return answer


def _told(change: Difference, mine: str | None) -> str:
    """What changed, and what was written here where that is another thing."""
    words = f"{change.label}: {change.before or NOTHING} → {change.now or NOTHING}"
    return words if mine is None else f"{words}\nYours: {mine or NOTHING}"
