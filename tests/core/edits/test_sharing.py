"""A paper or a contact of several cases: a copy in each, and what is changed together."""

from datetime import date

import msgspec
import pytest

from core.edits.kit import numbers
from core.snapshot.kit import REFUSED, case, contact, day_of, day_of_step, paper, refused, so
from g221_tui.core.edits.cases.sharing import also_changed, follow, spread
from g221_tui.core.model import Book, Case, YesNo

SENT, LATER = date(2026, 11, 2), date(2026, 12, 10)


def of(number: str, found: Case, title: str = "") -> Case:
    """The case with that number, its records too."""
    return msgspec.structs.replace(
        found,
        facts=msgspec.structs.replace(found.facts, id=number, title=title),
        events=tuple(
            msgspec.structs.replace(e, id=f"{e.id}.{number}", case=number) for e in found.events
        ),
    )


ANA = of("1", case(refused(asked="no")), "Ana")
BEN = of("2", case(refused(on=SENT, asked="no")), "Ben")


def added(found: Case, **records: tuple[object, ...]) -> Case:
    """The case with these records added to it."""
    grown = {name: (*getattr(found, name), *more) for name, more in records.items()}
    return msgspec.structs.replace(found, **grown)


def shared_paper(**changes: object) -> tuple[Case, Case]:
    """Both cases with a copy of one paper."""
    letter = so(paper("Letter"), **changes)
    ana, ben = spread(day_of(ANA), added(ANA, documents=(letter,)), [BEN], numbers().new_id)
    return ana, ben


def followed(before: tuple[Case, Case], after: Case) -> Book:
    """The book of both cases once the first one is so."""
    return follow(Book(cases=before), day_of(before[0]), after)


def changed(found: Case, **values: object) -> Case:
    """The case with its one paper so."""
    return msgspec.structs.replace(found, documents=(so(found.documents[0], **values),))


def test_what_an_edit_added_is_copied_with_an_id_of_its_own_and_one_mark() -> None:
    ana, ben = shared_paper(route="e-mail", entered_at="2026-12-12T08:00:00Z")
    (one,), (two,) = ana.documents, ben.documents
    assert (one.id, two.id) == ("d-Letter", "d-102")
    assert (one.case, two.case) == ("1", "2")
    assert one.shared == two.shared == "s-101"
    assert (two.name, two.route, day_of_step(two, "asked_on")) == ("Letter", "e-mail", REFUSED)
    assert (one.entered_at, two.entered_at) == ("2026-12-12T08:00:00Z", "")


def test_what_was_there_before_is_not_copied_and_gets_no_mark() -> None:
    before = added(ANA, documents=(paper("Old"),))
    after = added(before, documents=(paper("New"),))
    ana, ben = spread(day_of(before), after, [BEN], numbers().new_id)
    assert [(d.name, bool(d.shared)) for d in ana.documents] == [("Old", False), ("New", True)]
    assert [d.name for d in ben.documents] == ["New"]


def test_each_paper_has_a_mark_of_its_own_and_each_case_a_copy() -> None:
    eve = of("3", case(refused()), "Eve")
    after = added(ANA, documents=(paper("A"), paper("B")))
    cases = spread(day_of(ANA), after, [BEN, eve], numbers().new_id)
    marks = [tuple(d.shared for d in found.documents) for found in cases]
    assert len(set(marks)) == 1
    assert len(set(marks[0])) == 2
    assert len({d.id for found in cases for d in found.documents}) == 6


def test_a_contact_is_judged_in_each_case_by_its_own_wait() -> None:
    old = of("2", case(refused(on=date(2026, 6, 1), asked="no")), "Ben")
    after = added(ANA, contacts=(contact("dos", LATER),))
    ana, ben = spread(day_of(ANA), after, [old], numbers().new_id)
    (copy,) = ben.contacts
    assert (copy.when_logged, copy.early) == ("open", False)
    assert copy.shared == ana.contacts[0].shared != ""


