"""Decide for each channel whether it may be used on a day, and say why."""

from datetime import date, timedelta

import msgspec

from g221_tui.core.fields.labels import needed_words
from g221_tui.core.followup.access import (
    access_of,
    closed,
    missing_facts,
    recorded_facts,
    unavailable,
)
from g221_tui.core.followup.post_word import against_asking
from g221_tui.core.followup.rest_and_lock import (
    Counts,
    Lock,
    Rest,
    lock_of,
    missing_contacts,
    rest_of,
    rest_over,
    rest_words,
    whose_rest,
)
from g221_tui.core.model import Direction
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.wait import anchor, state_day
from g221_tui.core.rulebook.channel import Access, Channel
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import are, counted, days_phrase, several
from g221_tui.core.views import ChannelState, ChannelView

POST = "post"
"""The group of the ways to the post itself."""
IF_NOTHING_OWED = ", if nothing were owed"
"""Behind the day on which a channel opens, while something that was asked for is outstanding."""
SENT_TODAY = (
    "Once the last that was asked for goes in, the wait counts from that day: were it today,"
    " until {}."
)


def decide_all(day: CaseDay) -> tuple[ChannelView, ...]:
    """Every channel, in the order of the data."""
    return tuple(decide(channel, day) for channel in day.rules.channels)


def decide_further(day: CaseDay) -> tuple[ChannelView, ...]:
    """Every channel beyond the guide's five and CEAC."""
    return tuple(decide(channel, day) for channel in day.rules.further)


def decide(channel: Channel, day: CaseDay) -> ChannelView:
    """One channel: closed, unavailable, locked, needs, resting or open, in that order."""
    access = access_of(channel, day)
    if reason := closed(channel, access, day):
        return channel_view(channel, day, ChannelState.CLOSED, because=[reason])
    if reason := unavailable(channel, access, day):
        return channel_view(
            channel,
            day,
            ChannelState.UNAVAILABLE,
            because=[reason],
            ruled_out_by=recorded_facts(channel, day),
            source=day.policy.cited if reason == day.policy.unavailable.get(channel.id) else "",
        )
    lock = lock_of(channel, access, day)
    rest = rest_of(channel, day)
    missing = needed_words(missing_facts(channel, day)) + missing_contacts(channel, day)
    ends = [day for day in (lock and lock.until, rest and rest.until) if day]
    if lock and day.today < lock.until:
        return _locked(channel, day, lock, rest, max(ends), missing)
    if missing:
        return channel_view(
            channel,
            day,
            ChannelState.NEEDS,
            because=[
                f"Not there yet: {several(missing)}.",
                *(["The wait is over."] if lock else []),
            ],
            missing=missing_facts(channel, day),
        )
    if rest and day.today < rest.until:
        return channel_view(
            channel,
            day,
            ChannelState.RESTING,
            because=rest_words(rest, day),
            opens_on=rest.until,
            days_left=(rest.until - day.today).days,
            source=whose_rest(day),
        )
    return _open(channel, access, day, lock, rest)


def _locked(
    channel: Channel,
    day: CaseDay,
    lock: Lock,
    rest: Rest | None,
    opens_on: date,
    missing: tuple[str, ...],
) -> ChannelView:
    left, owed = (opens_on - day.today).days, _moves_with_papers(lock, day)
    because = [f"Opens {long_date(opens_on)}, in {days_phrase(left)}{IF_NOTHING_OWED * owed}."]
    because += [lock.because, lock.counted_from]
    if owed:
        because.append(SENT_TODAY.format(long_date(day.today + timedelta(days=lock.days))))
    if rest and rest.until > lock.until:
        because += rest_words(rest, day)
    if missing:
        because.append(f"Also not there yet: {several(missing)}.")
    return channel_view(
        channel,
        day,
        ChannelState.LOCKED,
        because=because,
        opens_on=opens_on,
        days_left=left,
        source=lock.source,
        missing=missing_facts(channel, day),
        if_complete=owed,
    )


def _moves_with_papers(lock: Lock, day: CaseDay) -> bool:
    """Whether what is still to be sent will begin the wait anew once it goes in."""
    standing = day.standing
    return lock.counts is Counts.ANCHOR and standing.papers.owed and not standing.stage.papers_rest


def _open(
    channel: Channel, access: Access, day: CaseDay, lock: Lock | None, rest: Rest | None
) -> ChannelView:
    if channel.free:
        because = ["Neither a wait nor a rest applies."]
        return channel_view(channel, day, ChannelState.OPEN, because=because, access=access)
    if not channel.human:
        because = ["Looking is not asking: no wait and no rest. Once a week is plenty."]
        return channel_view(channel, day, ChannelState.OPEN, because=because, access=access)
    because = []
    since = max((each.until for each in (lock, rest) if each), default=None)
    if day.emergency:
        usual = decide(channel, without_emergency(day))
        opened = [usual.opens_on] if usual.state is ChannelState.OPEN else []
        since = min(on for on in (day.facts.emergency, *opened) if on is not None)
        because.append(
            "An emergency is recorded (serious illness, injury or death in the immediate"
            " family): it lifts the wait and the rest."
        )
    since = since or day.standing.since
    if since:
        because.insert(0, f"Open since {long_date(since)}.")
    if rest and since == rest.until and not day.emergency:
        because.append(rest_over(rest, day))
    if lock and not day.emergency:
        because += [lock.because, lock.counted_from]
    return channel_view(
        channel,
        day,
        ChannelState.OPEN,
        because=because,
        opens_on=since,
        source=lock.source if lock else access.source,
        access=access,
    )


