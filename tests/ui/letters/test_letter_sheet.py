"""The draft on its page: reached by a key, read, masked, another one chosen."""

from pathlib import Path

import pytest

from ui.conftest import Opener
from ui.letters.kit import NOW, know, letter, logged, stand_on

SIZES = [(80, 24), (120, 40), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_w_on_the_sheet_of_a_channel_drafts_its_letter(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, day=NOW) as w:
        know(w)
        before = w.file.read_bytes()
        await stand_on(w, "consulate_email")
        await w.press("enter")
        await w.dialog("ChannelSheet")
        await w.sees("Letter  w")
        await w.press("w")
        await w.dialog("LetterSheet")
        await w.sees("E-mail to the post: a question", "y copy", "esc close")
        assert "Applicant: Ada Example" in w.folded
        assert "Left out" not in w.folded
        await w.press("end", "escape")
        await w.closed()
        assert w.file.read_bytes() == before


@pytest.mark.parametrize(
    ("channel", "title"),
    [
        ("consulate_call", "Script for a call to the post"),
        ("dos", "Script for a call to State's visa line"),
        ("senator", "Letter to a member of Congress"),
    ],
)
async def test_p_on_the_row_drafts_a_script_or_a_letter(
    window: Opener, channel: str, title: str
) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w, channel)
        await w.sees(title)
        assert not w.app.screen.query_one("#mail").display
        await w.press("o")  # no e-mail, so no link
        await w.dialog("LetterSheet")


async def test_a_locked_channel_can_be_prepared_and_says_that_it_is_early(window: Opener) -> None:
    async with window() as w:
        know(w)
        await letter(w)
        await w.sees("! This is early. Opens Fri 25 Dec 2026")


async def test_a_second_request_says_so(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        assert "second request" not in w.folded
        await w.press("l")
        await w.closed()
        await letter(w)
        await w.sees("This is early", "This is the second request to this office.")


async def test_a_post_that_answers_nothing_gives_the_reason_and_takes_papers(
    window: Opener,
) -> None:
    async with window(day=NOW) as w:
        know(w, post="Dublin", visa="F-1")
        await letter(w)
        await w.sees("Dublin says that it answers no question", "p other")
        for key in "yeoslf":
            await w.press(key)
        await w.dialog("LetterSheet")
        assert not w.app.clipboard
        await w.press("p")
        await w.dialog("PurposeList")
        await w.press("j", "enter")
        await w.dialog("LetterSheet")
        await w.sees("E-mail to the post: papers", "y copy")


async def test_papers_and_questions_are_two_letters(window: Opener) -> None:
    async with window() as w:
        know(w)
        await letter(w)
        await w.press("p")
        await w.dialog("PurposeList")
        await w.sees("ask about the status: E-mail to the post: a question", "send documents")
        await w.press("down", "enter")
        await w.dialog("LetterSheet")
        await w.sees("E-mail to the post: papers")
        assert "early" not in w.folded
        assert "Org chart" in w.folded
        await w.press("l")
        await w.closed()
        assert logged(w)[-1].purpose == "documents"


async def test_m_masks_the_letter_and_what_is_copied(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("m")
        await w.sees("Names and numbers are masked")
        assert "Ada Example" not in w.folded
        assert "X1234567" not in w.folded
        await w.press("y")
        await w.sees("The masked letter is given to the terminal")
        assert "Ada" not in w.app.clipboard
        assert "WAC2190012345" not in w.app.clipboard
        await w.press("e")
        await w.sees("! Masked: press m to see it in full, then e.")
        await w.press("m")
        await w.until(lambda: "Applicant: Ada Example" in w.folded, "the name")


@pytest.mark.parametrize("channel", ["ceac", "vfs_tracker"])
async def test_a_page_to_look_at_has_no_letter(window: Opener, channel: str) -> None:
    async with window() as w:
        await stand_on(w, channel)
        await w.press("p")
        await w.sees("There is nothing to write for")
        await w.press("enter")
        await w.dialog("ChannelSheet")
        await w.press("w")
        await w.dialog("ChannelSheet")


async def test_a_closed_channel_gives_the_reason(window: Opener) -> None:
    async with window(case="4") as w:
        await letter(w, "consulate_call")
        await w.sees("There is no letter for")


async def test_wrong_keys_do_nothing(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        before = w.file.read_bytes()
        await letter(w)
        await w.press("1", "x", "space", "slash", "b", "n", "u", "tab", "ctrl+s", "f")
        await w.dialog("LetterSheet")
        assert w.file.read_bytes() == before


async def test_what_the_user_typed_is_text_in_a_letter(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w, applicant="[/] {{ 7*7 }} [bold]Ada[/bold]", nationality="[red]\x1b[2J")
        await letter(w)
        assert "Applicant: [/] {{ 7*7 }} [bold]Ada[/bold]" in w.folded
        assert "\x1b" not in w.folded
        await w.press("l")
        await w.closed()
        await stand_on(w, "consulate_email")
        await w.press("enter")
        await w.dialog("ChannelSheet")
        assert "[bold]Ada[/bold]" in w.folded


async def test_a_template_that_can_not_be_used_is_named(
    window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("G221_CONFIG", str(tmp_path))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("Dear all")
    async with window(size=(120, 40)) as w:
        await stand_on(w, "dos")
        await w.press("enter")
        await w.dialog("ChannelSheet")
        await w.press("w")
        await w.closed()
        await w.until(lambda: "mine.txt must begin with its front matter" in w.message, "the fault")


async def test_another_day_shows_its_letter_and_nothing_is_logged(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        before = w.file.read_bytes()
        await w.press("left_square_bracket")
        await letter(w)
        await w.press("l")
        await w.sees("! You are looking at another day")
        assert w.file.read_bytes() == before


async def test_the_palette_names_it(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        w.board.documents.focus()
        await w.press("ctrl+p")
        await w.pilot.pause()
        await w.press(*"letter")
        await w.sees("Prepare the letter or the telephone script")
        await w.press("enter")
        await w.dialog("LetterSheet")
