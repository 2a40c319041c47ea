"""What a case says of its post: an offer, what is known, its year, or that nothing is known."""

from datetime import date
from typing import Any

import pytest

from core.edits.kit import applied
from core.life import Life
from core.snapshot.kit import RULES, TODAY, case, day_of, happened, paper, refused, snapshot
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.model import Case
from g221_tui.core.post_view import PostFound, PostView
from g221_tui.core.snapshot.post_practice import post_practice

HELD = date(2026, 9, 14)
"""An interview before the refusal."""


def of(post: str, **facts: Any) -> Case:
    """A case at that post."""
    return case(refused(asked="unknown"), post=post, **facts)


def practice(post: str, **facts: Any) -> PostView:
    """What is known of its post."""
    return post_practice(day_of(of(post, **facts)))


def test_a_post_that_answers_nothing_is_offered_with_source_and_date() -> None:
    found = practice("US Embassy Dublin", visa="J-1")
    assert found.found is PostFound.KNOWN
    assert found.says == (
        "Dublin says it answers no status questions (ie.usembassy.gov, administrative processing,"
        " about 2019): `set policy=dublin-niv` follows it. Mind: the page is for J-1 summer work"
        " and travel.",
    )


def test_a_wait_is_offered_with_its_days() -> None:
    assert practice("Bern", visa="H-1B").says == (
        "Bern asks for 180 days before any question (ustraveldocs.com/ch, 221(g) and document"
        " submission, 2019 or later): `set policy=bern` follows it.",
    )
    both = practice("Ankara", visa="IR1").says[0]
    assert "answers no status questions, and asks for 180 days first" in both


def test_nothing_is_set_by_naming_a_post() -> None:
    edit = applied(SetFacts(values={"post": "Bern"}), of("", visa="H-1B"))
    assert (edit.case.facts.policy, edit.case.facts.wait) == ("guide", None)
    assert edit.notes == practice("Bern", visa="H-1B").says


def test_once_followed_the_offer_gives_way_to_whose_word_it_is() -> None:
    edit = applied(SetFacts(values={"policy": "bern"}), of("Bern", visa="H-1B"))
    assert len(edit.notes) == 1
    assert edit.notes[0].startswith("The waits follow what Bern itself says (ustraveldocs.com/ch")
    followed = practice("Bern", visa="H-1B", policy="bern")
    assert followed.says == edit.notes
    assert [each.followed for each in followed.practices] == [True]


def test_going_back_to_another_policy_is_not_answered_with_the_offer() -> None:
    edit = applied(SetFacts(values={"policy": "state"}), of("Bern", policy="bern"))
    assert edit.notes == ()


def test_the_word_of_another_post_is_told_until_it_is_chosen_anew() -> None:
    for post, visa in (("Paris", "B-2"), ("Vilnius", "B-2"), ("Warsaw", "IR1")):
        last = practice(post, visa=visa, policy="bern").says[-1]
        assert last.startswith("The waits follow the policy bern, which is the word of another")
    assert practice("", policy="bern").says == ()


def test_a_usual_length_is_shown_and_offers_nothing() -> None:
    found = practice("HCMC", visa="CR1")
    assert found.practices[0].policy == ""
    assert found.says[0].startswith("Ho Chi Minh City calls 120 days a usual length, no minimum")
    assert "set policy" not in found.says[0]


def test_an_unknown_post_says_so_and_an_unclear_one_asks() -> None:
    unknown = practice("Paris")
    assert (unknown.found, unknown.practices) == (PostFound.UNKNOWN, ())
    assert unknown.says == ("No practice of Paris is known here; what its letter says wins.",)
    assert "Perhaps Bangkok is meant" in practice("Bankok").says[0]
    unclear = practice("Ankara or Yerevan")
    assert unclear.found is PostFound.UNCLEAR
    assert "(Ankara and Yerevan?)" in unclear.says[0]
    assert practice(" ") == PostView(name="", found=PostFound.UNNAMED, practices=(), says=())


@pytest.mark.parametrize(
    ("post", "visa", "number", "rows"),
    [
        ("Kuala Lumpur", "IR1", "", ["kualalumpur-iv"]),
        ("Kuala Lumpur", "H-1B", "", ["kualalumpur-niv"]),
        ("Kuala Lumpur", "F-1", "", ["kualalumpur-iv", "kualalumpur-niv"]),
        ("Kuala Lumpur", "", "2026299 345 0001", ["kualalumpur-niv"]),
        ("Kuala Lumpur", "", "KLL2026626025", ["kualalumpur-iv"]),
        ("Kuala Lumpur, IV unit", "", "", ["kualalumpur-iv"]),
        ("Montreal", "K-1", "", ["montreal-iv"]),
        ("Manila", "K-1", "", ["manila"]),
        ("Sydney", "DV", "", ["australia-iv"]),
        ("Kathmandu", "", "2026AS00012345", ["kathmandu-iv"]),
        ("Chennai", "H-1B", "", ["chennai-niv", "india-niv-walkin"]),
        ("Mumbai", "IR1", "", ["india-iv"]),
        ("Dublin", "", "", ["dublin-niv"]),
    ],
)
def test_the_visa_tells_which_page_holds_and_without_it_both_are_named(
    post: str, visa: str, number: str, rows: list[str]
) -> None:
    found = practice(post, visa=visa, case_number=number)
    assert [each.id for each in found.practices] == rows
    unsure = len(rows) > 1 and visa != "H-1B"
    assert ("Which of these holds depends on the visa." in found.says) is unsure


