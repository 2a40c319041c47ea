"""Row 15: what was typed is text, whatever it is made of, in every field and every output."""

import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from faults.bad_values import refusal
from faults.commands import READING, Argument, arguments, texts, with_value
from faults.hostile import ACTED_UPON, as_path, is_parted, keeps_any_text
from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home
from g221_tui.core.edits.facts import fact_fields

TRIES = 8_000
LONG = 10_000
LISTED = "is on the list already"
"""The refusal of a paper whose name the list has."""
UNWRITTEN = ("There is no letter for ", "There is nothing to write for ")
"""How a letter is refused of which there is none."""
NOT_OPEN = 3
"""The code for a channel that is not open."""

PIECES = (
    *("[/]", "[bold]", "[@click=app.quit]", "[DS-5535]", "$name", "{0}", "%s", "`id`", "$(id)"),
    *(
        "\x1b[31m",
        "\x1b]52;c;eA==\x07",
        "\x1b]8;;http://x\x1b\\",
        "\x1b]0;t\x07",
        "\x1b[2J",
        "\x1b",
    ),
    *("\0", "\a", "\b", "\v", "\f", "\r", "\n", "\r\n", "\t", "\x1c", "\x7f"),
    *("\x85", "\x9b31m", "\x9d0;t\x9c", "\u2028", "\u2029", "\u00ad", "\u200b", "\u200c", "\u200e"),
    *("\u202e", "\u202a", "\u2066", "\u2069", "\u061c", "\ufeff", "\U000e0041", "\ufff9", "\u200d"),
    *("👩\u200d👩\u200d👧", "❤️", "🇮🇳", "👍🏽", "日本語", "cafe\u0301", "مرحبا", "ก็", "\u0300"),
    *("\udc80", "\ud83d", "\udfff", "\U0010ffff", "\ufffe", "\ue000"),
    *("a", "Org chart", " ", "  ", "--", "-", "=", "'", '"', "\\", "/", "#", "~", "&", "<b>", "%0"),
)
"""What hostile texts are made of."""
SHOWING: tuple[tuple[str, ...], ...] = (
    *(("status",), ("status", "--plain"), ("docs", "list"), ("contacts",), ("event", "list")),
    *(("history",), ("timeline",), ("channels",), ("cases",), ("next",), ("info",)),
    *(("undo", "--dry-run"), ("export", "json", "--full"), ("export", "json"), ("backup", "list")),
    *(("status", "--masked"), ("docs", "starter"), ("channels", "--further")),
)
"""Everything that prints."""
IN_JSON: tuple[tuple[str, ...], ...] = (
    *(("status", "--json"), ("docs", "list", "--json"), ("contacts", "--json")),
    *(("event", "list", "--json"), ("timeline", "--json"), ("status", "--json", "--masked")),
)
"""Everything that prints JSON."""


def hostile(folder: Path, share: float) -> Iterator[Tally]:
    """A random text in a random field; then what prints prints."""
    total = scaled(TRIES, share, 12)
    name = "a random hostile text in an option, place or fact, then shown"
    tally = Tally(name, 15, planned=total)
    yield tally
    places = [argument for argument in arguments() if argument.takes_value]
    facts = [field.name for field in fact_fields() if field.kind == "text"]
    with at_home(folder):
        template = Template(folder)
        for n in range(total):
            text = made(tally.chance)
            with tally.attempt((n, ascii(text[:80]))):
                g221 = template.fresh()
                if n % 4 == 0:
                    _fact(tally.chance, g221, tally.chance.choice(facts), text)
                else:
                    _argument(tally.chance, g221, tally.chance.choice(places), text)


def made(chance: random.Random) -> str:
    """A random hostile text."""
    pieces = [chance.choice(PIECES) for _ in range(chance.randrange(1, 9))]
    if chance.random() < 0.2:
        pieces.append(chr(chance.randrange(0x110000)))
    if chance.random() < 0.03:
        pieces.append(chance.choice("wx日") * LONG)
    # Two halves that belong together are one character wherever a text comes from.
    return "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _fact(chance: random.Random, g221: Runner, name: str, text: str) -> None:
    said = g221("set", f"{name}={text}")
    clean(said.err, 1)
    assert not text.strip() or text in texts(g221), "not kept as it was typed"
    _shown(chance, g221)


def _argument(chance: random.Random, g221: Runner, argument: Argument, text: str) -> None:
    text = as_path(g221, argument, text)
    parted = is_parted(argument, text)
    kept = keeps_any_text(argument) and bool(text.strip()) and not parted
    start = g221.file.read_bytes()
    said = g221.ended(*with_value(g221, argument, text))
    refused = 0 if kept else refusal(argument, text)
    # By chance the text may name something: then it is taken, the channel is not open yet, there
    # is no letter for what it names, or the paper is on the list already.
    unwritten = argument.command == "draft" and said.err.startswith(UNWRITTEN)
    listed = said.code == 1 and _names_a_paper(g221, text) and LISTED in said.err
    kept = kept and not listed
    taken = said.code in (0, refused) or _not_open(said.code, argument) or unwritten or listed
    # Of several lines none may hold a name, or one a paper that is on the list.
    assert taken or (parted and said.code in (1, 2)), said
    clean(said.out, None)
    clean(said.err, None if argument.command in READING else 1)
    if kept:
        assert text in texts(g221), "not kept as it was typed"
    elif said.code:
        assert g221.file.read_bytes() == start
    _shown(chance, g221)


def _not_open(code: int, argument: Argument) -> bool:
    return code == NOT_OPEN and argument.name == "channel"


def _names_a_paper(g221: Runner, text: str) -> bool:
    """Whether the text, but for blanks around it and its capitals, names a paper of the list."""
    listed = json.loads(g221.file.read_bytes()).get("documents", {}).values()
    return text.strip().casefold() in {row["name"].casefold() for row in listed}


def _shown(chance: random.Random, g221: Runner) -> None:
    """Two of the commands that print, one of them in JSON."""
    said = g221(*chance.choice(SHOWING))
    clean(said.out, None)
    clean(said.err, None)
    said = g221(*chance.choice(IN_JSON))
    said.json()
    assert said.out.isascii()
    clean(said.out, None)


def clean(shown: str, lines: int | None) -> None:
    """Nothing that a terminal obeys or hides; one line where one is promised."""
    for found in ACTED_UPON.finditer(shown):
        raise AssertionError(ascii(shown[max(0, found.start() - 40) : found.end() + 40]))
    for sign in set(shown) - {"\n", "\u200d"}:
        assert unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp", "Cs"), ascii(sign)
    assert lines is None or shown.count("\n") <= lines, shown
