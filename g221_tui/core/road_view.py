"""The road of a case in a snapshot: the stages behind, the one it is in, the ways ahead."""

from datetime import date

import msgspec


class RoadStop(msgspec.Struct, frozen=True, kw_only=True):
    """A stage on the road."""

    id: str
    name: str
    since: date | None
    """The day it began; none ahead."""
    usual: str
    """How long it usually takes and whose figure that is; empty where there is none."""


class RoadBranch(msgspec.Struct, frozen=True, kw_only=True):
    """One way the road may go on."""

    label: str
    stops: tuple[RoadStop, ...]


class RoadView(msgspec.Struct, frozen=True, kw_only=True):
    """Where the case is on its road, what is behind, and every way ahead."""

    behind: tuple[RoadStop, ...]
    here: RoadStop
    ahead: tuple[RoadBranch, ...]
