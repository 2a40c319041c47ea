"""Whatever is known of a case, its letters keep their form: no empty row, no hole."""

import re
from contextlib import suppress
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.life import LATER
from g221_tui.errors import Refused
from output.letters.kit import (
    FACTS,
    GOLDEN,
    NOW,
    bare,
    bare_at_uscis,
    bare_sent_back,
    drafts,
    opened,
    passport_sent,
)

quick = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)
CASES = {each.__name__: cache(each) for each in (bare, bare_at_uscis, bare_sent_back, opened)}
CASES |= {"passport_sent": cache(passport_sent)}
MORE = ("visa=IR1", "visa=DV", "post=Tokyo", "us_link=self", "us_link=petitioner", "us_state=PR")
WRITERS = ("writer=Bo Sample", "writer_role=attorney", "petition=no", "emergency=2027-05-18")
CHANNELS = sorted({(channel, purpose) for _, channel, purpose, _ in GOLDEN.values()})


@quick
@given(
    some.sampled_from(sorted(CASES)),
    some.sets(some.sampled_from((*FACTS, *MORE, *WRITERS))),
    some.sampled_from(CHANNELS),
)
def test_no_fact_leaves_a_hole(name: str, facts: set[str], to: tuple[str, str]) -> None:
    life = CASES[name]()
    before = life.book
    for fact in sorted(facts):
        life("set", fact, today=LATER)
    with suppress(Refused):
        draft = drafts().draft(life.day(NOW), *to)
        lines = draft.text.split("\n")
        assert lines[0]
        assert lines[-1]
        assert "\n\n\n" not in draft.text
        assert [line for line in lines if line != line.rstrip() or len(line) > 76] == []
        heads = ("papers:", "far:", "today:", "Enclosed:", "before:")
        assert [line for line in lines if line.endswith(":") and not line.endswith(heads)] == []
        assert re.search(r"None|undefined|\(\)|,,| \.|\.\.|[{}\[\]\\]", draft.whole) is None
        assert draft.subject == draft.subject.strip(" ,")
        missing = {each.fact for each in draft.missing}
        assert not {fact.partition("=")[0] for fact in facts} & missing
    life.book = before
