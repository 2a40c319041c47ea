"""The rules as the program reads them are those of the files that people keep them in."""

import msgspec

from g221_tui.rules import load_rules
from g221_tui.rules.from_toml import from_toml, made
from g221_tui.rules.shipped import MADE


def test_the_rules_in_one_file_are_those_of_the_toml() -> None:
    told = "data/*.toml changed: run python -m g221_tui.rules.from_toml"
    assert MADE.read_bytes() == made(from_toml()), told


def test_nothing_is_lost_on_the_way() -> None:
    assert msgspec.to_builtins(load_rules(None)) == msgspec.to_builtins(from_toml())
    assert list(load_rules(None).policies) == list(from_toml().policies)
