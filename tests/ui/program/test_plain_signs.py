"""The signs of the screen in ASCII."""

from pathlib import Path

import pytest

from g221_tui.clock import FixedClock
from g221_tui.demo import demo_tracker
from g221_tui.ui.app import G221App
from g221_tui.ui.plain_signs import needed, table
from g221_tui.ui.preferences import PreferenceFiles
from ui.conftest import DAY
from ui.pictures import text_of

KEYS = (("tab",), ("l",), ("r",), ("?",), ("enter",), ("s",), ("a",))
"""Ways to the screens."""


@pytest.mark.parametrize("keys", KEYS)
async def test_no_screen_holds_a_sign_beyond_ascii(tmp_path: Path, keys: tuple[str, ...]) -> None:
    (tmp_path / "settings.toml").write_text("signs = 'ascii'", "utf-8")
    files = PreferenceFiles(tmp_path, tmp_path)
    with demo_tracker(FixedClock(DAY)) as tracker:
        app = G221App(tracker, demo=True, preferences=files)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            await pilot.pause(0.1)
            text = text_of(app.export_screenshot())
    assert [sign for sign in text if not sign.isascii()] == []
    assert "Day 47 of 60" in text or len(keys) == 1


@pytest.mark.parametrize(
    ("environ", "encoding", "plain"),
    [
        ({"TERM": "xterm-256color"}, "UTF-8", False),
        ({"TERM": "xterm-256color"}, "utf8", False),
        ({"TERM": "xterm"}, "ANSI_X3.4-1968", True),
        ({"TERM": "xterm"}, "ISO-8859-1", True),
        ({"TERM": "linux"}, "UTF-8", True),
        ({"TERM": "vt220"}, "UTF-8", True),
        ({"TERM": "dumb"}, "UTF-8", True),
        ({}, "UTF-8", False),
        ({"TERM": "xterm"}, "no-such-encoding", True),
    ],
)
def test_it_begins_by_itself_where_the_terminal_may_know_no_other(
    environ: dict[str, str], encoding: str, plain: bool
) -> None:
    assert needed(environ, encoding) is plain


def test_each_sign_becomes_one_cell() -> None:
    assert {len(plain) for plain in table().values()} == {1}
