"""A letter template of the user's that fails when it is filled in is one plain line on the page."""

import os
from pathlib import Path

from ui.conftest import Opener
from ui.letters.kit import NOW, know, letter, logged

FRONT = """\
title = "Mine"
source = "the letter of the post"
as_of = "2026"
channels = ["consulate_email"]
purposes = ["{}"]
medium = "e-mail"
subject = ["{{{{ case_number }}}}", "mine"]
"""
FAILS = "{{ 1 // 0 }}\n"
FAILS_MASKED = "I am {{ applicant }}. {{ 1 // (passport_number == 'X1234567') | int }}\n"
WHY = "division or modulo by zero"


def keep(purpose: str, body: str) -> None:
    """Lay a template of the user's for that purpose into the settings folder."""
    folder = Path(os.environ["G221_CONFIG"]) / "letters"
    folder.mkdir(parents=True)
    text = f"+++\n{FRONT.format(purpose)}+++\n{body}"
    (folder / "own.txt").write_text(text, encoding="utf-8")


async def test_the_first_letter_that_fails_says_why_and_leaves_the_others(window: Opener) -> None:
    keep("status", FAILS)
    async with window(size=(120, 40), day=NOW) as w:
        know(w)
        await letter(w)
        await w.sees("own.txt", WHY, "p shows the other letters of this channel.")
        await w.press("y", "s", "l", "p")
        await w.dialog("PurposeList")
        await w.press("down", "enter")
        await w.dialog("LetterSheet")
        await w.until(lambda: WHY not in w.folded, "another letter")


async def test_another_letter_that_fails_says_why(window: Opener) -> None:
    keep("documents", FAILS)
    async with window(size=(120, 40), day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("p")
        await w.dialog("PurposeList")
        await w.press("down", "enter")
        await w.dialog("LetterSheet")
        await w.sees("own.txt", WHY)
        await w.press("m")
        await w.sees("own.txt", WHY)


async def test_one_that_fails_only_while_masked_says_why_and_goes_nowhere(window: Opener) -> None:
    keep("status", FAILS_MASKED)
    async with window(size=(120, 40), day=NOW) as w:
        know(w)
        before = logged(w)
        await letter(w)
        await w.sees("I am Ada Example. 1")
        await w.press("m")
        await w.sees("own.txt", WHY)
        await w.press("y")
        await w.press("s", "o")
        await w.pilot.pause()
        assert type(w.app.screen).__name__ == "LetterSheet"
        assert w.app.clipboard == ""
        await w.press("m")
        await w.sees("I am Ada Example. 1")
        await w.press("o")
        await w.dialog("MailLink")
        await w.press("m")
        await w.sees("own.txt", WHY)
        assert logged(w) == before
