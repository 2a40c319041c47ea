"""Text for the screen: cleaned, measured in cells, cut or folded to a width, never markup."""

from textual.content import Content

from g221_tui.core.text.glyphs import ELLIPSIS
from g221_tui.core.text.sanitize import clean


def shown(text: str) -> Content:
    """User text as it may be shown, on one line."""
    return Content(clean(text))


def cells(text: str) -> int:
    """How many cells of the terminal a text takes."""
    return len(text) if _of_single_cells(text) else Content(text).cell_length


def _of_single_cells(text: str) -> bool:
    """Whether each sign surely takes one cell, as in nearly every text."""
    return text.isascii() and text.isprintable()


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    if _of_single_cells(text):
        return text[: width - 1].rstrip() + ELLIPSIS
    kept, used = [], 0
    for char in text:
        used += cells(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + ELLIPSIS


def fold(text: str, first: int, rest: int | None = None, most: int = 2) -> list[str]:
    """The text in lines broken between words: `first` cells, then `rest`, at most `most` lines."""
    rest = first if rest is None else rest
    lines: list[str] = []
    left = text
    while True:
        width = first if not lines else rest
        if cells(left) <= width or len(lines) == most - 1:
            lines.append(cut(left, width))
            return lines
        head, left = _break(left, width)
        lines.append(head)


def _break(text: str, width: int) -> tuple[str, str]:
    """The words that fit in `width`, and what is left; a longer word is broken."""
    fits = _fitting(text, width)
    space = text.rfind(" ", 0, fits + 1)
    end = space if space > 0 else max(fits, 1)
    return text[:end].rstrip(), text[end:].lstrip()


def _fitting(text: str, width: int) -> int:
    """How many signs from the first on fit in `width`."""
    if _of_single_cells(text):
        return max(0, min(width, len(text)))
    used = 0
    for place, char in enumerate(text):
        used += cells(char)
        if used > width:
            return place
    return len(text)


def spread(left: Content, right: Content, width: int) -> Content:
    """One part at the left end of a line, the other at its right end."""
    gap = max(1, width - left.cell_length - right.cell_length)
    return left + Content(" " * gap) + right


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` cells."""
    return text + " " * max(0, width - cells(text))
