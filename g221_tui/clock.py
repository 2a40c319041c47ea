"""The one clock: the only place that may ask what day or what time it is."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

ZONE = "TZ"
"""The variable that names the user's zone, over what the machine is set to."""
ZONE_FOLDERS = ("/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/etc/zoneinfo")
"""Where the files of zones lie, unless `TZDIR` names another folder."""
ZONE_YEAR = 2026
"""A year to try a zone in."""
ZONE_FILE = b"TZif"
"""How the file of a zone begins."""
_NAME, _HOURS = (
    r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)",
    r"(?:[01]?[0-9]|2[0-3])(?::[0-9]{1,2}){0,2}",
)
_DAY = r"(?:M[0-9]{1,2}\.[1-5]\.[0-6]|J?[0-9]{1,3})(?:/[+-]?[0-9]{1,3}(?::[0-9]{1,2}){0,2})?"
ZONE_RULE = rf"{_NAME}[+-]?{_HOURS}(?:{_NAME}(?:[+-]?{_HOURS})?(?:,{_DAY},{_DAY})?)?"
"""A zone written out, as POSIX has it (`EST5EDT,M3.2.0,M11.1.0`); compiled where one is named."""


class Clock(Protocol):
    """Tells the user's local date, and the instant for the records' time stamps."""

    def today(self) -> date:
        """The user's local calendar date."""
        ...

    def stamp(self) -> str:
        """The instant now in UTC, ISO 8601 to the second."""
        ...


class SystemClock:
    """The machine's clock, in the user's zone."""

    def today(self) -> date:
        """The local date."""
        now = datetime.now(UTC)
        try:
            return now.astimezone().date()
        except ValueError:
            return now.date()  # TZ names an offset of a day or more

    def stamp(self) -> str:
        """The instant now in UTC, to the second."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class FixedClock:
    """A day that stays: for `--today`, the pictures and the tests."""

    def __init__(self, day: date) -> None:
        self._day = day

    def today(self) -> date:
        """The fixed date."""
        return self._day

    def stamp(self) -> str:
        """Noon of the fixed date, so that the records of a fixed day are the same each time."""
        return f"{self._day.isoformat()}T12:00:00Z"


def unknown_zone() -> str:
    """What to say where the zone that was asked for is none; else ''.

    The system takes UTC then and says nothing: for hours of each day the date is another.
    """
    named = os.environ.get(ZONE, "")
    zone = named.removeprefix(":")
    if not zone or re.fullmatch(ZONE_RULE, zone, re.ASCII):
        return ""
    if _has_file(zone, os.environ.get("TZDIR", "")):
        return ""
    if not _is_utc():
        return ""  # the system knows it from elsewhere
    return (
        f"TZ is '{named}', which is no time zone here, so the days are those of UTC."
        " A zone is written as Asia/Kolkata."
    )


def _is_utc() -> bool:
    """Whether the process's clock is that of UTC in both halves of the year."""
    try:
        moments = [datetime(ZONE_YEAR, month, 1, tzinfo=UTC).astimezone() for month in (1, 7)]
    except ValueError:
        return True  # an offset of a day or more: `today` takes UTC
    return not any(moment.utcoffset() for moment in moments)


def _has_file(zone: str, folder: str) -> bool:
    """Whether the zone has a file that describes it."""
    for place in (folder,) if folder else ZONE_FOLDERS:
        try:
            with Path(place, zone).open("rb") as file:
                if file.read(len(ZONE_FILE)) == ZONE_FILE:
                    return True
        except (OSError, ValueError):
            continue
    return False


def local_moment(stamp: str) -> str:
    """A UTC time stamp as the user's own clock shows it, `2026-12-14 09:30`; else as it is."""
    import arrow  # costs more than all that `status` does, which shows no moment

    try:
        # Not arrow.get: it takes `2026` for a moment. Not its zone `local` either: that is the
        # offset of today, an hour off for a moment in the other half of the year.
        moment = datetime.fromisoformat(stamp).astimezone()
        return arrow.Arrow.fromdatetime(moment).format("YYYY-MM-DD HH:mm")
    except (ValueError, OverflowError, OSError):
        return stamp
