"""Records stand in the order of their days, whatever order they were entered in."""

from datetime import timedelta

from core.snapshot.kit import REFUSED, TODAY, case, contact, happened, refused
from g221_tui.core.snapshot.in_order import contacts_in_order, events_in_order, past_contacts

TOMORROW = TODAY + timedelta(days=1)
CASE = case(
    happened("note", TODAY),
    refused(),
    contacts=[contact("dos", day) for day in (TODAY, REFUSED, TOMORROW)]
    + [contact("ceac", REFUSED)],
)


def test_contacts_and_events_stand_oldest_first() -> None:
    assert [c.on for c in contacts_in_order(CASE)] == [REFUSED, REFUSED, TODAY, TOMORROW]
    assert [e.kind for e in events_in_order(CASE)] == ["refused_221g", "note"]


def test_past_contacts_are_those_of_one_channel_newest_first_and_none_of_a_later_day() -> None:
    assert [c.on for c in past_contacts(CASE, "dos", TODAY)] == [TODAY, REFUSED]
