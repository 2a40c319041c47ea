"""Random bursts of keys, and what has to stand in every field after each.

A burst is a key that opens something, and what is typed after it without a look at the screen. It
is known beforehand what each field will hold: the dialog was opened once before, in peace, to see
where the tab key stops.
"""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.model import Case
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.keyboard.order import SILENCE
from g221_tui.ui.keyboard.rhythm import HELD
from ui.conftest import DAY
from ui.keyboard.watched import LOOK, MORE, Watched

MOST_KEYS = 200
SLOWEST = 0.06
"""Seconds between two keys, at most."""
STOPS = 8
"""Of a dialog, those in which something is typed."""
BOARD = "Dashboard"
TAB, ENTER, ESCAPE, SAVE, RIGHT, PALETTE = "\t", "\r", "\x1b", "\x13", "\x1b[C", "\x10"
SIGNS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .,;:-=?/[]{}()'éß漢й"
"""What is typed in fields: most are keys that do something elsewhere."""
CALM = 0.03
"""Seconds after an Enter that is one: what follows sooner makes it part of a paste."""


class Opener(NamedTuple):
    """Keys that open something."""

    keys: tuple[str, ...]
    screen: str
    """The class of what is in front then."""


FORMS = (
    Opener(("l",), "LogDialog"),
    Opener(("e",), "EventDialog"),
    Opener(("a",), "DocumentDialog"),
    Opener(("c",), "CorrectDialog"),
    Opener(("n",), "NewCase"),
    Opener((ENTER, "c"), "CorrectDialog"),
    Opener((RIGHT, ENTER, "l"), "LogDialog"),
)
LINES = (Opener(("/",), BOARD), Opener((PALETTE,), "CommandPalette"))
PAGES = (
    Opener(("r",), "RoadSheet"),
    Opener(("h",), "GuidePage"),
    Opener(("?",), "Help"),
    Opener(("s",), "Board"),
    Opener((ENTER,), "Sheet"),
    Opener(("u",), "Confirm"),
)
"""What has no field: nothing that is typed does anything there."""


