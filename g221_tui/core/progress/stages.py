"""Stage, holder and round, derived from the events of a case."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from g221_tui.core.model import Case, Event, PostFacts, YesNo
from g221_tui.core.progress.documents.on_day import Papers, Span, papers_on
from g221_tui.core.progress.documents.papers_due import due_by, runs
from g221_tui.core.progress.documents.turns import Turned, turned_on
from g221_tui.core.progress.programme_year import programme_end
from g221_tui.core.progress.rounds import Round
from g221_tui.core.progress.visa_class import rests_on_petition
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import EventKind, Stage, VisaClass

PAPERS = "papers"
"""The mark in the chart for a stage that the documents decide."""


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
    begun_by: tuple[tuple[str, str], ...] = ()
    """The events that began a stage, by their ids, each with the stage; in order."""
    earlier_by_papers: tuple[tuple[str, date], ...] = ()
    """How often papers moved it before, in the pair of stages that it is in: stage and day."""
    transfer: Event | None = None
    """The latest transfer to another post."""
    passport_back: Event | None = None
    """The latest return of the passport."""
    assumed_inside: tuple[str, ...] = ()
    """The returns of the passport, by their ids, of which it is assumed that the visa was in it."""
    came_back: bool = False
    """Whether the passport came back with the visa, or may have, and did not go away again."""

    @property
    def new_post(self) -> PostFacts | None:
        """What holds at the post that has the case now; none while it is the first one's."""
        known = self.transfer.new_post if self.transfer else None
        return known if known is not None and known.post else None

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
    slips: list[Event] = []
    first: Event | None = None
    start: Event | None = None
    round_over: bool = True
    odd: list[Event] = []
    notices: list[Notice] = []
    appointment: Event | None = None
    limits_settled: bool = False
    passed: list[tuple[str, date]] = []
    begun_by: list[tuple[str, str]] = []
    transfer: Event | None = None
    passport_back: Event | None = None
    assumed_inside: list[str] = []
    came_back: bool = False
    usual_next: tuple[str, ...] = ()


def ordered(events: Iterable[Event], rules: Rules) -> list[Event]:
    """By date, on one day by the place in the chart, then by order of entry."""
    return sorted(events, key=lambda event: (event.day, rules.place(event.kind)))


def stand(case: Case, rules: Rules, today: date, found: VisaClass | None) -> Standing:
    """Where the case stands on that day.

    Args:
        case: The case.
        rules: All rules.
        today: The day.
        found: The class of the visa.
    """
    events = ordered((e for e in case.events if e.day <= today), rules)
    walk = _Walk(stage=rules.first_stage.id)
    no_petition = rests_on_petition(case.facts, found) is YesNo.NO
    for event in events:
        kind = rules.kind(event.kind)
        if kind is not None:
            _step(walk, event, kind, rules)
            if kind.petition and no_petition and event not in walk.odd:
                walk.odd.append(event)
            _note_deadline(walk, event, kind, rules)
    current = Round(n=max(walk.n, 1), slips=tuple(walk.slips))
    turned = turned_on(case.documents, today)
    papers = papers_on(turned, current, papers_rests(walk.passed, rules))
    stage, since = walk.stage, walk.since
    earlier: tuple[tuple[str, date], ...] = ()
    if stage == PAPERS and since is not None:
        now, *before = by_papers(turned, current, today, since, rules)
        (stage, since), earlier = now, tuple(reversed(before))
        if papers.last_completed is not None:
            # What is asked for on the day of a submission comes after it.
            since = max(since, papers.last_completed)
    year = programme_end(case.facts, rules, found, walk.first)
    over = year is not None and year.ends_case and year.day < today
    if year is not None and over and since is not None and not rules.stages[stage].end:
        stage, since = rules.programme_over, year.day + timedelta(days=1)
        walk.passed.append((stage, since))
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
        begun_by=tuple(walk.begun_by),
        earlier_by_papers=earlier,
        transfer=walk.transfer,
        passport_back=walk.passport_back,
        assumed_inside=tuple(walk.assumed_inside),
        came_back=walk.came_back,
    )


