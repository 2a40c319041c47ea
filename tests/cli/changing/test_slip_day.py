"""The day of the letter corrected: the papers it asks for go with it, and others stay."""

from cli.conftest import LATER, Cli


def asked(g221: Cli) -> dict[str, str]:
    """The day each paper was asked for."""
    return {item["name"]: item["asked_on"] for item in g221.status(LATER)["documents"]["items"]}


def with_papers(g221: Cli) -> None:
    """A case whose letter, with a mistyped day, asks for two papers; the post wants a third."""
    g221.open("2026-11-26", "--document", "Client letter", "Org chart")
    g221("docs", "add", "Photo", "--by", "post", "--asked", "2026-11-26", today=LATER)


def test_the_fact_corrected_moves_the_papers_of_the_letter(g221: Cli) -> None:
    with_papers(g221)
    said = g221("set", "refused=2026-10-26", today=LATER)
    assert "Its 2 papers are asked for on Mon 26 Oct 2026 as well." in said.err
    assert asked(g221) == {
        "Client letter": "2026-10-26",
        "Org chart": "2026-10-26",
        "Photo": "2026-11-26",
    }
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-10", today=LATER)
    g221("undo", today=LATER)
    g221("undo", today=LATER)
    assert set(asked(g221).values()) == {"2026-11-26"}, "the letter and its papers are one step"


def test_the_letter_of_another_case_of_the_family_keeps_its_day(g221: Cli) -> None:
    g221.open("2026-11-26", "--asked", "no")
    g221.open("2026-11-26", "--asked", "no")
    g221("cases", "link", "1", "family", today=LATER)
    g221("docs", "add", "Photo", "--by", "slip", "--also", "family", today=LATER)
    g221("set", "refused=2026-11-20", today=LATER)
    assert asked(g221) == {"Photo": "2026-11-20"}
    g221("cases", "use", "1", today=LATER)
    assert asked(g221) == {"Photo": "2026-11-26"}


def test_a_day_after_a_paper_went_in_is_refused_and_nothing_changes(g221: Cli) -> None:
    with_papers(g221)
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-27", today=LATER)
    before = g221.file.read_bytes()
    said = g221("set", "refused=2026-11-28", today=LATER, code=1)
    assert "Client letter was asked for on Sat 28 Nov 2026" in said.err
    assert g221.file.read_bytes() == before
