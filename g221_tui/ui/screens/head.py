"""The lines above the panes, and what each of them says."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from g221_tui.core.snapshot.next.documents_step import KIND as DOCUMENTS
from g221_tui.core.snapshot.subjects import channel_of_step
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import distance, long_date, near_date
from g221_tui.core.views import AnsweredBy, DocumentItem, Snapshot, StageView
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.head.labelled import Labelled
from g221_tui.ui.widgets.head.next_band import NextBand
from g221_tui.ui.widgets.head.standing_line import StandingLine
from g221_tui.ui.widgets.head.title_line import TitleLine
from g221_tui.ui.widgets.head.wait_axis import WaitAxis
from g221_tui.ui.widgets.panes.timeline import Today

NO_CASE = "Open a case with {new}: the date of the refusal is enough to begin."
TICK_KEY, LIST_KEY, LOG_KEY = "{tick} ticks it", "{add} lists them", "{log} logs it"
TICK_THERE = "{tick} on its row"
"""The first of them, while the cursor stands on no paper that is owed."""
ANSWER_KEYS = {AnsweredBy.EVENT: "{event} records it", AnsweredBy.FACT: "{facts} records it"}
"""The keys that do what the next step says, and what they do."""
ONLY_LOOK = "only to look at. {today} goes back to today."
"""What is said of another day: in the smallest window the way back is in sight."""
CLICKED = {"shown": "restore", "copy": "import", "look": "today"}
"""The actions whose keys are named in lines, by the ids of these: a click does them."""


class Head(Vertical):
    """The title, the wait, the next step, and the lines of which those without a text are gone."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What is shown; none while there is no case."""

    def compose(self) -> ComposeResult:
        """The lines in their order."""
        yield TitleLine().data_bind(Head.snapshot)
        yield WaitAxis().data_bind(Head.snapshot)
        yield NextBand(id="next")
        yield StandingLine(id="standing")
        yield Labelled("NOTE", id="note", style="$muted", most=6)
        yield Labelled("FILE", id="file", style="$caution", label_style="bold $caution", most=3)
        yield Labelled("SHOWN", id="shown", label_style="bold $caution", most=4)
        yield Labelled("COPY", id="copy", label_style="bold $caution", most=3)
        yield Labelled("LOOK", id="look", style="$caution", label_style="bold $caution")

    class Resized(Message):
        """It takes another number of lines: the panes have more room, or less."""

    class Opened(Message):
        """A line was clicked: what stands behind it?"""

        def __init__(self, subject: object) -> None:
            super().__init__()
            self.subject = subject
            """What the line speaks of: the next step, a deadline; else the day that is shown."""

    @on(NextBand.Opened)
    def _open_next(self, event: NextBand.Opened) -> None:
        event.stop()
        if self.snapshot is not None:
            self.post_message(self.Opened(self.snapshot.next))

    @on(StandingLine.Opened)
    def _open_standing(self, event: StandingLine.Opened) -> None:
        event.stop()
        if self.snapshot is not None:
            found = self.snapshot.attention.due if event.due else ()
            self.post_message(self.Opened(found[0] if found else Today(self.snapshot.today)))

    def on_resize(self) -> None:
        """Say so."""
        self.post_message(self.Resized())

    def point_at(self, session: Session, subject: object) -> None:
        """Name the key of the next step, as it holds on the row in focus."""
        snapshot = session.view.snapshot if session.view is not None else None
        hint = next_key(snapshot) if snapshot and session.may_record else ""
        owed = isinstance(subject, DocumentItem) and subject.outstanding
        shown = session.with_keys(hint)
        if hint == TICK_KEY:
            # As wide as the other: the lines below don't jump while the cursor moves.
            there = session.with_keys(TICK_THERE)
            shown = shown.rjust(len(there)) if owed else there
        self.query_one(NextBand).hint = shown

    def show(self, session: Session) -> None:
        """Write the lines anew."""
        snapshot = session.view.snapshot if session.view is not None else None
        title = self.query_one(TitleLine)
        title.masked, title.demo = session.masked, session.demo
        self.query_one(WaitAxis).looking = session.looking is not None
        band, standing = self.query_one(NextBand), self.query_one(StandingLine)
        band.text = session.shown(snapshot.next.text if snapshot else no_case(session))
        standing.now = now(snapshot.stage) if snapshot else ""
        standing.due = session.shown(due(snapshot)) if snapshot else ""
        standing.pressing = snapshot is not None and any(
            deadline.level is not None for deadline in snapshot.attention.due
        )
        for line, text in lines(session).items():
            shown = self.query_one(f"#{line}", Labelled)
            shown.text = session.shown(text)
            shown.key = session.struck(CLICKED[line]) if line in CLICKED else ""


