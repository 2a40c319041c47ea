"""Stage, holder and round, derived from the events of a case."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from g221_tui.core.model import Case, Document, Event, YesNo
from g221_tui.core.progress.documents import Papers, due_by, known_on, papers_on
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import EventKind, Stage

PAPERS = "papers"
"""The mark in the chart for a stage that the documents decide."""


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """From one refusal at the post to the next return to USCIS or new interview."""

    n: int
    """Counts from 1."""
    refusal: Event | None
    """The refusal that opened it; none before the first."""

    @property
    def asked(self) -> YesNo:
        """Whether documents were asked for in it."""
        return self.refusal.asked if self.refusal else YesNo.UNKNOWN

    @property
    def later_since(self) -> date | None:
        """The day a further round began; none in the first."""
        return self.refusal.day if self.refusal is not None and self.n > 1 else None


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice of intent that is in effect."""

    event: Event
    answered: bool = False
    """The answer was sent."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a case stands on a day."""

    events: tuple[Event, ...]
    """What happened on or before the day, in order."""
    stage: Stage
    since: date | None
    """The day the stage began; none before the first event."""
    round: Round
    first_refusal: Event | None
    start: Event | None
    """What the wait counts from: the round's refusal, or a later new interview."""
    papers: Papers
    odd: tuple[Event, ...]
    """Events at a place where the chart does not expect them."""
    notices: tuple[Notice, ...] = ()
    """Notices to be answered, or answered and not confirmed."""
    appointment: Event | None = None
    """The event that set the appointment of this stage."""
    limits_settled: bool = False
    """Whether an event happened after which no limit runs for papers or reinstatement."""
    passed: tuple[tuple[str, date], ...] = ()
    """The stages so far with the day each began, in order; the papers' stages as `papers`."""

    @property
    def refused_on(self) -> date | None:
        """The day of this round's refusal."""
        return self.round.refusal.day if self.round.refusal else None

    def happened(self, kind: str) -> bool:
        """Whether an event of that kind is among them."""
        return any(event.kind == kind for event in self.events)


class _Walk(msgspec.Struct, kw_only=True):
    """The state while going through the events."""

    stage: str
    since: date | None = None
    n: int = 0
    refusal: Event | None = None
    first: Event | None = None
    start: Event | None = None
    round_over: bool = True
    odd: list[Event] = []
    notices: list[Notice] = []
    appointment: Event | None = None
    limits_settled: bool = False
    passed: list[tuple[str, date]] = []


def ordered(events: Iterable[Event], rules: Rules) -> list[Event]:
    """By date, on one day by the place in the chart, then by order of entry."""
    return sorted(events, key=lambda event: (event.day, rules.place(event.kind)))


def stand(case: Case, rules: Rules, today: date) -> Standing:
    """Where the case stands on that day."""
    events = ordered((e for e in case.events if e.day <= today), rules)
    walk = _Walk(stage=rules.first_stage.id)
    for event in events:
        kind = rules.kind(event.kind)
        if kind is not None:
            _step(walk, event, kind, rules)
            if kind.petition and case.facts.petition is YesNo.NO and event not in walk.odd:
                walk.odd.append(event)
            _note_deadline(walk, event, kind, rules)
    current = Round(n=max(walk.n, 1), refusal=walk.refusal)
    rests = papers_rests(walk.passed, rules)
    papers = papers_on(case.documents, current.asked, today, current.later_since, rests)
    stage, since = walk.stage, walk.since
    if stage == PAPERS and since is not None:
        stage, since = by_papers(*papers_days(case.documents, current, today, since), rules)
        if papers.last_completed is not None:
            # What is asked for on the day of a submission comes after it.
            since = max(since, papers.last_completed)
    return Standing(
        events=tuple(events),
        stage=rules.stages[stage],
        since=since,
        round=current,
        first_refusal=walk.first,
        start=walk.start,
        papers=papers,
        odd=tuple(walk.odd),
        notices=tuple(walk.notices),
        appointment=walk.appointment,
        limits_settled=walk.limits_settled,
        passed=tuple(walk.passed),
    )


def _step(walk: _Walk, event: Event, kind: EventKind, rules: Rules) -> None:
    """Take one event."""
    # The papers decide the name of the stage later; the chart treats both alike.
    here = rules.papers_stages if walk.stage == PAPERS else frozenset((walk.stage,))
    if kind.usual_after and not here & set(kind.usual_after):
        walk.odd.append(event)
    opens = kind.opens_round and walk.round_over
    if opens:
        walk.n += 1
        walk.refusal = event
        walk.first = walk.first or event
        walk.round_over = False
    elif kind.ends_round and walk.refusal is not None:
        walk.round_over = True
    if kind.starts_wait and (opens or (walk.refusal is not None and not kind.opens_round)):
        walk.start = event
    walk.limits_settled = walk.limits_settled or kind.settles_limits
    if _moves(kind, event, here):
        if kind.stage != walk.stage:
            walk.since = event.day
            walk.passed.append((kind.stage, event.day))
        walk.stage = kind.stage
        walk.appointment = event if kind.sets else None


def _note_deadline(walk: _Walk, event: Event, kind: EventKind, rules: Rules) -> None:
    """Keep what the event sets or settles: a notice, its answer, an appointment."""
    if kind.notice:
        walk.notices = [*walk.notices, Notice(event=event)]
    elif kind.answered:
        walk.notices = [Notice(event=n.event, answered=True) for n in walk.notices]
    elif kind.received or not _answering(walk.stage, rules):
        walk.notices = []


def _answering(stage: str, rules: Rules) -> bool:
    return stage != PAPERS and rules.stages[stage].answers_notice


def _moves(kind: EventKind, event: Event, here: frozenset[str]) -> bool:
    """Whether the event changes the stage from here."""
    if not kind.stage or (kind.only_after and not here & set(kind.only_after)):
        return False
    return not (event.visa_inside is YesNo.NO and here & set(kind.asks_visa))


def papers_rests(passed: Sequence[tuple[str, date]], rules: Rules) -> list[tuple[date, date]]:
    """When papers for the post rested: the first day of each time, and the day it was over."""
    ends = [*(day for _, day in passed[1:]), date.max]
    return [
        (day, end)
        for (stage, day), end in zip(passed, ends, strict=False)
        if stage != PAPERS and rules.stages[stage].papers_rest
    ]


def papers_days(
    documents: Iterable[Document], current: Round, today: date, base: date
) -> tuple[list[date], Callable[[date], bool]]:
    """The days on which the papers may have moved the case, the last first, and what is due."""
    listed = known_on(documents, today)
    days = {base}
    for document in listed:
        days |= {step.on for step in document.steps if base < step.on <= today}
    return sorted(days, reverse=True), due_by(listed, current.asked, current.later_since)


def by_papers(days: Sequence[date], due: Callable[[date], bool], rules: Rules) -> tuple[str, date]:
    """Which of the two stages the papers make it on the first of these days, and since when."""
    since, *before = days
    now = due(since)
    for day in before:
        if due(day) != now:
            break
        since = day
    return rules.papers_stage(due=now), since
