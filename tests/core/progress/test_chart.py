"""The chart of the road: the stage after each event, its holder, and how long it usually takes."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from core.life import LATER, Life, plus, rules
from core.steps import REFUSED, ROAD, event, walk, walk_to, warnings_of_order, words_of
from g221_tui.core.model import Event
from g221_tui.core.progress.stages import ordered

SEEN = "2026-12-12"
BACK = "petition_returned 2026-02-02 "
ON_ITS_WAY = "on its way: USCIS, then KCC, then the post"

CHART = [
    ("petition_returned", "returning", "post or pouch", [0, 89], "2026-05-02"),
    ("centre_received", "centre_review", "KCC", [0, 31], "2026-04-02"),
    ("uscis_received", "second_review", "USCIS", [61, 91], "2026-07-01"),
    ("response_sent", "response_review", "USCIS", None, None),
    ("reaffirmed", "back_to_post", ON_ITS_WAY, None, None),
    ("interview_scheduled", "interview_scheduled", "post", None, None),
    ("interview", "interviewed", "post", None, None),
    ("refused_221g", "documents_due", "post", None, None),
]


@pytest.mark.parametrize(("last", "name", "holder", "usual", "until"), CHART)
def test_each_step_of_the_road_has_its_stage_holder_and_usual_length(
    life: Life, last: str, name: str, holder: str, usual: list[int] | None, until: str | None
) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", "H-1B")
    on = walk_to(life, last)
    stage = life.status(plus(on, 3))["stage"]
    assert (stage["id"], stage["holder"]) == (name, holder)
    assert (stage["since"], stage["days"]) == (on, 3)
    assert (stage["usual_days"], stage["usual_until"]) == (usual, until)
    assert life.status(plus(on, -1))["stage"]["id"] != name, "not the day before"


@pytest.mark.parametrize("notice", ["noir", "noid"])
def test_a_notice_makes_it_response_due_at_uscis(life: Life, notice: str) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, f"{BACK} {notice} 2026-06-01")
    stage = life.status(SEEN)["stage"]
    assert (stage["id"], stage["holder"], stage["since"]) == (
        "response_due",
        "USCIS",
        "2026-06-01",
    )


@pytest.mark.parametrize("end", ["revoked", "petition_denied", "petition_expired"])
def test_a_petition_that_is_gone_ends_the_case(life: Life, end: str) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, f"{BACK} {end} 2026-06-01")
    snapshot = life.status(SEEN)
    stage = snapshot["stage"]
    assert (stage["id"], stage["since"]) == ("revoked", "2026-06-01")
    assert stage["holder"] in ("nobody", None)
    assert snapshot["wait"]["anchor"] is None
    assert snapshot["next"]["kind"] == "ended"


def test_a_registration_ends_and_is_reinstated_to_where_the_papers_put_it(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    walk(life, "registration_terminated 2027-02-01 reinstated 2027-06-01")
    life("docs", "set", "Letter", "submitted", "--on", "2027-07-01", today=LATER)
    days = {"2027-02-01": "terminated", "2027-05-31": "terminated", "2027-06-01": "documents_due"}
    assert {day: life.status(day)["stage"]["id"] for day in days} == days
    assert life.status("2027-06-01")["stage"]["holder"] == "post"
    assert life.status("2027-07-01")["stage"]["id"] == "processing"


def test_a_registration_without_papers_is_reinstated_to_processing(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, "registration_terminated 2027-02-01 reinstated 2027-06-01")
    assert life.status("2027-06-01")["stage"]["id"] == "processing"


@pytest.mark.parametrize("kind", ["transferred", "note", "response_received"])
@pytest.mark.parametrize("last", ["response_sent", "reaffirmed", "interview_scheduled"])
def test_some_events_change_no_stage(life: Life, kind: str, last: str) -> None:
    life.open(REFUSED, "--asked", "no")
    walk_to(life, last)
    before = life.status(SEEN)["stage"]
    event(life, kind, "2026-12-01")
    assert life.status(SEEN)["stage"] == before


@pytest.mark.parametrize(
    ("visa", "holder"),
    [
        *((visa, "KCC") for visa in ("H-1B", "h1b", "H-2A", "L-1A", "L1", "O-1", "P-1", "Q-1")),
        *((visa, "KCC") for visa in ("R-1", "R1", "T-1", "U-1")),
        *((visa, "NVC") for visa in ("IR1", "IR-1", "CR1", "EB-2", "K-1", "K1", "K-3")),
        *((visa, "NVC or KCC") for visa in ("", "something else", "?")),
    ],
)
def test_the_centre_follows_from_the_visa_class(life: Life, visa: str, holder: str) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", visa)
    walk(life, f"{BACK} centre_received 2026-03-02")
    stage = life.status(SEEN)["stage"]
    assert (stage["id"], stage["holder"]) == ("centre_review", holder)


@pytest.mark.parametrize(
    ("kind", "on", "usual", "until"),
    [
        ("petition_returned", "2026-11-30", [0, 90], "2027-02-28"),
        ("petition_returned", "2027-11-30", [0, 91], "2028-02-29"),
        ("petition_returned", "2026-12-31", [0, 90], "2027-03-31"),
        ("centre_received", "2027-01-31", [0, 28], "2027-02-28"),
        ("centre_received", "2028-01-31", [0, 29], "2028-02-29"),
        ("centre_received", "2027-03-31", [0, 30], "2027-04-30"),
        ("uscis_received", "2026-12-31", [59, 90], "2027-03-31"),
        ("uscis_received", "2027-02-28", [59, 89], "2027-05-28"),
    ],
)
def test_usual_months_are_counted_by_the_calendar(
    life: Life, kind: str, on: str, usual: list[int], until: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, f"{kind} {on}" if kind == "petition_returned" else f"{BACK} {kind} {on}")
    snapshot = life.status(on)
    stage = snapshot["stage"]
    assert (stage["usual_days"], stage["usual_until"]) == (usual, until)
    assert "guide" in stage["usual_source"].casefold()
    ends = [(r["date"], r["origin"]) for r in snapshot["timeline"] if r["kind"] == "usual_end"]
    assert (until, "estimate") in ends


SKIPPING = [
    "visa_issued passport_returned",
    "passport_sent visa_issued",
    "passport_requested visa_issued passport_returned",
    "petition_returned uscis_received reaffirmed interview visa_issued",
    "petition_returned noir revoked",
    "petition_returned noir reaffirmed",
    "petition_returned noid response_sent petition_denied",
    "petition_returned centre_received uscis_received petition_expired",
    "petition_returned reaffirmed interview_scheduled visa_issued",
    "petition_returned reaffirmed passport_requested visa_issued",
    "petition_returned reaffirmed refused_221g petition_returned uscis_received noir",
    "petition_returned centre_received reaffirmed interview_scheduled interview visa_refused",
    "visa_refused petition_returned uscis_received revoked",
    "registration_terminated reinstated visa_issued",
    "transferred passport_requested visa_issued",
    "interview refused_221g interview passport_requested",
    "withdrawn note",
]


@pytest.mark.parametrize("road", [" ".join(ROAD), *SKIPPING])
def test_a_path_that_skips_steps_is_not_warned_about(life: Life, road: str) -> None:
    life.open(REFUSED, "--asked", "no")
    for number, kind in enumerate(road.split()):
        said = event(life, kind, plus("2026-02-02", 30 * number))
        assert warnings_of_order(said) == 0, said.err
    rows = [row["kind"] for row in life.status(LATER)["timeline"] if row["origin"] == "recorded"]
    assert rows == ["refused_221g", *road.split()]


ODD = [
    ("response_sent", "response_review"),
    ("reinstated", "processing"),
    ("passport_sent passport_requested", "passport_requested"),
    ("visa_issued petition_returned", "returning"),
    ("visa_issued passport_sent", "passport_sent"),
    ("visa_issued visa_refused", "refused"),
    ("withdrawn passport_requested", "passport_requested"),
    ("petition_returned uscis_received centre_received", "centre_review"),
    ("petition_returned reaffirmed centre_received", "centre_review"),
    ("petition_returned uscis_received noir response_sent uscis_received", "second_review"),
    ("petition_returned revoked interview", "interviewed"),
    ("petition_returned revoked response_sent", "response_review"),
]


@pytest.mark.parametrize(("road", "stage"), ODD)
def test_an_odd_order_is_accepted_with_exactly_one_line_of_warning(
    life: Life, road: str, stage: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    *before, last = road.split()
    for number, kind in enumerate(before):
        event(life, kind, plus("2026-02-02", 30 * number))
    said = event(life, last, "2026-12-01")
    assert warnings_of_order(said) == 1, said.err
    assert life.status(SEEN)["stage"]["id"] == stage


ONE_DAY = [
    ("refused_221g petition_returned", "returning"),
    ("visa_refused petition_returned", "returning"),
    ("petition_returned centre_received uscis_received", "second_review"),
    ("noir response_sent response_received", "response_review"),
    ("response_sent reaffirmed", "back_to_post"),
    ("noid revoked", "revoked"),
    ("reaffirmed interview_scheduled", "interview_scheduled"),
    ("interview visa_refused", "refused"),
    ("revoked withdrawn", "withdrawn"),
]


def without_ids(snapshot: Any) -> Any:
    """The snapshot without the ids of its records, which differ from file to file."""
    rows = [{name: row[name] for name in row if name != "record"} for row in snapshot["timeline"]]
    return {**snapshot, "timeline": rows}


@pytest.mark.parametrize(("kinds", "stage"), ONE_DAY)
def test_the_events_of_one_day_come_in_the_order_of_the_chart(
    life: Life, kinds: str, stage: str
) -> None:
    seen = []
    for number, entered in enumerate(permutations(kinds.split())):
        case = life.open(REFUSED, "--asked", "no")
        life("cases", "use", case, today=LATER)
        for kind in entered:
            event(life, kind, "2026-06-01")
        snapshot = without_ids(life.status(SEEN))
        assert snapshot["stage"]["id"] == stage, entered
        rows = [row["kind"] for row in snapshot["timeline"] if row["date"] == "2026-06-01"]
        assert rows == kinds.split(), entered
        snapshot["case"] = {**snapshot["case"], "id": "", "label": ""}
        seen.append(snapshot)
        assert seen[number] == seen[0], entered


def test_an_event_entered_late_takes_its_place_by_its_date_unwarned(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    for kind in reversed(list(ROAD)[:8]):
        event(life, kind, ROAD[kind])
    said = event(life, "note", "2026-02-10")
    assert warnings_of_order(said) == 0, said.err
    assert life.status(SEEN)["stage"]["id"] == "interview_scheduled"
    assert life.status("2026-06-30")["stage"]["id"] == "response_review"


def test_after_a_refusal_with_a_petition_it_is_said_to_ask_whether_it_goes_back(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no", "--petition", "yes")
    event(life, "visa_refused", "2026-03-02")
    words = words_of(life.status(SEEN)["next"])
    assert "the guide expects the petition to go back to uscis" in words
    assert "petitioner" in words


def test_a_kind_that_the_chart_does_not_have_comes_last_on_its_day() -> None:
    day = date(2026, 1, 5)
    events = [
        Event(id=f"e-{kind}", case="1", kind=kind, on=day)
        for kind in ("from_the_future", "refused_221g", "interview")
    ]
    assert [e.kind for e in ordered(events, rules())] == [
        "interview",
        "refused_221g",
        "from_the_future",
    ]


@pytest.mark.parametrize(("visa", "warned"), [("E2", 1), ("E-2", 0), ("EB-2", 0)])
def test_a_visa_whose_class_is_not_clear_is_warned_about_in_one_line(
    life: Life, visa: str, warned: int
) -> None:
    life.open("2026-10-26", "--visa", visa)
    said = [text for text in life.status("2026-12-12")["warnings"] if "not clear" in text]
    assert len(said) == warned
