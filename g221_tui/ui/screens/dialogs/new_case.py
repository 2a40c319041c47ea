"""Opening a case: a few questions, each but the first may be left."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Select, Static

from g221_tui.core.edits.opening import OpenCase
from g221_tui.core.model import UsLink, YesNo
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import ChoiceField, DateField, Field, LinesField, TextField

THIS_SECTION = "221(g)"
SECTIONS = (
    ("221(g): refused for now", THIS_SECTION),
    ("214(b)", "214(b)"),
    ("212(a)", "212(a)"),
    ("another, or I can't tell", "other"),
)
"""What a refusal letter may say."""

OTHER_SECTIONS = {
    "214(b)": "214(b) is a decision, not a wait: the officer was not convinced of the ties abroad "
    "or of the purpose of the trip. Nothing is pending and nothing opens later; one may apply "
    "again, with a new form and fee, best when something has changed. g221 has nothing to track.",
    "212(a)": "212(a) is a finding of ineligibility, not a wait. Whether it can be waived depends "
    "on its paragraph, which the letter names: ask an immigration lawyer before applying again. "
    "g221 has nothing to track.",
    "other": "Look for the number on the letter: 221(g) is often a ticked box or a coloured slip "
    "that says the case needs documents or processing. If the letter says 221(g), choose it above; "
    "if not, there is no 221(g) wait to track.",
}
"""What another section means, in place of a case."""

YES_NO = (
    ("I don't know", YesNo.UNKNOWN.value),
    ("yes", YesNo.YES.value),
    ("no", YesNo.NO.value),
)
LINKS = (
    ("I don't know yet", UsLink.UNKNOWN.value),
    ("none", UsLink.NONE.value),
    ("I work in the US", UsLink.SELF.value),
    ("the petitioner", UsLink.PETITIONER.value),
    ("the employer", UsLink.EMPLOYER.value),
    ("a relative", UsLink.RELATIVE.value),
    ("the school", UsLink.SCHOOL.value),
)
TEXTS = ("refused", "interview", "post", "visa", "case_number", "asked", "tracking")
"""The answers that are passed on as they are typed."""


class NewCase(Form):
    """The questions, in the order of the letter."""

    HEADING = "A new case"
    SAVE = "Open the case"

    def fields(self) -> ComposeResult:
        """Only the first is needed."""
        later = self.dates(needed=False)
        yield DateField("refused", "Refused on", "", self.dates(), hint="14 Mar 2026 (needed)")
        yield ChoiceField("section", "Letter says", SECTIONS)
        yield TextField("post", "Where", hint="the embassy or consulate")
        yield TextField("visa", "Visa", hint="H-1B, F-1, B-2, IR1")
        yield TextField("case_number", "Case number", hint="as printed on the slip")
        yield ChoiceField("asked", "Documents asked", YES_NO)
        yield LinesField(
            "documents", "Which", below="One document a line, as the letter calls them."
        )
        yield DateField("interview", "Interview", "", later, hint="the day of it, if you like")
        yield ChoiceField("tracking", "Post tracks", YES_NO)
        yield ChoiceField("us_link", "US link", LINKS, below="Who of the case is in a US state.")
        yield TextField("us_state", "Its state", hint="two letters: CA, TX, DC")

    def on_mount(self) -> None:
        """No echo before anything is typed."""
        self.query_one("#f-refused", Field).say("")
        self._explain()

    @on(Select.Changed)
    def _explain(self) -> None:
        """A letter under another section gets an explanation, not a wait."""
        words = OTHER_SECTIONS.get(self.value("section"), "")
        self.remark(words, style="$caution")
        self.query_one("#f-documents", Field).display = self.value("asked") != YesNo.NO.value
        self.query_one("#f-us_state", Field).display = self.value("us_link") not in (
            UsLink.UNKNOWN.value,
            UsLink.NONE.value,
        )

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the answers."""
        if self.value("section") != THIS_SECTION:
            self.query_one(".dialog-remark", Static).focus()
            raise Refused("No case is opened: the letter does not say 221(g).")
        self.day("refused")
        answers = {name: text for name in TEXTS if (text := self.value(name)).strip()}
        answers["us_link"] = self.value("us_link")
        if self.query_one("#f-us_state", Field).display:
            answers["us_state"] = self.value("us_state")
        papers = []
        if self.query_one("#f-documents", Field).display:
            papers = [line.strip() for line in self.value("documents").split("\n") if line.strip()]
        command = OpenCase(answers=answers, documents=tuple(papers))
        return lambda: self.session.tracker.open_case(command)
