"""A sign in ASCII for each of ours, one cell wide, for screens and streams that know no others.

A word stands beside every sign that tells a state, so that none is told by its stand-in.
"""

from collections.abc import Mapping
from types import MappingProxyType

STAND_INS: Mapping[str, str] = MappingProxyType(
    {
        "●": "*",
        "○": "o",
        "◐": "%",
        "◆": "<",
        "≠": "#",
        "◇": "+",
        "▶": ">",
        "▸": ">",
        "▾": "v",
        "▼": "v",
        "▲": "^",
        "▌": "|",
        "✔": "x",
        "□": ".",
        "▣": "o",
        "■": "#",
        "•": "*",
        "·": "-",
        "…": "~",
        "–": "-",
        "—": "-",
        "→": ">",
        "←": "<",
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
        "│": "|",
        "├": "|",
        "└": "`",
        "┼": "+",
    }
)
"""What stands for a sign."""
