"""The command that prints the guide; it needs no case and no file."""

import shutil
import textwrap
from argparse import Namespace
from datetime import date

from g221_tui.cli import text
from g221_tui.guide import HEADINGS, ITEM, Page, age_note, find_page, load_pages

WIDTH = 80
"""The widest line that is easy to read, in columns; a narrower terminal has its own."""


def guide(arguments: Namespace, today: date) -> int:
    """The list of topics, or the page of the one that was named, as it is read on a day."""
    pages = load_pages()
    if not arguments.topic:
        if arguments.json:
            text.data_json(pages)
        else:
            _print(_topics(pages))
        return 0
    page = find_page(" ".join(arguments.topic), pages)
    if arguments.json:
        text.data_json(page)
    else:
        _print(_page(page, today))
    return 0


def _topics(pages: tuple[Page, ...]) -> list[tuple[str, str]]:
    """A row a topic under the heading of its kind."""
    width = max(len(page.id) for page in pages)
    lines = [("g221 guide TOPIC prints a page; the start of its name is enough.", "")]
    for kind, heading in HEADINGS.items():
        lines += [("", ""), (heading, "bold")]
        lines += [
            (f"  {page.id:<{width}}  {page.title}", "") for page in pages if page.kind == kind
        ]
    return lines


def _page(page: Page, today: date) -> list[tuple[str, str]]:
    """Title, body and source, and where it is old that it is."""
    body = [(line, "") for line in page.text.split("\n")]
    source = f"Source: {page.source}, as of {page.as_of}."
    old = age_note(page, today)
    note = [(old, "")] if old else []
    return [(page.title, "bold"), ("", ""), *body, ("", ""), (source, "dim"), *note]


def _print(lines: list[tuple[str, str]]) -> None:
    """For people wrapped and with styles, for pipes one paragraph a line."""
    if not text.on_terminal():
        for line, _ in lines:
            text.data(line)
        return
    width = min(WIDTH, shutil.get_terminal_size().columns)
    text.styled([(part, style) for line, style in lines for part in _wrapped(line, width)])


def _wrapped(line: str, width: int) -> list[str]:
    """The line in parts that fit; an item hangs from its dash, and names are never broken."""
    hanging = " " * len(ITEM) if line.startswith(ITEM) else ""
    wrapper = textwrap.TextWrapper(
        width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(line) or [""]
