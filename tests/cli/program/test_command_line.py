"""Streams, exit codes, global options and names: the manners of the command line."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"
NOW = "2026-12-12"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case with two papers and all facts."""
    g221.open(REFUSED, "--document", "Client letter", "Org chart", today=NOW)
    return g221


def test_new_prints_the_id_of_the_case_alone(g221: Cli) -> None:
    first = g221("new", "--refused", REFUSED)
    assert (first.out, first.err != "") == ("1\n", True)
    assert g221("new", "--refused", "2026-11-02").out == "2\n"
    assert g221("new", "--refused", "2026-11-03").out == "3\n"


@pytest.mark.parametrize(
    "words",
    [
        ("docs", "add", "Payslips"),
        ("docs", "set", "Org chart", "ready"),
        ("docs", "set", "Org chart", "--receipt", "R-1"),
        ("docs", "remove", "Org chart"),
        ("event", "add", "note", "--note", "the post rang"),
        ("event", "add", "passport_requested"),
        ("log", "ceac"),
        ("log", "consulate_email", "--purpose", "documents"),
        ("set", "post=Mumbai"),
        ("set", "post=Mumbai", "visa=H-1B"),
        ("deadline", "add", "lease", "2027-01-31"),
    ],
)
def test_a_change_is_one_sentence_on_stderr_and_nothing_on_stdout(
    opened: Cli, words: tuple[str, ...]
) -> None:
    said = opened(*words)
    assert (said.out, len(said.lines)) == ("", 1), said.err


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "--plain"),
        ("status", "--json"),
        ("next",),
        ("next", "--json"),
        ("channels",),
        ("channels", "--json"),
        ("timeline",),
        ("timeline", "--json"),
        ("contacts", "--json"),
        ("docs", "list"),
        ("event", "list"),
        ("cases",),
        ("history",),
        ("info",),
        ("info", "--json"),
    ],
)
def test_a_question_is_answered_on_stdout_and_changes_nothing(
    opened: Cli, words: tuple[str, ...]
) -> None:
    before = opened.file.read_bytes()
    said = opened(*words)
    assert (said.out != "", said.err) == (True, "")
    assert said.out.endswith("\n")
    assert "\x1b" not in said.out
    assert opened.file.read_bytes() == before


def test_without_words_and_without_a_terminal_it_is_the_plain_status(opened: Cli) -> None:
    assert opened().out == opened("status", "--plain").out == opened("status").out


UNREADABLE = [
    (("stauts",), "status timeline"),
    (("st",), "status timeline"),
    (("docs", "re"), "remove"),
    (("status", "--jsn"), ""),
    (("status", "--js"), ""),
    (("status", "--toda", NOW), ""),
    (("docs", "add", "X", "--extr"), ""),
    (("docs", "lits"), "list"),
    (("log", "consulate_fax"), "consulate_email senator ceac"),
    (("log", "ceac", "--purpose", "chat"), "status documents answer details emergency"),
    (("event", "add", "visa_stamped"), "visa_issued passport_requested"),
    (("docs", "set", "Org chart", "mislaid"), "submitted received waived"),
    (("set", "colour=blue"), "slip_colour"),
    (("docs", "add", "X", "--extra", "--asked", "soon"), "soon"),
]


@pytest.mark.parametrize(("words", "known"), UNREADABLE)
def test_words_that_cannot_be_read_get_one_line_that_names_the_known_ones(
    opened: Cli, words: tuple[str, ...], known: str
) -> None:
    before = opened.recorded()
    said = opened(*words, code=2)
    assert (said.out, len(said.lines)) == ("", 1), said.err
    for word in known.split():
        assert word in said.err
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (("docs", "add", "X", "--by", "lawyer"), "slip post uscis"),
        (("set", "tracking=maybe"), "yes no unknown"),
        (("new", "--refused", REFUSED, "--us-link", "cousin"), "employer school"),
        (("new", "--refused", REFUSED, "--policy", "soon"), "guide state ask-never"),
        (("set", "wait=soon"), ""),
    ],
)
def test_a_value_that_is_none_of_the_known_ones_is_refused_in_one_line(
    opened: Cli, words: tuple[str, ...], known: str
) -> None:
    before = opened.recorded()
    said = opened(*words, code=2)
    assert (said.out, len(said.lines)) == ("", 1), said.err
    for word in known.split():
        assert word in said.err
    assert opened.recorded() == before


