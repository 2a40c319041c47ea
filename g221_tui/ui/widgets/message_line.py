"""What was just done, or why not: one line above the keys that covers nothing."""

import re
from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from g221_tui.core.text.glyphs import BETWEEN, CAUTION, TICKED
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import cells, cut, fold

LEAST_SECONDS = 8.0
"""Seconds that it stays at least."""
READ = 16
"""Cells that are read in a second."""
MOST = 3
"""It takes at most so many lines."""
LOW = 20
"""In a window of fewer rows it takes one."""


SENT = "{} papers sent: {}."
"""What is said of several papers that went in one after the other."""
HEAD = 12
"""So many cells of what was done are shown at least."""
LOOSE = 12
"""Cells that a folded line may leave empty at its end."""


def shortened(text: str, most: int) -> str:
    """The text in so many cells; its last sentence stays whole.

    What a change does to the wait is said last; before it may stand a long text of the user.
    """
    last = re.split(r"(?<=[.?!…]) (?=[A-Z])", text)[-1]
    room = most - cells(last) - 1
    return f"{cut(text[: -len(last)], room)} {last}" if room >= HEAD else cut(text, most)


def joined(texts: Sequence[tuple[str, bool]]) -> str:
    """The texts in one; each comes with whether it asks for care."""
    return BETWEEN.join(text for text, _ in texts)


class MessageLine(Widget):
    """Says it for as long as reading takes; what comes meanwhile is said beside it."""

    said: reactive[tuple[tuple[str, bool], ...]] = reactive((), layout=True)
    """Each text, raw, and whether it asks for care."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._ends: Timer | None = None
        self._sent: tuple[str, ...] = ()
        """The papers that went in one after the other, the last thing that was said."""
        self._beside: tuple[object, int] | None = None
        """The row beside which it was said, and after how many acts of the person; none while that
        is not known."""
        self.add_class("-empty")

    class Resized(Message):
        """It takes room, another number of lines, or none any more."""

    def on_resize(self) -> None:
        """Say so."""
        self.post_message(self.Resized())

    def say(self, text: str, *, care: bool = False) -> None:
        """Say one thing more."""
        if (text, care) not in self.said:
            self.said = (*self.said, (text, care))
        self._last()

    def say_only(self, text: str, *, care: bool = False) -> None:
        """Say one thing, in the place of what was said before."""
        self._sent = ()
        self.said = ((text, care),)
        self._last()

    def say_sent(self, text: str, name: str, effect: str) -> None:
        """Say that a paper went in; several in a row join.

        Args:
            text: The sentence of this one alone.
            name: The paper.
            effect: What it does to the wait; empty for nothing.
        """
        names = (*self._sent, name)
        joined = SENT.format(len(names), ", ".join(names))
        self.say_only(text if len(names) == 1 else f"{joined} {effect}".rstrip())
        self._sent = names

    def beside(self, row: object, acts: int) -> None:
        """The row in focus: what was said beside another one is over, unless more may join it.

        Args:
            row: What tells it from the others.
            acts: How often the person did something so far; where rows that are drawn anew, or
                another program's change, put another row under the cursor, nobody has moved.
        """
        if self._beside is None or self._beside[1] == acts:
            self._beside = row, acts
        elif self.said and row != self._beside[0] and not self._sent:
            self.clear()

    def clear(self) -> None:
        """Say nothing any more."""
        self._sent = ()
        self.said = ()

    def _last(self) -> None:
        """Stay for as long as reading takes, or until the cursor goes to another row."""
        self._beside = None
        if self._ends is not None:
            self._ends.stop()
        seconds = max(LEAST_SECONDS, cells(self._words) / READ)
        self._ends = self.set_timer(seconds, self.clear)

    @property
    def _words(self) -> str:
        return joined([(clean(text), care) for text, care in self.said])

    @property
    def text(self) -> str:
        """What is said now."""
        return self._words

    def watch_said(self) -> None:
        """Take room only while something is said."""
        self.set_class(not self.said, "-empty")
        if not self.said:  # what is hidden is not resized
            self.post_message(self.Resized())

    def _lines(self, width: int) -> list[str]:
        """The texts; where not all have room, the first, which says what was done, stays."""
        most = MOST if self.screen.size.height >= LOW else 1
        texts = [(clean(text), care) for text, care in self.said]
        room = max(4, width - 2)
        while len(texts) > 1 and len(fold(joined(texts), room, most=most + 1)) > most:
            # What only explains goes, the last of it first; then all warnings but the last one.
            explains = [n for n, (_, care) in enumerate(texts) if n and not care]
            if not explains and len(texts) == 2:
                break
            texts.pop(explains[-1] if explains else 1)
        words = joined(texts)
        if len(fold(words, room, most=most + 1)) > most:
            # Folding leaves some cells at the end of each line empty.
            whole = most * room - (most - 1) * LOOSE
            if len(texts) > 1:  # what was done makes room for the warning
                left = whole - cells(BETWEEN + texts[1][0])
                texts = [(cut(texts[0][0], left), False)] * (left >= HEAD) + texts[1:]
            words = shortened(joined(texts), whole)
        return fold(words, room, most=most) if words else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """A sign, and the words."""
        care = any(each for _, each in self.said)
        sign, style = (CAUTION, "bold $caution") if care else (TICKED, "bold $primary")
        lines = self._lines(self.size.width)
        if not lines:
            return Content("")
        text = "$caution" if care else "$foreground"
        drawn = [Content.assemble((f"{sign} ", style), (lines[0], text))]
        drawn += [Content.styled(f"  {line}", text) for line in lines[1:]]
        return Content("\n").join(drawn)
