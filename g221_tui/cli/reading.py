"""The commands that print: nothing in the file changes."""

from argparse import Namespace

import msgspec

from g221_tui import __version__
from g221_tui.cli import document_rows, plain, text
from g221_tui.clock import local_moment
from g221_tui.core.deadlines.papers import papers_note
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import Book, Direction, Event, YesNo
from g221_tui.core.snapshot.attention import not_counted
from g221_tui.core.snapshot.documents_view import for_the_post, for_uscis
from g221_tui.core.snapshot.in_order import contacts_in_order, events_in_order
from g221_tui.core.snapshot.timeline import way as way_of
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import counted
from g221_tui.core.text.sanitize import clean
from g221_tui.service.reader import Reader

COPIES_SAID = 5
"""How many copies of a sync tool are named; of the others, only their number is told."""


def status(reader: Reader, arguments: Namespace) -> int:
    """The whole snapshot."""
    view = reader.view(arguments.case)
    snapshot, problems = view.snapshot, view.book.problems
    if arguments.masked:
        masker = reader.masker()
        snapshot, problems = masker.over(snapshot), masker.over(problems)
    if arguments.json:
        channels, further = map(plain.with_settings, (snapshot.channels, snapshot.further))
        told = msgspec.structs.replace(snapshot, channels=channels, further=further)
        rows: dict[str, object] = msgspec.to_builtins(told)
        del rows["attention"]  # the dashboard's choice among what the other keys tell
        text.data_json(rows)
    else:
        _lines(plain.status_lines(snapshot), bare=arguments.plain)
        _problems(msgspec.structs.replace(view.book, problems=problems))
    _copies(reader)
    return 0


def next_step(reader: Reader, arguments: Namespace) -> int:
    """The first answer."""
    snapshot = reader.view(arguments.case).snapshot if arguments.check else None
    step = reader.next_step(arguments.case) if snapshot is None else snapshot.next
    if arguments.json:
        text.data_json(step)
    else:
        text.data(plain.next_words(step))
    return 4 if snapshot is not None and snapshot.attention.presses else 0


def why(reader: Reader, arguments: Namespace) -> int:
    """The tree behind one answer."""
    from g221_tui.core.why import node, subject

    book = reader.book()
    day = reader.day(arguments.case, book=book)
    found = subject.why(" ".join(arguments.about), day)
    if day.case.id != book.current:
        found = msgspec.structs.replace(found, tree=node.for_case(found.tree, day.case.id))
    if arguments.masked:
        found = reader.masker().over(found)
    if arguments.json:
        text.data_json(found)
        return 0
    for depth, each in node.lines(found.tree):
        change = f"  [{each.change}]" if each.change else ""
        text.data(f"{'  ' * depth}- {clean(node.told(each) + change)}")
    return 0


def channels(reader: Reader, arguments: Namespace) -> int:
    """Every channel with its reasons; the further ones folded under them."""
    view = reader.view(arguments.case).snapshot
    if arguments.json:
        text.data_json(plain.with_settings(view.further if arguments.further else view.channels))
        return 0
    if not arguments.further:
        _lines(plain.channel_details(view.channels))
        _lines([("", plain.PLAIN), ("Further ways (g221 channels --further explains)", plain.HEAD)])
        for row in plain.channel_rows(view.further):
            text.data(f"  {row}")
    else:
        _lines(plain.channel_details(view.further))
    return 0


def timeline(reader: Reader, arguments: Namespace) -> int:
    """What happened and what is ahead."""
    view = reader.view(arguments.case).snapshot
    if arguments.json:
        text.data_json(view.timeline)
    else:
        for row in plain.timeline_rows(view.timeline, view):
            text.data(row)
    return 0


def contacts(reader: Reader, arguments: Namespace) -> int:
    """The log of contacts, oldest first."""
    found = contacts_in_order(reader.view(arguments.case).case)
    if arguments.json:
        text.data_json([whole(contact) for contact in found])
        return 0
    for c in found:
        channel = reader.rules.channel(c.channel)
        name = channel.name if channel else clean(c.channel)
        way = c.purpose if c.direction is Direction.OUT else way_of(c, reader.rules)
        page = f"page updated {c.page_updated}" if c.page_updated else ""
        created = f"page created {c.page_created}" if c.page_created else ""
        answer = f"answer: {c.answer}" if c.answer else ""
        words = [c.status, page, created, c.note, answer, c.ref, c.with_whom]
        said = glyphs.BETWEEN.join(clean(w) for w in words if w)
        early = f"{glyphs.BETWEEN}early" if c.early else ""
        text.data(f"{c.on}  {name:<12} {way:<10} {said}{early}  [{c.id}]")
    return 0


def documents(reader: Reader, arguments: Namespace) -> int:
    """The papers."""
    found = reader.view(arguments.case).snapshot.documents
    if arguments.json:
        text.data_json(found)
    else:
        for row in document_rows.document_rows(for_the_post(found), whole=True):
            text.data(row)
        evidence = document_rows.document_rows(for_uscis(found), whole=True)
        for row in [document_rows.USCIS_TITLE, *evidence] if evidence else []:
            text.data(row)
    return 0


def events(reader: Reader, arguments: Namespace) -> int:
    """What happened."""
    found = events_in_order(reader.view(arguments.case).case)
    if arguments.json:
        text.data_json([whole(event) for event in found])
        return 0
    for event in found:
        kind = reader.rules.kind(event.kind)
        title = kind.title if kind else clean(event.kind)
        words = glyphs.BETWEEN.join([title, *_of_event(event)])
        text.data(f"{event.day}  {words}  [{event.id}]")
    return 0


