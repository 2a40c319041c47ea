"""The dashboard on a private file, driven with real keys."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from g221_tui.clock import FixedClock
from g221_tui.core.model import Book, Case
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.app import G221App
from g221_tui.ui.keyboard.keymap import Keymap
from g221_tui.ui.screens.dashboard import Dashboard
from g221_tui.ui.widgets.fields.choice import Choice
from g221_tui.ui.widgets.fields.more import More
from g221_tui.ui.widgets.fields.offers import OfferField, OfferList
from g221_tui.ui.widgets.message_line import MessageLine
from ui.pictures import text_of

CONTROLS = ("Input", "Choice", "TextArea", "OfferList")
"""What a field is filled with."""
FRAMES = re.compile("▾ ▕|[│▏▕▌]")
"""What stands around the texts of the screen; the sign of a list or calendar at a field's end."""
DAY = date(2026, 12, 12)
"""The day of the demo: 47 of 60."""


def unhurried(app: G221App) -> None:
    """Let each key count as struck a second after the last, however fast a test strikes them."""
    seconds = count()
    app.keys.arrived = lambda key: next(seconds)
    app.keys.pause = 0


class Window:
    """One open dashboard."""

    def __init__(self, app: G221App, pilot: Pilot[None], file: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.file = file

    @property
    def board(self) -> Dashboard:
        """The dashboard, under whatever lies upon it."""
        board = self.app.screen_stack[0]
        assert isinstance(board, Dashboard)
        return board

    @property
    def text(self) -> str:
        """What stands on the screen, all of it."""
        return text_of(self.app.export_screenshot())

    @property
    def message(self) -> str:
        """What is said above the keys, all of it."""
        return self.board.query_one(MessageLine).text

    @property
    def folded(self) -> str:
        """The texts of the dialog on top, which may be folded over several lines."""
        shown = [part for part in self.app.screen.query(Static) if part.display]
        return "\n".join(str(part.content) for part in shown)

    async def press(self, *keys: str) -> None:
        """Press keys, and let the app come to rest."""
        await self.pilot.press(*keys)

    async def until(self, done: Callable[[], object], what: str) -> None:
        """Wait for something, at most about three seconds."""
        for _ in range(150):
            if done():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{what} never came; the screen:\n{self.text}")

    async def sees(self, *words: str) -> None:
        """Wait until all the words stand on the screen (line breaks and frames aside)."""

        def there() -> bool:
            left = [word for word in words if word not in self.folded]
            flat = " ".join(FRAMES.sub(" ", self.text).split()) if left else ""
            return all(" ".join(FRAMES.sub(" ", word).split()) in flat for word in left)

        await self.until(there, f"{words}")

    async def closed(self) -> None:
        """Wait until no dialog lies upon the dashboard, and it hears keys."""
        await self.until(
            lambda: len(self.app.screen_stack) == 1 and self.app.keys.idle, "the dashboard"
        )

    async def dialog(self, name: str) -> None:
        """Wait until a dialog of that class lies on top."""
        await self.until(
            lambda: type(self.app.screen).__name__ == name and self.app.keys.idle, name
        )

    async def fill(self, **values: str) -> None:
        """Fill fields of the dialog on top by their keys (`with_` for a Python word)."""
        for key, value in values.items():
            field = await self.field(key.rstrip("_"))
            if isinstance(field, OfferField):
                field.list.take([part.strip() for part in value.split(",")])
                field.list.post_message(OfferList.Ticked())
                continue
            control = field.query("Input, Choice, TextArea").first()
            if isinstance(control, Input):
                control.value = value
            elif isinstance(control, TextArea):
                control.text = value
            else:
                assert isinstance(control, Choice)
                control.value = value
        await self.pilot.pause()

    async def field(self, key: str) -> Widget:
        """A field of the dialog on top, once it stands, unfolded where it is folded."""
        controls = ", ".join(f"#f-{key} {kind}" for kind in CONTROLS)
        await self.until(lambda: self.app.screen.query(controls), key)
        field = self.app.screen.query_one(f"#f-{key}")
        for above in field.ancestors:
            if isinstance(above, More):
                above.unfolded = True
        return field

    def saved(self) -> Book:
        """The file as another program finds it."""
        return Repository(self.file, FixedClock(DAY)).load()

    @property
    def case(self) -> Case:
        """The first case of the file, as another program finds it."""
        return self.saved().cases[0]

    def document(self, name: str) -> object:
        """The day a paper of the first case was sent on."""
        return next(d.course().submission for d in self.case.documents if d.name == name)


Opener = Callable[..., AbstractAsyncContextManager[Window]]


@pytest.fixture
def window(tmp_path: Path) -> Opener:
    """Opens a dashboard on the demo, or on an empty file."""

    @asynccontextmanager
    async def open_window(
        size: tuple[int, int] = (80, 24),
        day: date = DAY,
        *,
        seed: bool = True,
        demo: bool = True,
        case: str | None = None,
        tracker: Tracker | None = None,
        keymap: Keymap | None = None,
    ) -> AsyncIterator[Window]:
        file = tmp_path / "case.json"
        rules = load_rules(None)
        if seed and not file.exists():
            write_demo(Repository(file, FixedClock(DAY)), rules, DAY)
        used = tracker or Tracker(Repository(file, FixedClock(day)), rules, FixedClock(day))
        app = G221App(used, case=case, demo=demo, keymap=keymap)
        unhurried(app)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Window(app, pilot, file)

    return open_window
