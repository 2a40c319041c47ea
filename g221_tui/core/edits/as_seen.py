"""That a record is as it was shown: another window or a command may have changed it meanwhile."""

from collections.abc import Iterable, Mapping

from g221_tui.core.fields.table import Field, field_text
from g221_tui.errors import ChangedSince, Difference

GONE = (
    "It was taken away meanwhile, in another window or by a command. Nothing was saved; what you"
    " wrote stands here until you leave."
)
"""What is said where a record that was shown is no longer in the file."""


def must_be_as_seen(seen: Mapping[str, str], now: Iterable[tuple[Field, object]]) -> None:
    """Make sure that a record is as it was shown.

    Args:
        seen: The texts of its fields as they were shown, by the names of the fields.
        now: Its fields with their values.

    Raises:
        ChangedSince: it is not; the error tells what changed.
    """
    present = {field.name: (field.label, field_text(value)) for field, value in now}
    found = []
    for name, text in seen.items():
        label, current = present.get(name, (name, ""))
        if text != current:
            found.append(Difference(name, label, text, current))
    if found:
        names = ", ".join(difference.label for difference in found)
        raise ChangedSince(f"Nothing was saved: changed meanwhile by another: {names}.", found)
