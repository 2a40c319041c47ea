"""How long each stage of the chart usually takes, from the day it began."""

import pytest

from core.life import Life
from core.steps import REFUSED, opened, walk

BACK = "petition_returned 2026-02-02"
CENTRE = f"{BACK} centre_received 2026-03-02"
USCIS = f"{CENTRE} uscis_received 2026-04-01"

# The road, the stage it leads to, the days of it, the day on which they are over.
USUAL = [
    ("", "processing", [0, 60], "2026-03-06"),
    ("passport_requested 2026-02-02", "passport_requested", None, None),
    ("passport_sent 2026-02-02", "passport_sent", [9, 14], "2026-02-16"),
    (BACK, "returning", [0, 89], "2026-05-02"),
    (CENTRE, "centre_review", [0, 31], "2026-04-02"),
    (USCIS, "second_review", [61, 91], "2026-07-01"),
    (f"{USCIS} reaffirmed 2026-08-03", "back_to_post", None, None),
]


@pytest.mark.parametrize(("road", "stage", "days", "until"), USUAL)
def test_each_stage_takes_as_long_as_its_source_says(
    life: Life, road: str, stage: str, days: list[int] | None, until: str | None
) -> None:
    walk(opened(life, "--visa", "H-1B"), road)
    day = road.split()[-1] if road else REFUSED
    shown = life.status(day)["stage"]
    assert (shown["id"], shown["usual_days"], shown["usual_until"]) == (stage, days, until)
