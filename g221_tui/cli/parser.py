"""Argparse, strict: no abbreviations, values that begin with a dash, one plain line on trouble."""

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from g221_tui import __version__
from g221_tui.cli import text
from g221_tui.core.text.lookup import ENOUGH, did_you_mean, either, meant
from g221_tui.errors import NotUnderstood

DAYS_BACK = re.compile(r"-[0-9]+d")
"""A date such as -3d, which argparse would take for an option."""

DASHES = "\0--"
"""Stands for a value of two dashes while argparse reads; no argument can hold its first sign."""

VALUE_OPTIONS = frozenset(
    [
        "--also",
        "--answer",
        "--asked",
        "--by",
        "--case",
        "--case-number",
        "--due",
        "--expires",
        "--file",
        "--interview",
        "--learned",
        "--note",
        "--on",
        "--out",
        "--page-created",
        "--page-updated",
        "--petition",
        "--policy",
        "--post",
        "--purpose",
        "--receipt",
        "--ref",
        "--refused",
        "--rest",
        "--route",
        "--schedule",
        "--status",
        "--title",
        "--today",
        "--tracking",
        "--us-link",
        "--us-state",
        "--visa",
        "--wait",
        "--with",
    ]
)
"""Options that take one value, which may begin with a dash."""


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations that raises instead of leaving."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("allow_abbrev", False)
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, **kwargs)
        self.alone = ""
        """What the command does without an action, where it takes some: `lists the cases`."""
        self.commands: Mapping[str, Parser] = {}
        """The parsers of its commands, by their names."""

    def takes_commands(self, dest: str, metavar: str, *, required: bool = False) -> Any:
        """Let it take commands; what comes back takes each of them."""
        made = self.add_subparsers(
            dest=dest, metavar=metavar, required=required, parser_class=Parser
        )
        self.commands = made.choices
        return made

    def command(self, word: str) -> str:
        """The command that a word names: exact, case-folded, or by a unique start of some letters.

        Raises:
            NotUnderstood: It names none or several.
        """
        found = meant(word, self.commands, least=ENOUGH)
        if len(found) == 1:
            return found[0]
        alone = f"; '{self.prog}' alone {self.alone}" if self.alone else ""
        names = f"{', '.join(self.commands)}{alone}."
        if found:
            raise NotUnderstood(f"'{word}' may be {either(found)}; known: {names}")
        near = did_you_mean(word, self.commands) or " known:"
        raise NotUnderstood(f"'{word}' is not a command of {self.prog};{near} {names}")

    def error(self, message: str) -> NoReturn:
        """Say in one line what was understood and what would be accepted."""
        raise NotUnderstood(self._plain(message))

    def format_help(self) -> str:
        """The help, with the words that the command knows and an example."""
        from g221_tui.cli.help.page import more  # it reads the rules, for the help alone

        below = more(self.prog, self.format_usage())
        return f"{super().format_help()}\n{below}\n" if below else super().format_help()

    def print_help(self, file: Any = None) -> None:
        """Print the help as data: argparse would take no notice of a full disk."""
        text.data(self.format_help().removesuffix("\n"))

    def _plain(self, message: str) -> str:
        words = message.removeprefix("argument ")
        if words.startswith("the following arguments are required: "):
            return f"{self.prog} needs {words.split(': ', 1)[1]}; see '{self.prog} --help'."
        return f"{self.prog}: {words}; its options: {', '.join(self.known_options())}."

    def known_options(self) -> list[str]:
        """The long options this parser takes."""
        return list(dict.fromkeys(re.findall(r"--[a-z-]+", self.format_usage())))


class Version(argparse.Action):
    """Prints the version as data, and leaves."""

    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **more)

    def __call__(self, parser: argparse.ArgumentParser, *others: object) -> None:
        """The option was given."""
        text.data(f"g221 {__version__}")
        parser.exit()


def parse(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments.

    Raises:
        NotUnderstood: when they can't be read, with one plain line.
    """
    arguments, unknown = parser.parse_known_args(protected(_with_commands(parser, argv)))
    for name, value in vars(arguments).items():
        if value == DASHES or (isinstance(value, list) and DASHES in value):
            setattr(arguments, name, _dashes(value))
    if unknown:
        chosen: Parser = arguments.parser
        shown = " ".join(word.strip() for word in unknown)
        options = chosen.known_options()
        typed = next((word.partition("=")[0] for word in unknown if word.startswith("--")), "")
        near = did_you_mean(typed, options).replace("Known:", "Its options:")
        known = ", ".join(options)
        raise NotUnderstood(
            f"{chosen.prog} does not know {shown};{near or ' its options:'} {known}."
        )
    return arguments


def _with_commands(parser: Parser, argv: Sequence[str]) -> list[str]:
    """The words, the commands among them by their whole names.

    Raises:
        NotUnderstood: A word stands where a command has to, and names none or several.
    """
    words, here, place = list(argv), parser, 0
    while here.commands and place < len(words) and words[place] != "--":
        word = words[place]
        if word in VALUE_OPTIONS:
            place += 1  # its value is no command
        elif not word.startswith("-"):
            words[place] = here.command(word)
            here = here.commands[words[place]]
        place += 1
    return words


def protected(argv: Sequence[str]) -> list[str]:
    """The arguments with values that begin with a dash kept from being taken for options."""
    words: list[str] = []
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*words, word, *(DASHES if other == "--" else other for other in rest)]
        if DAYS_BACK.fullmatch(word):
            words.append(f" {word}")  # argparse takes what begins with a space for a value
        elif word in VALUE_OPTIONS and rest and _looks_like_value(rest[0]):
            words.append(_kept(f"{word}={rest.pop(0)}"))
        else:
            words.append(_kept(word))
    return words


def _kept(word: str) -> str:
    """An option whose value is `--`, which argparse would drop, with a value that it keeps."""
    option, _, value = word.partition("=")
    return f"{option}={DASHES}" if option.startswith("--") and value == "--" else word


def _dashes(value: str | list[str]) -> str | list[str]:
    if isinstance(value, str):
        return "--"
    return ["--" if word == DASHES else word for word in value]


def _looks_like_value(word: str) -> bool:
    """Whether a word after a value option is its value, though it begins with a dash."""
    long_option = word.startswith("--") and re.fullmatch(r"--[a-z][a-z-]*(=.*)?", word, re.DOTALL)
    return word.startswith("-") and not long_option and not DAYS_BACK.fullmatch(word)
