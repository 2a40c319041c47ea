"""What can go wrong, each in one plain line the user can act on."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class G221Error(Exception):
    """A problem with a message for the user; `exit_code` is what the command line ends with."""

    exit_code = 1


class Refused(G221Error):
    """The words were understood, but this may not be done (no such document, a wrong date)."""


class RefusedWithWay(Refused):
    """Refused with a way out that the command line and the dashboard name differently."""

    def __init__(self, why: str, *, typed: str = "", in_dashboard: str = "") -> None:
        """Take the reason and both ways.

        Args:
            why: Why it is refused.
            typed: The way out by what is typed in the command line; empty for none.
            in_dashboard: The one of the dashboard: actions by their ids in braces (`{correct}`),
                in whose place the keys in force are put.
        """
        super().__init__(f"{why} {typed}".strip())
        self.why = why
        """Why it is refused, without a way out."""
        self.in_dashboard = in_dashboard
        """The way out in the dashboard."""


class NoRecord(Refused):
    """There is no such record: the words are wrong, or it was removed meanwhile."""


class UnknownRecord(NoRecord):
    """No record of the case has the id that was typed; it may be one of another case."""

    def __init__(self, word: str, message: str) -> None:
        super().__init__(message)
        self.word = word
        """The id as typed."""


class Difference(NamedTuple):
    """A field that is another than it was shown."""

    name: str
    label: str
    before: str
    """What was shown, as text."""
    now: str
    """What it is now, as text."""


class ChangedSince(Refused):
    """A record is not as it was shown: somebody else changed it meanwhile; nothing was saved."""

    def __init__(self, message: str, differences: Sequence[Difference] = ()) -> None:
        super().__init__(message)
        self.differences = tuple(differences)
        """What changed; nothing where the record is gone."""


class NotUnderstood(G221Error):
    """The words could not be read: an unknown name, or a date of no known form."""

    exit_code = 2

    def __init__(self, message: str, *, unknown: str = "") -> None:
        super().__init__(message)
        self.unknown = unknown
        """What a word was read as that names nothing, nor begins so: `channel`; else empty."""


class UnreadField(NotUnderstood):
    """The text of a field could not be read: named as it is typed, and as a person reads it."""

    def __init__(self, name: str, label: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        """The field, as it is typed."""
        self.for_people = f"{label}: {why}"
        """The message with the field's label, for a face that does not show its name."""


class NotOpen(G221Error):
    """A status contact on a channel that is not open, without the explicit confirmation."""

    exit_code = 3


class NotImported(Refused):
    """Another file can't be taken in."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"Nothing was imported: {path}: {why}.")
        self.path = path
        """That file."""
        self.why = why
        """The reason, where the file is named beside it; no stop at its end."""


class FileFault(NamedTuple):
    """What is wrong with a file, as facts; a face makes the sentence of them."""

    why: str = ""
    """The reason: `permission denied`."""
    file: Path | None = None
    """The file that it is about."""
    state: str = ""
    """What the file is, in words that follow its name: `can't be read`."""
    place: str = ""
    """Where in the file: `line 3, column 8`."""

    def clause(self, name: str = "") -> str:
        """All of it, without a stop.

        Args:
            name: What to call the file; its path when it is empty.
        """
        file = "it" if self.file is None else str(self.file)
        head = f"{name or file} {self.state}" if self.state else ""
        return ": ".join(part for part in (head, self.place, self.why) if part)

    def sentence(self, name: str = "") -> str:
        """All of it as a sentence; the arguments are those of `clause`."""
        clause = self.clause(name)
        if not self.state:  # else the name of a file stands first
            clause = clause[:1].upper() + clause[1:]
        return f"{clause}."


class StoreError(G221Error):
    """The file could not be read or written; what is on disk is as it was."""

    outcome = ""
    """What was not done, said before what is wrong."""
    left = ""
    """What became of the file, said after it where the file is named."""

    def __init__(self, fault: FileFault | str, *, advice: str = "", outcome: str = "") -> None:
        """Keep the facts; the sentence is made when it is asked for.

        Args:
            fault: What is wrong; a text is a reason that needs no file and no place.
            advice: What to do about it, or what to know; without a stop.
            outcome: What was not done, where that is not what the class says.
        """
        super().__init__(fault, advice)
        self.fault = FileFault(why=fault) if isinstance(fault, str) else fault
        """What is wrong."""
        self.advice = advice
        """What to do about it, or what to know; without a stop."""
        self.outcome = outcome or self.outcome

    def told(self, name: str = "", *, left: bool = True) -> str:
        """What is wrong and what to do, without the last stop.

        Args:
            name: What to call the file; its path when it is empty.
            left: Whether to say what became of the file.
        """
        clause = self.fault.clause(name)
        first = f"{self.outcome}: {clause}" if self.outcome else clause
        after = self.left if left and self.fault.file is not None else ""
        return ". ".join(part for part in (first, after, self.advice) if part)

    def __str__(self) -> str:
        return f"{self.told()}."


class DamagedFile(StoreError):
    """The file is not what g221 wrote: it is left untouched."""

    left = "It was left as it is"

    def of(self, path: Path) -> "DamagedFile":
        """The same damage, with the file that it was found in."""
        return DamagedFile(self.fault._replace(file=path, state="is damaged"), advice=self.advice)


class NotSaved(StoreError):
    """A save was not done; the children name the reason."""

    outcome = "Nothing was saved"


class NewerSchema(NotSaved):
    """The file was written by a newer version: it can be read, never written."""


class ReadOnlyStore(NotSaved):
    """The file or its folder can't be written by this user."""


class LockTimeout(NotSaved):
    """Another process holds the file's lock and did not let go in time."""


class NoLocks(NotSaved):
    """The disk gives no locks; the save was not even begun."""


class ConflictError(NotSaved):
    """The file changed between reading and writing by a program that does not take the lock."""


class SaveFailed(NotSaved):
    """The save did not complete (full disk, I/O error); the file is as it was before."""


class AlreadyThere(SaveFailed):
    """A file was to be written where something lies already, and that may not be replaced."""

    outcome = "Nothing was written"
