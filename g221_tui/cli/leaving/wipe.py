"""The command `wipe`: takes away everything of the program's own, once it is named and agreed."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from g221_tui.cli import text
from g221_tui.config import config_path, file_path, state_path
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import Refused
from g221_tui.store.conflict_copies import copy_stamps
from g221_tui.store.own_files.wiping import Left, planned, removed

WORD = "yes"
"""What agrees to it, in full: there is no way back."""
ELSEWHERE = (
    "Exports, letters and copies that lie elsewhere are not known to g221, and a disk may keep what"
    " was removed for a while."
)
COPY = "it may be a copy that a sync tool made: look whether it holds your case"
"""What is said of a copy beside the file."""


def wipe(file: Path, arguments: Namespace) -> int:
    """Name everything, ask, take it away."""
    file = file.absolute()
    default = file_path(None, {}).parent  # a folder that the user named is the user's
    folders = (default, config_path({}), state_path())
    look = partial(planned, file, config_path(), state_path(), folders)
    plan = look()
    beside = [path for path, *_ in copy_stamps(file) if path.parent == file.parent]
    copies = [Left(path=path, why=COPY) for path in beside]
    left = [*plan.left, *(copy for copy in copies if copy.path not in {o.path for o in plan.own})]
    for own in plan.own:
        text.talk(clean(f"Goes: {own.path} ({own.what})"))
    for stays in left:
        text.talk(clean(f"Stays: {stays.path} ({stays.why})"))
    if not plan.own:
        text.talk("Nothing of g221's own is here.")
        return 1 if any(each.path == file for each in plan.left) else 0
    if not arguments.yes:
        if not text.can_ask():
            raise Refused("Nothing was removed: off a terminal 'g221 wipe' needs --yes.")
        if text.ask(f"Remove all of it for good (write {WORD})? ").casefold() != WORD:
            text.talk("Nothing was removed.")
            return 1
    done = removed(look, file)
    for each in done.failed:
        text.talk(clean(f"Could not be removed: {each.path} ({each.why})"))
    text.talk(f"Removed {done.own - len(done.failed)} of {done.own}. {ELSEWHERE}")
    return 1 if done.failed or any(each.path == file for each in plan.left) else 0
