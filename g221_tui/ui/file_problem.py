"""What stands on the screen while the file itself can't be shown, and how it is put back."""

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from g221_tui.core.model import Book
from g221_tui.errors import FileFault, StoreError

PUT_BACK = "{} puts it back."
NO_BACKUP = (
    "Nothing: there is no good backup. Mend the file in an editor, or put a whole copy in its"
    " place: it is never overwritten, and shown here as soon as it can be read."
)
NEWEST = (
    "A backup is the file as it was before a change: the last change made before the damage may be"
    " missing."
)


class Kind(Enum):
    """What is wrong with the file, in words that follow its name."""

    DAMAGED = "is damaged"
    """It can't be understood."""
    GONE = "is gone"
    """There is none any more."""
    EMPTY = "holds no case any more"
    """It can be read, but the cases are no longer in it."""
    UNREADABLE = "can't be read"
    """It can't be read just now, which is no reason to replace it."""


class FileProblem(NamedTuple):
    """What is wrong with the file, and what is shown in its place."""

    kind: Kind
    """What is wrong."""
    file: Path
    """The file that is not shown."""
    error: StoreError | None = None
    """What the store says of it; none where it can be read."""
    shown: str = ""
    """What stands on the screen instead, in words; empty when nothing does."""
    backup: str = ""
    """The name of that backup; empty where it is what was read last."""
    last: str = ""
    """The last change in that backup."""

    @property
    def can_put_back(self) -> bool:
        """Whether what is shown may become the file."""
        return bool(self.shown) and self.kind is not Kind.UNREADABLE

    def line(self, key: str) -> str:
        """What one is looking at, and what can be done, by this key."""
        if not self.shown:
            return NO_BACKUP
        return f"{self.shown}, read-only." + (
            f" {PUT_BACK.format(key)}" if self.can_put_back else ""
        )

    @property
    def found(self) -> str:
        """What is wrong, in a clause; the place is told beside it."""
        return f"{self.file.name} {self.kind.value}"

    @property
    def told(self) -> str:
        """What is wrong and where; that it was left as it is, the other lines say."""
        if self.error is None:
            return f"{self.found}."
        name = self.file.name if self.error.fault.file == self.file else ""
        return f"{self.error.told(name, left=False)}."

    def refusal(self, key: str) -> str:
        """Why nothing can be recorded now, and the key that puts a good file back."""
        way = f" {key} puts back what you see." if self.can_put_back else ""
        return f"Nothing can be recorded: {self.found}.{way}"

    def question(self, place: str, pinned: Path) -> str:
        """What putting it back will do.

        Args:
            place: What is wrong with the file, and where.
            pinned: The folder in which the present file is kept.
        """
        parts = [f"{self.shown} becomes the file again: {self.file.absolute()}"]
        if self.last:
            parts.append(f"The last change in it: {self.last}")
        if self.backup:
            parts.append(NEWEST)
        if self.kind is Kind.GONE:
            parts.append("There is no file now, so nothing is replaced.")
        else:
            parts.append(f"{place}\nThat file is not lost: it is kept in {pinned}.")
        return "\n\n".join(parts)


def needs_attention(book: Book, path: Path) -> str:
    """One line about a file that may not be written, or records that could not be read."""
    if book.read_only is not None:
        return read_only(book.read_only, path)
    if not book.problems:
        return ""
    first, *others = book.problems
    if not others:
        return f"A record needs attention, kept as it is in the file: {first.where}"
    listed = " (enter on today lists them)" if book.cases else ""
    count = len(book.problems)
    return (
        f"{count} records need attention{listed}, kept as they are in the file: {first.where} ..."
    )


def read_only(fault: FileFault, path: Path) -> str:
    """Why a file may not be written; where the fault names the file, by its name alone."""
    return fault.sentence(path.name if fault.file == path else "")
