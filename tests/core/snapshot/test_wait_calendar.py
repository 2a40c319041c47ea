"""The calendar of the wait: what each day holds, the months it spans, how long it was quiet."""

from datetime import date, timedelta

import msgspec
import pytest

from core.snapshot.kit import (
    REFUSED,
    RULES,
    TODAY,
    case,
    contact,
    flight,
    happened,
    paper,
    refused,
    snapshot,
    so,
)
from g221_tui.core.model import Case, Contact, Direction, DocumentState, Event, Purpose, Requester
from g221_tui.core.snapshot.wait_calendar import (
    DayMark,
    Stretch,
    WaitCalendar,
    day_of_wait,
    quiet_words,
    wait_calendar,
)
from g221_tui.core.steps import Step
from g221_tui.core.text.glyphs import CALENDAR, CALENDAR_TODAY


def on(days: int) -> date:
    """So many days after the refusal."""
    return REFUSED + timedelta(days=days)


def drawn(found: Case, today: date = TODAY) -> WaitCalendar:
    """The calendar of a case on a day."""
    return wait_calendar(snapshot(found, today), RULES)


def marks(found: WaitCalendar) -> dict[date, tuple[DayMark, ...]]:
    """The marks of each day up to today."""
    return {day: held.marks for day, held in found.days.items() if day <= found.today}


def reply(days: int) -> Contact:
    """The post answered."""
    made = contact("consulate_email", on(days), "Still in processing")
    return msgspec.structs.replace(made, direction=Direction.IN)


def sent(days: int) -> Contact:
    """Papers went to the post."""
    made = contact("consulate_email", on(days))
    return msgspec.structs.replace(made, purpose=Purpose.DOCUMENTS)


def look(days: int, words: str = "Refused") -> Contact:
    """A look at the status page."""
    return contact("ceac", on(days), status=words)


def note(days: int) -> Event:
    """The person's own note."""
    return Event(id="e-own", case="1", kind="note", on=on(days), note="Called again, nobody there")


def test_each_day_holds_what_happened_on_it() -> None:
    papers = [
        paper("Diploma", on(2)),
        so(paper("Plan", on(2)), received_on=on(6)),
        so(paper("Photo"), ready_on=on(4)),
    ]
    contacts = [sent(2), reply(9), contact("dos", on(12), "Rang"), look(13), look(14)]
    found = drawn(case(refused(), papers=papers, contacts=contacts))
    assert marks(found) == {
        on(0): (DayMark.EVENT, DayMark.REQUESTED),
        on(2): (DayMark.SENT,),
        on(4): (DayMark.EVENT,),
        on(6): (DayMark.ANSWERED,),
        on(9): (DayMark.ANSWERED,),
        on(12): (DayMark.ASKED,),
        on(13): (DayMark.LOOKED,),
        on(14): (DayMark.LOOKED,),
    }


def test_what_lies_ahead_is_marked_too() -> None:
    found = drawn(case(refused(asked="no"), deadlines=[flight(on(70))]))
    assert found.on(on(60)).marks == (DayMark.UNLOCK, DayMark.USUAL_END)
    assert found.on(on(70)).marks == (DayMark.DEADLINE,)
    assert found.on(on(71)).marks == ()


def test_of_several_marks_the_one_that_matters_most_comes_first() -> None:
    contacts = [look(47), reply(47), contact("dos", TODAY, "Rang")]
    found = drawn(case(refused(), contacts=contacts, deadlines=[flight(TODAY)]))
    assert found.on(TODAY).marks == (
        DayMark.DEADLINE,
        DayMark.ANSWERED,
        DayMark.ASKED,
        DayMark.LOOKED,
    )
    assert len(found.on(TODAY).rows) == 4


