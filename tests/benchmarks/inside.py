"""What is measured within one process: a contact stored, a snapshot, the file after a year."""

import shutil
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from tinydb import TinyDB

from benchmarks import files
from benchmarks.files import Size
from benchmarks.measure import Measure
from benchmarks.place import Place
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.model import Book
from g221_tui.core.snapshot.build import build
from g221_tui.service.reader import Reader
from g221_tui.store import codec

STORED: Mapping[str, tuple[Size, float]] = MappingProxyType(
    {
        "1,000 records": (Size(contacts=700, documents=200, events=100), 1.0),
        "10,000 records": (files.NAMED["10,000 records"], 1.2),
    }
)
"""The sizes at which a contact is stored, and what it may take beside stock TinyDB."""
TEN = 12
"""How much longer a snapshot of ten times the records may take."""
THOUSAND = 1_000
MIXES: Mapping[str, tuple[int, int, int, int]] = MappingProxyType(
    {
        "contacts": (96, 2, 2, 399),
        "contacts on five days": (96, 2, 2, 5),
        "documents": (2, 96, 2, 399),
        "documents on five days": (2, 96, 2, 5),
        "events": (2, 2, 96, 399),
        "all kinds": (70, 20, 10, 399),
        "all kinds on one day": (70, 20, 10, 1),
    }
)
"""What a file is made of: contacts, documents and events in a hundred, and over how many days."""
YEAR_CASES, YEAR_CONTACTS, YEAR_PAPERS = 5, 370, 4
"""What a busy family has after a year; the papers are those of each case."""


def stored(place: Place, rounds: int) -> Iterator[Measure]:
    """A contact logged with its history, beside a row put in by stock TinyDB."""
    ours: dict[str, list[float]] = defaultdict(list)
    stock: dict[str, list[float]] = defaultdict(list)
    warm(place)
    names = place.some(STORED)
    for _ in range(rounds):
        for name in names:
            size = place.part(STORED[name][0])
            ours[name].append(logged(place, size))
            stock[name].append(inserted(place, size))
    for name in names:
        title = f"contact stored with history, {name}: CPU"
        yield Measure("store", title, tuple(ours[name]), tuple(stock[name]), STORED[name][1])


def warm(place: Place) -> None:
    """Do it once, so that what it loads is loaded."""
    logged(place, files.SMALL)
    inserted(place, files.SMALL)


def logged(place: Place, size: Size) -> float:
    """The processor's seconds of a contact that is logged by the program's service."""
    tracker = files.tracker_of(place.copy(size, "ours"), place.today)
    command = files.email(place.today, "measured")
    began = time.process_time()
    tracker.apply(command)
    return time.process_time() - began


def inserted(place: Place, size: Size) -> float:
    """The processor's seconds of the same row put in by stock TinyDB, without history."""
    path = place.copy(size, "stock")
    row = dict(list(codec.decode(path.read_bytes())["contacts"].values())[-1])  # type: ignore[call-overload]
    began = time.process_time()
    with TinyDB(path) as database:
        database.table("contacts").insert(row)
    return time.process_time() - began


def snapshots(place: Place, rounds: int) -> Iterator[Measure]:
    """A snapshot of ten times the records, of every mix."""
    larger: dict[str, list[float]] = defaultdict(list)
    smaller: dict[str, list[float]] = defaultdict(list)
    mixes = place.some(MIXES)
    for mix in mixes:
        sides = [(place.reader(place.part(mixed(mix, THOUSAND))), smaller)]
        sides.append((place.reader(place.part(mixed(mix, 10 * THOUSAND))), larger))
        books = [reader.book() for reader, _ in sides]
        for _ in range(rounds):
            for (reader, found), book in zip(sides, books, strict=True):
                found[mix].append(snapshot_of(reader, book))
    for mix in mixes:
        title = f"snapshot, 10,000 to 1,000 records: {mix}"
        yield Measure("snapshot", title, tuple(larger[mix]), tuple(smaller[mix]), TEN)


def mixed(mix: str, count: int) -> Size:
    """A file of so many records of a mix."""
    contacts, documents, events, days = MIXES[mix]
    per = count // 100
    return Size(contacts * per, documents * per, events * per, days=days)


def snapshot_of(reader: Reader, book: Book) -> float:
    """The processor's seconds of one snapshot of a book that was read before."""
    began = time.process_time()
    build(reader.day(book=book), live=True)
    return time.process_time() - began


def year(place: Place, rounds: int) -> Iterator[Measure]:
    """The file of a busy year and its backups, made by the program change by change."""
    folder = place.folder / "year"
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / "case.json"
    backups = lived(path, place)
    whole = path.stat().st_size
    tables = codec.decode(path.read_bytes())
    parts = {name: tables.get(name, {}) for name in ("packed_history", "history")}
    history = len(codec.encode(parts))
    own = {"bytes of the file": whole, "of these the history": history}
    for name, size in {**own, "the backups together": backups}.items():
        title = f"after a year (5 cases, 370 contacts): {name}"
        yield Measure("file", title, (float(size),), (), None, "bytes")


def lived(path: Path, place: Place) -> int:
    """Write the year; the bytes of its backups together."""
    tracker = files.tracker_of(path, place.today)
    cases = max(1, round(YEAR_CASES * place.share))
    contacts = max(5, round(YEAR_CONTACTS * place.share))
    for n in range(1, cases + 1):
        done = tracker.open_case(files.opening(place.today, f"Case {n}"))
        names = tuple(f"Paper {paper}" for paper in range(1, YEAR_PAPERS + 1))
        tracker.apply(AddDocuments(names=names, by="slip"), case=done.case)
    for n in range(contacts):
        on = place.today - timedelta(days=365 - n % 365)
        make = files.email if n % 4 == 0 else files.look
        tracker.apply(make(on, f"Nothing new, day {n}"), case=str(n % cases + 1))
    return sum(backup.size for backup in tracker.reader.backups())
