"""No identifier is left in anything masked that leaves the program, whatever text it stands in."""

import io
import re
import tempfile
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.life import rules
from core.outgoing.kit import TODAY
from g221_tui.cli.main import main
from g221_tui.clock import FixedClock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.outgoing.sheets import SHEETS
from g221_tui.output.receivers import load_receivers
from g221_tui.service.drafts import Drafts
from g221_tui.service.exports.exports import Exports
from g221_tui.service.exports.wanted import Format, Wanted
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository

EVERY = (
    Wanted(format=Format.JSON),
    Wanted(format=Format.CALENDAR),
    Wanted(format=Format.BRIEF),
    Wanted(format=Format.BRIEF, html=True),
    *(Wanted(format=Format.TABLE, what=name) for name in SHEETS),
    *(Wanted(format=Format.PACKET, what=each.id) for each in load_receivers()),
)
DAY = date.fromisoformat(TODAY)
quick = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)
numbers = some.from_regex(r"[A-Z]{2,3}[0-9]{8,10}", fullmatch=True)
names = some.from_regex(r"[B-DF-HJ-NP-TV-Z][bdfhjkmqvwxz]{7,11}", fullmatch=True)
around = some.sampled_from(["", "On it: ", "Ref. no. ", "first line\n", "=", "\t"])
"""What stands before an identifier; a spreadsheet would reckon with some of it."""


def filled(file: Path, person: str, last: str, case: str, passport: str, before: str) -> Tracker:
    """A case with the identifiers in its facts, and in every text that a record has."""
    clock = FixedClock(DAY)
    tracker = Tracker(Repository(file, clock), rules(), clock)
    tracker.open_case(OpenCase(answers={"refused": "2026-10-26", "post": "Bern", "visa": "H-1B"}))
    facts = {"applicant": person, "case_number": case, "passport_number": passport}
    tracker.apply(SetFacts(values={**facts, "email": f"{last}@example.net"}))
    note = f"{before}{passport} of {last}, {case} for {person}"
    on = date(2026, 11, 20)
    reply = LogContact(
        channel="consulate_email",
        on=on,
        reply=True,
        note=note,
        answer=note,
        ref=case,
        with_whom=person,
    )
    tracker.apply(reply)
    tracker.apply(LogContact(channel="ceac", on=on, status=note))
    tracker.apply(AddEvent(kind="note", on=on, note=note))
    tracker.apply(AddDocuments(names=(f"{before.strip()}Letter of {last}, {case}",), by="post"))
    tracker.apply(AddDeadline(name=f"Call {person} on {case}", on=date(2027, 7, 1)))
    return tracker


@quick
@given(names, names, numbers, numbers, around)
def test_no_identifier_is_left_in_any_masked_export_or_page(
    first: str, last: str, case: str, passport: str, before: str
) -> None:
    secrets = (first, last, case[:-2], passport[:-2])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "case.json"
        tracker = filled(file, f"{first} {last}", last, case, passport, before)
        exports = Exports(tracker.reader, Path(folder), Path(folder))
        for wanted in EVERY:
            told = exports.make(wanted).data.decode("utf-8-sig")
            # A line of a calendar is folded anywhere; a page and a text break between words.
            told = re.sub(r"\r\n ", "", told) if wanted.format is Format.CALENDAR else told
            assert [word for word in secrets if word in told] == [], wanted
        for form in ("--json", "--plain"):
            out = io.StringIO()
            with redirect_stdout(out):
                where = ("--file", str(file), "--today", TODAY)
                assert main([*where, "status", "--masked", form]) == 0
            assert [word for word in secrets if word in out.getvalue()] == [], form


@pytest.mark.parametrize("wanted", EVERY, ids=lambda each: each.file_name)
def test_each_of_them_in_full_holds_what_was_masked(tmp_path: Path, wanted: Wanted) -> None:
    case = "AB12345678"
    tracker = filled(tmp_path / "c.json", "Ada Example", "Example", case, "X1234567", "")
    full = Wanted(format=wanted.format, what=wanted.what, html=wanted.html, full=True)
    exports = Exports(tracker.reader, tmp_path, tmp_path)
    assert case in re.sub(r"\r\n ", "", exports.make(full).data.decode())
    assert case not in exports.make(wanted).data.decode()


