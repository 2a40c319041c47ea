"""What a dialog looks like: fields told from their ground, one plain button, its size."""

import pytest
from textual.color import Color
from textual.widgets import Button, Input

from g221_tui.ui import theme
from ui.conftest import Opener
from ui.dashboard.test_theme import ENOUGH, contrast

EDGE = 3.0
"""The least contrast of what shows where a field is (WCAG 2.1, 1.4.11)."""


@pytest.mark.parametrize("name", [theme.DARK_NAME, theme.LIGHT_NAME])
async def test_the_edge_of_a_field_and_the_button_that_saves_stand_out(
    window: Opener, name: str
) -> None:
    async with window(size=(100, 40)) as w:
        w.app.theme = name
        await w.press("l")
        await w.dialog("LogDialog")
        await w.field("note")
        ground = Color.parse(w.app.theme_variables["surface"])
        for line in w.app.screen.query("Input, Choice, .field-date"):
            if not any(above.has_class("field-date") for above in line.ancestors):
                kind, colour = line.styles.border_left
                assert kind, line
                assert contrast(colour, ground) >= EDGE, line
        save, cancel = (w.app.screen.query_one(f"#{key}", Button) for key in ("save", "cancel"))
        assert contrast(save.styles.background, ground) >= EDGE
        assert contrast(save.styles.color, save.styles.background) >= ENOUGH
        assert contrast(cancel.styles.background, ground) < EDGE
        w.app.screen.set_focus(save)
        await w.pilot.pause()
        assert contrast(save.styles.color, save.styles.background) >= ENOUGH
        assert contrast(save.styles.background, Color.parse(w.app.theme_variables["primary"])) > 1.2


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (120, 40)])
async def test_a_form_fills_a_narrow_window_and_shows_its_buttons(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size) as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.sees("Names", "Add ctrl+s", "Cancel esc")
        box = w.app.screen.query_one(".dialog-box").region
        assert (box.size == w.app.size) is (size[0] < 90)
        for button in w.app.screen.query(Button):
            assert w.app.screen.region.contains_region(button.region)


async def test_in_a_narrow_window_the_label_stands_above_its_field(window: Opener) -> None:
    async with window(size=(50, 24)) as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.sees("Last good day")
        label = w.app.screen.query_one("#f-on .field-label").region
        line = w.app.screen.query_one("#f-on Input", Input).region
        assert label.bottom == line.y
        await w.pilot.resize_terminal(100, 24)
        await w.until(
            lambda: (
                w.app.screen.query_one("#f-on .field-label").region.y
                == w.app.screen.query_one("#f-on Input").region.y
            ),
            "a column of labels",
        )


async def test_the_label_of_the_field_in_focus_is_seen_in_the_smallest_window(
    window: Opener,
) -> None:
    async with window(size=(40, 12)) as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.sees("Words on the page", "Log it ctrl+s")
        await w.press("enter")
        await w.sees("Note")


async def test_the_label_of_the_field_in_focus_alone_is_marked(window: Opener) -> None:
    async with window() as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.field("on")
        what, when = (w.app.screen.query_one(f"#f-{key} .field-label") for key in ("name", "on"))
        await w.until(lambda: what.styles.text_style.bold, "the first label")
        await w.press("enter")
        await w.until(lambda: when.styles.text_style.bold, "the second label")
        assert not what.styles.text_style.bold
