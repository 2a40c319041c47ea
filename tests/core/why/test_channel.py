"""Example trees of a channel in each of its states."""

from datetime import date
from typing import Any

import msgspec
import pytest

from core.snapshot.kit import case, contact, happened, paper, refused, so
from core.why import reader
from core.why.kit import the_change, tree
from g221_tui.core.model import Case
from g221_tui.core.steps import DocumentState, Requester, Step

TODAY, LATE = date(2026, 12, 12), date(2027, 1, 20)


def texts(node: Any) -> list[str]:
    """The sentences of a tree, from above."""
    return [each["text"] for each in reader.every(node)]


def facts(node: Any) -> dict[str, str]:
    """The facts of a tree with the commands that change them."""
    return {each["fact"]: each["change"] for each in reader.of_kind(node, "fact")}


def nothing_asked(**more: Any) -> Case:
    """A case of which nothing was asked."""
    return case(refused(asked="no"), **more)


def test_a_locked_channel_counts_its_days_from_the_record_that_starts_the_wait() -> None:
    node = tree("Call post", nothing_asked(), TODAY)
    assert node["date"] == "2026-12-25"
    wait = node["children"][0]
    assert wait["op"] == {"op": "add_days", "from": "2026-10-26", "days": 60}
    rule, anchor = wait["children"]
    assert (rule["kind"], rule["days"], rule["source"]) == ("rule", 60, "the guide")
    assert rule["as_of"] == "about 2019"
    assert facts(rule) == {"policy": "g221 set policy=state"}
    assert anchor["op"] == {"op": "later_of", "dates": ["2026-10-26"]}
    (start,) = anchor["children"]
    assert (start["record"], start["date"]) == ("e-1", "2026-10-26")
    assert start["change"] == "g221 correct e-1 on=DATE"
    assert the_change(node)["text"] == "Opens Fri 25 Dec 2026, in 13 days."


def test_papers_that_complete_the_set_stand_below_the_day_they_make_the_anchor() -> None:
    sent = [paper("Letter", date(2026, 10, 28)), paper("Chart", date(2026, 11, 9))]
    node = tree("dos", case(refused(), papers=sent), TODAY)
    assert node["date"] == "2027-01-08"
    (complete,) = (n for n in reader.every(node) if n["op"] and n["op"]["op"] == "complete")
    assert complete["date"] == "2026-11-09"
    assert [n["record"] for n in complete["children"]] == ["d-Letter", "d-Chart"]
    assert complete["children"][1]["dates"] == [
        {"name": "requested", "on": "2026-10-26", "by": "slip"},
        {"name": "submitted", "on": "2026-11-09", "by": ""},
    ]


@pytest.mark.parametrize(
    ("by", "complete"), [(Requester.POST, "2026-11-09"), (Requester.SLIP, "2026-10-28")]
)
def test_what_the_post_asks_on_the_day_of_a_submission_counts_after_it(
    by: Requester, complete: str
) -> None:
    first, second = date(2026, 10, 28), date(2026, 11, 9)
    papers = [
        paper("Letter", first),
        so(paper("Chart", second), asked_on=first),
        so(paper("Other", by=by), asked_on=second),
    ]
    papers[1] = msgspec.structs.replace(papers[1], requested_by=Requester.POST)
    node = tree("dos", case(refused(), papers=papers), TODAY)
    reader.check(node)
    whole = [n["date"] for n in reader.every(node) if n["op"] and n["op"]["op"] == "complete"]
    assert whole == [complete]


def test_the_paper_that_completed_the_set_stands_below_its_day_when_it_is_asked_for_again() -> None:
    day = date(2026, 11, 9)
    again = Step(state=DocumentState.REQUESTED, on=day, by=Requester.POST)
    letter = paper("Letter", day)
    letter = msgspec.structs.replace(letter, steps=(*letter.steps, again))
    node = tree("dos", case(refused(), papers=[letter]), TODAY)
    reader.check(node)
    (complete,) = (n for n in reader.every(node) if n["op"] and n["op"]["op"] == "complete")
    assert [n["record"] for n in complete["children"]] == ["d-Letter"]


def test_a_waiver_brings_no_day_of_its_own() -> None:
    papers = [paper("Letter", date(2026, 11, 9)), so(paper("Chart"), waived_on=date(2026, 11, 20))]
    node = tree("dos", case(refused(), papers=papers), TODAY)
    reader.check(node)
    said = "The last submission was on Mon 9 Nov 2026; what was left was waived."
    assert said in texts(node)


