"""Three whole lives, from the refusal to the end, at every day that changes an answer."""

import pytest

from cli.conftest import LATER, Cli
from core.steps import check_line, check_whole, event, letters, live, words_of

H1B = ("--visa", "H-1B", "--post", "Mumbai", "--petition", "yes")

RETURNED_REVOKED = """
2026-02-10 processing    post   2026-02-10 lllloo - wait=2026-04-11
> event add petition_returned --on 2026-03-20
2026-03-20 returning     post_or_pouch 2026-02-10 lllloo - wait=2026-04-11
2026-04-10 returning     post_or_pouch 2026-02-10 lllloo - wait=2026-04-11
2026-04-11 returning     post_or_pouch 2026-02-10 oooloo - channel=consulate_email
> event add uscis_received --on 2026-06-01
2026-05-31 returning     post_or_pouch 2026-02-10 oooooo - channel=consulate_email
2026-06-01 second_review USCIS  2026-02-10 ccoooo - channel=dos
> event add noir --on 2026-08-03 --learned 2026-08-06 --due 2026-09-02
2026-08-06 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 notice=2026-09-02
2026-08-25 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 notice=2026-09-02
2026-08-26 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 deadline=noir_response
2026-09-02 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 deadline=noir_response
2026-09-03 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 deadline=noir_response
> event add revoked --on 2026-10-05
2026-10-04 response_due  USCIS  2026-02-10 ccoooo noir_response=2026-09-02 deadline=noir_response
2026-10-05 revoked       nobody -          cccccc * ended
2027-06-01 revoked       nobody -          cccccc * ended
"""


@pytest.fixture
def two_employers(g221: Cli) -> Cli:
    """A case that was revoked, and a second one with a new employer, linked to it."""
    assert g221.open("2026-02-10", *H1B, "--asked", "no", "--title", "Old employer") == "1"
    live(g221, "2026-02-10", RETURNED_REVOKED)
    assert g221.open("2027-01-11", *H1B, "--document", "Offer", "--title", "New employer") == "2"
    g221("cases", "use", "2", today=LATER)
    g221("cases", "link", "1", "parallel", today=LATER)
    return g221


def test_a_life_that_goes_back_and_is_revoked_says_what_can_still_be_done(
    two_employers: Cli,
) -> None:
    two_employers("cases", "use", "1", today=LATER)
    step = two_employers.next_step("2026-10-05")
    assert step["kind"] == "ended"
    assert "employer" in words_of(step)
    two_employers("next", "--check", today="2026-10-05")


def test_the_new_employer_is_a_case_of_its_own_beside_the_revoked_one(two_employers: Cli) -> None:
    check_line(
        two_employers.status("2027-01-20"),
        "2027-01-20 documents_due post 2027-01-11 lllloo documents_one_year=2028-01-10 documents",
    )
    listed = two_employers("cases", today="2027-01-20").out
    assert "Old employer" in listed
    assert "New employer" in listed
    assert "parallel" in listed
    rows = two_employers("cases", "--json", today="2027-01-20").json()
    assert {row["id"]: row["stage"] for row in rows} == {"1": "revoked", "2": "documents_due"}
    assert any("parallel" in words_of(row["links"]) for row in rows)


def test_what_happens_to_the_new_case_leaves_the_old_one_as_it_was(two_employers: Cli) -> None:
    old = two_employers("--case", "1", "status", "--json", today="2027-03-01").json()
    two_employers("docs", "set", "Offer", "submitted", "--on", "2027-01-15", today=LATER)
    event(two_employers, "visa_issued", "2027-02-22")
    again = two_employers("--case", "1", "status", "--json", today="2027-03-01").json()
    assert again == old
    assert (old["stage"]["id"], letters(old)) == ("revoked", "cccccc")
    new = two_employers.status("2027-03-01")
    check_whole(new, [("refused_221g", "2027-01-11"), ("visa_issued", "2027-02-22")])
    assert (new["stage"]["id"], new["next"]["kind"]) == ("issued", "ended")
    assert two_employers.status("2027-01-20")["wait"]["anchor"] == "2027-01-15"
