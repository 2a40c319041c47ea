"""The stages behind a case: what the papers moved is told with its days, as the letters were."""

from core.life import LATER, Life
from core.steps import REFUSED, event, opened


def behind(life: Life, today: str = LATER) -> list[tuple[str, str]]:
    """The stages behind, each with its first day."""
    return [(stop["id"], stop["since"]) for stop in life.status(today)["road"]["behind"]]


def test_in_processing_the_papers_that_were_due_before_are_behind(life: Life) -> None:
    opened(life)
    life("docs", "add", "Letter", "--asked", REFUSED, today=LATER)
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-20", today=LATER)
    assert behind(life)[-1] == ("documents_due", REFUSED)
    here = life.status(LATER)["road"]["here"]
    assert (here["id"], here["since"]) == ("processing", "2026-01-20")


def test_a_second_letter_leaves_both_earlier_times_behind(life: Life) -> None:
    opened(life)
    life("docs", "add", "Letter", "--asked", REFUSED, today=LATER)
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-20", today=LATER)
    life("docs", "add", "Photo", "--asked", "2026-02-10", today=LATER)
    assert behind(life)[-2:] == [("documents_due", REFUSED), ("processing", "2026-01-20")]
    assert life.status(LATER)["road"]["here"]["since"] == "2026-02-10"


def test_without_papers_nothing_but_the_interview_is_behind(life: Life) -> None:
    opened(life)
    assert [stop for stop, _ in behind(life)] in ([], ["interviewed"])


def test_once_the_case_goes_on_the_time_at_the_papers_is_one_stage(life: Life) -> None:
    opened(life)
    life("docs", "add", "Letter", "--asked", REFUSED, today=LATER)
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-20", today=LATER)
    event(life, "passport_requested", "2026-03-01")
    assert behind(life)[-1] == ("papers", REFUSED)


def test_the_way_back_of_a_petition_is_ahead_unless_there_is_none(life: Life) -> None:
    opened(life)
    for petition, ahead in (("unknown", True), ("yes", True), ("no", False)):
        life("set", f"petition={petition}", today=LATER)
        ways = [way["label"] for way in life.status(LATER)["road"]["ahead"]]
        assert ("If the petition goes back" in ways) is ahead, petition


def test_a_visa_of_a_class_without_petition_has_no_petition_to_go_back(life: Life) -> None:
    for visa, ahead in (("B-2", False), ("H-1B", True), ("", True)):
        life.open(REFUSED, "--asked", "no", "--visa", visa)
        ways = [way["label"] for way in life.status(LATER)["road"]["ahead"]]
        assert ("If the petition goes back" in ways) is ahead, visa


def test_behind_the_end_of_a_programme_year_is_the_refusal(life: Life) -> None:
    life.open("2026-08-10", "--asked", "no", "--visa", "DV", "--case-number", "2026AF00054321")
    assert behind(life, "2026-09-30") == []
    assert behind(life, "2026-10-01") == [("papers", "2026-08-10")]
    event(life, "passport_requested", "2026-09-01")
    assert behind(life, "2026-10-01")[-1] == ("passport_requested", "2026-09-01")
