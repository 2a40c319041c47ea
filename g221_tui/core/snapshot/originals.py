"""The originals that are expected back once the post has decided."""

import re
from collections.abc import Iterable
from datetime import date

from g221_tui.core.model import Case, Document, Requester, YesNo
from g221_tui.core.progress.documents import dated, known_on, submission
from g221_tui.core.progress.stages import Standing
from g221_tui.core.rulebook.advice import OriginalsRule
from g221_tui.core.rulebook.policy import Rules


def expected_back(
    case: Case, standing: Standing, rules: Rules, today: date
) -> tuple[Document, ...]:
    """The originals that the post has and should return; none while the case is open."""
    if standing.stage.id not in rules.originals.ends:
        return ()
    return tuple(
        document
        for document in _with_the_post(case.documents, today)
        if document.original and not goes_to_uscis(document.name, rules.originals)
    )


def goes_to_uscis(name: str, rule: OriginalsRule) -> bool:
    """Whether the name is that of the paper that the post sends to USCIS."""
    return re.search(rule.goes_to_uscis, name, re.IGNORECASE | re.ASCII) is not None


def originals_notes(case: Case, standing: Standing, rules: Rules, today: date) -> tuple[str, ...]:
    """What comes back and what does not, in sentences; nothing while the case is open."""
    rule = rules.originals
    if standing.stage.id not in rule.ends:
        return ()
    notes = []
    back = expected_back(case, standing, rules, today)
    if back:
        names = ", ".join(document.name for document in back)
        notes.append(f"{rule.back} {names}. {rule.kept}")
    sent = any(
        document.original is not False and goes_to_uscis(document.name, rule)
        for document in _with_the_post(case.documents, today)
    )
    if sent or (back and case.facts.petition is not YesNo.NO):
        notes.append(rule.uscis)
    return tuple(notes)


def _with_the_post(documents: Iterable[Document], today: date) -> list[Document]:
    """What went in to the post and did not come back; USCIS's evidence never lay there."""
    return [
        document
        for document in known_on(documents, today)
        if document.requested_by is not Requester.USCIS
        and (sent := submission(document)) is not None
        and sent <= today
        and dated(document, "returned_on", today) is None
    ]
