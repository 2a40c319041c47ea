"""What the tests of merging share: two copies of a file, what is done to them, one taken in."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from g221_tui.core.history import undo
from g221_tui.rules import load_rules
from g221_tui.store.merging.merge import Plan, plan
from g221_tui.store.merging.taking import take_in
from g221_tui.store.repository import Repository
from store.kit import TODAY, repository, with_contacts, with_facts

RULES = load_rules(None)


def copied(store: Repository, path: Path) -> Repository:
    """A copy of the file, without its backups."""
    path.parent.mkdir(exist_ok=True)
    shutil.copy(store.path, path)
    return repository(path)


def noted(store: Repository, note: str) -> None:
    """Changes the note of the first contact."""
    with store.transaction() as change:
        case = change.book.cases[0]
        first = msgspec.structs.replace(case.contacts[0], note=note)
        case = with_contacts(case, (first, *case.contacts[1:]))
        change.save(msgspec.structs.replace(change.book, cases=(case,)), f"Noted {note}", TODAY)


def titled(store: Repository, title: str) -> None:
    """Changes the title of the case."""
    with store.transaction() as change:
        change.save(with_facts(change.book, title=title), f"Titled {title}", TODAY)


def taken_back(store: Repository) -> None:
    """Takes back the last step."""
    with store.transaction() as change:
        step = undo.line(change.entries).undo
        assert step is not None
        back = msgspec.structs.replace(undo.backward(step), undoes=step.n)
        change.turn(back, f"Undone: {step.sentence}", TODAY)


def taking(ours: Repository, theirs: Repository) -> Plan:
    """What taking theirs into ours would do."""
    return plan(ours.tables(), theirs.tables(), RULES)


def taken_in(ours: Repository, theirs: Repository) -> None:
    """Takes theirs into ours."""
    with ours.transaction() as change:
        take_in(change, taking(ours, theirs), theirs.tables(), "Imported.", TODAY)


def edited(store: Repository, change: Callable[[Any], object]) -> None:
    """Changes the file's JSON as an editor would."""
    tables = json.loads(store.path.read_bytes())
    change(tables)
    store.path.write_text(json.dumps(tables, indent=2))
