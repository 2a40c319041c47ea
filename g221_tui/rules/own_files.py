"""The user's own files of policies and posts, beside the settings."""

from pathlib import Path
from typing import Any

import msgspec

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.policy import Policy
from g221_tui.core.rulebook.post import Post, Posts, policies_of
from g221_tui.core.text.phrases import without_middle
from g221_tui.errors import G221Error
from g221_tui.own_text import own_text
from g221_tui.rules.shipped import OWN_POLICIES, POSTS_FILE

LONGEST = 120
"""How many characters of a path a message repeats."""


def with_own_files(rules: Rules, config: Path) -> Rules:
    """The rules with the policies and posts of the user's.

    Args:
        rules: Those that come with the package.
        config: The user's configuration folder.

    Raises:
        G221Error: when a file of the user's can't be read; the message names it.
    """
    main = rules.main_channel
    own = [_own_policy(path, main) for path in _own_files(config / "policies")]
    posts = _posts(rules.posts, config)
    if not own and posts is rules.posts:
        return rules
    base = {name: rules.policies[name] for name in OWN_POLICIES}
    policies = base | policies_of(posts, base) | {policy.id: policy for policy in own}
    return msgspec.structs.replace(rules, policies=policies, posts=posts)


def _posts(shipped: Posts, config: Path) -> Posts:
    """The posts of the package; a row of the user's takes the place of the one with its id."""
    paths = (*_if_there(config / POSTS_FILE), *_own_files(config / "posts"))
    if not paths:
        return shipped
    rows = {post.id: post for post in shipped.posts}
    for path in paths:
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
    import tomllib  # most have no such file

    try:
        return tomllib.loads(own_text(path))
    except OSError as problem:
        why = _reason(problem)
        raise G221Error(f"The {what} {path} can't be read: {why}.") from problem
    except (ValueError, RecursionError) as problem:
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
