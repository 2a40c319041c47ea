"""Moments are told by the user's own clock."""

import subprocess
import sys

import pytest

from g221_tui.clock import local_moment

CODE = "import sys; from g221_tui.clock import local_moment; print(local_moment(sys.argv[1]))"


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("UTC", "2026-12-14 22:30", "2026-06-14 22:30"),
        ("Asia/Kolkata", "2026-12-15 04:00", "2026-06-15 04:00"),
        ("America/New_York", "2026-12-14 17:30", "2026-06-14 18:30"),
    ],
)
def test_a_time_stamp_is_told_as_the_users_clock_stood_then(
    zone: str, winter: str, summer: str
) -> None:
    assert told("2026-12-14T22:30:59Z", zone) == winter
    assert told("2026-06-14T22:30:59Z", zone) == summer


def told(stamp: str, zone: str) -> str:
    """What a program in that zone says of the stamp."""
    run = [sys.executable, "-c", CODE, stamp]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env={"TZ": zone})
    return done.stdout.strip()


@pytest.mark.parametrize("stamp", ["", "yesterday", "2026", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_moment_stays_as_it_is(stamp: str) -> None:
    assert local_moment(stamp) == stamp