def _step(walk: _Walk, event: Event, kind: EventKind, rules: Rules) -> None:
    """Take one event."""
    # The papers decide the name of the stage later; the chart treats both alike.
    here = rules.papers_stages if walk.stage == PAPERS else frozenset((walk.stage,))
    surprise = kind.usual_after and not here & set(kind.usual_after)
    if surprise and kind.id not in walk.usual_next:
        walk.odd.append(event)
    walk.usual_next = kind.usual_next
    opens = kind.opens_round and walk.round_over
    if opens:
        walk.n += 1
        walk.slips = [event]
        walk.first = walk.first or event
        walk.round_over = False
    elif kind.opens_round:
        walk.slips.append(event)
    elif kind.ends_round and walk.slips:
        walk.round_over = True
    if kind.starts_wait and (opens or (walk.slips and not kind.opens_round)):
        walk.start = event
    if kind.moves_post:
        walk.transfer = event
    if kind.passport_back is not None:
        walk.passport_back = event
        walk.came_back = event.visa_inside is not YesNo.NO
        if visa_inside(event, kind, here) is not event.visa_inside:
            walk.assumed_inside.append(event.id)
    elif kind.passport_away:
        walk.came_back = False
    walk.limits_settled = walk.limits_settled or kind.settles_limits
    stage = _stage_after(kind, event, here)
    if stage:
        if stage != walk.stage:
            walk.since = event.day
            walk.passed.append((stage, event.day))
            walk.begun_by.append((event.id, stage))
        walk.stage = stage
        walk.appointment = event if kind.sets else None


def _note_deadline(walk: _Walk, event: Event, kind: EventKind, rules: Rules) -> None:
    """Keep what the event sets or settles: a notice, its answer, an appointment."""
    if kind.notice:
        walk.notices.append(Notice(event=event))
    elif kind.answered:
        walk.notices = [Notice(event=n.event, answered=True) for n in walk.notices]
    elif kind.received or not _answering(walk.stage, rules):
        walk.notices = []


def _answering(stage: str, rules: Rules) -> bool:
    return stage != PAPERS and rules.stages[stage].answers_notice


def _stage_after(kind: EventKind, event: Event, here: frozenset[str]) -> str:
    """The stage that the event leads to from here; empty where it changes nothing."""
    back = kind.passport_back
    if back is not None:
        if visa_inside(event, kind, here) is YesNo.YES:
            return back.if_visa
        seen = event.visa_inside is YesNo.NO and here & set(back.none_after)
        return back.if_none if seen else ""
    if kind.only_after and not here & set(kind.only_after):
        return ""
    return kind.stage


def visa_inside(event: Event, kind: EventKind, here: frozenset[str]) -> YesNo:
    """Whether the visa is in the passport, as seen or as the stage before lets it be taken."""
    back = kind.passport_back
    if event.visa_inside is YesNo.UNKNOWN and back and here & set(back.assumed_after):
        return YesNo.YES
    return event.visa_inside


def papers_rests(passed: Sequence[tuple[str, date]], rules: Rules) -> list[Span]:
    """When papers for the post rested: the first day of each time, and the day it was over."""
    ends = [*(day for _, day in passed[1:]), date.max]
    return [
        (day, end)
        for (stage, day), end in zip(passed, ends, strict=False)
        if stage != PAPERS and rules.stages[stage].papers_rest
    ]


def by_papers(
    papers: Sequence[Turned], current: Round, today: date, base: date, rules: Rules
) -> Iterator[tuple[str, date]]:
    """Which of the two stages the papers made it, and since when; the present one first.

    Args:
        papers: The documents that are on the list on that day.
        current: The round with its slips on that day.
        today: The day.
        base: The day from which the papers decide.
        rules: All rules.
    """
    days = {base} | {slip.day for slip in current.slips if base < slip.day <= today}
    for paper in papers:
        days |= {turn.on for turn in paper.turns if base < turn.on}
    for due, since in runs(sorted(days, reverse=True), due_by(papers, current)):
        yield rules.papers_stage(due=due), since
