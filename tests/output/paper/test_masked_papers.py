"""Nothing that names somebody is left in a masked brief or packet."""

import re

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.life import LATER
from core.privacy.oracle import leaks
from output.letters.kit import NOW, SOON, asked_once, papers_ready
from output.letters.test_masked_letters import SHOWN
from output.paper.kit import CASES, RECEIVERS, brief_of, papers

quick = settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)
numbers = some.from_regex(r"[A-Z]{2,3}[0-9]{8,10}", fullmatch=True)
names = some.from_regex(r"[B-DF-HJ-NP-TV-Z][bdfhjkmqvwxz]{7,11}", fullmatch=True)
around = some.sampled_from(["", "On it: ", "Ref. no. ", "x" * 220 + " ", "first line\n"])
"""What stands before an identifier; the long one has it cut in the middle, once it is cut."""


def seen(name: str, paper: str) -> str:
    """What a reader sees of it, on one line."""
    if name != "markdown":
        root = html5lib.parse(paper, namespaceHTMLElements=False)
        paper = f"{root.findtext('head/title')} {''.join(root.find('body').itertext())}"
    return " ".join(paper.split())


@pytest.mark.parametrize("case", ["waiting", "asked", "sent_back"])
def test_no_masked_paper_shows_whose_case_it_is(case: str) -> None:
    made, day = CASES[case]
    for name, paper in papers(made(), day, masked=True).items():
        assert [words for words in SHOWN if words in seen(name, paper)] == [], name


@quick
@given(names, names, numbers, numbers, numbers, around)
def test_no_identifier_is_left_in_any_text(
    first: str, last: str, case: str, passport: str, receipt: str, before: str
) -> None:
    for made in (asked_once, papers_ready):
        life = made()
        facts = (
            f"applicant={first} {last}",
            f"case_number={case}",
            f"passport_number={passport}",
            f"receipt_number={receipt}",
            f"email={first}@example.net",
        )
        life("set", *facts, today=LATER)
        note = f"{before}{passport} of {last}, {case}; {receipt} for {first} {last}"
        talk = ["--note", note, "--answer", note, "--ref", case, "--with", f"{first} {last}"]
        life("log", "consulate_email", "--on", "2027-03-20", "--reply", *talk, today=LATER)
        life("log", "ceac", "--on", "2027-03-21", "--status", note, today=LATER)
        life("event", "add", "note", "--on", "2027-03-22", "--note", note, today=LATER)
        more = ["--by", "post", "--asked", "2027-05-02", "--note", note, "--receipt", receipt]
        life("docs", "add", f"Letter of {last}, {case}", *more, today=LATER)
        life("deadline", "add", f"Call {first} {last} on {case}", "2027-07-01", today=LATER)
        made_of = papers(life, NOW, masked=True)
        assert {*RECEIVERS} <= {*made_of}
        for name, paper in made_of.items():
            shown = seen(name, paper)
            for secret in (first, last, case[:-2], passport[:-2], receipt[:-2]):
                assert secret not in shown, (name, secret)
                assert not leaks(f"«{secret}»", runs_of_letters(shown)), (name, secret)


def runs_of_letters(shown: str) -> str:
    """The text without what stays of the end of a number, and without the program's own dates."""
    return re.sub(r"••••\S{0,2}|\b\d{1,2} [A-Z][a-z]{2} \d{4}", " ", shown)


def test_each_paper_says_which_copy_it_is() -> None:
    life = asked_once()
    for name, paper in papers(life, NOW, masked=True).items():
        assert "Masked copy" in paper, name
        assert "Full copy" not in paper, name
    for name, paper in papers(life, NOW).items():
        assert "Full copy" in paper, name
    assert brief_of(life, SOON, masked=True).masked
