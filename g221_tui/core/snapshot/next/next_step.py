"""The first answer: the one thing to do next, or that there is nothing to do."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from g221_tui.core.deadlines.all_deadlines import deadlines, next_opening
from g221_tui.core.followup.channel_state import decide, decide_all
from g221_tui.core.followup.past_contacts import status_contacts
from g221_tui.core.followup.rest_and_lock import rest_of
from g221_tui.core.model import Case, Event, YesNo
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.progress.past import known_then
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.core.snapshot.next.end_step import ended
from g221_tui.core.snapshot.next.owed import few, kind_of, places
from g221_tui.core.snapshot.next.passport_step import passport_step
from g221_tui.core.snapshot.next.record_step import page_step, record_step
from g221_tui.core.text.dates import day_date, distance, long_date
from g221_tui.core.text.phrases import opening, within_sentence
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView, NextStep

ASK = "channel"
"""The kind of a step that invites to ask, since a channel is open."""
AT_THE_END = "ended"
"""The kind of the step of a case that has ended."""
BRIEF = 2
"""How many channels a sentence names that says of their day that the office may be closed."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the next step is chosen from."""

    day: CaseDay
    channels: tuple[ChannelView, ...]
    deadlines: tuple[DeadlineView, ...]

    @property
    def today(self) -> date:
        """The day."""
        return self.day.today

    @property
    def rules(self) -> Rules:
        """The rules."""
        return self.day.rules

    def text(self, key: str, **values: object) -> str:
        """A sentence of the data with its places filled."""
        return self.rules.next.texts[key].format(**values)


def next_step(
    day: CaseDay, channels: tuple[ChannelView, ...], due: tuple[DeadlineView, ...]
) -> NextStep:
    """The first of the steps that applies, in the order of the data."""
    found = Found(day=day, channels=channels, deadlines=due)
    if day.standing.stage.end:
        first = page_step(day) if day.standing.stage.records_first else None
        return first or _reinstatement(found) or _step(AT_THE_END, ended(day))
    if day.standing.since is None:
        return _before(found)
    return _active(found) or _wait(found)


def _active(found: Found) -> NextStep | None:
    """The first step that asks for something; none when there is nothing to do."""
    choices: dict[str, Callable[[Found], NextStep | None]] = {
        "deadline": _deadline,
        "notice": _notice,
        "passport": lambda found: passport_step(found.day),
        "record": lambda found: record_step(found.day),
        "documents": _documents,
        "expiry": _expiry,
        "fact": _fact,
        ASK: _channel,
    }
    for kind in found.rules.next.order:
        choice = choices.get(kind)
        step = choice(found) if choice else None
        if step is not None:
            return step
    return None


def pacing_counsel(day: CaseDay) -> str:
    """The guide's counsel, if a status contact on that day would come too soon; else empty."""
    humans = [c for c in day.rules.every_channel if c.human and not c.free]
    asked = [c.on for c in status_contacts(day, humans)]
    for earlier, window in day.rules.pacing.windows.items():
        recent = [on for on in asked if (day.today - on).days < window]
        if len(recent) >= int(earlier):
            return day.rules.pacing.counsel
    return ""


def _step(kind: str, text: str, day: date | None = None, subject: str | None = None) -> NextStep:
    return NextStep(kind=kind, text=text, date=day, subject=subject)


def _before(found: Found) -> NextStep:
    first = min((e.day for e in found.day.case.events), default=None)
    if first is None:
        return _step("wait", found.text("before_unknown"))
    slips = [k.id for k in found.rules.event_kinds if k.opens_round]
    refusal = min((e.day for e in found.day.case.events if e.kind in slips), default=first)
    return _step("wait", found.text("before_refusal", date=long_date(refusal)), refusal)


def _reinstatement(found: Found) -> NextStep | None:
    """The limit of reinstatement, once it is near: the one deadline of an ended case."""
    rule = found.rules.deadlines.reinstatement
    for deadline in found.deadlines:
        if deadline.id == rule.id and 0 <= deadline.days_left <= rule.pressed_days:
            return _dated(found, deadline)
    return None


