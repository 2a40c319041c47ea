"""What is remembered of how the user likes the dashboard, and what their file may set."""

import json
from pathlib import Path

import pytest

from g221_tui.clock import FixedClock
from g221_tui.demo import demo_tracker
from g221_tui.ui import theme
from g221_tui.ui.app import G221App
from g221_tui.ui.preferences import PreferenceFiles
from ui.conftest import DAY


@pytest.fixture
def files(tmp_path: Path) -> PreferenceFiles:
    """The two files in folders of their own, none of them there yet."""
    return PreferenceFiles(tmp_path / "config", tmp_path / "state")


async def shown(files: PreferenceFiles, *keys: str, theme: str = "") -> G221App:
    """The dashboard after some keys."""
    with demo_tracker(FixedClock(DAY)) as tracker:
        app = G221App(tracker, demo=True, preferences=files)
        async with app.run_test(size=(80, 24)) as pilot:
            if theme:
                app.theme = theme
            await pilot.press(*keys)
            await pilot.pause()
    return app


async def test_theme_and_mask_are_remembered(files: PreferenceFiles) -> None:
    await shown(files, "m", theme=theme.LIGHT_NAME)
    again = await shown(files)
    assert again.theme == theme.LIGHT_NAME
    assert again.session.masked
    assert files.remembered.stat().st_mode & 0o077 == 0 or files.remembered.exists()


async def test_the_user_s_own_file_holds_over_what_is_remembered(files: PreferenceFiles) -> None:
    await shown(files, "m", theme=theme.LIGHT_NAME)
    files.settings.parent.mkdir()
    files.settings.write_text(f'theme = "{theme.CONTRAST_NAME}"\nmasked = false\n', "utf-8")
    again = await shown(files)
    assert (again.theme, again.session.masked) == (theme.CONTRAST_NAME, False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theme = ", "can't be read"),
        ("signs = 'runes'", "'signs' can't be 'runes'; it may be: auto, ascii, unicode."),
        ("masked = 'yes'", "'masked' can't be 'yes'; it may be: bool."),
        ("colour = 1", "'colour' is no setting; known: theme, masked, signs, lock."),
    ],
)
async def test_what_can_not_be_understood_is_said_and_nothing_else_is_lost(
    files: PreferenceFiles, text: str, says: str
) -> None:
    files.settings.parent.mkdir()
    files.settings.write_text(text, "utf-8")
    found = files.read()
    assert len(found.complaints) == 1
    assert says in found.complaints[0]
    app = await shown(files)
    assert app.theme == theme.DARK_NAME


async def test_what_was_remembered_and_is_spoilt_is_as_if_it_were_not_there(
    files: PreferenceFiles,
) -> None:
    files.remembered.parent.mkdir()
    for spoilt in ("", "[]", "{", json.dumps({"theme": "gone"})):
        files.remembered.write_text(spoilt, "utf-8")
        app = await shown(files)
        assert app.theme == theme.DARK_NAME


async def test_where_nothing_can_be_written_the_choice_holds_for_this_time(tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where a folder should be", "utf-8")
    app = await shown(PreferenceFiles(tmp_path / "config", blocked), "m")
    assert app.session.masked


async def test_a_theme_of_another_program_is_ignored(
    files: PreferenceFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "dracula-of-another-program")
    assert (await shown(files)).theme == theme.DARK_NAME
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    assert (await shown(files)).theme == "nord"
