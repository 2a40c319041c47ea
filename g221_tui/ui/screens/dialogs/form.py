"""A dialog that records one thing: fields, a line for what is wrong, save and cancel.

Enter goes from field to field and, after the last that is shown, to the button that saves: it never
saves by itself. What is seldom needed is folded (`More`).
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from g221_tui.core.cases import FAMILY, family, label
from g221_tui.core.text.dates_near import Towards
from g221_tui.core.text.phrases import several
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import ChangedSince, G221Error, NotUnderstood, UnreadField
from g221_tui.service.done import Done
from g221_tui.ui.keyboard.order import CHANGES
from g221_tui.ui.refusals import said
from g221_tui.ui.screens.dialogs.dialog import Dialog
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.box import LAID_OUT, Box
from g221_tui.ui.widgets.fields.aside import AsideButton
from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.choice_list import ChoiceList
from g221_tui.ui.widgets.fields.date_text import DateText
from g221_tui.ui.widgets.fields.field import DateField, Field
from g221_tui.ui.widgets.fields.more import More, MoreLine
from g221_tui.ui.widgets.fields.offers import OfferList


class Form(Dialog[Done | None]):
    """Fields above, buttons below; what was typed stays when saving fails."""

    DEFAULT_CLASSES = "dialog form"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]
    HEADING: ClassVar[str] = ""
    SAVE: ClassVar[str] = "Save"
    RECORDS: ClassVar[bool] = True
    """Whether it changes the file of the cases; what does not works where nothing is recorded."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.begin_at = ""
        """The field to begin in; empty for the first."""
        self._saving = False
        self._wrong: list[str] = []

    def compose(self) -> ComposeResult:
        """Title, fields, remark, error, buttons."""
        with Box():
            yield Static(Content(clean(self.session.shown(self.heading()))), classes="dialog-title")
            with VerticalScroll(classes="dialog-fields", can_focus=False):
                yield from self.fields()
            for name in ("dialog-remark", "dialog-error"):
                line = Static("", classes=name)
                line.display = False
                yield line
            with Horizontal(classes="dialog-buttons"):
                words = Content(f"{self.SAVE}  ctrl+s")
                yield Button(words, id="save", classes="primary", compact=True)
                yield Button(Content("Cancel  esc"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin; a dialog that is closed while it is being made has no parts to begin with."""
        fields = list(self.query(Field))
        if fields and all(field.stands for field in fields):
            self.begin()

    def begin(self) -> None:
        """Start in the first field or the one named, also when the terminal is not in front yet."""
        within = f"#f-{self.begin_at} " if self.begin_at else ""
        for control in self.query(f"{within}Input, {within}Choice, {within}TextArea"):
            self.reveal(control)
            self.start_at(control)
            if self.begin_at and isinstance(control, Input):
                control.action_select_all()  # what is typed answers, in place of what stands there
            break

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Give it the focus, and show its field whole: the label may stand above the line."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        above = self.focused.ancestors if self.focused is not None else []
        for field in self.query(Field):
            field.set_class(field in above, "-current")
        if scroll_visible:
            self.call_after_refresh(self._show_focused)

    @on(Choice.Changed)
    def _another_value(self, event: Choice.Changed) -> None:
        """Another value may ask for other fields: the one that has the focus may be hidden."""
        self.set_timer(LAID_OUT, partial(self._focus_again, event.choice))

    def _focus_again(self, choice: Choice) -> None:
        if self.focused is None and self.is_current:
            choice.action_next()

    def _show_focused(self) -> None:
        """Scroll to the field in focus, and within it to what has the focus."""
        focused = self.focused
        if focused is not None:
            for above in focused.ancestors:
                if isinstance(above, Field):
                    above.scroll_visible(animate=False, immediate=True)
            focused.scroll_visible(animate=False, immediate=True)

    def heading(self) -> str:
        """The title."""
        return self.HEADING

    def fields(self) -> ComposeResult:
        """The fields, in the order of the tab key."""
        raise NotImplementedError

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields, ask what has to be asked; none means the user went back.

        Raises:
            G221Error: for what can't be read.
        """
        raise NotImplementedError

    def also(self) -> ComposeResult:
        """Where the case has a family: whom the record is for."""
        book, case = self.session.book, self.session.case
        found = next((c for c in book.cases if c.id == case), None) if book is not None else None
        others = family(book, found) if book is not None and found is not None else ()
        if others:
            names = several([self.session.shown(label(other.facts)) for other in others])
            choices = (("this case only", ""), (f"the whole family: {names}", FAMILY))
            yield ChoiceField("also", "Also for", choices)

    def shared_with(self) -> tuple[str, ...]:
        """What `also` names; nothing where it is not asked."""
        asked = self.query("#f-also")
        return (FAMILY,) if asked and self.value("also") == FAMILY else ()

    def value(self, key: str) -> str:
        """What is entered in a field."""
        return self.query_one(f"#f-{key}", Field).value

    def day(self, key: str, *, needed: bool = True) -> date | None:
        """The date entered in a field; the cursor goes to one that can't be read.

        Raises:
            NotUnderstood: when it can't be read; the message names the field.
        """
        field = self.query_one(f"#f-{key}", Field)
        reader = self.dates(needed=needed)
        if isinstance(field, DateField):
            reader = field.reader.needing(needed)
        try:
            return reader.read(field.value)
        except NotUnderstood as problem:
            self.reveal(field)
            field.query(Input).focus()
            raise NotUnderstood(f"{field.label}: {problem}") from None

    def reveal(self, widget: Widget) -> None:
        """Unfold what it is folded in."""
        for above in widget.ancestors:
            if isinstance(above, More):
                above.unfolded = True

    @property
    def day_zero(self) -> date | None:
        """The day from which the days of the case are counted; none where none are."""
        view = self.session.view
        return view.snapshot.wait.anchor if view is not None else None

    def dates(self, *, needed: bool = True, towards: Towards = Towards.PAST) -> DateText:
        """A reader of dates for today."""
        return DateText(self.session.tracker.reader.today(), needed=needed, towards=towards)

    def redraw(self) -> None:
        """Read the dates for the day that has begun: what is shown is what is saved."""
        today = self.session.tracker.reader.today()
        for field in self.query(DateField):
            field.begin_day(today)

    def remark(self, text: str, *, style: str = "$muted") -> None:
        """Say something about what is entered."""
        line = self.query_one(".dialog-remark", Static)
        line.update(Content.styled(clean(self.session.shown(text)), style))
        line.display = bool(text)
        self.call_after_refresh(self.query_one(Box).fit)

    def complain(self, text: str) -> None:
        """Say what is wrong, in one plain line; empty takes it back."""
        self._wrong = [field.value for field in self.query(Field)] if text else []
        line = self.query_one(".dialog-error", Static)
        line.update(
            Content.assemble(("! ", "bold $caution"), (clean(self.session.shown(text)), "$caution"))
        )
        line.display = bool(text)
        self.call_after_refresh(self.query_one(Box).fit)

    @property
    def written(self) -> bool:
        """Whether a field that is shown holds something that is not saved."""
        return any(field.typed and field.display for field in self.query(Field))

    @work(group=CHANGES)
    async def action_cancel(self) -> None:
        """Leave everything as it was; what was typed is given up only when that is meant."""
        if self._saving:
            return
        if self.written:
            from g221_tui.ui.screens.dialogs.confirm import GiveUp

            if not await self.app.push_screen_wait(GiveUp()):
                return
        self.dismiss(None)

    @work(group=CHANGES)
    async def action_save(self) -> None:
        """Record it; a problem is shown here, and the text is kept."""
        if self._saving:
            return
        self._saving = True
        self.complain("")
        for choice in self.query(ChoiceField):
            choice.settle()
        try:
            if self.RECORDS:
                self.session.must_record()
            await self._try()
        except UnreadField as problem:
            self.complain(problem.for_people)
            self._go_to_wrong(problem.for_people, problem.name)
        except G221Error as problem:
            self.complain(said(problem, self.session.with_keys))
            self._go_to_wrong(str(problem))
        finally:
            self._saving = False

    def _go_to_wrong(self, text: str, name: str = "") -> None:
        """Put the cursor into the field that a refusal speaks of, unfolded; else leave it there.

        That is the one named, else the one whose label the text holds, else a date that has not
        come yet.

        Args:
            text: The refusal.
            name: The name of the field, where it is known.
        """
        if any(isinstance(above, Field) and above.label in text for above in self._around_focus):
            return
        asked, today = [f for f in self.query(Field) if f.display], self.session.day
        wrong = (
            *(field for field in asked if field.key == name),
            *(field for field in asked if field.label in text),
            *(f for f in asked if isinstance(f, DateField) and (f.day() or today) > today),
        )
        for control in (c for f in wrong for c in f.query("Input, Choice, TextArea").results()):
            self.reveal(control)
            self.set_focus(control)
            return

    @property
    def _around_focus(self) -> tuple[DOMNode, ...]:
        """What the focus is in."""
        return tuple(self.focused.ancestors) if self.focused is not None else ()

    async def _try(self) -> None:
        change = await self.prepare()
        if change is None:
            return
        try:
            done = await (self.session.record if self.RECORDS else self.session.write)(change)
        except ChangedSince as news:
            if await self.settle(news):
                await self._try()
        else:
            self.dismiss(done)

    async def settle(self, news: ChangedSince) -> bool:
        """What to do about a record that another changed meanwhile; true tries again.

        Raises:
            ChangedSince: there is nothing to be asked.
        """
        raise news

    @on(Input.Changed)
    @on(Choice.Changed)
    @on(OfferList.Ticked)
    @on(TextArea.Changed)
    def _mended(self) -> None:
        """The complaint was about other values than stand there now."""
        if self._wrong and self._wrong != [field.value for field in self.query(Field)]:
            self.complain("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.go_on(event.input)

    @on(Field.Done)
    def _done(self, event: Field.Done) -> None:
        event.stop()
        self.go_on(event.left)

    def go_on(self, left: Widget) -> None:
        """From a field to the next one that is shown; after the last, to the button that saves."""
        # A list that is about to fold is no field of its own.
        passed = (MoreLine, ChoiceList, AsideButton)
        # In the order of the form: Textual's chain goes by places, which new fields lack as yet.
        shown = set(self.focus_chain)
        chain = [w for w in self.query("*") if w in shown]
        chain = [w for w in chain if w is left or not isinstance(w, passed)]
        after = chain[chain.index(left) + 1 :] if left in chain else []
        self.set_focus(after[0] if after else self.query_one("#save"))

    @on(DateField.Calendar)
    def _open_calendar(self, event: DateField.Calendar) -> None:
        event.stop()
        from g221_tui.ui.screens.dialogs.month import choose_day

        choose_day(event.field, self.session)

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _cancel_pressed(self) -> None:
        self.action_cancel()
