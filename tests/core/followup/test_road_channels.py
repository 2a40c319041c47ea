"""What each channel may do at each stage of the road."""

import pytest

from core.life import LATER, Life, plus
from core.steps import REFUSED, ROAD, event, letters, walk, walk_to, words_of

BACK = "petition_returned 2026-02-02"
EARLY, DAY_60, DAY_61 = plus(REFUSED, 59), plus(REFUSED, 60), plus(REFUSED, 61)
POST = ("consulate_call", "consulate_email")
AT_CENTRES = ["centre_received", "uscis_received", "noir", "response_sent", "response_received"]
ENDS = ["revoked", "petition_denied", "petition_expired", "registration_terminated", "withdrawn"]

# call, e-mail, State Department, Senator, tracker, CEAC: on day 59, 60 and 61 of the anchor
BY_THE_RULES = ("lllloo", "oooloo", "oooooo")
POST_CLOSED = ("ccl" + "loo", "cco" + "loo", "cco" + "ooo")
ALL_CLOSED = ("cccccc",) * 3

TABLE = [
    (BACK, BY_THE_RULES),
    ("petition_returned 2026-01-12 centre_received 2026-01-26", POST_CLOSED),
    ("petition_returned 2026-01-12 uscis_received 2026-01-26", POST_CLOSED),
    ("petition_returned 2026-01-12 noir 2026-01-26", POST_CLOSED),
    ("petition_returned 2026-01-12 noid 2026-01-26", POST_CLOSED),
    ("petition_returned 2026-01-12 noir 2026-01-19 response_sent 2026-01-26", POST_CLOSED),
    ("transferred 2026-01-12", BY_THE_RULES),
    ("registration_terminated 2026-01-12 reinstated 2026-01-26", BY_THE_RULES),
    *((f"petition_returned 2026-01-12 {end} 2026-01-26", ALL_CLOSED) for end in ENDS),
]


@pytest.mark.parametrize(("road", "expected"), TABLE)
def test_each_stage_of_the_road_opens_and_closes_its_channels(
    life: Life, road: str, expected: tuple[str, str, str]
) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", "H-1B")
    walk(life, road)
    anchor = life.status(EARLY)["wait"]["anchor"] or REFUSED
    found = tuple(letters(life.status(plus(anchor, days))) for days in (59, 60, 61))
    assert found == expected
    assert anchor == REFUSED or "reinstated" in road


@pytest.mark.parametrize("last", ["reaffirmed", "interview_scheduled", "interview"])
def test_back_at_the_post_the_rules_count_from_there(life: Life, last: str) -> None:
    life.open(REFUSED, "--asked", "no")
    on = walk_to(life, last)
    assert tuple(letters(life.status(plus(on, days))) for days in (59, 60, 61)) == BY_THE_RULES
    for channel in POST:
        locked = life.channels(on)[channel]
        assert (locked["opens_on"], locked["days_left"]) == (plus(on, 60), 60)


@pytest.mark.parametrize("last", AT_CENTRES)
@pytest.mark.parametrize(("visa", "centre"), [("H-1B", "kcc"), ("IR1", "nvc")])
def test_who_holds_the_file_is_named_where_the_post_is_closed_and_for_whoever_is_asked(
    life: Life, last: str, visa: str, centre: str
) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", visa)
    on = walk_to(life, last)
    holder = centre if last == "centre_received" else "uscis"
    rows = life.channels(plus(on, 14))
    for channel in POST:
        assert rows[channel]["state"] == "closed"
        assert holder in words_of(rows[channel]["because"]), channel
        assert (rows[channel]["opens_on"], rows[channel]["days_left"]) == (None, None)
    for channel in ("dos", "senator"):
        shown = rows[channel]
        assert holder in words_of([shown[part] for part in ("because", "ask", "cautions")]), channel


