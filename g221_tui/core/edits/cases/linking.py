"""Link a case with another."""

from datetime import date

import msgspec

from g221_tui.core.edits.edit import Edit
from g221_tui.core.model import Case, CaseLink
from g221_tui.core.text.lookup import known
from g221_tui.errors import Refused

LINK_KINDS = ("family", "parallel")
"""How two cases may belong together."""


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
