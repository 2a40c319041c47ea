"""Every sign that the faces draw, one constant for each meaning.

A word always stands beside a sign that tells a state, so none is told by it alone. Keys are named
as they are printed on a keyboard (`ui/actions/all_actions.py`), and ASCII stands in where a
terminal knows no sign (`core/text/ascii_signs.py`); both name characters, not signs of ours.
"""

from collections.abc import Mapping
from types import MappingProxyType

from g221_tui.core.model import DocumentState
from g221_tui.core.views import ChannelState, Origin

TICKED, UNTICKED = "✔", "□"
"""What is done or taken, and what is to be done or may be taken."""

ESTIMATE = "~"
"""A figure of somebody's, never a promise."""

CHANNEL: Mapping[ChannelState, str] = MappingProxyType(
    {
        ChannelState.OPEN: "●",
        ChannelState.LOCKED: "○",
        ChannelState.RESTING: "◐",
        ChannelState.NEEDS: "?",
        ChannelState.UNAVAILABLE: "–",
        ChannelState.CLOSED: "×",
    }
)
"""Whether a channel may be used."""

DOCUMENT: Mapping[str, str] = MappingProxyType(
    {
        DocumentState.REQUESTED: UNTICKED,
        DocumentState.READY: "▣",
        DocumentState.SUBMITTED: TICKED,
        DocumentState.RECEIVED: TICKED,
        DocumentState.RETURNED: "←",
        DocumentState.WAIVED: "–",
    }
)
"""How far a document has come, by the word of its state."""

ORIGIN: Mapping[Origin, str] = MappingProxyType(
    {Origin.RECORDED: "●", Origin.RULE: "◇", Origin.ESTIMATE: ESTIMATE}
)
"""Where a row of the timeline comes from."""

DEADLINE = "!"
"""A row of the timeline that must not be missed."""

CAUTION = "!"
"""A line that says what to keep in mind."""

OTHER = "·"
"""A state that has no sign of its own."""

HERE = "▶"
"""Where one is: today, the current case, the present stage of the road."""

ROAD_BEHIND, ROAD_AHEAD = "●", "○"
"""A stage of the road that is passed, and one that may come."""

RAIL, FORK, LAST_FORK = "│", "├─", "└─"
"""What holds the stages of the chart together: the road itself, a way off it, and the last one."""

BAR_BEHIND, BAR_AHEAD = "━", "─"
"""The part of the wait that is behind, and the rest: told without colour."""

AXIS_TODAY, AXIS_MARK = "●", "┼"
"""Today on the axis of the wait, and a day on which something opens."""

BAND = "▌"
"""Before the line that the eye meets first."""

CALENDAR_TODAY = HERE
"""Today in the calendar of the wait; the marks of its other days are below, by their names."""

CALENDAR: Mapping[str, str] = MappingProxyType(
    {
        "deadline": DEADLINE,
        "event": ORIGIN[Origin.RECORDED],
        "answered": "◆",
        "changed": "≠",
        "requested": UNTICKED,
        "sent": TICKED,
        "asked": "?",
        "unlock": ORIGIN[Origin.RULE],
        "looked": "○",
        "usual_end": ESTIMATE,
    }
)
"""What a day of the calendar of the wait holds; each has one cell, in ASCII too."""

MARKED = "■"
"""A document that is marked, to be sent together with others."""

FOLDED, UNFOLDED = "▸", "▾"
"""A row that holds further rows, which are hidden or shown."""

MORE_ABOVE, MORE_BELOW = "↑", "↓"
"""Before the number of rows that are out of sight."""

TIMES = "×"
"""Before how many times the same thing happened."""

ITEM = "·"
"""Before an item of a list."""

OFFERED = "+"
"""A document that may be put on the list."""

THEN = " → "
"""Between what was and what comes after it: stages, or the two values of a change."""

BETWEEN = " · "
"""Between things told one after the other on a line."""

ELLIPSIS = "…"
"""Where something is left out."""
