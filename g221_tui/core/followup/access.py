"""Whether a channel may be used at all: what the stage says, what rules it out, what it lacks."""

from g221_tui.core.model import Event
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.reinstatable import may_be_reinstated
from g221_tui.core.rulebook.channel import Access, Channel


def access_of(channel: Channel, day: CaseDay) -> Access:
    """What the stage says of the channel, by its id or by its group."""
    standing = day.standing
    access = standing.stage.access
    found = access.get(channel.id, access.get(channel.group))
    if found is not None:
        return found
    before = standing.since is None
    if before or (standing.stage.end and not channel.after_end):
        why = "There is nothing to follow up yet." if before else "The case has ended."
        return Access(mode="closed", because=why)
    return Access(mode="open")


def closed(channel: Channel, access: Access, day: CaseDay) -> str:
    """Why the channel is closed, and whom to ask instead; empty when it is not."""
    if closing_event(access, day):
        return access.until_because
    over = access.while_reinstatable and not may_be_reinstated(day)
    if access.mode == "closed" or over or closing_facts(access, day):
        return access.because.format(holder=day.holder_words)
    if channel.only_stages and day.standing.stage.id not in channel.only_stages:
        return channel.only_stages_because
    if channel.human and access.mode == "rules" and day.standing.start is None:
        return "No refusal is recorded on or before this day, so there is nothing to ask about."
    return ""


def closing_event(access: Access, day: CaseDay) -> Event | None:
    """The event from which the channel is closed in this stage; none where none happened."""
    kind = day.rules.kind(access.until_event)
    if kind is None or (kind.passport_back is not None and not day.standing.came_back):
        return None
    return next((e for e in reversed(day.standing.events) if e.kind == kind.id), None)


def closing_facts(access: Access, day: CaseDay) -> tuple[str, ...]:
    """The facts that close the channel in this stage, as `set` takes them."""
    return _said(access.closed_if, day)


def _said(conditions: dict[str, str], day: CaseDay) -> tuple[str, ...]:
    """Those of the conditions that the facts meet, as `set` takes them."""
    return tuple(f"{name}={value}" for name, value in conditions.items() if day.says({name: value}))


def unavailable(channel: Channel, access: Access, day: CaseDay) -> str:
    """What rules the channel out, and how to change it; empty when nothing does."""
    if day.says(channel.unavailable_if):
        return channel.unavailable_because
    if channel.only_centre and channel.only_centre not in day.centre:
        return channel.only_centre_because.format(centre=day.centre)
    if day.emergency or access.mode not in ("rules", "after"):
        return ""
    return day.policy.unavailable.get(channel.id, "")


def ruling_facts(channel: Channel, day: CaseDay) -> tuple[str, ...]:
    """The facts that rule the channel out, as `set` takes them: `us_link=none`."""
    return _said(channel.unavailable_if, day)


def recorded_facts(channel: Channel, day: CaseDay) -> tuple[str, ...]:
    """Those of them that somebody recorded; the others follow from the class of the visa."""
    found = channel.unavailable_if.items()
    return tuple(f"{name}={value}" for name, value in found if getattr(day.facts, name) == value)


def missing_facts(channel: Channel, day: CaseDay) -> tuple[str, ...]:
    """The facts that are needed and not known: the names `set` takes."""
    return tuple(f for f in channel.needs if getattr(day.facts, f) in ("", "unknown"))
