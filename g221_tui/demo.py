"""Invented cases, dated relative to today, in a throw-away file."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from g221_tui.clock import Clock
from g221_tui.core.edits import contacts, documents, events, facts, opening
from g221_tui.core.edits.edit import Edit
from g221_tui.core.model import Case, Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.rulebook.policy import Rules
from g221_tui.rules import DATA, load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.store.transaction import Transaction


@contextmanager
def demo_tracker(clock: Clock) -> Iterator[Tracker]:
    """A tracker of the invented cases; its file goes away with it."""
    rules = load_rules(None)
    with tempfile.TemporaryDirectory(prefix="g221-demo-") as folder:
        repository = Repository(Path(folder) / "demo.json", clock)
        write_demo(repository, rules, clock.today())
        yield Tracker(repository, rules, clock)


def write_demo(repository: Repository, rules: Rules, today: date) -> None:
    """Write the invented cases into an empty file, the first one in hand."""
    text = (DATA / "demo.toml").read_text(encoding="utf-8")
    with repository.transaction() as change:
        for plan in tomllib.loads(text)["cases"]:
            _Author(change, rules, today).write(plan)
        book = change.book
        first = msgspec.structs.replace(book, current=book.cases[0].id)
        change.save(first, f"Case {book.cases[0].id} is in hand.", today)


class _Author:
    """Writes one invented case, step by step, through the same edits as the user's."""

    def __init__(self, change: Transaction, rules: Rules, today: date) -> None:
        self._change = change
        self._rules = rules
        self._today = today

    def write(self, plan: dict[str, Any]) -> None:
        """Open the case and take its steps."""
        case = self._open(plan)
        self._save(facts.set_facts(self._on_today(case), self._texts(plan["facts"])))
        for step in plan.get("steps", []):
            self._save(self._step(self._case(case.id), step))

    def _open(self, plan: dict[str, Any]) -> Case:
        refused = self._day(plan["refused"])
        answers = dict(plan["answers"])
        answers["refused"] = refused.isoformat()
        answers["interview"] = self._day(plan["interview"]).isoformat()
        answers["reason"] = ", ".join(plan["reasons"])
        # The number on a slip: the year and the day of the year, then a running number.
        answers["case_number"] = f"{refused:%Y%j} {345 + len(self._change.book.cases)} 0001"
        ids = opening.Ids(
            case=self._change.new_case_id(),
            interview=self._change.new_id("e"),
            refusal=self._change.new_id("e"),
            documents=tuple(self._change.new_id("d") for _ in plan["documents"]),
        )
        edit = opening.new_case(answers, plan["documents"], ids, self._rules, self._today)
        book = self._change.book
        cases = (*book.cases, edit.case)
        self._change.save(
            msgspec.structs.replace(book, cases=cases, current=ids.case), edit.sentence, edit.on
        )
        return edit.case

    def _step(self, case: Case, step: dict[str, Any]) -> Edit:
        day = self._on_today(case)
        on = self._day(step["on"])
        if "asked" in step:
            names = step["asked"]
            return documents.add_documents(
                day,
                names,
                [self._change.new_id("d") for _ in names],
                by=step["by"],
                extra=False,
                reason="",
                asked=on,
                details=None,
            )
        if "document" in step:
            details = {k: v for k, v in step.items() if k in documents.DETAILS}
            return documents.set_document(
                day,
                step["document"],
                state=step["state"],
                on=on,
                details=details,
            )
        if "event" in step:
            return events.add_event(
                day,
                self._change.new_id("e"),
                step["event"],
                on=on,
                learned=self._maybe_day(step.get("learned")),
                due=self._maybe_day(step.get("due")),
                note=step.get("note", ""),
            )
        if "deadline" in step:
            identity = self._change.new_id("x")
            return events.add_deadline(day, identity, step["deadline"], on)
        contact = Contact(
            id=self._change.new_id("c"),
            case=case.id,
            channel=step["contact"],
            on=on,
            purpose=Purpose(step.get("purpose", "status")),
            direction=Direction.IN if step.get("reply") else Direction.OUT,
            note=step.get("note", ""),
            status=step.get("status", ""),
        )
        return contacts.log_contact(day, contact)

    def _on_today(self, case: Case) -> CaseDay:
        return case_day(case, self._rules, self._today)

    def _texts(self, values: dict[str, Any]) -> dict[str, str]:
        return {
            name: self._day(value).isoformat() if isinstance(value, int) else value
            for name, value in values.items()
        }

    def _maybe_day(self, offset: int | None) -> date | None:
        return self._day(offset) if offset is not None else None

    def _day(self, offset: int) -> date:
        return self._today + timedelta(days=offset)

    def _case(self, identity: str) -> Case:
        return next(case for case in self._change.book.cases if case.id == identity)

    def _save(self, edit: Edit) -> None:
        book = self._change.book
        cases = tuple(edit.case if c.id == edit.case.id else c for c in book.cases)
        self._change.save(msgspec.structs.replace(book, cases=cases), edit.sentence, edit.on)
