"""The ways out of a letter: copied, as a link, saved, logged."""

import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ui.conftest import Opener
from ui.letters.kit import NOW, know, letter, logged


async def test_y_copies_what_goes_out_and_does_not_claim_that_it_arrived(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("y")
        await w.sees("Whether it took it can't be known here")
        assert w.app.clipboard.startswith("To: visa.mumbai@example.org\nSubject: 2026299 345 0001")
        assert "Applicant: Ada Example" in w.app.clipboard


async def test_the_link_for_a_mail_program_is_shown_and_copied(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("o")
        await w.dialog("MailLink")
        await w.sees("Nothing is opened")
        await w.press("y")
        await w.sees("Given to the terminal to copy")
        parts = urlsplit(w.app.clipboard)
        assert (parts.scheme, parts.path) == ("mailto", "visa.mumbai@example.org")
        assert parse_qs(parts.query)["subject"][0].startswith("2026299 345 0001")
        assert len(w.app.clipboard) <= 1900
        await w.press("m")
        await w.sees("Names and numbers in it are masked.")
        assert "Example" not in w.folded.partition("mailto:")[2].partition("@")[2].partition("?")[2]
        await w.press("escape")
        await w.dialog("LetterSheet")


async def test_a_link_that_may_be_cut_holds_no_text_and_says_so(window: Opener) -> None:
    async with window(day=NOW, size=(120, 40)) as w:
        know(w, post_email="", applicant="Ada " + "Longname " * 200)
        await letter(w)
        await w.press("o")
        await w.dialog("MailLink")
        await w.sees("some mail programs cut it after 1,900", "No address is recorded")
        await w.press("y")
        assert "body=" not in w.app.clipboard


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


async def test_s_saves_it_for_the_user_alone(window: Opener, home: Path) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("s")
        await w.dialog("LetterFile")
        await w.press("ctrl+s")
        await w.dialog("LetterSheet")
        await w.sees("Wrote the letter to")
        saved = home / "g221-consulate_email.txt"
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600
        assert "Applicant: Ada Example" in saved.read_text(encoding="utf-8")


async def test_what_lies_there_is_written_over_only_when_that_is_meant(
    window: Opener, home: Path
) -> None:
    there = home / "g221-consulate_email.txt"
    there.write_text("my own")
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("s")
        await w.dialog("LetterFile")
        await w.press("ctrl+s")
        await w.sees("Something lies at")
        await w.press("enter")  # the careful answer is in front
        await w.dialog("LetterFile")
        assert there.read_text() == "my own"
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.press("y")
        await w.dialog("LetterSheet")
        assert "Ada Example" in there.read_text(encoding="utf-8")
        assert stat.S_IMODE(there.stat().st_mode) == 0o600


async def test_a_place_that_takes_no_letter_is_said_in_a_line(window: Opener, home: Path) -> None:
    async with window(day=NOW) as w:
        know(w)
        before = w.file.read_bytes()
        await letter(w)
        await w.press("s")
        await w.dialog("LetterFile")
        for path, why in (
            (str(w.file), "is the file of your cases"),
            (str(home), "there is something at"),
            (f"{home}/no/such", "!"),
            ("  ", "Name a file to write"),
        ):
            await w.fill(path=path)
            await w.press("ctrl+s")
            await w.sees(why)
            await w.dialog("LetterFile")
        assert w.file.read_bytes() == before
        assert list(home.iterdir()) == []


async def test_a_masked_letter_is_saved_masked(window: Opener, home: Path) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("m", "s")
        await w.dialog("LetterFile")
        await w.sees("Masked, as it is shown.")
        await w.press("ctrl+s")
        await w.dialog("LetterSheet")
        saved = (home / "g221-consulate_email.txt").read_text(encoding="utf-8")
        assert "Ada" not in saved


async def test_l_logs_it_with_its_words_and_u_takes_that_back(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        before = logged(w)
        await letter(w)
        await w.press("m", "l")  # the record is in full, whatever the screen shows
        await w.closed()
        await w.until(lambda: "Logged: E-mail on Thu 20 May 2027" in w.message, "the message")
        (made,) = [each for each in logged(w) if each not in before]
        assert made.on == NOW
        assert made.note.startswith("2026299 345 0001, Ada Example")
        assert "Applicant: Ada Example" in made.note
        await w.press("u")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        assert logged(w) == before


async def test_an_early_letter_is_logged_only_after_a_question(window: Opener) -> None:
    async with window() as w:
        know(w)
        before = logged(w)
        await letter(w)
        await w.press("l")
        await w.dialog("Confirm")
        await w.sees("E-mail is locked", "Only if it went out.")
        await w.press("enter")
        await w.dialog("LetterSheet")
        assert logged(w) == before
        await w.press("l")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        assert logged(w)[-1].early


async def test_the_sheet_of_the_channel_tells_a_logged_letter_in_a_line(window: Opener) -> None:
    async with window(day=NOW, size=(120, 40)) as w:
        know(w)
        await letter(w)
        await w.press("l")
        await w.closed()
        await w.press("enter")
        await w.dialog("ChannelSheet")
        assert "a question …" in w.folded
        assert "Applicant: Ada Example" not in w.folded


async def test_two_clicks_log_it_once(window: Opener) -> None:
    async with window(day=NOW, size=(120, 40)) as w:
        know(w)
        before = len(logged(w))
        await letter(w)
        await w.pilot.click("#log", times=2)
        await w.closed()
        assert len(logged(w)) == before + 1


async def test_it_is_saved_while_nothing_can_be_recorded(window: Opener, home: Path) -> None:
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        w.file.write_text("{")
        await w.press("s")
        await w.dialog("LetterFile")
        await w.press("ctrl+s")
        await w.dialog("LetterSheet")
        await w.sees("Wrote the letter to")
        saved = home / "g221-consulate_email.txt"
        assert "Applicant: Ada Example" in saved.read_text(encoding="utf-8")
        assert w.file.read_text() == "{"


async def test_it_is_saved_while_another_day_is_looked_at(window: Opener, home: Path) -> None:
    async with window(day=NOW) as w:
        know(w)
        await w.press("]")
        await w.sees("only to look at.")
        await letter(w)
        await w.press("s")
        await w.dialog("LetterFile")
        await w.press("ctrl+s")
        await w.dialog("LetterSheet")
        assert (home / "g221-consulate_email.txt").is_file()
