"""By which request a document is out: when it was asked for, and asked for again."""

from datetime import date
from typing import NamedTuple

from g221_tui.core.model import Document
from g221_tui.core.steps import COUNTED, DocumentState, begun

SETTLED = (DocumentState.RECEIVED, DocumentState.RETURNED, DocumentState.WAIVED)
"""The states of a document after which the post has it or no longer wants it."""


class Requests(NamedTuple):
    """The requests of slip or post that count for a document now; the earliest day for no day."""

    first: date = date.min
    """The first one since the post last had it, or no longer wanted it."""
    out: date = date.min
    """The one that made it outstanding: the first since it last went in."""
    latest: date = date.min
    """The latest one."""


def requests_on(document: Document, today: date) -> Requests:
    """The requests up to that day."""
    course = begun(document.requested_by)
    found, dated = Requests(), False
    for step in document.in_order:
        if step.on > today:
            break
        before, course = course, course.after(step, document.requested_by)
        if step.state is not DocumentState.REQUESTED or course.asker not in COUNTED:
            continue
        fresh = not dated or before.state in SETTLED
        again = not dated or not before.owed
        found = Requests(
            first=step.on if fresh else found.first,
            out=step.on if again else found.out,
            latest=step.on,
        )
        dated = True
    return found
