"""The first answer: the one thing to do next, or that there is nothing to do."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from g221_tui.core.deadlines.all_deadlines import deadlines, next_opening
from g221_tui.core.deadlines.reinstatement import may_be_reinstated
from g221_tui.core.followup.channel_state import decide_all
from g221_tui.core.followup.past_contacts import status_contacts
from g221_tui.core.followup.rest_and_lock import rest_of
from g221_tui.core.model import Case, Document, YesNo
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.progress.past import known_then
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.core.text.dates import day_date, distance, long_date
from g221_tui.core.text.phrases import opening, within_sentence
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView, NextStep

ASK = "channel"
"""The kind of a step that invites to ask, since a channel is open."""
AT_THE_END = "ended"
"""The kind of the step of a case that has ended."""
FEW = 3
"""How many papers a sentence names."""


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
        return _reinstatement(found) or _step(AT_THE_END, _ended(day))
    if day.standing.since is None:
        return _before(found)
    return _active(found) or _wait(found)


def _active(found: Found) -> NextStep | None:
    """The first step that asks for something; none when there is nothing to do."""
    choices: dict[str, Callable[[Found], NextStep | None]] = {
        "deadline": _deadline,
        "notice": _notice,
        "passport": _of_stage,
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


def _ended(day: CaseDay) -> str:
    """What comes back and what can be done, by whether the visa rests on a petition."""
    stage, petition = day.standing.stage, day.facts.petition
    if stage.next_over and not may_be_reinstated(day):
        return stage.next_over
    if petition is YesNo.YES and stage.next_petition:
        return stage.next_petition
    if petition is YesNo.UNKNOWN and stage.next_petition_unknown:
        return stage.next_petition_unknown
    return stage.next_step


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
    of_papers = deadline.id in found.rules.deadlines.of_papers
    owed = found.day.standing.papers.outstanding if of_papers else ()
    text = found.text(
        f"papers_{when}" if owed else f"deadline_{when}",
        title=deadline.title,
        names=_few(owed),
        date=long_date(deadline.date),
        distance=distance(deadline.date, found.today),
        because=deadline.because,
    )
    return _step("deadline", text, deadline.date, deadline.id)


def _of_stage(found: Found) -> NextStep | None:
    """What the stage alone asks for."""
    stage = found.day.standing.stage
    return _step(stage.next_kind, stage.next_step) if stage.next_kind else None


def _documents(found: Found) -> NextStep | None:
    papers = found.day.standing.papers
    standing = found.day.standing
    if standing.refused_on is None or standing.stage.papers_rest or not papers.due:
        return None
    names = [d.name for d in papers.outstanding]
    if len(names) == 1:
        key = "documents_last" if len(papers.requested) > 1 else "documents_only"
        return _step("documents", found.text(key, name=names[0]), None, papers.outstanding[0].id)
    if names:
        text = found.text("documents_some", names=_few(papers.outstanding), n=len(names))
        return _step("documents", text, None, papers.outstanding[0].id)
    return _step("documents", found.text("documents_list" if papers.owed else "documents_unknown"))


def _few(papers: Sequence[Document]) -> str:
    """The names of some papers, of many the first ones and how many more."""
    names = [paper.name for paper in papers]
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def _expiry(found: Found) -> NextStep | None:
    opens_next = next_opening(tuple(c for c in found.channels if c.human))
    if opens_next is None:
        return None
    for deadline in found.deadlines:
        if not deadline.quiet and found.today <= deadline.date < opens_next:
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
    if pacing_counsel(found.day):
        return None
    usable = [c for c in found.channels if c.human and c.state is ChannelState.OPEN]
    by_id = {c.id: c for c in found.rules.channels}
    for view in sorted(usable, key=lambda c: by_id[c.id].gentleness):
        own = [by_id[view.id]]
        used = status_contacts(found.day, own)
        if view.opens_on is None or (used and used[-1].on >= view.opens_on):
            continue
        key = "channel_today" if view.opens_on == found.today else "channel"
        text = found.text(key, invite=by_id[view.id].invite, since=day_date(view.opens_on))
        return _step(ASK, text, view.opens_on, view.id)
    return None


def _wait(found: Found) -> NextStep:
    """Nothing to do until the first day on which, with nothing recorded, there is something."""
    known, look = known_then(found.day), _page(found)
    for day in sorted({change.day for change in coming(found, known)}):
        step = _active(_on(day, known, found.rules))
        if step is None:
            continue
        names = [c.name for c in found.channels if c.opens_on == day and c.days_left]
        if names:
            text = found.text("wait_until", date=long_date(day), names=opening(names), look=look)
        else:
            key = "wait_again" if step.kind == ASK else "wait_date"
            text = found.text(key, date=long_date(day), look=look)
        return _step("wait", text, day)
    return _step("wait", found.text("wait", look=look))


def _page(found: Found) -> str:
    """The page to look at meanwhile: the first tracker that is open."""
    pages = (c for c in found.channels if not c.human and c.state is ChannelState.OPEN)
    page = next((c.id for c in pages), "")
    return found.rules.next.texts.get(f"look_{page}", found.text("look"))


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A day ahead on which the first answer may change by itself: one of the three names why."""

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
    spans = (*found.rules.pacing.windows.values(), found.day.policy.rest_days)
    days += [Coming(start=c.on, days=n, contact=c.id) for c in known.contacts for n in spans]
    urgent = found.rules.deadlines.pressing.urgent_days
    days += [Coming(start=d.date, days=-urgent, deadline=d.id) for d in found.deadlines]
    return [change for change in days if change.day > found.today]


def _on(today: date, case: Case, rules: Rules) -> Found:
    """The same case on a later day, with nothing recorded meanwhile."""
    day = case_day(case, rules, today)
    channels = decide_all(day)
    return Found(day=day, channels=channels, deadlines=deadlines(day, channels))
