"""By when the papers must be in: the date of a letter, else the one-year rule."""

from collections.abc import Iterable
from datetime import date, timedelta

from g221_tui.core import reckoning
from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.model import Document, Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import state_on, submission
from g221_tui.core.progress.documents.requests import SETTLED, requests_on
from g221_tui.core.progress.rounds import of_slip, open_slips
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import add_years, long_date
from g221_tui.core.views import DeadlineView

CONFIRMED = SETTLED
"""The states of a document after which the post has it or no longer wants it."""


def papers_limit(refused_on: date, rules: Rules) -> date:
    """The last safe day for the papers of a round refused on that day."""
    rule = rules.deadlines.papers
    return add_years(refused_on, rule.years) - timedelta(days=rule.last_safe_days)


def letter_date(slip: Event | None) -> date | None:
    """The date printed on a letter: one value, whichever way it was recorded."""
    return (slip.letter_deadline or slip.due) if slip is not None else None


def papers(day: CaseDay) -> list[DeadlineView]:
    """The limits for the papers of the round.

    The latest letter's date where it has one, else the one-year rule; beside it the date of an
    earlier letter while what that asked for is outstanding.
    """
    standing = day.standing
    if not standing.round.slips or standing.stage.papers_rest or standing.limits_settled:
        return []
    return [*_earlier_letters(day), *_latest(day)]


def papers_note(day: CaseDay) -> str:
    """Why the limits for the papers say nothing about what is out, where so; else empty."""
    printed = _passed_over(day)
    words = day.rules.deadlines.letter.later.format(date=long_date(printed)) if printed else ""
    return " ".join(filter(None, [words, no_limit_note(day)]))


def no_limit_note(day: CaseDay) -> str:
    """Why no limit for the papers runs, where none does; else empty."""
    standing, rule = day.standing, day.rules.deadlines.papers
    refused_on = standing.refused_on
    if refused_on is None or standing.stage.end:
        return ""
    if standing.papers.asked is YesNo.NO and not _letter_stands(day):
        return rule.none
    limit = papers_limit(refused_on, day.rules)
    printed = letter_date(standing.round.latest)
    if _all_later(day, limit) and (printed is None or _passed_over(day)):
        return rule.later.format(date=long_date(limit))
    return ""


def owed_by(found: DeadlineView, day: CaseDay) -> list[Document]:
    """The papers that are outstanding and must be in by a date; none of a date of another kind."""
    rules, current, owed = day.rules.deadlines, day.standing.round, day.standing.papers.outstanding
    if not rules.is_of_papers(found.id, found.record):
        return []
    slips = [slip.id for slip in current.slips]
    if found.record in slips and found.id == rules.earlier_letter.id.format(record=found.record):
        return _earlier_ones(day, slips.index(found.record), found.date)
    until = found.date if found.id == rules.papers.id else _until(current.slips[-1], found.date)
    return [document for document in owed if not _later(document, until, day)]


def _letter_stands(day: CaseDay) -> bool:
    """Whether the letter prints a date that has not long passed."""
    printed = letter_date(day.standing.round.latest)
    if printed is None:
        return False
    return (day.today - printed).days <= day.rules.deadlines.pressing.passed_days


def asked_after_the_year(day: CaseDay) -> bool:
    """Whether the year for papers says nothing about what is out: it was asked for after it."""
    refused_on = day.standing.refused_on
    return refused_on is not None and _all_later(day, papers_limit(refused_on, day.rules))


def _passed_over(day: CaseDay) -> date | None:
    """The date of the letter, where all that is out was asked for after it; else none."""
    latest = day.standing.round.latest
    printed = letter_date(latest)
    if latest is None or printed is None or day.standing.stage.end:
        return None
    return printed if _all_later(day, _until(latest, printed)) else None


def _until(slip: Event, printed: date) -> date:
    """The last day of what a letter's date is for: what the letter itself asks for is in it."""
    return max(slip.day, printed)


def _all_later(day: CaseDay, limit: date) -> bool:
    """Whether all that is out, or not confirmed, was asked for after that day."""
    found, current = day.standing.papers, day.standing.round
    left = found.outstanding or [d for d in found.requested if not _confirmed(d, day.today)]
    # Nearly always the first of them was asked for in time: the others are not looked at then.
    if any(not _later(document, limit, day) for document in left):
        return False
    slips = open_slips(current, found.requested, day.today)
    return bool(left or slips) and all(slip.day > limit for slip in slips)


def _later(document: Document, limit: date, day: CaseDay) -> bool:
    """Whether it was asked for after that day; what had gone in then was asked for again."""
    return requests_on(document, day.today).out > limit


def _confirmed(document: Document, today: date) -> bool:
    return state_on(document, today) in CONFIRMED


def _earlier_letters(day: CaseDay) -> list[DeadlineView]:
    """The dates of earlier letters, while what they ask for is outstanding."""
    rule = day.rules.deadlines.earlier_letter
    rows = []
    for place, slip in enumerate(day.standing.round.slips[:-1]):
        printed = letter_date(slip)
        if printed is not None and _earlier_ones(day, place, printed):
            identity = rule.id.format(record=slip.id)
            counts = reckoning.same_as(printed, record=slip.id)
            rows.append(view(rule, identity, printed, day.today, record=slip.id, counts=counts))
    return rows


def _earlier_ones(day: CaseDay, place: int, printed: date) -> list[Document]:
    """What is outstanding of an earlier slip's papers, and was asked for by its letter's date."""
    current = day.standing.round
    until = _until(current.slips[place], printed)
    theirs = of_slip(current, place, day.standing.papers.outstanding, day.today)
    return [document for document in theirs if not _later(document, until, day)]


def _latest(day: CaseDay) -> list[DeadlineView]:
    standing, today, rules = day.standing, day.today, day.rules.deadlines
    found, printed = standing.papers, letter_date(standing.round.latest)
    nothing_asked = found.asked is YesNo.NO
    if nothing_asked and not _letter_stands(day):
        return []
    quiet = not found.due and not nothing_asked
    if quiet and all(_confirmed(d, today) for d in found.requested):
        return []
    sent = f" {rules.papers.sent}" if quiet else ""
    if printed is not None and _passed_over(day) is None:
        return [
            view(
                rules.letter,
                rules.letter.id,
                printed,
                today,
                quiet=quiet,
                because=rules.letter.because + sent,
                counts=reckoning.same_as(printed, record=standing.round.slips[-1].id),
            )
        ]
    refusal = standing.round.slips[0]
    limit = papers_limit(refusal.day, day.rules)
    if _all_later(day, limit):
        return []
    in_time = (d for d in found.requested if not _later(d, limit, day))
    late = _last_day(in_time, today, quiet=quiet) > limit
    words = rules.papers.because_over if late else rules.papers.because
    because = f"{words} Counted from {long_date(refusal.day)}.{sent}"
    return [
        view(
            rules.papers,
            rules.papers.id,
            limit,
            today,
            quiet=quiet,
            because=because,
            counts=reckoning.add_years(
                refusal.day, rules.papers.years, -rules.papers.last_safe_days, record=refusal.id
            ),
        )
    ]


def _last_day(requested: Iterable[Document], today: date, *, quiet: bool) -> date:
    """The day by which the limit is judged: today, or the last sending once all is sent."""
    if not quiet:
        return today
    went_in = [sent_on for d in requested if (sent_on := submission(d, today)) is not None]
    return max(went_in, default=today)
