"""The rows of the reliability table: what is promised, by the numbers that the tests carry."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

TESTS = Path(__file__).parents[1]
"""The folder of all tests."""

ROWS: Mapping[int, str] = MappingProxyType(
    {
        1: "A save is all or nothing, and acknowledged means on disk",
        2: "A full disk changes nothing and says so in one line",
        3: "Several windows and commands at once lose nothing",
        4: "A change from outside is noticed before a write, never overwritten",
        5: "A damaged file is never overwritten; its place is named, a backup offered",
        6: "A newer file is only read; an older one is migrated after a backup",
        7: "What another version wrote survives a save",
        8: "Ten backups in turn, pinned ones for ever, never worse than the file",
        9: "Undo and redo reach back 50 steps, say what they do, overwrite nobody",
        10: "The file is its owner's alone; modes, owner and links are kept",
        11: "What can't be written is said in one line, and reading still works",
        12: "A lock is waited for, named, and free once its process is dead",
        13: "Interrupted at any moment, the file is whole",
        14: "A bad record is named and kept, the good ones work on",
        15: "What was typed is text, in every option and on every stream",
        16: "Bad input is one plain line, and nothing is half done",
        17: "No network: no command opens a socket",
        18: "Identifiers are masked in every masked output",
        19: "The terminal is restored, and any size works",
        20: "A bug is one plain message and a log without private data",
        21: "Every day count is on dates",
        22: "What was written is read: by every reader, after any command, from no file on",
        23: "Copies merge the same whichever takes in which, field by field; undo works across",
        25: "Without modes, links or locks it saves, or says the true reason and a way out",
        26: "No key is lost, misplaced or taken for a command",
    }
)
"""The promises by their numbers."""

OF_THE_DASHBOARD: frozenset[int] = frozenset()
"""The rows that only the dashboard's tests can show: they lie in `tests/ui`."""


def rows_to_show() -> Mapping[int, str]:
    """The rows that the tests which are here must show."""
    here = (TESTS / "ui").is_dir()
    return {n: text for n, text in ROWS.items() if here or n not in OF_THE_DASHBOARD}
