"""The dashboard in a pseudo-terminal, and a way to ask what stands in its fields.

Run as a program (`watched.py FILE SOCKET DAY`) it is the dashboard itself, as `g221` opens it,
with a socket beside the terminal on which it tells which screens are open and what is written.
"""

import asyncio
import json
import select
import socket
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[3]), str(Path(__file__).parents[2])]

from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

from g221_tui.clock import FixedClock
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.app import G221App
from g221_tui.ui.widgets.fields.field import Field

PATIENCE = 20.0
"""Seconds to wait for what has to come, on a busy machine."""
LOOK = 0.005
"""Seconds between two questions."""

MORE = b"more\n"
"""The longer question."""
KEPT = 4000
"""Signs of what the app drew that are kept: of no use but to see why a test fails."""


def told(app: G221App) -> dict[str, Any]:
    """Which screens lie upon each other, and what the one in front holds."""
    return {
        "screens": [type(screen).__name__ for screen in app.screen_stack],
        "focus": name_of(app.focused) if app.focused is not None else "",
        "fields": {name_of(c): text_of(c) for c in app.screen.query("Input, TextArea")},
        "idle": app.keys.idle,
        "came": int(app.sub_title or 0),
    }


def told_more(app: G221App) -> dict[str, Any]:
    """Where the tab key stops on the screen in front, and which keys it hears."""
    return {
        **told(app),
        "chain": [stop_of(control) for control in app.screen.focus_chain],
        "keys": sorted(app.screen.active_bindings),
    }


def text_of(control: Widget) -> str:
    """What is written in a field."""
    return control.value if isinstance(control, Input) else getattr(control, "text", "")


def stop_of(control: Widget) -> tuple[str, str, str]:
    """A stop of the tab key: its name, and what stands before and after what will be typed."""
    text, before, after = text_of(control), "", ""
    if isinstance(control, Input) and not control.select_on_focus:
        before, after = text[: control.cursor_position], text[control.cursor_position :]
    elif isinstance(control, TextArea):
        after = text
    return name_of(control), before, after


def name_of(control: Widget) -> str:
    """The key of its field where text can be written, else what it is and its own name."""
    if isinstance(control, Input | TextArea):
        for node in control.ancestors_with_self:
            if isinstance(node, Field):
                return node.key
    return f"{type(control).__name__}#{control.id}"


async def _answer(app: G221App, place: str) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while asked := await reader.readline():
            answer = told_more(app) if asked == MORE else told(app)
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()
        writer.close()

    await asyncio.start_unix_server(serve, place)


def main(file: str, place: str, day: str) -> None:
    """Be the dashboard."""
    clock = FixedClock(date.fromisoformat(day))
    app = G221App(Tracker(Repository(Path(file), clock), load_rules(None), clock))

    def ready() -> None:
        app.run_worker(_answer(app, place))

    by_itself = app.keys.arrived

    def arrived(event: events.Key | events.Paste) -> float:
        app.sub_title = str(int(app.sub_title or 0) + 1)
        return by_itself(event)

    app.keys.arrived = arrived
    app.when_ready = ready
    app.run()


class Watched:
    """The one who types: keys into the terminal, questions over the socket."""

    def __init__(self, folder: Path, file: Path, day: date) -> None:
        from faults.terminal import Terminal

        self.file = file
        self._sent = 0
        """How many keys were sent."""
        place = folder / "s"
        place.unlink(missing_ok=True)
        self.terminal = Terminal(
            sys.executable,
            __file__,
            str(file),
            str(place),
            day.isoformat(),
            env={"TEXTUAL_ANIMATIONS": "none", "ESCDELAY": "20"},
        )
        self._socket = socket.socket(socket.AF_UNIX)
        end = time.monotonic() + PATIENCE
        while True:
            self.terminal.read(0.02)
            try:
                self._socket.connect(str(place))
                break
            except OSError:
                assert time.monotonic() < end, self.terminal.output[-2000:]
                assert self.terminal.process.poll() is None, self.terminal.output[-2000:]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self.terminal.kill()

    def now(self, question: bytes = b"?\n") -> dict[str, Any]:
        """What the app tells; what it draws is taken meanwhile."""
        self.terminal.output = self.terminal.output[-KEPT:]
        self._socket.sendall(question)
        said, end = b"", time.monotonic() + PATIENCE
        while not said.endswith(b"\n"):
            self.terminal.read()
            if select.select([self._socket], [], [], LOOK)[0]:
                said += self._socket.recv(65536)
            assert time.monotonic() < end, self.terminal.where()
        answer: dict[str, Any] = json.loads(said)
        return answer

    @property
    def front(self) -> str:
        """The screen in front."""
        return str(self.now()["screens"][-1])

    def types(self, strokes: Sequence[str], pause: Callable[[], float]) -> None:
        """Send keys, each so many seconds after the last; those without a pause in one go."""
        together = ""
        for stroke in strokes:
            alone = stroke.startswith("\x1b")
            if alone:
                self._send(together, 0)
                together = ""
            together += stroke
            if (seconds := pause()) or alone:
                self._send(together, seconds)
                together = ""
        self._send(together, 0)

    def send(self, keys: str) -> None:
        """Send keys in one go; a sequence that begins with escape goes alone."""
        self._sent += 1 if keys.startswith("\x1b") else len(keys)
        self.terminal.send(keys)

    def _send(self, keys: str, seconds: float) -> None:
        if keys:
            self.send(keys)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.terminal.read(left)

    def rests(self) -> dict[str, Any]:
        """Wait until every key was taken and nothing changes any more; what is told then."""
        end = time.monotonic() + PATIENCE
        last = self.now()
        while time.monotonic() < end:
            self.terminal.read(0.02)
            now = self.now()
            if now == last and now["idle"] and now["came"] >= self._sent:
                return now
            last = now
        raise AssertionError(f"no rest: {last}")

    def changes(self, former: dict[str, Any]) -> None:
        """Wait until the app tells something else: an escape was not heard as part of a key."""
        end = time.monotonic() + PATIENCE
        while {**self.now(), "came": 0} == {**former, "came": 0}:
            assert time.monotonic() < end, former
            self.terminal.read(LOOK)

    def until(self, *screens: str) -> str:
        """Wait until one of these screens is in front, and stands."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            now = self.now()
            came = now["came"] >= self._sent and now["idle"]
            if now["screens"][-1] in screens and came:
                return str(now["screens"][-1])
            self.terminal.read(LOOK)
        raise AssertionError(f"none of {screens} came: {self.now()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