def _notice(found: Found) -> NextStep | None:
    standing = found.day.standing
    open_notices = [n.event for n in standing.notices if not n.answered]
    if not open_notices:
        return None
    event = open_notices[-1]
    kind = found.rules.kind(event.kind)
    notice = within_sentence(kind.title) if kind else event.kind
    answer = found.rules.deadlines.notice.id.format(kind=event.kind)
    known = next((d for d in found.deadlines if d.id == answer), None)
    if known is None:
        return _step("notice", found.text("notice_unknown", notice=notice), None, event.id)
    text = found.text(
        "notice_until",
        notice=notice,
        date=long_date(known.date),
        estimate=" (an estimate)" if known.estimate else "",
    )
    return _step("notice", text, known.date, event.id)


def _deadline(found: Found) -> NextStep | None:
    pressing = found.rules.deadlines.pressing
    for deadline in found.deadlines:
        expiry = deadline.id.startswith(EXPIRY)
        if deadline.quiet or deadline.days_left > pressing.urgent_days:
            continue
        if expiry and deadline.days_left < -pressing.passed_days:
            continue
        return _dated(found, deadline)
    return None


def _dated(found: Found, deadline: DeadlineView) -> NextStep:
    when = "ahead" if deadline.days_left > 0 else "over" if deadline.days_left else "today"
    of_papers = found.rules.deadlines.is_of_papers(deadline.id, deadline.record)
    owed = found.day.standing.papers.outstanding if of_papers else ()
    text = found.text(
        f"{kind_of(owed)}_{when}" if owed else f"deadline_{when}",
        title=deadline.title,
        **places(owed),
        date=long_date(deadline.date),
        distance=distance(deadline.date, found.today),
        because=deadline.because,
    )
    return _step("deadline", text, deadline.date, deadline.id)


def _documents(found: Found) -> NextStep | None:
    standing = found.day.standing
    papers = standing.papers
    if standing.refused_on is None or standing.stage.papers_rest or not papers.due:
        return None
    owed = papers.outstanding
    subject = owed[0].id if owed else None
    slip = standing.round.latest
    if slip is not None and (papers.asked is YesNo.UNKNOWN or papers.unlisted):
        return _step("documents", _what_it_asks(found, slip), None, subject)
    count = "some" if len(owed) > 1 else "last" if len(papers.requested) > 1 else "only"
    text = found.text(f"{kind_of(owed)}_{count}", **places(owed), n=len(owed))
    return _step("documents", text, None, subject)


def _what_it_asks(found: Found, slip: Event) -> str:
    """That the latest letter's wishes are not recorded, and what is out beside them."""
    papers = found.day.standing.papers
    what = "list" if papers.asked is YesNo.YES else "unknown"
    further = "_further" if slip is not found.day.standing.round.refusal else ""
    text = found.text(f"documents_{what}{further}", date=long_date(slip.day))
    if papers.outstanding:
        text += " " + found.text("documents_beside", names=few(papers.outstanding))
    return text


def _expiry(found: Found) -> NextStep | None:
    """What expires before the next opening, or has expired and still needs the applicant."""
    opens_next = next_opening(tuple(c for c in found.channels if c.human))
    to_renew = found.rules.deadlines.to_renew
    for deadline in found.deadlines:
        passed = deadline.date < found.today
        before = opens_next is not None and deadline.date < opens_next and not passed
        if deadline.quiet or not (before or (passed and deadline.id in to_renew)):
            continue
        text = found.text(
            "expiry",
            title=deadline.title,
            date=long_date(deadline.date),
            distance=distance(deadline.date, found.today),
            because=deadline.because,
        )
        return _step("expiry", text, deadline.date, deadline.id)
    return None


def _fact(found: Found) -> NextStep | None:
    """The fact that alone keeps a channel shut: not one that a rest would keep shut as well."""
    if found.day.standing.stage.facts_rest:
        return None
    by_id = {c.id: c for c in found.rules.channels}
    for channel in found.channels:
        rest = rest_of(by_id[channel.id], found.day)
        resting = rest is not None and found.today < rest.until
        if channel.state is ChannelState.NEEDS and channel.missing and not resting:
            fact = channel.missing[0]
            text = found.text(f"fact_{fact}", channel=channel.name)
            return _step("fact", text + _also_open(found), None, fact)
    return None


def _also_open(found: Found) -> str:
    """That a gentler way is open today, so that the missing fact does not hide it."""
    step = _channel(found)
    name = next((c.name for c in found.channels if step and c.id == step.subject), "")
    return found.text("fact_also", channel=name) if name else ""


