"""A case as it was known on a day: what was dated later is left out."""

from datetime import date

import msgspec

from g221_tui.core.model import Case, Document
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on


def known_then(day: CaseDay) -> Case:
    """The case with only what happened on or before that day; undated facts stay."""
    case, today = day.case, day.today
    return msgspec.structs.replace(
        case,
        events=tuple(e for e in case.events if e.day <= today),
        contacts=tuple(c for c in case.contacts if c.on <= today),
        documents=tuple(_then(d, today) for d in known_on(case.documents, today)),
    )


def _then(document: Document, today: date) -> Document:
    steps = tuple(step for step in document.steps if step.on <= today)
    return document if steps == document.steps else msgspec.structs.replace(document, steps=steps)
