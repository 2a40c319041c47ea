"""The brief says what the record says: counts, days, contacts and whose rules."""

from itertools import pairwise

import msgspec

from core.life import Life
from g221_tui.core.brief.brief import brief
from g221_tui.core.brief.picture import Shape, picture
from g221_tui.core.brief.records import Brief
from g221_tui.core.brief.talks import folded
from output.letters.kit import NOW, REFUSED, SOON, asked_once, bare, complete, told


def on(life: Life, day: str) -> Brief:
    """The brief of its case."""
    return brief(life.day(day))


def test_it_counts_from_the_refusal_and_from_the_day_the_papers_were_complete() -> None:
    figures = [(each.number, each.what) for each in on(complete(), SOON).figures]
    assert figures == [
        ("47", "days since the refusal of 26 Oct 2026"),
        ("43", "days of the wait, from 30 Oct 2026"),
        ("2 of 2", "requested documents have gone in"),
    ]


def test_a_case_without_anything_has_the_days_since_its_refusal_and_no_more() -> None:
    made = on(bare(), SOON)
    assert [each.number for each in made.figures] == ["47"]
    assert (made.title, made.facts, made.papers, made.talks) == ("Visa case", (), (), ())


def test_it_tells_nothing_that_happened_after_its_day() -> None:
    made = on(asked_once(), "2026-10-29")
    assert made.talks == ()
    assert [paper.sent != () for paper in made.papers] == [True, False]
    assert all(moment.on.isoformat() <= "2026-10-29" for moment in made.behind)


def test_a_question_has_its_answer_or_is_said_to_have_none() -> None:
    talks = on(asked_once(), NOW).talks
    assert [(t.by, t.way, t.silent) for t in talks] == [
        ("E-mail", "asked", False),
        ("State Dept", "asked", True),
        ("Senator", "asked", True),
        ("E-mail", "reply", False),
    ]


def test_looks_that_showed_the_same_are_told_as_one_and_each_is_kept() -> None:
    life = complete()
    for day in ("2026-11-02", "2026-11-09", "2026-11-16"):
        told(life, "log", "ceac", "--on", day, "--status", "Refused")
    told(life, "log", "ceac", "--on", "2026-11-23", "--status", "Issued")
    talks = on(life, SOON).talks
    assert len(talks) == 4
    rows = [(t.status, t.times, t.on.isoformat(), t.until.isoformat()) for t in folded(talks)]
    assert rows == [
        ("Refused", 3, "2026-11-02", "2026-11-16"),
        ("Issued", 1, "2026-11-23", "2026-11-23"),
    ]


def test_a_look_with_a_note_of_its_own_stands_alone() -> None:
    life = complete()
    told(life, "log", "ceac", "--on", "2026-11-02", "--status", "Refused")
    told(life, "log", "ceac", "--on", "2026-11-09", "--status", "Refused", "--note", "odd")
    assert [t.times for t in folded(on(life, SOON).talks)] == [1, 1]


def test_each_rule_has_a_source_and_a_day() -> None:
    for each in on(asked_once(), NOW).cited:
        assert each.source, each
        assert any(sign.isdigit() for sign in f"{each.source} {each.as_of}"), each


def test_what_the_person_named_is_no_rule() -> None:
    life = complete()
    told(life, "deadline", "add", "Flight", "2027-04-11")
    made = on(life, SOON)
    assert "Flight" in [moment.what for moment in made.ahead]
    assert "Flight" not in [each.what for each in made.cited]


def test_the_picture_puts_no_label_over_another() -> None:
    life = complete()
    for number in range(1, 13):
        told(life, "event", "add", "note", "--on", f"2026-11-{number:02}", "--note", "w" * 60)
    found = picture(on(life, SOON))
    assert found is not None
    rows: dict[int, list[float]] = {}
    for label in found.labels:
        assert len(label.text) <= 42
        rows.setdefault(label.row, []).append(label.mark.at)
    assert all(before <= after for row in rows.values() for before, after in pairwise(row))
    assert all(0 <= label.mark.at <= 1 for label in found.labels)


def test_the_picture_says_what_it_shows_and_names_its_shapes() -> None:
    found = picture(on(asked_once(), NOW))
    assert found is not None
    assert "206 days: 2 events" in found.told
    assert found.shapes == (Shape.EVENT, Shape.SENT, Shape.TALK, Shape.REPLY, Shape.RULE)


def test_there_is_no_picture_of_a_case_in_which_nothing_happened() -> None:
    made = on(bare(), SOON)
    assert picture(msgspec.structs.replace(made, moments=())) is None


def test_the_picture_of_the_day_of_the_refusal_has_room() -> None:
    found = picture(on(bare(), REFUSED))
    assert found is not None
    assert found.today == 0
    assert (found.end - found.start).days >= 30
