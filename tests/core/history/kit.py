"""Entries of a history."""

from datetime import date

from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange

OLD: dict[str, object] = {"id": "c-1", "case": "1", "note": "old"}
NEW: dict[str, object] = {"id": "c-1", "case": "1", "note": "new"}
CHANGE = RecordChange(table="contacts", id="c-1", before=OLD, after=NEW)
ADDED = RecordChange(table="events", id="e-1", before=None, after={"id": "e-1", "case": "2"})
ROW = RowChange(table="cases", number="3", before=({"id": "3"},), after=({"id": "4"},))


def entry(n: int, **more: object) -> HistoryEntry:
    """An entry of the history that changed a record."""
    settings: dict[str, object] = {"changes": (CHANGE,), "sentence": "A change.", **more}
    return HistoryEntry(
        n=n,
        at="2026-12-12T12:00:00Z",
        on=date(2026, 12, 12),
        **settings,  # type: ignore[arg-type]
    )
