"""TinyDB's tables as the store uses them."""

from collections.abc import Iterable, Mapping

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

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
