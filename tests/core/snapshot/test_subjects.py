"""What a row speaks of, and why it is there."""

from datetime import timedelta

from core.snapshot.kit import RULES, TODAY, case, contact, flight, paper, refused, snapshot
from g221_tui.core.snapshot.subjects import (
    ESTIMATE_WORDS,
    channel_name,
    channel_of,
    channel_of_row,
    channel_of_step,
    deadline_of_row,
    is_named,
    page_of,
    record_word,
    why,
)
from g221_tui.core.views import RowKind

CASE = case(
    refused(),
    papers=[paper("Diploma")],
    contacts=[contact("ceac", TODAY)],
    deadlines=[flight(TODAY + timedelta(days=40))],
)
SHOWN = snapshot(CASE)
ROWS = {row.kind: row for row in SHOWN.timeline}


def test_a_row_speaks_of_the_channel_that_opens_or_was_used() -> None:
    assert channel_of_row(ROWS[RowKind.CONTACT]) == "ceac"
    others = {k: r for k, r in ROWS.items() if k not in (RowKind.CONTACT, RowKind.UNLOCK)}
    assert [channel_of_row(row) for row in others.values()] == [""] * len(others)


def test_a_further_channel_is_found_too_and_one_that_is_gone_keeps_its_id() -> None:
    further = SHOWN.further[0]
    assert channel_of(SHOWN, further.id) == further
    assert channel_name(SHOWN, "pigeon") == "pigeon"


def test_the_next_step_speaks_of_a_channel_only_where_it_invites_to_ask() -> None:
    waited = snapshot(case(refused(asked="no"), us_link="none"), TODAY + timedelta(days=30))
    assert waited.next.kind == "channel"
    assert channel_of_step(waited) == waited.next.subject
    assert SHOWN.next.subject == "d-Diploma"
    assert channel_of_step(SHOWN) == ""


def test_only_the_status_page_tells_what_was_seen() -> None:
    assert page_of(SHOWN, "ceac", RULES) is SHOWN.status
    assert page_of(SHOWN, "dos", RULES) is None


def test_a_rule_says_why_it_put_a_row_there_and_a_record_needs_no_reason() -> None:
    waiting = snapshot(case(refused(asked="no"), deadlines=[flight(TODAY + timedelta(days=40))]))
    rows = {row.kind: row for row in waiting.timeline}
    unlock, end = rows[RowKind.UNLOCK], rows[RowKind.USUAL_END]
    opens = channel_of(waiting, unlock.subject or "")
    assert opens is not None
    assert why(waiting, unlock) == opens.because
    assert why(waiting, end)[1] == ESTIMATE_WORDS
    assert why(waiting, rows[RowKind.DEADLINE]) == ("A date you named.", "Source: your record.")
    assert why(waiting, rows["refused_221g"]) == ()


def test_a_date_of_the_users_own_can_be_removed_and_that_of_a_rule_can_not() -> None:
    named = {d.title: is_named(CASE, d) for d in SHOWN.deadlines}
    assert named == {"Flight": True, "Papers: limit": False}
    stands = deadline_of_row(SHOWN, ROWS[RowKind.DEADLINE])
    assert stands in SHOWN.deadlines


def test_a_record_is_what_the_case_holds_it_as_whatever_its_id_looks_like() -> None:
    words = [record_word(CASE, r) for r in ("e-1", "d-Diploma", f"c-ceac-{TODAY}", "x-1", "e-9")]
    assert words == ["Event", "Document", "Contact", "Deadline", "Record"]
