"""Decide for each channel whether it may be used on a day, and say why."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from g221_tui.core.dates import days_phrase, long_date
from g221_tui.core.model import Case, CaseRecord, Contact, Direction, Purpose
from g221_tui.core.policy import Access, Channel, Policy, Rules
from g221_tui.core.process import Standing
from g221_tui.core.views import ChannelState, ChannelView
from g221_tui.core.waiting import anchor, in_emergency, state_day, wait_rule, whose_wait


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """Until when a channel's wait lasts, and in whose words."""

    until: date
    """The first day it is over."""
    because: str
    counted_from: str
    source: str


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """The rest after the last outgoing status contact to a body."""

    after: Contact
    until: date
    """The first day it is over."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What every channel's decision looks at."""

    case: Case
    standing: Standing
    rules: Rules
    today: date

    @property
    def facts(self) -> CaseRecord:
        """The undated facts."""
        return self.case.facts

    @property
    def policy(self) -> Policy:
        """The policy the case follows."""
        return self.rules.policy(self.facts.policy)

    @property
    def emergency(self) -> bool:
        """Whether the emergency mark holds."""
        return in_emergency(self.facts, self.today)


def decide_all(scene: Scene) -> tuple[ChannelView, ...]:
    """Every channel, in the order of the data."""
    return tuple(decide(channel, scene) for channel in scene.rules.channels)


def decide(channel: Channel, scene: Scene) -> ChannelView:
    """One channel: closed, unavailable, locked, needs, resting or open, in that order."""
    access = access_of(channel, scene.standing)
    if reason := _closed(channel, access, scene):
        return _view(channel, scene, ChannelState.CLOSED, because=[reason])
    if reason := _unavailable(channel, access, scene):
        return _view(channel, scene, ChannelState.UNAVAILABLE, because=[reason])
    lock = _lock(channel, access, scene)
    rest = _rest(channel, scene)
    missing = _missing(channel, scene)
    ends = [day for day in (lock and lock.until, rest and rest.until) if day]
    if lock and scene.today < lock.until:
        return _locked(channel, scene, lock, rest, max(ends), missing)
    if missing:
        names = " and ".join(missing)
        return _view(
            channel,
            scene,
            ChannelState.NEEDS,
            because=["The wait is over.", f"Not known yet: {names}."],
            missing=missing,
        )
    if rest and scene.today < rest.until:
        return _view(
            channel,
            scene,
            ChannelState.RESTING,
            because=_rest_words(rest, scene),
            opens_on=rest.until,
            days_left=(rest.until - scene.today).days,
            source=scene.policy.rest_source,
        )
    return _open(channel, access, scene, lock, max(ends, default=None))


def access_of(channel: Channel, standing: Standing) -> Access:
    """What the stage says of the channel, by its id or by its group."""
    access = standing.stage.access
    return access.get(channel.id) or access[channel.group]


def status_contacts(
    contacts: Iterable[Contact], channels: Iterable[Channel], today: date
) -> list[Contact]:
    """The outgoing status contacts over those channels up to a day, oldest first."""
    ids = {channel.id for channel in channels}
    found = [
        c
        for c in contacts
        if c.channel in ids
        and c.on <= today
        and c.direction is Direction.OUT
        and c.purpose is Purpose.STATUS
    ]
    return sorted(found, key=lambda contact: contact.on)


def _says(facts: CaseRecord, conditions: dict[str, str]) -> bool:
    """Whether a recorded fact has one of these values."""
    return any(getattr(facts, field) == value for field, value in conditions.items())


def _closed(channel: Channel, access: Access, scene: Scene) -> str:
    ended = access.until_event and scene.standing.happened(access.until_event)
    if access.mode == "closed" or ended or _says(scene.facts, access.closed_if):
        return access.because
    if channel.human and access.mode == "rules" and scene.standing.start is None:
        return "No refusal is recorded yet, so there is nothing to ask about."
    return ""


def _unavailable(channel: Channel, access: Access, scene: Scene) -> str:
    if _says(scene.facts, channel.unavailable_if):
        return channel.unavailable_because
    if scene.emergency or access.mode not in ("rules", "after"):
        return ""
    return scene.policy.unavailable.get(channel.id, "")


def _missing(channel: Channel, scene: Scene) -> tuple[str, ...]:
    return tuple(f for f in channel.needs if getattr(scene.facts, f) in ("", "unknown"))


