"""Starter lists: what is often asked for under a reason, beside what is on the list already."""

from collections.abc import Iterable

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.lookup import comparable, known
from g221_tui.core.views import View


class OfferedView(View, frozen=True, kw_only=True):
    """One thing that is often asked for."""

    name: str
    task: bool
    """Whether it is an act, to be done, and not a paper to send."""
    hint: str
    who: str
    """Who has it to give."""
    original: str
    """`yes`, `no` (a copy), or `-`: the letter decides."""
    listed: bool
    """Whether the case's list has it already."""


class StarterView(View, frozen=True, kw_only=True):
    """The starter list of one reason."""

    reason: str
    title: str
    who: str
    """Who acts for this reason."""
    what: str
    why_none: str
    """Why nothing is offered; empty where something is."""
    documents: tuple[OfferedView, ...]
    source: str
    as_of: str


def starter_views(
    reasons: Iterable[str], rules: Rules, day: CaseDay | None
) -> tuple[StarterView, ...]:
    """The starter lists of these reasons; without a case nothing is on the list.

    Raises:
        NotUnderstood: for an unknown reason; the message lists the known ones.
    """
    documents = known_on(day.case.documents, day.today) if day is not None else ()
    taken = {comparable(document.name) for document in documents}
    return tuple(
        _view(known(reason, rules.reasons, "reason", rules.reasons), taken, rules)
        for reason in reasons
    )


def _view(reason: str, taken: set[str], rules: Rules) -> StarterView:
    note, starter = rules.reason_notes[reason], rules.starters[reason]
    return StarterView(
        reason=reason,
        title=note.title,
        who=note.who,
        what=note.what,
        why_none=starter.why_none,
        documents=tuple(
            OfferedView(
                name=item.name,
                task=item.task,
                hint=item.hint,
                who=item.who,
                original=item.original,
                listed=comparable(item.name) in taken,
            )
            for item in starter.documents
        ),
        source=starter.source,
        as_of=starter.as_of,
    )
