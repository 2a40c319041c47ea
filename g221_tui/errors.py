"""What can go wrong, each in one plain line the user can act on."""

from collections.abc import Sequence
from typing import NamedTuple


class G221Error(Exception):
    """A problem with a message for the user; `exit_code` is what the command line ends with."""

    exit_code = 1


class Refused(G221Error):
    """The words were understood, but this may not be done (no such document, a wrong date)."""


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


class UnreadField(NotUnderstood):
    """The text of a field could not be read: named as it is typed, and as a person reads it."""

    def __init__(self, name: str, label: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.for_people = f"{label}: {why}"
        """The message with the field's label, for a face that does not show its name."""


class NotOpen(G221Error):
    """A status contact on a channel that is not open, without the explicit confirmation."""

    exit_code = 3


class StoreError(G221Error):
    """The file could not be read or written; what is on disk is as it was."""


class DamagedFile(StoreError):
    """The file is not what g221 wrote: it is left untouched. The message names the place."""


class NewerSchema(StoreError):
    """The file was written by a newer version: it can be read, never written."""


class ReadOnlyStore(StoreError):
    """The file or its folder can't be written by this user."""


class LockTimeout(StoreError):
    """Another process holds the file's lock and did not let go in time."""


class ConflictError(StoreError):
    """The file changed between reading and writing by a program that does not take the lock."""


class SaveFailed(StoreError):
    """The save did not complete (full disk, I/O error); the file is as it was before."""
