"""The cases of the file: open one, take one in hand, link two, and change one with its family."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from g221_tui.core.cases import also_for, find_case, label
from g221_tui.core.edits import opening, sharing
from g221_tui.core.edits.edit import Edit
from g221_tui.core.model import Book, Case
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.service.archive import Done, Keeper
from g221_tui.store.transaction import Transaction


class Caseload(Keeper):
    """Changes cases, each in one transaction: done or not done."""

    def new_case(
        self,
        answers: Mapping[str, str],
        documents: Sequence[str] = (),
        reasons: Sequence[str] = (),
    ) -> Done:
        """Open a case; it becomes the one in hand."""
        texts = dict(answers)
        if reasons:
            texts["reason"] = ", ".join(reasons)
        with self.repository.transaction() as change:
            ids = opening.Ids(
                case=change.new_case_id(),
                interview=change.new_id("e"),
                refusal=change.new_id("e"),
                documents=tuple(change.new_id("d") for _ in documents),
            )
            edit = opening.new_case(texts, documents, ids, self.rules, self.today())
            cases = (*change.book.cases, edit.case)
            book = msgspec.structs.replace(change.book, cases=cases, current=ids.case)
            change.save(book, edit.sentence, edit.on)
        return Done(
            sentence=edit.sentence,
            record=ids.case,
            case=ids.case,
            warnings=edit.warnings,
            saved_but=change.saved_but,
        )

    def use_case(self, case: str) -> Done:
        """Take another case in hand."""
        with self.repository.transaction() as change:
            found = find_case(change.book, case)
            sentence = f"Case {found.id} is in hand: {label(found.facts)}."
            if change.book.current != found.id:
                book = msgspec.structs.replace(change.book, current=found.id)
                change.save(book, sentence, self.today())
        return Done(sentence=sentence, record=found.id, case=found.id, saved_but=change.saved_but)

    def link_case(self, other: str, kind: str, *, case: str | None = None) -> Done:
        """Note that another case belongs with the one in hand; a later kind replaces the first."""
        with self.repository.transaction() as change:
            found, second = find_case(change.book, case), find_case(change.book, other)
            made = opening.link_case(found, second, kind, self.today())
            changed = {found.id: made.case, second.id: opening.without_link(second, found)}
            cases = tuple(changed.get(c.id, c) for c in change.book.cases)
            book = msgspec.structs.replace(change.book, cases=cases)
            change.save(book, made.sentence, made.on)
        return Done(
            sentence=made.sentence, record=made.record, case=found.id, saved_but=change.saved_but
        )

    def _others(self, book: Book, case: Case, also: Sequence[str]) -> tuple[Case, ...]:
        """The other cases that are named; `family` names all of the family."""
        named: dict[str, Case] = {}
        for word in also:
            found = also_for(book, case, word)
            named |= {other.id: other for other in found if other.id != case.id}
        return tuple(named.values())

    def _edit(
        self,
        case: str | None,
        edit: Callable[[CaseDay, Transaction], Edit],
        also: Sequence[str] = (),
    ) -> Done:
        """Change one case in one transaction, and what it shares with others."""
        with self.repository.transaction() as change:
            found = find_case(change.book, case)
            day = self.case_day(found)
            made = edit(day, change)
            others = self._others(change.book, found, also)
            book = sharing.follow(change.book, day, made.case)
            sentence = made.sentence + sharing.also_changed(change.book, book, found)
            if others:
                spread = sharing.spread(day, made.case, others, change.new_id)
                changed = {c.id: c for c in spread}
                cases = tuple(changed.get(c.id, c) for c in book.cases)
                book = msgspec.structs.replace(book, cases=cases)
                sentence += f" Also for {', '.join(label(other.facts) for other in others)}."
            change.save(book, sentence, made.on)
        return Done(
            sentence=sentence,
            record=made.record,
            case=found.id,
            warnings=made.warnings,
            notes=made.notes,
            saved_but=change.saved_but,
        )