def _lock(channel: Channel, access: Access, scene: Scene) -> Lock | None:
    if not channel.human or scene.emergency:
        return None
    if access.mode == "after" and scene.standing.since is not None:
        return Lock(
            until=scene.standing.since + timedelta(days=access.days),
            because=f"Opens {access.because}.",
            counted_from=f"Counting from {long_date(scene.standing.since)}.",
            source=access.source,
        )
    found = anchor(scene.standing)
    rule = wait_rule(channel.id, scene.facts, scene.policy)
    if access.mode != "rules" or rule is None or found.on is None:
        return None
    whose = whose_wait(channel.id, scene.facts, scene.policy)
    more = "more than" if rule.strict else "at least"
    return Lock(
        until=found.on + timedelta(days=rule.opens_after),
        because=f"The rule: {more} {days_phrase(rule.days)} ({whose}).",
        counted_from=found.because,
        source=whose,
    )


def _rest(channel: Channel, scene: Scene) -> Rest | None:
    if not channel.human or scene.emergency:
        return None
    same_body = [c for c in scene.rules.channels if c.body == channel.body]
    past = status_contacts(scene.case.contacts, same_body, scene.today)
    if not past:
        return None
    return Rest(after=past[-1], until=past[-1].on + timedelta(days=scene.policy.rest_days))


def _rest_words(rest: Rest, scene: Scene) -> list[str]:
    used = scene.rules.channel(rest.after.channel)
    name = used.name if used else rest.after.channel
    return [
        f"Rests until {long_date(rest.until)}: you asked by {name} on {long_date(rest.after.on)}.",
        f"The rule: {days_phrase(scene.policy.rest_days)} between two questions to the same"
        f" office ({scene.policy.rest_source}).",
    ]


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
        because += _rest_words(rest, scene)
    if missing:
        because.append(f"Also not known yet: {' and '.join(missing)}.")
    return _view(
        channel,
        scene,
        ChannelState.LOCKED,
        because=because,
        opens_on=opens_on,
        days_left=left,
        source=lock.source,
        missing=missing,
    )


def _open(
    channel: Channel, access: Access, scene: Scene, lock: Lock | None, since: date | None
) -> ChannelView:
    if not channel.human:
        because = ["Looking is not asking: no wait and no rest. Once a week is plenty."]
        return _view(channel, scene, ChannelState.OPEN, because=because, access=access)
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
    return _view(
        channel,
        scene,
        ChannelState.OPEN,
        because=because,
        opens_on=since,
        source=lock.source if lock else "",
        access=access,
    )


def _cautions(channel: Channel, scene: Scene, state: ChannelState) -> list[str]:
    if state is not ChannelState.OPEN:
        return []
    cautions = []
    papers = scene.standing.papers
    if papers.outstanding:
        n = len(papers.outstanding)
        them = "1 requested document is" if n == 1 else f"{n} requested documents are"
        cautions.append(f"{them} still with you: send {'it' if n == 1 else 'them'} first.")
    elif papers.owed:
        cautions.append("The documents your letter asks for are still with you: send them first.")
    found = anchor(scene.standing)
    if channel.human and found.on is not None:
        day = state_day(found.on, scene.rules)
        own = channel.group == "post" and scene.facts.wait is not None
        if scene.today < day and not own:
            cautions.append(
                f"State's own figure is {scene.rules.state_days} days: {long_date(day)}."
            )
    if channel.caution and _says(scene.facts, channel.caution_if):
        cautions.append(channel.caution)
    if "us_state" in channel.needs and scene.facts.us_state in scene.rules.delegates:
        name = scene.rules.us_states[scene.facts.us_state]
        cautions.append(f"{name} has no Senator: ask the Delegate's office instead.")
    return cautions


def _view(
    channel: Channel,
    scene: Scene,
    state: ChannelState,
    *,
    because: list[str],
    opens_on: date | None = None,
    days_left: int | None = None,
    source: str = "",
    missing: tuple[str, ...] = (),
    access: Access | None = None,
) -> ChannelView:
    outgoing = [
        c.on
        for c in scene.case.contacts
        if c.channel == channel.id and c.on <= scene.today and c.direction is Direction.OUT
    ]
    last = max(outgoing, default=None)
    fresh = opens_on is not None and scene.today - timedelta(days=1) <= opens_on <= scene.today
    recorded = getattr(scene.facts, channel.contact_fact) if channel.contact_fact else ""
    question = access.question if access else ""
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
        cautions=tuple(_cautions(channel, scene, state)),
        human=channel.human,
        is_new=state is ChannelState.OPEN and fresh and (last is None or last < (opens_on or last)),
        missing=missing,
        at_hand=channel.at_hand,
        ask=(question,) if question else channel.ask,
        answers=channel.answers,
        contact_details=recorded or channel.contact,
    )
