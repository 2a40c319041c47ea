"""The wait, counted on dates: what each policy opens on day 0, 59, 60, 61, 179, 180, 181."""

import pytest

from core.life import Life, names_day

DAYS: dict[str, dict[int, str]] = {
    "2024-01-01": {
        0: "2024-01-01",
        29: "2024-01-30",
        30: "2024-01-31",
        59: "2024-02-29",
        60: "2024-03-01",
        61: "2024-03-02",
        119: "2024-04-29",
        120: "2024-04-30",
        121: "2024-05-01",
        179: "2024-06-28",
        180: "2024-06-29",
        181: "2024-06-30",
    },
    "2025-01-01": {
        0: "2025-01-01",
        29: "2025-01-30",
        30: "2025-01-31",
        59: "2025-03-01",
        60: "2025-03-02",
        61: "2025-03-03",
        119: "2025-04-30",
        120: "2025-05-01",
        121: "2025-05-02",
        179: "2025-06-29",
        180: "2025-06-30",
        181: "2025-07-01",
    },
    "2026-09-14": {
        0: "2026-09-14",
        29: "2026-10-13",
        30: "2026-10-14",
        59: "2026-11-12",
        60: "2026-11-13",
        61: "2026-11-14",
        119: "2027-01-11",
        120: "2027-01-12",
        121: "2027-01-13",
        179: "2027-03-12",
        180: "2027-03-13",
        181: "2027-03-14",
    },
    "2023-12-31": {
        0: "2023-12-31",
        29: "2024-01-29",
        30: "2024-01-30",
        59: "2024-02-28",
        60: "2024-02-29",
        61: "2024-03-01",
        119: "2024-04-28",
        120: "2024-04-29",
        121: "2024-04-30",
        179: "2024-06-27",
        180: "2024-06-28",
        181: "2024-06-29",
    },
}
"""Anchor: day N, both written out by hand."""

NEVER = None
OPENING: dict[str, tuple[tuple[str, ...], int | None, int, int]] = {
    # words of `new`; first day of call and e-mail, of the State Department, of the Senator
    "guide": ((), 60, 60, 61),
    "state": (("--policy", "state"), 180, 180, 181),
    "ask-never": (("--policy", "ask-never"), NEVER, 60, 61),
    "own wait 30": (("--wait", "30"), 30, 30, 61),
    "own wait 120": (("--wait", "120"), 120, 120, 121),
    "state, own wait 30": (("--policy", "state", "--wait", "30"), 30, 30, 61),
    "state, own wait 120": (("--policy", "state", "--wait", "120"), 120, 120, 121),
    "ask-never, own wait 30": (("--policy", "ask-never", "--wait", "30"), NEVER, 30, 61),
    "ask-never, own wait 120": (("--policy", "ask-never", "--wait", "120"), NEVER, 120, 121),
}
POLICIES = ("guide", "state", "ask-never")
OWN_WAITS = tuple(name for name in OPENING if name not in POLICIES)


def check_day(life: Life, anchor: str, rule: str, n: int) -> None:
    """Compare day N of the wait with the table."""
    _, call, dos, senator = OPENING[rule]
    days = DAYS[anchor]
    snapshot = life.status(days[n])
    rows = {row["id"]: row for row in snapshot["channels"]}
    first_days = {
        "consulate_call": call,
        "consulate_email": call,
        "dos": dos,
        "senator": senator,
    }
    for channel, first in first_days.items():
        seen = (rows[channel]["state"], rows[channel]["opens_on"], rows[channel]["days_left"])
        if first is None:
            expected: tuple[str, str | None, int | None] = ("unavailable", None, None)
        elif n < first:
            expected = ("locked", days[first], first - n)
        else:
            expected = ("open", days[first], None)
        assert seen == expected, f"{channel} on day {n}"
    for page in ("vfs_tracker", "ceac"):
        seen = (rows[page]["state"], rows[page]["opens_on"], rows[page]["days_left"])
        assert seen == ("open", None, None), page
    wait = snapshot["wait"]
    assert wait["anchor"] == anchor
    assert wait["anchor_because"]
    assert wait["elapsed_days"] == n
    assert wait["wait_days"] == dos
    assert wait["days_left"] == max(0, dos - n)
    assert wait["state_department_day_180"] == days[180]


@pytest.mark.parametrize("rule", POLICIES)
@pytest.mark.parametrize("anchor", DAYS)
def test_on_each_side_of_day_60_and_day_180_every_channel_is_as_its_policy_says(
    life: Life, anchor: str, rule: str
) -> None:
    life.open(anchor, "--asked", "no", *OPENING[rule][0])
    for n in (0, 59, 60, 61, 179, 180, 181):
        check_day(life, anchor, rule, n)


@pytest.mark.parametrize("rule", OWN_WAITS)
@pytest.mark.parametrize("anchor", ["2024-01-01", "2026-09-14"])
def test_the_wait_that_the_post_gave_moves_its_channels_and_the_senator_never_before_day_61(
    life: Life, anchor: str, rule: str
) -> None:
    life.open(anchor, "--asked", "no", *OPENING[rule][0])
    for n in (0, 29, 30, 60, 61, 119, 120, 121):
        check_day(life, anchor, rule, n)


def test_the_wait_can_be_set_and_cleared_later(life: Life) -> None:
    life.open("2025-01-01", "--asked", "no")
    life("set", "wait=30")
    check_day(life, "2025-01-01", "own wait 30", 30)
    life("set", "wait=")
    check_day(life, "2025-01-01", "guide", 30)
    life("set", "policy=state")
    check_day(life, "2025-01-01", "state", 60)


@pytest.mark.parametrize("channel", ["consulate_call", "consulate_email", "dos", "senator"])
def test_a_lock_says_its_date_what_it_counts_from_and_whose_rule_it_is(
    life: Life, channel: str
) -> None:
    life.open("2026-09-14", "--asked", "no")
    row = life.channels("2026-10-14")[channel]
    told = " ".join(row["because"])
    assert names_day(told, row["opens_on"]), told
    assert names_day(told, "2026-09-14"), told
    assert row["source"]


def mentions_180(row: dict[str, list[str]], day_180: str) -> bool:
    """Whether a caution gives State's own figure with its date."""
    return any("180" in text and names_day(text, day_180) for text in row["cautions"])


def test_before_day_180_each_open_human_channel_says_state_s_own_figure(life: Life) -> None:
    life.open("2026-09-14", "--asked", "no")
    human = ("consulate_call", "consulate_email", "dos", "senator")
    before = life.channels("2027-03-12")
    assert [name for name in human if mentions_180(before[name], "2027-03-13")] == list(human)
    on_the_day = life.channels("2027-03-13")
    assert not any(mentions_180(on_the_day[name], "2027-03-13") for name in human)


def test_under_the_post_s_own_wait_call_and_email_leave_state_s_figure_out(life: Life) -> None:
    life.open("2026-09-14", "--asked", "no", "--wait", "30")
    rows = life.channels("2026-11-20")
    said = {name for name, row in rows.items() if mentions_180(row, "2027-03-13")}
    assert said == {"dos", "senator"}
