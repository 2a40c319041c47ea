"""The themes of g221: a dark, a light, and one of high contrast.

Grey, one accent, one tone for what is due. Every pair of text and ground has a contrast of at least
4.5 to 1, every line and frame one of 3 to 1; in high contrast 7 and 4.5 (a test computes it).
"""

from collections.abc import Mapping

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


def _variables(
    accent: str, ground: str, text: str, muted: str, line: str, selected: str, faint: str
) -> dict[str, str]:
    """The variables both themes set, so that Textual's own widgets wear the same few colours."""
    return {
        "muted": muted,
        "line": line,
        "selected": selected,
        "selected-faint": faint,
        "block-cursor-background": selected,
        "block-cursor-foreground": text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": faint,
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": faint,
        "border": accent,
        "border-blurred": line,
        "footer-background": ground,
        "footer-foreground": muted,
        "footer-item-background": ground,
        "footer-key-background": ground,
        "footer-key-foreground": accent,
        "footer-description-background": ground,
        "footer-description-foreground": muted,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
        "input-selection-background": selected,
        "scrollbar": line,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


def themes() -> tuple[Theme, ...]:
    """The dark, the light and the high contrast theme."""
    dark = Theme(
        name=DARK_NAME,
        primary="#8cc7ba",
        secondary="#8cc7ba",
        accent="#8cc7ba",
        success="#8cc7ba",
        warning="#dcbc85",
        error="#dcbc85",
        foreground="#d4dbe0",
        background="#12171c",
        surface="#181f25",
        panel="#20292f",
        dark=True,
        variables={
            **_variables(
                accent="#8cc7ba",
                ground="#12171c",
                text="#eef2f4",
                muted="#98a5af",
                line="#667782",
                selected="#26363b",
                faint="#1a2228",
            ),
            "caution": "#dcbc85",
        },
    )
    light = Theme(
        name=LIGHT_NAME,
        primary="#17685c",
        secondary="#17685c",
        accent="#17685c",
        success="#17685c",
        warning="#7a4f05",
        error="#7a4f05",
        foreground="#2a3237",
        background="#f7f5f0",
        surface="#fdfcf9",
        panel="#ece8df",
        dark=False,
        variables={
            **_variables(
                accent="#17685c",
                ground="#f7f5f0",
                text="#14191c",
                muted="#556068",
                line="#807c72",
                selected="#d9e6e1",
                faint="#efece4",
            ),
            "caution": "#7a4f05",
        },
    )
    contrast = Theme(
        name=CONTRAST_NAME,
        primary="#7fffd4",
        secondary="#7fffd4",
        accent="#7fffd4",
        success="#7fffd4",
        warning="#ffd75f",
        error="#ffd75f",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        dark=True,
        variables={
            **_variables(
                accent="#7fffd4",
                ground="#000000",
                text="#ffffff",
                muted="#d0d0d0",
                line="#b2b2b2",
                selected="#003f5c",
                faint="#262626",
            ),
            "caution": "#ffd75f",
        },
    )
    return dark, light, contrast
