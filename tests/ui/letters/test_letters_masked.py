"""Masked, no page of a letter shows or copies an identifier of the record."""

import random

import pytest

from ui.conftest import Opener
from ui.letters.kit import NOW, letter
from ui.masking import fill, leaks, plain

CHANNELS = ("consulate_call", "consulate_email", "dos", "senator")


@pytest.mark.promise(18)
@pytest.mark.parametrize("seed", [221, 9])
async def test_no_letter_shows_or_copies_an_identifier(window: Opener, seed: int) -> None:
    async with window(size=(120, 40), day=NOW) as w:
        values = fill(w.app.session.tracker, random.Random(seed))
        w.board.session.load()
        await w.press("m")
        for channel in CHANNELS:
            await letter(w, channel)
            assert not leaks(w, values), channel
            await w.press("y", "o")
            await w.pilot.pause()
            assert not leaks(w, values), channel
            if type(w.app.screen).__name__ == "MailLink":
                await w.press("y", "escape")
                await w.dialog("LetterSheet")
            copied = plain(w.app.clipboard)
            assert [value for value in values if plain(value) in copied] == []
            await w.press("escape")
            await w.closed()


@pytest.mark.promise(18)
async def test_every_letter_to_the_post_is_masked(window: Opener) -> None:
    async with window(size=(120, 40), day=NOW) as w:
        values = fill(w.app.session.tracker, random.Random(4))
        w.board.session.load()
        await w.press("m")
        await letter(w)
        for _ in range(4):
            await w.press("p")
            await w.dialog("PurposeList")
            assert not leaks(w, values)
            await w.press("down", "enter")
            await w.dialog("LetterSheet")
            await w.pilot.pause()
            assert not leaks(w, values)
