"""Example trees of the next step, the stage and the dates not to miss, and their names."""

from datetime import date

import pytest

from core.snapshot.kit import case, contact, day_of, flight, happened, paper, refused, so
from core.why import reader
from core.why.kit import asked, tree
from g221_tui.core.model import Event
from g221_tui.errors import NotUnderstood

TODAY = date(2026, 12, 12)
OPEN = case(refused(asked="no"))


def test_the_next_step_says_which_kinds_come_before_it_and_why_they_do_not_apply() -> None:
    node = tree("next", case(refused(), papers=[paper("Chart")], deadlines=[flight(TODAY)]), TODAY)
    assert node["children"][1]["text"] == "So it is deadline."
    node = tree("next", case(refused(), papers=[paper("Chart"), paper("Letter")]), TODAY)
    assert [n["text"].split(":")[0] for n in node["children"][1:6]] == [
        "Not deadline",
        "Not notice",
        "Not passport",
        "Not record",
        "So it is documents.",
    ]
    assert [n["record"] for n in node["children"][6:]] == ["d-Chart", "d-Letter"]


def test_a_day_to_wait_for_is_that_of_the_channel_that_opens() -> None:
    node = tree("next", OPEN, TODAY)
    assert node["op"] == {"op": "same_as", "from": "2026-12-25"}
    offices = [n["text"] for n in reader.every(node) if n["text"].startswith("Senator:")]
    assert offices == ["Senator: locked until Sat 26 Dec 2026, in 14 days."]
    assert "State Dept: locked until Fri 25 Dec 2026, in 13 days." in [
        n["text"] for n in node["children"]
    ]


def test_a_day_on_which_a_date_is_near_is_reckoned_from_that_date() -> None:
    node = tree("next", case(refused(asked="no"), deadlines=[flight(date(2026, 12, 31))]), TODAY)
    near = node["children"][-1]
    assert near["text"] == "Flight is 7 days away on Thu 24 Dec 2026."
    assert near["op"] == {"op": "add_days", "from": "2026-12-31", "days": -7}


def test_a_question_too_soon_counts_from_the_last_one() -> None:
    day = date(2027, 1, 20)
    found = case(
        refused(asked="no"), contacts=[contact("dos", day)], us_link="school", us_state="TX"
    )
    node = tree("next", found, day)
    assert node["date"] == "2027-01-27"
    said = [n["record"] for n in reader.of_kind(node, "record")]
    assert "c-dos-2027-01-20" in said


def test_a_missing_fact_stands_with_the_channel_it_keeps_shut() -> None:
    node = tree("next", OPEN, date(2027, 1, 20))
    fact = node["children"][-1]
    assert (fact["kind"], fact["fact"]) == ("fact", "us_link")
    assert fact["children"][0]["text"] == (
        "Senator: needs the US link (who of the case lives or works in a US state)"
        " and the US state of that link."
    )


def test_the_end_of_a_case_looks_at_no_order() -> None:
    ended = case(refused(asked="no"), happened("visa_issued", date(2026, 12, 1)))
    texts = [n["text"] for n in tree("next", ended, TODAY)["children"]]
    assert texts[0] == "The case has ended: only what the end asks for is left."


def test_the_stage_tells_what_happened_in_order_and_the_papers() -> None:
    gone = (
        happened("petition_returned", date(2026, 11, 2)),
        happened("note", date(2026, 11, 5)),
        happened("centre_received", date(2026, 12, 1)),
    )
    node = tree("stage", case(refused(asked="no"), *gone), TODAY)
    assert (node["date"], node["op"]) == ("2026-12-01", {"op": "same_as", "from": "2026-12-01"})
    assert [n["text"] for n in reader.of_kind(node, "record")] == [
        "221(g) slip, Mon 26 Oct 2026: Documents due or Administrative processing, by the papers.",
        "Petition sent back, Mon 2 Nov 2026: Petition going back.",
        "Note, Thu 5 Nov 2026: the stage stays.",
        "Visa centre has the petition, Tue 1 Dec 2026: At the visa centre.",
    ]


