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


def test_what_the_post_wanted_on_the_day_of_the_letter_is_not_left_before_it(g221: Cli) -> None:
    with_papers(g221)
    g221("set", "refused=2026-11-28", today=LATER)
    assert set(asked(g221).values()) == {"2026-11-28"}


def test_the_letter_of_another_case_of_the_family_keeps_its_day(g221: Cli) -> None:
    g221.open("2026-11-26", "--asked", "no")
    g221.open("2026-11-26", "--asked", "no")
    g221("cases", "link", "1", "family", today=LATER)
    g221("docs", "add", "Photo", "--by", "slip", "--also", "family", today=LATER)
    g221("set", "refused=2026-11-20", today=LATER)
    assert asked(g221) == {"Photo": "2026-11-20"}
    g221("cases", "use", "1", today=LATER)
    assert asked(g221) == {"Photo": "2026-11-26"}


def test_the_refusal_corrected_moves_them_too(g221: Cli) -> None:
    with_papers(g221)
    refusal = g221("event", "list", "--json", today=LATER).json()[-1]["id"]
    g221("correct", refusal, "on=2026-10-26", today=LATER)
    assert asked(g221)["Org chart"] == "2026-10-26"
    g221("correct", refusal, "note=the letter", today=LATER)
    assert asked(g221)["Org chart"] == "2026-10-26"


def test_a_day_after_a_paper_went_in_is_refused_and_nothing_changes(g221: Cli) -> None:
    with_papers(g221)
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-27", today=LATER)
    before = g221.file.read_bytes()
    said = g221("set", "refused=2026-11-28", today=LATER, code=1)
    assert "Client letter was asked for on Sat 28 Nov 2026" in said.err
    assert g221.file.read_bytes() == before


def test_a_paper_back_that_never_went_in_is_said_to_count_as_dealt_with(g221: Cli) -> None:
    with_papers(g221)
    said = g221("docs", "set", "Org chart", "returned", today=LATER)
    assert "was never marked as sent" in said.err
    paper = g221.status(LATER)["documents"]["items"][1]["id"]
    g221("docs", "set", "Org chart", "requested", today=LATER)
    assert "was never marked as sent" in g221("correct", paper, "returned=today", today=LATER).err
    assert "set it back to requested" in said.err
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-27", today=LATER)
    said = g221("docs", "set", "Client letter", "returned", today=LATER)
    assert "never" not in said.err


def test_a_paper_asked_for_and_sent_within_a_day_begins_the_stage_that_day(g221: Cli) -> None:
    g221.open("2026-10-26", "--document", "Client letter")
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-01", today=LATER)
    for words in (("add", "Photo", "--asked", "2026-12-12"), ("set", "Photo", "submitted")):
        on = ("--on", "2026-12-12") if words[0] == "set" else ()
        g221("docs", *words, *on, today=LATER)
    shown = g221.status("2026-12-12")
    assert (shown["stage"]["since"], shown["wait"]["anchor"]) == ("2026-12-12", "2026-12-12")
    assert shown["road"]["here"]["since"] == "2026-12-12"


def test_on_the_last_days_for_papers_the_next_step_names_them(g221: Cli) -> None:
    g221.open("2026-10-26", "--document", "Client letter")
    assert g221.next_step("2027-10-24")["text"].startswith(
        "Send Client letter by Mon 25 Oct 2027, tomorrow. Papers are taken"
    )
    assert g221.next_step("2027-10-25")["text"].startswith(
        "Send Client letter today, Mon 25 Oct 2027. "
    )
    assert g221.next_step("2027-10-26")["text"].startswith(
        "Not sent by Mon 25 Oct 2027, yesterday: Client letter. "
    )
