"""The originals that are expected back once the post has decided."""

import re

from g221_tui.core.model import Document, Requester, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on, lies_there
from g221_tui.core.rulebook.advice import OriginalsRule


def expected_back(day: CaseDay) -> tuple[Document, ...]:
    """The originals that the post has and should return; none while the case is open."""
    rule = day.rules.originals
    if day.standing.stage.id not in rule.ends:
        return ()
    return tuple(
        document
        for document in _with_the_post(day)
        if document.original and not goes_to_uscis(document.name, rule)
    )


def goes_to_uscis(name: str, rule: OriginalsRule) -> bool:
    """Whether the name is that of the paper that the post sends to USCIS."""
    return re.search(rule.goes_to_uscis, name, re.IGNORECASE | re.ASCII) is not None


def originals_notes(day: CaseDay) -> tuple[str, ...]:
    """What comes back and what does not, in sentences; nothing while the case is open."""
    rule = day.rules.originals
    if day.standing.stage.id not in rule.ends:
        return ()
    notes = []
    back = expected_back(day)
    if back:
        names = ", ".join(document.name for document in back)
        kept = rule.kept_immigrant if day.immigrant else rule.kept
        notes.append(f"{rule.back} {names}. {kept}")
    sent = any(
        document.original is not False and goes_to_uscis(document.name, rule)
        for document in _with_the_post(day)
    )
    if sent or (back and day.petition is not YesNo.NO):
        notes.append(rule.uscis)
    return tuple(notes)


def _with_the_post(day: CaseDay) -> list[Document]:
    """What went in to the post and did not come back; USCIS's evidence never lay there."""
    return [
        document
        for document in known_on(day.case.documents, day.today)
        if document.course(day.today).asker is not Requester.USCIS
        and lies_there(document, day.today)
    ]
