"""Looking after the file: undo and redo, backups, taking in another file."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from g221_tui.clock import local_moment
from g221_tui.core.cases import label
from g221_tui.core.fields.validation import readable
from g221_tui.core.history import undo
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.history.undo import Line
from g221_tui.core.model import Book, CaseRecord
from g221_tui.core.privacy.masking import Known
from g221_tui.core.text import glyphs, phrases
from g221_tui.errors import Refused, RefusedWithWay
from g221_tui.output import export
from g221_tui.service.done import Done
from g221_tui.service.reader import Reader
from g221_tui.store import import_export
from g221_tui.store.backups import Backup
from g221_tui.store.merging import driver, merge
from g221_tui.store.merging.merge import Plan
from g221_tui.store.merging.taking import take_in
from g221_tui.store.merging.words import both_changed, counted
from g221_tui.store.transaction import Transaction


def backup_line(backup: Backup) -> str:
    """When it was saved, what it holds or why it can't be restored, the last change in it."""
    holds = f"{phrases.counted(backup.cases, 'case')}, {phrases.counted(backup.records, 'record')}"
    holds = backup.trouble or holds
    pinned = f"before a {backup.before}" if backup.before else ""
    parts = (local_moment(backup.saved_at), holds, pinned, backup.last)
    return glyphs.BETWEEN.join(part for part in parts if part)


class Archive:
    """Looks after one file: takes steps back and again, restores backups, takes in other files."""

    def __init__(self, reader: Reader, *, begins: int = 0) -> None:
        """Take the file.

        Args:
            reader: What reads it.
            begins: The number of the last entry of the history that undo leaves alone.
        """
        self._begins = begins
        self._reader = reader
        self._repository = reader.repository

    def preview_undo(self, book: Book | None = None) -> str:
        """What `undo` would take back, in words.

        Args:
            book: A book that was just read; none reads the file.

        Raises:
            Refused: There is nothing to undo.
        """
        step = undo.backward(_to_undo(self._steps(), self._begins))
        return _announced("Undo takes back", step, self._reader.book() if book is None else book)

    def undo(self, announced: str = "") -> Done:
        """Take the last step back.

        Args:
            announced: What `preview_undo` said; when the step is another by now, nothing is done.

        Raises:
            Refused: There is nothing to undo, or a record changed since.
        """
        with self._repository.transaction() as change:
            entry = _to_undo(undo.line(change.entries), self._begins)
            step = msgspec.structs.replace(undo.backward(entry), undoes=entry.n)
            _still(announced, _announced("Undo takes back", step, change.book))
            done = self._turn(change, step, "Undone", entry.sentence)
        return msgspec.structs.replace(done, saved_but=change.saved_but)

    def preview_redo(self, book: Book | None = None) -> str:
        """What `redo` would do again, in words.

        Args:
            book: A book that was just read; none reads the file.

        Raises:
            Refused: There is nothing to redo.
        """
        step = _to_redo(self._steps())
        return _announced("Redo does again", step, self._reader.book() if book is None else book)

    def redo(self, announced: str = "") -> Done:
        """Do the step again that was taken back last.

        Args:
            announced: What `preview_redo` said; when the step is another by now, nothing is done.

        Raises:
            Refused: There is nothing to redo, or a record changed since.
        """
        with self._repository.transaction() as change:
            entry = _to_redo(undo.line(change.entries))
            step = msgspec.structs.replace(entry, redoes=entry.n)
            _still(announced, _announced("Redo does again", step, change.book))
            done = self._turn(change, step, "Done again", entry.sentence)
        return msgspec.structs.replace(done, saved_but=change.saved_but)

    def _steps(self) -> Line:
        """The steps on both sides of now, by the newest changes alone where these tell them."""
        newest = undo.newest_line(self._repository.newest_history())
        return undo.line(self._reader.history()) if newest is None else newest

    def restore(self, backup: str) -> Done:
        """Make the file what it was in a backup; the present one is pinned first."""
        sentence, saved_but = self._repository.restore(backup, self._reader.today())
        return Done(sentence=sentence, saved_but=saved_but)

    def put_back(self, backup: str = "") -> Done:
        """Give a file that is damaged, gone or without a case its records back.

        Args:
            backup: The backup to take them from; empty takes what was read last.

        Raises:
            Refused: The file is whole, or there is nothing to give back.
        """
        damaged = self._repository.path.exists()
        if backup:
            made = self._repository.restore(backup, self._reader.today(), unless_whole=True)
        else:
            made = self._repository.write_last_read(self._reader.today())
        kept = [b.path for b in self._reader.backups() if b.before == "restore"] if damaged else []
        notes = (f"The file as it was found is kept: {kept[0]}.",) if kept else ()
        return Done(sentence=made.sentence, notes=notes, saved_but=made.saved_but)

    def identifiers_in(self, path: Path) -> Known:
        """Everything in another file that names a person or a file.

        Raises:
            Refused: It is no file that can be taken in.
        """
        return export.identifiers(import_export.tables_to_import(path))

    def preview_import(self, path: Path) -> Plan:
        """What `import_file` would do; nothing is changed.

        Raises:
            Refused: It is no file that can be taken in.
        """
        theirs = import_export.tables_to_import(path)
        return merge.plan(self._repository.tables(), theirs, self._reader.rules)

    def import_file(self, path: Path, *, announced: Plan | None = None) -> Done:
        """Take another file of records into this one, in one step; the present one is pinned.

        Args:
            path: An export, a backup, or the copy that a sync tool left.
            announced: What `preview_import` said; when it is another by now, nothing is done.

        Raises:
            Refused: It is no file that can be taken in, or it changed meanwhile.
        """
        theirs = import_export.tables_to_import(path)
        with self._repository.transaction() as change:
            plan = merge.plan(change.tables, theirs, self._reader.rules)
            if announced is not None and _told(announced) != _told(plan):
                raise Refused("Nothing was imported: the file changed meanwhile. Look again.")
            if not plan.anything:
                why = f"{path.name} holds nothing that is not here"
                if plan.gone:
                    why = f"what only {path.name} holds was taken back here"
                return Done(sentence=f"Nothing to take in: {why}.")
            sentence = f"Took in {path.name}: {counted(plan.added, plan.changed)}."
            sentence += both_changed(plan.clashes)
            take_in(change, plan, theirs, sentence, self._reader.today())
        return Done(sentence=sentence, saved_but=change.saved_but)

    def merge_files(self, base: Path, ours: Path, theirs: Path) -> Done:
        """Make one of two copies for a version control system, in the place of ours.

        Args:
            base: What both were once; it may be empty.
            ours: The copy that becomes the result.
            theirs: The other copy, which is only read.

        Raises:
            G221Error: They can't be merged; ours is as it was.
        """
        clock, rules = self._reader.clock, self._reader.rules
        return Done(sentence=driver.merge_files(base, ours, theirs, clock, rules))

    def _turn(self, change: Transaction, step: HistoryEntry, does: str, what: str) -> Done:
        """Take a step; `does` and `what` make the sentence."""
        where, sentence = _where(step, change.book), f"{does}: {what}"
        with_case = f"{does} {where}: {what}" if where else sentence
        change.turn(step, sentence, self._reader.today())
        record, case = _first(step)
        return Done(sentence=sentence, record=record, case=case, with_case=with_case)


