"""What the user typed, made safe to show: the one cleaning function at the display boundary.

No terminal library strips escape sequences from text (they would set the window's title or write
the clipboard), so every face passes user text through here. The record keeps the raw text.
"""

import unicodedata

# Code points, not quantities: the classes of characters a terminal acts upon or hides.
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F
_C1 = range(0x80, 0xA0)
_SURROGATES = range(0xD800, 0xE000)
_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_ZWJ = "\u200d"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def as_text(text: str) -> str:
    """What came from the system where the locale is not UTF-8, so that it was not decoded.

    Its bytes stand in it as lone surrogates then; what they do not make text of stays as it is.
    """
    if text.isascii():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return text


def clean(text: str) -> str:
    """One line, nothing executed, nothing hidden: controls become visible marks."""
    if text.isascii() and text.isprintable():
        return text
    text = as_text(text)
    return "".join(_shown(text, i) for i in range(len(text)))


def clean_lines(text: str) -> str:
    """The same with line breaks kept, for notes shown whole."""
    return "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n"))


def _shown(text: str, i: int) -> str:
    char = text[i]
    code = ord(char)
    if code < _FIRST_PRINTABLE:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    if code in _C1 or code in _SURROGATES:
        return "\ufffd"
    if char == _ZWJ:
        return char if _joins_emoji(text, i) else _mark(code)
    if code in _VARIATION_SELECTORS:
        return ""  # terminals disagree about the width they give
    if unicodedata.category(char) in ("Cf", "Zl", "Zp"):
        return _mark(code)
    return char


def _mark(code: int) -> str:
    """A visible mark for a character that would hide or reorder text: `‹202E›`."""
    return f"‹{code:04X}›"


def _joins_emoji(text: str, i: int) -> bool:
    """Whether the zero-width joiner at `i` stands between two parts of one emoji."""
    before = i - 1
    while before >= 0 and ord(text[before]) in _VARIATION_SELECTORS:
        before -= 1
    return before >= 0 and i + 1 < len(text) and _is_emoji(text[before]) and _is_emoji(text[i + 1])


def _is_emoji(char: str) -> bool:
    return unicodedata.category(char) == "So" or ord(char) in _SKIN_TONES
