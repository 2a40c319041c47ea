"""Moments are told by the user's own clock."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from g221_tui.clock import local_moment, unknown_zone
from store.kit import ROOT

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


MEANT = (
    *("", ":", "UTC", "Asia/Kolkata", ":Asia/Kolkata", "America/Argentina/Buenos_Aires", "GMT"),
    *("EST5EDT", "EST5EDT,M3.2.0,M11.1.0", "<+0330>-3:30", "JST-9", "UTC0", "Etc/GMT+5"),
    *("NZST-12NZDT,M9.5.0,M4.1.0/3", "CET-1CEST,M3.5.0,M10.5.0/3", "<-03>3<-02>,M3.5.0/-2,M10.5.0"),
    *("/usr/share/zoneinfo/Asia/Tokyo",),
)
MEANINGLESS = (
    *("Mars/Olympus", "europe/berlin", "CEST", "America/New York", "'UTC'", "UTC+99", "UTC+24"),
    *("Asia/Calcutta ", "IST", "+05:30", "5", "/etc/passwd", "../../etc/passwd"),
    *("Pacific Standard Time", "\udcff", "a" * 5000),
)
"""As people set it: a city on another planet, a name in small letters, Windows's own words."""


Zoned = Callable[[str], None]


@pytest.fixture
def zoned(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zoned]:
    """Has the process take a zone, and its own again at the end."""
    if sys.platform == "win32":
        pytest.skip("zones of another kind")

    def take(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield take
    monkeypatch.undo()
    time.tzset()


@pytest.mark.promise(25)
@pytest.mark.parametrize("zone", [*MEANT, "EST5EDT,x"])
def test_a_zone_that_is_one_is_taken_without_a_word(zoned: Zoned, zone: str) -> None:
    if "/" in zone and not Path("/usr/share/zoneinfo").is_dir():
        pytest.skip("no zones here")
    zoned(zone)
    assert unknown_zone() == ""


@pytest.mark.promise(25)
@pytest.mark.parametrize("zone", MEANINGLESS)
def test_a_zone_that_means_nothing_is_named_with_the_one_that_holds(
    zoned: Zoned, zone: str
) -> None:
    zoned(zone)
    told = f"TZ is '{zone}', which is no time zone here, so the days are those of UTC."
    assert unknown_zone().startswith(told)


def test_without_a_zone_of_ones_own_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert unknown_zone() == ""


@pytest.mark.promise(25)
@pytest.mark.parametrize("zone", [*MEANINGLESS, *MEANT, "\udce9"])
def test_the_day_is_shown_in_any_zone_and_stdout_has_no_word_of_it(
    zone: str, tmp_path: Path
) -> None:
    run = [sys.executable, "-m", "g221_tui", "next", "--json"]
    env = {"TZ": zone, "PYTHONPATH": str(ROOT), "G221_FILE": str(tmp_path / "case.json")}
    new = [*run[:3], "new", "--refused", "2026-10-20", "--today", "2026-10-21"]
    subprocess.run(new, env=env, capture_output=True, check=True)
    done = subprocess.run(run, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kind"]
    lines = done.stderr.splitlines()
    if zone in MEANT:
        assert lines == []
    else:
        (line,) = lines
        assert "the days are those of UTC." in line