def lines(session: Session) -> dict[str, str]:
    """Each labelled line's text by the id of its widget; empty hides the line."""
    snapshot = session.view.snapshot if session.view is not None else None
    return {
        "note": note(snapshot, session.looking) if snapshot is not None else "",
        "file": session.problem,
        "shown": told_of_file(session),
        "copy": copies(session),
        "look": look(session),
    }


def no_case(session: Session) -> str:
    """How to begin; nothing while it is not known what the file holds."""
    return "" if session.problem else session.with_keys(NO_CASE)


def told_of_file(session: Session) -> str:
    """What stands on the screen in the place of the file, and how it is put back."""
    problem = session.file_problem
    return "" if problem is None else problem.line(session.key("restore"))


def next_key(snapshot: Snapshot) -> str:
    """What does the next step, its key by the action; empty where no single key does."""
    step = snapshot.next
    answered = ANSWER_KEYS.get(snapshot.attention.answered_by)
    if answered is not None:
        return answered
    if any(item.id == step.subject and item.outstanding for item in snapshot.documents.items):
        return TICK_KEY
    if channel_of_step(snapshot):
        return LOG_KEY
    return LIST_KEY if step.kind == DOCUMENTS else ""


def copies(session: Session) -> str:
    """That a sync tool left copies beside the file, and what can be done."""
    if not session.copies:
        return ""
    first, more = session.copies[0], len(session.copies) - 1
    others = f", and {more} more" if more else ""
    if first.fault:
        return (
            f"A sync tool left a copy beside the file{others}, which can't be taken in:"
            f" {first.fault}. Move it away if nothing in it is missed: {first.path.name}"
        )
    return (
        f"{session.key('import')} shows a copy that a sync tool left beside the file{others}, with"
        f" changes that are not here: {first.path.name}"
    )


def now(stage: StageView) -> str:
    """`Documents due · with the post`."""
    return f"{stage.name}{glyphs.BETWEEN}{stage.held}" if stage.held else stage.name


def due(snapshot: Snapshot) -> str:
    """`Flight Sun 11 Apr, in 120 days`; a second one follows with `then`."""
    words = []
    for deadline in snapshot.attention.due:
        day = near_date(deadline.date, snapshot.today)
        estimate = " (an estimate)" if deadline.estimate else ""
        words.append(f"{deadline.title} {day}, {distance(deadline.date, snapshot.today)}{estimate}")
    return f"{glyphs.BETWEEN}then ".join(words)


def note(snapshot: Snapshot, looking: date | None = None) -> str:
    """The first remark, and how many more there are.

    Args:
        snapshot: What is shown.
        looking: Another day than today, where one is looked at.
    """
    found = snapshot.attention.remarks
    if not found:
        return ""
    row = "today's row" if looking is None else "the row of this day"
    more = f" (and {len(found) - 1} more: open {row})" if len(found) > 1 else ""
    return found[0] + more


def look(session: Session) -> str:
    """That another day is looked at."""
    if session.looking is None:
        return ""
    return f"{long_date(session.looking)}, {session.with_keys(ONLY_LOOK)}"