def _told(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is said of a plan."""
    return plan.lines, plan.clashes


def _to_undo(line: Line, begins: int) -> HistoryEntry:
    done = bool(line.done) and line.done[-1].n > begins
    if done and line.undo is not None:
        return line.undo
    if done:
        reach = f"Undo reaches back {undo.MOST_STEPS} steps."
        raise RefusedWithWay(reach, typed="'g221 history' shows the others.")
    raise Refused("There is nothing to undo.")


def _to_redo(line: Line) -> HistoryEntry:
    if line.redo is None:
        raise Refused("There is nothing to redo.")
    return line.redo


def _announced(does: str, step: HistoryEntry, book: Book) -> str:
    """What a step does, before it is taken."""
    said = step.sentence if step.sentence.endswith((".", "!", "?")) else f"{step.sentence}."
    written = f"{local_moment(step.at)} {_where(step, book)}".rstrip()
    return f"{does} what was written {written}: {said} {undo.described(step)}".strip()


def _where(step: HistoryEntry, book: Book) -> str:
    """The cases that a step belongs to, where the file holds others that could be meant."""
    cases = undo.cases_of(step)
    names = {case.facts.id: label(case.facts) for case in book.cases}
    for change in step.changes:  # a case that was taken back is not in the book
        row = change.after or change.before
        if change.table == "cases" and change.id not in names and row is not None:
            facts = readable(CaseRecord, row)
            names[change.id] = label(facts) if facts is not None else ""
    if not cases or len(names) < 2:
        return ""
    words = [f"{n} ({names[n]})" if names.get(n, f"Case {n}") != f"Case {n}" else n for n in cases]
    if len(words) == 1:
        return f"in case {words[0]}"
    return f"in cases {', '.join(words[:-1])} and {words[-1]}"


def _still(announced: str, now: str) -> None:
    if announced and announced != now:
        raise Refused(f"Nothing was changed: meanwhile another step was taken. {now}")


def _first(step: HistoryEntry) -> tuple[str, str]:
    """The id of the first record that a step touches, and of its case."""
    every: list[tuple[str, Mapping[str, object] | None]] = []
    for change in step.changes:
        every.append((change.table, change.after or change.before))
    for place in step.rows:
        row = (place.after or place.before)[0]
        every.append((place.table, row if isinstance(row, dict) else None))
    for table, found in every:
        name = found.get("id") if found else None
        if found and isinstance(name, str):
            case = name if table == "cases" else str(found.get("case", ""))
            return name, case
    return "", ""
