"""What hands do on the dashboard: strike keys, walk through a dialog, go to a row.

Keys are struck as fast as they come; what has to follow from them is waited for, not a time.
"""

import asyncio
from collections.abc import Callable

from textual import events
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from g221_tui.ui.widgets.fields.choice import Choice, ChoiceField
from g221_tui.ui.widgets.fields.choice_list import ChoiceList
from g221_tui.ui.widgets.fields.field import Field
from g221_tui.ui.widgets.fields.more import MoreLine
from ui.conftest import Window

NAMES = {" ": "space", "-": "minus", ".": "full_stop", ",": "comma", "?": "question_mark"}
"""What the keys that are no letters and no digits are called."""

PANES = ("timeline", "documents", "channels")
MOST_FIELDS = 60
"""More than the longest dialog has."""
STEP, PATIENCE = 0.002, 4000
"""Seconds between two looks at whether the app has come so far, and the most looks."""


async def soon(w: Window, done: Callable[[], object], what: str) -> None:
    """Wait until the app has come so far."""
    for _ in range(PATIENCE):
        if done():
            return
        await asyncio.sleep(STEP)
    raise AssertionError(f"{what} never came; the screen:\n{w.text}")


def strikes(w: Window, key: str, times: int = 1) -> None:
    """Strike one key several times."""
    for _ in range(times):
        w.app.simulate_key(key)


def types(w: Window, text: str) -> None:
    """Strike the keys of a text, one after the other."""
    for char in text:
        if char == "\n":
            strikes(w, "enter")
        else:
            w.app.post_message(events.Key(char if char.isalnum() else NAMES[char], char))


async def fills(w: Window, **values: str) -> None:
    """Walk through the dialog on top with tab, and write into the fields of those keys.

    The values are in the order of the dialog; one of a list is chosen by its first words.
    """
    await soon(w, lambda: w.app.screen.focused is not None, "the first field")
    for key, value in values.items():
        await _walk_to(w, key.rstrip("_"))
        await _enters(w, w.app.screen.focused, value)


async def _walk_to(w: Window, key: str) -> None:
    for _ in range(MOST_FIELDS):
        at = w.app.screen.focused
        if at is not None and any(isinstance(n, Field) and n.key == key for n in at.ancestors):
            return
        if isinstance(at, MoreLine) and not at.more.unfolded and at.more.query(f"#f-{key}"):
            strikes(w, "enter")
        elif isinstance(at, ChoiceList):
            strikes(w, "escape")
        else:
            strikes(w, "tab")
        await _leaves(w, at)
    raise AssertionError(f"no way by tab to {key}; the screen:\n{w.text}")


async def _leaves(w: Window, control: Widget | None) -> None:
    await soon(w, lambda: w.app.screen.focused is not control, "the next field")


async def _enters(w: Window, control: Widget | None, value: str) -> None:
    """Write a value into the control in focus, in place of what stands there."""
    if isinstance(control, ChoiceList):
        folded = next(n for n in control.ancestors if isinstance(n, ChoiceField)).choice
        await _take(w, control, folded, value)
    elif isinstance(control, Choice):
        strikes(w, "space")
        await soon(w, lambda: isinstance(w.app.screen.focused, ChoiceList), "the list")
        unfolded = w.app.screen.focused
        assert isinstance(unfolded, ChoiceList)
        await _take(w, unfolded, control, value)
    elif isinstance(control, Input):
        if control.value:
            strikes(w, "end")
            strikes(w, "ctrl+u")
            await soon(w, lambda: not control.value, "an empty field")
        types(w, value)
        await soon(w, lambda: control.value == value, value)
    else:
        assert isinstance(control, TextArea), control
        types(w, value)
        await soon(w, lambda: control.text == value, value)


async def _take(w: Window, unfolded: ChoiceList, choice: Choice, words: str) -> None:
    """Go to the line of an unfolded list that begins with those words, and take it."""
    lines = [str(option.prompt) for option in unfolded.options]
    wanted = [place for place, line in enumerate(lines) if line.startswith(words)]
    assert wanted, f"no {words!r} among {lines}"
    await _step(w, unfolded, wanted[0])
    value = unfolded.values[wanted[0]]
    strikes(w, "enter")
    await soon(w, lambda: choice.value == value, "the choice")
    # The line has the focus for a moment before it goes on.
    await soon(w, lambda: w.app.screen.focused not in (unfolded, choice), "the next field")


async def goes_to(w: Window, pane: str, words: str) -> None:
    """Put the cursor of the dashboard on the last row of that pane that has those words."""
    focused = w.board.pane
    assert focused is not None
    steps = PANES.index(pane) - PANES.index(str(focused.id))
    strikes(w, "right" if steps > 0 else "left", abs(steps))
    await soon(w, lambda: w.board.pane is not None and w.board.pane.id == pane, pane)
    there = w.board.pane
    assert there is not None
    await moves(w, there, words)


async def moves(w: Window, listed: OptionList, words: str) -> None:
    """Put the cursor of a list in focus on the last row that has those words."""

    def wanted() -> list[int]:
        rows = [" ".join(str(option.prompt).split()) for option in listed.options]
        return [place for place, row in enumerate(rows) if words in row]

    await soon(w, wanted, f"{words!r} among the rows")
    await _step(w, listed, wanted()[-1])


async def _step(w: Window, listed: OptionList, place: int) -> None:
    """Go to a row; the cursor passes the headings by."""
    at = listed.highlighted or 0
    between = listed.options[min(at, place) : max(at, place)]
    steps = sum(not option.disabled for option in between)
    strikes(w, "down" if place > at else "up", steps)
    await soon(w, lambda: listed.highlighted == place, f"row {place}")
