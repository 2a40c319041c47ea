"""What each option, place and fact can't be."""

from faults.commands import Argument

DATES = (
    "",
    "soon",
    "05/02/2026",
    "2026",
    "2026-02-30",
    "32 Mar 2026",
    "-999999d",
    "05-02-2026",
    "٣",
)
CHOICE = ("", "maybe", "yes no", "--", "0")
NUMBER = ("x", "-1", "--", "1.5", "1e3", "99999999999999999999", "٣", "6O")

BAD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("--on", "--asked", "--expires", "--learned", "--due", "--page-created", "--page-updated"),
        DATES,
    ),
    **dict.fromkeys(("--refused", "--interview", "--today", "date"), DATES),
    **dict.fromkeys(("--tracking", "--petition", "--us-link"), CHOICE[1:]),
    **dict.fromkeys(("--by", "--purpose", "kind", "channel"), CHOICE),
    "state": CHOICE[1:],
    "--policy": ("maybe", "../guidance"),
    "--us-state": ("Texxas!", "ZZ", "1"),
    "--wait": NUMBER,
    "--rest": NUMBER,
    "--visa": (),
    "--case": ("", "7", "[/]", "1 2"),
    "--also": ("", "7", "relatives"),
    "id": ("", "7", "[/]"),
    "record": ("", "c-none", "[/]"),
    "values": ("", "colour=blue", "novalue", "=x"),
    "format": ("", "xml", "CSVV"),
    "what": ("", "calendar", "contacts"),
    "--schedule": CHOICE,
    "shell": ("", "tcsh", "[/]"),
    "--out": ("/no/such/folder/x.json", "/"),
    "path": ("", "/no/such/file.json", "/"),
    "ours": ("", "/no/such/file.json", "/"),
    "theirs": ("", "/no/such/file.json", "/"),
    "--file": ("/dev/null/x.json",),
}
"""Values that can't be taken, by option; those of one command below go first."""

OF_ONE: dict[tuple[str, str], tuple[str, ...]] = {
    ("draft", "--purpose"): CHOICE[1:],
    ("docs add", "--expires"): DATES[1:],
    ("docs set", "--expires"): DATES[1:],
    ("docs set", "name"): ("", "Diploma", "[/]"),
    ("docs remove", "name"): ("", "Diploma", "[/]"),
    ("docs add", "name"): ("", "  ", "Client letter"),
    ("docs add", "--reason"): ("because",),
    ("docs set", "--reason"): ("because",),
    ("docs starter", "reason"): ("because",),
    ("deadline add", "name"): ("", "  "),
    ("deadline remove", "name"): ("", "Lease", "[/]"),
    ("guide", "topic"): ("no such page",),
    ("why", "about"): ("", "embassy", "[/]"),
    ("backup restore", "name"): ("", "99", "pinned-9", "../case", "-1"),
    ("new", "--asked"): CHOICE[1:],
    ("new", "--reason"): ("because",),
    ("new", "--document"): ("", "  "),
    ("event add", "--visa"): ("maybe",),
    ("event add", "--asked"): CHOICE[1:],
    ("event add", "--document"): ("Client letter",),
    ("event add", "--post"): ("Ankara",),
    ("cases link", "kind"): CHOICE,
}

FREE = frozenset(
    {"--note", "--route", "--receipt", "--answer", "--status", "--ref", "--with", "--case-number"}
    | {"--post", "--visa", "--title", "base"}
)
"""The options that take any text: there is no bad one; a base that can't be read is none."""


def bad(argument: Argument) -> tuple[str, ...]:
    """Values that this argument can't take."""
    return OF_ONE.get((argument.command, argument.name)) or BAD.get(argument.name, ())


NAMING = frozenset(
    {"--also", "--case", "--file", "--out", "id", "record", "path", "ours", "theirs"}
)
"""The options and places that name a case, a record, a backup or a file."""
NAMING_OF_ONE = frozenset(
    {("docs set", "name"), ("docs remove", "name")}
    | {("deadline remove", "name"), ("backup restore", "name")}
)
"""The same, by command."""


def refusal(argument: Argument, value: str) -> int:
    """The code with which a value is refused: 2 where it can't be read, 1 where it names nothing.

    A name that is on the list already is read too.
    """
    if argument.name in NAMING or (argument.command, argument.name) in NAMING_OF_ONE:
        return 1
    return 1 if (argument.command, argument.name) == ("docs add", "name") and value.strip() else 2


FACTS: dict[str, tuple[str, ...]] = {
    "day": DATES,
    "date": ("soon", "05/02/2026", "2026", "2026-02-30"),
    "choice": ("maybe", "yes no"),
    "reasons": ("because", "documents, because"),
    "days": NUMBER,
    "year": ("x", "-1", "99999", "26"),
    "emergency": ("maybe", "05/02/2026"),
    "us_state": ("Texxas!", "ZZ", "1"),
    "flag": ("maybe",),
}
"""What the facts of a kind can't be."""
