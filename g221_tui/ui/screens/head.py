"""The labelled lines above the panes, in words."""

from g221_tui.core.dates import distance, long_date
from g221_tui.core.views import DeadlineView, Snapshot, StageView
from g221_tui.reader import View
from g221_tui.ui.session import Session

DEMO = "Invented data; nothing is kept."
ENDED = "ended"
"""The kind of the next step of a case that has ended: its notes say what comes back."""
NOBODY = "nobody"
NO_CASE = "Open a case with n: the date of the refusal is enough to begin."


def lines(session: Session) -> dict[str, str]:
    """Each line's text by the id of its widget; empty hides the line."""
    snapshot = session.view.snapshot if session.view is not None else None
    return {
        "now": now(snapshot.stage) if snapshot is not None else "",
        "next": snapshot.next.text if snapshot is not None else no_case(session),
        "due": due(snapshot) if snapshot is not None else "",
        "note": note(snapshot) if snapshot is not None else "",
        "file": session.problem,
        "shown": session.rescue.line if session.rescue is not None else "",
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
    if stage.holder and stage.holder != NOBODY:
        the = "the " if stage.holder[:1].islower() else ""
        words += f" · file with {the}{stage.holder}"
    if stage.since is not None:
        words += f" since {long_date(stage.since)}"
    return words


ALWAYS_SHOWN = ("noir_response", "noid_response", "reinstatement")
"""Deadlines that end the case when they are missed: shown however far off they are."""


def pressing(snapshot: Snapshot) -> list[DeadlineView]:
    """What the line names, soonest first: deadlines that ask for something and have warned.

    The one that is the next step is told there already. Where the next step speaks of the day of
    the soonest one, the line has a place for the one after it.
    """
    live = [
        d
        for d in snapshot.deadlines
        if not d.quiet
        and d.id != snapshot.next.subject
        and (d.level is not None or d.id in ALWAYS_SHOWN)
    ]
    live.sort(key=lambda deadline: deadline.date)
    return live[: 2 if live and live[0].date == snapshot.next.date else 1]


def due(snapshot: Snapshot) -> str:
    """`Papers: limit: Mon 25 Oct 2027, in 12 days`; a second one follows with `then`."""
    words = []
    for deadline in pressing(snapshot):
        when = f"{long_date(deadline.date)}, {distance(deadline.date, snapshot.today)}"
        estimate = " (an estimate)" if deadline.estimate else ""
        words.append(f"{deadline.title}: {when}{estimate}")
    return " · then ".join(words)


def due_is_told(view: View | None) -> bool:
    """Whether the line names nothing but the day that the next step names."""
    named = pressing(view.snapshot) if view is not None else []
    return view is not None and {d.date for d in named} == {view.snapshot.next.date}


def note(snapshot: Snapshot) -> str:
    """The first warning that no other line shows; after the end, what comes back."""
    told = tuple(f"{deadline.title}: " for deadline in snapshot.deadlines)
    found = [warning for warning in snapshot.warnings if not warning.startswith(told)]
    if snapshot.next.kind == ENDED:
        found += snapshot.notes
    if not found:
        return ""
    more = f" (and {len(found) - 1} more: open today's row)" if len(found) > 1 else ""
    return found[0] + more


def look(session: Session) -> str:
    """That another day is looked at."""
    if session.looking is None:
        return ""
    return f"{long_date(session.looking)}. Nothing can be recorded here; 0 goes back to today."
