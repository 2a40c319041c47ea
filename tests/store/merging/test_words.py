"""What an import would do is said with the names and labels that people know."""

from typing import Any

import pytest

from g221_tui.rules import load_rules
from g221_tui.store.merging import words

RULES = load_rules(None)
PAPER: dict[str, object] = {
    "id": "d-222222",
    "case": "1",
    "name": "Photos",
    "steps": [{"state": "submitted", "on": "2026-11-02"}],
}


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("cases", {"id": "4", "visa": "K-1", "post": "Manila"}, "Case: K-1 · Manila [4]"),
        ("documents", PAPER, "Document: Photos [d-222222]"),
        ("documents", PAPER | {"note": "two"}, "Document: Photos · two [d-222222]"),
        ("documents", {"id": "d-3"}, "Document: A row that can't be read [d-3]"),
        ("events", 5, "Event: A row that can't be read"),
    ],
)
def test_a_new_record_is_named_by_what_it_is(table: str, row: Any, said: str) -> None:
    assert words.told(table, row, RULES) == said


def test_what_both_changed_stands_side_by_side_and_says_which_holds() -> None:
    other = PAPER | {"requested_by": "uscis", "note": "two", "later": 1}
    now = other | {"later": None}
    said = words.clashing("documents", ["requested_by", "later"], PAPER, other, now, RULES)
    assert said == (
        "Photos [d-222222] (Asked for by: here nothing, there USCIS; the later, there, holds;"
        " Later: here nothing, there 1; the later, here, holds)"
    )


def test_what_one_took_out_and_the_other_changed_says_which_holds() -> None:
    said = words.taken_out("documents", PAPER, RULES, here=True, stays=True)
    assert said == "Photos [d-222222] (taken back here, changed there; it stays)"
    said = words.taken_out("documents", PAPER, RULES, here=False, stays=False)
    assert said == "Photos [d-222222] (taken back there, changed here; it goes)"


def test_a_field_with_another_name_in_the_file_has_its_label_too() -> None:
    own: dict[str, object] = {"id": "c-222222", "case": "1", "channel": "dos", "on": "2026-11-02"}
    said = words.changed("contacts", own, own | {"with": "R. Iyer"}, RULES)
    assert said.endswith("[c-222222]: With whom: nothing → R. Iyer")


def test_the_date_of_the_letter_is_called_as_the_facts_call_it() -> None:
    own: dict[str, object] = {
        "id": "e-222222",
        "case": "1",
        "kind": "refused_221g",
        "on": "2026-10-26",
    }
    said = words.changed("events", own, own | {"letter_deadline": "2026-12-01"}, RULES)
    assert "Date printed on the letter: nothing → Tue 1 Dec 2026" in said
