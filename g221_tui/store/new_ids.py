"""Ids for new records: none that a record of the file has or had."""

import os

from g221_tui.packed_history import texts
from g221_tui.records import ROW_NUMBER
from g221_tui.store.diff import known_ids
from g221_tui.store.working_copy import CaseStorage

ID_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""The signs of a record's id: none that is taken for another."""
ID_LENGTH = 6
"""How many of them follow the letter."""


class NewIds:
    """Gives out ids within one transaction."""

    def __init__(self, storage: CaseStorage) -> None:
        self._storage = storage
        self._known: set[str] = set()
        """The ids that the file has, or had of late, and those given out; empty before the first
        is asked for."""
        self._past = b""
        """What lies in the blocks of the history, as text: to look for a word in it is enough."""

    def of_record(self, letter: str) -> str:
        """An id that no record of the file has or had, such as "d-k7m2qx"."""
        known = self._ids()
        while True:
            found = f"{letter}-{_random_signs(ID_LENGTH)}"
            if found not in known and f'"{found}"'.encode() not in self._past:
                known.add(found)
                return found

    def of_case(self) -> str:
        """The number after the highest that a case of this file ever had."""
        known = known_ids(self._storage.whole()) | self._ids()
        numbers = [int(name) for name in known if ROW_NUMBER.fullmatch(name)]
        found = str(max(numbers, default=0) + 1)
        self._ids().add(found)
        return found

    def forget(self) -> None:
        """The file is another now."""
        self._known, self._past = set(), b""

    def _ids(self) -> set[str]:
        if not self._known:
            tables = self._storage.as_it_lies()
            self._known, self._past = known_ids(tables), texts(tables)
        return self._known


def _random_signs(count: int) -> str:
    """Random signs, each as likely as any other."""
    fair = 256 - 256 % len(ID_SIGNS)
    found = ""
    while len(found) < count:
        found += "".join(ID_SIGNS[byte % len(ID_SIGNS)] for byte in os.urandom(8) if byte < fair)
    return found[:count]
