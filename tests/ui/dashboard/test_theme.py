"""The colours: readable, few, and never the only bearer of a state."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from g221_tui.ui import theme
from ui.conftest import Opener

TEXTS = ("foreground", "muted", "primary", "caution", "warning", "error", "success", "accent")
GROUNDS = ("background", "surface", "panel", "selected", "selected-faint")
LINES = ("line", "primary", "caution")
"""What lines, frames and marks are drawn with."""
ENOUGH, ENOUGH_OF_LINES = 4.5, 3.0
HIGH = {theme.CONTRAST_NAME: (7.0, 4.5)}
"""What the theme of high contrast promises: for text, and for lines."""
NAMES = [each.name for each in theme.themes()]
SHEETS = sorted(Path(theme.__file__).parent.glob("*.tcss"))


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG 2."""

    def luminance(color: Color) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in color.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
async def test_every_text_can_be_read_on_every_ground(window: Opener, name: str) -> None:
    async with window() as w:
        w.app.theme = name
        await w.pilot.pause()
        colors = {key: w.app.theme_variables[key] for key in (*TEXTS, *GROUNDS)}
        for text in TEXTS:
            for ground in GROUNDS:
                ratio = contrast(Color.parse(colors[text]), Color.parse(colors[ground]))
                enough, _ = HIGH.get(name, (ENOUGH, ENOUGH_OF_LINES))
                assert ratio >= enough, (name, text, ground, round(ratio, 2))
        pair = colors["background"], colors["primary"]  # a button in focus
        assert contrast(*map(Color.parse, pair)) >= ENOUGH


@pytest.mark.parametrize("name", NAMES)
async def test_every_line_and_frame_can_be_seen_on_its_ground(window: Opener, name: str) -> None:
    async with window() as w:
        w.app.theme = name
        await w.pilot.pause()
        _, enough = HIGH.get(name, (ENOUGH, ENOUGH_OF_LINES))
        for line in LINES:
            for ground in ("background", "surface", "panel"):
                pair = w.app.theme_variables[line], w.app.theme_variables[ground]
                ratio = contrast(*map(Color.parse, pair))
                assert ratio >= enough, (name, line, ground, round(ratio, 2))


async def test_what_is_painted_can_be_read(window: Opener) -> None:
    """Every segment that is drawn, not only the variables."""
    for name in NAMES:
        async with window(size=(120, 40)) as w:
            w.app.theme = name
            await w.pilot.pause()
            for pane in (w.board.timeline, w.board.documents, w.board.channels):
                for y in range(pane.size.height):
                    for segment in pane.render_line(y):
                        style = segment.style
                        if not segment.text.strip(" ─━│╭╮╰╯") or style is None:
                            continue
                        assert style.color is not None
                        assert style.bgcolor is not None
                        pair = (style.color.triplet, style.bgcolor.triplet)
                        assert pair[0] is not None
                        assert pair[1] is not None
                        ratio = contrast(Color(*pair[0]), Color(*pair[1]))
                        assert ratio >= ENOUGH, (name, segment.text, round(ratio, 2))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_names_no_colour_of_its_own(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    for line in rules.splitlines():
        if re.match(r"\s*(color|background(-tint)?|border|border-[a-z]+-color):", line):
            value = line.split(":", 1)[1]
            assert "$" in value or re.fullmatch(r"\s*(none|transparent)\s*;\s*", value), line
        assert not re.search(r"#[0-9a-fA-F]{3,8}\s*;", line), line


async def test_without_colour_every_state_is_a_sign_and_a_word(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with window() as w:
        svg = w.app.export_screenshot()
        fills = set(re.findall(r"fill: (#[0-9a-f]{6})", svg))
        assert fills
        for fill in fills:  # greys, but for the ground that Rich gives every SVG
            parts = Color.parse(fill).rgb
            assert max(parts) - min(parts) <= 3, fill
        assert "Call post   ○ 13d" in w.text
        assert "□ Org chart     owed" in w.text


async def test_another_theme_can_be_chosen(window: Opener) -> None:
    async with window() as w:
        for name in (theme.LIGHT_NAME, "nord", "textual-ansi", theme.DARK_NAME):
            if w.app.get_theme(name) is None:
                continue
            w.app.theme = name
            await w.pilot.pause()
            assert "Day 47 of 60" in w.text
