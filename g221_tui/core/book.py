"""Find a case in the book."""

from g221_tui.core.model import Book, Case
from g221_tui.core.snapshot import label
from g221_tui.core.words import known
from g221_tui.errors import NotUnderstood, Refused


def find_case(book: Book, word: str | None) -> Case:
    """A case by its id or title: exact, case-folded, then a unique prefix; none: the one in hand.

    Raises:
        Refused: when there is no case, or the word names none or several.
    """
    if not book.cases:
        raise Refused("The file holds no case yet; open one with 'g221 new --refused DATE'.")
    if word is None:
        return next((c for c in book.cases if c.id == book.current), book.cases[-1])
    by_id = {case.id: case for case in book.cases}
    by_title = {case.facts.title: case for case in book.cases if case.facts.title}
    for names in (by_id, by_title):
        try:
            return names[known(word, names, "case")]
        except NotUnderstood:
            continue
    listed = ", ".join(f"{case.id} ({label(case.facts)})" for case in book.cases)
    raise Refused(f"There is no case '{word}'; the file holds {listed}.")
