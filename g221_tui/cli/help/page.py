"""The end of a help page: the words that the command knows, the forms of a date, an example."""

import re
import shutil
import textwrap
from collections.abc import Iterator

from g221_tui.cli.help.examples import EXAMPLES
from g221_tui.cli.help.values import DATES, OF_COMMAND, Values, values
from g221_tui.config import config_path
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import G221Error
from g221_tui.rules import load_rules

WIDTH = 80
"""The widest line, in columns; a narrower terminal has its own."""
NARROW = 40
"""No line is made narrower than this."""
INDENT = "  "


def more(prog: str, usage: str) -> str:
    """What stands below the options of a command.

    Args:
        prog: The command as it is typed: `g221 docs add`.
        usage: Its usage, which names what it takes.
    """
    command = prog.partition(" ")[2]
    width = max(NARROW, min(WIDTH, shutil.get_terminal_size().columns))
    parts = [
        "\n".join(_listed(values(name, _rules()), width)) for name in OF_COMMAND.get(command, ())
    ]
    own = usage.replace("--today DATE", "").replace("FIELD=VALUE", "DATE")
    if re.search(r"\bDATE\b", own):
        parts.append("\n".join(["dates (DATE):", *_wrapped(DATES, width, INDENT, INDENT)]))
    if command in EXAMPLES:
        parts.append(f"example:\n{INDENT}{EXAMPLES[command]}")
    return "\n\n".join(parts)


def _rules() -> Rules:
    """The rules with the user's own; without them where theirs can't be read."""
    try:
        return load_rules(config_path())
    except G221Error:
        return load_rules(None)


def _listed(found: Values, width: int) -> Iterator[str]:
    """A list under its title: a row a word where it has a name, else all in a few lines."""
    yield f"{found.title}:"
    if all(word == name for word, name in found.words.items()):
        yield from _wrapped(", ".join(found.words), width, INDENT, INDENT)
        return
    column = max(map(len, found.words))
    hanging = " " * (len(INDENT) + column + len(INDENT))
    for word, name in found.words.items():
        yield from _wrapped(name, width, f"{INDENT}{word:<{column}}{INDENT}", hanging)


def _wrapped(text: str, width: int, first: str, hanging: str) -> list[str]:
    """The text in lines that fit; no name is broken."""
    wrapper = textwrap.TextWrapper(
        width,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.wrap(text)
