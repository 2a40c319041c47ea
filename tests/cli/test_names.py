"""How a channel, a paper and a case are named, chosen and linked."""

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


def test_an_exact_name_is_preferred_to_one_that_differs_in_its_case(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "letter")
    g221("docs", "set", "letter", "ready")
    states = {name: row["state"] for name, row in g221.documents().items()}
    assert states == {"Letter": "requested", "letter": "ready"}


@pytest.mark.parametrize(
    "words", [("log", "consulate", "--purpose", "details"), ("docs", "set", "Pay", "ready")]
)
def test_a_start_that_fits_two_is_refused_in_one_line(g221: Cli, words: tuple[str, ...]) -> None:
    g221.open(REFUSED, "--document", "Payslip May", "Payslip June")
    before = g221.recorded()
    said = g221(*words, code=(1, 2))
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
    said = g221("cases", "link", "1", "enemy", code=(1, 2))
    assert len(said.lines) == 1
