"""The commands that look after the file: undo and redo, import, backups."""

from argparse import Namespace
from pathlib import Path

import msgspec

from g221_tui.cli import text
from g221_tui.config import user_path
from g221_tui.core.text.sanitize import clean
from g221_tui.service.archive import backup_line
from g221_tui.service.reader import Reader
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import is_table
from g221_tui.store.merging.words import counted


def undo(tracker: Tracker, arguments: Namespace) -> int:
    """Take the last step back, or only say what that would do."""
    if arguments.dry_run:
        text.data(clean(tracker.archive.preview_undo()))
        return 0
    done = tracker.archive.undo()
    return text.done(done, done.with_case)


def redo(tracker: Tracker, arguments: Namespace) -> int:
    """Do the step again that was taken back last, or only say what that would do."""
    if arguments.dry_run:
        text.data(clean(tracker.archive.preview_redo()))
        return 0
    done = tracker.archive.redo()
    return text.done(done, done.with_case)


def import_file(tracker: Tracker, arguments: Namespace) -> int:
    """Take another file in; on a terminal it is said first what that changes, and asked."""
    path = user_path(arguments.path)
    if is_table(path):
        return _import_table(tracker, arguments, path)
    asking = text.can_ask()
    plan = None
    if arguments.dry_run or asking:
        plan = tracker.archive.preview_import(path)
        say = text.data if arguments.dry_run else text.talk
        for line in plan.lines:
            say(clean(line))
        for clash in plan.clashes:
            say(clean(f"! {clash}"))
        if arguments.dry_run:
            found = counted(plan.added, plan.changed)
            text.talk(clean(f"{path.name}: {found}. Nothing was done."))
            return 0
        anything = plan.lines or plan.clashes
        if anything and text.ask("Take this in (yes or no)? ").casefold()[:1] != "y":
            text.talk("Nothing was imported.")
            return 1
    done = tracker.archive.import_file(path, announced=plan)
    return text.done(done, done.sentence)


def _import_table(tracker: Tracker, arguments: Namespace, path: Path) -> int:
    """Take contacts or documents in from a table; on a terminal it is asked first."""
    from g221_tui.service.tables import table_to_import

    command = table_to_import(path)
    if arguments.dry_run or text.can_ask():
        sentence = clean(tracker.preview(command, case=arguments.case).sentence)
        if arguments.dry_run:
            text.data(sentence)
            text.talk("Nothing was done.")
            return 0
        text.talk(sentence)
        if text.ask("Take this in (yes or no)? ").casefold()[:1] != "y":
            text.talk("Nothing was imported.")
            return 1
    done = tracker.apply(command, case=arguments.case)
    return text.done(done, done.sentence)


def merge_driver(tracker: Tracker, arguments: Namespace) -> int:
    """Make one of two copies for git, in the place of ours."""
    paths = (user_path(arguments.base), user_path(arguments.ours), user_path(arguments.theirs))
    done = tracker.archive.merge_files(*paths)
    return text.done(done, done.sentence)


def backups(reader: Reader, arguments: Namespace) -> int:
    """Every backup, newest first, the pinned ones last."""
    found = reader.backups()
    if arguments.json:
        text.data_json([{**msgspec.structs.asdict(b), "path": str(b.path)} for b in found])
        return 0
    width = max((len(backup.name) for backup in found), default=0)
    for backup in found:
        text.data(clean(f"{backup.name:>{width}}  {backup_line(backup)}"))
    if not found:
        text.talk("There is no backup yet: one is made with each change.")
    return 0


def restore(tracker: Tracker, arguments: Namespace) -> int:
    """Make the file what it was in a backup."""
    done = tracker.archive.restore(arguments.name)
    return text.done(done, done.sentence)
