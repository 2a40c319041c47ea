"""The help of each command lists the words it knows, and gives one example that works."""

import shlex
from pathlib import Path

import pytest

from cli.conftest import TODAY, Cli
from g221_tui.cli.arguments import whole_parser
from g221_tui.cli.help.examples import EXAMPLES
from g221_tui.cli.help.values import OF_COMMAND
from g221_tui.cli.parser import Parser
from g221_tui.rules import load_rules

RULES = load_rules(None)


def commands(parser: Parser) -> dict[str, Parser]:
    """Every command with those below it, by its words after `g221`."""
    found = {parser.prog.partition(" ")[2]: parser}
    for each in parser.commands.values():
        found.update(commands(each))
    return found


EVERY = commands(whole_parser())


@pytest.fixture
def opened(g221: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Two cases, the first in hand, with two papers, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    g221.open("2026-10-26", "--document", "Client letter", "Org chart", today="2026-10-26")
    g221.open("2026-11-02", "--title", "Daughter")
    g221("cases", "use", "1")
    return g221


def made_ready(g221: Cli, command: str) -> dict[str, str]:
    """What an example needs besides; what stands in it for an id, with a real one."""
    if command == "deadline remove":
        g221("deadline", "add", "Flight", "2027-04-11")
    if command == "contacts remove":
        g221("log", "ceac")
        return {"c-k7m2qx": g221.contacts()[0]["id"]}
    if command == "event remove":
        g221("event", "add", "note", "--note", "the post rang")
        return {"e-k7m2qx": g221("event", "list", "--json").json()[-1]["id"]}
    if command == "redo":
        g221("undo")
    if command == "import":
        g221("export", "json", "--full", "--out", "other.json")
    if command == "merge-driver":
        for name in ("base.json", "ours.json", "theirs.json"):
            g221("export", "json", "--full", "--out", name)
    return {}


def test_every_command_has_an_example_and_no_other_has() -> None:
    assert EXAMPLES.keys() == EVERY.keys()
    assert OF_COMMAND.keys() <= EVERY.keys()


@pytest.mark.parametrize(("command", "example"), EXAMPLES.items())
def test_the_example_of_each_command_works(opened: Cli, command: str, example: str) -> None:
    program, *words = shlex.split(example)
    assert program == "g221"
    assert not command or words[: len(command.split())] == command.split() or command in EVERY
    ids = made_ready(opened, command)
    opened(*[ids.get(word, word) for word in words], today=TODAY)


@pytest.mark.parametrize("command", EVERY)
def test_the_help_of_each_command_fits_80_columns_and_ends_with_its_example(
    opened: Cli, command: str
) -> None:
    help_page = opened(*command.split(), "--help", today=None).out
    assert help_page.endswith(f"example:\n  {EXAMPLES[command]}\n")
    assert max(map(len, help_page.splitlines())) <= 80
    takes_a_date = "DATE" in help_page.partition("\n\n")[0].replace("--today DATE", "")
    assert ("dates (DATE):" in help_page) == (takes_a_date or command in ("set", "correct"))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("log", {channel.id: channel.name for channel in RULES.every_channel}),
        ("why", {channel.id: channel.name for channel in RULES.every_channel}),
        ("event add", {kind.id: kind.title for kind in RULES.event_kinds}),
        ("docs starter", RULES.reasons),
        ("docs add", RULES.reasons),
        ("new", {policy.id: policy.title for policy in RULES.policies.values()}),
        ("set", {"us_link": "US link: unknown, none, self", "passport_expires": "Passport"}),
        ("correct", {"page_updated": "Page: case last updated: a date", "visa_inside": "Visa"}),
    ],
)
def test_the_help_lists_what_may_be_typed_with_its_name(
    opened: Cli, command: str, words: dict[str, str]
) -> None:
    rows = opened(*command.split(), "--help", today=None).out.splitlines()
    for word, name in words.items():
        assert any(row.split()[:1] == [word] and f"  {name}" in row for row in rows), word


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("docs set", "requested ready submitted received returned waived slip post uscis"),
        ("log", "status documents answer details emergency"),
        ("cases link", "family parallel"),
        ("guide", "long_wait ceac_refused glossary"),
        ("new", "yes no unknown CA DC PR employer"),
        ("export", "json"),
    ],
)
def test_the_help_lists_words_that_have_no_other_name(
    opened: Cli, command: str, words: str
) -> None:
    known = opened(*command.split(), "--help", today=None).out.replace(",", " ").split()
    assert set(words.split()) <= set(known)


def test_the_help_has_the_user_s_own_policies_and_stands_where_they_cannot_be_read(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "settings"
    (config / "policies").mkdir(parents=True)
    monkeypatch.setenv("G221_CONFIG", str(config / "config.toml"))
    (config / "policies" / "own.toml").write_text("not toml at all [", encoding="utf-8")
    assert "ask-never" in opened("new", "--help", today=None).out


def test_a_narrow_window_gets_a_narrow_help(opened: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = opened("set", "--help", today=None).out.splitlines()
    below = rows[rows.index("facts (FIELD):") : rows.index("example:")]
    assert max(map(len, below)) <= 60
