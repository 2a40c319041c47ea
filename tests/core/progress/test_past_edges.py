"""A case as it was known on a day: that day is a part of it, and nothing later is."""

from datetime import timedelta

from core.snapshot.kit import (
    REFUSED,
    TODAY,
    case,
    contact,
    day_of,
    day_of_step,
    happened,
    paper,
    refused,
)
from g221_tui.core.progress.past import known_then

TOMORROW = TODAY + timedelta(days=1)


def test_what_happened_that_day_is_known_and_what_came_later_is_not() -> None:
    found = case(
        refused(),
        happened("note", TODAY),
        happened("passport_sent", TOMORROW),
        papers=[paper("Diploma", TODAY), paper("Photo", TOMORROW)],
        contacts=[contact("dos", TODAY), contact("dos", TOMORROW)],
    )
    known = known_then(day_of(found, TODAY))
    assert [event.kind for event in known.events] == ["refused_221g", "note"]
    assert [day_of_step(paper, "submitted_on") for paper in known.documents] == [TODAY, None]
    assert [contact.on for contact in known.contacts] == [TODAY]


def test_what_was_asked_for_later_is_not_on_the_list_yet() -> None:
    found = case(refused(), papers=[paper("Diploma")])
    assert known_then(day_of(found, REFUSED - timedelta(days=1))).documents == ()


def test_a_policy_that_is_gone_gives_way_to_the_first_one() -> None:
    day = day_of(case(refused(), policy="gone"))
    assert day.policy.id == "guide"
