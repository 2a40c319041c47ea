"""The page RESULTS.md, made of what the long run wrote."""

from collections.abc import Mapping
from typing import Any

HEAD = "| | Promise | Tries | Failures | One try is |"
"""The first line of the table."""
RULE = "| --- | --- | --- | --- | --- |"


def page(result: Mapping[str, Any]) -> str:
    """The whole page: what was run and when, and the table, a row a promise."""
    share = result["share"]
    length = "in full" if share >= 1 else f"{share:.0%} of its length"
    versions = result["versions"]
    again = ", ".join(sorted(result.get("again", {})))
    mended = f"; again after what they found was mended: {again}" if again else ""
    lines = [
        "# What the fault tests found",
        "",
        "Each promise of the file and the program, and how often a fault was injected to break it.",
        f"Made by `python tests/faults/long.py` ({length}, {result['date']}, Python"
        f" {versions['python']}, {versions['system'].split()[0]}{mended});",
        "its short form is part of the tests. The figures lie in `result.json`.",
        "",
        *(HEAD, RULE),
        *(_row(row, result["parts"]) for row in result["table"]),
    ]
    return "\n".join(lines) + "\n"


def _row(row: Mapping[str, Any], parts: list[Mapping[str, Any]]) -> str:
    tries: dict[str, int] = {}
    for part in parts:
        if row["row"] in part["rows"] and part["tries"]:
            tries[part["name"]] = tries.get(part["name"], 0) + part["tries"]
    told = [f"{name} ({n:,})" if len(tries) > 1 else name for name, n in tries.items()]
    cells = (row["row"], row["promise"], f"{row['tries']:,}", row["failures"], "; ".join(told))
    return f"| {' | '.join(map(str, cells))} |"
