"""The whole file as JSON comes back from an export the same, whatever was typed."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from core.life import rules
from core.outgoing.kit import CONTACTS, DAYS, TEXT, TODAY, documents
from g221_tui.clock import FixedClock
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.model import (
    CaseLink,
    Contact,
    Document,
    Event,
    NamedDeadline,
    PostFacts,
    Record,
    UsLink,
    YesNo,
)
from g221_tui.records import HISTORY
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import write_export
from g221_tui.store.repository import Repository

R = TypeVar("R", bound=Record)


def tracker(file: Path) -> Tracker:
    clock = FixedClock(date.fromisoformat(TODAY))
    return Tracker(Repository(file, clock), rules(), clock)


KINDS = some.sampled_from([kind.id for kind in rules().event_kinds])
NO_DAY = some.none() | DAYS
YES_NO = some.sampled_from(list(YesNo))
MOMENTS = some.sampled_from(["", "2026-11-02T08:00:00Z"])
EVENTS = some.lists(
    some.builds(
        Event,
        id=some.just("e-1"),
        case=some.just("1"),
        kind=KINDS,
        on=DAYS,
        learned=NO_DAY,
        due=NO_DAY,
        note=TEXT,
        asked=YES_NO,
        letter_deadline=NO_DAY,
        visa_inside=YES_NO,
        new_post=some.none()
        | some.builds(PostFacts, post=TEXT, post_email=TEXT, post_phone=TEXT, tracking=YES_NO),
    ),
    max_size=4,
)
DEADLINES = some.lists(
    some.builds(
        NamedDeadline,
        id=some.just("t-1"),
        case=some.just("1"),
        name=TEXT.filter(str.strip),
        on=DAYS,
    ),
    max_size=4,
)
LOOKS = some.lists(
    some.builds(
        Contact,
        id=some.just("c-1"),
        case=some.just("1"),
        channel=some.just("ceac"),
        on=DAYS,
        status=TEXT,
        page_created=NO_DAY,
        page_updated=NO_DAY,
        early=some.booleans(),
    ),
    max_size=4,
)
FACTS = some.fixed_dictionaries(
    {
        **dict.fromkeys(("applicant", "case_number", "phone", "address", "nationality"), TEXT),
        **dict.fromkeys(("birth_date", "passport_expires", "emergency"), NO_DAY),
        **dict.fromkeys(("tracking", "petition"), YES_NO),
        "us_link": some.sampled_from(list(UsLink)),
        "links": some.just(()) | some.just((CaseLink(case="2", kind="family"),)),
    }
)


def replaced(record: NamedDeadline, moment: str) -> NamedDeadline:
    """The record as one that was removed."""
    return msgspec.structs.replace(record, removed_at=moment)


def numbered(letter: str, records: Sequence[R]) -> tuple[R, ...]:
    """The records, each with an id of its own."""
    every = enumerate(records)
    return tuple(msgspec.structs.replace(each, id=f"{letter}-of{n}") for n, each in every)


@settings(max_examples=25, deadline=None)
@given(CONTACTS, documents(), EVENTS, DEADLINES, LOOKS, FACTS, some.data())
def test_an_export_in_full_is_taken_in_as_it_was(
    contacts: list[Contact],
    papers: list[Document],
    events: list[Event],
    deadlines: list[NamedDeadline],
    looks: list[Contact],
    facts: dict[str, object],
    data: some.DataObject,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = (tracker(Path(folder) / name) for name in ("ours.json", "theirs.json"))
        ours.open_case(OpenCase(answers={"refused": "2026-10-26"}))
        with ours.reader.repository.transaction() as change:
            (case,) = change.book.cases
            gone = data.draw(MOMENTS)
            filled = msgspec.structs.replace(
                case,
                facts=msgspec.structs.replace(case.facts, **facts),
                contacts=numbered("c", [*contacts, *looks]),
                documents=tuple(papers),
                events=(*case.events, *numbered("e", events)),
                deadlines=numbered("t", deadlines),
                removed=numbered("x", [replaced(each, gone) for each in deadlines if gone]),
            )
            change.save(
                msgspec.structs.replace(change.book, cases=(filled,)), "It.", case.events[0].day
            )
        export = Path(folder) / "export.json"
        write_export(export, ours.reader.export(full=True))
        theirs.archive.import_file(export)
        assert theirs.reader.book().cases == ours.reader.book().cases
        mine, other = (t.reader.export(full=True) for t in (ours, theirs))
        assert {k: v for k, v in mine.items() if k != HISTORY} == {
            k: v for k, v in other.items() if k != HISTORY
        }