def test_two_contacts_of_one_edit_are_judged_one_after_the_other() -> None:
    old = of("2", case(refused(on=date(2026, 6, 1), asked="no")), "Ben")
    asked = (contact("dos", date(2026, 12, 1)), contact("dos", LATER))
    _, ben = spread(day_of(ANA), added(ANA, contacts=asked), [old], numbers().new_id)
    assert [found.when_logged for found in ben.contacts] == ["open", "resting"]
    assert [found.early for found in ben.contacts] == [False, True]


def test_a_shared_paper_that_goes_in_goes_in_everywhere() -> None:
    ana, ben = shared_paper()
    book = followed((ana, ben), changed(ana, submitted_on=LATER, route="e-mail"))
    one, two = (found.documents[0] for found in book.cases)
    assert (day_of_step(one, "submitted_on"), day_of_step(two, "submitted_on"), two.route) == (
        LATER,
        LATER,
        "e-mail",
    )
    assert (two.id, two.case) == ("d-102", "2")


def test_the_letter_of_each_case_has_a_day_of_its_own() -> None:
    ana, ben = shared_paper()
    book = followed((ana, ben), changed(ana, asked_on=SENT))
    assert [day_of_step(found.documents[0], "asked_on") for found in book.cases] == [SENT, REFUSED]


def test_a_shared_paper_that_is_taken_off_the_list_is_off_every_list() -> None:
    ana, ben = shared_paper()
    book = followed((ana, ben), changed(ana, removed_at="2026-12-12T08:00:00Z"))
    assert [found.listed for found in book.cases] == [(), ()]
    assert book.cases[1].documents[0].removed_at == "2026-12-12T08:00:00Z"


def test_what_only_one_case_has_changes_only_there() -> None:
    ana = added(ANA, documents=(paper("Letter"),))
    ben = added(BEN, documents=(paper("Letter"),))
    book = followed((ana, ben), changed(ana, submitted_on=LATER))
    assert book.cases[1] == ben


def test_a_removed_contact_leaves_every_case_that_has_it_and_stays_in_the_file() -> None:
    ana, ben = spread(
        day_of(ANA), added(ANA, contacts=(contact("ceac", LATER),)), [BEN], numbers().new_id
    )
    gone = msgspec.structs.replace(ana.contacts[0], removed_at="2026-12-12T08:00:00Z")
    after = msgspec.structs.replace(ana, contacts=(), removed=(gone,))
    book = followed((ana, ben), after)
    assert book.cases[1].contacts == ()
    (kept,) = book.cases[1].removed
    assert (kept.id, kept.case, kept.removed_at) == ("c-102", "2", "2026-12-12T08:00:00Z")


def test_a_corrected_contact_is_judged_anew_in_the_other_case() -> None:
    old = of("2", case(refused(on=date(2026, 6, 1), asked="no")), "Ben")
    ana, ben = spread(
        day_of(ANA), added(ANA, contacts=(contact("dos", LATER),)), [old], numbers().new_id
    )
    early = msgspec.structs.replace(ana.contacts[0], on=date(2026, 7, 1))
    book = followed((ana, ben), msgspec.structs.replace(ana, contacts=(early,)))
    (copy,) = book.cases[1].contacts
    assert (copy.on, copy.when_logged, copy.early) == (date(2026, 7, 1), "locked", True)


@pytest.mark.parametrize(("title", "names"), [("Ben", "Ben"), ("", "Case 2"), ("[Ben]", "[Ben]")])
def test_the_other_cases_that_were_changed_are_named(title: str, names: str) -> None:
    ana, ben = shared_paper()
    other = msgspec.structs.replace(ben, facts=msgspec.structs.replace(ben.facts, title=title))
    before = Book(cases=(ana, other))
    after = follow(before, day_of(ana), changed(ana, submitted_on=LATER))
    assert also_changed(before, after, ana) == f" It is shared: changed in {names} too."
    assert also_changed(before, before, ana) == ""


def test_a_change_of_the_facts_of_one_case_is_that_case_s_alone() -> None:
    ana, ben = shared_paper()
    facts = msgspec.structs.replace(ana.facts, tracking=YesNo.YES)
    book = followed((ana, ben), msgspec.structs.replace(ana, facts=facts))
    assert book.cases[1] == ben