def test_nobody_is_sent_to_the_kcc_which_answers_the_public_on_diversity_visas_only(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", "H-1B")
    on = walk_to(life, "centre_received")
    for channel in POST:
        assert "ask kcc" not in words_of(life.channels(on)[channel]["because"])


def test_on_its_way_back_the_post_is_asked_one_thing_was_it_sent_and_when(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    before = life.channels("2026-02-01")
    walk(life, BACK)
    rows = life.channels(DAY_61)
    for channel in POST:
        assert len(rows[channel]["ask"]) == 1, rows[channel]["ask"]
        assert "sent" in rows[channel]["ask"][0].casefold()
        assert "when" in rows[channel]["ask"][0].casefold()
        assert rows[channel]["ask"] != before[channel]["ask"]


@pytest.mark.parametrize(
    ("road", "expected"),
    [(BACK, "uuoooo"), (f"{BACK} centre_received 2026-02-16", "ccoooo")],
)
def test_a_post_that_answers_no_questions_answers_none_on_the_road_either(
    life: Life, road: str, expected: str
) -> None:
    life.open(REFUSED, "--asked", "no", "--policy", "ask-never")
    walk(life, road)
    assert letters(life.status(DAY_61)) == expected


def test_back_at_a_post_that_answers_no_questions_there_is_none_to_ask(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--policy", "ask-never")
    on = walk_to(life, "reaffirmed")
    assert letters(life.status(plus(on, 61))) == "uuoooo"


@pytest.mark.parametrize(
    ("words", "opens", "senator"),
    [
        (("--policy", "state"), 180, 181),
        (("--wait", "90"), 90, 91),
        (("--wait", "20"), 20, 61),
    ],
)
def test_the_case_s_own_rules_go_with_it(
    life: Life, words: tuple[str, ...], opens: int, senator: int
) -> None:
    life.open(REFUSED, "--asked", "no", *words)
    walk(life, "petition_returned 2026-01-12")
    rows = life.channels("2026-01-13")
    for channel in (*POST, "dos"):
        assert rows[channel]["opens_on"] == plus(REFUSED, opens), channel
    assert rows["senator"]["opens_on"] == plus(REFUSED, senator)
    event(life, "uscis_received", "2026-01-14")
    rows = life.channels("2026-01-15")
    assert rows["consulate_call"]["state"] == "closed"
    assert rows["dos"]["opens_on"] == plus(REFUSED, opens)


def test_a_rest_goes_along_the_road(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "dos", "--on", DAY_61, today=LATER)
    life("log", "consulate_email", "--on", plus(DAY_61, 10), today=LATER)
    walk(life, f"petition_returned {plus(DAY_61, 12)} centre_received {plus(DAY_61, 20)}")
    assert letters(life.status(plus(DAY_61, 13))) == "rrrooo"
    assert letters(life.status(plus(DAY_61, 29))) == "ccrooo"
    assert letters(life.status(plus(DAY_61, 30))) == "ccoooo"
    walk(life, f"reaffirmed {plus(DAY_61, 31)}")
    row = life.channels(plus(DAY_61, 32))["consulate_email"]
    assert (row["state"], row["opens_on"]) == ("locked", plus(DAY_61, 91))


@pytest.mark.parametrize(
    ("road", "expected"),
    [
        (BACK, "oooooo"),
        (f"{BACK} centre_received 2026-02-03", "ccoooo"),
        (f"{BACK} noir 2026-02-03", "ccoooo"),
        (f"{BACK} reaffirmed 2026-02-03", "oooooo"),
        (f"{BACK} reaffirmed 2026-02-03 interview_scheduled 2026-02-03", "oooooo"),
        (f"{BACK} revoked 2026-02-03", "cccccc"),
    ],
)
def test_an_emergency_lifts_the_wait_and_opens_nothing_that_is_closed(
    life: Life, road: str, expected: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, road)
    life("set", "emergency=2026-02-04", today=LATER)
    assert letters(life.status("2026-02-05")) == expected


def test_the_senator_needs_its_facts_on_the_road_too(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    walk(life, f"{BACK} uscis_received 2026-02-16")
    assert letters(life.status(DAY_60)) == "ccoloo"
    assert letters(life.status(DAY_61)) == "ccon" + "oo"
    life("set", "us_link=none", today=LATER)
    assert letters(life.status(DAY_61)) == "ccou" + "oo"


@pytest.mark.parametrize("last", [*AT_CENTRES, "reaffirmed", "interview_scheduled", "interview"])
def test_the_trackers_are_open_while_the_case_lives(life: Life, last: str) -> None:
    life.open(REFUSED, "--asked", "no", "--tracking", "unknown")
    on = walk_to(life, last)
    rows = life.channels(on)
    assert (rows["vfs_tracker"]["state"], rows["ceac"]["state"]) == ("open", "open")
    assert rows["vfs_tracker"]["cautions"]
    life("set", "tracking=no", today=LATER)
    rows = life.channels(on)
    assert (rows["vfs_tracker"]["state"], rows["ceac"]["state"]) == ("unavailable", "open")


def test_after_a_final_refusal_and_a_return_the_stage_is_that_of_the_return(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--petition", "yes")
    event(life, "visa_refused", "2026-02-02")
    assert letters(life.status("2026-03-15")) == "coccoo"
    walk(life, "petition_returned 2026-03-16 uscis_received 2026-05-04")
    assert letters(life.status("2026-05-04"))[:2] == "cc"
    assert letters(life.status("2026-05-04"))[4:] == "oo"


def test_all_that_the_road_opens_is_on_the_timeline(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    on = walk_to(life, "reaffirmed")
    rows = [row for row in life.status(on)["timeline"] if row["kind"] == "unlock"]
    assert {row["date"] for row in rows} >= {plus(ROAD["reaffirmed"], 60), plus(on, 61)}
    assert all(row["origin"] == "rule" for row in rows)
