"""Which rows of the timeline are told as one, and what lies behind."""

from datetime import timedelta

from core.snapshot.kit import (
    REFUSED,
    TODAY,
    case,
    contact,
    flight,
    happened,
    paper,
    refused,
    snapshot,
)
from g221_tui.core.fields.labels import IF_COMPLETE
from g221_tui.core.snapshot.folding import (
    ASKING_OPENS,
    USUAL_END,
    ahead,
    behind,
    entry,
    folded,
    recorded,
)
from g221_tui.core.text.dates import MONTHS
from g221_tui.core.views import Origin, RowKind, Snapshot

SENT = REFUSED + timedelta(days=2)


def texts(shown: Snapshot, *kinds: RowKind) -> list[str]:
    """What the entries of these kinds say."""
    return [e.text for e in folded(shown.timeline, shown) if e.first.kind in kinds]


def test_like_steps_of_documents_on_one_day_are_told_as_one() -> None:
    papers = [paper("Diploma", SENT), paper("Photo", SENT), paper("Plan")]
    shown = snapshot(case(refused(), papers=papers))
    assert texts(shown, RowKind.DOCUMENT) == ["asked for 3 papers", "sent 2 papers"]


def test_a_step_of_one_document_keeps_its_name_and_its_record() -> None:
    shown = snapshot(case(refused(), papers=[paper("Diploma", SENT), paper("Photo")]))
    found = folded(shown.timeline, shown)
    assert [(e.text, e.record) for e in found if e.first.date == SENT] == [
        ("sent Diploma", "d-Diploma")
    ]
    asked = next(e for e in found if e.text == "asked for 2 papers")
    assert asked.record is None


def test_more_channels_than_two_that_open_on_one_day_are_not_named() -> None:
    shown = snapshot(case(refused(asked="no"), us_link="self", us_state="CA"))
    opens = [row for row in shown.timeline if row.kind == RowKind.UNLOCK]
    assert entry(opens[:1], shown).text == f"{opens[0].title}"
    assert entry(opens[:2], shown).text.endswith(" open")
    assert " and " in entry(opens[:2], shown).text
    assert entry(opens[:3], shown).text == ASKING_OPENS


def looks(*seen: tuple[int, str]) -> Snapshot:
    """A case in which the page showed these words, so many days after the refusal."""
    made = [contact("ceac", REFUSED + timedelta(days=n), status=words) for n, words in seen]
    return snapshot(case(refused(asked="no"), contacts=made))


def test_looks_that_saw_the_same_are_told_as_one_with_the_last_day() -> None:
    shown = looks((1, "Refused"), (2, "Refused"), (9, "Refused"))
    (entry,) = [e for e in folded(shown.timeline, shown) if e.first.kind == RowKind.CONTACT]
    day = REFUSED + timedelta(days=9)
    assert entry.text == f"CEAC Refused ×3, last {day.day} {MONTHS[day.month - 1]}"
    assert entry.first.date == REFUSED + timedelta(days=1)
    assert entry.record is None


def test_another_word_of_the_page_ends_a_run_and_what_else_happened_does_not() -> None:
    shown = looks((1, "Refused"), (2, "Refused"), (3, "Issued"), (4, "Refused"))
    assert [text.split(",")[0] for text in texts(shown, RowKind.CONTACT)] == [
        "CEAC Refused ×2",
        "CEAC Issued",
        "CEAC Refused",
    ]
    mixed = [contact("ceac", REFUSED, status="Refused"), contact("dos", TODAY, "Rang")]
    mixed.append(contact("ceac", TODAY, status="Refused"))
    shown = snapshot(case(refused(asked="no"), contacts=mixed))
    assert [len(e.rows) for e in folded(shown.timeline, shown) if e.first.way == "looked"] == [2]


def test_a_contact_is_told_with_what_was_done_first() -> None:
    shown = snapshot(case(refused(asked="no"), contacts=[contact("dos", TODAY, "Rang")]))
    assert texts(shown, RowKind.CONTACT) == ["asked State Dept: Rang"]


def test_an_unlock_says_that_it_moves_while_papers_are_out() -> None:
    out = snapshot(case(refused(), papers=[paper("Diploma", SENT), paper("Photo")]))
    assert all(text.startswith(IF_COMPLETE) for text in texts(out, RowKind.UNLOCK))
    sent = snapshot(case(refused(), papers=[paper("Diploma", SENT)]))
    assert not any(text.startswith(IF_COMPLETE) for text in texts(sent, RowKind.UNLOCK))


def test_an_unlock_that_is_open_does_not_move_any_more() -> None:
    out = case(refused(), papers=[paper("Plan")])
    eve, day = (snapshot(out, REFUSED + timedelta(days=days)) for days in (59, 60))
    assert f"{IF_COMPLETE}: {ASKING_OPENS}" in texts(eve, RowKind.UNLOCK)
    assert ASKING_OPENS in texts(day, RowKind.UNLOCK)


def test_a_usual_end_says_that_it_is_an_estimate() -> None:
    shown = snapshot(case(refused(asked="no")))
    assert USUAL_END in texts(shown, RowKind.USUAL_END)


def test_contacts_and_events_of_one_day_stay_apart() -> None:
    found = case(
        refused(),
        happened("note", TODAY),
        contacts=[contact("ceac", TODAY), contact("dos", TODAY, "Rang")],
    )
    shown = snapshot(found)
    assert [len(e.rows) for e in folded(shown.timeline, shown) if e.first.date == TODAY] == [1] * 3


def test_what_was_recorded_today_lies_behind_and_what_a_rule_puts_on_today_ahead() -> None:
    found = case(refused(), happened("note", TODAY), deadlines=[flight(TODAY)])
    shown = snapshot(found)
    assert behind(shown)[-1].kind == "note"
    assert ahead(shown)[0].title == "Flight"
    assert (*behind(shown), *ahead(shown)) == shown.timeline
    assert {row.origin for row in recorded(shown)} == {Origin.RECORDED}


def test_the_last_of_what_was_recorded_are_those_of_the_end_oldest_first() -> None:
    found = case(refused(), deadlines=[flight(TODAY)], contacts=[contact("ceac", TODAY)])
    shown = snapshot(found)
    every = recorded(shown)
    assert len(every) > 1
    assert recorded(shown, 1) == every[-1:]
    assert recorded(shown, len(every) + 1) == every


def test_a_deadline_that_has_passed_lies_behind() -> None:
    shown = snapshot(case(refused(), deadlines=[flight(TODAY - timedelta(days=3))]))
    assert "Flight" in [row.title for row in behind(shown)]


def test_unlike_steps_of_documents_on_one_day_stay_apart() -> None:
    shown = snapshot(case(refused(), papers=[paper("Diploma", REFUSED)]))
    assert texts(shown, RowKind.DOCUMENT) == ["asked for Diploma", "sent Diploma"]


def test_what_a_rule_puts_on_today_is_on_the_timeline() -> None:
    found = case(refused(asked="no"))
    opens = REFUSED + timedelta(days=60)
    today = [row.kind for row in snapshot(found, opens).timeline if row.date == opens]
    assert today == [RowKind.UNLOCK] * 3 + [RowKind.USUAL_END]
    after = snapshot(found, opens + timedelta(days=1))
    assert opens not in [row.date for row in after.timeline]
