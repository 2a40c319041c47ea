"""The brief of a case as a face writes it: masked unless it is wanted in full."""

from g221_tui.core.brief.brief import brief
from g221_tui.core.brief.records import Brief, masked
from g221_tui.core.privacy.masking import Masker
from g221_tui.core.progress.case_day import CaseDay, within_calendar


def case_brief(day: CaseDay, masker: Masker | None) -> Brief:
    """The brief of a case.

    Args:
        day: The case on a day.
        masker: What masks it; none for the brief in full.
    """
    with within_calendar():
        made = brief(day)
        return made if masker is None else masked(made, masker)
