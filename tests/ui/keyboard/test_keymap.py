"""A file gives actions other keys; what it can't give is refused in a line, the rest works."""

from pathlib import Path

import pytest

from g221_tui.ui.actions.all_actions import ACTIONS
from g221_tui.ui.keyboard.keymap import FILE_NAME, Keymap, read_keymap
from ui.conftest import Opener
from ui.letters.kit import know, letter

KEYS = {action.id: action.key for action in ACTIONS}


def read(folder: Path, text: str) -> Keymap:
    """What a file of this text gives."""
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return read_keymap(folder, KEYS)


def test_without_a_file_all_keys_are_those_of_the_table(tmp_path: Path) -> None:
    assert read_keymap(tmp_path, KEYS) == Keymap({})


def test_keys_are_given_by_the_ids_of_the_actions(tmp_path: Path) -> None:
    found = read(tmp_path, 'log = "v"\nevent = ["ctrl+e", ";"]\nadd = "l"\nfilter = "д"\n')
    assert found.problems == ()
    assert found.keys == {"log": "v", "event": "ctrl+e,semicolon", "add": "l", "filter": "д"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('lag = "v"', "keymap.toml, line 1: no action is called 'lag'"),
        ('\nlog = "V"', "line 2: log: V is a capital: with Caps Lock it would be another key"),
        ('log = "e"', "line 1: log: e is the key of event already"),
        ('log = "v"\nevent = "v"', "line 2: event: v is the key of log already"),
        ('log = "e"\nevent = "?!"', "line 1: log: e is the key of event already"),
        ('log = "escape"', "line 1: log: escape has its own meaning everywhere"),
        ('log = "ctrl+q"', "line 1: log: ctrl+q has its own meaning everywhere"),
        ('log = "whirl"', "line 1: log: 'whirl' is no key"),
        ('log = "hyper+v"', "line 1: log: 'hyper+v' is no key"),
        ('log = ""', "line 1: log: a key is a text, for example 'g' or 'ctrl+g'"),
        ("log = [3]", "line 1: log: a key is a text, for example 'g' or 'ctrl+g'"),
        ("log = []", "line 1: log needs a key, or several in brackets"),
        ("log = 7", "line 1: log needs a key, or several in brackets"),
        ("log = \n", "keymap.toml can't be read: Invalid value (at line 1, column 7)"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_line(tmp_path: Path, text: str, why: str) -> None:
    found = read(tmp_path, f'{text}\nroad = "z"')
    told = [line for line in found.problems if line.endswith(why) or line == why]
    assert told, found.problems
    assert all("\n" not in line for line in found.problems)
    assert ("road" in found.keys) is ("can't be read" not in why)


@pytest.mark.parametrize("content", [b'log = "\xff"', None])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / FILE_NAME
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    (problem,) = read_keymap(tmp_path, KEYS).problems
    assert problem.startswith("keymap.toml can't be read: ")


@pytest.mark.parametrize("value", ["[" * 3000 + "]" * 3000, "9" * 5000])
def test_a_value_that_python_cannot_make_is_one_line(tmp_path: Path, value: str) -> None:
    found = read(tmp_path, f"log = {value}")
    assert not found.keys
    (problem,) = found.problems
    assert problem.startswith("keymap.toml can't be read: ")
    assert len(problem) < 200


async def test_the_keys_in_force_are_those_that_work_and_are_shown(window: Opener) -> None:
    keymap = Keymap({"log": "v,semicolon", "add": "l"}, ("keymap.toml, line 3: no",))
    async with window(size=(120, 80), keymap=keymap) as w:
        assert "v ; log" in w.text
        assert "l add" in w.text
        await w.sees("keymap.toml, line 3: no")
        await w.press("v")
        await w.dialog("LogDialog")
        await w.press("escape")
        await w.closed()
        await w.press("l")
        await w.dialog("DocumentDialog")
        await w.press("escape")
        await w.closed()
        await w.press("a")
        await w.press("question_mark")
        await w.dialog("Help")
        await w.sees("v ;", "Log a call")


MOVED = Keymap(
    {"tick": "v", "log": "j", "undo": "ctrl+u", "correct": "g", "today": "z", "facts": "semicolon"}
)


async def test_every_text_that_names_a_key_names_the_one_in_force(window: Opener) -> None:
    async with window(size=(120, 40), keymap=MOVED) as w:
        await w.sees("v ticks it", "Still with you. v marks it as submitted today.")
        await w.press("shift+tab")
        await w.sees("v on its row")
        await w.press("home")
        await w.sees("Enter shows all of it. g corrects it.")
        await w.press("v")
        await w.sees("v ticks a document as submitted")
        await w.press("left_square_bracket")
        await w.sees("only to look at. z goes back to today.")
        await w.press("l")
        await w.press("j")
        await w.sees("nothing can be recorded. z goes back to today.")
        await w.pilot.click("#look")
        await w.until(lambda: w.app.session.looking is None, "today")


async def test_without_a_case_the_key_that_opens_one_is_the_one_in_force(window: Opener) -> None:
    async with window(seed=False, demo=False, keymap=Keymap({"new": "v", "demo": "ctrl+g"})) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.sees("v       open your case", "ctrl+g  look around")


OTHERS = Keymap({"mask": "v", "guide": "z", "mark": "semicolon", "add": "ctrl+a", "today": "9"})


async def test_the_help_names_the_keys_in_force_and_says_what_enter_does(window: Opener) -> None:
    async with window(size=(120, 40), keymap=OTHERS) as w:
        await w.press("question_mark")
        await w.dialog("Help")
        page = w.folded
        for pair in (";\nMark it, to send several", "ctrl+a\nList a document, or several"):
            assert pair in page
        assert "the guide (z) has a page" in page
        assert "enter\nSave" not in page
        await w.press("escape")
        await w.closed()
        await w.press("shift+tab")
        await w.press("question_mark")
        await w.dialog("Help")
        assert "[ ]\nLook at another day; 9 comes back to today" in w.folded


async def test_the_mask_is_put_on_a_dialog_by_the_key_in_force(window: Opener) -> None:
    async with window(size=(120, 40), keymap=OTHERS) as w:
        know(w)
        await letter(w)
        await w.press("m")
        await w.pilot.pause()
        assert not w.app.session.masked
        await w.press("v")
        await w.sees("Names and numbers are masked; v shows them.")
        await w.press("e")
        await w.sees("Masked: press v to see it in full, then e.")
        await w.press("escape")
        await w.closed()
        await w.press("f")
        await w.dialog("CorrectDialog")
        await w.sees("Escape, then v, to see and change it.")


async def test_what_an_empty_pane_asks_for_names_the_keys_in_force(window: Opener) -> None:
    keymap = Keymap({"add": "v", "correct": "z", "deadline": "semicolon"})
    async with window(size=(200, 60), seed=False, demo=False, keymap=keymap) as w:
        await w.dialog("NewCase")
        await w.fill(refused="2026-10-26")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("List each one with v, or", "say no with f.")