def test_a_page_for_other_visas_is_not_taken_for_this_one() -> None:
    found = practice("Warsaw", visa="IR1")
    assert (found.found, found.practices) == (PostFound.OTHER_VISA, ())
    assert found.says == (
        "What is known of Warsaw here is about nonimmigrant visas; for your visa what its letter"
        " says wins.",
    )


def test_papers_year_and_tracker_stand_beside_source_date_and_confidence() -> None:
    facts = dict(practice("Vilnius", visa="B-2").practices[0].facts)
    assert facts["Papers go in"] == "PDF files by e-mail to the embassy, small attachments."
    assert facts["Year for papers"].startswith("12 months, counted from the day the letter was")
    assert facts["Its tracker"] == "CEAC."
    assert facts["Source"].startswith("ustraveldocs.com/lt, document submission, 2019 or later (")
    copy = dict(practice("Almaty", visa="B-2").practices[0].facts)
    assert "a copy, a part, or a third party" in copy["Source"]


def at(post: str, *, asked: str = "yes", held: date | None = HELD, sent: bool = False) -> Case:
    """A case with an interview before its refusal, and one paper."""
    events = [refused(asked=asked)]
    if held is not None:
        events.insert(0, happened("interview", held))
    papers = [paper("Letter", TODAY if sent else None)]
    return case(*events, papers=papers, post=post, visa="H-1B")


def test_a_year_from_the_interview_is_a_warning_with_its_date_and_the_deadline_stays() -> None:
    found = snapshot(case(*at("").events, papers=at("").documents, post="Sydney", visa="IR1"))
    assert found.post.year_until == date(2027, 9, 13)
    assert found.post.year_warning in found.warnings
    assert found.post.year_warning == (
        "The page of Sydney counts its year for papers from the interview (ustraveldocs.com/au,"
        " immigrant visa 221(g) information, undated): that would be Mon 13 Sep 2027, in 275 days."
    )
    (limit,) = [d for d in found.deadlines if d.id == "documents_one_year"]
    assert limit.date == date(2027, 10, 25)


def test_a_year_from_the_application_is_at_the_latest_that_of_the_interview() -> None:
    found = snapshot(at("Taipei"))
    assert "Mon 13 Sep 2027 at the latest" in found.post.year_warning
    year = dict(found.post.practices[0].facts)["Year for papers"]
    assert "With your interview on Mon 14 Sep 2026" in year


@pytest.mark.parametrize(
    "found",
    [
        at("Taipei", held=None),
        at("Taipei", held=date(2026, 10, 26)),
        at("Taipei", sent=True),
        at("Bern"),
        at("Hong Kong"),
        at("Paris"),
        at(""),
    ],
)
def test_a_year_from_the_same_day_or_later_or_without_a_limit_warns_of_nothing(found: Case) -> None:
    assert snapshot(found).post.year_warning == ""
    assert snapshot(found).post.year_until is None


def test_without_an_interview_the_year_says_that_it_may_end_before_ours() -> None:
    year = dict(practice("Taipei", visa="H-1B").practices[0].facts)["Year for papers"]
    assert "may end before our own date" in year
    receipt = dict(practice("Bern", visa="H-1B").practices[0].facts)["Year for papers"]
    assert "is no later, and stays" in receipt


def test_an_interview_of_an_earlier_round_does_not_shorten_the_year_of_a_later_one() -> None:
    life = Life()
    life.open("2026-01-20", "--post", "Taipei", "--visa", "H-1B", "--interview", "2026-01-14")
    life("event", "add", "petition_returned", "--on", "2026-03-01", today="2026-12-01")
    life("event", "add", "reaffirmed", "--on", "2026-09-01", today="2026-12-01")
    life("event", "add", "refused_221g", "--on", "2026-11-01", today="2026-12-01")
    assert life.status("2026-12-12")["case"]["round"] == 2
    assert life.status("2026-12-12")["post"]["year_warning"] == ""


def test_what_is_said_of_a_post_holds_the_typed_name_as_text() -> None:
    for name in ("[bold]Paris[/]", "{policy}", "Paris\nBern?", "%s"):
        said = practice(name).says[0]
        assert " ".join(name.split()) in said
        assert len(said.splitlines()) == 1


def test_every_row_says_one_line_and_fills_every_place_of_it() -> None:
    for post in RULES.posts.posts:
        for city in post.places:
            for visa in ("H-1B", "IR1", "DV", "K-1", ""):
                found = practice(city, visa=visa)
                for line in (*found.says, *found.lines):
                    assert "{" not in line
                    assert "None" not in line
                assert all(line.endswith(".") for line in found.says)
