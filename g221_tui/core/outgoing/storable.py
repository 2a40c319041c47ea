"""Text as a file for other programs can hold it: theirs is the display, ours the encoding."""

import re

UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Controls but the tab and the line breaks, half a character, and marks of byte order."""
INSTEAD = "\ufffd"
"""What stands in their place."""
BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
"""What other programs take for the end of a line."""


def storable(text: str, *, lines: bool = True) -> str:
    """The text with one kind of line break and nothing that a file can't hold.

    Args:
        text: The text.
        lines: Whether line breaks may stay; else each becomes a blank.
    """
    return UNSPEAKABLE.sub(INSTEAD, BREAK.sub("\n" if lines else " ", text))
