"""Decide for each channel whether it may be used on a day, and say why."""

from datetime import date, timedelta

import msgspec

from g221_tui.core.fields.labels import needed_words
from g221_tui.core.followup.gates import (
    Lock,
    Rest,
    closed,
    lock_of,
    missing_contacts,
    missing_facts,
    rest_of,
    rest_words,
    ruling_facts,
    unavailable,
)
from g221_tui.core.model import Direction
from g221_tui.core.progress.case_day import Scene, access_of, says
from g221_tui.core.progress.wait import anchor, state_day
from g221_tui.core.rulebook.channel import Access, Channel
from g221_tui.core.text.dates import days_phrase, long_date
from g221_tui.core.views import ChannelState, ChannelView


def decide_all(scene: Scene) -> tuple[ChannelView, ...]:
    """Every channel, in the order of the data."""
    return tuple(decide(channel, scene) for channel in scene.rules.channels)


def decide_further(scene: Scene) -> tuple[ChannelView, ...]:
    """Every channel beyond the guide's five and CEAC."""
    return tuple(decide(channel, scene) for channel in scene.rules.further)


def decide(channel: Channel, scene: Scene) -> ChannelView:
    """One channel: closed, unavailable, locked, needs, resting or open, in that order."""
    access = access_of(channel, scene.standing)
    if reason := closed(channel, access, scene):
        return channel_view(channel, scene, ChannelState.CLOSED, because=[reason])
    if reason := unavailable(channel, access, scene):
        return channel_view(
            channel,
            scene,
            ChannelState.UNAVAILABLE,
            because=[reason],
            ruled_out_by=ruling_facts(channel, scene),
        )
    lock = lock_of(channel, access, scene)
    rest = rest_of(channel, scene)
    missing = needed_words(missing_facts(channel, scene)) + missing_contacts(channel, scene)
    ends = [day for day in (lock and lock.until, rest and rest.until) if day]
    if lock and scene.today < lock.until:
        return _locked(channel, scene, lock, rest, max(ends), missing)
    if missing:
        names = " and ".join(missing)
        return channel_view(
            channel,
            scene,
            ChannelState.NEEDS,
            because=[f"Not there yet: {names}.", *(["The wait is over."] if lock else [])],
            missing=missing_facts(channel, scene),
        )
    if rest and scene.today < rest.until:
        return channel_view(
            channel,
            scene,
            ChannelState.RESTING,
            because=rest_words(rest, scene),
            opens_on=rest.until,
            days_left=(rest.until - scene.today).days,
            source=scene.policy.rest_source,
        )
    return _open(channel, access, scene, lock, max(ends, default=None))


def _locked(
    channel: Channel,
    scene: Scene,
    lock: Lock,
    rest: Rest | None,
    opens_on: date,
    missing: tuple[str, ...],
) -> ChannelView:
    left = (opens_on - scene.today).days
    because = [f"Opens {long_date(opens_on)}, in {days_phrase(left)}."]
    because += [lock.because, lock.counted_from]
    if rest and rest.until > lock.until:
        because += rest_words(rest, scene)
    if missing:
        because.append(f"Also not there yet: {' and '.join(missing)}.")
    return channel_view(
        channel,
        scene,
        ChannelState.LOCKED,
        because=because,
        opens_on=opens_on,
        days_left=left,
        source=lock.source,
        missing=missing_facts(channel, scene),
    )


def _open(
    channel: Channel, access: Access, scene: Scene, lock: Lock | None, since: date | None
) -> ChannelView:
    if channel.free:
        because = ["Neither a wait nor a rest applies."]
        return channel_view(channel, scene, ChannelState.OPEN, because=because, access=access)
    if not channel.human:
        because = ["Looking is not asking: no wait and no rest. Once a week is plenty."]
        return channel_view(channel, scene, ChannelState.OPEN, because=because, access=access)
    because = []
    if scene.emergency:
        calm = msgspec.structs.replace(scene.facts, emergency=None)
        case = msgspec.structs.replace(scene.case, facts=calm)
        usual = decide(channel, msgspec.structs.replace(scene, case=case))
        since = usual.opens_on if usual.state is ChannelState.OPEN else scene.facts.emergency
        because.append(
            "An emergency is recorded (serious illness, injury or death in the immediate"
            " family): it lifts the wait and the rest."
        )
    since = since or scene.standing.since
    if since:
        because.insert(0, f"Open since {long_date(since)}.")
    if lock and not scene.emergency:
        because += [lock.because, lock.counted_from]
    return channel_view(
        channel,
        scene,
        ChannelState.OPEN,
        because=because,
        opens_on=since,
        source=lock.source if lock else "",
        access=access,
    )


def cautions(channel: Channel, scene: Scene, state: ChannelState) -> list[str]:
    """What to keep in mind before an open channel is used."""
    if state is not ChannelState.OPEN:
        return []
    found: list[str] = []
    papers = scene.standing.papers
    if scene.standing.stage.papers_rest or scene.standing.stage.end:
        pass  # papers for the post rest while the petition is away, and after the end
    elif papers.outstanding:
        n = len(papers.outstanding)
        them = "1 requested document is" if n == 1 else f"{n} requested documents are"
        found.append(f"{them} still with you: send {'it' if n == 1 else 'them'} first.")
    elif papers.owed:
        found.append("The documents your letter asks for are still with you: send them first.")
    start = anchor(scene.standing).on
    if channel.human and not channel.free and start is not None:
        day = state_day(start, scene.rules)
        own = channel.group == "post" and scene.facts.wait is not None
        if scene.today < day and not own:
            found.append(f"State's own figure is {scene.rules.state_days} days: {long_date(day)}.")
    if channel.caution_always:
        found.append(channel.caution_always)
    if channel.caution and says(scene.facts, channel.caution_if):
        found.append(channel.caution)
    if "us_state" in channel.needs and scene.facts.us_state in scene.rules.delegates:
        name = scene.rules.us_states[scene.facts.us_state]
        found.append(f"No Senator there ({name}): ask the Delegate's office instead.")
    return found


def channel_view(
    channel: Channel,
    scene: Scene,
    state: ChannelState,
    *,
    because: list[str],
    opens_on: date | None = None,
    days_left: int | None = None,
    source: str = "",
    missing: tuple[str, ...] = (),
    ruled_out_by: tuple[str, ...] = (),
    access: Access | None = None,
) -> ChannelView:
    """The decision as the faces draw it."""
    outgoing = [
        c.on
        for c in scene.case.contacts
        if c.channel == channel.id and c.on <= scene.today and c.direction is Direction.OUT
    ]
    last = max(outgoing, default=None)
    fresh = opens_on is not None and scene.today - timedelta(days=1) <= opens_on <= scene.today
    recorded = getattr(scene.facts, channel.contact_fact) if channel.contact_fact else ""
    question = access.question.format(holder=scene.holder) if access else ""
    return ChannelView(
        id=channel.id,
        name=channel.name,
        state=state,
        opens_on=opens_on,
        days_left=days_left,
        because=tuple(because),
        source=source or f"{channel.source}, {channel.as_of}",
        last_contact=last,
        contacts=len(outgoing),
        cautions=tuple(cautions(channel, scene, state)),
        human=channel.human,
        is_new=state is ChannelState.OPEN and fresh and (last is None or last < (opens_on or last)),
        missing=missing,
        ruled_out_by=ruled_out_by,
        at_hand=channel.at_hand,
        ask=(question,) if question else channel.ask,
        answers=channel.answers,
        contact_details=recorded or channel.contact,
    )
