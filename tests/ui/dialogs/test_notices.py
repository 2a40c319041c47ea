"""Notices and appointments: the dates they ask for, and the one that must not be missed."""

from datetime import date

import pytest

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.model import Event
from ui.conftest import DAY, Opener, Window

PRINTED, LAST = date(2026, 12, 1), date(2027, 1, 4)


def notice(w: Window, kind: str = "noir") -> Event:
    """The notice of that kind in the file."""
    return next(event for event in w.case.events if event.kind == kind)


def ends(w: Window, kind: str = "noir") -> list[tuple[date, bool]]:
    """The dates for the answer, and whether each is an estimate."""
    found = w.app.session.tracker.reader.view("1").snapshot.deadlines
    return [(d.date, d.estimate) for d in found if d.id == f"{kind}_response"]


async def test_a_notice_asks_for_three_dates_and_other_events_for_one(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        shown = [w.app.screen.query_one(f"#f-{key}").display for key in ("learned", "due")]
        assert shown == [False, False]
        await w.fill(kind="noir")
        await w.sees(
            "Printed date",
            "the one printed on the notice",
            "You learned",
            "Answer due",
            "Leave empty what you do not know",
        )
        await w.fill(kind="transferred")
        await w.until(lambda: not w.app.screen.query_one("#f-due").display, "one date")
        assert "Printed date" not in w.text
        await w.sees("Sat 12 Dec 2026, today")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].on == DAY


@pytest.mark.parametrize(
    ("kind", "entered", "kept", "deadline"),
    [
        ("noir", {"learned": "-2d"}, (None, date(2026, 12, 10), None), []),
        ("noid", {"due": "4 Jan 2027"}, (None, DAY, LAST), [(LAST, False)]),
        ("noir", {"on": "1 Dec 2026", "due": "4 Jan 2027"}, (PRINTED, DAY, LAST), [(LAST, False)]),
        ("noir", {"on": "1 Dec 2026"}, (PRINTED, DAY, None), [(date(2026, 12, 31), True)]),
    ],
    ids=["only heard of", "only the last day", "both as printed", "an estimate"],
)
async def test_a_notice_keeps_the_dates_that_are_known_and_assumes_none_that_is_printed(
    window: Opener,
    kind: str,
    entered: dict[str, str],
    kept: tuple[date | None, date, date | None],
    deadline: list[tuple[date, bool]],
) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind=kind)
        await w.sees("Printed date", "The petitioner answers")
        await w.fill(**entered, note="Sam has it")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Notice to answer", *["Mon 4 Jan 2027"] * ("due" in entered))
        found = notice(w, kind)
        assert (found.on, found.learned, found.due) == kept
        assert found.note == "Sam has it"
        assert ends(w, kind) == deadline


async def test_a_printed_date_that_cannot_be_read_is_refused_and_nothing_is_recorded(
    window: Opener,
) -> None:
    async with window() as w:
        count = len(w.case.events)
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noir")
        await w.sees("Printed date")
        await w.fill(on="99 Dec 2026")
        await w.press("ctrl+s")
        await w.until(lambda: w.app.screen.query_one(".dialog-error").display, "a complaint")
        await w.press("escape")
        await w.closed()
        assert len(w.case.events) == count


async def test_an_appointment_is_the_date_an_interview_sets(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="interview_scheduled", due="2027-01-20")
        await w.sees("Told on", "Appointment", "Wed 20 Jan 2027")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Interview scheduled", "DUE Interview appointment Wed 20 Jan")


async def test_the_line_names_the_date_that_comes_next_and_a_notice_however_far_it_is(
    window: Opener,
) -> None:
    async with window(case="4") as w:
        tracker = w.app.session.tracker

        async def sees(words: str) -> None:
            w.board.session.load()
            w.board.show()
            await w.sees(words)

        assert "DUE   Answer to the notice of intent to revoke Thu 24 Dec, in 12 days" in w.text
        tracker.apply(SetFacts(values={"passport_expires": "2027-01-03"}), case="4")
        await sees("in 12 days · then Passport expires Sun 3 Jan, in 22 days")
        found = next(e for e in w.saved().cases[3].events if e.kind == "noir")
        tracker.apply(Correct(record=found.id, values={"due": "2027-03-01"}), case="4")
        await sees("DUE Passport expires Sun 3 Jan, in 22 days")
        tracker.apply(SetFacts(values={"passport_expires": ""}), case="4")
        await sees("DUE Answer to the notice of intent to revoke Mon 1 Mar, in 79 days")


async def test_a_date_the_user_calls_passport_does_not_hide_the_passport(window: Opener) -> None:
    async with window() as w:
        tracker = w.app.session.tracker
        for paper in w.case.listed:
            tracker.apply(SetDocument(document=paper.name, state="waived"))
        tracker.apply(SetFacts(values={"passport_expires": "2026-12-18"}))
        tracker.apply(AddDeadline(name="Passport", on=date(2026, 12, 14)))
        w.board.session.load()
        w.board.show()
        await w.sees("NEXT Passport: Mon 14 Dec 2026")
        await w.sees("DUE Passport expires Fri 18 Dec, in 6 days")


async def test_evidence_for_uscis_stands_apart_and_the_cursor_passes_its_heading(
    window: Opener,
) -> None:
    async with window(case="4") as w:
        await w.press("shift+tab", "home", "down", "down")
        row = w.board.documents.row
        assert row is not None
        assert row.content.plain.startswith("▣ Photos")
        assert "Documents 2/2" in w.text
        assert "For USCIS" in w.text
        await w.press("space")
        await w.sees("✔ Photos")


async def test_after_the_end_it_is_said_what_comes_back(window: Opener) -> None:
    async with window() as w:
        tracker = w.app.session.tracker
        tracker.apply(SetDocument(document="Client letter", details={"original": "yes"}))
        tracker.apply(AddEvent(kind="visa_refused"))
        for size in ((80, 24), (120, 40), (60, 24)):
            await w.pilot.resize_terminal(*size)
            w.board.session.load()
            w.board.show()
            await w.pilot.pause()
            await w.sees("except the I-797, which goes to USCIS", "Client letter")
            assert "NOTE" in w.text
            note = w.text.split("NOTE", 1)[1].split("Timeline", 1)[0]
            assert "…" not in note
