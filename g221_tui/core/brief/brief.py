"""Make the brief of a case on a day: it says only what the record and its rules say."""

from collections.abc import Iterator
from datetime import date

from g221_tui.core.brief.cited import cited
from g221_tui.core.brief.papers import papers
from g221_tui.core.brief.records import Brief, Fact, Figure, Moment
from g221_tui.core.brief.talks import talks
from g221_tui.core.fields.labels import value_words
from g221_tui.core.fields.table import case_fields
from g221_tui.core.followup.channel_state import IF_NOTHING_OWED
from g221_tui.core.letters.letter_text import letter_date
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.core.snapshot.build import build
from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.phrases import one_line
from g221_tui.core.views import DeadlineView, Origin, Snapshot

FACTS = (
    "applicant",
    "birth_date",
    "nationality",
    "passport_number",
    "visa",
    "post",
    "case_number",
    "application_id",
    "receipt_number",
    "petitioner",
    "email",
    "phone",
    "reason",
)
"""The facts that it gives, in their order: what an office finds a case by, and why it waits."""
UNTITLED = "Visa case"
"""What a case is called of which neither visa nor post is recorded."""
OTHERS = {"petitioner": "Petitioner", "email": "E-mail", "phone": "Phone"}
"""What facts are called that speak to the applicant elsewhere."""


def brief(day: CaseDay) -> Brief:
    """The brief.

    Raises:
        Refused: A date of the case leaves the calendar.
    """
    snapshot = build(day)
    case, stage = snapshot.case, snapshot.stage
    title = BETWEEN.join(filter(None, map(one_line, (case.visa, case.post))))
    return Brief(
        today=day.today,
        title=title or UNTITLED,
        stage=stage.name,
        since=stage.since,
        held=stage.held,
        counted=snapshot.wait.anchor_because if snapshot.wait.anchor != case.refused_on else "",
        refused_on=case.refused_on,
        figures=tuple(_figures(snapshot)),
        facts=tuple(_facts(day)),
        moments=(*_behind(day), *_ahead(day, snapshot)),
        papers=papers(day, snapshot.documents),
        talks=talks(day),
        cited=tuple(cited(day, snapshot)),
    )


def _facts(day: CaseDay) -> Iterator[Fact]:
    fields = {field.name: field for field in case_fields()}
    for name in FACTS:
        field = fields[name]
        value = getattr(day.facts, field.attr)
        words = letter_date(value) if isinstance(value, date) else ""
        words = words or value_words(field, value, day.rules)
        if words.strip():
            yield Fact(code=name, label=OTHERS.get(name, field.label), value=words)


def _figures(snapshot: Snapshot) -> Iterator[Figure]:
    """The counts, on dates; the days since the refusal first."""
    today, wait, papers = snapshot.today, snapshot.wait, snapshot.documents
    refused = snapshot.case.refused_on
    if refused is not None:
        passed = (today - refused).days
        words = f"{_days(passed)} since the refusal of {letter_date(refused)}"
        yield Figure(number=str(passed), what=words)
    if wait.anchor is not None and wait.anchor != refused:
        words = f"{_days(wait.elapsed_days)} of the wait, from {letter_date(wait.anchor)}"
        yield Figure(number=str(wait.elapsed_days), what=words)
    if snapshot.stage.since not in (None, refused, wait.anchor):
        assert snapshot.stage.since is not None
        days = snapshot.stage.days
        words = f"{_days(days)} in this stage, since {letter_date(snapshot.stage.since)}"
        yield Figure(number=str(days), what=words)
    if papers.requested:
        gone = papers.requested - papers.outstanding
        words = "requested documents have gone in"
        yield Figure(number=f"{gone} of {papers.requested}", what=words)


def _days(number: int | None) -> str:
    return "day" if number == 1 else "days"


def _behind(day: CaseDay) -> Iterator[Moment]:
    """What happened, in the order of the record."""
    for event in day.standing.events:
        if event.day > date.min:
            kind, post = day.rules.kind(event.kind), event.new_post
            what = kind.title if kind is not None else event.kind
            if post is not None and post.post:
                what = f"{what}: {one_line(post.post)}"
            yield Moment(on=event.day, what=what, note=event.note)


def _ahead(day: CaseDay, snapshot: Snapshot) -> tuple[Moment, ...]:
    """The days that rules, papers and people set, soonest first."""
    found = [_deadline(day, deadline) for deadline in snapshot.deadlines]
    until, usual = snapshot.wait.wait_until, snapshot.stage.usual_until
    if until is not None and until > snapshot.today:
        what = "The wait before questions ends"
        if snapshot.if_complete:
            what += IF_NOTHING_OWED
        found.append(Moment(on=until, what=what, origin=Origin.RULE))
    state = snapshot.wait.state_department_day_180
    if state is not None and state > snapshot.today and state != until:
        days = (state - snapshot.wait.anchor).days if snapshot.wait.anchor else 0
        what = f"Day {days}, the State Department's own figure"
        found.append(Moment(on=state, what=what, origin=Origin.RULE))
    if usual is not None and usual >= snapshot.today:
        what = f"Usual end of this stage: {snapshot.stage.name}"
        found.append(Moment(on=usual, what=what, origin=Origin.ESTIMATE))
    return tuple(sorted(found, key=lambda moment: moment.on))


def _deadline(day: CaseDay, deadline: DeadlineView) -> Moment:
    named = {each.id for each in day.case.deadlines}
    sent = " (all sent)" if deadline.quiet else ""
    return Moment(
        on=deadline.date,
        what=f"{deadline.title}{sent}",
        origin=Origin.ESTIMATE if deadline.estimate else Origin.RULE,
        own=deadline.id.startswith(EXPIRY) or deadline.record in named,
        due=not deadline.quiet,
    )
