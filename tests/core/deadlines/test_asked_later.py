"""What was asked for, or asked for again, after a date is not due by it."""

from core.deadlines.test_papers import SECOND, YEAR, rows, sent
from core.life import LATER, Life
from core.steps import REFUSED, event
from core.why import reader
from core.why.kit import asked

LETTER = "2026-03-02"


def asked_for(life: Life, name: str, on: str, by: str = "post") -> None:
    """Slip or post asks for a paper on that day, whether or not it is on the list."""
    life("docs", "add", name, "--by", by, "--asked", on, today=LATER)


def notes(life: Life, day: str) -> str:
    """The notes of that day."""
    return " ".join(life.status(day)["notes"])


def papers_under(life: Life, identity: str, day: str) -> list[str]:
    """The papers that the tree behind a deadline lists."""
    names = {document.id: document.name for document in life.case.documents}
    tree = asked(identity, life.day(day))["tree"]
    reader.check(tree)
    return [names[n["record"]] for n in tree["children"] if n["record"] in names]


def test_what_was_asked_after_the_letter_s_date_is_due_within_the_year_and_not_by_that_date(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    asked_for(life, "New paper", "2026-04-01")
    assert rows(life, "2026-04-02") == f"year={YEAR}"
    assert life.next_step("2026-04-02")["kind"] == "documents"
    assert "was asked for after Mon 2 Mar 2026, the date printed on" in notes(life, "2026-04-02")
    assert papers_under(life, "documents_one_year", "2026-04-02") == ["New paper"]
    sent(life, "New paper", "submitted", "2026-04-08")
    assert rows(life, "2026-04-08") == f"year={YEAR}q"


def test_what_was_asked_on_the_letter_s_date_is_due_by_it(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    asked_for(life, "New paper", LETTER)
    assert rows(life, "2026-04-02") == f"letter={LETTER}"
    assert "asked for after" not in notes(life, "2026-04-02")


def test_the_letter_s_date_stays_for_what_the_letter_asked_beside_a_later_request(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    asked_for(life, "New paper", "2026-04-01")
    assert rows(life, "2026-04-02") == f"letter={LETTER}"
    assert papers_under(life, "letter_date", "2026-04-02") == ["Letter"]
    sent(life, "Letter", "submitted", "2026-04-03")
    assert rows(life, "2026-04-03") == f"year={YEAR}"


def test_a_letter_s_date_before_its_own_day_still_holds_for_what_the_letter_asks(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2026-01-02", today=LATER)
    assert rows(life, "2026-01-12") == "letter=2026-01-02"


def test_after_both_dates_neither_limit_is_shown_and_both_are_told(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    asked_for(life, "New paper", "2027-02-01")
    assert rows(life, "2027-02-02") == "-"
    told = notes(life, "2027-02-02")
    assert "asked for after Mon 2 Mar 2026" in told
    assert "asked for after Mon 4 Jan 2027" in told
    tree = asked("documents_one_year", life.day("2027-02-02"))["tree"]
    assert "end of the year for papers" in tree["children"][0]["text"]


def test_what_went_in_within_the_year_and_was_asked_again_after_it_is_not_overdue(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    sent(life, "Letter", "received", "2026-01-20")
    asked_for(life, "Letter", "2027-02-01")
    assert rows(life, "2027-02-02") == "-"
    assert life.next_step("2027-02-02")["kind"] == "documents"
    assert "was asked for after Mon 4 Jan 2027" in notes(life, "2027-02-02")


def test_what_never_went_in_stays_overdue_though_the_post_asks_for_it_again(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "set", "Letter", "requested", "--by", "post", "--on", "2027-02-01", today=LATER)
    assert rows(life, "2027-02-02") == f"year={YEAR}"


def test_what_went_in_by_the_letter_s_date_and_was_asked_again_after_it_is_not_overdue(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    sent(life, "Letter", "submitted", "2026-01-12")
    asked_for(life, "Letter", "2026-04-01")
    assert rows(life, "2026-04-02") == f"year={YEAR}"


def test_a_later_sending_of_what_was_asked_after_the_year_makes_the_earlier_ones_not_late(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    sent(life, "Letter", "submitted", "2026-01-12")
    sent(life, "Chart", "submitted", "2026-01-12")
    asked_for(life, "Letter", "2027-02-01")
    sent(life, "Letter", "submitted", "2027-02-08")
    words = life.deadlines("2027-02-08")["documents_one_year"]["because"]
    assert "this is the last safe day" in words


def test_an_earlier_letter_s_date_stays_away_once_the_post_had_its_paper_and_asks_anew(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    sent(life, "Letter", "received", "2026-01-15")
    event(life, "refused_221g", SECOND, "--due", "2026-06-01", "--document", "Chart")
    asked_for(life, "Letter", "2026-02-04")
    assert rows(life, "2026-02-04") == "letter=2026-06-01"


def test_an_earlier_letter_s_date_is_not_for_what_was_asked_again_after_it(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    sent(life, "Letter", "submitted", "2026-01-15")
    event(life, "refused_221g", SECOND, "--asked", "no")
    asked_for(life, "Letter", "2026-04-01")
    assert rows(life, "2026-04-02") == f"year={YEAR}"


def test_the_tree_of_an_earlier_letter_lists_what_that_letter_asked_for(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={LETTER}", today=LATER)
    event(life, "refused_221g", SECOND, "--due", "2026-06-01", "--document", "Chart")
    (earlier,) = (i for i in life.deadlines(SECOND) if i.startswith("letter_date_"))
    assert papers_under(life, earlier, SECOND) == ["Letter"]
    assert papers_under(life, "letter_date", SECOND) == ["Letter", "Chart"]
