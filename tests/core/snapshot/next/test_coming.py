"""The day to wait for: the first on which there is something to do, looked for day by day."""

import random
from datetime import date, timedelta

import msgspec
import pytest

from core.snapshot.kit import REFUSED, RULES, case, contact, paper, refused
from core.why import reader
from core.why.kit import tree
from g221_tui.core.model import Case, Direction, Purpose
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.progress.past import known_then
from g221_tui.core.snapshot.build import answer

DAY = timedelta(days=1)
CHANNELS = ("consulate_email", "consulate_call", "dos", "senator", "ceac")


def some_case(chance: random.Random) -> Case:
    """A case with questions, papers and own waits at random."""

    def on() -> date:
        return REFUSED + chance.randrange(200) * DAY

    asked = [
        msgspec.structs.replace(
            contact(chance.choice(CHANNELS), on()),
            purpose=chance.choice((*[Purpose.STATUS] * 4, Purpose.DOCUMENTS)),
            direction=chance.choice((*[Direction.OUT] * 4, Direction.IN)),
        )
        for _ in range(chance.randrange(9))
    ]
    papers = [paper("Chart", chance.choice((None, on()))) for _ in range(chance.randrange(2))]
    return case(
        refused(asked=chance.choice(("yes", "no"))),
        contacts=asked,
        papers=papers,
        wait=chance.choice((None, 30, 90)),
        rest=chance.choice((None, 14)),
        policy=chance.choice(("guide", "state", "ask-never")),
        emergency=chance.choice((None, None, on())),
        us_link=chance.choice(("unknown", "none", "self")),
        us_state=chance.choice(("", "TX")),
    )


@pytest.mark.parametrize("seed", range(80))
def test_it_is_the_first_day_on_which_something_can_be_done(seed: int) -> None:
    chance = random.Random(f"coming {seed}")
    found = some_case(chance)
    today = REFUSED + chance.randrange(210) * DAY
    now = case_day(found, RULES, today)
    step = answer(now)
    if step.kind != "wait":
        return
    known, on = known_then(now), today + DAY
    while on < (step.date or today + 250 * DAY):
        assert answer(case_day(known, RULES, on)).kind == "wait", on
        on += DAY
    assert step.date is None or answer(case_day(known, RULES, step.date)).kind != "wait"


def test_an_emergency_that_is_still_ahead_is_waited_for_and_why_names_it() -> None:
    mark = REFUSED + 20 * DAY
    found = case(refused(asked="no"), emergency=mark)
    today = REFUSED + 3 * DAY
    assert answer(case_day(found, RULES, today)).date == mark
    node = tree("next", found, today)
    assert "emergency" in [each["fact"] for each in reader.of_kind(node, "fact")]
