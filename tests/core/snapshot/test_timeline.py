"""The timeline: a row for all that happened, and for what the rules put ahead."""

from datetime import date, timedelta

import msgspec
import pytest

from core.snapshot.kit import (
    REFUSED,
    RULES,
    TODAY,
    case,
    contact,
    day_of,
    flight,
    happened,
    paper,
    refused,
    snapshot,
)
from core.snapshot.kit import so as changed
from g221_tui.core.deadlines.all_deadlines import deadlines
from g221_tui.core.followup.channel_state import decide_all
from g221_tui.core.model import Case, Contact, Direction, Purpose, YesNo
from g221_tui.core.snapshot.folding import ahead, behind, recorded
from g221_tui.core.snapshot.timeline import timeline, way
from g221_tui.core.views import Origin, RowKind, TimelineRow

A, B, C, D = (date(2026, 11, number) for number in (2, 9, 16, 23))
DAY = timedelta(days=1)
PLAIN = case(refused(asked="no"))


def rows(found: Case, today: date = TODAY) -> tuple[TimelineRow, ...]:
    """The timeline of the case on that day."""
    day = day_of(found, today)
    channels = decide_all(day)
    return timeline(day, channels, deadlines(day, channels))


def of_kind(found: Case, kind: str, today: date = TODAY) -> list[tuple[date, str]]:
    """The days and titles of the rows of that kind."""
    return [(row.date, row.title) for row in rows(found, today) if row.kind == kind]


def titled(found: Contact) -> str:
    """The title of the row of a contact."""
    ((_, title),) = of_kind(case(refused(), contacts=[found]), RowKind.CONTACT)
    return title


def so(found: Contact, **changes: object) -> Contact:
    """The contact with these differences."""
    return msgspec.structs.replace(found, **changes)


def test_an_event_has_the_kind_the_title_and_the_record_of_its_own() -> None:
    found = next(row for row in rows(PLAIN) if row.record == "e-1")
    assert (found.date, found.kind, found.title) == (REFUSED, "refused_221g", "221(g) slip")
    assert (found.origin, found.subject, found.way) == (Origin.RECORDED, None, None)


@pytest.mark.parametrize(
    ("kind", "note", "title"),
    [
        ("note", "Called home\nlong talk", "Note: Called home"),
        ("note", "\n [b] \nrest", "Note: [b] "),
        ("note", "", "Note"),
        ("visa_issued", "at last", "Visa issued"),
        ("of_later", "what is this", "of_later"),
    ],
)
def test_a_note_is_told_by_its_first_line_and_another_event_by_its_title(
    kind: str, note: str, title: str
) -> None:
    noted = msgspec.structs.replace(happened(kind, A), note=note)
    assert of_kind(case(refused(), noted), kind) == [(A, title)]


@pytest.mark.parametrize(
    ("status", "note", "title"),
    [
        ("Refused", "looked at noon", "CEAC: Refused"),
        ("", "looked at noon\nagain", "CEAC: looked at noon"),
        ("", "", "CEAC"),
        ("[Refused]", "", "CEAC: [Refused]"),
        ("e\u0301tat", "", "CEAC: e\u0301tat"),
    ],
)
def test_a_contact_is_told_by_the_words_of_the_page_else_the_first_line_of_its_note(
    status: str, note: str, title: str
) -> None:
    assert titled(so(contact("ceac", A), status=status, note=note)) == title


def test_a_contact_over_a_channel_that_is_gone_is_told_by_its_id() -> None:
    assert titled(so(contact("pigeon", A), note="flew")) == "pigeon: flew"


@pytest.mark.parametrize(
    ("channel", "purpose", "direction", "words"),
    [
        ("dos", Purpose.STATUS, Direction.OUT, "asked"),
        ("ceac", Purpose.STATUS, Direction.OUT, "looked"),
        ("vfs_tracker", Purpose.STATUS, Direction.OUT, "looked"),
        ("uscis_status", Purpose.STATUS, Direction.OUT, "looked"),
        ("pigeon", Purpose.STATUS, Direction.OUT, "asked"),
        ("consulate_email", Purpose.DOCUMENTS, Direction.OUT, "sent papers"),
        ("consulate_email", Purpose.ANSWER, Direction.OUT, "answered"),
        ("consulate_email", Purpose.DETAILS, Direction.OUT, "wrote about details"),
        ("consulate_email", Purpose.EMERGENCY, Direction.OUT, "told of an emergency"),
        ("ceac", Purpose.STATUS, Direction.IN, "reply"),
        ("consulate_email", Purpose.DOCUMENTS, Direction.IN, "reply"),
    ],
)
def test_who_turned_to_whom_is_said_in_a_word_or_two(
    channel: str, purpose: Purpose, direction: Direction, words: str
) -> None:
    found = so(contact(channel, A), purpose=purpose, direction=direction)
    assert way(found, RULES) == words
    (row,) = (r for r in rows(case(refused(), contacts=[found])) if r.kind == RowKind.CONTACT)
    assert (row.way, row.subject, row.record) == (words, channel, found.id)


def test_each_step_of_a_document_is_a_row_in_the_order_of_the_steps() -> None:
    chart = changed(
        paper("Chart"), ready_on=A, submitted_on=A, received_on=B, returned_on=C, waived_on=D
    )
    assert of_kind(case(refused(), papers=[chart]), RowKind.DOCUMENT) == [
        (REFUSED, "Chart: asked for"),
        (A, "Chart: ready"),
        (A, "Chart: submitted"),
        (B, "Chart: received"),
        (C, "Chart: returned"),
        (D, "Chart: waived"),
    ]