def without_emergency(day: CaseDay) -> CaseDay:
    """The same day of the case without its emergency mark."""
    calm = msgspec.structs.replace(day.facts, emergency=None)
    return msgspec.structs.replace(day, case=msgspec.structs.replace(day.case, facts=calm))


def _of_status(channel: Channel, day: CaseDay) -> bool:
    """Whether what is asked over it now is how the case stands."""
    return channel.human and not channel.free and access_of(channel, day).of_status


def cautions(channel: Channel, day: CaseDay, state: ChannelState) -> list[str]:
    """What to keep in mind before an open channel is used."""
    if state is not ChannelState.OPEN:
        return []
    found: list[str] = []
    papers = day.standing.papers
    if day.standing.stage.papers_rest or day.standing.stage.end:
        pass  # papers for the post rest while the petition is away, and after the end
    elif papers.outstanding:
        n = len(papers.outstanding)
        them = "it" if n == 1 else "them"
        tasks = sum(document.task for document in papers.outstanding)
        noun = "item" if 0 < tasks < n else "task" if tasks else "document"
        do = "send or do" if 0 < tasks < n else "do" if tasks else "send"
        owed = f"{counted(n, f'requested {noun}')} {are(n)}"
        found.append(f"{owed} still with you: {do} {them} first.")
    elif papers.owed:
        found.append("The documents your letter asks for are still with you: send them first.")
    start = anchor(day).on
    if channel.human and not channel.free and start is not None:
        states = state_day(start, day.rules)
        word = day.facts.wait is not None or day.policy.of_post
        own = channel.group == POST and word
        if day.today < states and not own:
            found.append(f"State's own figure is {day.rules.state_days} days: {long_date(states)}.")
    if _of_status(channel, day):
        theirs = against_asking(day) if channel.group == POST else ""
        found += filter(None, [day.held, theirs])
    if channel.caution_always:
        found.append(channel.caution_always)
    if channel.caution and day.says(channel.caution_if):
        found.append(channel.caution)
    if "us_state" in channel.needs and day.facts.us_state in day.rules.delegates:
        name = day.rules.us_states[day.facts.us_state]
        found.append(f"No Senator there ({name}): ask the Delegate's office instead.")
    if channel.human:
        found += filter(None, [day.rules.closed_days.caution(day.today, channel.body)])
    return found


def channel_view(
    channel: Channel,
    day: CaseDay,
    state: ChannelState,
    *,
    because: list[str],
    opens_on: date | None = None,
    days_left: int | None = None,
    source: str = "",
    missing: tuple[str, ...] = (),
    if_complete: bool = False,
    ruled_out_by: tuple[str, ...] = (),
    access: Access | None = None,
) -> ChannelView:
    """The decision as the faces draw it."""
    used = day.contacts_over((channel.id,))
    outgoing = [contact.on for contact in used if contact.direction is Direction.OUT]
    last = max(outgoing, default=None)
    fresh = opens_on is not None and day.today - timedelta(days=1) <= opens_on <= day.today
    recorded = getattr(day.facts, channel.contact_fact) if channel.contact_fact else ""
    question = access.question.format(holder=day.holder_words) if access else ""
    offices, closed_on = day.rules.closed_days, _used_on(channel, day, state, opens_on)
    if state is not ChannelState.OPEN and closed_on is not None:
        said = offices.sentence(closed_on, channel.body)
        because = [*because, *([said] if said else [])]
    return ChannelView(
        id=channel.id,
        name=channel.name,
        state=state,
        opens_on=opens_on,
        days_left=days_left,
        because=tuple(because),
        source=source or channel.cited,
        last_contact=last,
        contacts=len(outgoing),
        cautions=tuple(cautions(channel, day, state)),
        human=channel.human,
        is_new=state is ChannelState.OPEN and fresh and (last is None or last < (opens_on or last)),
        missing=missing,
        ruled_out_by=ruled_out_by,
        at_hand=channel.at_hand,
        ask=(question,) if question else channel.ask,
        answers=channel.answers,
        contact_details=recorded or channel.contact,
        closed=offices.closed(closed_on) if closed_on is not None else "",
        if_complete=if_complete,
    )


def _used_on(
    channel: Channel, day: CaseDay, state: ChannelState, opens_on: date | None
) -> date | None:
    """The first day from today on which its office can be asked; none for a page."""
    if not channel.human:
        return None
    if state is ChannelState.OPEN:
        return day.today
    return opens_on
