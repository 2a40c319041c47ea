"""The stand-ins for our own signs."""

import json
import re
import tomllib
from pathlib import Path

import g221_tui
from g221_tui.cli.encoding import spelled
from g221_tui.core.text.ascii_signs import STAND_INS
from g221_tui.rules.shipped import POSTS_FILE

PACKAGE = Path(g221_tui.__file__).parent


def printed(file: Path) -> str:
    """The text of a file; of the posts without the names that a typed name is compared with."""
    text = file.read_text("utf-8")
    if file.name != POSTS_FILE:
        return text
    table = tomllib.loads(text)
    del table["plain_words"]
    for post in table["posts"]:
        post["places"] = list(post["places"])
        post.pop("country_names", None)
    return json.dumps(table, ensure_ascii=False)


COMPARED = ("core/privacy/", "core/text/paper_list.py", "core/text/dates", "data/layouts.toml")
"""Files and folders whose signs are compared with what is typed, and never printed."""


def test_every_sign_that_the_package_prints_has_one() -> None:
    every = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"), *PACKAGE.rglob("*.md")]
    files = [f for f in every if not f.relative_to(PACKAGE).as_posix().startswith(COMPARED)]
    used = {sign for file in files for sign in re.findall(r"[^\x00-\x7f]", printed(file))}
    assert used - set(STAND_INS) == set()


def test_they_are_ascii_themselves() -> None:
    assert all(stand_in.isascii() for stand_in in STAND_INS.values())


def test_only_what_the_encoding_does_not_know_is_replaced() -> None:
    assert spelled("● é ü", "ascii") == "* e \\xfc"
    assert spelled("● é ü", "latin-1") == "* é ü"
    assert spelled("● é ü", "utf-8") == "● é ü"
