"""What every edit says, the days that can be, and what a change does to the wait."""

from datetime import date

import msgspec
import pytest

from core.refusals import refusal
from core.snapshot.kit import REFUSED, TODAY, case, day_of, happened, paper, refused, so
from g221_tui.core.edits.edit import Edit, may_come, not_in_future, wait_note
from g221_tui.core.edits.edit import happened as must_have_happened
from g221_tui.core.model import Case, Requester
from g221_tui.errors import Refused

YESTERDAY, TOMORROW = date(2026, 12, 11), date(2026, 12, 13)
SENT, LATER = date(2026, 11, 2), date(2026, 11, 9)
FIRST_DAY = date(1952, 12, 24)
"""The day from which there is a section 221(g)."""
OF_TWO = case(refused(), papers=[paper("Letter", sent=SENT), paper("Chart")])
"""A case of two papers, one of them sent."""


def note(before: Case, after: Case, today: date = TODAY) -> str:
    """What the change from one to the other does to the wait."""
    return wait_note(day_of(before, today), day_of(after, today))


def with_chart(sent: date | None, first: date | None = SENT) -> Case:
    """The case of two papers, sent on those days."""
    return case(refused(), papers=[paper("Letter", sent=first), paper("Chart", sent=sent)])


def test_the_sentence_is_what_was_done_and_what_that_does() -> None:
    edit = Edit(case=OF_TWO, done="Chart: submitted.", effect="The set is complete.", on=TODAY)
    assert edit.sentence == "Chart: submitted. The set is complete."
    assert msgspec.structs.replace(edit, effect="").sentence == "Chart: submitted."


@pytest.mark.parametrize("on", [FIRST_DAY, REFUSED, YESTERDAY, TODAY])
def test_what_happened_lies_between_the_law_of_1952_and_today(on: date) -> None:
    assert must_have_happened(on, day_of(OF_TWO), "The interview") == on


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (TOMORROW, "that day has not come yet"),
        (date(2027, 12, 12), "that day has not come yet"),
        (date(1952, 12, 23), "1952"),
        (date.min, "1952"),
        (date.max, "not come yet"),
    ],
)
def test_what_happened_on_a_day_that_cannot_be_is_refused_by_name(on: date, why: str) -> None:
    said = refusal(Refused, lambda: must_have_happened(on, day_of(OF_TWO), "The interview"))
    assert said.startswith("The interview can't be dated")
    assert why in said
    assert "Sat 12 Dec 2026" in said, "the last day that can be"


@pytest.mark.parametrize(
    ("today", "last", "after"),
    [
        (TODAY, date(2056, 12, 12), date(2056, 12, 13)),
        (date(2028, 2, 29), date(2058, 2, 28), date(2058, 3, 1)),
    ],
)
def test_what_may_come_lies_at_most_30_calendar_years_ahead(
    today: date, last: date, after: date
) -> None:
    day = day_of(OF_TWO, today)
    assert may_come(last, day, "Flight") == last
    assert may_come(FIRST_DAY, day, "Flight") == FIRST_DAY
    assert "Flight can't be dated" in refusal(Refused, lambda: may_come(after, day, "Flight"))


def test_a_step_of_today_can_be_and_one_of_tomorrow_says_which_day_it_is() -> None:
    assert not_in_future(TODAY, TODAY, "Chart") == TODAY
    said = refusal(Refused, lambda: not_in_future(TOMORROW, TODAY, "Chart"))
    assert said == (
        "Chart can't be dated Sun 13 Dec 2026: that day has not come yet"
        " (today is Sat 12 Dec 2026)."
    )


@pytest.mark.parametrize(
    ("today", "opens"), [(date(2026, 3, 20), "Tue 19 May"), (TODAY, "Wed 10 Feb 2027")]
)
def test_the_last_paper_sent_today_starts_the_wait_and_says_when_asking_opens(
    today: date, opens: str
) -> None:
    slip = refused(on=date(2026, 3, 2))
    before = case(slip, papers=[so(paper("Chart"), asked_on=slip.day)])
    sent = so(before.documents[0], submitted_on=today)
    after = msgspec.structs.replace(before, documents=(sent,))
    assert note(before, after, today) == (
        f"The set is complete today: the wait starts now, questions about status open {opens}."
    )


def test_the_last_paper_sent_earlier_says_from_which_day_and_from_which_no_longer() -> None:
    assert note(OF_TWO, with_chart(LATER)) == (
        "The set is complete since Mon 9 Nov 2026: the wait starts on that day (it counted from"
        " Mon 26 Oct 2026), questions about status open Fri 8 Jan 2027."
    )


def test_a_paper_taken_back_gives_the_wait_its_former_start() -> None:
    assert note(with_chart(LATER), OF_TWO) == (
        "The set is not complete: the wait counts from Mon 26 Oct 2026 (it counted from Mon 9 Nov"
        " 2026), questions about status open Fri 25 Dec."
    )


def test_where_the_wait_is_over_asking_is_said_to_be_open() -> None:
    assert note(OF_TWO, with_chart(LATER), date(2027, 6, 1)).endswith(
        "questions about status are open."
    )


@pytest.mark.parametrize(
    "after",
    [
        with_chart(None, first=LATER),
        case(refused(), papers=[paper("Letter"), paper("Chart")]),
        case(refused(), papers=[*OF_TWO.documents, paper("Photo", by=None)]),
        case(refused(), papers=[*OF_TWO.documents, paper("Contract", by=Requester.USCIS)]),
    ],
    ids=["a part", "a part taken back", "an extra", "evidence for USCIS"],
)
def test_what_moves_no_wait_is_answered_with_nothing(after: Case) -> None:
    assert note(OF_TWO, after) == ""


def test_a_new_request_leaves_the_wait_where_it_is() -> None:
    complete = with_chart(LATER)
    photo = so(paper("Photo", by=Requester.POST), asked_on=TODAY)
    more = msgspec.structs.replace(complete, documents=(*complete.documents, photo))
    assert note(complete, more) == ""


@pytest.mark.parametrize("kind", ["visa_issued", "visa_refused", "withdrawn"])
def test_after_the_end_and_before_the_refusal_there_is_no_wait_to_speak_of(kind: str) -> None:
    ended = happened(kind, LATER)
    before = msgspec.structs.replace(OF_TWO, events=(*OF_TWO.events, ended))
    after = msgspec.structs.replace(with_chart(LATER), events=before.events)
    assert note(before, after) == ""
    assert note(OF_TWO, with_chart(LATER), date(2026, 10, 25)) == ""


def test_a_day_at_the_end_of_the_calendar_is_refused_in_one_line() -> None:
    end = date(9999, 12, 30)
    before = case(refused(on=end), papers=[so(paper("Chart"), asked_on=end)])
    sent = so(before.documents[0], submitted_on=date(9999, 12, 31))
    after = msgspec.structs.replace(before, documents=(sent,))
    said = refusal(Refused, lambda: note(before, after, date(9999, 12, 31)))
    assert "the end of the calendar" in said
