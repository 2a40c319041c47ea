"""The dates that must not be missed, soonest first."""

from collections.abc import Iterable
from datetime import date

import msgspec

from g221_tui.core import reckoning
from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.deadlines.notices import notices
from g221_tui.core.deadlines.papers import CONFIRMED, papers
from g221_tui.core.deadlines.reinstatement import reinstatement
from g221_tui.core.model import Case
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on, state_on
from g221_tui.core.progress.programme_year import programme_end
from g221_tui.core.reckoning import Reckoning
from g221_tui.core.rulebook.deadline import EXPIRY, Expiry
from g221_tui.core.text.dates import add_years, long_date
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView


def next_opening(channels: tuple[ChannelView, ...]) -> date | None:
    """The day on which the next channel opens, if one is locked or resting."""
    waiting = (ChannelState.LOCKED, ChannelState.RESTING)
    return min((c.opens_on for c in channels if c.state in waiting and c.opens_on), default=None)


def deadlines(day: CaseDay, channels: tuple[ChannelView, ...]) -> tuple[DeadlineView, ...]:
    """Every deadline of the case on that day, soonest first.

    None before the first event; after the end only what can still be done about the end itself.
    """
    if day.standing.since is None:
        return ()
    found: list[DeadlineView | None] = [reinstatement(day)]
    if not day.standing.stage.end:
        found += [*papers(day), *notices(day), _appointment(day), *_expiries(day), *named(day)]
    opening = next_opening(channels)
    finished = [_warned(d, opening, day) for d in found if d is not None]
    return tuple(sorted(finished, key=_place))


def expired(found: DeadlineView) -> bool:
    """Whether it is an expiry, or a date the user named, that has passed: it can't be met now."""
    return found.id.startswith(EXPIRY) and found.days_left < 0


def to_meet(found: Iterable[DeadlineView]) -> list[DeadlineView]:
    """Those that can be met or still ask for something, then the expired ones, latest first."""
    return sorted(found, key=lambda each: -each.days_left if expired(each) else 0)


def _place(found: DeadlineView) -> tuple[date, str, str]:
    """Where it stands: by date; those of one day by what they are called."""
    own = found.record is not None and found.id == own_id(found.record)
    # The id of a record is random: it would put what the user named in no order at all.
    return found.date, EXPIRY + found.title.casefold() if own else found.id, found.id


def _appointment(day: CaseDay) -> DeadlineView | None:
    """The date that the event of this stage set: an appointment, or the passport's.

    An appointment that has passed is not overdue: it was held, or it was not.
    """
    event, rules = day.standing.appointment, day.rules
    kind = rules.kind(event.kind) if event is not None else None
    rule = rules.deadlines.by_events.get(kind.sets) if kind is not None else None
    if event is None or event.due is None or rule is None:
        return None
    held = rule.id == rules.deadlines.interview.id and event.due < day.today
    counts = reckoning.same_as(event.due, record=event.id)
    return view(rule, rule.id, event.due, day.today, record=event.id, quiet=held, counts=counts)


def _expiries(day: CaseDay) -> list[DeadlineView]:
    """Everything of the case that expires, its documents included."""
    found, today, rules = [], day.today, day.rules.deadlines
    for expiry in rules.expiries:
        if expiry.month:
            found += _programme_year(day, expiry)
        elif (last := _expiry_day(day.case, expiry)) is not None:
            because, place = _by_class(day, expiry, over=last < today), EXPIRY + expiry.id
            counts = _expiry_counts(day.case, expiry)
            found.append(view(expiry, place, last, today, because=because, counts=counts))
    dated = (document for document in day.case.documents if document.expires_on is not None)
    for document in known_on(dated, today):
        if document.expires_on is not None and state_on(document, today) not in CONFIRMED:
            found.append(
                view(
                    rules.document,
                    own_id(document.id),
                    document.expires_on,
                    today,
                    title=rules.document.title.format(name=document.name),
                    record=document.id,
                    counts=reckoning.same_as(document.expires_on, record=document.id),
                )
            )
    return found


def named(day: CaseDay) -> list[DeadlineView]:
    """The dates the user named, before their warnings are known."""
    rule = day.rules.deadlines.named
    return [
        view(
            rule,
            own_id(d.id),
            d.on,
            day.today,
            title=rule.title.format(name=d.name),
            record=d.id,
            counts=reckoning.same_as(d.on, record=d.id),
        )
        for d in day.case.deadlines
    ]


def _expiry_day(case: Case, expiry: Expiry) -> date | None:
    value: date | None = getattr(case.facts, expiry.fact)
    return add_years(value, expiry.years) if value is not None else None


def _by_class(day: CaseDay, expiry: Expiry, *, over: bool) -> str:
    """Why it matters, for the class of the visa; empty where it has no words of its own."""
    if over and (words := expiry.because_over_by_advice.get(day.advice, expiry.because_over)):
        return words
    gone = day.standing.stage.papers_rest and expiry.because_gone.get(day.advice)
    return gone or expiry.because_by_advice.get(day.advice, "")


def _programme_year(day: CaseDay, expiry: Expiry) -> list[DeadlineView]:
    """The last day of the programme year."""
    end = programme_end(day.facts, day.rules, day.visa_class, day.standing.first_refusal)
    if end is None:
        return []
    because = f"{expiry.because} {expiry.estimate}" if end.estimate else expiry.because
    identity = EXPIRY + expiry.id
    first = day.standing.first_refusal
    record = first.id if first is not None and end.estimate else ""
    counts = reckoning.year_day(end.day, record=record, fact=end.fact)
    return [
        view(
            expiry,
            identity,
            end.day,
            day.today,
            because=because,
            estimate=end.estimate,
            counts=counts,
        )
    ]


def _expiry_counts(case: Case, expiry: Expiry) -> Reckoning:
    """How the day of such a date is reckoned."""
    value: date = getattr(case.facts, expiry.fact)
    if expiry.years:
        return reckoning.add_years(value, expiry.years, fact=expiry.fact)
    return reckoning.same_as(value, fact=expiry.fact)


def own_id(record: str) -> str:
    """The id of a date that a record of the user's sets, such as `expiry_x-k7m2qx`.

    A name would not do: the user may call two things alike, or as the rules call theirs.
    """
    return EXPIRY + record


def _warned(found: DeadlineView, opening: date | None, day: CaseDay) -> DeadlineView:
    """Add the warning level, whether an opening comes later, and whether an office is closed."""
    reached = [n for n in day.rules.deadlines.warnings.days if found.days_left <= n]
    before = opening is not None and found.days_left >= 0 and found.date < opening
    because = found.because
    if before and opening is not None and not found.quiet:
        because += f" It falls before the next channel opens ({long_date(opening)})."
    offices, closed = day.rules.closed_days, found.closed
    if found.office and not closed:
        closed = offices.closed(found.date)
        # Of a date that has passed what can still be done counts.
        if closed and found.days_left >= 0:
            because += f" {offices.sentence(found.date, found.office)}"
    level = min(reached, default=None) if not found.quiet else None
    return msgspec.structs.replace(
        found, because=because, level=level, before_opening=before, closed=closed
    )
