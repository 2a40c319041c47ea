"""The documents by who asked for them, and the day of the state each is in."""

from datetime import timedelta

from core.snapshot.kit import REFUSED, case, paper, refused, snapshot
from g221_tui.core.model import DocumentState, Requester
from g221_tui.core.snapshot.documents_view import (
    for_the_post,
    for_uscis,
    gone_in,
    state_day,
    steps,
)

SENT = REFUSED + timedelta(days=2)
PAPERS = snapshot(
    case(
        refused(),
        papers=[
            paper("Diploma", SENT),
            paper("Plan"),
            paper("Tax return", by=Requester.USCIS),
            paper("Photo", by=None),
        ],
    )
).documents


def test_the_evidence_for_uscis_stands_apart_and_extras_with_the_posts() -> None:
    assert [item.name for item in for_the_post(PAPERS)] == ["Diploma", "Plan", "Photo"]
    assert [item.name for item in for_uscis(PAPERS)] == ["Tax return"]


def test_what_went_in_is_counted_among_what_the_post_asked_for() -> None:
    assert (gone_in(PAPERS), PAPERS.requested) == (1, 2)


def test_the_day_of_a_state_is_that_of_its_step() -> None:
    sent, asked, *_ = PAPERS.items
    assert steps(sent) == ((DocumentState.SUBMITTED, SENT),)
    assert state_day(sent) == SENT
    assert (steps(asked), state_day(asked)) == ((), None)
