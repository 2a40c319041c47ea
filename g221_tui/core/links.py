"""Which cases belong together."""

from g221_tui.core.model import Book, Case, CaseLink

FAMILY = "family"
"""The kind of link whose papers and contacts may be shared."""


def linked(book: Book, case: Case) -> tuple[CaseLink, ...]:
    """The links of a case, those that another case holds to it included."""
    own = {link.case: link for link in case.facts.links}
    for other in book.cases:
        for link in other.facts.links:
            if link.case == case.id and other.id not in own:
                own[other.id] = CaseLink(case=other.id, kind=link.kind)
    known = {other.id for other in book.cases}
    return tuple(link for link in own.values() if link.case in known)


def family(book: Book, case: Case) -> tuple[Case, ...]:
    """The other cases of the family, those linked through a third one included."""
    found: dict[str, Case] = {case.id: case}
    waiting = [case]
    by_id = {other.id: other for other in book.cases}
    while waiting:
        for link in linked(book, waiting.pop()):
            if link.kind == FAMILY and link.case not in found:
                found[link.case] = by_id[link.case]
                waiting.append(by_id[link.case])
    return tuple(other for other in found.values() if other.id != case.id)
