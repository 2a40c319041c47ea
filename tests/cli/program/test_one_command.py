"""Only the command that was typed is built, and it is the same as among all the others."""

from importlib import import_module

import pytest

from cli.completion.make import commands
from g221_tui.cli.arguments import MODULES, parser_for, whole_parser
from g221_tui.cli.main import CHANGING, SHOWING, command_at

EVERY = [name for names in MODULES.values() for name in names]


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_the_commands_that_are_looked_for_in_it(module: str) -> None:
    of_module = import_module(f"g221_tui.cli.commands.{module}").COMMANDS
    assert tuple(name for name, _ in of_module) == MODULES[module]


@pytest.mark.parametrize("name", EVERY)
def test_a_command_alone_is_what_it_is_among_all(name: str) -> None:
    alone, whole = parser_for([name]), whole_parser()
    assert list(alone.commands) == [name]
    for words, parser in commands(alone.commands[name]).items():
        assert parser.format_help() == commands(whole)[words].format_help()


@pytest.mark.parametrize(
    "words",
    [
        ("--file", "status", "next"),
        ("--file=status", "next"),
        ("--no-lock", "--today", "docs", "next"),
    ],
)
def test_options_before_the_command_are_passed_over(words: tuple[str, ...]) -> None:
    assert list(parser_for(words).commands) == ["next"]


@pytest.mark.parametrize(
    "words",
    [("--help",), ("--help", "next"), ("stat",), ("nonsense",), ("--file", "next"), ("--",)],
)
def test_what_names_no_command_has_them_all(words: tuple[str, ...]) -> None:
    assert list(parser_for(words).commands) == EVERY


def test_each_command_lies_where_it_is_looked_for() -> None:
    for place in (*SHOWING.values(), *CHANGING.values()):
        assert callable(command_at(place))
