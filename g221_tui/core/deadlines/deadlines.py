"""The dates that must not be missed, soonest first."""

from datetime import date, timedelta

from g221_tui.core.deadlines.notices import REINSTATED, notices, reinstatement, view
from g221_tui.core.model import Case, DocumentState, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import known_on, state_on, submission
from g221_tui.core.rulebook.deadline import Expiry
from g221_tui.core.rulebook.policy import Rules
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
    limit = add_years(refused_on, rules.deadlines.papers_years)
    return limit - timedelta(days=rules.deadlines.papers_last_safe)


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
    return found.date, f"expiry_{found.title.casefold()}" if own else found.id, found.id


def _appointment(day: CaseDay) -> DeadlineView | None:
    """The appointment of this stage."""
    event, texts = day.standing.appointment, day.rules.deadlines
    if event is None or event.due is None:
        return None
    kind = day.rules.kind(event.kind)
    return view(
        kind.sets if kind else event.kind,
        texts.interview_title,
        event.due,
        day.today,
        because=texts.interview_because,
        source=texts.interview_source,
        record=event.id,
    )


def _expiries(day: CaseDay) -> list[DeadlineView]:
    """Everything of the case that expires, its documents included."""
    found, today = [], day.today
    for expiry in day.rules.expiries:
        last = _expiry_day(day.case, expiry)
        if last is not None:
            found.append(
                view(
                    f"expiry_{expiry.id}",
                    expiry.title,
                    last,
                    today,
                    because=(last < today and expiry.because_over) or expiry.because,
                    source=f"{expiry.source}, {expiry.as_of}",
                )
            )
    for document in known_on(day.case.documents, today):
        if document.expires_on is not None and state_on(document, today) not in CONFIRMED:
            title = f"{document.name} expires"
            because = "A document that has expired has to be had again."
            found.append(
                view(
                    own_id(document.id),
                    title,
                    document.expires_on,
                    today,
                    because=because,
                    record=document.id,
                )
            )
    return found


def named(day: CaseDay) -> list[DeadlineView]:
    """The dates the user named, before their warnings are known."""
    because = "A date you named."
    return [
        view(own_id(d.id), d.name, d.on, day.today, because=because, record=d.id)
        for d in day.case.deadlines
    ]


def papers_note(day: CaseDay) -> str:
    """Why no limit for the papers runs, where nothing was asked; else empty."""
    standing = day.standing
    live = standing.refused_on is not None and not standing.stage.end
    nothing = standing.papers.asked is YesNo.NO and not _letter_stands(day)
    return day.rules.deadlines.papers_none if live and nothing else ""


def _letter_stands(day: CaseDay) -> bool:
    """Whether the letter prints a date that has not long passed."""
    refusal = day.standing.round.refusal
    printed = refusal.letter_deadline if refusal is not None else None
    if printed is None:
        return False
    return (day.today - printed).days <= day.rules.deadlines.pressed_days


def _papers(day: CaseDay) -> DeadlineView | None:
    """The limit for the papers: the letter's date where it has one, else the one-year rule."""
    standing, today = day.standing, day.today
    refusal = standing.round.refusal
    if refusal is None or standing.stage.papers_rest or standing.happened(REINSTATED):
        return None
    nothing_asked = standing.papers.asked is YesNo.NO
    if nothing_asked and not _letter_stands(day):
        return None
    quiet = not standing.papers.due and not nothing_asked
    if quiet and all(state_on(d, today) in CONFIRMED for d in standing.papers.requested):
        return None
    texts = day.rules.deadlines
    sent = f" {texts.papers_sent}" if quiet else ""
    if refusal.letter_deadline is not None:
        return view(
            "letter_date",
            texts.letter_title,
            refusal.letter_deadline,
            today,
            quiet=quiet,
            because=texts.letter_because + sent,
            source="your letter",
        )
    limit = papers_limit(refusal.day, day.rules)
    went_in = [sent_on for d in standing.papers.requested if (sent_on := submission(d)) is not None]
    late = (max(went_in, default=today) if quiet else today) > limit
    words = texts.papers_because_over if late else texts.papers_because
    return view(
        "documents_one_year",
        texts.papers_title,
        limit,
        today,
        quiet=quiet,
        because=f"{words} Counted from {long_date(refusal.day)}.{sent}",
        source=f"{texts.source}, {texts.as_of}",
    )


def _expiry_day(case: Case, expiry: Expiry) -> date | None:
    value = getattr(case.facts, expiry.fact)
    if value is None:
        return None
    if isinstance(value, date):
        return add_years(value, expiry.years)
    return date(value, expiry.month, expiry.day)


def own_id(record: str) -> str:
    """The id of a date that a record of the user's sets, such as `expiry_x-k7m2qx`.

    A name would not do: the user may call two things alike, or as the rules call theirs.
    """
    return f"expiry_{record}"


def _warned(found: DeadlineView, opening: date | None, rules: Rules) -> DeadlineView:
    """Add the warning level and whether it falls before the next channel opens."""
    reached = [n for n in rules.deadlines.warn_days if found.days_left <= n]
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
    )
