"""Papers and contacts that several cases share: one copy in each, changed together."""

from datetime import date, timedelta

import msgspec
import pytest

from core.life import Numbers
from core.snapshot.kit import REFUSED, case, contact, day_of, day_of_step, paper, refused, so
from g221_tui.core.edits.cases.sharing import also_changed, follow, spread
from g221_tui.core.model import Book, Case, Contact, Document, Requester
from g221_tui.errors import Refused

DAY_60 = REFUSED + timedelta(days=60)
STAMP = "2026-12-12T12:00:00Z"


def other(found: Case, name: str = "2") -> Case:
    """The same as another case of the file."""
    facts = msgspec.structs.replace(found.facts, id=name, title="Mother")
    events = tuple(msgspec.structs.replace(e, id=f"e-{name}", case=name) for e in found.events)
    return msgspec.structs.replace(found, facts=facts, events=events)


def with_contact(found: Case, logged: Contact) -> Case:
    """The case with a further contact."""
    return msgspec.structs.replace(found, contacts=(*found.contacts, logged))


def with_paper(found: Case, listed: Document) -> Case:
    """The case with a further paper."""
    return msgspec.structs.replace(found, documents=(*found.documents, listed))


def shared_contact(on: date = DAY_60) -> tuple[Case, Case]:
    """Two cases with copies of one contact."""
    mine, theirs = case(refused(asked="no")), other(case(refused(asked="no")))
    logged = msgspec.structs.replace(contact("dos", on), entered_at=STAMP, when_logged="open")
    both = spread(day_of(mine, on), with_contact(mine, logged), [theirs], Numbers().new_id)
    return both[0], both[1]


def followed(mine: Case, theirs: Case, after: Case, on: date = DAY_60) -> Case:
    """The other case, once the first one was changed."""
    return follow(Book(cases=(mine, theirs)), day_of(mine, on), after).cases[1]


def test_a_copy_is_a_record_of_its_own_case_that_is_yet_to_be_written() -> None:
    mine, theirs = shared_contact()
    (own,), (copy,) = mine.contacts, theirs.contacts
    assert own.shared == copy.shared != ""
    assert (copy.case, copy.entered_at, copy.note) == ("2", "", own.note)
    assert copy.id not in ("", own.id)


def test_what_was_there_before_is_not_copied() -> None:
    mine = case(refused(), papers=[paper("Diploma")])
    after = with_paper(mine, paper("Photo"))
    both = spread(day_of(mine), after, [other(case(refused()))], Numbers().new_id)
    assert [d.name for d in both[1].documents] == ["Photo"]
    assert [bool(d.shared) for d in both[0].documents] == [False, True]


def test_a_contact_is_judged_in_each_case_by_its_own_wait() -> None:
    mine = case(refused(asked="no"))
    theirs = other(case(refused(on=REFUSED + timedelta(days=9), asked="no")))
    logged = msgspec.structs.replace(contact("dos", DAY_60), when_logged="open")
    both = spread(day_of(mine, DAY_60), with_contact(mine, logged), [theirs], Numbers().new_id)
    assert [(c.when_logged, c.early) for c in both[0].contacts] == [("open", False)]
    assert [(c.when_logged, c.early) for c in both[1].contacts] == [("locked", True)]


def test_a_change_reaches_the_copies_and_what_each_keeps_for_itself_stays() -> None:
    mine, theirs = shared_contact()
    (copy,) = theirs.contacts
    theirs = msgspec.structs.replace(
        theirs, contacts=(msgspec.structs.replace(copy, entered_at=STAMP),)
    )
    changed = msgspec.structs.replace(
        mine.contacts[0], note="Rang", when_logged="locked", early=True, entered_at="later"
    )
    (found,) = followed(mine, theirs, msgspec.structs.replace(mine, contacts=(changed,))).contacts
    assert (found.note, found.id, found.entered_at) == ("Rang", copy.id, STAMP)
    assert (found.when_logged, found.early) == ("open", False), "judged in its own case"


def test_a_copy_is_judged_as_if_it_were_not_there_itself() -> None:
    mine, theirs = shared_contact()
    moved = msgspec.structs.replace(mine.contacts[0], on=DAY_60 + timedelta(days=1))
    after = msgspec.structs.replace(mine, contacts=(moved,))
    (found,) = followed(mine, theirs, after, moved.on).contacts
    assert (found.on, found.when_logged) == (moved.on, "open")


def test_a_contact_that_is_removed_is_removed_in_every_case() -> None:
    mine, theirs = shared_contact()
    gone = msgspec.structs.replace(mine.contacts[0], removed_at=STAMP)
    after = msgspec.structs.replace(mine, contacts=(), removed=(gone,))
    found = followed(mine, theirs, after)
    assert found.contacts == ()
    assert [record.removed_at for record in found.removed] == [STAMP]


def test_a_change_of_something_else_leaves_the_copies_as_they_are() -> None:
    mine, theirs = shared_contact()
    (copy,) = theirs.contacts
    theirs = msgspec.structs.replace(
        theirs, contacts=(msgspec.structs.replace(copy, note="theirs"),)
    )
    after = with_paper(mine, paper("Photo"))
    book = Book(cases=(mine, theirs))
    assert follow(book, day_of(mine), after) == Book(cases=(after, theirs))
    assert also_changed(book, follow(book, day_of(mine), after), after) == ""


def test_the_cases_that_were_changed_too_are_named() -> None:
    mine, theirs = shared_contact()
    changed = msgspec.structs.replace(mine.contacts[0], note="Rang")
    after = msgspec.structs.replace(mine, contacts=(changed,))
    book = Book(cases=(mine, theirs))
    said = also_changed(book, follow(book, day_of(mine), after), after)
    assert said == " It is shared: changed in Mother too."


def test_what_a_letter_asks_for_keeps_the_day_of_its_own_letter() -> None:
    day = REFUSED + timedelta(days=9)
    for by, asked in ((Requester.SLIP, day), (Requester.POST, REFUSED)):
        mine = case(refused(), papers=[paper("Plan", by=by)])
        own = msgspec.structs.replace(mine.documents[0], shared="s-1")
        mine = msgspec.structs.replace(mine, documents=(own,))
        copy = so(own, id="d-2", case="2", asked_on=day)
        theirs = msgspec.structs.replace(other(mine), documents=(copy,))
        sent = so(own, submitted_on=DAY_60)
        after = msgspec.structs.replace(mine, documents=(sent,))
        (found,) = followed(mine, theirs, after).documents
        assert (day_of_step(found, "submitted_on"), day_of_step(found, "asked_on")) == (
            DAY_60,
            asked,
        ), by


def test_an_edit_that_added_nothing_has_nothing_to_share() -> None:
    mine = case(refused(), papers=[paper("Plan")])
    with pytest.raises(Refused, match="in each case"):
        spread(day_of(mine), mine, [other(mine)], Numbers().new_id)


def test_a_record_that_is_new_to_the_case_changes_no_copy() -> None:
    mine, theirs = shared_contact()
    changed = msgspec.structs.replace(theirs.contacts[0], note="theirs")
    theirs = msgspec.structs.replace(theirs, contacts=(changed,))
    without = msgspec.structs.replace(mine, contacts=())
    assert followed(without, theirs, mine).contacts == (changed,)
