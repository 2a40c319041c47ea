"""A plan carried out: the tables of both, and the copy's history after ours."""

from datetime import date

from g221_tui.records import HISTORY, TABLES, Row, Tables
from g221_tui.store.diff import last_entry
from g221_tui.store.merging.changes import acts
from g221_tui.store.merging.merge import Plan
from g221_tui.store.transaction import Transaction


def take_in(change: Transaction, plan: Plan, theirs: Tables, sentence: str, on: date) -> None:
    """Makes the file one with a copy, as one step.

    Args:
        change: A transaction of our file.
        plan: What `plan` made of both.
        theirs: The copy's tables.
        sentence: What it does, in words.
        on: The day it is done.
    """
    entries = _entries(change.tables, plan)
    if not any(change.tables.get(table) for table in (*TABLES, HISTORY)):
        entries = dict(theirs.get(HISTORY, {}))  # all of it as it is: nothing else is here
    change.merge(plan.tables, entries, sentence, on, renamed=plan.renamed)


def _entries(ours: Tables, plan: Plan) -> dict[str, object]:
    """What the copy's history adds, numbered on from ours; what they say of each other follows."""
    numbers = {name: act.n for name, act in acts(ours).items()}
    found: dict[str, object] = {}
    first = last_entry(ours) + 1
    numbers |= {act.name: n for n, act in enumerate(plan.taken, first)}
    for n, act in enumerate(plan.taken, first):
        row: Row = {**act.row, "n": n, "place": act.moment.place}
        if row.get("at") != act.moment.at:
            row["moment"] = act.moment.at
        if act.turns:
            row["undoes" if act.back else "redoes"] = numbers.get(act.turns, 0)
        found[str(n)] = row
    return found