def test_a_look_that_saw_other_words_is_another_mark_than_one_that_saw_the_same() -> None:
    seen = [look(1), look(2, "REFUSED."), look(3, "Administrative Processing"), look(4, "Refused")]
    found = drawn(case(refused(asked="no"), contacts=seen))
    assert [found.on(on(n)).marks[0] for n in (1, 2, 3, 4)] == [
        DayMark.LOOKED,
        DayMark.LOOKED,
        DayMark.CHANGED,
        DayMark.CHANGED,
    ]


def test_words_of_one_page_are_not_compared_with_those_of_another() -> None:
    seen = [look(1), contact("tracker", on(2), status="Under process"), look(3)]
    found = drawn(case(refused(asked="no"), contacts=seen))
    assert DayMark.CHANGED not in found.used


def test_a_further_request_is_one_of_the_other_side_and_a_paper_nobody_asked_for_is_not() -> None:
    again = so(paper("Diploma", on(2)), received_on=on(3))
    again = msgspec.structs.replace(
        again,
        steps=(*again.steps, Step(state=DocumentState.REQUESTED, on=on(20), by=Requester.POST)),
    )
    extra = msgspec.structs.replace(
        paper("Letter", by=None), steps=(Step(state=DocumentState.REQUESTED, on=on(30)),)
    )
    found = drawn(case(refused(), papers=[again, extra]))
    assert found.on(on(20)).marks == (DayMark.REQUESTED,)
    assert found.on(on(30)).marks == (DayMark.EVENT,)
    assert found.present == Stretch(on(20), TODAY)


def test_the_months_run_from_the_first_record_to_the_last_mark() -> None:
    found = drawn(case(happened("interview", on(-40)), refused(), deadlines=[flight(on(100))]))
    assert (found.first, found.last) == (date(2026, 9, 1), date(2027, 10, 31))
    assert (found.months[0], found.months[-1]) == (date(2026, 9, 1), date(2027, 10, 1))
    assert len(found.months) == 14


def test_the_month_of_today_is_there_even_where_nothing_is_marked() -> None:
    later = drawn(case(happened("interview", REFUSED)), on(400))
    assert later.months[-1] == date(2027, 11, 1)
    assert later.within(on(4000)) == date(2027, 11, 30)
    assert later.within(on(-4000)) == later.first


def test_what_lies_years_ahead_is_told_and_not_drawn() -> None:
    far = date(2031, 5, 3)
    found = drawn(case(refused(asked="no"), passport_expires=far))
    assert found.last < far
    assert [row.date for row in found.later] == [far]


def test_only_the_signs_that_are_drawn_are_used() -> None:
    found = drawn(case(refused(), papers=[paper("Diploma", on(2))]))
    assert DayMark.REQUESTED not in found.used, "the refusal stands on that day"
    assert set(found.used) >= {DayMark.EVENT, DayMark.SENT, DayMark.UNLOCK}


# The quiet stretches.


@pytest.mark.parametrize(
    "alone",
    [
        [look(20)],
        [look(20), look(30)],
        [sent(20)],
        [contact("dos", on(20), "Rang")],
    ],
)
def test_what_one_does_alone_ends_no_quiet_stretch(alone: list[Contact]) -> None:
    found = drawn(case(refused(asked="no"), contacts=alone))
    assert found.longest is None
    assert found.present == Stretch(REFUSED, TODAY)


def test_ones_own_note_and_ones_own_papers_end_none_either() -> None:
    papers = [so(paper("Diploma", on(20)), ready_on=on(15))]
    found = drawn(case(refused(), note(25), papers=papers))
    assert found.present == Stretch(REFUSED, TODAY)


@pytest.mark.parametrize(
    "news",
    [
        case(refused(asked="no"), contacts=[reply(20)]),
        case(refused(asked="no"), happened("passport_requested", on(20))),
        case(refused(asked="no"), contacts=[look(1), look(20, "Administrative Processing")]),
        case(refused(), papers=[so(paper("Plan", on(2)), received_on=on(20))]),
        case(refused(), papers=[so(paper("Plan", on(2)), returned_on=on(20))]),
        case(refused(), papers=[so(paper("Plan"), waived_on=on(20))]),
    ],
)
def test_news_of_the_case_ends_a_quiet_stretch(news: Case) -> None:
    found = drawn(news)
    assert found.longest == Stretch(REFUSED, on(20))
    assert found.present == Stretch(on(20), TODAY)
    assert found.longest.days == 20


