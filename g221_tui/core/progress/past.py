"""A case as it was known on a day: what was dated later is left out."""

from datetime import date

import msgspec

from g221_tui.core.model import Case, Document
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import STEPS, known_on


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
    later = {
        field: None
        for _, field in STEPS
        if (taken := getattr(document, field)) is not None and taken > today
    }
    return msgspec.structs.replace(document, **later) if later else document
