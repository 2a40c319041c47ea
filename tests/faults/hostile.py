"""Hostile texts, and which options keep any text."""

import re

from cli.conftest import Cli
from faults.commands import Argument

HOSTILE = (
    "[/] [bold]x [DS-5535] [@click=app.quit]y $name %s {0} `id` $(id)",
    "\x1b[31mred\x1b[0m \x1b]52;c;eA==\x07 nul\0 del\x7f c1\x9b31m\x85 rtl\u202e zero\u200b \ufeff",
    "--",
    "👩\u200d👩\u200d👧 日本語 cafe\u0301 ❤️ half \udc80\udcff \ud83d",
    "one\ntwo\r\nthree\ttab\u2028line \u2066iso\u2069 " + "w" * 10_000,
)
"""Texts that some terminal, library or parser would obey, hide or refuse."""

ACTED_UPON = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")
"""What must never reach a terminal; the end of a line is ours."""

UNNAMEABLE = re.compile("[\0\ud800-\udc7f\udd00-\udfff]")
"""What no name of a file can hold."""

STORED = {
    **dict.fromkeys(("docs add", "docs set"), ("--note", "--route", "--receipt")),
    "event add": ("--note",),
    "log": ("--note", "--answer", "--status", "--ref", "--with"),
    "new": ("--case-number", "--post", "--visa", "--title", "--document"),
}
"""The options that keep any text."""
STORED_PLACES = {("docs add", "name"), ("deadline add", "name")}
"""The places that do."""
PAPERS = {("docs add", "name"), ("new", "--document"), ("event add", "--document")}
"""The places that take papers: a text of several lines is a list of them."""
MERGED = ("base", "ours", "theirs")
"""What names the files of a merge."""
PATHS = ("--file", "--out", "path", *MERGED)
"""What names a file."""


def keeps_any_text(argument: Argument) -> bool:
    """Whether any text is kept, as it was typed."""
    place = (argument.command, argument.name)
    return argument.name in STORED.get(argument.command, ()) or place in STORED_PLACES


def is_parted(argument: Argument, text: str) -> bool:
    """Whether the text is parted there, a name a line."""
    lines = "\n" in text.strip() or "\r" in text.strip()
    return (argument.command, argument.name) in PAPERS and lines


def as_path(g221: Cli, argument: Argument, text: str) -> str:
    """The text as it can be given: a path holds no NUL, and no half that no byte stands for."""
    if argument.name not in PATHS:
        return text
    name = UNNAMEABLE.sub("", text).replace("/", "-")[:80]
    name = name if name.strip(".") else f"x{name}"  # those name folders
    return name if argument.name in ("path", *MERGED) else str(g221.file.with_name(name))
