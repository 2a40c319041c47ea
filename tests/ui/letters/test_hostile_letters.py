"""What the user typed is text on every page of a letter, and in what is copied of it."""

import pytest

from ui.conftest import Opener
from ui.letters.kit import NOW, know, letter, stand_on
from ui.program.test_hostile import HOSTILE, LONG, harmless


@pytest.mark.promise(15)
@pytest.mark.parametrize("channel", ["consulate_email", "consulate_call", "senator"])
@pytest.mark.parametrize(
    "texts", [HOSTILE[:8], HOSTILE[8:], (LONG,)], ids=["markup", "characters", "long"]
)
async def test_any_text_is_shown_and_harmless(
    window: Opener, texts: tuple[str, ...], channel: str
) -> None:
    whole = " ".join(texts)
    async with window(size=(100, 40), day=NOW) as w:
        names = ("applicant", "petitioner", "nationality", "post_email", "address", "writer")
        know(w, **dict.fromkeys(names, whole))
        await letter(w, channel)
        harmless(w)
        await w.press("y", "end")
        assert "\x1b" not in w.app.clipboard
        assert "\u202e" not in w.app.clipboard
        await w.press("o")
        await w.pilot.pause()
        harmless(w)
        if type(w.app.screen).__name__ == "MailLink":
            await w.press("escape")
            await w.dialog("LetterSheet")
        await w.press("l")
        await w.until(lambda: w.app.keys.idle, "the end of logging")
        if type(w.app.screen).__name__ == "Confirm":
            await w.press("y")
        await w.closed()
        harmless(w)
        await stand_on(w, channel)
        await w.press("enter")
        await w.dialog("ChannelSheet")
        harmless(w)
        assert w.app.is_running
