"""The status page's words are explained, never judged, and unknown ones are kept."""

from datetime import date, timedelta

import msgspec
import pytest

from g221_tui.core.followup.page_words import did_you_mean, explain
from g221_tui.core.followup.status_page import quiet, status_view
from g221_tui.core.model import Case, CaseRecord, Contact
from g221_tui.core.progress.case_day import case_day
from g221_tui.rules import load_rules

RULES = load_rules(None)

KNOWN = {
    "No Status": "no_status",
    "no data": "no_status",
    "Application Receipt Pending": "application_receipt_pending",
    "Application Received": "application_received",
    "application data not entered": "application_received",
    "Ready": "ready",
    "At NVC": "at_nvc",
    "In Transit": "in_transit",
    "Transfer in Progress": "transfer_in_progress",
    "Administrative Processing": "administrative_processing",
    "AP": "administrative_processing",
    "Refused": "refused",
    "Approved": "approved",
    "Issued": "issued",
    "Expiring Soon": "expiring_soon",
    "Expired": "expired",
    "Returned to NVC": "returned",
    "Returned to USCIS": "returned",
}
"""What DOMAIN names, and a word for each code."""


@pytest.mark.parametrize(("words", "code"), KNOWN.items())
def test_every_known_word_is_explained_with_its_source(words: str, code: str) -> None:
    found = explain(words, RULES)
    assert found.code == code
    assert found.meaning.endswith(".")
    assert "\n" not in found.meaning
    assert (found.source != "", found.as_of != "") == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "REFUSED",
        "  refused ",
        "Refused.",
        '"Refused"',
        "Refused: see your letter",
        "Refused - 221(g)",
    ],
)
def test_capitals_spaces_and_what_follows_do_not_matter(words: str) -> None:
    assert explain(words, RULES).code == "refused"


def test_a_pasted_page_is_known_by_its_first_line() -> None:
    pasted = "\nAdministrative  Processing\nYour visa case is currently undergoing processing."
    assert explain(pasted, RULES).code == "administrative_processing"


@pytest.mark.parametrize(
    "words",
    ["", "Ready for pickup", "not refused", "Refusedly", "日本語", "[bold]AP", "Issued? maybe"],
)
def test_words_that_are_not_known_are_called_unknown_and_never_guessed(words: str) -> None:
    found = explain(words, RULES)
    assert found.code == "unknown"
    assert found.meaning


def test_of_two_names_that_begin_a_text_the_longer_one_is_meant() -> None:
    page, ready = RULES.status_page, explain("Ready", RULES)
    longer = msgspec.structs.replace(ready, title="Refused (ready)", aliases=())
    more = msgspec.structs.replace(page, words=(*page.words, longer))
    rules = msgspec.structs.replace(RULES, status_page=more)
    assert explain("Refused (ready): see your letter", rules).code == "ready"
    assert explain("Refused (see your letter)", rules).code == "refused"


def test_every_name_belongs_to_one_entry_and_every_code_is_there_once() -> None:
    page = RULES.status_page
    names = [n.casefold() for w in page.words for n in {w.title.casefold(), *w.aliases}]
    assert sorted(names) == sorted(set(names))
    assert {w.code for w in page.words} == set(KNOWN.values())


def test_no_meaning_is_a_verdict() -> None:
    for words in RULES.status_page.words:
        for verdict in ("denied", "will be", "no chance", "bad sign", "%"):
            assert verdict not in words.meaning.casefold(), words.code


Look = tuple[str, str] | tuple[str, str, str]
"""The day, the words, and the page's own date of its last update where it was noted."""


def case_of(*looks: Look, channel: str = "ceac") -> Case:
    """A case with these looks at a page."""
    contacts = tuple(
        Contact(
            id=f"c-{n}",
            case="1",
            channel=channel,
            on=date.fromisoformat(look[0]),
            status=look[1],
            page_updated=date.fromisoformat(look[2]) if len(look) > 2 else None,
        )
        for n, look in enumerate(looks)
    )
    return Case(facts=CaseRecord(id="1"), contacts=contacts)


