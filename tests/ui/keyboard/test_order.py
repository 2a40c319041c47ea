"""Which key goes where: type-ahead, tab, a paste without brackets, a key that is held."""

import asyncio
import json
from collections.abc import Iterator
from itertools import count

import pytest
from textual import events
from textual.widgets import Input, TextArea

from g221_tui.ui.keyboard.order import CHANGES
from g221_tui.ui.widgets.fields.field import Field
from ui.conftest import Opener, Window
from ui.lives.hands import strikes, types


def hurried(w: Window, seconds: float) -> None:
    """Let each key count as struck so many seconds after the last."""
    times: Iterator[float] = (n * seconds for n in count())
    w.app.keys.arrived = lambda key: next(times)


async def rest(w: Window) -> None:
    """Wait until every key was taken."""
    for _ in range(2):
        await w.pilot.pause()
        await w.until(lambda: w.app.keys.idle, "rest")


def changes(w: Window) -> int:
    """How many changes the file remembers."""
    return len(json.loads(w.file.read_text())["history"])


def line(w: Window, key: str) -> str:
    """What a line of the dialog on top holds."""
    return w.app.screen.query_one(f"#f-{key}", Field).value


async def test_what_is_typed_after_the_key_that_opens_a_dialog_goes_into_it(window: Opener) -> None:
    async with window() as w:
        before = w.file.read_bytes()
        types(w, "aasked them if u m n ")
        await rest(w)
        await w.dialog("DocumentDialog")
        assert line(w, "name") == "asked them if u m n "
        await w.press("escape", "y")
        await w.closed()
        assert w.file.read_bytes() == before


