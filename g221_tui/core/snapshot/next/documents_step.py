"""The papers and tasks: what is to be sent or done, and what a letter asks that is not listed."""

from g221_tui.core.model import Event, YesNo
from g221_tui.core.snapshot.next.found import Found, step
from g221_tui.core.snapshot.next.owed import kind_of, places
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import NextStep

KIND = "documents"
"""The kind of the step."""


def documents_step(found: Found) -> NextStep | None:
    """What is still to be sent or done, or to be listed; none where nothing is owed."""
    standing = found.day.standing
    papers = standing.papers
    if standing.refused_on is None or standing.stage.papers_rest or not papers.due:
        return None
    owed = papers.outstanding
    subject = owed[0].id if owed else None
    slip = standing.round.latest
    if slip is not None and (papers.asked is YesNo.UNKNOWN or papers.unlisted):
        return step(KIND, _what_it_asks(found, slip), None, subject)
    count = "some" if len(owed) > 1 else "last" if len(papers.requested) > 1 else "only"
    text = found.text(f"{kind_of(owed)}_{count}", **places(owed), n=len(owed))
    return step(KIND, text, None, subject)


def _what_it_asks(found: Found, slip: Event) -> str:
    """That the latest letter's wishes are not recorded, and what is out beside them."""
    papers = found.day.standing.papers
    what = "list" if papers.asked is YesNo.YES else "unknown"
    further = "_further" if slip is not found.day.standing.round.refusal else ""
    text = found.text(f"documents_{what}{further}", date=long_date(slip.day))
    if papers.outstanding:
        text += " " + found.text("documents_beside", **places(papers.outstanding))
    return text
