"""Which contacts count: the questions about status, and those that stayed without an answer."""

from datetime import date

import msgspec
import pytest

from core.snapshot.kit import RULES, case, contact, day_of, refused
from g221_tui.core.followup.past_contacts import status_contacts, unanswered
from g221_tui.core.model import Contact, Direction, Purpose

A, B, C, D = (date(2026, 11, number) for number in (2, 9, 16, 23))
BEFORE_A = date(2026, 11, 1)
POST = ("consulate_call", "consulate_email")


def so(found: Contact, **changes: object) -> Contact:
    """The contact with these differences."""
    return msgspec.structs.replace(found, **changes)


def questions(*contacts: Contact, today: date = D) -> list[date]:
    """The days of the questions to the post that count on that day."""
    day = day_of(case(refused(), contacts=contacts), today)
    channels = [c for c in RULES.channels if c.id in POST]
    return [found.on for found in status_contacts(day, channels)]


def silent(*contacts: Contact, today: date = D) -> list[date]:
    """The days of the contacts to the post without an answer."""
    day = day_of(case(refused(), contacts=contacts), today)
    return [found.on for found in unanswered(day, POST)]


def test_questions_over_any_of_the_channels_count_oldest_first() -> None:
    found = questions(
        contact("consulate_email", C), contact("consulate_call", A), contact("dos", B)
    )
    assert found == [A, C]


@pytest.mark.parametrize("purpose", [p for p in Purpose if p is not Purpose.STATUS])
def test_what_is_no_question_about_the_status_does_not_count(purpose: Purpose) -> None:
    assert questions(so(contact("consulate_email", A), purpose=purpose)) == []


def test_a_reply_is_no_question() -> None:
    assert questions(so(contact("consulate_email", A), direction=Direction.IN)) == []


@pytest.mark.parametrize(("today", "found"), [(BEFORE_A, []), (A, [A]), (B, [A, B])])
def test_a_contact_counts_from_its_own_day_on(today: date, found: list[date]) -> None:
    asked = (contact("consulate_email", B), contact("consulate_call", A))
    assert questions(*asked, today=today) == found
    assert silent(*asked, today=today) == found


def test_two_contacts_of_one_day_count_both_in_the_order_of_entry() -> None:
    day = day_of(case(refused(), contacts=[contact("dos", A), contact("senator", A)]), D)
    found = status_contacts(day, RULES.channels)
    assert [c.channel for c in found] == ["dos", "senator"]


def test_a_contact_of_any_purpose_waits_for_an_answer() -> None:
    papers = so(contact("consulate_email", A), purpose=Purpose.DOCUMENTS)
    assert silent(papers, contact("consulate_call", B)) == [A, B]
    assert silent(contact("dos", A), contact("ceac", B)) == []


def test_an_answer_noted_beside_the_contact_answers_it_and_all_before_it() -> None:
    answered = so(contact("consulate_call", B), answer="pending")
    assert silent(contact("consulate_email", A), answered, contact("consulate_email", C)) == [C]


@pytest.mark.parametrize(("on", "left"), [(BEFORE_A, [A, B]), (A, [B]), (B, []), (C, [])], ids=str)
def test_a_reply_answers_the_contacts_up_to_its_day_whatever_channel_it_came_by(
    on: date, left: list[date]
) -> None:
    reply = so(contact("consulate_call", on), direction=Direction.IN)
    asked = (contact("consulate_email", A), contact("consulate_email", B))
    assert silent(*asked, reply) == left


def test_of_several_replies_the_last_one_counts() -> None:
    replies = [so(contact("consulate_call", on), direction=Direction.IN) for on in (A, C)]
    assert silent(contact("consulate_email", B), contact("consulate_email", D), *replies) == [D]


def test_a_reply_that_has_not_come_yet_and_one_of_another_office_answer_nothing() -> None:
    later = so(contact("consulate_call", C), direction=Direction.IN)
    other = so(contact("dos", B), direction=Direction.IN)
    assert silent(contact("consulate_email", A), later, other, today=B) == [A]


def test_without_contacts_nothing_is_unanswered() -> None:
    assert silent() == questions() == []


def test_an_automatic_reply_answers_nothing() -> None:
    asked = (contact("consulate_email", A), contact("consulate_email", B))
    machine = so(contact("consulate_email", B), direction=Direction.AUTO, answer="We got it.")
    assert silent(*asked, machine) == [A, B]
    assert silent(*asked, so(machine, direction=Direction.IN)) == []
    assert questions(*asked, machine) == [A, B]