class Bursts:
    """Bursts on one file, each in a state like the one before it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.file = folder / "case.json"
        self.file.unlink(missing_ok=True)
        rules, clock = load_rules(None), FixedClock(DAY)
        write_demo(Repository(self.file, clock), rules, DAY)
        something = AddDocuments(names=("Diploma",))  # so that there is something to undo
        Tracker(Repository(self.file, clock), rules, clock).apply(something)
        self.chance = chance
        self.watched = Watched(folder, self.file, DAY)
        self.watched.until(BOARD)
        self.typed: list[str] = []
        """The burst under way."""
        self._chains: dict[Opener, dict[str, Any]] = {}

    @property
    def case(self) -> Case:
        """The case as it is in the file."""
        return Repository(self.file, FixedClock(DAY)).load().cases[0]

    def one(self) -> None:
        """One burst of any kind."""
        kinds: Sequence[tuple[Callable[[], None], int]] = (
            (self.fills, 10),
            (self.writes_a_line, 3),
            (self.reads, 5),
            (self.saves, 3),
            (self.holds, 1),
        )
        draw = self.chance.choices([kind for kind, _ in kinds], [often for _, often in kinds])
        draw[0]()

    # The kinds.

    def fills(self) -> None:
        """A form, text in some of its fields; given up."""
        opener = self.chance.choice(FORMS)
        before = self.file.read_bytes()
        strokes, wanted = self._plan(opener, self._chain(opener))
        self._type([*opener.keys, *strokes])
        self._holds_exactly(wanted, opener.screen)
        self._leave()
        assert self.file.read_bytes() == before

    def writes_a_line(self) -> None:
        """The filter or the palette."""
        opener = self.chance.choice(LINES)
        before = self.file.read_bytes()
        text = self._text(self._length())
        self._type([*opener.keys, *text])
        now = self.watched.rests()
        assert now["screens"][-1] == opener.screen, now
        assert list(now["fields"].values()) == [text], now["fields"]
        self._leave()
        assert self.file.read_bytes() == before

    def reads(self) -> None:
        """Something without a field, and keys that mean nothing there."""
        opener = self.chance.choice(PAGES)
        before = self.file.read_bytes()
        heard = set(self._chain(opener)["keys"]) | {"y", "n", "q"}
        dead = [sign for sign in "abcdefghilmoprstuvwxz0123456789" if sign not in heard]
        self._type([*opener.keys, *self.chance.choices(dead, k=self._length())])
        now = self.watched.rests()
        assert now["screens"] == [BOARD, opener.screen], now
        if opener.screen == "Confirm":
            time.sleep(SILENCE + LOOK)  # a question took nothing of it
        self._leave()
        assert self.file.read_bytes() == before

    def saves(self) -> None:
        """A contact, saved within the burst; what follows goes nowhere."""
        opener = next(each for each in FORMS if each.screen == "LogDialog")
        chain = self._chain(opener)
        names = ["name"] if opener.screen == "DocumentDialog" else ["note", "answer", "ref", "with"]
        wanted = self.chance.sample(names, self.chance.randint(1, len(names)))
        strokes, told = self._plan(opener, chain, wanted)
        junk = self._text(self.chance.randint(0, 30))
        before = self.case
        self._type([*opener.keys, *strokes], end=SAVE + junk)
        front = self.watched.until(BOARD, "Confirm")
        time.sleep(SILENCE + LOOK)  # what went nowhere is over
        if front == "Confirm":
            self.watched.rests()
            self.watched.send("y")
        self.watched.until(BOARD)
        now = self.watched.rests()
        assert now["screens"] == [BOARD], now
        after = self.case
        self._look_anew()
        if opener.screen == "DocumentDialog":
            new = after.documents[len(before.documents) :]
            assert [d.name for d in new] == [" ".join(told["name"].split())], new
            assert after.contacts == before.contacts
        else:
            (new_contact,) = after.contacts[len(before.contacts) :]
            is_told = {
                "note": new_contact.note,
                "answer": new_contact.answer,
                "ref": new_contact.ref,
                "with": new_contact.with_whom,
            }
            for name, text in is_told.items():
                assert " ".join(text.split()) == " ".join(told[name].split()), (name, text)
            assert after.documents == before.documents
        assert after.events == before.events
        assert after.facts == before.facts

    def holds(self) -> None:
        """A space that is held down ticks once, or asks once."""
        before = self.case
        self._type([" "] * self.chance.randint(2, 60))
        now = self.watched.rests()
        after = self.case
        other = [a for a, b in zip(before.documents, after.documents, strict=True) if a != b]
        asked = now["screens"] == [BOARD, "Confirm"]
        assert len(other) == (0 if asked else 1), (now, other)
        assert (before.contacts, before.events) == (after.contacts, after.events)
        self._leave()
        self._look_anew()
        time.sleep(HELD + LOOK)  # the next space is another one

    # The parts.

    def _plan(
        self, opener: Opener, chain: dict[str, Any], names: Sequence[str] = ()
    ) -> tuple[list[str], dict[str, str]]:
        """The keys after the opener, and what each field holds in the end."""
        stops = chain["chain"]
        start = next(n for n, stop in enumerate(stops) if stop[0] == chain["focus"])
        stops = stops[start:]
        free = [n for n, stop in enumerate(stops) if stop[0] in (names or chain["fields"])]
        some = free if names else free[:STOPS]
        at = (
            some
            if names
            else sorted(self.chance.sample(some, self.chance.randint(1, min(3, len(some)))))
        )
        wanted, strokes, place = dict(chain["fields"]), list[str](), 0
        left = self._length()
        for n in at:
            strokes += [TAB] * (n - place)
            place = n
            name, before, after = stops[n]
            text = self._text(max(1, left // len(at)))
            strokes += text
            wanted[name] = before + text + after
        return strokes, wanted

    def _text(self, length: int) -> str:
        return "".join(self.chance.choices(SIGNS, k=length))

    def _length(self) -> int:
        """From one key to the most, short ones more often."""
        return int(min(MOST_KEYS, round(MOST_KEYS ** self.chance.random())))

    def _type(self, strokes: Sequence[str], end: str = "") -> None:
        """Send them in a rhythm of their own; an Enter that opens is followed by a moment."""
        most = self.chance.choice((0, 0, 0.005, 0.02, SLOWEST))
        before: list[str] = []
        self.typed = [*strokes, end]

        def pause() -> float:
            stroke = strokes[len(before)]
            before.append(stroke)
            return max(CALM * (stroke == ENTER), self.chance.uniform(0, most))

        self.watched.types(strokes, pause)
        if end:
            self.watched.types([end], lambda: 0)

    def _holds_exactly(self, wanted: dict[str, str], screen: str) -> None:
        now = self.watched.rests()
        assert now["screens"] == [BOARD, screen], now
        wrong = {
            n: (text, now["fields"].get(n))
            for n, text in wanted.items()
            if now["fields"].get(n) != text
        }
        assert not wrong, wrong

    def _chain(self, opener: Opener) -> dict[str, Any]:
        """What the app tells once that was opened in peace."""
        if opener not in self._chains:
            for key in opener.keys:
                self.watched.types([key], lambda: 0.03)
                self.watched.rests()
            self._chains[opener] = self.watched.now(MORE)
            assert self._chains[opener]["screens"][-1] == opener.screen, (
                opener,
                self._chains[opener],
            )
            self._leave()
        return self._chains[opener]

    def _look_anew(self) -> None:
        """Something was recorded: some dialogs begin with other words now."""
        for opener in [o for o in self._chains if o.screen in ("CorrectDialog", "DocumentDialog")]:
            del self._chains[opener]

    def _leave(self) -> None:
        """Back to the dashboard, in its first pane; nothing is saved."""
        while True:
            now = self.watched.rests()
            filtered = any(now["fields"].values()) or now["focus"].startswith("Line")
            if now["screens"] == [BOARD] and not filtered:
                break
            gives_up = now["screens"][-1] == "GiveUp"
            if gives_up:
                time.sleep(SILENCE + LOOK)
            self.watched.send("y" if gives_up else ESCAPE)
            self.watched.changes(now)
        while self.watched.rests()["focus"] != "DocumentsPane#documents":
            self.watched.types([TAB], lambda: 0)
