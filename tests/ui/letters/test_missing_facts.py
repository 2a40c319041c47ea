"""Questions instead of blanks: what a letter wants is asked for, kept, or left out."""

from textual.widgets import Input

from g221_tui.ui.widgets.fields.field import Field
from ui.conftest import Opener, Window
from ui.letters.kit import NOW, know, stand_on


async def asked(w: Window) -> list[str]:
    """Open the letter to the post; the names of the facts that are asked for."""
    await stand_on(w, "consulate_email")
    await w.press("p")
    await w.dialog("MissingFacts")
    return [field.key for field in w.app.screen.query(Field)]


async def test_only_what_is_missing_is_asked_and_kept_as_facts(window: Opener) -> None:
    async with window(day=NOW) as w:
        names = await asked(w)
        assert names == ["birth_date", "nationality", "passport_number", "receipt_number"]
        await w.press(*"5 Mar 1990", "enter", *"Ruritania", "ctrl+s")
        await w.dialog("LetterSheet")
        assert "Birth date: 5 Mar 1990" in w.folded
        assert "Left out, because it is not recorded: passport number" in w.folded
        assert "USCIS receipt number. Press f" in w.folded
        assert "[" not in w.folded.replace("[/]", "")
        assert w.case.facts.nationality == "Ruritania"
        assert str(w.case.facts.birth_date) == "1990-03-05"


async def test_what_was_left_empty_is_not_asked_again_unless_f_asks(window: Opener) -> None:
    async with window(day=NOW) as w:
        before = w.file.read_bytes()
        await asked(w)
        await w.press("ctrl+s")  # nothing filled in: all of it is left out
        await w.dialog("LetterSheet")
        assert "Passport number" not in w.folded
        assert w.file.read_bytes() == before
        await w.press("escape")
        await w.closed()
        await w.press("p")
        await w.dialog("LetterSheet")
        await w.press("f")
        await w.dialog("MissingFacts")
        await w.fill(passport_number="X1234567")
        await w.press("ctrl+s")
        await w.dialog("LetterSheet")
        await w.sees("Set ")
        assert "Passport number: X1234567" in w.folded


async def test_a_date_that_can_not_be_read_is_said_and_nothing_is_lost(window: Opener) -> None:
    async with window(day=NOW) as w:
        await asked(w)
        await w.fill(birth_date="05/03/1990", nationality="[/]")
        await w.press("ctrl+s")
        await w.dialog("MissingFacts")
        await w.until(lambda: "! " in w.text, "what is wrong")
        assert w.app.screen.query_one("#f-nationality Input", Input).value == "[/]"
        assert w.case.facts.nationality == ""
        await w.press("escape")
        await w.sees("Give up what you have written here?")
        await w.press("y")
        await w.dialog("LetterSheet")


async def test_where_nothing_can_be_recorded_nothing_is_asked(window: Opener) -> None:
    async with window(day=NOW) as w:
        await w.press("left_square_bracket")
        await stand_on(w, "consulate_email")
        await w.press("p")
        await w.dialog("LetterSheet")
        await w.press("f")
        await w.sees("! You are looking at another day")


async def test_a_complete_case_is_asked_nothing(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(w)
        await stand_on(w, "consulate_email")
        await w.press("p")
        await w.dialog("LetterSheet")
        assert not w.app.screen.query_one("#facts").display


async def test_in_the_smallest_window_the_questions_and_the_letter_can_be_used(
    window: Opener,
) -> None:
    async with window(day=NOW, size=(40, 12)) as w:
        await asked(w)
        await w.press("enter", *"Ruritania", "ctrl+s")
        await w.dialog("LetterSheet")
        await w.sees("y copy", "l log it", "esc close")
        assert "Nationality: Ruritania" in w.folded


async def test_an_answer_may_bring_up_another_question(window: Opener) -> None:
    async with window(day=NOW) as w:
        know(
            w,
            us_link="unknown",
            us_state="",
            writer="",
            writer_role="",
            phone="1",
            address="1 Lake",
        )
        await stand_on(w, "senator")
        await w.press("p")
        await w.dialog("MissingFacts")
        first = [field.key for field in w.app.screen.query(Field)]
        assert first == ["us_link", "us_state"]
        await w.fill(us_link="employer", us_state="TX")
        await w.press("ctrl+s")
        await w.until(lambda: w.app.screen.query("#f-writer"), "the next question")
        await w.dialog("MissingFacts")  # it takes keys
        assert not w.app.screen.query("#f-us_link, #f-us_state")
        await w.press("escape")
        await w.dialog("LetterSheet")
        assert w.case.facts.us_link == "employer"
