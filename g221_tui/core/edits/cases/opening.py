"""Open a case."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from g221_tui.core.cases import label
from g221_tui.core.edits.command import Ids
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.edit import Edit
from g221_tui.core.fields.table import case_fields, round_fields
from g221_tui.core.fields.values import read_values
from g221_tui.core.model import Case, CaseRecord, Event
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.span import HAPPENED, within
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.dates_read import read_date
from g221_tui.core.with_values import with_values
from g221_tui.errors import NotUnderstood, Refused

DAYS = MappingProxyType(
    {
        "refused": ("the day of the refusal", "A refusal"),
        "interview": ("the interview", "An interview"),
    }
)
"""What a day is the day of, and what happened on it, for messages."""


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """Open a case from the answers, as typed; `refused` is the one that is required."""

    answers: Mapping[str, str]
    """The texts by the names of the facts, `refused` and `interview` among them."""
    documents: tuple[str, ...] = ()
    """What the slip asks for."""
    tasks: tuple[str, ...] = ()
    """Those of them that are acts, not papers."""
    reasons: tuple[str, ...] = ()
    """The reasons on the slip, as typed."""

    def open(self, rules: Rules, today: date, ids: Ids) -> Edit:
        """The new case.

        Raises:
            NotUnderstood: for an unknown field or an unreadable value.
            Refused: for a date that can't be.
        """
        texts = dict(self.answers)
        if self.reasons:
            texts["reason"] = ", ".join(self.reasons)
        refused = _happened(texts.pop("refused", ""), "refused", rules, today)
        interview = texts.pop("interview", None)
        round_names = {f.name for f in round_fields()}
        of_round = {n: t for n, t in texts.items() if n in round_names}
        of_case = {n: t for n, t in texts.items() if n not in round_names}
        for_slip = read_values(round_fields(), of_round, rules, today)
        known = read_values(case_fields(), of_case, rules, today)
        facts = with_values(CaseRecord(id=ids.new_case_id()), known)
        events = []
        if interview is not None:
            held = _happened(interview, "interview", rules, today)
            if held > refused:
                raise Refused(
                    f"The interview ({long_date(held)}) can't lie after the refusal"
                    f" ({long_date(refused)})."
                )
            events.append(Event(id=ids.new_id("e"), case=facts.id, kind="interview", on=held))
        slip = Event(id=ids.new_id("e"), case=facts.id, kind="refused_221g", on=refused)
        events.append(with_values(slip, for_slip))
        case = Case(facts=facts, events=tuple(events))
        warnings: tuple[str, ...] = ()
        if self.documents:
            command = AddDocuments(names=self.documents, tasks=self.tasks, by="slip", asked=refused)
            listed = command.apply(case_day(case, rules, today), ids)
            case, warnings = listed.case, listed.warnings
        return Edit(
            case=case,
            done=f"Opened case {facts.id}: {label(facts)}, refused {long_date(refused)}.",
            on=refused,
            record=facts.id,
            warnings=warnings,
            notes=post_practice(case_day(case, rules, today)).says,
        )


def _happened(text: str, name: str, rules: Rules, today: date) -> date:
    """The day that was answered, on which something happened."""
    day, what = DAYS[name]
    try:
        span = rules.spans[HAPPENED]
        return within(read_date(text, today, span.towards), span, today, what)
    except NotUnderstood as problem:
        raise NotUnderstood(f"{day}: {problem}") from problem
