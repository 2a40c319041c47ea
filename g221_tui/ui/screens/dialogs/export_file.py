"""Writing what leaves the program: what, for whom, masked or in full, and where to."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Button

from g221_tui.config import config_path
from g221_tui.core.letters.letter import Missing
from g221_tui.core.outgoing.sheets import SHEETS
from g221_tui.core.text.phrases import several, within_sentence
from g221_tui.errors import G221Error, Refused
from g221_tui.output.receivers import load_receivers
from g221_tui.service.done import Done
from g221_tui.service.exports.exports import Exports
from g221_tui.service.exports.wanted import Format, Wanted, offered_path
from g221_tui.ui.keyboard.order import CHANGES
from g221_tui.ui.refusals import said
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.aside import Aside, AsideButton
from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.field import Field, TextField

WHAT = (
    ("a brief: the case on a page", Format.BRIEF.value),
    ("a packet: letter, brief, lists", Format.PACKET.value),
    ("a calendar of its days (.ics)", Format.CALENDAR.value),
    ("a table for Excel (.csv)", Format.TABLE.value),
    ("everything, the whole file (JSON)", Format.JSON.value),
)
"""What may be written."""
PAGE, MARKDOWN = "html", "md"
FORMS = (("a page to read and print (HTML)", PAGE), ("plain text (Markdown)", MARKDOWN))
"""The forms of a brief."""
PLAIN, EXCEL = "plain", "bom"
READERS = (("any program", PLAIN), ("Excel: begins with its mark", EXCEL))
"""The forms of a table."""
MASKED, FULL = "masked", "full"
HOW = (("masked: names and numbers hidden", MASKED), ("in full: with names and numbers", FULL))
"""How much is written."""
USES: Mapping[Format, tuple[str, ...]] = MappingProxyType(
    {
        Format.BRIEF: ("form",),
        Format.PACKET: ("who",),
        Format.CALENDAR: (),
        Format.TABLE: ("table", "reader"),
        Format.JSON: (),
    }
)
"""The fields that only some of it asks for."""
IN_FULL_IF = "Who is to act on it needs it in full."
BACK_IF = "Only in full can it be taken in again."
LEFT_OUT = "Left out, because it is not recorded: {}."


class ExportDialog(Form):
    """An existing file is never overwritten, and nothing is sent."""

    HEADING = "Write something to hand on"
    SAVE = "Write it"
    RECORDS = False

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        reader, config = session.tracker.reader, config_path()
        # What calendars of invented cases were told goes away with them.
        kept_in = reader.repository.path.parent if session.demo else config
        self._exports = Exports(reader, config, kept_in)
        self._receivers = load_receivers()
        self._missing: tuple[Missing, ...] = ()
        self._looked_at = ""
        """The receiver whose letter was looked at last; empty where none is asked for."""

    def fields(self) -> ComposeResult:
        """What, what belongs to it, how much, and where."""
        yield ChoiceField("what", "What", WHAT)
        yield ChoiceField("form", "As", FORMS)
        whom = [(each.title.removeprefix("For "), each.id) for each in self._receivers]
        yield ChoiceField("who", "For", whom)
        yield Aside("Fill it in first", id="left-out")
        yield ChoiceField("table", "Which", [(name, name) for name in SHEETS])
        yield ChoiceField("reader", "To be read by", READERS)
        yield ChoiceField("how", "How much", HOW, MASKED)
        yield TextField("path", "To the file", offered_path(self.wanted))

    def begin(self) -> None:
        """Ask for what the first choice needs."""
        self._suit_choice()
        super().begin()

    @property
    def wanted(self) -> Wanted:
        """What is chosen; at first, before there are fields, a masked brief."""
        if not self.query("#f-how Choice"):
            return Wanted(format=Format.BRIEF, html=True)
        format = Format(self.value("what"))
        uses = USES[format]
        named = next((name for name in ("who", "table") if name in uses), "")
        return Wanted(
            format=format,
            what=self.value(named) if named else "",
            html="form" in uses and self.value("form") == PAGE,
            bom="reader" in uses and self.value("reader") == EXCEL,
            full=self.value("how") == FULL,
        )

    @on(Choice.Changed)
    def _suit_choice(self) -> None:
        """Show the fields of what is chosen, and offer a name for its file."""
        wanted = self.wanted
        for name in {name for names in USES.values() for name in names}:
            self.query_one(f"#f-{name}", Field).display = name in USES[wanted.format]
        notes = {Format.PACKET: IN_FULL_IF, Format.BRIEF: IN_FULL_IF, Format.JSON: BACK_IF}
        note = "" if wanted.full else notes.get(wanted.format, "")
        self.query_one("#f-how", ChoiceField).say(note)
        path = self.query_one("#f-path", TextField)
        if not path.typed:
            path.put(offered_path(wanted))
        self._look_at(wanted.what if wanted.format is Format.PACKET else "")

    def _look_at(self, receiver: str, *, again: bool = False) -> None:
        """Say what the letter to a receiver lacks, what stays out, and whether it is early."""
        if receiver == self._looked_at and not again:
            return
        self._looked_at, self._missing = receiver, ()
        told: tuple[str, ...] = ()
        if receiver:
            out = next(each.left_out for each in self._receivers if each.id == receiver)
            self.query_one("#f-who", ChoiceField).say(
                f"Stays out: {within_sentence(out)}" if out else ""
            )
            wanted = Wanted(format=Format.PACKET, what=receiver, full=True)
            try:
                made = self._exports.packet(wanted, self.session.case)
            except G221Error as problem:
                told = (said(problem, self.session.with_keys),)
            else:
                self._missing, told = made.missing, (made.early, *made.notes)
        names = several([within_sentence(each.label) for each in self._missing])
        lines = (*map(self.session.shown, told), LEFT_OUT.format(names) if names else "")
        facts = self.session.may_record and any(each.fact for each in self._missing)
        self.query_one("#left-out", Aside).say([line for line in lines if line], can=facts)

    @on(Button.Pressed, "#left-out AsideButton")
    @work(group=CHANGES)
    async def _fill_in(self) -> None:
        """Ask for the facts that are missing; what stays empty is left out."""
        from g221_tui.ui.screens.letters.missing_facts import MissingFacts

        facts = [each for each in self._missing if each.fact]
        done = await self.app.push_screen_wait(MissingFacts(self.session, facts))
        if done is not None:
            self._look_at(self._looked_at, again=True)
            if not self.query_one(AsideButton).display:
                self.set_focus(self.query_one("#f-how Choice"))

    async def prepare(self) -> Callable[[], Done] | None:
        """Make it, and write it where it is wanted."""
        path, wanted, case = self.value("path").strip(), self.wanted, self.session.case
        if not path:
            raise Refused(f"Name a file to write, for example {offered_path(wanted)}.")
        return lambda: self._exports.write(self._exports.make(wanted, case), path)
