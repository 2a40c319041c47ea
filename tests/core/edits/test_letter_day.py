"""The day of the letter corrected: the papers it asks for go with it, and others stay."""

from core.life import LATER, Life


def asked(life: Life) -> dict[str, str]:
    """The day each paper was asked for."""
    return {item["name"]: item["asked_on"] for item in life.status(LATER)["documents"]["items"]}


def with_papers(life: Life) -> None:
    """A case whose letter, with a mistyped day, asks for two papers; the post wants a third."""
    life.open("2026-11-26", "--document", "Client letter", "Org chart")
    life("docs", "add", "Photo", "--by", "post", "--asked", "2026-11-26", today=LATER)


def test_what_the_post_wanted_on_the_day_of_the_letter_is_not_left_before_it(life: Life) -> None:
    with_papers(life)
    life("set", "refused=2026-11-28", today=LATER)
    assert set(asked(life).values()) == {"2026-11-28"}


def test_the_refusal_corrected_moves_them_too(life: Life) -> None:
    with_papers(life)
    refusal = life("event", "list", "--json", today=LATER).json()[-1]["id"]
    life("correct", refusal, "on=2026-10-26", today=LATER)
    assert asked(life)["Org chart"] == "2026-10-26"
    life("correct", refusal, "note=the letter", today=LATER)
    assert asked(life)["Org chart"] == "2026-10-26"


def test_what_was_asked_for_on_another_day_stays_there(life: Life) -> None:
    with_papers(life)
    life("docs", "add", "Plan", "--by", "slip", "--asked", "2026-12-03", today=LATER)
    life("set", "refused=2026-11-24", today=LATER)
    assert asked(life)["Plan"] == "2026-12-03"
    assert asked(life)["Photo"] == "2026-11-26", "the post asked after the letter"
    assert asked(life)["Org chart"] == "2026-11-24"


def test_a_paper_back_that_never_went_in_is_said_to_count_as_dealt_with(life: Life) -> None:
    with_papers(life)
    said = life("docs", "set", "Org chart", "returned", today=LATER)
    assert "was never marked as sent" in said.err
    paper = life.status(LATER)["documents"]["items"][1]["id"]
    life("correct", paper, "returned=", today=LATER)
    assert "was never marked as sent" in life("correct", paper, "returned=today", today=LATER).err
    assert "set it back to requested" in said.err
    life("docs", "set", "Client letter", "submitted", "--on", "2026-11-27", today=LATER)
    said = life("docs", "set", "Client letter", "returned", today=LATER)
    assert "was never marked as sent" not in said.err
    assert "the post never had it" in said.err


def test_a_paper_asked_for_and_sent_within_a_day_begins_the_stage_that_day(life: Life) -> None:
    life.open("2026-10-26", "--document", "Client letter")
    life("docs", "set", "Client letter", "submitted", "--on", "2026-11-01", today=LATER)
    for words in (("add", "Photo", "--asked", "2026-12-12"), ("set", "Photo", "submitted")):
        on = ("--on", "2026-12-12") if words[0] == "set" else ()
        life("docs", *words, *on, today=LATER)
    shown = life.status("2026-12-12")
    assert (shown["stage"]["since"], shown["wait"]["anchor"]) == ("2026-12-12", "2026-12-12")
    assert shown["road"]["here"]["since"] == "2026-12-12"


def test_on_the_last_days_for_papers_the_next_step_names_them(life: Life) -> None:
    life.open("2026-10-26", "--document", "Client letter")
    assert life.next_step("2027-10-24")["text"].startswith(
        "Send Client letter by Mon 25 Oct 2027, tomorrow. Papers are taken"
    )
    assert life.next_step("2027-10-25")["text"].startswith(
        "Send Client letter today, Mon 25 Oct 2027. "
    )
    assert life.next_step("2027-10-26")["text"].startswith(
        "Not sent by Mon 25 Oct 2027, yesterday: Client letter. "
    )
