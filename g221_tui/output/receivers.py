"""Reads who takes a packet, and what of the brief each gets."""

import tomllib
from pathlib import Path

import msgspec

from g221_tui.core.brief.receiver import Receiver

DATA = Path(__file__).parents[1] / "data" / "packets.toml"


def load_receivers() -> tuple[Receiver, ...]:
    """Every receiver, in the order of the file."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["receivers"]
    return tuple(msgspec.convert(row, Receiver) for row in rows)