def test_day_by_day_the_present_stretch_grows_and_the_longest_stays() -> None:
    made = case(refused(asked="no"), contacts=[reply(13), reply(18)])
    for days in range(13, 60):
        found = drawn(made, on(days))
        last = 18 if days >= 18 else 13
        assert found.present == Stretch(on(last), on(days)), days
        assert found.longest == Stretch(REFUSED, on(13)), days
        words = quiet_words(found)[0]
        if days - last >= 13:
            quiet = f"{days - last} days, since 13 Nov"
            assert words == f"The longest quiet stretch is the present one: {quiet}.", days
        else:
            assert words.startswith("The longest quiet stretch: 13 days, 26 Oct to 8 Nov"), days


def test_of_two_stretches_as_long_the_later_one_is_told() -> None:
    found = drawn(case(refused(asked="no"), contacts=[reply(13), reply(26)]))
    assert found.longest == Stretch(on(13), on(26))


def test_the_words_name_both_stretches_and_get_shorter() -> None:
    made = case(refused(asked="no"), contacts=[reply(13), reply(44)])
    assert quiet_words(drawn(made, on(51))) == (
        "The longest quiet stretch: 31 days, 8 Nov to 9 Dec; the present one: 7 days.",
        "Longest quiet: 31 days, 8 Nov to 9 Dec; now: 7 days.",
        "Quiet since 9 Dec: 7 days.",
    )
    assert quiet_words(drawn(made, on(44)))[-1].endswith("now: 0 days.")


def test_a_stretch_over_new_year_is_told_with_its_years() -> None:
    made = case(refused(asked="no"), contacts=[reply(13), reply(80), reply(90)])
    assert "67 days, 8 Nov 2026 to 14 Jan 2027;" in quiet_words(drawn(made, on(91)))[0]
    later = case(refused(asked="no"), contacts=[reply(13), reply(20)])
    assert "since 15 Nov 2026." in quiet_words(drawn(later, on(200)))[0]
    told = quiet_words(drawn(case(refused(asked="no"), contacts=[reply(50), reply(99)]), on(100)))
    assert "50 days, 26 Oct to 15 Dec 2026;" in told[0]


def test_on_the_day_of_the_refusal_nothing_is_said_of_quiet() -> None:
    assert quiet_words(drawn(case(refused()), REFUSED)) == ()
    assert quiet_words(drawn(case(), TODAY)) == ()


def test_once_the_case_has_ended_there_is_no_present_stretch() -> None:
    found = drawn(case(refused(asked="no"), happened("visa_issued", on(30))))
    assert found.present is None
    assert quiet_words(found) == (
        "The longest quiet stretch: 30 days, 26 Oct to 25 Nov.",
        "Longest quiet: 30 days, 26 Oct to 25 Nov.",
    )


def test_a_day_is_told_with_its_place_in_the_wait() -> None:
    shown = snapshot(case(refused(), papers=[paper("Diploma", on(10))]))
    assert day_of_wait(shown, on(-1)) == ""
    assert day_of_wait(shown, on(3)) == "day 3 since the refusal"
    assert day_of_wait(shown, on(10)) == "day 0 of the wait"
    assert day_of_wait(shown, TODAY) == "today, day 37 of the wait"
    assert day_of_wait(shown, TODAY, short=True) == "today, day 37"
    assert day_of_wait(shown, on(3), short=True) == "3 since refusal"


def test_each_mark_has_a_sign_of_one_cell_and_its_own() -> None:
    signs = [CALENDAR_TODAY, *(CALENDAR[mark] for mark in DayMark)]
    assert len(set(signs)) == len(signs) == len(CALENDAR) + 1
    assert all(len(sign) == 1 for sign in signs)
