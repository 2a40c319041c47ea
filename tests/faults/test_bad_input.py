"""Row 16: bad input in every option of every command is one plain line, and nothing is done."""

import pytest

from cli.conftest import Cli
from faults.bad_values import FACTS, FREE, bad, refusal
from faults.commands import GLOBAL, Argument, arguments, leaves, with_value, words
from g221_tui.core.edits.facts import fact_fields

pytestmark = pytest.mark.promise(16)

ALL = arguments()
VALUES = [argument for argument in ALL if argument.takes_value]
OPTIONS = [argument for argument in VALUES if argument.place < 0]
FLAGS = [argument for argument in ALL if not argument.takes_value]


@pytest.mark.parametrize("argument", VALUES, ids=lambda a: f"{a.command} {a.name}")
def test_a_bad_value_is_one_line_and_nothing_is_recorded(filled: Cli, argument: Argument) -> None:
    tried = bad(argument)
    assert tried or argument.name in FREE, "say which values it can't take, or that it takes any"
    before = filled.file.read_bytes()
    for value in tried:
        line = with_value(filled, argument, value)
        said = filled(*line, code=refusal(argument, value))
        assert (said.out, len(said.lines)) == ("", 1), (value, said)
        assert filled.file.read_bytes() == before, value


@pytest.mark.parametrize("argument", OPTIONS, ids=lambda a: f"{a.command} {a.name}")
def test_an_option_without_its_value_is_one_line_that_names_it(
    filled: Cli, argument: Argument
) -> None:
    before = filled.file.read_bytes()
    said = filled(*words(filled, argument.command), argument.name, code=2)
    assert (said.out, len(said.lines)) == ("", 1)
    assert argument.name in said.err
    assert filled.file.read_bytes() == before


@pytest.mark.parametrize("argument", FLAGS, ids=lambda a: f"{a.command} {a.name}")
def test_a_flag_with_a_value_is_one_line_that_names_it(filled: Cli, argument: Argument) -> None:
    before = filled.file.read_bytes()
    base = words(filled, argument.command)
    said = filled(*base, f"{argument.name}=yes", code=2)
    assert (said.out, len(said.lines)) == ("", 1)
    assert argument.name in said.err
    assert filled.file.read_bytes() == before


@pytest.mark.parametrize("command", [command for command, _ in leaves()])
def test_what_a_command_does_not_know_is_one_line(filled: Cli, command: str) -> None:
    before = filled.file.read_bytes()
    for more in (("--no-such-option",), ("--no-such=1",), ("-z",), ("--js",)):
        said = filled(*words(filled, command), *more, code=2)
        assert (said.out, len(said.lines)) == ("", 1), more
    for name in GLOBAL:
        said = filled(*words(filled, command), name, code=2)
        assert (said.out, len(said.lines)) == ("", 1)
    assert filled.file.read_bytes() == before


@pytest.mark.parametrize(
    "command", sorted({a.command for a in ALL if a.place == 0 and a.command not in ("guide",)})
)
def test_a_command_without_its_words_is_one_line(filled: Cli, command: str) -> None:
    if command == "docs starter":
        return  # without a reason it takes the case's own
    said = filled(*command.split(), code=2)
    assert (said.out, len(said.lines)) == ("", 1)


@pytest.mark.parametrize("field", [f.name for f in fact_fields()])
def test_a_bad_fact_is_one_line_and_no_other_fact_is_set_with_it(filled: Cli, field: str) -> None:
    kind = next(f.kind for f in fact_fields() if f.name == field)
    before = filled.file.read_bytes()
    for value in FACTS.get(kind, ()):
        for line in ((f"{field}={value}",), ("title=half done", f"{field}={value}")):
            said = filled("set", *line, code=2)
            assert (said.out, len(said.lines)) == ("", 1), value
            assert filled.file.read_bytes() == before, value
    assert kind in FACTS or kind in ("text", "lines")
