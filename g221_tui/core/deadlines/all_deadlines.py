"""The dates that must not be missed, soonest first."""

from datetime import date, timedelta

from g221_tui.core import reckoning
from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.deadlines.notices import notices
from g221_tui.core.deadlines.reinstatement import reinstatement
from g221_tui.core.model import Case, DocumentState, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import known_on, state_on, submission
from g221_tui.core.reckoning import Reckoning
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.deadline import EXPIRY, Expiry
from g221_tui.core.text.dates import add_years, long_date
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView

CONFIRMED = (DocumentState.RECEIVED, DocumentState.RETURNED, DocumentState.WAIVED)
"""The states of a document after which the post has it or no longer wants it."""


def next_opening(channels: tuple[ChannelView, ...]) -> date | None:
    """The day on which the next channel opens, if one is locked or resting."""
    waiting = (ChannelState.LOCKED, ChannelState.RESTING)
    return min((c.opens_on for c in channels if c.state in waiting and c.opens_on), default=None)


def papers_limit(refused_on: date, rules: Rules) -> date:
    """The last safe day for the papers of a round refused on that day."""
    rule = rules.deadlines.papers
    return add_years(refused_on, rule.years) - timedelta(days=rule.last_safe_days)


def deadlines(day: CaseDay, channels: tuple[ChannelView, ...]) -> tuple[DeadlineView, ...]:
    """Every deadline of the case on that day, soonest first.

    None before the first event; after the end only what can still be done about the end itself.
    """
    if day.standing.since is None:
        return ()
    found: list[DeadlineView | None] = [reinstatement(day)]
    if not day.standing.stage.end:
        found += [_papers(day), *notices(day), _appointment(day), *_expiries(day), *named(day)]
    opening = next_opening(channels)
    finished = [_warned(d, opening, day.rules) for d in found if d is not None]
    return tuple(sorted(finished, key=_place))


def _place(found: DeadlineView) -> tuple[date, str, str]:
    """Where it stands: by date; those of one day by what they are called."""
    own = found.record is not None and found.id == own_id(found.record)
    # The id of a record is random: it would put what the user named in no order at all.
    return found.date, EXPIRY + found.title.casefold() if own else found.id, found.id


def _appointment(day: CaseDay) -> DeadlineView | None:
    """The appointment of this stage."""
    event, rule = day.standing.appointment, day.rules.deadlines.interview
    if event is None or event.due is None:
        return None
    counts = reckoning.same_as(event.due, record=event.id)
    return view(rule, rule.id, event.due, day.today, record=event.id, counts=counts)


def _expiries(day: CaseDay) -> list[DeadlineView]:
    """Everything of the case that expires, its documents included."""
    found, today, rules = [], day.today, day.rules.deadlines
    for expiry in rules.expiries:
        last = _expiry_day(day.case, expiry)
        if last is not None:
            because = expiry.because_over if last < today else ""
            counts = _expiry_counts(day.case, expiry)
            place = EXPIRY + expiry.id
            found.append(view(expiry, place, last, today, because=because, counts=counts))
    for document in known_on(day.case.documents, today):
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


def papers_note(day: CaseDay) -> str:
    """Why no limit for the papers runs, where nothing was asked; else empty."""
    standing = day.standing
    live = standing.refused_on is not None and not standing.stage.end
    nothing = standing.papers.asked is YesNo.NO and not _letter_stands(day)
    return day.rules.deadlines.papers.none if live and nothing else ""


def _letter_stands(day: CaseDay) -> bool:
    """Whether the letter prints a date that has not long passed."""
    refusal = day.standing.round.refusal
    printed = refusal.letter_deadline if refusal is not None else None
    if printed is None:
        return False
    return (day.today - printed).days <= day.rules.deadlines.pressing.passed_days


def _papers(day: CaseDay) -> DeadlineView | None:
    """The limit for the papers: the letter's date where it has one, else the one-year rule."""
    standing, today = day.standing, day.today
    refusal = standing.round.refusal
    if refusal is None or standing.stage.papers_rest or standing.limits_settled:
        return None
    nothing_asked = standing.papers.asked is YesNo.NO
    if nothing_asked and not _letter_stands(day):
        return None
    quiet = not standing.papers.due and not nothing_asked
    if quiet and all(state_on(d, today) in CONFIRMED for d in standing.papers.requested):
        return None
    rule, letter = day.rules.deadlines.papers, day.rules.deadlines.letter
    sent = f" {rule.sent}" if quiet else ""
    if refusal.letter_deadline is not None:
        return view(
            letter,
            letter.id,
            refusal.letter_deadline,
            today,
            quiet=quiet,
            because=letter.because + sent,
            counts=reckoning.same_as(refusal.letter_deadline, record=refusal.id),
        )
    limit = papers_limit(refusal.day, day.rules)
    went_in = [sent_on for d in standing.papers.requested if (sent_on := submission(d)) is not None]
    late = (max(went_in, default=today) if quiet else today) > limit
    words = rule.because_over if late else rule.because
    return view(
        rule,
        rule.id,
        limit,
        today,
        quiet=quiet,
        because=f"{words} Counted from {long_date(refusal.day)}.{sent}",
        counts=reckoning.add_years(
            refusal.day, rule.years, -rule.last_safe_days, record=refusal.id
        ),
    )


def _expiry_day(case: Case, expiry: Expiry) -> date | None:
    value = getattr(case.facts, expiry.fact)
    if value is None:
        return None
    if isinstance(value, date):
        return add_years(value, expiry.years)
    return date(value, expiry.month, expiry.day)


def _expiry_counts(case: Case, expiry: Expiry) -> Reckoning:
    """How the day of such a date is reckoned."""
    value = getattr(case.facts, expiry.fact)
    if not isinstance(value, date):
        return reckoning.year_day(value, expiry.month, expiry.day, fact=expiry.fact)
    if expiry.years:
        return reckoning.add_years(value, expiry.years, fact=expiry.fact)
    return reckoning.same_as(value, fact=expiry.fact)


def own_id(record: str) -> str:
    """The id of a date that a record of the user's sets, such as `expiry_x-k7m2qx`.

    A name would not do: the user may call two things alike, or as the rules call theirs.
    """
    return EXPIRY + record


def _warned(found: DeadlineView, opening: date | None, rules: Rules) -> DeadlineView:
    """Add the warning level and whether it falls before the next channel opens."""
    reached = [n for n in rules.deadlines.warnings.days if found.days_left <= n]
    before = opening is not None and found.days_left >= 0 and found.date < opening
    because = found.because
    if before and opening is not None and not found.quiet:
        because += f" It falls before the next channel opens ({long_date(opening)})."
    return DeadlineView(
        id=found.id,
        title=found.title,
        date=found.date,
        days_left=found.days_left,
        estimate=found.estimate,
        quiet=found.quiet,
        because=because,
        source=found.source,
        level=min(reached, default=None) if not found.quiet else None,
        before_opening=before,
        record=found.record,
        as_of=found.as_of,
        counts=found.counts,
    )