@pytest.mark.parametrize(
    "words",
    [
        ("docs", "set", "Diploma", "submitted"),
        ("docs", "remove", "Diploma"),
        ("docs", "set", "Org chart", "submitted", "--on", "2026-12-13"),
        ("docs", "add", "Payslips", "--asked", "2026-12-13"),
        ("log", "ceac", "--on", "2026-12-13"),
        ("event", "add", "visa_issued", "--on", "2026-12-13"),
        ("new", "--refused", "2026-12-13"),
        ("status", "--case", "7"),
        ("docs", "add", "Payslips", "--case", "7"),
        ("cases", "use", "7"),
        ("cases", "link", "7", "family"),
        ("correct", "c000000", "note=x"),
    ],
)
def test_what_is_understood_but_may_not_be_is_one_line_and_exit_1(
    opened: Cli, words: tuple[str, ...]
) -> None:
    before = opened.recorded()
    said = opened(*words, code=1)
    assert (said.out, len(said.lines)) == ("", 1), said.err
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "visa=F-1", "colour=blue"), 2),
        (("set", "visa=F-1", "passport_expires=05/02/2026"), 2),
        (("docs", "set", "Org chart", "submitted", "--receipt", "R-9", "--expires", "2026"), 2),
        (("docs", "set", "Org chart", "submitted", "--on", "2026-12-13", "--receipt", "R-9"), 1),
        (("docs", "add", "Payslips", "Diploma", "--asked", "2026"), 2),
        (("log", "senator", "--note", "hello"), 3),
    ],
)
def test_after_an_error_nothing_is_half_done(
    opened: Cli, words: tuple[str, ...], code: int
) -> None:
    before, bytes_before = opened.recorded(), opened.file.read_bytes()
    opened(*words, code=code)
    assert opened.recorded() == before
    assert opened.file.read_bytes() == bytes_before


def test_the_global_options_stand_before_or_after_the_command(opened: Cli) -> None:
    opened("new", "--refused", "2026-11-02")
    for case, refused in (("1", REFUSED), ("2", "2026-11-02")):
        tail = opened("status", "--json", "--case", case, "--today", "2026-12-01", today=None)
        head = opened("--case", case, "--today", "2026-12-01", "status", "--json", today=None)
        assert tail.out == head.out
        assert head.json()["today"] == "2026-12-01"
        assert (head.json()["case"]["id"], head.json()["case"]["refused_on"]) == (case, refused)


def test_another_file_can_be_named_before_or_after_the_command(opened: Cli) -> None:
    other = str(opened.file.with_name("other.json"))
    opened("--file", other, "new", "--refused", "2026-12-01")
    assert opened("cases", "--file", other).out != opened("cases").out
    for words in (("--file", other, "status", "--json"), ("status", "--json", "--file", other)):
        assert opened(*words).json()["case"]["refused_on"] == "2026-12-01"
    assert opened.status()["case"]["refused_on"] == REFUSED


def test_a_double_dash_ends_the_options(opened: Cli) -> None:
    opened("docs", "add", "--", "--json", "-3d")
    assert {"--json", "-3d"} <= opened.documents().keys()
    opened("docs", "remove", "--", "--json")
    assert "--json" not in opened.documents()


def test_a_correction_keeps_the_old_value_in_the_history(opened: Cli) -> None:
    opened("log", "ceac", "--status", "Refused", "--note", "frist look")
    record = opened.contacts()[0]["id"]
    said = opened("correct", record, "note=first look", "on=2026-12-10")
    assert (said.out, len(said.lines)) == ("", 1)
    corrected = opened.contacts()[0]
    assert (corrected["note"], corrected["on"]) == ("first look", "2026-12-10")
    assert corrected["status"] == "Refused"
    assert "frist look" in opened("history").out


def test_a_correction_of_an_unknown_field_names_the_known_ones(opened: Cli) -> None:
    opened("log", "ceac", "--note", "look")
    record = opened.contacts()[0]["id"]
    said = opened("correct", record, "colour=blue", code=2)
    assert len(said.lines) == 1
    assert "note" in said.err
    opened("correct", record, "on=2026-12-13", code=1)
    opened("correct", record, "on=05/02/2026", code=2)
    assert opened.contacts()[0]["on"] == NOW


def test_history_tells_each_change(opened: Cli) -> None:
    opened("docs", "add", "Payslips")
    opened("set", "post=Mumbai")
    told = opened("history").out
    assert "Payslips" in told
    assert "Mumbai" in told


@pytest.mark.parametrize("text", ["--", "a=--", "=--", "a --", "--title=--", "--a=--b"])
def test_dashes_in_a_value_are_kept_as_they_were_typed(g221: Cli, text: str) -> None:
    g221.open("2026-10-26", "--asked", "no")
    g221("log", "ceac", f"--note={text}", today="2026-12-12")
    if not text.startswith("--") or text == "--":  # else it is an option, and has to be joined
        g221("log", "ceac", "--note", text, today="2026-12-12")
    assert {contact["note"] for contact in g221.contacts()} == {text}
