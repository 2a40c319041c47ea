"""Row 21: every day count, on any dates and in any zone, against dates counted here."""

import os
import random
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from faults.parts.part import Kind, Tally, scaled
from faults.runner import Runner, at_home

TRIES = 5_000
ZONES = (
    *("Etc/GMT-14", "Etc/GMT+12", "Asia/Kolkata", "America/New_York", "Europe/Dublin", "UTC"),
    *("Pacific/Kiritimati", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"),
)
"""Zones at both ends of the day, and with odd and shifting hours."""
WAITS = {"guide": (60, 61), "state": (180, 181)}
"""When one may ask the Department, and a Senator, by policy: days after the anchor."""
STATE_DAY = 180
EDGES = (0, 1, 29, 30, 59, 60, 61, 179, 180, 181, 364, 365, 366)
"""Days around which something opens or ends."""


def days(folder: Path, share: float) -> Iterator[Tally]:
    """A case refused on a random day, looked at on a random day, in a random zone."""
    total = scaled(TRIES, share, 12)
    name = "a case refused on a random day, looked at on another, in some zone"
    tally = Tally(name, 21, kind=Kind.ORDINARY, planned=total)
    yield tally
    former = os.environ.get("TZ")
    with at_home(folder):
        for n in range(total):
            zone = tally.chance.choice(ZONES)
            os.environ["TZ"] = zone
            if hasattr(time, "tzset"):
                time.tzset()
            with tally.attempt((n, zone)):
                _one(tally.chance, Runner(folder / f"{n}.json"), zone, n % 8 == 0)
        os.environ.pop("TZ")
        if former is not None:
            os.environ["TZ"] = former


def _one(chance: random.Random, g221: Runner, zone: str, real: bool) -> None:
    refused = date(2019, 1, 1) + timedelta(chance.randrange(4000))
    if chance.random() < 0.1:
        refused = date(chance.choice((2020, 2024, 2028)), 2, 29)
    after = chance.choice(EDGES) if chance.random() < 0.6 else chance.randrange(800)
    today = refused + timedelta(after)
    given: str | None = today.isoformat()
    if real:  # the machine's own clock, in that zone
        given = None
        today = datetime.fromtimestamp(time.time(), ZoneInfo(zone)).date()
        refused = today - timedelta(after)
    policy = chance.choice(sorted(WAITS))
    facts = ("--us-link", "employer", "--us-state", "TX", "--tracking", "yes", "--policy", policy)
    words = ("new", "--refused", refused.isoformat(), "--document", "Org chart", *facts)
    g221(*words, today=given)
    status = g221("status", "--json", today=given).json()
    if real and status["today"] != today.isoformat():
        return  # midnight came between
    assert status["today"] == today.isoformat()
    wait = status["wait"]
    assert (wait["anchor"], wait["elapsed_days"]) == (refused.isoformat(), after)
    assert wait["days_left"] == max(0, WAITS[policy][0] - after)
    assert wait["state_department_day_180"] == _plus(refused, STATE_DAY)
    channels = {row["id"]: row for row in status["channels"]}
    for name, opens in zip(("dos", "senator"), WAITS[policy], strict=True):
        row = channels[name]
        assert row["state"] == ("locked" if after < opens else "open"), (name, after)
        assert row["opens_on"] == _plus(refused, opens)
        assert row["days_left"] == (opens - after if after < opens else None)
    limit = next(row for row in status["deadlines"] if row["id"] == "documents_one_year")
    last = _a_year_after(refused) - timedelta(1)
    assert (limit["date"], limit["days_left"]) == (last.isoformat(), (last - today).days)


def _plus(day: date, count: int) -> str:
    return date.fromordinal(day.toordinal() + count).isoformat()


def _a_year_after(day: date) -> date:
    """One calendar year later; 29 February counts to 28."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year + 1, day.month, last)
