"""Reads how the calendar and the reminders are made; no snapshot needs it."""

import tomllib

import msgspec

from g221_tui.core.outgoing.outgoing_rules import OutgoingRules
from g221_tui.rules.shipped import DATA


def load_outgoing() -> OutgoingRules:
    """The rules of `data/outgoing.toml`."""
    return msgspec.convert(
        tomllib.loads((DATA / "outgoing.toml").read_text("utf-8")), OutgoingRules
    )
