"""Adding a paper."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.core.model import Requester
from g221_tui.errors import Refused
from g221_tui.service import Done
from g221_tui.ui.screens.form import Form
from g221_tui.ui.widgets.fields import ChoiceField, DateField, TextField

EXTRA = "extra"
REQUESTERS = (
    ("the letter (221(g) slip)", Requester.SLIP.value),
    ("the post, later", Requester.POST.value),
    ("USCIS", Requester.USCIS.value),
    ("nobody: an extra of mine", EXTRA),
)
"""Who may ask for a paper, in words."""


class DocumentDialog(Form):
    """One paper that is asked for, or an extra."""

    HEADING = "Add a document"
    SAVE = "Add it"

    def fields(self) -> ComposeResult:
        """Name, who asked, why, when."""
        reasons = [("not said", "")]
        reasons += [(title, code) for code, title in self.session.tracker.rules.reasons.items()]
        yield TextField("name", "Name", hint="as the letter calls it")
        yield ChoiceField("by", "Asked for by", REQUESTERS, Requester.POST.value)
        yield ChoiceField("reason", "Reason", reasons)
        yield DateField(
            "asked", "Asked on", "", self.dates(needed=False), hint="empty: as the letter"
        )

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields."""
        name, by, reason = self.value("name"), self.value("by"), self.value("reason")
        asked = self.day("asked", needed=False)
        if not name.strip():
            raise Refused("The document needs a name, for example the words of the letter.")
        extra = by == EXTRA
        return lambda: self.session.tracker.add_documents(
            [name],
            by=Requester.POST.value if extra else by,
            extra=extra,
            reason=reason,
            asked=asked,
            case=self.session.case,
        )
