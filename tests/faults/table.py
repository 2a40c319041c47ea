"""The README's reliability table, made of what the long run wrote."""

from collections.abc import Mapping
from typing import Any

HEAD = "| | Promise | Tries | Failures | One try is |"
"""The first line of the table."""
RULE = "| --- | --- | --- | --- | --- |"


def readme(result: Mapping[str, Any]) -> list[str]:
    """The lines for the README: what was run and when, and the table, a row a promise."""
    share = result["share"]
    length = "in full" if share >= 1 else f"{share:.0%} of its length"
    versions = result["versions"]
    again = ", ".join(sorted(result.get("again", {})))
    mended = f"; again after what they found was mended: {again}" if again else ""
    return [
        f"What the fault tests found (`python tests/faults/long.py`, {length}, {result['date']},",
        f"Python {versions['python']}, {versions['system'].split()[0]}; its short form is part of"
        f" the tests{mended}):",
        "",
        *(HEAD, RULE),
        *(_row(row, result["parts"]) for row in result["table"]),
    ]


def _row(row: Mapping[str, Any], parts: list[Mapping[str, Any]]) -> str:
    tries: dict[str, int] = {}
    for part in parts:
        if row["row"] in part["rows"] and part["tries"]:
            tries[part["name"]] = tries.get(part["name"], 0) + part["tries"]
    told = [f"{name} ({n:,})" if len(tries) > 1 else name for name, n in tries.items()]
    cells = (row["row"], row["promise"], f"{row['tries']:,}", row["failures"], "; ".join(told))
    return f"| {' | '.join(map(str, cells))} |"
