"""Reads the rules from the package's `data/` and the user's own files of policies and posts."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from g221_tui.core.outgoing.outgoing_rules import OutgoingRules
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
from g221_tui.core.rulebook.post import Post, Posts, policy_of
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.span import Span
from g221_tui.core.rulebook.stage import EventKind, Stage, VisaClass
from g221_tui.core.text.phrases import without_middle
from g221_tui.errors import G221Error

DATA = Path(__file__).parent / "data"
"""The rules that come with the package (importlib.resources costs as much as reading them)."""

GUIDE, SILENT = "guide", "ask-never"
"""The policy whose waits hold where a post names none, and that of posts that answer nothing."""

OWN_POLICIES = (GUIDE, "state", SILENT)
"""The policies that come with the package, the default first."""

POSTS_FILE = "posts.toml"
"""The posts, in the package's data and in the user's configuration folder."""

LONGEST = 120
"""How many characters of a path a message repeats."""

T = TypeVar("T")


def load_rules(config: Path | None = None) -> Rules:
    """All rules; `config` is the user's configuration folder, its policies and posts are added.

    Raises:
        G221Error: when a file of the user's can't be read; the message names it.
    """
    channels = _data("channels.toml")
    process = _data("process.toml")
    states = _data("us_states.toml")
    reasons = _data("reasons.toml")
    visas = _data("visa_classes.toml")
    every = _records(channels["channels"], Channel)
    main = next(channel.id for channel in every if channel.main)
    notes = _by_code(reasons["reasons"], ReasonNote)
    own = [] if config is None else [_own_policy(p, main) for p in _own_files(config / "policies")]
    posts = _posts(config)
    return Rules(
        policies=_policies(posts, own),
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
    )


def load_outgoing() -> OutgoingRules:
    """How the calendar and the reminders are made; no snapshot needs it."""
    return msgspec.convert(_data("outgoing.toml"), OutgoingRules)


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _records(rows: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert(row, kind) for row in rows)


def _by_code(rows: Mapping[str, object], kind: type[T]) -> dict[str, T]:
    return {code: msgspec.convert(row, kind) for code, row in rows.items()}


def _policies(posts: Posts, own: Iterable[Policy]) -> dict[str, Policy]:
    """The policies of the package, those that a post's own word gives, and the user's own."""
    found = [msgspec.convert(_data(f"policies/{name}.toml"), Policy) for name in OWN_POLICIES]
    by_id = {policy.id: policy for policy in found}
    guide, silent = by_id[GUIDE], by_id[SILENT]
    found += [policy_of(post, posts, guide, silent) for post in posts.posts if post.has_policy]
    return {policy.id: policy for policy in (*found, *own)}


def _posts(config: Path | None) -> Posts:
    """The posts of the package; a row of the user's takes the place of the one with its id."""
    shipped = msgspec.convert(_data(POSTS_FILE), Posts)
    if config is None:
        return shipped
    rows = {post.id: post for post in shipped.posts}
    for path in (*_if_there(config / POSTS_FILE), *_own_files(config / "posts")):
        rows |= {post.id: post for post in _own_posts(path, shipped)}
    return msgspec.structs.replace(shipped, posts=tuple(rows.values()))


def _own_posts(path: Path, shipped: Posts) -> list[Post]:
    """The posts of a file of the user's.

    Raises:
        G221Error: it can't be read, or holds something else; the message names file and field.
    """
    table = _own_table(path, "posts file")
    if list(table) != ["posts"] or not isinstance(table["posts"], list):
        raise G221Error(f"The posts file {path} must hold [[posts]] and nothing else.")
    found = []
    for number, row in enumerate(table["posts"], start=1):
        where = f"The posts file {path}, post {number}"
        try:
            post = msgspec.convert(row, Post)
        except msgspec.ValidationError as problem:
            raise G221Error(f"{where}: {problem}") from problem
        taken = f"id: '{post.id}' is a policy of g221's own" if post.id in OWN_POLICIES else ""
        if fault := taken or shipped.fault(post):
            raise G221Error(f"{where}: {fault}.")
        found.append(post)
    return found


def _if_there(path: Path) -> list[Path]:
    """The file, where there is one.

    Raises:
        G221Error: when that can't be seen.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise _unread(path, problem) from problem
    return [path]


def _own_files(folder: Path) -> list[Path]:
    """The files of the user's in a settings folder; none where there is no such folder.

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


def _own_table(path: Path, what: str) -> dict[str, Any]:
    """What a file of the user's holds.

    Raises:
        G221Error: it can't be read; the message names it.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        why = _reason(problem)
        raise G221Error(f"The {what} {path} can't be read: {why}.") from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise G221Error(f"The {what} {path} can't be read: {problem}") from problem


def _own_policy(path: Path, main: str) -> Policy:
    table = _own_table(path, "policy file")
    try:
        policy = msgspec.convert(table, Policy)
    except msgspec.ValidationError as problem:
        raise G221Error(f"The policy file {path} is not a policy: {problem}") from problem
    if policy.id in OWN_POLICIES:
        raise G221Error(f"The policy file {path} takes the id '{policy.id}', which is g221's own.")
    if main not in policy.waits:
        raise G221Error(f"The policy file {path} has no wait for '{main}'.")
    return policy
