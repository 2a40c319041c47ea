"""The labelled lines above the panes, in words."""

from g221_tui.core.dates import distance, long_date
from g221_tui.core.views import DeadlineView, Snapshot, StageView
from g221_tui.ui.session import Session

DEMO = "Invented data; nothing is kept."
NOBODY = "nobody"
NO_CASE = "Open a case with n: the date of the refusal is enough to begin."


def lines(session: Session) -> dict[str, str]:
    """Each line's text by the id of its widget; empty hides the line."""
    snapshot = session.view.snapshot if session.view is not None else None
    return {
        "now": now(snapshot.stage) if snapshot is not None else "",
        "next": snapshot.next.text if snapshot is not None else NO_CASE,
        "due": due(snapshot) if snapshot is not None else "",
        "note": note(snapshot) if snapshot is not None else "",
        "file": session.problem,
        "look": look(session),
        "demo": DEMO if session.demo else "",
    }


def now(stage: StageView) -> str:
    """`Documents due · with the post since Mon 26 Oct 2026`."""
    words = stage.name
    if stage.holder and stage.holder != NOBODY:
        the = "the " if stage.holder[:1].islower() else ""
        words += f" · with {the}{stage.holder}"
    if stage.since is not None:
        words += f" since {long_date(stage.since)}"
    return words


def pressing(snapshot: Snapshot) -> DeadlineView | None:
    """The soonest deadline that asks for something and has reached a warning."""
    live = [d for d in snapshot.deadlines if not d.quiet and d.level is not None]
    return min(live, key=lambda deadline: deadline.date, default=None)


def due(snapshot: Snapshot) -> str:
    """`Papers: limit, Mon 25 Oct 2027, in 12 days`."""
    deadline = pressing(snapshot)
    if deadline is None or deadline.id == snapshot.next.subject:
        return ""  # the next step says it already
    when = f"{long_date(deadline.date)}, {distance(deadline.date, snapshot.today)}"
    return f"{deadline.title}: {when}{' (an estimate)' if deadline.estimate else ''}"


def note(snapshot: Snapshot) -> str:
    """The first warning that no other line shows."""
    told = tuple(f"{deadline.title}: " for deadline in snapshot.deadlines)
    others = [warning for warning in snapshot.warnings if not warning.startswith(told)]
    if not others:
        return ""
    more = f" (and {len(others) - 1} more: open today's row)" if len(others) > 1 else ""
    return others[0] + more


def look(session: Session) -> str:
    """That another day is looked at."""
    if session.looking is None:
        return ""
    return f"{long_date(session.looking)}. Nothing can be recorded here; 0 goes back to today."