def test_a_stage_that_the_papers_made_begins_with_their_day() -> None:
    node = tree("stage", case(refused(), papers=[paper("Chart", date(2026, 11, 9))]), TODAY)
    assert node["text"] == "Administrative processing, since Mon 9 Nov 2026."
    (papers,) = reader.of_kind(node, "fact")
    assert (papers["date"], papers["op"]["op"]) == ("2026-11-09", "same_as")
    assert papers["change"] == "g221 docs set NAME STATE"


def test_the_limit_of_the_papers_is_a_year_from_the_refusal_less_a_day() -> None:
    leap = date(2024, 2, 29)
    found = case(refused(leap), papers=[so(paper("Chart"), asked_on=leap)])
    node = tree("documents_one_year", found, date(2024, 12, 12))
    assert node["op"] == {
        "op": "add_years",
        "from": "2024-02-29",
        "years": 1,
        "days": -1,
        "record": "e-1",
    }
    assert reader.reckoned(node) == date(2025, 2, 27)
    reader.check(node)


def test_where_nothing_was_asked_the_tree_says_why_no_limit_runs() -> None:
    node = tree("documents_one_year", OPEN, TODAY)
    assert (node["date"], node["text"]) == (None, "Papers: limit: none.")
    (fact,) = reader.of_kind(node, "fact")
    assert "processing only" in fact["text"]
    assert fact["change"] == "g221 set documents_asked=yes"


def test_a_notice_without_its_date_is_an_estimate_from_the_day_printed_on_it() -> None:
    notice = Event(id="e-n", case="1", kind="noir", on=date(2026, 12, 1))
    node = tree("noir_response", case(refused(asked="no"), notice), TODAY)
    assert node["op"] == {"op": "add_days", "from": "2026-12-01", "days": 30, "record": "e-n"}
    assert any(n["text"].startswith("An estimate") for n in node["children"])


def test_a_recorded_date_is_the_date_of_its_record_or_fact() -> None:
    found = case(
        refused(asked="no"),
        deadlines=[flight(date(2027, 4, 11))],
        passport_expires=date(2027, 5, 1),
        child_birthday=date(2006, 8, 1),
        dv_year=2027,
    )
    flown = tree("flight", found, TODAY)
    assert flown["children"][1]["change"] == "g221 correct x-1 date=DATE"
    passport = tree("Passport expires", found, TODAY)
    assert passport["children"][1]["change"] == "g221 set passport_expires=DATE"
    child = tree("expiry_child_21", found, TODAY)
    assert reader.reckoned(child) == date(2027, 8, 1)
    lottery = tree("expiry_dv", found, TODAY)
    assert reader.reckoned(lottery) == date(2027, 9, 30)
    for node in (flown, passport, child, lottery):
        reader.check(node)


def test_a_channel_and_a_date_are_found_by_id_name_unique_start_and_peoples_own_words() -> None:
    for word in ("consulate_call", "Call post", "CALL  POST", "call"):
        found = asked(word, day_of(OPEN))
        assert (found["about"], found["id"], found["today"]) == (
            "channel",
            "consulate_call",
            "2026-12-12",
        )
    for word, channel in (
        ("phone", "consulate_call"),
        ("Lawyer", "attorney"),
        ("wrote", "consulate_email"),
    ):
        assert asked(word, day_of(OPEN))["id"] == channel
    assert asked("next", day_of(OPEN))["about"] == "next"
    assert asked("stage", day_of(OPEN))["about"] == "stage"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("fax", "known: next, stage"),
        ("limit", "did you mean documents_one_year"),
        ("s", "may be one"),
    ],
)
def test_a_word_that_names_nothing_or_several_is_refused_with_what_is_known(
    word: str, told: str
) -> None:
    with pytest.raises(NotUnderstood, match=told) as problem:
        asked(word, day_of(OPEN))
    assert "senator" in str(problem.value)


def test_the_stage_says_no_more_of_the_papers_than_is_known() -> None:
    (meaning, *_) = tree("stage", case(refused(asked="unknown")), TODAY)["children"]
    assert "it is not recorded yet whether the post waits for papers" in meaning["text"]
    (meaning, *_) = tree("stage", case(refused(), papers=[paper("Chart")]), TODAY)["children"]
    assert "the post waits for papers from you" in meaning["text"]
