"""The cases of a file: find one, say what a person calls it, and tell which belong together."""

from g221_tui.core.model import Book, Case, CaseLink, CaseRecord
from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.lookup import did_you_mean, meant
from g221_tui.core.text.phrases import counted
from g221_tui.errors import Refused

RECORDS = ("cases", "events", "documents", "contacts", "deadlines")
"""The tables whose records tell that there is a case."""
FAMILY = "family"
"""The kind of link whose papers and contacts may be shared."""


def label(facts: CaseRecord) -> str:
    """What a person calls the case: its title, else visa and post, else its number."""
    named = facts.title or BETWEEN.join(part for part in (facts.visa, facts.post) if part)
    return named or facts.case_number or f"Case {facts.id}"


def find_case(book: Book, word: str | None) -> Case:
    """A case by its id or title: exact, case-folded, then a unique prefix; none: the one in hand.

    Raises:
        Refused: when there is no case, or the word names none or several.
    """
    if not book.cases:
        raise Refused(_none(book))
    if word is None:
        return next((c for c in book.cases if c.id == book.current), book.cases[-1])
    found = _called(book, word)
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"{case.id} ({label(case.facts)})" for case in found)
        raise Refused(f"'{word}' names several cases: {several}.")
    names = {case.id: label(case.facts) for case in book.cases}
    listed = ", ".join(f"{identity} ({name})" for identity, name in names.items())
    near = did_you_mean(word, names, names) or " the file holds"
    raise Refused(f"There is no case '{word}';{near} {listed}.")


def _none(book: Book) -> str:
    """Why there is no case: none was opened yet, or none can be read."""
    bad = [problem for problem in book.problems if problem.table in RECORDS]
    if not bad:
        return "The file holds no case yet; open one with 'g221 new --refused DATE'."
    return (
        f"No case of the file can be read: {counted(len(bad), 'record')}"
        f" {'needs' if len(bad) == 1 else 'need'} attention, first {bad[0].where}."
        f" 'g221 correct \"{bad[0].table} {bad[0].record}\" FIELD=VALUE' mends one,"
        " 'g221 backup list' shows the former files."
    )


def also_for(book: Book, case: Case, word: str) -> tuple[Case, ...]:
    """The cases that a word names beside this one; `family` names all of the family.

    Raises:
        Refused: when the word names none or several.
    """
    of_family = meant(word, (FAMILY,))
    # A case may be called "Famous": the start of the word gives way to the start of a title.
    if of_family and (word.casefold() == FAMILY or not _called(book, word)):
        return family(book, case)
    return (find_case(book, word),)


def _called(book: Book, word: str) -> list[Case]:
    return meant(word, book.cases, name=lambda c: c.facts.title, identity=lambda c: c.id)


def links_of(book: Book) -> dict[str, tuple[CaseLink, ...]]:
    """The links of each case by its id, those that another case holds to it included."""
    found = {case.id: {link.case: link for link in case.facts.links} for case in book.cases}
    for other in book.cases:
        for link in other.facts.links:
            theirs = found.get(link.case)
            if theirs is not None and other.id not in theirs:
                theirs[other.id] = CaseLink(case=other.id, kind=link.kind)
    return {
        case: tuple(link for link in links.values() if link.case in found)
        for case, links in found.items()
    }


def family(book: Book, case: Case) -> tuple[Case, ...]:
    """The other cases of the family, those linked through a third one included."""
    found: dict[str, Case] = {case.id: case}
    waiting = [case]
    by_id, links = {other.id: other for other in book.cases}, links_of(book)
    while waiting:
        for link in links[waiting.pop().id]:
            if link.kind == FAMILY and link.case not in found:
                found[link.case] = by_id[link.case]
                waiting.append(by_id[link.case])
    return tuple(other for other in found.values() if other.id != case.id)
