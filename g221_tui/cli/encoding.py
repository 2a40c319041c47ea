"""Stand-ins for our own signs on a stream that knows only some of them, such as one in ASCII.

What the user typed is not ours to respell: signs that are not in the table are escaped.
"""

from g221_tui.core.text.ascii_signs import STAND_INS

LONGER = {"…": "...", "→": "->", "←": "<-"}
"""What stands for a sign where more than one cell may."""


def spelled(text: str, encoding: str) -> str:
    """The text as the encoding can write it: as it is, else with stand-ins and escapes."""
    if text.isascii() or _knows(encoding, text):
        return text
    odd = {sign for sign in text if not sign.isascii() and not _knows(encoding, sign)}
    return text.translate({ord(sign): _stand_in(sign, encoding) for sign in odd})


def _knows(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _stand_in(sign: str, encoding: str) -> str:
    escaped = sign.encode(encoding, "backslashreplace").decode(encoding)
    return LONGER.get(sign) or STAND_INS.get(sign, escaped)
