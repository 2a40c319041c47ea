"""What a person does with the dashboard, from one end to the other, and how many keys it takes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from g221_tui.core.model import DocumentState
from ui.conftest import DAY, Opener, Window


class Typed(str):
    """What is typed into a field; its letters are no keys of the program."""

    __slots__ = ()


Keys = tuple[str | Typed, ...]


class Story(NamedTuple):
    """One act, all of it by keys."""

    keys: Keys
    """What is struck, in order."""
    most: int
    """How many keys it may take beside what is typed."""
    done: Callable[[Window], bool]
    """Whether it is recorded, or shown."""
    new: bool = False
    """Whether there is no case yet."""


def contact(w: Window) -> tuple[str, date, str]:
    """The last contact of the first case."""
    last = w.case.contacts[-1]
    return last.channel, last.on, last.note


def sent(w: Window) -> int:
    """How many papers of the first case went in today."""
    return sum(paper.course().submission == DAY for paper in w.case.documents)


YESTERDAY = DAY - timedelta(days=1)
STORIES: dict[str, Story] = {
    "looked at CEAC, it says the same": Story(("=",), 1, lambda w: contact(w)[:2] == ("ceac", DAY)),
    "the last paper went in today, which starts the wait": Story(
        ("space", "y"), 2, lambda w: sent(w) == 1
    ),
    "that was a mistake": Story(("space", "y", "u", "y"), 4, lambda w: sent(w) == 0),
    "a paper went in yesterday, by courier": Story(
        ("enter", "s", Typed("yesterday"), "enter", Typed("courier"), "ctrl+s", "y"),
        5,
        lambda w: any(d.course().submission == YESTERDAY for d in w.case.documents),
    ),
    "a paper is ready": Story(
        ("enter", "2"),
        2,
        lambda w: any(d.course().state is DocumentState.READY for d in w.case.documents),
    ),
    "the post asks for one more paper": Story(
        ("a", Typed("Diploma"), "ctrl+s"),
        2,
        lambda w: "Diploma" in [d.name for d in w.case.documents],
    ),
    "called the post, with a note": Story(
        ("tab", "l", "ctrl+s"), 3, lambda w: len(w.case.contacts) > 1
    ),
    "a date not to miss": Story(
        ("t", Typed("Flight home"), "enter", Typed("1 May 2027"), "ctrl+s"),
        3,
        lambda w: date(2027, 5, 1) in [d.on for d in w.case.deadlines],
    ),
    "when may I write, and why": Story(
        ("tab", "down", "down", "enter"), 4, lambda w: "guide" in w.text
    ),
    "the calendar of the wait": Story(("w",), 1, lambda w: "December" in w.text),
    "the road ahead": Story(("r",), 1, lambda w: "road" in w.text.lower()),
    "a letter to the post, what is not known left out": Story(
        ("tab", "down", "down", "p", "ctrl+s"), 5, lambda w: "Subject" in w.text
    ),
    "all cases side by side": Story(("s",), 1, lambda w: "Cases, by what is due" in w.text),
    "read the guide on what is in focus": Story(("h",), 1, lambda w: "Source" in w.folded),
    "a new H-1B case with four papers": Story(
        (
            *(Typed("26 oct"), "enter", "enter", Typed("Mumbai"), "enter", Typed("H-1B"), "enter"),
            *(Typed("2026299 345 0001"), "enter"),
            *(Typed("Client letter, Org chart, Pay stubs, Tax returns"), "ctrl+s"),
        ),
        10,
        lambda w: len(w.saved().cases) == 1 and len(w.case.documents) == 4,
        new=True,
    ),
}


@pytest.mark.parametrize("name", STORIES)
async def test_each_story_takes_few_keys(window: Opener, name: str) -> None:
    story = STORIES[name]
    async with window(seed=not story.new, demo=not story.new) as w:
        await w.until(lambda: w.app.keys.idle, "the dashboard")
        for key in story.keys:
            await w.press(*(key if isinstance(key, Typed) else (key,)))
            await w.pilot.pause()
            await w.until(lambda: w.app.keys.idle, "rest")
        await w.until(lambda: story.done(w), name)
    own = [key for key in story.keys if not isinstance(key, Typed)]
    assert len(own) <= story.most
