"""The changes of one transaction: commands applied to the cases of the file, one by one."""

from collections.abc import Sequence
from datetime import date

import msgspec

from g221_tui.core.cases import also_for, find_case, label
from g221_tui.core.edits.cases import linking, sharing
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.edit import Edit
from g221_tui.core.edits.finding import must_not_be_of_another
from g221_tui.core.edits.mending import given, mended, placed
from g221_tui.core.model import Book, Case, Problem
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import UnknownRecord
from g221_tui.service.done import Done
from g221_tui.store.transaction import Transaction


class Changes:
    """Changes the cases within a transaction; the disk is written at its end."""

    def __init__(self, transaction: Transaction, rules: Rules, today: date) -> None:
        self._transaction = transaction
        self._rules = rules
        self._today = today

    def apply(self, command: Command, *, case: str | None = None, also: Sequence[str] = ()) -> Done:
        """Change one case, and what it shares with others.

        Args:
            command: What to do.
            case: The id or title of the case; none means the current one.
            also: Other cases it is for as well; `family` means all of the family.

        Raises:
            G221Error: it can't be done.
        """
        if found := placed(command, self._transaction.book.problems):
            return self._placed(*found)
        values = self._mended(command)
        book = self._transaction.book
        day = case_day(find_case(book, case), self._rules, self._today)
        others = _named(book, day.case, also)
        made = self._edit(command, day, others)
        if values:
            fields = ", ".join(values)
            done = f"Mended {made.record}: {fields}. What stood there is kept in the history."
            made = msgspec.structs.replace(made, done=done)
        after = sharing.follow(book, day, made.case)
        sentence = made.sentence + sharing.also_changed(book, after, day.case)
        if others:
            copies = sharing.spread(day, made.case, others, self._transaction.new_id)
            after = _with(after, *copies)
            sentence += f" Also for {', '.join(label(other.facts) for other in others)}."
        names = {made.record: frozenset(values) | given(command)}
        self._transaction.save(after, sentence, made.on, given=names)
        return Done(
            sentence=sentence,
            record=made.record,
            case=day.case.id,
            warnings=made.warnings,
            notes=made.notes,
        )

    def open_case(self, command: OpenCase) -> Done:
        """Open a case; it becomes the current one.

        Raises:
            G221Error: it can't be done.
        """
        made = command.open(self._rules, self._today, self._transaction)
        book = self._transaction.book
        cases = (*book.cases, made.case)
        after = msgspec.structs.replace(book, cases=cases, current=made.case.id)
        self._transaction.save(after, made.sentence, made.on)
        return Done(
            sentence=made.sentence,
            record=made.record,
            case=made.case.id,
            warnings=made.warnings,
            notes=made.notes,
        )

    def use_case(self, word: str) -> Done:
        """Make another case the current one.

        Raises:
            Refused: there is no such case.
        """
        book = self._transaction.book
        found = find_case(book, word)
        sentence = f"Case {found.id} is in hand: {label(found.facts)}."
        if book.current != found.id:
            after = msgspec.structs.replace(book, current=found.id)
            self._transaction.save(after, sentence, self._today)
        return Done(sentence=sentence, record=found.id, case=found.id)

    def link_case(self, other: str, kind: str, *, case: str | None = None) -> Done:
        """Note that another case belongs with one; a later kind replaces the first.

        Raises:
            G221Error: it can't be done.
        """
        book = self._transaction.book
        found, second = find_case(book, case), find_case(book, other)
        made = linking.link_case(found, second, kind, self._today)
        after = _with(book, made.case, linking.without_link(second, found))
        self._transaction.save(after, made.sentence, made.on)
        return Done(sentence=made.sentence, record=made.record, case=found.id)

    def _placed(self, problem: Problem, values: dict[str, object]) -> Done:
        """Gives a record that can't be placed the id or the case that it lacks."""
        name = f"{problem.table} {problem.record}"
        sentence = f"Mended {name}: {', '.join(values)}. What stood there is kept in the history."
        row = self._transaction.place(problem, values, sentence, self._today)
        of_case = row.get("id") if problem.table == "cases" else row.get("case")
        return Done(sentence=sentence, record=str(row.get("id", "")), case=str(of_case or ""))

    def _mended(self, command: Command) -> dict[str, object]:
        """What a correction gives a record that can't be read, which then can be; else nothing."""
        problems = self._transaction.book.problems
        if not problems or not isinstance(command, Correct):
            return {}
        values = mended(command, problems, self._rules, self._today)
        return values if values and self._transaction.admit(command.record, values) else {}

    def _edit(self, command: Command, day: CaseDay, others: Sequence[Case]) -> Edit:
        """The change of the case, once it is allowed in the others too."""
        for other in others:
            command.check_other(day.of(other))
        try:
            return command.apply(day, self._transaction)
        except UnknownRecord as problem:
            must_not_be_of_another(problem.word, day.case, self._transaction.book.cases)
            raise


def _named(book: Book, case: Case, also: Sequence[str]) -> tuple[Case, ...]:
    """The other cases that are named; `family` names all of the family."""
    named: dict[str, Case] = {}
    for word in also:
        found = also_for(book, case, word)
        named |= {other.id: other for other in found if other.id != case.id}
    return tuple(named.values())


def _with(book: Book, *changed: Case) -> Book:
    """The book with these cases in the place of the former ones."""
    by_id = {case.id: case for case in changed}
    return msgspec.structs.replace(
        book, cases=tuple(by_id.get(case.id, case) for case in book.cases)
    )