def _channel(found: Found) -> NextStep | None:
    if pacing_counsel(found.day) or _on_its_way(found):
        return None
    usable = [c for c in found.channels if c.human and c.state is ChannelState.OPEN]
    by_id = {c.id: c for c in found.rules.channels}
    for view in sorted(usable, key=lambda c: by_id[c.id].gentleness):
        own = [by_id[view.id]]
        used = status_contacts(found.day, own)
        if view.opens_on is None or (used and used[-1].on >= view.opens_on):
            continue
        page = _page_first(found)
        key = "channel_today" if view.opens_on == found.today else "channel"
        text = found.text(
            "look_first" if page is not None else key,
            page=page.name if page is not None else "",
            invite=by_id[view.id].invite,
            since=day_date(view.opens_on),
        )
        return _step(ASK, text, view.opens_on, page.id if page is not None else view.id)
    return None


def _page_first(found: Found) -> Channel | None:
    """The page that tells more than anybody who is asked, while it was not looked at."""
    stage, day = found.day.standing.stage, found.day
    page = found.rules.channel(stage.look_first)
    if page is None or decide(page, day).state is not ChannelState.OPEN:
        return None
    looks = [c for c in day.case.contacts if c.channel == page.id and c.on <= found.today]
    since = day.standing.since
    return None if any(since is None or look.on >= since for look in looks) else page


def _on_its_way(found: Found) -> bool:
    """Whether something was sent to the post so lately that it is not to be asked after yet."""
    return not found.day.emergency and any(
        found.today < since + timedelta(days=n) for since, n in _asked_after(found)
    )


def _asked_after(found: Found) -> list[tuple[date, int]]:
    """Since when, and for how many days, what was sent is not to be asked after."""
    standing = found.day.standing
    days = [access.days for access in standing.stage.access.values() if access.days]
    return [(standing.since, n) for n in days] if standing.since else []


def _wait(found: Found) -> NextStep:
    """Nothing to do until the first day on which, with nothing recorded, there is something."""
    known, look = known_then(found.day), _page(found)
    for day in sorted({change.day for change in coming(found, known)}):
        step = _active(_on(day, known, found.rules))
        if step is None:
            continue
        names = [c.name for c in found.channels if c.opens_on == day and c.days_left]
        when, brief = long_date(day), len(names) <= BRIEF
        off = brief and found.rules.closed_days.closed(day)
        closed = found.text("wait_closed") if off else ""
        if names:
            text = found.text(
                "wait_until", date=when, closed=closed, names=opening(names), look=look
            )
        else:
            key = "wait_again" if step.kind == ASK else "wait_date"
            text = found.text(key, date=when, closed=closed, look=look)
        return _step("wait", text, day)
    return _step("wait", found.text("wait", look=look))


def _page(found: Found) -> str:
    """The page to look at meanwhile: the first tracker that is open."""
    pages = (c for c in found.channels if not c.human and c.state is ChannelState.OPEN)
    page = next((c.id for c in pages), "")
    return found.rules.next.texts.get(f"look_{page}", found.text("look"))


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A day ahead on which the first answer may change by itself.

    One of the three names why; where none does, it is the stage.
    """

    start: date
    days: int = 0
    channel: str = ""
    contact: str = ""
    deadline: str = ""

    @property
    def day(self) -> date:
        """The day."""
        return self.start + timedelta(days=self.days)


def coming(found: Found, known: Case) -> list[Coming]:
    """The days ahead on which the first answer may change by itself."""
    days = [Coming(start=c.opens_on, channel=c.id) for c in found.channels if c.opens_on]
    spans = (*found.rules.pacing.windows.values(), found.day.rest_days)
    days += [Coming(start=c.on, days=n, contact=c.id) for c in known.contacts for n in spans]
    days += [Coming(start=since, days=n) for since, n in _asked_after(found)]
    urgent = found.rules.deadlines.pressing.urgent_days
    days += [Coming(start=d.date, days=-urgent, deadline=d.id) for d in found.deadlines]
    return [change for change in days if change.day > found.today]


def _on(today: date, case: Case, rules: Rules) -> Found:
    """The same case on a later day, with nothing recorded meanwhile."""
    day = case_day(case, rules, today)
    channels = decide_all(day)
    return Found(day=day, channels=channels, deadlines=deadlines(day, channels))
