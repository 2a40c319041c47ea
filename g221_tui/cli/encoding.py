"""Stand-ins for our own signs on a stream that knows only some of them, such as one in ASCII.

What the user typed is not ours to respell: signs that are not in the table are escaped.
"""

STAND_INS = {
    "●": "*",
    "○": "o",
    "◐": "o",
    "◆": "<",
    "≠": "#",
    "◇": "+",
    "▶": ">",
    "▸": ">",
    "▾": "v",
    "✔": "x",
    "□": "-",
    "▣": "x",
    "•": "*",
    "·": "-",
    "…": "...",
    "–": "-",
    "—": "-",
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "×": "x",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "‹": "<",
    "›": ">",
    "é": "e",
    "─": "-",
    "━": "=",
    "╸": "-",
    "│": "|",
    "├": "|",
    "└": "`",
}
"""What is written for a sign that the stream does not know."""


def spelled(text: str, encoding: str) -> str:
    """The text as the encoding can write it: as it is, else with stand-ins and escapes."""
    if text.isascii() or _knows(encoding, text):
        return text
    return "".join(sign if _knows(encoding, sign) else _stand_in(sign, encoding) for sign in text)


def _knows(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _stand_in(sign: str, encoding: str) -> str:
    escaped = sign.encode(encoding, "backslashreplace").decode(encoding)
    return STAND_INS.get(sign, escaped)