def test_a_paper_sent_after_the_day_looked_at_is_still_to_be_sent_on_it() -> None:
    found = case(refused(), papers=[paper("Letter", date(2026, 12, 14))])
    (letter,) = (n for n in reader.every(tree("dos", found, TODAY)) if n["record"] == "d-Letter")
    assert (letter["date"], letter["text"]) == (None, "Letter: asked for Mon 26 Oct 2026.")


def test_a_channel_waits_for_the_later_of_the_wait_and_the_rest() -> None:
    found = nothing_asked(contacts=[contact("dos", date(2026, 12, day)) for day in (1, 5)])
    node = tree("dos", found, TODAY)
    assert node["op"] == {"op": "later_of", "dates": ["2026-12-25", "2027-01-04"]}
    reader.check(node)


def test_a_paper_still_with_the_applicant_says_that_its_day_will_count() -> None:
    found = case(refused(), papers=[paper("Letter", date(2026, 10, 28)), paper("Chart")])
    said = texts(tree("dos", found, TODAY))
    assert (
        "1 requested document is outstanding: the day the last one goes in is the day to count"
        " from then." in said
    )
    assert "Chart: asked for Mon 26 Oct 2026." in said


def test_an_own_wait_is_the_rule_of_the_post_and_the_fact_that_holds_it() -> None:
    node = tree("dos", nothing_asked(wait=90), TODAY)
    (rule, *_) = reader.of_kind(node, "rule")
    assert rule["source"] == "your post, as you recorded it"
    assert (rule["days"], facts(rule)["wait"]) == (90, "g221 set wait=DAYS")


def test_a_locked_channel_that_also_lacks_a_fact_says_how_to_record_it() -> None:
    change = the_change(tree("senator", nothing_asked(), TODAY))
    assert change["date"] == "2026-12-26"
    (also,) = change["children"]
    assert also["change"] == "g221 set us_link=petitioner us_state=XX"


def test_needs_names_the_fact_and_what_it_opens() -> None:
    change = the_change(tree("senator", nothing_asked(us_link="school"), LATE))
    assert (change["fact"], change["change"]) == ("us_state", "g221 set us_state=XX")
    assert (change["date"], change["children"]) == ("2027-01-20", [])
    assert change["text"] == "Record the US state of that link: it is open then."


def test_a_fact_that_is_missing_while_the_office_rests_opens_it_after_the_rest() -> None:
    asked = contact("senator", date(2027, 1, 5))
    found = nothing_asked(us_link="school", contacts=[asked])
    change = the_change(tree("senator", found, LATE))
    assert change["date"] == "2027-02-04"
    (then,) = change["children"]
    assert then["text"] == "Senator: resting until Thu 4 Feb 2027, in 15 days."


def test_a_way_that_needs_questions_without_an_answer_names_them_and_their_days() -> None:
    node = tree("legalnet", nothing_asked(contacts=[contact("dos", TODAY)]), LATE)
    assert node["text"] == "LegalNet: needs contacts that come first."
    assert "It takes two messages to the post without an answer; so far: 0." in texts(node)
    change = the_change(node)
    assert (change["days"], change["change"]) == (30, "g221 log consulate_email")


def test_a_way_that_an_answer_puts_off_names_that_answer() -> None:
    asked = [contact("consulate_email", on) for on in (date(2026, 11, 2), date(2026, 12, 2))]
    answered = [*asked[:-1], msgspec.structs.replace(asked[-1], answer="automatic reply")]
    node = tree("legalnet", nothing_asked(contacts=answered), LATE)
    told = [each for each in reader.every(node) if "so far" in each["text"]]
    assert [each["text"].partition("; ")[2] for each in told] == [
        "so far: 0 since the answer of Wed 2 Dec 2026."
    ]
    assert [n["record"] for n in reader.of_kind(told[0], "record")] == [asked[-1].id]


def test_a_way_that_waits_for_an_answer_counts_from_the_contacts() -> None:
    asked = [contact("consulate_email", on) for on in (date(2027, 1, 2), LATE)]
    node = tree("legalnet", nothing_asked(contacts=asked), date(2027, 1, 25))
    assert node["date"] == "2027-02-19"
    wait = node["children"][0]
    assert [n["record"] for n in reader.of_kind(wait, "record")] == [c.id for c in asked]


