"""Row 16: bad input in every option of every command is one plain line, and nothing is done."""

import pytest

from cli.conftest import Cli
from faults.commands import GLOBAL, Argument, arguments, leaves, words
from g221_tui.core.edits.facts import fact_fields

pytestmark = pytest.mark.promise(16)

DATES = ("", "soon", "05/02/2026", "2026", "2026-02-30", "32 Mar 2026", "-999999d", "2026-1-5", "٣")
CHOICE = ("", "maybe", "yes no", "--", "0")
NUMBER = ("x", "-1", "--", "1.5", "1e3", "99999999999999999999", "٣", "6O")

BAD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("--on", "--asked", "--expires", "--learned", "--due", "--page-created", "--page-updated"),
        DATES,
    ),
    **dict.fromkeys(("--refused", "--interview", "--today", "date"), DATES),
    **dict.fromkeys(("--tracking", "--petition", "--us-link"), CHOICE[1:]),
    **dict.fromkeys(("--by", "--purpose", "kind", "channel"), CHOICE),
    "state": CHOICE[1:],
    "--policy": ("maybe", "../guide"),
    "--us-state": ("Texas!", "ZZ", "1"),
    "--wait": NUMBER,
    "--visa": (),
    "--case": ("", "7", "[/]", "1 2"),
    "--also": ("", "7", "relatives"),
    "id": ("", "7", "[/]"),
    "record": ("", "c-none", "[/]"),
    "values": ("", "colour=blue", "novalue", "=x"),
    "format": ("", "xml", "CSVV"),
    "--out": ("/no/such/folder/x.json", "/"),
    "path": ("", "/no/such/file.json", "/"),
    "--file": ("/dev/null/x.json",),
}
"""Values that can't be taken, by option; those of one command below go first."""

OF_ONE: dict[tuple[str, str], tuple[str, ...]] = {
    ("docs add", "--expires"): DATES[1:],
    ("docs set", "--expires"): DATES[1:],
    ("docs set", "name"): ("", "Diploma", "[/]"),
    ("docs remove", "name"): ("", "Diploma", "[/]"),
    ("docs add", "name"): ("", "  ", "Client letter"),
    ("docs add", "--reason"): ("because",),
    ("docs set", "--reason"): ("because",),
    ("docs starter", "reason"): ("because",),
    ("deadline add", "name"): ("", "  "),
    ("deadline remove", "name"): ("", "Lease", "[/]"),
    ("guide", "topic"): ("no such page",),
    ("backup restore", "name"): ("", "99", "pinned-9", "../case", "-1"),
    ("new", "--asked"): CHOICE[1:],
    ("new", "--reason"): ("because",),
    ("new", "--document"): ("", "  "),
    ("event add", "--visa"): ("maybe",),
    ("cases link", "kind"): CHOICE,
}

FREE = frozenset(
    {"--note", "--route", "--receipt", "--answer", "--status", "--ref", "--with", "--case-number"}
    | {"--post", "--visa", "--title"}
)
"""The options that take any text: there is no bad one."""

ALL = arguments()
VALUES = [argument for argument in ALL if argument.takes_value]
OPTIONS = [argument for argument in VALUES if argument.place < 0]
FLAGS = [argument for argument in ALL if not argument.takes_value]


def bad(argument: Argument) -> tuple[str, ...]:
    """Values that this argument can't take."""
    return OF_ONE.get((argument.command, argument.name)) or BAD.get(argument.name, ())


@pytest.mark.parametrize("argument", VALUES, ids=lambda a: f"{a.command} {a.name}")
def test_a_bad_value_is_one_line_and_nothing_is_recorded(filled: Cli, argument: Argument) -> None:
    tried = bad(argument)
    assert tried or argument.name in FREE, "say which values it can't take, or that it takes any"
    before = filled.file.read_bytes()
    base = words(filled, argument.command)
    depth = len(argument.command.split())
    for value in tried:
        if argument.place < 0:
            line = [*base, f"{argument.name}={value}"]
        else:
            at = depth + argument.place
            line = [*base[:at], *(["--"] if value.startswith("-") else []), value, *base[at + 1 :]]
        said = filled(*line, code=(1, 2))
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


FACTS: dict[str, tuple[str, ...]] = {
    "day": DATES,
    "date": ("soon", "05/02/2026", "2026", "2026-02-30"),
    "choice": ("maybe", "yes no"),
    "reasons": ("because", "documents, because"),
    "days": NUMBER,
    "year": ("x", "-1", "99999", "26"),
    "emergency": ("maybe", "05/02/2026"),
    "us_state": ("Texas!", "ZZ", "1"),
    "flag": ("maybe",),
}
"""What the facts of a kind can't be."""


@pytest.mark.parametrize("field", [f.name for f in fact_fields()])
def test_a_bad_fact_is_one_line_and_no_other_fact_is_set_with_it(filled: Cli, field: str) -> None:
    kind = next(f.kind for f in fact_fields() if f.name == field)
    before = filled.file.read_bytes()
    for value in FACTS.get(kind, ()):
        for line in ((f"{field}={value}",), ("title=half done", f"{field}={value}")):
            said = filled("set", *line, code=(1, 2))
            assert (said.out, len(said.lines)) == ("", 1), value
            assert filled.file.read_bytes() == before, value
    assert kind in FACTS or kind in ("text", "lines")
