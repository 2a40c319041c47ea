"""Letters of other scripts stand for the keys in whose place they lie, outside of text."""

import pytest
from textual import events
from textual.widgets import Input

from g221_tui.ui.keyboard.layouts import HINT, Layouts, load_places
from g221_tui.ui.widgets.fields.field import Field
from g221_tui.ui.widgets.message_line import MessageLine
from ui.conftest import Opener, Window


def strikes(w: Window, *signs: str) -> None:
    """Strike keys that write these signs."""
    for sign in signs:
        w.app.post_message(events.Key(sign, sign))


def said(w: Window) -> str:
    """What the line of messages says."""
    return w.board.query_one(MessageLine).text


@pytest.mark.parametrize(
    ("sign", "key"),
    [
        *(("д", "l"), ("Д", "l"), ("у", "e"), ("ф", "a"), ("с", "c"), ("і", "s"), ("ё", "grave")),
        *(("λ", "l"), ("Ε", "e"), ("م", "l"), ("ش", "a"), ("ך", "l"), ("ק", "e"), ("ｌ", "l")),
        *(("Ｌ", "l"), ("L", "l"), ("？", "question_mark"), ("х", "left_square_bracket")),
        *(("Х", "left_curly_bracket"), ("[", "left_square_bracket")),
    ],
)
def test_a_letter_of_another_script_is_the_key_in_its_place(sign: str, key: str) -> None:
    heard = {*"leacs", "question_mark", "left_square_bracket", "left_curly_bracket"}
    name = "left_square_bracket" if sign == "[" else sign
    meant = Layouts("en").meant(events.Key(name, sign), heard)
    assert meant is not None
    assert meant.key == (key if key in heard else sign)


async def test_it_opens_what_that_key_opens(window: Opener) -> None:
    async with window() as w:
        strikes(w, "Д")
        await w.dialog("LogDialog")


@pytest.mark.parametrize("sign", ["ㅣ", "."])
async def test_what_could_be_several_keys_gets_a_hint(window: Opener, sign: str) -> None:
    async with window() as w:
        strikes(w, sign)
        await w.until(lambda: said(w) == HINT, "the hint")
        assert len(w.app.screen_stack) == 1


async def test_a_sign_that_is_itself_a_key_keeps_its_meaning(window: Opener) -> None:
    async with window() as w:
        w.app.post_message(events.Key("slash", "/"))  # the place of q in Hebrew
        await w.until(lambda: isinstance(w.app.focused, Input), "the filter")


async def test_text_stays_as_it_is_typed(window: Opener) -> None:
    async with window() as w:
        strikes(w, "ф")
        await w.dialog("DocumentDialog")
        strikes(w, *"Дфуｌ한.")
        field = w.app.screen.query_one("#f-name", Field)
        await w.until(lambda: field.value == "Дфуｌ한.", field.value)


async def test_answers_to_a_question_too(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        strikes(w, "Т")
        await w.closed()


@pytest.mark.parametrize(("key", "sign"), [("ctrl+й", None), ("ctrl+ض", "ض")])
async def test_ctrl_q_quits_everywhere(window: Opener, key: str, sign: str | None) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        w.app.post_message(events.Key(key, sign))
        await w.until(lambda: not w.app.is_running, "the end")


async def test_a_lock_key_writes_nothing_and_is_no_key(window: Opener) -> None:
    async with window() as w:
        w.app.post_message(events.Key("caps_lock", "A"))
        w.app.post_message(events.Key("left_shift", None))
        await w.press("a")
        await w.dialog("DocumentDialog")
        w.app.post_message(events.Key("caps_lock", "A"))
        strikes(w, "b")
        field = w.app.screen.query_one("#f-name", Field)
        await w.until(lambda: field.value == "b", field.value)


@pytest.mark.parametrize("sign", ["ㅣ", "한", "中", "あ", ".", "ز"])
def test_nobody_knows_which_key_it_is(sign: str) -> None:
    assert Layouts("en").meant(events.Key(sign, sign), {"slash", "c"}) is None


def test_letters_that_lie_elsewhere_are_taken_by_the_users_own_language() -> None:
    heard = {"r", "h", "l"}
    struck = events.Key("р", "р")
    for language, key in (("ru", "h"), ("en", "h"), ("sr", "r"), ("mk", "r")):
        meant = Layouts(language).meant(struck, heard)
        assert meant is not None
        assert meant.key == key


def test_every_layout_has_a_sign_in_each_place_and_tells_its_source() -> None:
    places = load_places()
    assert places.source
    assert places.as_of
    for layout in places.layouts:
        assert [len(row) for row in layout.keys] == [len(row) for row in places.us], layout.name
        letters = "".join(layout.keys).replace(" ", "")
        assert len(set(letters)) == len(letters), layout.name
