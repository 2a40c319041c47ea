"""The road of the case: the stages behind, the one it is in, and every way ahead."""

from g221_tui.core.model import YesNo
from g221_tui.core.progress.case_day import Scene
from g221_tui.core.progress.stages import PAPERS, earlier_by_papers
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.rulebook.stage import Stage, Usual
from g221_tui.core.views import RoadBranch, RoadStop, RoadView


def road(scene: Scene) -> RoadView:
    """Where the case is on its road."""
    standing, rules = scene.standing, scene.rules
    passed = (*standing.passed[:-1], *earlier_by_papers(scene.case, standing, scene.today))
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
            if not (branch.petition and scene.facts.petition is YesNo.NO)
        ),
    )


def _name(stage: str, rules: Rules) -> str:
    return "Refused for now, 221(g)" if stage == PAPERS else rules.stages[stage].name


def _ahead(stage: Stage) -> RoadStop:
    return RoadStop(id=stage.id, name=stage.name, since=None, usual=_usual(stage))


def _usual(stage: Stage) -> str:
    return f"{length(stage.usual)} ({stage.usual.source})" if stage.usual else ""


def length(usual: Usual) -> str:
    """`up to 3 months`, `2 to 3 months`, `7 to 10 working days`."""
    unit = usual.unit.replace("_", " ")
    if usual.most == 1:
        unit = unit.removesuffix("s")
    return (
        f"up to {usual.most} {unit}" if not usual.least else f"{usual.least} to {usual.most} {unit}"
    )
