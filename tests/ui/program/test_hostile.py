"""What the user typed is text, in every widget: shown literally, nothing run, nothing crashed."""

import re

import pytest

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.facts import SetFacts
from ui.conftest import Opener, Window

HOSTILE = (
    "[/]",
    "[bold]x",
    "[DS-5535]",
    "[@click=app.quit]Q",
    "$name $primary",
    "a [/ b",
    "\x1b]52;c;aGk=\x07esc",
    "\x1b[2Jclear",
    "nul\x00del\x7f",
    "\u202ertl",
    "zero\u200bwidth",
    "👩\u200d👩\u200d👧 family",
    "条件付き滞在",
    "e\u0301combining",
    "two\nlines",
)
LONG = "w" * 10_000


@pytest.mark.promise(15)
@pytest.mark.parametrize(
    "texts", [HOSTILE[:8], HOSTILE[8:], (LONG,)], ids=["markup", "characters", "long"]
)
async def test_any_text_is_shown_and_harmless(window: Opener, texts: tuple[str, ...]) -> None:
    whole = " ".join(texts)
    async with window(size=(100, 40)) as w:
        tracker = w.app.session.tracker
        facts = ("title", "post", "visa", "case_number", "post_email", "submit_how")
        tracker.apply(SetFacts(values=dict.fromkeys(facts, whole)))
        tracker.apply(AddDocuments(names=(*texts, whole + "!")))
        for text in (*texts, whole):
            tracker.apply(
                LogContact(
                    channel="ceac", status=text, note=text, answer=text, with_whom=text, ref=text
                )
            )
            tracker.apply(AddEvent(kind="note", note=text))
        w.board.session.load()
        w.board.show()
        await w.pilot.pause()
        harmless(w)
        await w.press("end", "enter")  # the sheet of the paper
        await w.dialog("Sheet")
        harmless(w)
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.until(lambda: "Asked for by" in w.text, "the fields below the title")
        harmless(w)
        await w.press("escape", "escape", "tab", "end", "up", "enter")  # the sheet of the channel
        await w.dialog("ChannelSheet")
        harmless(w)
        await w.press("c")
        await w.dialog("CorrectDialog")
        harmless(w)
        await w.press("escape", "escape", "s")
        await w.dialog("Board")
        harmless(w)
        await w.press("escape", "shift+tab", "space")
        await w.pilot.pause(0.2)
        harmless(w)
        assert w.app.is_running


def harmless(w: Window) -> None:
    """No control and no hidden character reaches the terminal."""
    hidden = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b\ufeff]")
    found = hidden.search(w.app.export_screenshot())
    assert found is None, (found, w.text)


async def test_markup_stands_there_as_it_was_typed(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        tracker = w.app.session.tracker
        tracker.apply(SetFacts(values={"title": "[bold]x [DS-5535] $name"}))
        tracker.apply(AddDocuments(names=("[@click=app.quit]Q", "[/]")))
        w.board.session.load()
        w.board.show()
        await w.sees("[bold]x [DS-5535] $name", "[@click=app.quit]Q", "[/]")
        lines = w.text.splitlines()
        at = next(i for i, line in enumerate(lines) if "□ [@click=" in line)
        await w.pilot.click(offset=(lines[at].index("□ [@click") + 3, at))
        await w.dialog("Sheet")
        assert w.app.is_running
        await w.press("escape")


async def test_a_toast_shows_a_name_literally(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="[/] [bold]x")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("[/] [bold]x")
