"""A save that a power cut might undo: the dashboard says so beside what was done."""

import pytest
from textual.widgets import Static

from g221_tui.core.edits.contacts import LogContact
from g221_tui.ui.widgets.message_line import MessageLine
from store.kit import forget_names
from ui.conftest import Opener, Window

pytestmark = pytest.mark.promise(1)

SAID = "Saved, but a power cut in the next seconds might undo it (input/output error)."


async def warned(w: Window) -> None:
    """Wait until it is said, in a message of its own that is a warning."""

    def there() -> bool:
        said = w.board.query_one(MessageLine).said
        return (SAID, True) in said

    await w.until(there, SAID)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("l ctrl+s", "Logged: VFS tracker"),
        ("a X ctrl+s", "Added X"),
        ("space y", "Org chart: submitted"),
        ("u y", "Undone:"),
        ("s end enter", "is in hand"),
    ],
)
async def test_a_change_says_what_its_save_could_not_make_sure_of(
    window: Opener, monkeypatch: pytest.MonkeyPatch, keys: str, says: str
) -> None:
    async with window(size=(120, 40)) as w:
        w.app.session.tracker.apply(LogContact(channel="ceac"), case="1")
        w.board.session.load()
        w.board.show()
        forget_names(monkeypatch, w.file.parent)
        for key in keys.split():
            await w.press(key)
            await w.pilot.pause(0.2)
        await w.closed()
        await w.sees(says)
        await warned(w)


async def test_a_link_made_on_the_board_says_it_too(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(size=(120, 40)) as w:
        forget_names(monkeypatch, w.file.parent)
        await w.press("s")
        await w.dialog("Board")
        await w.sees("K-1 · Manila")
        await w.press("end", "f")
        await w.sees("Linked case 1 with case 2 (family).")
        line = w.app.screen.query_one(".dialog-error", Static)
        assert str(line.content) == f"! {SAID}"
        assert line.display


async def test_a_file_put_back_says_it_too(window: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with window(size=(120, 40), demo=False) as w:
        w.file.write_bytes(w.file.read_bytes()[:-20])
        await w.sees("SHOWN")
        forget_names(monkeypatch, w.file.parent)
        await w.press("b")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await warned(w)
        assert w.case.id == "1"


async def test_after_a_sound_save_nothing_of_the_kind_is_said(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(size=(120, 40)) as w:
        with monkeypatch.context() as patch:
            forget_names(patch, w.file.parent)
            await w.press("space", "y")
            await warned(w)
        w.board.query_one(MessageLine).clear()
        await w.press("u", "y")
        await w.closed()
        await w.sees("Undone:")
        assert "power cut" not in w.text
