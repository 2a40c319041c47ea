"""TinyDB's tables as the store uses them."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from g221_tui.core.history.entries import RecordChange
from g221_tui.records import Key, Row
from g221_tui.store.working_copy import CaseStorage


class CaseTable(Table):
    """A table that remembers no answers: another process may have written since.

    It numbers new rows itself: TinyDB would give a number that a quarantined row has.
    """

    def __init__(
        self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        # Setting default_query_cache_capacity has no effect in TinyDB 4.9.
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def insert(self, document: Mapping[str, object]) -> int:
        """Adds a row and returns its number: the one it brings, else the next free one."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, object]]) -> list[int]:
        """Adds rows and returns their numbers.

        Raises:
            ValueError: A row brings a number that another has.
        """
        free = self.storage.last_number(self.name) if isinstance(self.storage, CaseStorage) else 0
        numbered: list[Document] = []
        for row in documents:
            number = row.doc_id if isinstance(row, Document) else free + 1
            free = max(free, number)
            numbered.append(Document(row, number))
        return super().insert_multiple(numbered)


class CaseDatabase(TinyDB):
    """A TinyDB of such tables over a storage that lies ready."""

    table_class = CaseTable

    def __init__(self, storage: CaseStorage) -> None:
        super().__init__(storage=lambda: storage)
        self._lies = storage

    def put(self, changes: Iterable[RecordChange], numbers: Mapping[Key, int]) -> None:
        """Puts in what records become; new rows come last, in their order, with the next numbers.

        Args:
            changes: The changes, each of one record.
            numbers: The numbers of the rows that there are.

        Raises:
            ValueError: A row to change is not where it was read: TinyDB would pass it over.
        """
        new: dict[str, list[Row]] = {}
        for change in changes:
            table = self.table(change.table)
            if change.before is None and change.after is not None:
                new.setdefault(change.table, []).append(change.after)
                continue
            if change.before is None:
                continue  # an entry that an editor wrote may tell of nothing
            number = numbers[change.table, change.id]
            if str(number) not in (self._lies.read() or {}).get(change.table, {}):
                raise ValueError(f"{change.table} has no row {number}")
            if change.after is None:
                table.remove(doc_ids=[number])
            else:
                table.update(_become(change.after), doc_ids=[number])
        for name, added in new.items():
            self.table(name).insert_multiple(added)


def _become(row: Row) -> Callable[[MutableMapping[str, object]], None]:
    """An operation for TinyDB's `update` that makes a row this one."""

    def become(document: MutableMapping[str, object]) -> None:
        document.clear()
        document.update(row)

    return become
