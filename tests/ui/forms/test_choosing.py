"""A field of one of several values: what typing finds, and what escape and tab leave."""

import pytest

from g221_tui.ui.widgets.fields.choice import Choice
from g221_tui.ui.widgets.fields.choice_list import ChoiceList, matching
from ui.conftest import Opener, Window

WAYS = [("not said", ""), ("e-mail", "e-mail"), ("employer sends", "employer sends")]


async def at_the_way(w: Window) -> Choice:
    """The form of how a paper went in, in the field of the way."""
    await w.press("enter")
    await w.dialog("Sheet")
    await w.press("s")
    await w.dialog("SubmittedDialog")
    await w.press("enter")
    choice = w.app.screen.query_one("#f-route Choice", Choice)
    await w.until(lambda: choice.has_focus, "the way")
    return choice


def unfolded(w: Window) -> ChoiceList:
    """The list of the ways."""
    return w.app.screen.query_one("#f-route ChoiceList", ChoiceList)


def rows(w: Window) -> list[str]:
    """The values that the list shows."""
    return unfolded(w).values


async def folds(w: Window) -> None:
    """Wait until the list is folded."""
    await w.until(lambda: not unfolded(w).display, "the fold")


async def test_escape_leaves_the_value_that_stood_there(window: Opener) -> None:
    async with window() as w:
        choice = await at_the_way(w)
        await w.press("e")
        await w.until(lambda: len(rows(w)) > 1, "several ways with e")
        await w.press("escape")
        await folds(w)
        assert (choice.value, choice.typed) == ("", "")
        await w.sees("How", "not said")
        await w.press(*"cour", "enter", "shift+tab", *"e", "down", "escape")
        await folds(w)
        assert choice.value == "courier"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("e",), ""),
        (("e", "down"), "employer sends"),
        (("e", "down", "up"), "e-mail"),
        (tuple("empl"), "employer sends"),
        (("down", "down"), "e-mail"),
        (tuple("qq"), ""),
    ],
)
async def test_tab_takes_what_was_gone_to_or_is_the_only_one(
    window: Opener, keys: tuple[str, ...], left: str
) -> None:
    async with window() as w:
        choice = await at_the_way(w)
        await w.press(*keys, "tab")
        await folds(w)
        assert choice.value == left
        assert w.app.screen.query_one("#f-receipt").has_focus_within


async def test_letters_that_nothing_has_are_shown_and_taken_back(window: Opener) -> None:
    async with window() as w:
        choice = await at_the_way(w)
        await w.press(*"qq")
        await w.sees("How qq", "Nothing has “qq” (backspace: a letter back)")
        await w.press("enter")
        assert choice.typed == "qq"
        await w.press("backspace", "backspace")
        await w.until(lambda: len(rows(w)) > 3, "all the ways")
        await w.press("escape")
        await folds(w)
        assert choice.value == ""


async def test_the_cursor_stays_at_either_end_of_the_list(window: Opener) -> None:
    async with window() as w:
        await at_the_way(w)
        await w.press("down", "up", "up")
        assert unfolded(w).highlighted == 0
        await w.press("end", "down")
        assert unfolded(w).highlighted == len(rows(w)) - 1


def test_the_start_of_a_word_comes_before_the_middle_of_one() -> None:
    assert [value for _, value in matching(WAYS, "m")] == ["e-mail"]
    assert [value for _, value in matching(WAYS, "e")] == ["e-mail", "employer sends"]
    assert [value for _, value in matching(WAYS, "s")] == ["", "employer sends"]
    assert [value for _, value in matching(WAYS, "ploy")] == ["employer sends"]
    assert matching(WAYS, "qq") == []


def test_what_the_command_line_calls_so_is_found_too() -> None:
    kinds = (("221(g) slip", "refused_221g"), ("Notice of intent to revoke", "noir"))
    assert [value for _, value in matching(kinds, "221g")] == ["refused_221g"]
    assert [value for _, value in matching(kinds, "NOIR")] == ["noir"]
    assert [value for _, value in matching(kinds, "refused")] == ["refused_221g"]
    assert matching(kinds, "noir ") == []


async def test_the_post_office_is_a_way(window: Opener) -> None:
    async with window() as w:
        choice = await at_the_way(w)
        await w.press(*"by", "enter")
        await folds(w)
        assert choice.value == "by mail"
