"""The README is short, and names every command."""

import re
from pathlib import Path

from g221_tui.cli.arguments import whole_parser

README = Path(__file__).parents[1] / "README.md"
MOST_LINES = 150
"""A newcomer reads so many lines and no more."""


def test_the_readme_has_at_most_150_lines() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_the_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    known = re.findall(r"^    ([a-z]+) ", whole_parser().format_help(), re.MULTILINE)
    assert "correct" in known
    assert [name for name in known if f"`{name}`" not in text] == []
