"""The lines above the panes, and what each of them says."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.views import Snapshot, StageView
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.banner import Labelled
from g221_tui.ui.widgets.header import TitleLine
from g221_tui.ui.widgets.road_line import RoadLine
from g221_tui.ui.widgets.wait_bar import WaitBar

DEMO = "Invented data; nothing is kept."
NO_CASE = "Open a case with n: the date of the refusal is enough to begin."


class Head(Vertical):
    """The title, the wait, and the labelled lines, of which those without a text are gone."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What is shown; none while there is no case."""

    def compose(self) -> ComposeResult:
        """The lines in their order."""
        yield TitleLine().data_bind(Head.snapshot)
        yield WaitBar().data_bind(Head.snapshot)
        yield Labelled("NOW", id="now", style="$muted")
        yield RoadLine(id="road").data_bind(Head.snapshot)
        yield Labelled(
            "NEXT", id="next", style="bold", label_style="bold $primary", most=6, opens=True
        )
        yield Labelled("DUE", id="due", style="$caution", label_style="bold $caution", most=4)
        yield Labelled("NOTE", id="note", style="$muted", most=8)
        yield Labelled("FILE", id="file", style="$caution", label_style="bold $caution", most=3)
        yield Labelled("SHOWN", id="shown", label_style="bold $caution", most=4, key="b")
        yield Labelled("COPY", id="copy", label_style="bold $caution", most=3, key="i")
        yield Labelled("LOOK", id="look", style="$caution", label_style="bold $caution")
        yield Labelled("DEMO", id="demo", style="$muted")

    def show(self, session: Session) -> None:
        """Write the lines anew."""
        self.query_one(TitleLine).masked = session.masked
        for line, text in lines(session).items():
            self.query_one(f"#{line}", Labelled).text = session.shown(text)
        # Where the next step names the same day, the line can go in the smallest window.
        told = session.view is not None and session.view.snapshot.attention.due_in_next
        self.query_one("#due").set_class(told, "-told")


def lines(session: Session) -> dict[str, str]:
    """Each line's text by the id of its widget; empty hides the line."""
    snapshot = session.view.snapshot if session.view is not None else None
    return {
        "now": now(snapshot.stage) if snapshot is not None else "",
        "next": snapshot.next.text if snapshot is not None else no_case(session),
        "due": due(snapshot) if snapshot is not None else "",
        "note": note(snapshot) if snapshot is not None else "",
        "file": session.problem,
        "shown": session.file_problem.line if session.file_problem is not None else "",
        "copy": copies(session),
        "look": look(session),
        "demo": DEMO if session.demo else "",
    }


def no_case(session: Session) -> str:
    """How to begin; nothing while it is not known what the file holds."""
    return "" if session.problem else NO_CASE


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
        f"i shows a copy that a sync tool left beside the file{others}, with changes that are"
        f" not here: {first.path.name}"
    )


def now(stage: StageView) -> str:
    """`Documents due · file with the post since Mon 26 Oct 2026`."""
    words = stage.name
    if stage.held:
        words += f"{glyphs.BETWEEN}file {stage.held}"
    if stage.since is not None:
        words += f" since {long_date(stage.since)}"
    return words


def due(snapshot: Snapshot) -> str:
    """`Papers: limit: Mon 25 Oct 2027, in 12 days`; a second one follows with `then`."""
    words = []
    for deadline in snapshot.attention.due:
        when = f"{long_date(deadline.date)}, {distance(deadline.date, snapshot.today)}"
        estimate = " (an estimate)" if deadline.estimate else ""
        words.append(f"{deadline.title}: {when}{estimate}")
    return f"{glyphs.BETWEEN}then ".join(words)


def note(snapshot: Snapshot) -> str:
    """The first remark, and how many more there are."""
    found = snapshot.attention.remarks
    if not found:
        return ""
    more = f" (and {len(found) - 1} more: open today's row)" if len(found) > 1 else ""
    return found[0] + more


def look(session: Session) -> str:
    """That another day is looked at."""
    if session.looking is None:
        return ""
    return f"{long_date(session.looking)}. Nothing can be recorded here; 0 goes back to today."