def _of_event(event: Event) -> list[str]:
    """What is known of an event beside its day, in a few words each."""
    due, post = event.due or event.letter_deadline, event.new_post
    known = [
        (f"due {due}", due is not None),
        (f"asks: {event.asked}", event.asked is not YesNo.UNKNOWN),
        (f"visa: {event.visa_inside}", event.visa_inside is not YesNo.UNKNOWN),
        (f"now {clean(post.post) if post else ''}", post is not None and bool(post.post)),
        (clean(event.note), bool(event.note)),
    ]
    return [words for words, said in known if said]


def deadlines(reader: Reader, arguments: Namespace) -> int:
    """The dates that must not be missed, and those the user named that do not count now."""
    view = reader.view(arguments.case)
    day = reader.day(view.case.id, book=view.book)
    counted = view.snapshot.deadlines
    resting = not_counted(day, counted)
    if arguments.json:
        text.data_json([*counted, *resting])
        return 0
    rows = plain.deadline_rows(counted, view.snapshot)
    rows += [f"{row} (not counted now)" for row in plain.deadline_rows(resting, view.snapshot)]
    for row, deadline in zip(rows, [*counted, *resting], strict=True):
        text.data(f"{row}  [{deadline.record}]" if deadline.record else row)
    if why := papers_note(day):
        text.talk(why)
    return 0


def cases(reader: Reader, arguments: Namespace) -> int:
    """Every case of the file with its next step, by what is due."""
    from g221_tui.core.snapshot.board import board

    book = reader.book()
    rows = board(book, reader.rules, reader.today())
    _problems(book)
    if arguments.json:
        text.data_json(rows)
        return 0
    for row in rows:
        mark = glyphs.HERE if row.current else " "
        links = "".join(f"{glyphs.BETWEEN}{link.kind}: {link.case}" for link in row.links)
        due = filter(None, [plain.due_words(row, reader.today())])
        parts = [clean(row.label), f"{row.stage_name}{links}", *due, clean(row.next.text)]
        text.data(f"{mark} {row.id}  {glyphs.BETWEEN.join(parts)}")
    return 0


def whole(record: msgspec.Struct) -> dict[str, object]:
    """A record with every field, those at their default too, so that all rows have one shape."""
    return {f.encode_name: getattr(record, f.name) for f in msgspec.structs.fields(record)}


def history(reader: Reader, arguments: Namespace) -> int:
    """Every change, oldest first."""
    from g221_tui.core.history import undo

    entries = reader.history()
    undone = undo.undone(entries)
    if arguments.json:
        text.data_json([{**whole(entry), "undone": entry.n in undone} for entry in entries])
    else:
        for entry in entries:
            mark = "  (undone)" if entry.n in undone else ""
            text.data(f"{_entry(entry)}{mark}")
    return 0


def _entry(entry: HistoryEntry) -> str:
    return f"{entry.n:>4}  {clean(local_moment(entry.at))}  {clean(entry.sentence)}"


def info(reader: Reader, arguments: Namespace) -> int:
    """Where the file is, and whose rules apply."""
    from g221_tui.cli.sources import advice_lines, advice_sources

    book = reader.book()
    policies = {p.id: f"{p.title} ({p.cited})" for p in reader.rules.policies.values()}
    facts = {
        "version": __version__,
        "file": str(reader.repository.path),
        "exists": reader.repository.path.exists(),
        "read_only": "" if book.read_only is None else book.read_only.sentence(),
        "today": reader.today(),
        "cases": len(book.cases),
        "problems": book.problems,
        "policies": policies,
        "channels": {c.id: c.cited for c in reader.rules.channels},
        "conflict_copies": [str(path) for path in reader.conflict_copies()],
        **advice_sources(reader.rules),
    }
    if arguments.json:
        text.data_json(facts)
        _copies(reader)
        return 0
    text.data(f"g221 {__version__}, {long_date(reader.today())}")
    text.data(f"File: {clean(str(reader.repository.path))} ({counted(len(book.cases), 'case')})")
    for name, words in policies.items():
        text.data(f"Policy {name}: {words}")
    for channel in reader.rules.channels:
        text.data(f"Channel {channel.id}: {channel.name} ({channel.cited})")
    for line in advice_lines(reader.rules):
        text.data(line)
    text.data("Not legal advice: the consulate's own letter always wins.")
    _problems(book)
    _copies(reader)
    return 0


def _lines(lines: list[plain.Line], *, bare: bool = False) -> None:
    if text.on_terminal() and not bare:
        text.styled(lines)
    else:
        for line, _ in lines:
            text.data(line)


def _problems(book: Book) -> None:
    """Say which records need attention, and why the file can't be written."""
    for problem in book.problems:
        text.talk(clean(f"Needs attention: {problem.where}"))
    if book.read_only is not None:
        text.talk(book.read_only.sentence())


def _copies(reader: Reader) -> None:
    """Say which copies a sync tool left that hold something the file lacks."""
    copies = reader.pending_copies()
    for copy in copies[:COPIES_SAID]:
        what = f"A sync tool left a second copy of the file: {copy.path}."
        way = "'g221 import FILE --dry-run' shows what it would bring."
        text.talk(
            clean(f"{what} It can't be taken in: {copy.fault}." if copy.fault else what + " " + way)
        )
    if (more := len(copies) - COPIES_SAID) > 0:
        text.talk(f"And {more} more copies.")
