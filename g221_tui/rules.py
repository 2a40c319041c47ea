"""Reads the rules from the package's `data/` and the user's own policy files."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
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
from g221_tui.core.rulebook.policy import NextRules, Pacing, Policy
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.span import Span
from g221_tui.core.rulebook.stage import EventKind, Stage, VisaClass
from g221_tui.core.text.phrases import without_middle
from g221_tui.errors import G221Error

DATA = Path(__file__).parent / "data"
"""The rules that come with the package (importlib.resources costs as much as reading them)."""

OWN_POLICIES = ("guide", "state", "ask-never")
"""The policies that come with the package, the default first."""

LONGEST = 120
"""How many characters of a path a message repeats."""

T = TypeVar("T")


def load_rules(config: Path | None = None) -> Rules:
    """All rules; `config` is the user's configuration folder, its `policies/*.toml` are added.

    Raises:
        G221Error: when a policy file of the user's can't be read; the message names it.
    """
    channels = _data("channels.toml")
    process = _data("process.toml")
    states = _data("us_states.toml")
    reasons = _data("reasons.toml")
    visas = _data("visa_classes.toml")
    every = _records(channels["channels"], Channel)
    main = next(channel.id for channel in every if channel.main)
    notes = _by_code(reasons["reasons"], ReasonNote)
    return Rules(
        policies=_policies(config, main),
        state_policy="state",
        channels=every,
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
        reasons={code: note.title for code, note in notes.items()},
        reason_notes=notes,
        slip_colours=msgspec.convert(reasons["slip_colours"], SlipColours),
        starters=_by_code(_data("starters.toml"), Starter),
        originals=msgspec.convert(_data("originals.toml"), OriginalsRule),
        status_page=msgspec.convert(_data("status_words.toml"), StatusPage),
        spans={span.id: span for span in _records(_data("spans.toml")["spans"], Span)},
        us_states=states["states"],
        delegates=tuple(states["delegates"]),
    )


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _records(rows: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert(row, kind) for row in rows)


def _by_code(rows: Mapping[str, object], kind: type[T]) -> dict[str, T]:
    return {code: msgspec.convert(row, kind) for code, row in rows.items()}


def _policies(config: Path | None, main: str) -> dict[str, Policy]:
    found = [msgspec.convert(_data(f"policies/{name}.toml"), Policy) for name in OWN_POLICIES]
    if config is not None:
        found += [_own_policy(path, main) for path in _own_files(config / "policies")]
    return {policy.id: policy for policy in found}


def _own_files(folder: Path) -> list[Path]:
    """The policy files of the user's; none where there is no such folder.

    Raises:
        G221Error: when the folder is there and can't be read, or is no folder.
    """
    try:
        # Not glob: it passes over a folder that may not be read, and over a file in its place.
        return sorted(path for path in folder.iterdir() if path.name.endswith(".toml"))
    except FileNotFoundError:
        return []
    except NotADirectoryError as problem:
        if not folder.parent.exists():  # a user without a home has no settings
            return []
        raise _unread(folder, problem) from problem
    except OSError as problem:
        raise _unread(folder, problem) from problem


def _unread(folder: Path, problem: OSError) -> G221Error:
    name, why = without_middle(str(folder), LONGEST), _reason(problem)
    return G221Error(f"The settings folder {name} can't be read: {why}.")


def _reason(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()


def _own_policy(path: Path, main: str) -> Policy:
    try:
        policy = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Policy)
    except OSError as problem:
        why = _reason(problem)
        raise G221Error(f"The policy file {path} can't be read: {why}.") from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise G221Error(f"The policy file {path} can't be read: {problem}") from problem
    except msgspec.ValidationError as problem:
        raise G221Error(f"The policy file {path} is not a policy: {problem}") from problem
    if policy.id in OWN_POLICIES:
        raise G221Error(f"The policy file {path} takes the id '{policy.id}', which is g221's own.")
    if main not in policy.waits:
        raise G221Error(f"The policy file {path} has no wait for '{main}'.")
    return policy
