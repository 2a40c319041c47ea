"""Starter lists: one for every reason, offered and never assumed."""

from datetime import date

import pytest

from core.snapshot.kit import paper, so
from g221_tui.core.model import Case, CaseRecord, Document
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.progress.starters import starter_views
from g221_tui.errors import NotUnderstood
from g221_tui.rules import load_rules

RULES = load_rules(None)
TODAY = date(2026, 12, 12)
REASONS = [
    "documents",
    "background",
    "ds5535",
    "employment",
    "pims",
    "petition_return",
    "medical",
    "police",
    "i864",
    "fee",
    "photo_prints",
    "online_presence",
    "iv_pause",
    "other",
]


def test_every_reason_has_its_title_its_explanation_and_its_starter_list() -> None:
    assert list(RULES.reasons) == REASONS
    assert list(RULES.reason_notes) == list(RULES.starters) == REASONS
    for code, note in RULES.reason_notes.items():
        assert RULES.reasons[code] == note.title
        assert (note.who != "", note.what.endswith(".")) == (True, True)


@pytest.mark.parametrize("reason", REASONS)
def test_a_list_either_offers_something_or_says_why_not(reason: str) -> None:
    starter = RULES.starters[reason]
    assert bool(starter.documents) != bool(starter.why_none)
    names = [item.name for item in starter.documents]
    assert len(set(names)) == len(names)
    assert (starter.source != "", starter.as_of != "") == (True, True)


def test_pims_asks_nothing_of_the_applicant_and_says_whose_record_it_is() -> None:
    (view,) = starter_views(["pims"], RULES, None)
    assert view.documents == ()
    assert "State's own record" in view.why_none
    assert "not you" in view.who


def test_the_pause_asks_for_nothing_and_the_review_of_accounts_for_acts_without_a_letter() -> None:
    (pause, online) = starter_views(["iv_pause", "online_presence"], RULES, None)
    assert pause.documents == ()
    assert "clock for papers still runs" in pause.what
    assert online.documents[0].name == "Set accounts to public"
    assert "until the visa is issued" in online.documents[0].hint
    assert "no letter is sent" in online.what


def test_an_act_is_offered_as_one_and_a_paper_is_not() -> None:
    views = starter_views(["photo_prints", "medical", "police", "online_presence"], RULES, None)
    acts = {item.name: item.task for view in views for item in view.documents}
    assert acts == {
        "Photo": False,
        "Fingerprints": True,
        "Medical examination": True,
        "Police certificate": False,
        "Set accounts to public": True,
        "Check accounts on the form": True,
    }


def test_religion_is_no_reason() -> None:
    for note in RULES.reason_notes.values():
        assert "relig" not in note.what.casefold()


def test_what_is_on_the_list_is_marked_however_it_is_written() -> None:
    documents = (
        Document(id="d-1", case="1", name="client  LETTER"),
        Document(id="d-2", case="1", name="Org chart", removed_at="2026-12-01T00:00:00Z"),
        so(paper("W-2"), asked_on=date(2026, 12, 13)),
    )
    case = Case(facts=CaseRecord(id="1"), documents=documents)
    (view,) = starter_views(["employment"], RULES, case_day(case, RULES, TODAY))
    assert [item.name for item in view.documents if item.listed] == ["Client letter"]


def test_a_reason_is_found_by_its_start_and_an_unknown_one_is_named() -> None:
    assert starter_views(["EMP"], RULES, None)[0].reason == "employment"
    with pytest.raises(NotUnderstood, match=r"religion.*background"):
        starter_views(["religion"], RULES, None)


def test_the_colours_of_slips_are_explained_and_nothing_is_inferred() -> None:
    colours = RULES.slip_colours
    assert "nothing is inferred" in colours.note
    assert len(colours.readings) == 5
