"""Invented cases, dated relative to today, in a throw-away file."""

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from g221_tui.clock import Clock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.rules import DATA, load_rules
from g221_tui.service.changes import Changes
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository

COMMANDS: Mapping[str, type[Command]] = MappingProxyType(
    {
        "add_documents": AddDocuments,
        "set_document": SetDocument,
        "add_event": AddEvent,
        "add_deadline": AddDeadline,
        "log_contact": LogContact,
    }
)
"""The commands of a step, by the name that `demo.toml` gives them."""
FIRST_NUMBER = 345
"""The running number in the first case number."""


@contextmanager
def demo_tracker(clock: Clock) -> Iterator[Tracker]:
    """A tracker of the invented cases; its file goes away with it."""
    rules = load_rules(None)
    with tempfile.TemporaryDirectory(prefix="g221-demo-") as folder:
        repository = Repository(Path(folder) / "demo.json", clock)
        begins = write_demo(repository, rules, clock.today())
        yield Tracker(repository, rules, clock, begins=begins)


def write_demo(repository: Repository, rules: Rules, today: date) -> int:
    """Write the invented cases into an empty file, in one transaction; the first is current.

    Returns:
        The number of the last entry of the history: what follows is done by a person.
    """
    plans = tomllib.loads((DATA / "demo.toml").read_text(encoding="utf-8"))["cases"]
    with repository.transaction() as transaction:
        changes = Changes(transaction, rules, today)
        cases = [_write(plan, number, changes, today) for number, plan in enumerate(plans)]
        changes.use_case(cases[0])
        return transaction.entries[-1].n


def _write(plan: dict[str, Any], number: int, changes: Changes, today: date) -> str:
    """Open one case and take its steps; gives its id."""
    refused = today + timedelta(days=plan["refused"])
    answers = {
        **plan["answers"],
        "refused": refused.isoformat(),
        "interview": (today + timedelta(days=plan["interview"])).isoformat(),
        # The number on a slip: the year and the day of the year, then a running number.
        "case_number": f"{refused:%Y%j} {FIRST_NUMBER + number} 0001",
    }
    opening = OpenCase(
        answers=answers, documents=tuple(plan["documents"]), reasons=tuple(plan["reasons"])
    )
    case = changes.open_case(opening).case
    facts = {name: str(_dated(value, today)) for name, value in plan["facts"].items()}
    changes.apply(SetFacts(values=facts), case=case)
    for step in plan.get("steps", []):
        fields = {name: _dated(value, today) for name, value in step.items() if name != "do"}
        changes.apply(msgspec.convert(fields, COMMANDS[step["do"]]), case=case)
    return case


def _dated(value: object, today: date) -> object:
    """A number of days from today as its date; anything else as it is."""
    if isinstance(value, int) and not isinstance(value, bool):
        return today + timedelta(days=value)
    return value
