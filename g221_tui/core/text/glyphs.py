"""The signs that both faces draw; a word always stands beside each, so none is told by it alone."""

from collections.abc import Mapping
from types import MappingProxyType

from g221_tui.core.model import DocumentState
from g221_tui.core.views import ChannelState, Origin

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
        DocumentState.REQUESTED: "□",
        DocumentState.READY: "▣",
        DocumentState.SUBMITTED: "✔",
        DocumentState.RECEIVED: "✔",
        DocumentState.RETURNED: "←",
        DocumentState.WAIVED: "–",
    }
)
"""How far a document has come, by the word of its state."""

ORIGIN: Mapping[Origin, str] = MappingProxyType(
    {Origin.RECORDED: "●", Origin.RULE: "◇", Origin.ESTIMATE: "~"}
)
"""Where a row of the timeline comes from."""

DEADLINE = "!"
"""A row of the timeline that must not be missed."""

TODAY = "▶"
"""Today, and the case in hand."""
