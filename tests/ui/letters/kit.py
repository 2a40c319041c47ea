"""A case for letters on the dashboard, and what of a letter stands on the screen."""

from datetime import date

from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.model import Contact
from ui.conftest import Window

NOW = date(2027, 5, 20)
"""A day after every wait."""
FACTS = {
    "applicant": "Ada Example",
    "birth_date": "1990-03-05",
    "nationality": "Ruritania",
    "passport_number": "X1234567",
    "receipt_number": "WAC2190012345",
}
"""Every fact that the demo lacks."""


def know(w: Window, **facts: str) -> None:
    """Record facts of the case, all that a letter wants and these."""
    w.app.session.tracker.apply(SetFacts(values={**FACTS, **facts}), case=w.app.session.case)
    w.board.session.load()
    w.board.show()


async def stand_on(w: Window, channel: str) -> None:
    """Put the cursor on a channel of Follow-up."""
    w.board.channels.focus()
    assert w.board.channels.go_to(channel)
    await w.pilot.pause()


async def letter(w: Window, channel: str = "consulate_email") -> None:
    """Open the letter of a channel, past the form for what is missing."""
    await stand_on(w, channel)
    await w.press("p")
    await w.until(lambda: len(w.app.screen_stack) > 1 and w.app.keys.idle, "a dialog")
    if type(w.app.screen).__name__ == "MissingFacts":
        await w.press("escape")
    await w.dialog("LetterSheet")


def logged(w: Window, channel: str = "consulate_email") -> list[Contact]:
    """The contacts of the first case on a channel, as another program finds them."""
    return [contact for contact in w.case.contacts if contact.channel == channel]