def test_a_resting_channel_names_the_contact_and_the_rule_of_the_rest() -> None:
    found = nothing_asked(contacts=[contact("consulate_email", date(2027, 1, 10))])
    node = tree("consulate_call", found, LATE)
    (rest,) = (n for n in node["children"] if n["text"].startswith("Rests until"))
    assert rest["op"] == {"op": "add_days", "from": "2027-01-10", "days": 30}
    assert "State" in rest["children"][0]["source"]
    assert rest["children"][1]["record"] == "c-consulate_email-2027-01-10"
    assert the_change(node)["date"] == node["date"] == "2027-02-09"


def test_a_fact_that_rules_a_channel_out_is_named_with_what_would_be_without_it() -> None:
    node = tree("senator", nothing_asked(us_link="none"), LATE)
    assert facts(node["children"][0]) == {"us_link": "g221 set us_link=petitioner"}
    change = the_change(node)
    assert change["change"] == "g221 set us_link=petitioner us_state=XX"
    assert change["date"] == "2027-01-20"


def test_a_policy_that_rules_a_channel_out_is_a_fact_like_another() -> None:
    change = the_change(tree("consulate_call", nothing_asked(policy="ask-never"), TODAY))
    assert (change["fact"], change["change"]) == ("policy", "g221 set policy=guide")
    assert change["date"] == "2026-12-25"


def test_a_closed_channel_names_what_would_have_to_happen() -> None:
    found = case(refused(asked="no"), happened("uscis_received", date(2026, 12, 1)))
    node = tree("consulate_call", found, TODAY)
    change = the_change(node)
    assert change["change"] == "g221 event add reaffirmed"
    assert "On its way back to the post" in change["text"]
    assert change["date"] is None


def test_a_closed_channel_of_an_issued_visa_opens_no_more() -> None:
    found = case(refused(asked="no"), happened("visa_issued", date(2026, 12, 1)))
    change = the_change(tree("senator", found, TODAY))
    assert (change["text"], change["change"]) == ("Nothing opens it any more in this case.", "")


def test_a_channel_closed_by_a_fact_names_the_fact() -> None:
    found = case(refused(asked="no"), happened("visa_refused", date(2026, 12, 1)), petition="no")
    node = tree("consulate_email", found, TODAY)
    assert facts(node) == {"petition": "g221 set petition=yes"}
    assert the_change(node)["date"] == "2026-12-12"


def test_a_channel_closed_by_one_fact_and_ruled_out_by_another_names_both() -> None:
    gone = happened("visa_refused", date(2026, 12, 1))
    found = case(refused(asked="no"), gone, petition="no", tracking="no")
    change = the_change(tree("vfs_tracker", found, TODAY))
    assert change["change"] == "g221 set petition=yes tracking=yes"
    assert change["date"] == "2026-12-12"


def test_before_the_refusal_the_recorded_refusal_opens_the_channel_on_its_day() -> None:
    change = the_change(tree("consulate_call", nothing_asked(), date(2026, 10, 1)))
    assert (change["date"], change["record"]) == ("2026-10-26", "e-1")


def test_an_open_channel_keeps_the_wait_that_is_over() -> None:
    node = tree("dos", nothing_asked(), LATE)
    assert node["text"] == "State Dept: open since Fri 25 Dec 2026."
    assert "The wait ended Fri 25 Dec 2026." in texts(node)
    assert reader.of_kind(node, "change") == []


def test_an_emergency_stands_beside_what_would_be_without_it() -> None:
    node = tree("dos", nothing_asked(emergency=date(2026, 12, 1)), TODAY)
    assert node["date"] == "2026-12-01"
    assert facts(node)["emergency"] == "g221 set emergency=DATE"
    assert "State Dept: locked until Fri 25 Dec 2026, in 13 days." in texts(node)


def test_a_tracker_says_that_looking_is_not_asking() -> None:
    node = tree("vfs_tracker", nothing_asked(), TODAY)
    assert node["date"] is None
    assert facts(node) == {"tracking": "g221 set tracking=yes"}
    assert any("Looking is not asking" in text for text in texts(node))


def test_every_rule_and_every_answer_says_whose_it_is() -> None:
    found = nothing_asked(contacts=[contact("consulate_email", date(2027, 1, 10))])
    for word in ("consulate_call", "senator", "ceac", "legalnet", "nvc_inquiry", "next", "stage"):
        for node in reader.every(tree(word, found, LATE)):
            if node["kind"] in ("rule", "answer"):
                assert node["source"], node["text"]
