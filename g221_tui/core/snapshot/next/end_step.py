"""What is said once a case has ended: what comes back, and what can still be done."""

from collections.abc import Iterable

from g221_tui.core.model import YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.reinstatable import may_be_reinstated
from g221_tui.core.views import ChannelState, ChannelView


def ended(day: CaseDay, channels: Iterable[ChannelView]) -> str:
    """The words of the end, by the class of the visa and by whether it rests on a petition."""
    stage, petition = day.standing.stage, day.petition
    if stage.next_over and not may_be_reinstated(day):
        return stage.next_over
    if stage.next_back and day.standing.came_back:
        return stage.next_back
    open_now = (c.human and c.state is ChannelState.OPEN for c in channels)
    if stage.next_away and any(open_now):
        return stage.next_away
    if found := stage.next_by_advice.get(day.advice):
        return found
    if petition is YesNo.YES and stage.next_petition:
        return stage.next_petition
    if petition is YesNo.UNKNOWN and stage.next_petition_unknown:
        return stage.next_petition_unknown
    return stage.next_step
