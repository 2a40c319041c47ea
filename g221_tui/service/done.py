"""What the faces say of a change that was made."""

import msgspec


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was done."""

    sentence: str
    """What was done and what that does, as the history keeps it."""
    record: str = ""
    """The id of the record it made or changed; empty where it is none, or several."""
    case: str = ""
    """The id of its case; empty where it is the whole file."""
    warnings: tuple[str, ...] = ()
    """What is odd about it, though it was done."""
    notes: tuple[str, ...] = ()
    """What it means."""
    saved_but: str = ""
    """What the save could not make sure of, in a sentence; nearly always empty."""
    with_case: str = ""
    """Of a step taken back or again: the sentence, with its case named where there are others."""
