"""Writes a value in another form: by itself, with nothing of the masker's."""

import random

WIDE = 0xFEE0
"""How far a full-width sign lies from its plain one."""
NOUGHTS = "0٠۰०০੦૦๐０𝟎"
"""The nought of several scripts; the other digits follow it."""
HIDDEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202a")
"""Signs nobody sees."""
BETWEEN = (" ", "-", ".", "/", "_", ",", "\u00a0", "\u2009", "\u2011", "\u2013", "\u2212", "*", "·")
"""What people put between digits."""


def wide(text: str, chance: random.Random) -> str:
    """In full width."""
    return "".join(chr(ord(s) + WIDE) if "!" <= s <= "~" else s for s in text)


def other_digits(text: str, chance: random.Random) -> str:
    """With the digits of another script."""
    nought = ord(chance.choice(NOUGHTS))
    return "".join(chr(nought + int(s)) if "0" <= s <= "9" else s for s in text)


def hidden(text: str, chance: random.Random) -> str:
    """With signs within it that nobody sees."""
    return "".join(s + (chance.choice(HIDDEN) if chance.random() < 0.3 else "") for s in text)


def parted(text: str, chance: random.Random) -> str:
    """With something between its signs, in groups of any length."""
    between, made = chance.choice(BETWEEN), ""
    for sign in "".join(s for s in text if s.isalnum()):
        made += sign + (between if chance.random() < 0.4 else "")
    return made.rstrip(between) if made else text


def spaced(text: str, chance: random.Random) -> str:
    """With a blank after each sign."""
    return " ".join(s for s in text if s.isalnum())


def joined(text: str, chance: random.Random) -> str:
    """In one."""
    return "".join(s for s in text if s.isalnum())


def small(text: str, chance: random.Random) -> str:
    """In small letters."""
    return text.lower()


def capitals(text: str, chance: random.Random) -> str:
    """In capitals."""
    return text.upper()


def underscored(text: str, chance: random.Random) -> str:
    """As the name of a file."""
    return text.replace(" ", "_")


def turned(text: str, chance: random.Random) -> str:
    """With its last word first."""
    *rest, last = text.split()
    return f"{last}, {' '.join(rest)}" if rest else text


OF_NUMBERS = (wide, other_digits, hidden, parted, spaced, joined, small, capitals)
OF_NAMES = (wide, hidden, joined, small, capitals, underscored, turned)
SHARED = (wide, hidden, small, capitals)
