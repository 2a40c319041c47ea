"""How a channel, a paper and a case are named, chosen and linked."""

import json

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"
NOW = "2026-12-12"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case with two papers and all facts."""
    g221.open(REFUSED, "--document", "Client letter", "Org chart", today=NOW)
    return g221


@pytest.mark.parametrize(
    ("typed", "channel"),
    [("senator", "senator"), ("SENATOR", "senator"), ("ce", "ceac"), ("consulate_e", "e-mail")],
)
def test_a_channel_is_found_by_its_name_in_any_case_or_by_its_start(
    opened: Cli, typed: str, channel: str
) -> None:
    opened("log", typed, "--purpose", "details")
    found = opened.contacts()[0]["channel"]
    assert found == {"e-mail": "consulate_email"}.get(channel, channel)


def test_a_document_is_found_exactly_then_in_any_case_then_by_a_unique_start(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "Letter of the client", "Chart")
    g221("docs", "set", "Letter", "ready")
    g221("docs", "set", "LETTER OF THE CLIENT", "ready")
    g221("docs", "set", "Ch", "ready")
    ready = {name for name, row in g221.documents().items() if row["state"] == "ready"}
    assert ready == {"Letter", "Letter of the client", "Chart"}


def test_an_exact_name_is_preferred_to_one_that_begins_so(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter copy", "Letter")
    g221("docs", "set", "letter", "ready")
    states = {name: row["state"] for name, row in g221.documents().items()}
    assert states == {"Letter copy": "requested", "Letter": "ready"}


@pytest.mark.parametrize(
    ("words", "code"),
    [(("log", "consulate", "--purpose", "details"), 2), (("docs", "set", "Pay", "ready"), 1)],
)
def test_a_start_that_fits_two_is_refused_in_one_line(
    g221: Cli, words: tuple[str, ...], code: int
) -> None:
    g221.open(REFUSED, "--document", "Payslip May", "Payslip June")
    before = g221.recorded()
    said = g221(*words, code=code)
    assert len(said.lines) == 1
    assert g221.recorded() == before


def test_a_case_can_be_chosen_and_linked(g221: Cli) -> None:
    g221("new", "--refused", REFUSED, "--post", "Mumbai", "--visa", "H-1B")
    g221("new", "--refused", "2026-11-02", "--title", "Daughter")
    said = g221("cases", "use", "1")
    assert (said.out, len(said.lines)) == ("", 1)
    assert g221.status()["case"]["id"] == "1"
    g221("cases", "use", "2")
    assert g221.status()["case"]["id"] == "2"
    said = g221("cases", "link", "1", "family")
    assert (said.out, len(said.lines)) == ("", 1)
    listed = g221("cases").out
    assert "Daughter" in listed
    assert "Mumbai" in listed
    assert "family" in listed


def test_a_link_of_an_unknown_kind_is_refused(g221: Cli) -> None:
    g221("new", "--refused", REFUSED)
    g221("new", "--refused", REFUSED)
    said = g221("cases", "link", "1", "enemy", code=2)
    assert len(said.lines) == 1


@pytest.mark.parametrize(
    ("typed", "field", "kept"),
    [
        ("reason=ds5", "reasons", ["ds5535"]),
        ("reason=DOCU, back", "reasons", ["documents", "background"]),
        ("policy=St", "policy", "state"),
        ("us_link=emp", "us_link", "employer"),
        ("us_link=SELF", "us_link", "self"),
        ("us_state=cal", "us_state", "CA"),
        ("us_state=ca", "us_state", "CA"),
        ("us_state=NORTH D", "us_state", "ND"),
        ("us_state=Virginia", "us_state", "VA"),
        ("tracking=n", "tracking", "no"),
        ("petition=Y", "petition", "yes"),
        ("emergency=y", "emergency", NOW),
        ("tit=Mother", "title", "Mother"),
        ("US-LINK=school", "us_link", "school"),
    ],
)
def test_a_choice_of_a_fact_is_found_as_any_name_is(
    opened: Cli, typed: str, field: str, kept: object
) -> None:
    opened("set", typed, today=NOW)
    rows = json.loads(opened.file.read_bytes())
    assert rows["cases"]["1"][field] == kept


@pytest.mark.parametrize(
    "typed",
    [
        ("reason=p",),  # pims, petition_return, police, photo_prints
        ("policy=x",),
        ("us_link=s",),  # self, school
        ("us_state=new",),
        ("us_state=n",),
        ("tracking=maybe",),
        ("pass=1",),  # passport_number, passport_expires
        ("title=x", "tit=y"),
    ],
)
def test_a_start_of_several_choices_or_of_none_is_refused_in_one_line(
    opened: Cli, typed: tuple[str, ...]
) -> None:
    before = opened.recorded()
    said = opened("set", *typed, code=2)
    assert len(said.lines) == 1
    assert opened.recorded() == before


def test_a_choice_of_a_record_is_found_as_any_name_is(opened: Cli) -> None:
    opened("docs", "set", "Client letter", "READY", "--reason", "docu")
    opened("docs", "add", "Form", "--reason", "Emp", "--by", "sl")
    paper = opened.documents()["Client letter"]["id"]
    opened("correct", paper.upper(), "by=us", "original=Y", "REAS=emp", "not=seen")
    opened("event", "add", "passport_ret", "--visa", "n")
    opened("log", "ceac", "--purpose", "det")
    opened("correct", opened.contacts()[0]["id"][:5], "direction=i", "purpose=ans", "channel=DOS")
    rows = json.loads(opened.file.read_bytes())
    first, _, form = rows["documents"].values()
    assert [first[name] for name in ("reason", "requested_by", "original", "note")] == [
        "employment",
        "uscis",
        True,
        "seen",
    ]
    assert (form["reason"], form["requested_by"]) == ("employment", "slip")
    assert list(rows["events"].values())[-1]["visa_inside"] == "no"
    (contact,) = rows["contacts"].values()
    assert (contact["direction"], contact["purpose"], contact["channel"]) == ("in", "answer", "dos")


def test_a_flag_that_is_neither_yes_nor_no_is_told_the_known_answers(opened: Cli) -> None:
    paper = opened.documents()["Org chart"]["id"]
    said = opened("correct", paper, "original=perhaps", code=2)
    assert said.lines == ["original: 'perhaps' is not a known original; known: yes, no, unknown."]


def test_a_named_date_is_found_by_the_start_of_its_name_or_id_and_several_are_told(
    opened: Cli,
) -> None:
    for name in ("Flight out", "Flight home", "Lease"):
        opened("deadline", "add", name, "2027-01-05")
    said = opened("deadline", "remove", "FLIGHT", code=1)
    assert len(said.lines) == 1
    assert said.err.startswith("'FLIGHT' names several dates: Flight ")
    opened("deadline", "remove", "flight H")
    rows = opened("deadline", "list", "--json").json()
    record = next(row["record"] for row in rows if row["title"] == "Flight out")
    opened("deadline", "remove", record.upper()[:7])
    left = [row["title"] for row in opened("deadline", "list", "--json").json()]
    assert left == ["Lease", "Papers: limit"]


def test_an_exact_id_is_preferred_to_a_name(opened: Cli) -> None:
    letter = opened.documents()["Client letter"]["id"]
    opened("docs", "add", letter)
    opened("docs", "set", letter, "ready")
    assert opened.documents()["Client letter"]["state"] == "ready"
    opened.open(REFUSED, "--title", "1", today=NOW)
    opened("cases", "use", "1")
    assert opened.status()["case"]["id"] == "1"


def test_a_case_is_found_by_the_start_of_its_title_and_its_family_by_the_start_of_the_word(
    opened: Cli,
) -> None:
    opened("set", "title=Mother")
    opened.open(REFUSED, "--title", "Daughter", today=NOW)
    opened("cases", "link", "moth", "FAM")
    opened("--case", "DAUGHT", "log", "ceac", "--also", "Fam")
    assert len(opened("--case", "mo", "contacts", "--json").json()) == 1
    opened.open(REFUSED, "--title", "Famous", today=NOW)
    opened("--case", "2", "log", "ceac", "--also", "famo")
    assert len(opened("--case", "Famous", "contacts", "--json").json()) == 1
    assert len(opened("--case", "Mother", "contacts", "--json").json()) == 1


def test_a_list_that_was_pasted_with_its_lines_is_split_and_a_name_never_is(g221: Cli) -> None:
    g221.open(REFUSED, today=NOW)
    g221("docs", "add", "1) W-2\r\n2) Pay stubs (all, with dates)\n")
    g221("docs", "add", "Degrees, diplomas and transcripts")
    assert list(g221.documents()) == [
        "W-2",
        "Pay stubs (all, with dates)",
        "Degrees, diplomas and transcripts",
    ]
