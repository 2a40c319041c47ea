"""Only the command that was typed is built, and it is the same as among all the others."""

from importlib import import_module

import pytest

from cli.completion.make import commands
from g221_tui.cli.arguments import MODULES, parser_for, whole_parser
from g221_tui.cli.main import CHANGING, SHOWING, command_at
from g221_tui.cli.parser import Parser, parse
from g221_tui.errors import NotUnderstood

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
    [
        *[("--help",), ("--help", "next"), ("-h",), ("--version",), ("stat",), ("nonsense",)],
        *[("--",), ("",), ("--file=x", "--"), ("--no-mouse=1",), ("--files", "x")],
    ],
)
def test_what_names_no_command_has_them_all(words: tuple[str, ...]) -> None:
    assert list(parser_for(words).commands) == EVERY


def read(parser: Parser, words: tuple[str, ...]) -> object:
    """What a parser makes of these words: what they say, or why they can't be read."""
    try:
        said = vars(parse(parser, words))
    except NotUnderstood as problem:
        return str(problem)
    return {name: value for name, value in said.items() if name != "parser"}


@pytest.mark.parametrize(
    "words",
    [
        *[(), ("--file", "next"), ("--file=next",), ("--case", "2", "--today", "-3d")],
        *[("--no-mouse",), ("--no-lock", "--file", "a b"), ("--file", ""), ("--file=",)],
        *[("--file",), ("--case", "--no-lock"), ("--file", "--help"), ("--today", "-3d", "--case")],
        *[("--file", "--"), ("--file=--",), ("--file", "a", "--file", "b"), ("--case", "-x")],
    ],
)
def test_options_alone_are_read_without_any_command_as_among_all(words: tuple[str, ...]) -> None:
    alone = parser_for(words)
    assert list(alone.commands) == []
    assert read(alone, words) == read(whole_parser(), words)


def test_each_command_lies_where_it_is_looked_for() -> None:
    for place in (*SHOWING.values(), *CHANGING.values()):
        assert callable(command_at(place))
