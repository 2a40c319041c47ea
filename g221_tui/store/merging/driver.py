"""Two copies merged for a version control system: three files in, the result in place of ours.

There is no lock and no backup here: the files are copies that the system made for the merge, and it
keeps every former version itself.
"""

from pathlib import Path

from g221_tui.clock import Clock
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import NotImported, Refused, StoreError
from g221_tui.records import RawTables
from g221_tui.store import atomic
from g221_tui.store.backups import tables_of
from g221_tui.store.import_export import tables_to_import
from g221_tui.store.merging.merge import plan
from g221_tui.store.merging.taking import take_in
from g221_tui.store.merging.words import both_changed, counted
from g221_tui.store.transaction import Transaction
from g221_tui.store.working_copy import CaseStorage


def merge_files(base: Path, ours: Path, theirs: Path, clock: Clock, rules: Rules) -> str:
    """Makes ours what both copies hold, and says what that changed.

    Args:
        base: What both were once; one that is empty or can't be read is passed over.
        ours: The copy that becomes the result, in one step or not at all.
        theirs: The other copy.
        clock: Tells the moment of the merge.
        rules: The rules, which name what the records hold.

    Raises:
        Refused: One of them can't be understood; ours is as it was.
        StoreError: The result can't be written; ours is as it was.
    """
    try:
        own, other = tables_to_import(ours), tables_to_import(theirs)
    except NotImported as problem:
        raise Refused(f"Nothing was merged: {problem.path}: {problem.why}.") from None
    made = plan(own, other, rules, _base(base))
    if not made.anything:
        return f"Nothing to merge: {theirs.name} holds nothing that is not in {ours.name}."
    sentence = f"Merged a copy: {counted(made.added, made.changed)}.{both_changed(made.clashes)}"
    storage = CaseStorage(ours)
    storage.load()
    storage.take(own)
    take_in(Transaction(storage, clock), made, other, sentence, clock.today())
    atomic.replace(storage.real, storage.encoded(), storage.seen)
    return sentence


def _base(path: Path) -> RawTables | None:
    try:
        return tables_of(path)
    except StoreError:
        return None
