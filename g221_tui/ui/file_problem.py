"""What stands on the screen while the file itself can't be shown, and how it is put back."""

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

LEFT = " It was left as it is."
"""What is said of a damaged file: that it can only be read says so too."""
PUT_BACK = "b puts it back."
MEND = (
    "Nothing: there is no good backup. Mend the file in an editor, or put a whole copy in its"
    " place: it is never overwritten, and shown here as soon as it can be read."
)
NEWEST = (
    "A backup is the file as it was before a change: the last change made before the damage may be"
    " missing."
)


class Ailment(Enum):
    """What is wrong with the file."""

    DAMAGED = auto()
    """It can't be understood."""
    GONE = auto()
    """There is none any more."""
    EMPTY = auto()
    """It holds no case any more."""
    UNREADABLE = auto()
    """It can't be read just now, which is no reason to replace it."""


class Rescue(NamedTuple):
    """What is shown in the place of the file."""

    ailment: Ailment
    file: Path
    """The file that is not shown."""
    shown: str = ""
    """What stands on the screen instead, in words; empty when nothing does."""
    backup: str = ""
    """The name of that backup; empty where it is what was read last."""
    last: str = ""
    """The last change in that backup."""

    @property
    def can_put_back(self) -> bool:
        """Whether what is shown may become the file."""
        return bool(self.shown) and self.ailment is not Ailment.UNREADABLE

    @property
    def line(self) -> str:
        """What one is looking at, and what can be done."""
        if not self.shown:
            return MEND
        return f"{self.shown}, read-only." + (f" {PUT_BACK}" if self.can_put_back else "")

    @property
    def found(self) -> str:
        """What is wrong, in a clause; the place is told beside it."""
        words = {
            Ailment.DAMAGED: "is damaged",
            Ailment.GONE: "is gone",
            Ailment.EMPTY: "holds no case any more",
            Ailment.UNREADABLE: "can't be read",
        }
        return f"{self.file.name} {words[self.ailment]}"

    def short(self, problem: str) -> str:
        """What the store says of it, as far as it is not told by the other lines."""
        told = problem.removesuffix(LEFT).replace(f"{self.file} ", f"{self.file.name} ", 1)
        return told or f"{self.found}."

    @property
    def refusal(self) -> str:
        """Why nothing can be recorded now."""
        way = " b puts back what you see." if self.can_put_back else ""
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
        if self.ailment is Ailment.GONE:
            parts.append("There is no file now, so nothing is replaced.")
        else:
            parts.append(f"{place}\nThat file is not lost: it is kept in {pinned}.")
        return "\n\n".join(parts)