def test_an_extra_has_only_the_steps_it_took_and_a_removed_paper_none() -> None:
    extra = changed(paper("Photo", sent=A, by=None), asked_on=None)
    gone = msgspec.structs.replace(paper("Old", sent=A), removed_at="2026-12-01T00:00:00Z")
    found = case(refused(), papers=[extra, gone])
    assert of_kind(found, RowKind.DOCUMENT) == [(A, "Photo: submitted")]


@pytest.mark.parametrize(("today", "steps"), [(REFUSED - DAY, 0), (REFUSED, 1), (A, 2)])
def test_nothing_that_happened_stands_before_its_day(today: date, steps: int) -> None:
    found = case(
        refused(),
        happened("note", A),
        papers=[paper("Chart", sent=A)],
        contacts=[contact("dos", A)],
    )
    recorded = [row for row in rows(found, today) if row.origin is Origin.RECORDED]
    assert len(of_kind(found, RowKind.DOCUMENT, today)) == steps
    assert all(row.date <= today for row in recorded)


def test_the_rows_ascend_and_what_happened_comes_before_what_is_ahead_on_one_day() -> None:
    found = case(
        happened("note", TODAY),
        refused(asked="no"),
        papers=[paper("Chart", sent=B)],
        contacts=[contact("ceac", TODAY)],
        deadlines=[flight(TODAY)],
    )
    every = rows(found)
    assert [row.date for row in every] == sorted(row.date for row in every)
    today = [row.kind for row in every if row.date == TODAY]
    assert today == ["note", RowKind.CONTACT, RowKind.DEADLINE]


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2026, 12, 24), True), (date(2026, 12, 25), True), (date(2026, 12, 26), False)],
)
def test_a_channel_opens_on_the_timeline_up_to_the_day_it_does(today: date, shown: bool) -> None:
    found = of_kind(PLAIN, RowKind.UNLOCK, today)
    assert ((date(2026, 12, 25), "State Dept opens") in found) is shown


def test_an_unlock_is_of_a_rule_and_names_its_channel_and_trackers_never_unlock() -> None:
    found = [row for row in rows(PLAIN) if row.kind == RowKind.UNLOCK]
    assert {row.subject for row in found} == {"consulate_call", "consulate_email", "dos", "senator"}
    assert {(row.origin, row.record) for row in found} == {(Origin.RULE, None)}


def test_a_deadline_is_recorded_or_an_estimate_and_stays_when_it_has_passed() -> None:
    away = case(
        refused(asked="no"),
        happened("petition_returned", A),
        happened("noir", B),
        deadlines=[flight(A)],
    )
    found = [row for row in rows(away) if row.kind == RowKind.DEADLINE]
    assert [(row.subject, row.origin) for row in found] == [
        ("expiry_x-1", Origin.RECORDED),
        ("noir_response", Origin.ESTIMATE),
    ]
    assert found[0].date == A


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2026, 12, 12), True), (date(2026, 12, 25), True), (date(2026, 12, 26), False)],
)
def test_the_usual_end_is_an_estimate_that_is_gone_once_it_has_passed(
    today: date, shown: bool
) -> None:
    found = [row for row in rows(PLAIN, today) if row.kind == RowKind.USUAL_END]
    assert [(row.date, row.origin, row.subject) for row in found] == (
        [(date(2026, 12, 25), Origin.ESTIMATE, "processing")] if shown else []
    )


def test_there_is_no_row_for_today_and_none_ahead_before_the_first_event() -> None:
    assert [row for row in rows(PLAIN) if row.date == TODAY] == []
    assert rows(PLAIN, REFUSED - DAY) == ()


def test_after_the_end_nothing_is_put_ahead() -> None:
    ended = case(refused(asked="no"), happened("visa_issued", A), deadlines=[flight(TODAY + DAY)])
    assert {row.origin for row in rows(ended)} == {Origin.RECORDED}


def test_the_snapshot_draws_the_same_rows() -> None:
    found = case(refused(), papers=[paper("Chart")], tracking=YesNo.YES)
    assert snapshot(found).timeline == rows(found)


def test_a_date_that_the_person_named_is_recorded_and_a_reckoned_one_is_a_rule() -> None:
    shown = snapshot(case(refused(), deadlines=[flight(date(2027, 2, 1))]))
    found = {row.title: row.origin for row in shown.timeline if row.kind == RowKind.DEADLINE}
    assert found == {"Flight": Origin.RECORDED, "Papers: limit": Origin.RULE}


def test_a_date_not_to_miss_is_ahead_on_its_day() -> None:
    shown = snapshot(case(refused(), deadlines=[flight(TODAY)]))
    assert "Flight" in [row.title for row in ahead(shown)]
    assert "Flight" not in [row.title for row in (*behind(shown), *recorded(shown))]


@pytest.mark.parametrize(
    ("sent", "title"), [(None, "Papers: limit"), (TODAY, "Papers: limit (sent)")]
)
def test_a_date_whose_papers_went_in_says_so(sent: date | None, title: str) -> None:
    shown = snapshot(case(refused(), papers=[paper("Chart", sent)]))
    assert [row.title for row in ahead(shown) if row.kind == RowKind.DEADLINE] == [title]
