"""The commands that look after the file: undo and redo, export and import, backups."""

import json
from argparse import Namespace

import msgspec

from g221_tui.cli import text
from g221_tui.cli.exports.options import no_more, out_path
from g221_tui.clock import local_moment
from g221_tui.config import user_path
from g221_tui.core.text import glyphs, phrases
from g221_tui.core.text.lookup import known
from g221_tui.core.text.sanitize import clean
from g221_tui.service.reader import Reader
from g221_tui.service.tracker import Tracker
from g221_tui.store.backups import Backup
from g221_tui.store.import_export import write_export
from g221_tui.store.merging.words import counted

JSON = "json"
FORMATS = (JSON, "brief", "packet")
"""What `export` writes."""


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


def export(reader: Reader, arguments: Namespace) -> int:
    """The whole file on stdout or in a new file; identifiers are masked unless it is full."""
    if known(arguments.format, FORMATS, "format") != JSON:
        from g221_tui.cli.exports.papers import export_paper  # only then is a page made

        return export_paper(reader, arguments)
    no_more(arguments, "json")
    value = reader.export(full=arguments.full)
    if arguments.out is None:
        text.data(json.dumps(value, indent=2))
        return 0
    path = out_path(reader, arguments.out)
    write_export(path, value, force=arguments.force)
    what = "the whole file" if arguments.full else "the file with identifiers masked"
    text.talk(clean(f"Wrote {what} to {path}."))
    return 0


def import_file(tracker: Tracker, arguments: Namespace) -> int:
    """Take another file in; on a terminal it is said first what that changes, and asked."""
    path = user_path(arguments.path)
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
        text.data(clean(f"{backup.name:>{width}}  {_told(backup)}"))
    if not found:
        text.talk("There is no backup yet: one is made with each change.")
    return 0


def restore(tracker: Tracker, arguments: Namespace) -> int:
    """Make the file what it was in a backup."""
    done = tracker.archive.restore(arguments.name)
    return text.done(done, done.sentence)


def _told(backup: Backup) -> str:
    """When it was written, what it holds, and whether it can be restored."""
    holds = f"{phrases.counted(backup.cases, 'case')}, {phrases.counted(backup.records, 'record')}"
    holds = f"damaged: {backup.fault}" if backup.fault else holds
    pinned = f"before a {backup.before}" if backup.before else ""
    parts = [local_moment(backup.saved_at), holds, pinned, backup.last]
    return glyphs.BETWEEN.join(part for part in parts if part)
