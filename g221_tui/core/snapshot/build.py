"""One calculation for all faces: everything about one case on one day."""

from datetime import date, timedelta

from g221_tui.core.cases import label
from g221_tui.core.deadlines.deadlines import deadlines, papers_note
from g221_tui.core.followup.decision import decide_all, decide_further
from g221_tui.core.followup.status_page import status_view, suggestion
from g221_tui.core.model import Case, CaseRecord, YesNo
from g221_tui.core.progress.case_day import Scene
from g221_tui.core.progress.case_number import number_warnings
from g221_tui.core.progress.documents import documents_view
from g221_tui.core.progress.road import road
from g221_tui.core.progress.stages import Standing, stand
from g221_tui.core.progress.visa_class import holder
from g221_tui.core.progress.wait import wait_view
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.snapshot.next_step import next_step
from g221_tui.core.snapshot.originals import originals_notes
from g221_tui.core.snapshot.timeline import timeline, usual_days
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.views import CaseView, DeadlineView, Snapshot, StageView
from g221_tui.errors import Refused

BEYOND = (
    "A date of this case lies so near the end of the calendar that g221 can't reckon with it;"
    " look for a year such as 9999 or 0001 in 'g221 event list' and in the file."
)


def build(case: Case, rules: Rules, today: date) -> Snapshot:
    """Compute the snapshot of a case, from what happened on or before `today`.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    try:
        return _build(case, rules, today)
    except OverflowError as problem:
        raise Refused(BEYOND) from problem


def _build(case: Case, rules: Rules, today: date) -> Snapshot:
    standing = stand(case, rules, today)
    scene = Scene(case=case, standing=standing, rules=rules, today=today)
    channels = decide_all(scene)
    due = deadlines(case, standing, channels, rules, today)
    notes = [*_longer(scene), papers_note(standing, rules, scene.today)]
    notes += originals_notes(case, standing, rules, today)
    return Snapshot(
        today=today,
        case=_case(case.facts, standing),
        stage=_stage(scene),
        wait=wait_view(case.facts, standing, rules, today),
        channels=channels,
        documents=documents_view(standing.papers, case.documents, today),
        deadlines=due,
        timeline=timeline(scene, channels, due),
        next=next_step(scene, channels, due),
        warnings=tuple(_warnings(case, standing, due, rules, today)),
        road=road(scene),
        further=decide_further(scene),
        notes=tuple(filter(None, notes)),
        status=status_view(case, rules, today),
    )


def _case(facts: CaseRecord, standing: Standing) -> CaseView:
    first = standing.first_refusal
    return CaseView(
        id=facts.id,
        title=facts.title,
        case_number=facts.case_number,
        post=facts.post,
        visa=facts.visa,
        refused_on=standing.refused_on,
        first_refused_on=first.day if first else None,
        policy=facts.policy,
        round=standing.round.n,
        label=label(facts),
    )


def _longer(scene: Scene) -> list[str]:
    """That the stage lasts longer than usual, once it does."""
    stage, since = scene.standing.stage, scene.standing.since
    if stage.usual is None or since is None:
        return []
    if scene.today <= since + timedelta(days=usual_days(stage.usual, since)[1]):
        return []
    return [scene.rules.next.texts["longer"].format(whose=stage.usual.whose)]


def _stage(scene: Scene) -> StageView:
    stage, since = scene.standing.stage, scene.standing.since
    unknown = scene.standing.papers.asked is YesNo.UNKNOWN
    days = usual_days(stage.usual, since) if stage.usual and since else None
    return StageView(
        id=stage.id,
        name=stage.name,
        meaning=(unknown and stage.meaning_unknown) or stage.meaning,
        since=since,
        days=(scene.today - since).days if since else None,
        holder=holder(stage, scene.facts, scene.rules),
        usual_days=days,
        usual_until=since + timedelta(days=days[1]) if days and since else None,
        usual_source=stage.usual.source if stage.usual else "",
    )


def _warnings(
    case: Case, standing: Standing, due: tuple[DeadlineView, ...], rules: Rules, today: date
) -> list[str]:
    found = []
    for deadline in due:
        if deadline.level is not None:
            when = f"{long_date(deadline.date)}, {distance(deadline.date, today)}"
            found.append(f"{deadline.title}: {when}.")
    for event in standing.odd:
        kind = rules.kind(event.kind)
        title = kind.title if kind else event.kind
        found.append(f"{title} on {long_date(event.day)} is out of the usual order.")
    for event in standing.events:
        if rules.kind(event.kind) is None:
            found.append(f"The event kind '{event.kind}' is unknown here; it changes nothing.")
    if case.facts.policy not in rules.policies:
        used = rules.policy(case.facts.policy)
        found.append(f"The policy '{case.facts.policy}' is not installed; '{used.id}' is used.")
    found.append(suggestion(case, standing, rules, today))
    return [*filter(None, found), *number_warnings(case, standing)]
