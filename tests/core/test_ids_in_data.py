"""No id of the data stands quoted in the core: what it does is a field of its record."""

import ast
from collections.abc import Iterator
from pathlib import Path

import g221_tui
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.rules import load_rules

CORE = Path(g221_tui.__file__).parent / "core"

ALLOWED = {
    ("edits/", "note"): "a field of the records",
    ("edits/", "refused"): "an answer of `new`",
    ("edits/", "interview"): "an answer of `new`, and the event it makes",
    ("edits/", "refused_221g"): "the event that `new` makes",
    ("fields/table.py", "note"): "a field of the records",
    ("fields/table.py", "refused"): "a field of a round",
}
"""Where a word is an id and something else as well: the file or folder, the word, the reason."""


def ids_of(rules: Rules) -> set[str]:
    """Every id of a stage, an event kind, a channel or a deadline."""
    known, notices = rules.deadlines, [kind.id for kind in rules.event_kinds if kind.notice]
    return {
        *rules.stages,
        *(kind.id for kind in rules.event_kinds),
        *(channel.id for channel in rules.every_channel),
        *(each.id for each in (known.papers, known.letter, known.reinstatement, known.interview)),
        *(known.notice.id.format(kind=kind) for kind in notices),
        *(EXPIRY + expiry.id for expiry in known.expiries),
    }


def quoted() -> Iterator[tuple[str, int, str]]:
    """Every text that stands quoted in the core: file, line, text."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.relative_to(CORE).as_posix(), node.lineno, node.value


def is_allowed(name: str, word: str) -> bool:
    """Whether the word may stand in that file."""
    return any(name.startswith(place) and word == known for place, known in ALLOWED)


def test_no_id_of_the_data_stands_quoted_in_the_core() -> None:
    ids = ids_of(load_rules(None))
    assert {"documents_due", "refused_221g", "dos", "letter_date", "noir_response"} <= ids
    faults = [
        f"{name}:{line}: {word}"
        for name, line, word in quoted()
        if word in ids and not is_allowed(name, word)
    ]
    assert faults == []
