"""Open a case, and link it with others."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import msgspec

from g221_tui.core.cases import label
from g221_tui.core.edits.documents import add_documents
from g221_tui.core.edits.edit import Edit
from g221_tui.core.fields.table import case_fields, round_fields
from g221_tui.core.fields.values import apply, read_values
from g221_tui.core.model import Case, CaseLink, CaseRecord, Event
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.rulebook.span import HAPPENED, within
from g221_tui.core.text.dates import long_date, read_date
from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood, Refused

LINK_KINDS = ("family", "parallel")
"""How two cases may belong together."""


DAYS = MappingProxyType({"refused": "the day of the refusal", "interview": "the interview"})
"""What a day is the day of, for messages."""


class Ids(msgspec.Struct, frozen=True, kw_only=True):
    """The ids a new case takes."""

    case: str
    interview: str
    refusal: str
    documents: tuple[str, ...]


def new_case(
    answers: Mapping[str, str],
    documents: Sequence[str],
    ids: Ids,
    rules: Rules,
    today: date,
) -> Edit:
    """Open a case from the answers, as typed; `refused` is the one that is required.

    Raises:
        NotUnderstood: for an unknown field or an unreadable value.
        Refused: for a date that can't be.
    """
    texts = dict(answers)
    refused = within(
        _day(texts.pop("refused", ""), "refused", today), rules.spans[HAPPENED], today, "A refusal"
    )
    interview_text = texts.pop("interview", None)
    round_names = {f.name for f in round_fields()}
    of_round = read_values(
        round_fields(), {n: t for n, t in texts.items() if n in round_names}, rules, today
    )
    of_case = read_values(
        case_fields(), {n: t for n, t in texts.items() if n not in round_names}, rules, today
    )
    facts = apply(CaseRecord(id=ids.case), of_case)
    events = []
    if interview_text is not None:
        interview = within(
            _day(interview_text, "interview", today), rules.spans[HAPPENED], today, "An interview"
        )
        if interview > refused:
            raise Refused(
                f"The interview ({long_date(interview)}) can't lie after the refusal"
                f" ({long_date(refused)})."
            )
        events.append(Event(id=ids.interview, case=ids.case, kind="interview", on=interview))
    slip = Event(id=ids.refusal, case=ids.case, kind="refused_221g", on=refused)
    events.append(apply(slip, of_round))
    case = Case(facts=facts, events=tuple(events))
    warnings: tuple[str, ...] = ()
    if documents:
        listed = add_documents(
            case_day(case, rules, today), documents, ids.documents, by="slip", asked=refused
        )
        case, warnings = listed.case, listed.warnings
    return Edit(
        case=case,
        done=f"Opened case {ids.case}: {label(facts)}, refused {long_date(refused)}.",
        on=refused,
        record=ids.case,
        warnings=warnings,
    )


def _day(text: str, name: str, today: date) -> date:
    try:
        return read_date(text, today)
    except NotUnderstood as problem:
        raise NotUnderstood(f"{DAYS[name]}: {problem}") from problem


def link_case(case: Case, other: Case, kind: str, today: date) -> Edit:
    """Note that another case belongs with this one, in place of any earlier link of the two.

    Raises:
        NotUnderstood: for an unknown kind of link.
        Refused: for a case with itself.
    """
    word = known(kind, LINK_KINDS, "kind of link")
    if case.id == other.id:
        raise Refused("A case can't be linked with itself.")
    held = {link.kind for link in case.facts.links if link.case == other.id}
    held |= {link.kind for link in other.facts.links if link.case == case.id}
    former = sorted(held - {word})
    was = f", no longer {' or '.join(former)}" if former else ""
    return Edit(
        case=_with_link(case, other, CaseLink(case=other.id, kind=word)),
        done=f"Linked case {case.id} with case {other.id} ({word}{was}).",
        on=today,
        record=case.id,
    )


def without_link(case: Case, other: Case) -> Case:
    """The case without what it holds of its link with another: one of the two holds it."""
    return _with_link(case, other)


def _with_link(case: Case, other: Case, *links: CaseLink) -> Case:
    kept = tuple(link for link in case.facts.links if link.case != other.id)
    if kept + links == case.facts.links:
        return case
    facts = msgspec.structs.replace(case.facts, links=kept + links)
    return msgspec.structs.replace(case, facts=facts)
