"""The numbers of cases: two copies may have given one number to two cases.

A case is known by the act that opened it. Where copies that were one file gave a number twice, the
cases that only one of them knows are numbered in the order in which they were opened; so every
copy gives the same numbers. The cases of a file of another origin take the numbers that are free.
"""

from collections.abc import Mapping

from g221_tui.records import META, META_ROW, ROW_NUMBER, RawTables, Row, Tables

Numbers = Mapping[str, str]
"""The new numbers of cases by their former ones."""


def agreed(
    ours: Mapping[str, str], theirs: Mapping[str, str], opened: list[str], *, kin: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """The new numbers of our cases and of theirs; empty where all can stay.

    Args:
        ours: What opened each of our cases, by its number.
        theirs: The same of theirs.
        opened: All of these acts in their order.
        kin: Whether the two files were one once.
    """
    own = {act: number for number, act in ours.items()}
    other = {act: number for number, act in theirs.items()}
    clash = any(other.get(act, number) != number for act, number in own.items()) or any(
        number in theirs and theirs[number] != act for number, act in ours.items()
    )
    if not clash:
        return {}, {}
    fixed = {act: n for act, n in own.items() if other.get(act) == n}
    if not kin:
        fixed |= own
    elif not own.keys() - other.keys():
        fixed = dict(other)
    elif not other.keys() - own.keys():
        fixed = dict(own)
    loose = [act for act in opened if act not in fixed]
    used = {_number(n) for n in fixed.values()}
    taken = [numbers[act] for act in loose for numbers in (own, other) if act in numbers]
    least = min((_number(n) for n in taken), default=0)
    if not kin:
        least = max(used, default=0) + 1
    for act in loose:
        while least in used:
            least += 1
        fixed[act] = str(least)
        used.add(least)
    return _moves(own, fixed), _moves(other, fixed)


def _moves(numbers: Mapping[str, str], fixed: Mapping[str, str]) -> dict[str, str]:
    return {n: fixed[act] for act, n in numbers.items() if fixed[act] != n}


def _number(name: str) -> int:
    return int(name) if ROW_NUMBER.fullmatch(name) else 0


def renamed_tables(tables: Tables, numbers: Numbers) -> RawTables:
    """The tables with cases under other numbers; the history stays as it is."""
    return {
        table: {
            number: renamed(table, row, numbers) if table != META or number == META_ROW else row
            for number, row in rows.items()
        }
        for table, rows in tables.items()
    }


def renamed_entry(entry: Row, numbers: Numbers) -> Row:
    """An entry of the history with cases under other numbers."""
    made = dict(entry)
    for part in ("changes", "rows"):
        if isinstance(changes := entry.get(part), list):
            made[part] = [
                _renamed_change(change, numbers) if isinstance(change, dict) else change
                for change in changes
            ]
    return made


def _renamed_change(change: Row, numbers: Numbers) -> Row:
    table, made = str(change.get("table")), dict(change)
    if table == "cases" and isinstance(name := change.get("id"), str):
        made["id"] = numbers.get(name, name)
    for side in ("before", "after"):
        held = change.get(side)
        if isinstance(held, list):
            made[side] = [renamed(table, row, numbers) for row in held]
        elif held is not None:
            made[side] = renamed(table, held, numbers)
    return made


def renamed(table: str, row: object, numbers: Numbers) -> object:
    """A row of a table with cases under other numbers."""
    if not isinstance(row, dict):
        return row
    made = dict(row)
    field = {"cases": "id", META: "current"}.get(table, "case")
    if isinstance(name := row.get(field), str):
        made[field] = numbers.get(name, name)
    if table == "cases" and isinstance(links := row.get("links"), list):
        made["links"] = [
            {**link, "case": numbers.get(link["case"], link["case"])}
            if isinstance(link, dict) and isinstance(link.get("case"), str)
            else link
            for link in links
        ]
    return made
