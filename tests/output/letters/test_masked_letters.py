"""A masked letter shows no identifier, in whatever text it stands."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.life import LATER
from g221_tui.core.privacy.masking import KEPT, MASK, Masker, identifiers
from output.letters.kit import GOLDEN, NOW, drafts, golden, papers_ready, unanswered_twice

quick = settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)
numbers = some.from_regex(r"[A-Z]{1,3}[0-9]{7,10}", fullmatch=True)
names = some.from_regex(r"[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-z]{7,11}", fullmatch=True)
SHOWN = (
    "Ada Example",
    "Example Works",
    "5 Mar 1990",
    "Ruritania",
    "X1234567",
    "AA00EXAMP1",
    "WAC2190012345",
    "2026299 345 0001",
    "ada@example.org",
    "555 01 23",
    "Lake Road",
    "visas@example.gov",
    "Bo Sample",
    "human resources",
    "T-77",
)
"""What no masked letter may show."""


@pytest.mark.parametrize("name", GOLDEN)
def test_no_masked_letter_shows_whose_case_it_is(name: str) -> None:
    draft = golden(name, masked=True)
    told = " ".join(f"{draft.whole} {draft.mailto} {draft.early} {draft.notes}".split())
    assert [words for words in SHOWN if words in told] == []
    assert draft.masked


def test_a_masked_letter_keeps_its_form() -> None:
    full, masked = golden("email_complete"), golden("email_complete", masked=True)
    assert f"Birth date: {MASK}\n" in masked.text
    assert f"Nationality: {MASK}\n" in masked.text
    assert "Passport number: ••••67\n" in masked.text
    assert "Post: Bern\n" in masked.text
    assert len(full.text.splitlines()) - len(masked.text.splitlines()) in (0, 1)


@quick
@given(names, names, numbers, numbers, numbers)
def test_nothing_that_names_somebody_is_left(
    first: str, last: str, case: str, passport: str, receipt: str
) -> None:
    for made in (unanswered_twice, papers_ready):
        life = made()
        life(
            "set",
            f"applicant={first} {last}",
            f"case_number={case}",
            f"passport_number={passport}",
            f"receipt_number={receipt}",
            f"email={first}@example.net",
            today=LATER,
        )
        note = f"Dear {last}, on {case}: passport {passport}; {receipt} of {first} {last}"
        words = ["--on", "2027-03-20", "--reply", "--note", note, "--answer", note]
        life("log", "consulate_email", *words, today=LATER)
        masker = Masker(*identifiers(life.case))
        for channel in ("consulate_email", "consulate_call", "dos", "senator", "legalnet"):
            draft = drafts().draft(life.day(NOW), channel, "", masker)
            told = "".join(f"{draft.whole}{draft.mailto}{draft.early}{draft.notes}".split())
            for secret in (first, last, case, passport, receipt):
                assert secret[:-KEPT] not in told, (channel, secret)
