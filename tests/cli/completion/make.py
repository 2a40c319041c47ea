"""Make the completions and the manual page from the parser: `python tests/cli/completion/make.py`.

They lie in the package as data, so that the program needs nothing of the two tools that make them.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import shtab

from g221_tui import __version__
from g221_tui.cli.arguments import whole_parser
from g221_tui.cli.help.values import OF_COMMAND, values
from g221_tui.cli.parser import Parser
from g221_tui.core.outgoing.sheets import SHEETS
from g221_tui.output.receivers import load_receivers
from g221_tui.output.schedule import SCHEDULES
from g221_tui.rules import DATA, load_rules

PYTHON = (3, 11)
"""The Python that they are made with: argparse words its usage in another way in each."""
SHELLS = ("bash", "zsh", "fish")
FILES = ("--file", "--out", "path", "base", "ours", "theirs")
"""The options and arguments that name a file."""
WHAT: Mapping[str, tuple[str, ...]] = {
    "csv": tuple(SHEETS),
    "packet": tuple(receiver.id for receiver in load_receivers()),
}
"""What `export` takes after a format."""
OTHERS: Mapping[str, tuple[str, ...]] = {
    "--schedule": tuple(SCHEDULES),
    "shell": SHELLS,
}
"""The words of arguments that the help has no list of."""
EVAL_ALONE = "[[ $zsh_eval_context[-1] == eval ]]"
"""How the tool asks in zsh whether the completion is only to be registered."""
LISTS: Mapping[tuple[str, str], str] = {
    ("cases link", "kind"): "link",
    ("draft", "channel"): "letter",
}
"""Where an argument's list in the help has another name."""


def commands(parser: Parser) -> dict[str, Parser]:
    """Every command with those below it, by its words after `g221`."""
    found = {parser.prog.partition(" ")[2]: parser}
    for each in parser.commands.values():
        found.update(commands(each))
    return found


def words_of(command: str, name: str) -> tuple[str, ...]:
    """What may be typed for an option or an argument, where that is known."""
    if name in OTHERS:
        return OTHERS[name]
    rules, listed = load_rules(None), LISTS.get((command, name), name)
    if (command, name) == ("set", "values"):
        return tuple(f"{field}=" for field in values("facts", rules).words)
    if listed not in OF_COMMAND.get(command, ()):
        return ()
    found = tuple(word for word in values(listed, rules).words if word)
    more = ("next", "stage") if name == "about" else ()
    channels = tuple(values("channel", rules).words) if name == "about" else found
    return (*channels, *more)


def completed() -> Parser:
    """The parser, and for each argument what a shell may offer."""
    whole = whole_parser()
    for command, parser in commands(whole).items():
        # argparse has no other list of them; the tools read this one as well.
        for action in parser._actions:
            name = action.option_strings[-1] if action.option_strings else action.dest
            if isinstance(action.choices, dict) or action.nargs == 0:
                continue
            if name == "what":
                vars(action)["complete"] = after_format()
            elif name in FILES:
                vars(action)["complete"] = shtab.FILE
            elif words := words_of(command, name):
                action.choices = words
    return whole


def after_format() -> dict[str, object]:
    """What offers the words after a format of `export`: it looks at the format in front."""
    bash = [
        f'*" {name} "*) compgen -W "{" ".join(words)}" -- "$1" ;;' for name, words in WHAT.items()
    ]
    zsh = [
        f"(( $words[(Ie){name}] )) && compadd -- {' '.join(words)}" for name, words in WHAT.items()
    ]
    fish = [
        f"contains {name} (commandline -opc); and printf '%s\\n' {' '.join(words)}"
        for name, words in WHAT.items()
    ]
    return {
        "bash": "_g221_what",
        "zsh": "_g221_what",
        "fish": "(_g221_what)",
        "preamble": {
            "bash": "\n".join(
                ["_g221_what() {", '  case " ${COMP_WORDS[*]} " in', *bash, "  esac", "}"]
            ),
            "zsh": "\n".join(["_g221_what() {", *zsh, "}"]),
            "fish": "\n".join(["function _g221_what", *fish, "end"]),
        },
    }


def completion(shell: str) -> str:
    """The completion for a shell."""
    made: str = shtab.complete(completed(), shell)
    if shell == "zsh":
        # The tool knows `eval` alone: `source` would call it at once, which zsh refuses.
        assert made.count(EVAL_ALONE) == 1
        made = made.replace(EVAL_ALONE, "[[ $zsh_eval_context[-1] == (eval|file) ]]")
    return "\n".join(line.rstrip() for line in made.splitlines()) + "\n"


def manual() -> str:
    """The manual page."""
    done = subprocess.run(
        [
            *(sys.executable, "-c", "from argparse_manpage.cli import main; main()"),
            *("--pyfile", __file__),
            *("--function", "whole_parser", "--prog", "g221", "--project-name", "g221"),
            *("--version", __version__, "--manual-title", "g221"),
            *("--description", "a calm dashboard for a US visa case refused for now"),
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0", "COLUMNS": "80"},
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def made() -> dict[Path, str]:
    """Every file, by where it lies."""
    found = {DATA / "completion" / f"g221.{shell}": completion(shell) for shell in SHELLS}
    return {**found, DATA / "man" / "g221.1": manual()}


def main() -> None:
    """Write them."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    for path, text in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
