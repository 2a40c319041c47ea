"""One table of actions feeds the keys, the footer, the palette and the help."""

from collections import Counter

import pytest
from textual.widgets import Static

from g221_tui.ui.actions.action import without_a_case
from g221_tui.ui.actions.all_actions import ACTIONS, BY_ID, bindings
from g221_tui.ui.actions.in_force import footer_keys
from g221_tui.ui.widgets.keys import STAYS, fitting
from ui.conftest import Opener, Window

ANY = 1000
"""A width in which every key fits."""


def titles(w: Window) -> set[str]:
    """What the palette names."""
    return {command.title for command in w.app.get_system_commands(w.app.screen)}


def test_each_action_has_a_name_and_a_key_of_its_own() -> None:
    assert len(BY_ID) == len(ACTIONS)
    keys = Counter(key for action in ACTIONS for key in action.key.split(",") if key)
    assert [key for key, times in keys.items() if times > 1] == []


def test_each_key_is_bound_under_the_name_of_its_action_for_a_keymap() -> None:
    assert [(b.id, b.key, b.action) for b in bindings()] == [
        (f"g221.{a.id}", a.key, f"do('{a.id}')") for a in ACTIONS if a.key
    ]


async def test_the_palette_names_every_action_that_may_be_done_and_does_it(
    window: Opener,
) -> None:
    async with window() as w:
        named = {a.label.capitalize() for a in ACTIONS if a.palette and w.board.may_do(a)}
        assert named <= titles(w)
        assert {"Today", "Put back", "Tick", "Open"} & titles(w) == set()
        await w.press("ctrl+p", *"facts", "enter")
        await w.dialog("CorrectDialog")
        await w.press("escape")
        await w.closed()


async def test_the_palette_follows_what_may_be_done(window: Opener) -> None:
    async with window() as w:
        await w.press("[")
        assert "Today" in titles(w)
        assert {"Log", "Event", "Undo", "New case", "Take in"} & titles(w) == set()


async def test_the_help_names_every_key(window: Opener) -> None:
    async with window(size=(120, 80)) as w:
        await w.press("?")
        await w.dialog("Help")
        told = [str(line.content) for line in w.app.screen.query(Static)]
        here = [a for a in ACTIONS if a.key and a.may is not without_a_case]
        assert [a.tooltip for a in here if a.tooltip not in told] == []


def test_the_footer_keeps_help_and_quit_to_the_last() -> None:
    every = fitting(footer_keys(), ANY, case=True)
    assert [key.action for key in every if key.stays == STAYS] == ["help", "quit"]
    assert [key.action for key in fitting(footer_keys(), 1, case=True)] == ["help", "quit"]


@pytest.mark.parametrize("width", range(20, 120, 10))
def test_what_leaves_the_footer_is_what_stays_the_least(width: int) -> None:
    every, kept = (fitting(footer_keys(), w, case=True) for w in (ANY, width))
    gone = [key.stays for key in every if key not in kept]
    assert max(gone, default=0) < min(key.stays for key in kept)


def test_without_a_case_the_footer_names_what_one_can_begin_with() -> None:
    keys = fitting(footer_keys(), ANY, case=False)
    begins = ["new case", "take in", "guide", "demo"]
    assert [key.label for key in keys] == [*begins, "help", "quit", "palette"]


async def test_a_key_bound_anew_by_the_name_of_its_action_does_it(window: Opener) -> None:
    async with window() as w:
        w.app.set_keymap({"g221.road": "z"})
        await w.press("z")
        await w.dialog("RoadSheet")