async def test_a_letter_after_tab_goes_to_the_next_field(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        fields = [c for c in w.app.screen.focus_chain if isinstance(c, Input)]
        types(w, "x")
        strikes(w, "tab")
        types(w, "y")
        await rest(w)
        assert fields[0].value == "x"
        assert w.app.focused not in (None, fields[0])


async def test_what_is_typed_at_the_start_waits_for_the_first_dialog(window: Opener) -> None:
    async with window(seed=False) as w:
        await rest(w)
        await w.dialog("NewCase")
        assert len(w.app.screen_stack) == 2


async def test_a_choice_and_a_text_in_one_go(window: Opener) -> None:
    async with window() as w:
        strikes(w, "e")
        types(w, "221")
        strikes(w, "enter")
        types(w, "2 nov")
        await rest(w)
        assert line(w, "kind") == "refused_221g"
        assert line(w, "on") == "2 nov"


async def test_what_was_typed_in_a_choice_is_kept_by_tab_and_by_a_save(window: Opener) -> None:
    async with window() as w:
        strikes(w, "l")
        types(w, "att")
        strikes(w, "tab")
        await rest(w)
        assert line(w, "channel") == "attorney"
        await w.until(lambda: w.app.focused is not None, "the focus on the next field")
        await w.press("escape")
        await rest(w)
        if len(w.app.screen_stack) > 1 and type(w.app.screen).__name__ == "GiveUp":
            await w.press("y")
        await w.closed()
        strikes(w, "l")
        types(w, "att")
        await rest(w)
        strikes(w, "ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].channel == "attorney"


async def test_a_new_day_or_a_change_outside_moves_no_key(window: Opener) -> None:
    async with window() as w:
        types(w, "ahalf of ")
        await w.dialog("DocumentDialog")
        types(w, "a ")
        w.board.session.load()
        w.board.show()
        types(w, "name")
        await rest(w)
        assert line(w, "name") == "half of a name"


async def test_the_first_letter_after_the_filter_was_opened_goes_into_it(window: Opener) -> None:
    async with window() as w:
        for word in ("a02", "l", "]5"):
            w.app.simulate_key("slash")
            for sign in word:
                w.app.post_message(
                    events.Key("right_square_bracket" if sign == "]" else sign, sign)
                )
            await rest(w)
            assert w.app.screen.query_one("Find Input", Input).value == word
            await w.press("escape")


async def test_a_question_takes_no_answer_that_was_given_before_it_stood(window: Opener) -> None:
    async with window() as w:
        before = w.file.read_bytes()
        strikes(w, "space")
        types(w, "yy")
        await rest(w)
        await w.dialog("Confirm")
        assert w.file.read_bytes() == before
        await w.press("y")
        await w.closed()
        assert w.file.read_bytes() != before


async def test_what_is_typed_while_a_dialog_saves_goes_nowhere(window: Opener) -> None:
    async with window() as w:
        types(w, "aDiploma")
        strikes(w, "ctrl+s")
        types(w, "enl")
        await w.closed()
        await rest(w)
        assert len(w.app.screen_stack) == 1
        assert [d.name for d in w.case.documents][-1] == "Diploma"


async def test_the_rest_of_a_text_that_went_nowhere_is_no_command(window: Opener) -> None:
    async with window() as w:
        hurried(w, 0.1)
        types(w, "aDiploma")
        strikes(w, "ctrl+s")
        types(w, "a")
        await w.closed()
        await rest(w)
        types(w, "Data sheet")
        strikes(w, "enter")
        await rest(w)
        assert len(w.app.screen_stack) == 1
        assert [d.name for d in w.case.documents][-1] == "Diploma"
        await w.sees("What you typed went nowhere")


async def test_after_a_pause_keys_count_again(window: Opener) -> None:
    async with window() as w:
        times = iter([*(n * 0.1 for n in range(10)), *(5 + n for n in range(20))])
        w.app.keys.arrived = lambda key: next(times)
        types(w, "aDiploma")
        strikes(w, "ctrl+s")
        types(w, "a")
        await w.closed()
        await rest(w)
        types(w, "aData sheet")
        await rest(w)
        assert line(w, "name") == "Data sheet"


async def test_what_follows_a_refused_save_does_not_move_to_another_field(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        strikes(w, "ctrl+s")
        types(w, "Diploma")
        await rest(w)
        assert line(w, "name") == "Diploma"
        assert len(w.app.screen_stack) == 2


@pytest.mark.parametrize(("apart", "kept"), [(0.009, "one two"), (0.0, "one two")])
async def test_an_enter_within_a_paste_is_a_blank_and_does_not_save(
    window: Opener, apart: float, kept: str
) -> None:
    async with window() as w:
        count_before = len(w.case.documents)
        await w.press("t")
        await w.dialog("DeadlineDialog")
        hurried(w, apart)
        types(w, "one\n\ntwo")
        await rest(w)
        assert line(w, "name") == kept
        assert len(w.case.documents) == count_before


async def test_an_enter_that_comes_before_the_rest_of_a_paste_is_part_of_it(window: Opener) -> None:
    async with window() as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.press(*"one")
        times = iter((10.0, 10.005, 10.01))
        w.app.keys.arrived = lambda key: next(times)
        w.app.keys.pause = 0.5
        strikes(w, "enter")
        await w.pilot.pause(0.02)
        types(w, "tw")
        await rest(w)
        assert line(w, "name") == "one tw"


async def test_an_enter_within_a_paste_is_a_new_line_in_an_area(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        area = w.app.screen.query_one("#f-name TextArea", TextArea)
        w.app.screen.set_focus(area)
        hurried(w, 0.001)
        types(w, "one\ntwo")
        await rest(w)
        assert area.text == "one\ntwo"


async def test_an_enter_within_a_paste_opens_nothing(window: Opener) -> None:
    async with window() as w:
        hurried(w, 0.001)
        types(w, "j\n")
        await rest(w)
        assert len(w.app.screen_stack) == 1


@pytest.mark.parametrize(("apart", "ticks"), [(0.69, 1), (0.71, 4)])
async def test_a_space_that_is_held_ticks_once(window: Opener, apart: float, ticks: int) -> None:
    async with window() as w:
        await w.press("a", *"Diploma", "ctrl+s")
        await w.closed()
        hurried(w, apart)
        done = changes(w)
        strikes(w, "space", 4)
        await rest(w)
        assert changes(w) == done + ticks


async def test_spaces_are_written_as_they_are_typed(window: Opener) -> None:
    async with window() as w:
        hurried(w, 0.03)
        types(w, "aa   b")
        await rest(w)
        assert line(w, "name") == "a   b"


async def test_a_paste_keeps_its_place_among_the_keys(window: Opener) -> None:
    async with window() as w:
        types(w, "tone ")
        w.app.post_message(events.Paste("two\nthree"))
        types(w, " four")
        await rest(w)
        assert line(w, "name") == "one two three four"


async def test_ctrl_q_is_heard_even_where_other_keys_go_nowhere(window: Opener) -> None:
    async with window() as w:
        await w.press("question_mark")
        await w.dialog("Help")
        strikes(w, "q")
        types(w, "n")
        strikes(w, "ctrl+q")
        await w.until(lambda: not w.app.is_running, "the end")


async def test_ctrl_q_is_heard_while_all_other_keys_wait(window: Opener) -> None:
    async with window() as w:
        w.board.run_worker(asyncio.Event().wait(), group=CHANGES)
        strikes(w, "l")
        await w.pilot.pause()
        assert w.app.keys.waiting == 1
        strikes(w, "ctrl+q")
        await w.until(lambda: not w.app.is_running, "the end")
