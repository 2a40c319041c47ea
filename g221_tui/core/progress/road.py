"""The road of the case: the stages behind, the one it is in, and every way ahead."""

from g221_tui.core.model import YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import PAPERS
from g221_tui.core.progress.usual import length
from g221_tui.core.road_view import RoadBranch, RoadStop, RoadView
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import Stage


def road(day: CaseDay) -> RoadView:
    """Where the case is on its road."""
    standing, rules = day.standing, day.rules
    earlier = standing.earlier_by_papers if standing.stage.papers else ()
    passed = (*standing.passed[:-1], *earlier)
    behind = tuple(
        RoadStop(id=stage, name=_name(stage, rules), since=since, usual="")
        for stage, since in passed
    )
    here = standing.stage
    return RoadView(
        behind=behind,
        here=RoadStop(id=here.id, name=here.name, since=standing.since, usual=_usual(here)),
        ahead=tuple(
            RoadBranch(
                label=branch.label,
                stops=tuple(_ahead(rules.stages[stage]) for stage in branch.stages),
            )
            for branch in here.ahead
            if not (branch.petition and day.petition is YesNo.NO)
        ),
    )


def _name(stage: str, rules: Rules) -> str:
    return "Refused for now, 221(g)" if stage == PAPERS else rules.stages[stage].name


def _ahead(stage: Stage) -> RoadStop:
    return RoadStop(id=stage.id, name=stage.name, since=None, usual=_usual(stage))


def _usual(stage: Stage) -> str:
    return f"{length(stage.usual)} ({stage.usual.source})" if stage.usual else ""
