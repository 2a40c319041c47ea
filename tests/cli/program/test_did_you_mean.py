"""A word that is nearly known is answered with what may be meant, and nothing is done."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """Two cases, the first in hand, with two papers and a date of its own."""
    g221.open(REFUSED, "--document", "Client letter", "Org chart", "--title", "Mother")
    g221.open(REFUSED, "--title", "Daughter")
    g221("cases", "use", "1")
    g221("deadline", "add", "Flight", "2027-04-11")
    return g221


@pytest.mark.parametrize(
    ("words", "meant", "code"),
    [
        (("stauts",), "status", 2),
        (("STATSU",), "status", 2),
        (("st",), "status", 2),
        (("docs", "lst"), "list", 2),
        (("event", "ad", "note"), "add", 2),
        (("status", "--jsn"), "--json", 2),
        (("status", "--js"), "--json", 2),
        (("log", "ceac", "--purpos", "details"), "--purpose", 2),
        (("log", "ceac", "--anwser=x"), "--answer", 2),
        (("log", "emial"), "consulate_email (E-mail)", 2),
        (("log", "senater"), "senator", 2),
        (("log", "ceac", "--purpose", "detials"), "details (correct my details", 2),
        (("event", "add", "passport_requsted"), "passport_requested (Passport requested)", 2),
        (("docs", "set", "Org chart", "submited"), "submitted", 2),
        (("docs", "set", "Clent letter", "ready"), "Client letter", 1),
        (("docs", "set", "clent", "ready"), "Client letter", 1),
        (("docs", "remove", "Orgchrat"), "Org chart", 1),
        (("docs", "add", "X", "--by", "uscsi"), "uscis", 2),
        (("docs", "starter", "emploiment"), "employment (Employment check)", 2),
        (("deadline", "remove", "Flihgt"), "Flight", 1),
        (("cases", "use", "Dauhgter"), "2 (Daughter)", 1),
        (("set", "us_lnik=employer"), "us_link (US link)", 2),
        (("set", "us_link=employr"), "employer (the employer)", 2),
        (("set", "us_state=Californa"), "CA (California)", 2),
        (("set", "policy=ask_nevr"), "ask-never", 2),
        (("why", "senater"), "senator", 2),
        (("guide", "procesing"), "processing", 2),
        (("log", "ceac", "--on", "yesteday"), "yesterday", 2),
        (("deadline", "add", "Visa", "3 Octobre 2027"), "3 October 2027", 2),
        (("export", "jsno"), "json", 2),
    ],
)
def test_a_near_miss_is_answered_in_one_line_with_what_may_be_meant(
    opened: Cli, words: tuple[str, ...], meant: str, code: int
) -> None:
    before = opened.recorded()
    said = opened(*words, code=code)
    assert (said.out, len(said.lines)) == ("", 1)
    assert f" did you mean {meant}" in said.err
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("visa approved", "visa_issued"),
        ("Visa denied", "visa_refused"),
        ("terminated", "registration_terminated"),
        ("passport submitted", "passport_sent"),
        ("returned to USCIS", "petition_returned"),
        ("nvc received", "centre_received"),
        ("got my passport", "passport_returned"),
        ("white slip", "refused_221g"),
        ("transferred", "transferred"),
    ],
)
def test_what_happened_may_be_called_as_people_call_it(opened: Cli, word: str, kind: str) -> None:
    opened("event", "add", word, "--on", REFUSED)
    assert opened("event", "list", "--json").json()[-1]["kind"] == kind


@pytest.mark.parametrize(
    "words",
    [
        ("event", "add", "sent"),
        ("event", "add", "send"),
        ("event", "add", "y"),
        ("event", "add", "approved"),
        ("docs", "set", "Org chart", "no"),
        ("docs", "set", "Org chart", "given"),
        ("docs", "set", "Org chart", "d"),
        ("log", "h"),
        ("log", "i"),
    ],
)
def test_a_part_of_such_a_word_changes_nothing(opened: Cli, words: tuple[str, ...]) -> None:
    before = opened.recorded()
    assert opened.ended(*words).code == 2
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("word", "channel"),
    [
        ("congressman", "representative"),
        ("lawyer", "attorney"),
        ("telephone", "consulate_call"),
        ("Department of State", "dos"),
        ("status page", "ceac"),
    ],
)
def test_a_way_may_be_called_as_people_call_it(opened: Cli, word: str, channel: str) -> None:
    opened("log", word, "--purpose", "details")
    assert opened("contacts", "--json").json()[-1]["channel"] == channel


@pytest.mark.parametrize(
    ("word", "state"),
    [("done", "submitted"), ("mailed", "submitted"), ("e-mailed", "submitted")],
)
def test_a_paper_that_is_done_was_submitted(opened: Cli, word: str, state: str) -> None:
    opened("docs", "set", "Org chart", word)
    rows = {row["name"]: row["state"] for row in opened("docs", "list", "--json").json()["items"]}
    assert rows["Org chart"] == state


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("log", "xyz"),
        ("docs", "set", "Passport", "ready"),
        ("status", "--zzz"),
        ("event", "add", "visa postponed"),
        ("event", "add", "passport rejected"),
        ("docs", "set", "Org chart", "rejected"),
        ("docs", "set", "Org chart", "emptied"),
    ],
)
def test_what_is_far_from_every_name_gets_no_guess(opened: Cli, words: tuple[str, ...]) -> None:
    assert "did you mean" not in opened.ended(*words).err


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        (("stat", "--json"), ("status", "--json")),
        (("STATUS", "--json"), ("status", "--json")),
        (("--case", "2", "stat", "--json"), ("--case", "2", "status", "--json")),
        (("chan", "--json"), ("channels", "--json")),
        (("Docs", "lis"), ("docs", "list")),
        (("deadl", "list"), ("deadline", "list")),
    ],
)
def test_a_command_is_found_in_any_case_and_by_its_only_start(
    opened: Cli, typed: tuple[str, ...], command: tuple[str, ...]
) -> None:
    assert opened(*typed).out == opened(*command).out


@pytest.mark.parametrize("words", [("un",), ("re",), ("u",), ("docs", "re", "Org chart")])
def test_a_letter_or_two_are_no_command(opened: Cli, words: tuple[str, ...]) -> None:
    before = opened.recorded()
    opened(*words, code=2)
    assert opened.recorded() == before


def test_the_value_of_an_option_is_no_command(opened: Cli) -> None:
    assert opened("--case", "mother", "status", "--json").json()["case"]["id"] == "1"
    opened("docs", "add", "statsu", "undo")
    assert {"statsu", "undo"} <= opened.documents().keys()


@pytest.mark.parametrize(
    ("typed", "channel"),
    [
        ("email", "consulate_email"),
        ("E-MAIL", "consulate_email"),
        ("Call post", "consulate_call"),
        ("callpost", "consulate_call"),
        ("state", "dos"),
        ("State Dept", "dos"),
        ("vfs", "vfs_tracker"),
        ("NVC", "nvc_inquiry"),
        ("uscis case", "uscis_status"),
        ("\uff33\uff25\uff2e\uff21\uff34\uff2f\uff32", "senator"),
    ],
)
def test_a_channel_goes_by_its_id_and_its_name_on_the_screen(
    opened: Cli, typed: str, channel: str
) -> None:
    opened("log", typed, "--purpose", "details")
    assert opened.contacts()[0]["channel"] == channel


def test_kinds_states_purposes_and_fields_go_by_their_names_too(opened: Cli) -> None:
    opened("event", "add", "Passport requested")
    opened("docs", "set", "client LETTER", "sent")
    opened("docs", "add", "Visit", "--task", "--by", "the letter")
    opened("docs", "set", "visit", "done")
    opened("log", "ceac", "--purpose", "an emergency")
    opened("set", "Passport number=X1", "US link=the school")
    opened("set", "reason=Employment check, ds5535")
    states = {name: row["state"] for name, row in opened.documents().items()}
    assert states == {"Client letter": "submitted", "Org chart": "requested", "Visit": "submitted"}
    assert opened.contacts()[0]["purpose"] == "emergency"
    assert opened("event", "list", "--json").json()[-1]["kind"] == "passport_requested"
    kept = opened.file.read_text(encoding="utf-8")
    assert '"X1"' in kept
    assert '"school"' in kept


@pytest.mark.parametrize("word", ["x", "d", "e", "c", "f", "F", "cl", "o"])
def test_a_letter_or_two_reach_no_record_to_correct_or_remove(opened: Cli, word: str) -> None:
    opened("log", "ceac")
    before = opened.recorded()
    for words in (
        ("correct", word, "note=x"),
        ("docs", "remove", word),
        ("deadline", "remove", word),
        ("event", "remove", word),
        ("contacts", "remove", word),
    ):
        said = opened(*words, code=1)
        assert (said.out, len(said.lines)) == ("", 1), words
    assert opened.recorded() == before


def test_a_paper_and_a_date_are_corrected_by_their_names(opened: Cli) -> None:
    opened("correct", "org chart", "note=in colour")
    opened("correct", "Flight", "date=12 Apr 2027")
    assert opened.deadlines()[next(d for d in opened.deadlines() if "x-" in d)]["date"] == (
        "2027-04-12"
    )