@pytest.mark.parametrize(
    ("looks", "since", "days", "longest"),
    [
        # Seen once: counted from the first look, or from the page's own date.
        ([("2026-11-02", "Refused")], "2026-11-02", 40, None),
        ([("2026-11-02", "Refused", "2026-10-26")], "2026-10-26", 47, None),
        # Seen again with the same words, however they are written: nothing changed.
        ([("2026-11-02", "Refused"), ("2026-12-01", "refused ")], "2026-11-02", 40, None),
        (
            [("2026-11-02", "AP"), ("2026-12-01", "Administrative Processing")],
            "2026-11-02",
            40,
            None,
        ),
        ([("2026-11-02", "In Limbo"), ("2026-12-01", "in  limbo")], "2026-11-02", 40, None),
        # The page's own date comes to be known later, and lies before the first look.
        (
            [("2026-11-02", "Refused"), ("2026-12-01", "Refused", "2026-10-26")],
            "2026-10-26",
            47,
            None,
        ),
        # The record was touched under the same words.
        (
            [("2026-11-02", "Refused", "2026-10-26"), ("2026-12-01", "Refused", "2026-11-30")],
            "2026-11-30",
            12,
            35,
        ),
        # The words changed and no date was noted: the first look that saw them.
        ([("2026-11-02", "Refused"), ("2026-12-01", "Ready")], "2026-12-01", 11, 29),
        # The words changed and the date stood still.
        (
            [("2026-11-02", "AP", "2026-10-26"), ("2026-12-01", "Refused", "2026-10-26")],
            "2026-10-26",
            47,
            None,
        ),
        # Three changes: the longest of the earlier stretches, the running one left out.
        (
            [("2026-10-01", "Ready"), ("2026-10-26", "Refused"), ("2026-11-05", "AP")],
            "2026-11-05",
            37,
            25,
        ),
        # The order of entry does not matter; what lies after the day does not count.
        ([("2026-12-13", "Issued"), ("2026-11-02", "Refused")], "2026-11-02", 40, None),
        # A look that only noted the date.
        ([("2026-11-02", "Refused"), ("2026-12-01", "", "2026-11-20")], "2026-11-20", 22, 18),
        # A page's date that lies before an earlier change ends no stretch.
        (
            [("2026-11-05", "AP", "2026-11-01"), ("2026-12-01", "Refused", "2026-10-26")],
            "2026-10-26",
            47,
            None,
        ),
        # A page can't have shown a day that had not come at the look.
        ([("2026-11-02", "Refused", "2026-11-20")], "2026-11-02", 40, None),
        # On the day itself.
        ([("2026-12-12", "Refused")], "2026-12-12", 0, None),
        ([("2026-12-12", "Refused", "2026-12-11")], "2026-12-11", 1, None),
        # Over a leap day and over the end of summer time, days are calendar days.
        ([("2024-02-28", "Refused"), ("2024-03-01", "Ready")], "2024-03-01", 1016, 2),
    ],
)
def test_quiet_days_are_counted_from_the_last_change_that_was_seen(
    looks: list[Look], since: str, days: int, longest: int | None
) -> None:
    found = quiet(case_day(case_of(*looks), RULES, date(2026, 12, 12)))
    assert found is not None
    assert (found.since.isoformat(), found.days) == (since, days)
    assert found.longest_earlier == longest


def test_a_page_never_looked_at_gives_nulls_and_so_does_another_channel() -> None:
    for case in (case_of(), case_of(("2026-11-02", "Refused"), channel="vfs_tracker")):
        assert quiet(case_day(case, RULES, date(2026, 12, 12))) is None
        view = status_view(case_day(case, RULES, date(2026, 12, 12)))
        assert {getattr(view, name) for name in view.__struct_fields__} == {None}


def test_the_view_keeps_the_words_and_tells_the_looks_apart() -> None:
    words = "Refused \nsee [letter]"
    case = case_of(("2026-11-02", "refused"), ("2026-12-01", words, "2026-10-26"))
    view = status_view(case_day(case, RULES, date(2026, 12, 12)))
    assert (view.words, view.code) == (words, "refused")
    assert (view.first_seen_on, view.seen_on) == (date(2026, 11, 2), date(2026, 12, 1))
    assert (view.page_updated, view.changed_on) == (date(2026, 10, 26), date(2026, 10, 26))
    earlier = status_view(case_day(case, RULES, date(2026, 11, 30)))
    assert (earlier.words, earlier.page_updated) == ("refused", None)


def test_the_date_noted_for_older_words_is_not_shown_for_newer_ones() -> None:
    case = case_of(("2026-11-02", "Refused", "2026-10-26"), ("2026-12-01", "Ready"))
    assert status_view(case_day(case, RULES, date(2026, 12, 12))).page_updated is None


def test_each_day_adds_one_quiet_day() -> None:
    case = case_of(("2026-11-02", "Refused"))
    for n in range(29):
        found = quiet(case_day(case, RULES, date(2026, 11, 2) + timedelta(days=n)))
        assert found is not None
        assert found.days == n


@pytest.mark.parametrize(
    ("words", "channel", "title"),
    [
        ("Refsued", "ceac", "Refused"),
        ("Refuse", "ceac", "Refused"),
        ("Isued", "ceac", "Issued"),
        ("Administative Procesing", "ceac", "Administrative Processing"),
        ("admin procesing", "ceac", "Administrative Processing"),
        ("Aproved", "ceac", "Approved"),
        ("Expried", "ceac", "Expired"),
        ("In Transitt", "ceac", "In Transit"),
        ("Refsued - see the message", "ceac", "Refused"),
        ("Redy for pickup", "vfs_tracker", "Ready for pick-up"),
    ],
)
def test_a_slip_of_known_words_is_asked_about(words: str, channel: str, title: str) -> None:
    assert did_you_mean(words, channel, RULES) == f"Did you mean “{title}”?"


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("Refused", "ceac"),
        ("refused.", "ceac"),
        ("AP", "ceac"),
        ("Under review by the section", "ceac"),
        ("", "ceac"),
        ("Origination Scan", "ceac"),
        ("Refsued", "consulate_email"),
        ("Refsued", "vfs_tracker"),
        ("dispatched", "vfs_tracker"),
        ("拒签", "ceac"),
    ],
)
def test_known_words_and_words_like_none_are_not_asked_about(words: str, channel: str) -> None:
    assert did_you_mean(words, channel, RULES) == ""
