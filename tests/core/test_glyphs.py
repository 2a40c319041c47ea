"""Every sign that a face draws is named in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import g221_tui
from g221_tui.core.text import glyphs

PACKAGE = Path(g221_tui.__file__).parent

ALLOWED = {
    "core/text/glyphs.py": "the one home",
    "core/text/sanitize.py": "marks for what must not be printed",
    "core/fields/validation.py": "the characters that no file can hold",
    "core/privacy/": "what stands for a hidden number, and the scripts of names",
    "core/outgoing/storable.py": "the characters that other programs' files can't hold",
    "core/followup/page_words.py": "punctuation of the pages that are read",
    "cli/encoding.py": "longer stand-ins",
    "core/text/ascii_signs.py": "a stand-in for each character",
    "ui/actions/moves.py": "names of keys",
    "ui/widgets/message_line.py": "the punctuation that ends a sentence",
    "core/text/paper_list.py": "the bullets and boxes of pasted lists",
    "core/text/phrases.py": "quotation marks around somebody's own words",
}
"""Files and folders that may quote a character beyond ASCII, with the reason."""


def docstrings(tree: ast.AST) -> set[int]:
    """The texts that are only read in the source: the identities of their nodes."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def quoted() -> Iterator[str]:
    """Every text beyond ASCII outside the allowed files, with its file and line."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if any(name.startswith(place) for place in ALLOWED):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        only_read = docstrings(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in only_read:
                continue
            if isinstance(node.value, str) and not node.value.isascii():
                yield f"{name}:{node.lineno}: {node.value}"


def test_no_sign_is_quoted_outside_its_home() -> None:
    assert list(quoted()) == []


def test_the_states_of_one_thing_have_signs_of_their_own() -> None:
    for signs in (glyphs.CHANNEL, glyphs.ORIGIN):
        assert len(set(signs.values())) == len(signs)
    bar = {glyphs.BAR_BEHIND, glyphs.AXIS_TODAY, glyphs.AXIS_MARK, glyphs.BAR_AHEAD}
    assert len(bar) == 4
    assert len({glyphs.ROAD_BEHIND, glyphs.HERE, glyphs.ROAD_AHEAD}) == 3
