"""Every field of a document can be given, set, corrected, and is shown."""

import pytest

from core.life import Life

REFUSED = "2026-10-26"
NOW = "2026-12-12"

GIVEN = (
    "--route",
    "drop-off",
    "--receipt",
    "R-7",
    "--expires",
    "2027-06-30",
    "--note",
    "two pages",
)
KEPT = {"route": "drop-off", "receipt": "R-7", "expires_on": "2027-06-30", "note": "two pages"}


@pytest.fixture
def opened(life: Life) -> Life:
    """A case whose slip asks for two papers."""
    life.open(REFUSED, "--document", "Diploma", "I-797", today=NOW)
    return life


def test_details_may_be_given_when_a_paper_is_listed(opened: Life) -> None:
    opened("docs", "add", "W-2", "Pay stubs", "--reason", "employment", "--copy", *GIVEN)
    for name in ("W-2", "Pay stubs"):
        row = opened.documents()[name]
        assert KEPT.items() <= row.items()
        assert (row["original"], row["reason"]) == (False, "employment")


def test_details_may_be_set_later_and_are_said(opened: Life) -> None:
    said = opened("docs", "set", "Diploma", "--reason", "documents", "--original", *GIVEN)
    assert "the original" in said.err
    row = opened.documents()["Diploma"]
    assert KEPT.items() <= row.items()
    assert (row["original"], row["reason"]) == (True, "documents")
    assert "a copy" in opened("docs", "set", "Diploma", "--copy").err
    opened("docs", "set", "Diploma", "--reason", "")
    row = opened.documents()["Diploma"]
    assert (row["original"], row["reason"], row["route"]) == (False, "", "drop-off")


@pytest.mark.parametrize(
    ("field", "value", "key", "kept"),
    [
        ("reason", "medical", "reason", "medical"),
        ("original", "yes", "original", True),
        ("original", "", "original", None),
        ("route", "employer sends", "route", "employer sends"),
        ("receipt", "R-8", "receipt", "R-8"),
        ("received", "2026-11-09", "received_on", "2026-11-09"),
        ("returned", "2026-11-16", "returned_on", "2026-11-16"),
        ("waived", "2026-11-20", "waived_on", "2026-11-20"),
        ("expires", "2027-01-31", "expires_on", "2027-01-31"),
        ("note", "line one\nline two", "note", "line one\nline two"),
        ("by", "post", "requested_by", "post"),
        ("asked", "2026-10-27", "asked_on", "2026-10-27"),
    ],
)
def test_every_field_can_be_corrected(
    opened: Life, field: str, value: str, key: str, kept: object
) -> None:
    record = opened.documents()["Diploma"]["id"]
    opened("correct", record, f"{field}={value}")
    assert opened.documents()["Diploma"][key] == kept


@pytest.mark.parametrize(
    ("words", "code"), [(("--reason", "religion"), 2), (("--expires", "05/02/2027"), 2)]
)
def test_an_unreadable_detail_lists_nothing(
    opened: Life, words: tuple[str, ...], code: int
) -> None:
    before = opened.recorded()
    assert len(opened("docs", "add", "W-2", *words, code=code).lines) == 1
    assert opened.recorded() == before