HAND = (
    ("Ada Ruth Example", "EXAMPLE, Ada Ruth", "example ada"),
    ("AB12 345 678", "ab12345678", "AB-12345678"),
    ("X1234567", "x 123 4567", "X-1234567"),
    ("WAC-21-900-12345", "wac2190012345", "WAC 21 900 12345"),
    ("+41 55 555 01 23", "0555550123", "(055) 555-01-23"),
    ("ada.ex@mail.example", "ADA.EX@MAIL.EXAMPLE", "<ada.ex@mail.example>"),
    ("5 March 1990", "05/03/1990", "1990-03-05"),
    ("Quillworks Inc", "QUILLWORKS INC.", "Quillworks"),
)
"""How somebody writes each identifier of the case; each row is one of them, in its forms."""
SECRET = (
    *("adaruth", "exampleada", "ab123456", "12345678", "x12345", "x123456"),
    *("wac21900123", "2190012345", "55555012", "adaex", "mailexample", "quillworks"),
    *("5march1990", "05031990", "19900305", "5mar1990"),
)
"""What of them is left in no masked text, its letters and digits run together."""
FACTS = {
    "applicant": "Ada Ruth Example",
    "case_number": "AB12345678",
    "passport_number": "X1234567",
    "receipt_number": "WAC2190012345",
    "phone": "+41 55 555 01 23",
    "email": "ada.ex@mail.example",
    "birth_date": "1990-03-05",
    "petitioner": "Quillworks Inc",
}
CHANNELS = ("consulate_email", "consulate_call", "dos", "senator", "representative", "legalnet")


def run_together(text: str) -> str:
    """The letters and digits of a text, small, with nothing between them."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def noted(file: Path, form: int) -> Tracker:
    """A case whose every text names every identifier in one of its forms."""
    tracker = filled(file, "Ada Ruth Example", "Example", "AB12345678", "X1234567", "")
    tracker.apply(SetFacts(values=FACTS))
    on = date(2026, 11, 24)
    for row in HAND:
        said = f"They wrote of {row[form]} again"
        tracker.apply(
            LogContact(channel="consulate_email", on=on, reply=True, note=said, answer=said)
        )
        tracker.apply(LogContact(channel="ceac", on=on, status=said))
        tracker.apply(AddEvent(kind="note", on=on, note=said))
        tracker.apply(AddDocuments(names=(f"Paper of {row[form]}",), by="post"))
        tracker.apply(AddDeadline(name=f"Ask for {row[form]}", on=date(2027, 7, 1)))
    return tracker


def left(text: str) -> list[str]:
    """What of the identifiers is still in a text."""
    told = run_together(text)
    return [secret for secret in SECRET if secret in told]


@pytest.mark.parametrize("form", [0, 1, 2])
def test_no_form_that_somebody_writes_is_left_in_anything_masked(tmp_path: Path, form: int) -> None:
    tracker = noted(tmp_path / "case.json", form)
    exports = Exports(tracker.reader, tmp_path, tmp_path)
    for wanted in EVERY:
        told = exports.make(wanted).data.decode("utf-8-sig")
        assert left(re.sub(r"\r\n ", "", told)) == [], wanted
    day = tracker.reader.day(None)
    drafts = Drafts(rules(), None)
    for channel in CHANNELS:
        draft = drafts.draft(day, channel, "", tracker.reader.masker())
        assert left(f"{draft.whole}{draft.early}{draft.notes}") == [], channel
        assert left(unquote(draft.mailto)) == [], channel
    out = io.StringIO()
    with redirect_stdout(out):
        where = ("--file", str(tmp_path / "case.json"), "--today", TODAY)
        assert main([*where, "status", "--masked", "--json"]) == 0
    assert left(out.getvalue()) == []


def test_what_is_left_is_found_in_an_export_in_full(tmp_path: Path) -> None:
    tracker = noted(tmp_path / "case.json", 1)
    full = Wanted(format=Format.JSON, full=True)
    told = Exports(tracker.reader, tmp_path, tmp_path).make(full).data.decode()
    assert {"exampleada", "quillworks", "ab123456", "05031990"} <= set(left(told))
