"""The steps that speak of a channel: a fact that keeps one shut, or one that may be used."""

from datetime import date, timedelta

from g221_tui.core.followup.access import access_of
from g221_tui.core.followup.channel_state import POST, decide
from g221_tui.core.followup.past_contacts import last_status_contact, status_contacts
from g221_tui.core.followup.post_word import against_asking
from g221_tui.core.followup.rest_and_lock import rest_of
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.snapshot.next.found import Found, step
from g221_tui.core.text.dates import near_date
from g221_tui.core.views import ChannelState, ChannelView, NextStep

FACT = "fact"
"""The kind of a step that asks for a fact."""
ASK = "channel"
"""The kind of a step that invites to ask, since a channel is open."""


def paced(rules: Rules) -> list[Channel]:
    """The channels over which questions must not come too soon after each other."""
    return [channel for channel in rules.every_channel if channel.human and not channel.free]


def pacing_counsel(day: CaseDay) -> str:
    """The guide's counsel, if a status contact on that day would come too soon; else empty."""
    asked = [c.on for c in status_contacts(day, paced(day.rules))]
    for earlier, window in day.rules.pacing.windows.items():
        recent = [on for on in asked if (day.today - on).days < window]
        if len(recent) >= int(earlier):
            return day.rules.pacing.counsel
    return ""


def fact_step(found: Found) -> NextStep | None:
    """The fact that alone keeps a channel shut: not one that a rest would keep shut as well."""
    if found.day.standing.stage.facts_rest or found.day.held:
        return None
    by_id = {c.id: c for c in found.rules.channels}
    for channel in found.channels:
        rest = rest_of(by_id[channel.id], found.day)
        resting = rest is not None and found.today < rest.until
        if channel.state is ChannelState.NEEDS and channel.missing and not resting:
            fact = channel.missing[0]
            text = found.text(f"fact_{fact}", channel=channel.name)
            return step(FACT, text + _also_open(found), None, fact)
    return None


def _also_open(found: Found) -> str:
    """That a gentler way is open today, so that the missing fact does not hide it."""
    view = _invited(found)
    return found.text("fact_also", channel=view.name) if view is not None else ""


def channel_step(found: Found) -> NextStep | None:
    """The gentlest channel that is open and was not used since it opened; none where none is."""
    view = _invited(found)
    if view is None or view.opens_on is None:
        return None
    channel, page = found.rules.channel(view.id), _page_first(found)
    invite = channel.invite if channel is not None else ""
    since = near_date(view.opens_on, found.today)
    if page is not None:
        text = found.text("look_first", page=page.name, invite=invite, since=since)
        return step(ASK, text, view.opens_on, page.id)
    key = "channel_today" if view.opens_on == found.today else "channel"
    words = [found.text(key, invite=invite, since=since)]
    if channel is not None and channel.group == POST and access_of(channel, found.day).of_status:
        words.append(against_asking(found.day))
    return step(ASK, " ".join(filter(None, words)), view.opens_on, view.id)


def _invited(found: Found) -> ChannelView | None:
    """The channel that may be invited to."""
    if found.day.held or pacing_counsel(found.day) or _on_its_way(found):
        return None
    usable = [c for c in found.channels if c.human and c.state is ChannelState.OPEN]
    by_id = {c.id: c for c in found.rules.channels}
    for view in sorted(usable, key=lambda c: by_id[c.id].gentleness):
        used = last_status_contact(found.day, [by_id[view.id]])
        if view.opens_on is not None and (used is None or used.on < view.opens_on):
            return view
    return None


def _page_first(found: Found) -> Channel | None:
    """The page that tells more than anybody who is asked, while it was not looked at."""
    stage, day = found.day.standing.stage, found.day
    page = found.rules.channel(stage.look_first)
    if page is None or decide(page, day).state is not ChannelState.OPEN:
        return None
    looks, since = day.contacts_over((page.id,)), day.standing.since
    return None if any(since is None or look.on >= since for look in looks) else page


def _on_its_way(found: Found) -> bool:
    """Whether something was sent to the post so lately that it is not to be asked after yet."""
    return not found.day.emergency and any(
        found.today < since + timedelta(days=n) for since, n in asked_after(found)
    )


def asked_after(found: Found) -> list[tuple[date, int]]:
    """Since when, and for how many days, what was sent is not to be asked after."""
    standing = found.day.standing
    days = [access.days for access in standing.stage.access.values() if access.days]
    return [(standing.since, n) for n in days] if standing.since else []
