"""Recording something that happened in the case."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.model import YesNo
from g221_tui.core.rulebook.stage import DUE, NEW_POST, PAPERS_ASKED, VISA, EventKind
from g221_tui.core.text.dates_near import Towards
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.field import DateField, Field, TextField
from g221_tui.ui.widgets.fields.papers import PapersField, gone_in

TODAY_WORD = "today"
"""What stands in a date at first."""
PRINTED = (
    "Printed date: the one printed on the notice as its own. Answer due: the last day printed on "
    "it. Leave empty what you do not know, and ask the petitioner, whom the notice went to."
)
CHOOSE = "choose, or type to find"
NOT_CHOSEN = "What happened is not chosen yet: enter unfolds the list."
ANSWERS = (
    ("I don't know yet", YesNo.UNKNOWN.value),
    ("yes", YesNo.YES.value),
    ("no", YesNo.NO.value),
)
"""What may be answered to what a kind asks."""


class EventDialog(Form):
    """One dated fact; only what its kind takes is asked."""

    HEADING = "Record an event"

    def __init__(self, session: Session, kind: str = "") -> None:
        super().__init__(session)
        self._first = kind
        """The kind that is chosen at first; empty for none."""

    def fields(self) -> ComposeResult:
        """What, when, until when, what belongs to some kinds, a note."""
        kinds = [(kind.title, kind.id) for kind in self.session.tracker.rules.event_kinds]
        later = self.dates(needed=False)
        zero = self.day_zero
        ahead = self.dates(needed=False, towards=Towards.COMING)
        yield ChoiceField("kind", "What", kinds, self._first, unchosen=CHOOSE)
        yield DateField("on", "Date", TODAY_WORD, later, zero=zero)
        yield DateField("learned", "You learned", TODAY_WORD, later, zero=zero)
        yield DateField("due", "Answer due", "", ahead, hint="14 Feb 2027", zero=zero)
        yield ChoiceField("asked", "Does it ask for papers?", ANSWERS)
        yield PapersField("documents", "Which", gone_in(self.session.book, self.session.case))
        yield ChoiceField("inside", "Is the visa in it", ANSWERS)
        yield TextField("post", "New post", hint="the embassy or consulate that has it now")
        yield TextField("note", "Note", hint="your own words")

    def begin(self) -> None:
        """Show the fields of the kind."""
        self._kind_chosen()
        if self._first:
            self.begin_at = "on"
        super().begin()
        if not self._first:
            self.call_after_refresh(self.query_one("#f-kind", ChoiceField).unfold_here)

    @property
    def _kind(self) -> EventKind | None:
        """The chosen kind."""
        return self.session.tracker.rules.kind(self.value("kind"))

    @on(Choice.Changed)
    def _kind_chosen(self) -> None:
        """Only what this kind takes; below it, what it is."""
        kind = self._kind
        notice = kind is not None and kind.notice
        self.query_one("#f-kind", Field).say(kind.hint if kind is not None else "")
        for key, shown in self._taken(kind).items():
            self.query_one(f"#f-{key}", Field).display = shown
        on_field = self.query_one("#f-on", DateField)
        if kind is not None:
            on_field.rename(kind.on_label)
            self.query_one("#f-due", DateField).rename(kind.due_label)
        # The printed date has no default: only the notice tells it.
        if notice and on_field.value == TODAY_WORD:
            on_field.put("")
        elif not notice and not on_field.value:
            on_field.put(TODAY_WORD)
        self.remark(PRINTED if notice else "")

    def _taken(self, kind: EventKind | None) -> Mapping[str, bool]:
        """Whether a kind takes each of the fields that not every kind takes."""
        slip = kind is not None and kind.takes(PAPERS_ASKED)
        return {
            "learned": kind is not None and kind.notice,
            "due": kind is not None and kind.takes(DUE),
            "asked": slip,
            "documents": slip and self.value("asked") != YesNo.NO.value,
            "inside": kind is not None and kind.takes(VISA),
            "post": kind is not None and kind.takes(NEW_POST),
        }

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields that the kind takes."""
        kind = self._kind
        if kind is None:
            raise Refused(NOT_CHOSEN)
        taken = self._taken(kind)

        def said(key: str) -> str:
            return self.value(key) if taken[key] else ""

        papers = self.query_one("#f-documents", PapersField).names if taken["documents"] else ()
        command = AddEvent(
            kind=kind.id,
            on=self.day("on", needed=not kind.notice),
            learned=self.day("learned", needed=False) if taken["learned"] else None,
            due=self.day("due", needed=False) if taken["due"] else None,
            note=self.value("note"),
            visa_inside=said("inside"),
            asked=said("asked"),
            documents=papers,
            post=said("post").strip(),
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case)
