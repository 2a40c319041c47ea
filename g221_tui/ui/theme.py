"""The themes of g221: a dark, a light, and one of high contrast.

Grey, one accent, one tone for what is due. Every pair of text and ground has a contrast of at least
4.5 to 1, every line and frame one of 3 to 1; in high contrast 7 and 4.5 (a test computes it).
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

DARK_NAME = "g221-dark"
LIGHT_NAME = "g221-light"
CONTRAST_NAME = "g221-high-contrast"

STAND_INS = {
    "muted": "foreground",
    "line": "foreground",
    "selected": "panel",
    "selected-faint": "surface",
    "caution": "warning",
}
"""Variables of ours, and which variable stands in for each under a theme without it."""

MARKING = ("selected", "primary", "scrollbar", "scrollbar-hover", "scrollbar-active")
"""Variables whose colour, as a ground, shows where one is: reversed where there are no colours."""


SCROLLBAR_GROUNDS = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)
"""Textual's variables for what lies behind a scroll bar."""


class Colourless(LineFilter):
    """Takes every colour away, as NO_COLOR asks; bold, underlined and reversed stay."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        """Learn the marking grounds from the variables of a theme."""
        super().__init__()
        named = (variables[name] for name in MARKING if name in variables)
        self._marking = {Color.parse(colour).rich_color.triplet for colour in named} - {None}
        self._bare: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same signs without colours."""
        return [Segment(text, style and self._of(style), None) for text, style, _ in segments]

    def _of(self, style: Style) -> Style:
        bare = self._bare.get(style)
        if bare is None:
            bare = style.without_color
            if style.bgcolor is not None and style.bgcolor.triplet in self._marking:
                bare += Style(reverse=True)
            self._bare[style] = bare
        return bare


class Colours(NamedTuple):
    """The colours of a theme, each with its one meaning."""

    accent: str
    """What is done, open, in focus."""
    caution: str
    """What is due, and what to keep in mind."""
    foreground: str
    """Text."""
    strong: str
    """Text on a marked ground."""
    muted: str
    """Text that is read second."""
    line: str
    """Lines and frames."""
    background: str
    """The ground of the dashboard."""
    surface: str
    """The ground of a dialog."""
    panel: str
    """The ground of a field, and of the next step."""
    selected: str
    """The ground of the row in focus."""
    faint: str
    """The ground of a row under the mouse."""


DARK = Colours(
    accent="#8cc7ba",
    caution="#dcbc85",
    foreground="#d4dbe0",
    strong="#eef2f4",
    muted="#98a5af",
    line="#667782",
    background="#12171c",
    surface="#181f25",
    panel="#20292f",
    selected="#26363b",
    faint="#1a2228",
)
LIGHT = Colours(
    accent="#17685c",
    caution="#7a4f05",
    foreground="#2a3237",
    strong="#14191c",
    muted="#556068",
    line="#807c72",
    background="#f7f5f0",
    surface="#fdfcf9",
    panel="#ece8df",
    selected="#d9e6e1",
    faint="#efece4",
)
CONTRAST = Colours(
    accent="#7fffd4",
    caution="#ffd75f",
    foreground="#ffffff",
    strong="#ffffff",
    muted="#d0d0d0",
    line="#b2b2b2",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    selected="#003f5c",
    faint="#262626",
)


def themes() -> tuple[Theme, ...]:
    """The dark, the light and the high contrast theme."""
    return (
        _theme(DARK_NAME, DARK, dark=True),
        _theme(LIGHT_NAME, LIGHT, dark=False),
        _theme(CONTRAST_NAME, CONTRAST, dark=True),
    )


def _theme(name: str, of: Colours, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=of.accent,
        secondary=of.accent,
        accent=of.accent,
        success=of.accent,
        warning=of.caution,
        error=of.caution,
        foreground=of.foreground,
        background=of.background,
        surface=of.surface,
        panel=of.panel,
        dark=dark,
        variables=_variables(of),
    )


def _variables(of: Colours) -> dict[str, str]:
    """Our own variables, and Textual's, so that its widgets wear the same few colours."""
    return {
        "muted": of.muted,
        "line": of.line,
        "selected": of.selected,
        "selected-faint": of.faint,
        "caution": of.caution,
        "block-cursor-background": of.selected,
        "block-cursor-foreground": of.strong,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": of.faint,
        "block-cursor-blurred-foreground": of.strong,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": of.faint,
        "border": of.accent,
        "border-blurred": of.line,
        "footer-background": of.background,
        "footer-foreground": of.muted,
        "footer-item-background": of.background,
        "footer-key-background": of.background,
        "footer-key-foreground": of.accent,
        "footer-description-background": of.background,
        "footer-description-foreground": of.muted,
        "input-cursor-background": of.strong,
        "input-cursor-foreground": of.background,
        "input-selection-background": of.selected,
        "scrollbar": of.line,
        "scrollbar-hover": of.muted,
        "scrollbar-active": of.accent,
        **dict.fromkeys(SCROLLBAR_GROUNDS, of.background),
    }
