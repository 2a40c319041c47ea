"""The rules read from the files that people keep them in: `data/*.toml`.

The program itself reads `data/rules.json`, which is made from them, for it is ten times as fast:
`python -m g221_tui.rules.from_toml`. A test tells where the two differ.
"""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from g221_tui.core.rulebook.advice import (
    OriginalsRule,
    ReasonNote,
    SlipColours,
    Starter,
    StatusPage,
)
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.case_number import CaseNumbers
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.rulebook.deadline import DeadlineRules
from g221_tui.core.rulebook.holiday import ClosedDays
from g221_tui.core.rulebook.letter_section import LetterSection
from g221_tui.core.rulebook.policy import NextRules, Pacing, Policy
from g221_tui.core.rulebook.post import Posts, policies_of
from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.span import Span
from g221_tui.core.rulebook.stage import EventKind, Stage, VisaClass
from g221_tui.rules.shipped import DATA, MADE, OWN_POLICIES, POSTS_FILE

T = TypeVar("T")


def from_toml() -> Rules:
    """All rules that come with the package."""
    channels = _data("channels.toml")
    process = _data("process.toml")
    states = _data("us_states.toml")
    reasons = _data("reasons.toml")
    visas = _data("visa_classes.toml")
    notes = _by_code(reasons["reasons"], ReasonNote)
    posts = msgspec.convert(_data(POSTS_FILE), Posts)
    found = [msgspec.convert(_data(f"policies/{name}.toml"), Policy) for name in OWN_POLICIES]
    policies = {policy.id: policy for policy in found}
    return Rules(
        policies=policies | policies_of(posts, policies),
        state_policy="state",
        channels=_records(channels["channels"], Channel),
        further=_records(channels["further"], Channel),
        stages={s.id: s for s in _records(process["stages"], Stage)},
        event_kinds=_records(process["events"], EventKind),
        deadlines=msgspec.convert(_data("deadlines.toml"), DeadlineRules),
        closed_days=msgspec.convert(_data("holidays.toml"), ClosedDays),
        pacing=msgspec.convert(channels["pacing"], Pacing),
        next=msgspec.convert(_data("next.toml"), NextRules),
        case_numbers=msgspec.convert(_data("case_numbers.toml"), CaseNumbers),
        visa_classes=_records(visas["classes"], VisaClass),
        shared_visas=_records(visas["shared"], SharedName),
        sections=_records(_data("sections.toml")["sections"], LetterSection),
        reasons={code: note.title for code, note in notes.items()},
        reason_notes=notes,
        slip_colours=msgspec.convert(reasons["slip_colours"], SlipColours),
        starters=_by_code(_data("starters.toml"), Starter),
        originals=msgspec.convert(_data("originals.toml"), OriginalsRule),
        status_page=msgspec.convert(_data("status_words.toml"), StatusPage),
        spans={span.id: span for span in _records(_data("spans.toml")["spans"], Span)},
        posts=posts,
        us_states=states["states"],
        delegates=tuple(states["delegates"]),
        us_states_cited=Rule(source=states["source"], as_of=states["as_of"]).cited,
    )


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _records(rows: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert(row, kind) for row in rows)


def _by_code(rows: Mapping[str, object], kind: type[T]) -> dict[str, T]:
    return {code: msgspec.convert(row, kind) for code, row in rows.items()}


def main() -> None:
    """Make `data/rules.json`."""
    MADE.write_bytes(made(from_toml()))


def made(rules: Rules) -> bytes:
    """What the program reads, for these rules."""
    return msgspec.json.format(msgspec.json.encode(rules), indent=1) + b"\n"


if __name__ == "__main__":
    main()
