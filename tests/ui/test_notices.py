"""Notices and appointments: two dates, and the one that must not be missed."""

from datetime import date

from ui.conftest import DAY, Opener


async def test_a_notice_asks_for_the_printed_dates_and_assumes_none(window: Opener) -> None:
    async with window(size=(120, 40), case="4") as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noid")
        await w.sees("Printed date", "You learned", "Answer due", "The petitioner answers")
        await w.fill(due="14 Feb 2027")
        await w.press("ctrl+s")
        await w.closed()
        event = w.saved().cases[3].events[-1]
        assert (event.kind, event.on, event.learned) == ("noid", None, DAY)
        assert event.due == date(2027, 2, 14)


async def test_another_kind_gets_its_default_back(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noir")
        await w.fill(kind="transferred")
        await w.sees("Sat 12 Dec 2026, today")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[-1].on == DAY


async def test_an_appointment_is_the_date_an_interview_sets(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="interview_scheduled", due="2027-01-20")
        await w.sees("Told on", "Appointment", "Wed 20 Jan 2027")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Interview scheduled", "20 Jan 27")


async def test_the_day_a_notice_is_due_stands_in_the_line_however_far_it_is(
    window: Opener,
) -> None:
    async with window(case="4") as w:
        tracker = w.app.session.tracker
        assert "DUE   Answer to the notice of intent to revoke: Thu 24 Dec 2026" in w.text
        notice = next(e for e in w.saved().cases[3].events if e.kind == "noir")
        tracker.correct(notice.id, {"due": "2027-03-01"}, case="4")
        tracker.set_facts({"passport_expires": "2027-01-03"}, case="4")
        w.board.session.load()
        w.board.show()
        await w.sees("DUE Passport expires: Sun 3 Jan 2027, in 22 days")
        tracker.set_facts({"passport_expires": ""}, case="4")
        w.board.session.load()
        w.board.show()
        await w.sees("DUE Answer to the notice of intent to revoke: Mon 1 Mar 2027, in 79 days")


async def test_the_date_after_the_one_that_comes_next_is_named_too(window: Opener) -> None:
    async with window(case="4") as w:
        w.app.session.tracker.set_facts({"passport_expires": "2027-01-03"}, case="4")
        w.board.session.load()
        w.board.show()
        await w.sees("in 12 days · then Passport expires: Sun 3 Jan 2027, in 22 days")


async def test_evidence_for_uscis_stands_apart_and_the_cursor_passes_its_heading(
    window: Opener,
) -> None:
    async with window(case="4") as w:
        await w.press("shift+tab", "home", "down", "down")
        row = w.board.documents.row
        assert row is not None
        assert row.content.plain.startswith(" ▣ Photos")
        assert "Documents 2/2" in w.text
        assert "For USCIS" in w.text
        await w.press("space")
        await w.sees("✔ Photos")


async def test_after_the_end_it_is_said_what_comes_back(window: Opener) -> None:
    async with window() as w:
        tracker = w.app.session.tracker
        tracker.set_document("Client letter", details={"original": "yes"})
        tracker.add_event("visa_refused")
        for size in ((80, 24), (120, 40), (60, 24)):
            await w.pilot.resize_terminal(*size)
            w.board.session.load()
            w.board.show()
            await w.pilot.pause()
            await w.sees("except the I-797, which goes to USCIS", "Client letter")
            assert "NOTE" in w.text
            assert "…" not in w.text
