"""The starter lists of documents: an offer, with its source, beside what is listed already."""

from argparse import Namespace
from collections.abc import Iterable

from g221_tui.cli import text
from g221_tui.core.cases import find_case
from g221_tui.core.progress.starters import OfferedView, StarterView, starter_views
from g221_tui.core.text import glyphs
from g221_tui.core.text.sanitize import clean
from g221_tui.service.reader import Reader

TASK = "to be done"
"""What stands in that place of an act."""
ORIGINALS = {"yes": "original", "no": "copy", "-": "as the letter says"}
"""Whether the original goes in, in words."""


def starter(reader: Reader, arguments: Namespace) -> int:
    """What is often asked for under a reason, or under the case's own reasons."""
    book = reader.book()
    case = find_case(book, arguments.case) if book.cases or not arguments.reason else None
    if arguments.reason:
        reasons: Iterable[str] = (arguments.reason,)
    else:
        # A file may name reasons that this version does not know; they have no list.
        reasons = [r for r in case.facts.reasons if r in reader.rules.reasons] if case else ()
    day = reader.day(case.id, book=book) if case is not None else None
    found = starter_views(reasons, reader.rules, day)
    if arguments.json:
        text.data_json(found)
        return 0
    for view in found:
        for line in _lines(view):
            text.data(line)
        text.data("")
    if found:
        text.data("Offered, never assumed: only what your letter asks for is owed.")
        text.data('Add one with: g221 docs add "NAME" --reason REASON')
        if any(item.task for view in found for item in view.documents):
            text.data(f"What is {TASK} is no paper: add it with --task.")
    else:
        known = ", ".join(reader.rules.reasons)
        text.talk(f"No reason is recorded for this case; name one of: {known}.")
    return 0


def _lines(view: StarterView) -> list[str]:
    lines = [f"{view.title} ({view.reason}). Who acts: {view.who}.", f"  {view.what}"]
    if view.why_none:
        lines.append(f"  {view.why_none}")
    lines += [f"  {_row(item)}" for item in view.documents]
    return [clean(line) for line in [*lines, f"  Source: {view.source}, {view.as_of}."]]


def _row(item: OfferedView) -> str:
    parts = [item.name, item.who, TASK if item.task else ORIGINALS[item.original], item.hint]
    row = glyphs.BETWEEN.join(part for part in parts if part)
    return f"{glyphs.TICKED} {row}  (on the list)" if item.listed else f"{glyphs.OFFERED} {row}"
