"""The rules are data: each with its source, and no day count in Python."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import g221_tui
from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.views import Snapshot
from g221_tui.errors import G221Error
from g221_tui.guide import load_pages
from g221_tui.rules import load_rules

CORE = Path(g221_tui.__file__).parent / "core"

ALLOWED = {
    "sanitize.py": "code points of characters, not quantities",
    "validation.py": "how many signs of a wrong value a message shows",
    "picture.py": "characters of a label, and steps of the marks of months",
    "undo.py": "how many steps can be taken back",
}
"""Files of core/ that may hold an integer above 31, with the reason."""


def rules_of(value: object) -> Iterator[Rule]:
    """Every rule within the rules."""
    if isinstance(value, Rule):
        yield value
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for part in value:
            yield from rules_of(part)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from rules_of(getattr(value, name))


def test_every_rule_names_its_source_and_when_it_said_so() -> None:
    found = list(rules_of(load_rules(None)))
    assert len(found) > 30
    assert [rule for rule in found if not rule.source or not rule.as_of] == []


def test_core_holds_no_day_count() -> None:
    faults = [
        f"{path.name}:{node.lineno}"
        for path in CORE.rglob("*.py")
        if path.name not in ALLOWED
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value > 31
    ]
    assert faults == []


def test_every_stage_says_how_every_channel_stands() -> None:
    rules = load_rules(None)
    for stage in rules.stages.values():
        for channel in rules.channels:
            assert {channel.id, channel.group} & set(stage.access)


def test_every_event_leads_to_a_stage_that_exists() -> None:
    rules = load_rules(None)
    for kind in rules.event_kinds:
        assert kind.stage in {"", "papers", *rules.stages}
        assert set(kind.usual_after) | set(kind.only_after) <= set(rules.stages)


def test_every_event_that_starts_the_wait_says_what_it_is_called() -> None:
    for kind in load_rules(None).event_kinds:
        assert bool(kind.start_words) is kind.starts_wait, kind.id


def test_every_event_with_a_date_ahead_sets_a_deadline_that_exists() -> None:
    rules = load_rules(None)
    known = {"", rules.deadlines.letter.id, *rules.deadlines.by_events}
    assert {kind.sets for kind in rules.event_kinds} == known


def test_one_stage_comes_first_and_two_are_told_apart_by_the_papers() -> None:
    rules = load_rules(None)
    assert [s.id for s in rules.stages.values() if s.first] == ["before"]
    assert sorted(s.papers for s in rules.stages.values() if s.papers) == ["done", "due"]


def test_one_channel_stands_for_the_wait_and_every_policy_names_it() -> None:
    rules = load_rules(None)
    assert [channel.id for channel in rules.every_channel if channel.main] == ["dos"]
    assert all(rules.main_channel in policy.waits for policy in rules.policies.values())


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("EAC2612345678", "receipt"),
        ("AA0020AKAX", "application"),
        ("2012118 345 0001", "niv"),
        ("2017AF00012345", "dv"),
        ("MTL1999626025", "iv"),
        ("mtl-199-9626025", "iv"),
        ("12345", None),
    ],
)
def test_a_case_number_is_told_by_its_form(number: str, form: str | None) -> None:
    found = load_rules(None).case_numbers.form_of(number)
    assert (found.id if found else None) == form


def test_a_policy_file_of_the_user_joins_the_rules(tmp_path: Path) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    text = (CORE.parent / "data/policies/guide.toml").read_text(encoding="utf-8")
    (folder / "mine.toml").write_text(text.replace('id = "guide"', 'id = "mine"'), encoding="utf-8")
    assert "mine" in load_rules(tmp_path).policies


@pytest.mark.parametrize("text", ["id = [", "id = 'x'", "id = 'guide'"])
def test_a_policy_file_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(G221Error, match=r"mine\.toml"):
        load_rules(tmp_path)


def test_the_snapshot_keeps_the_names_of_the_contract() -> None:
    assert Snapshot.__struct_fields__[:11] == (
        "schema",
        "today",
        "case",
        "stage",
        "wait",
        "channels",
        "documents",
        "deadlines",
        "timeline",
        "next",
        "warnings",
    )


def test_no_two_ways_to_ask_are_equally_gentle_and_email_comes_first() -> None:
    ranks = {c.gentleness: c.id for c in load_rules(None).channels if c.human}
    assert ranks == {1: "consulate_email", 2: "consulate_call", 3: "dos", 4: "senator"}


def test_every_section_but_the_tracked_one_is_explained_in_place_of_a_case() -> None:
    sections = load_rules(None).sections
    assert [section.id for section in sections if section.tracked] == ["221(g)"]
    assert sections[0].tracked  # what stands there at first
    assert {"214(b)", "212(a)", "212(f)"} <= {section.id for section in sections}
    pages = {page.id for page in load_pages()}
    for section in sections:
        assert bool(section.says) is not section.tracked, section.id
        assert not section.page or section.page in pages, section.id
