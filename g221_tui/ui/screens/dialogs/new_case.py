"""Opening a case: a few questions, each but the first may be left."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.model import UsLink, YesNo
from g221_tui.core.progress.starters import OfferedView, starter_views
from g221_tui.core.text.lookup import comparable
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.field import DateField, Field, TextField
from g221_tui.ui.widgets.fields.more import More
from g221_tui.ui.widgets.fields.offers import Offered, OfferField, OfferList
from g221_tui.ui.widgets.fields.papers import PapersField

MORE = "More: reasons, nothing asked, interview, tracking, US link"
YES_NO = (
    ("I don't know", YesNo.UNKNOWN.value),
    ("yes", YesNo.YES.value),
    ("no", YesNo.NO.value),
)
ASKED = (
    ("as listed above; else I don't know yet", YesNo.UNKNOWN.value),
    ("yes", YesNo.YES.value),
    ("no: only processing", YesNo.NO.value),
)
LINKS = (
    ("I don't know yet", UsLink.UNKNOWN.value),
    ("nobody", UsLink.NONE.value),
    ("I work in the US", UsLink.SELF.value),
    ("the petitioner", UsLink.PETITIONER.value),
    ("the employer", UsLink.EMPLOYER.value),
    ("a relative", UsLink.RELATIVE.value),
    ("the school", UsLink.SCHOOL.value),
)
LINKED = "Lives or works there; a Senator of that state may ask."
OFTEN = "Offered, never assumed: space ticks what the letter names."
TO_DO = "{}: to do"
"""Beside an act that is offered: who does it."""
TEXTS = ("refused", "interview", "post", "visa", "case_number", "asked", "tracking")
"""The answers that are passed on as they are typed."""


class NewCase(Form):
    """The questions, in the order of the letter."""

    HEADING = "A new case"
    SAVE = "Open the case"

    def fields(self) -> ComposeResult:
        """Only the first is needed."""
        rules, later = self.session.tracker.rules, self.dates(needed=False)
        sections = [(section.title, section.id) for section in rules.sections]
        hint = "14 Mar 2026 (needed)"
        yield DateField("refused", "When refused", "", self.dates(), hint=hint, begins=True)
        yield ChoiceField("section", "The letter says", sections)
        yield TextField("post", "Where", hint="the embassy or consulate")
        yield TextField("visa", "Which visa", hint="H-1B, F-1, B-2, IR1")
        yield TextField("case_number", "Which number", hint="as printed on the slip")
        yield PapersField("documents", "What it asks for")
        yield More(
            MORE,
            OfferField(
                "reasons",
                "Reasons it gives",
                [Offered(code, title) for code, title in rules.reasons.items()],
            ),
            OfferField("offered", "Often asked for", (), below=OFTEN),
            ChoiceField("asked", "Does it ask for papers?", ASKED),
            DateField("interview", "Interview", "", later, hint="the day of it"),
            ChoiceField("tracking", "Can you follow the passport online?", YES_NO),
            ChoiceField("us_link", "Who is in a US state?", LINKS, below=LINKED),
            TextField("us_state", "Which state", hint="two letters: CA, TX, DC"),
        )

    def begin(self) -> None:
        """No complaint before anything is typed; only what is asked of everybody."""
        super().begin()
        self.query_one("#f-refused", DateField).say("")
        self._explain()

    @on(Choice.Changed)
    @on(OfferList.Ticked)
    def _explain(self) -> None:
        """A letter under another section gets an explanation, not a wait."""
        rules = self.session.tracker.rules
        section = next(s for s in rules.sections if s.id == self.value("section"))
        self.remark("" if section.tracked else section.told, style="$caution")
        nothing = self.value("asked") == YesNo.NO.value
        offered = [
            Offered(d.name, beside=TO_DO.format(d.who) if d.task else d.who) for d in self._often
        ]
        self.query_one("#f-offered OfferList", OfferList).offer(offered)
        shown = {
            "documents": not nothing,
            "offered": bool(offered) and not nothing,
            "us_state": self.value("us_link") not in (UsLink.UNKNOWN.value, UsLink.NONE.value),
        }
        for key, is_shown in shown.items():
            self.query_one(f"#f-{key}", Field).display = is_shown

    @property
    def _often(self) -> list[OfferedView]:
        """What is often asked for under the reasons that are ticked, each once."""
        reasons = self.query_one("#f-reasons", OfferField).chosen
        found: dict[str, OfferedView] = {}
        for starter in starter_views(reasons, self.session.tracker.rules, None):
            for document in starter.documents:
                found.setdefault(document.name, document)
        return list(found.values())

    def _papers(self) -> tuple[list[str], tuple[str, ...]]:
        """The papers and acts that are listed and ticked, and which of them are acts."""
        names = list(self.query_one("#f-documents", PapersField).names)
        typed = {comparable(name) for name in names}
        chosen = self.query_one("#f-offered", OfferField).chosen
        names += [name for name in chosen if comparable(name) not in typed]
        return names, tuple(d.name for d in self._often if d.task and d.name in names)

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the answers."""
        tracked = {section.id for section in self.session.tracker.rules.sections if section.tracked}
        if self.value("section") not in tracked:
            self.query_one(".dialog-remark", Static).scroll_visible(animate=False)
            raise Refused("No case is opened: the letter does not say 221(g).")
        self.day("refused")
        answers = {name: text for name in TEXTS if (text := self.value(name)).strip()}
        answers["us_link"] = self.value("us_link")
        if self.query_one("#f-us_state", Field).display:
            answers["us_state"] = self.value("us_state")
        nothing = self.value("asked") == YesNo.NO.value
        papers, tasks = ([], ()) if nothing else self._papers()
        reasons = self.query_one("#f-reasons", OfferField).chosen
        command = OpenCase(answers=answers, documents=tuple(papers), tasks=tasks, reasons=reasons)
        return lambda: self.session.tracker.open_case(command)
