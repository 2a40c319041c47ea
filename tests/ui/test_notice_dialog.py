"""A notice: the printed date, the day one learned of it, and the last day for the answer."""

from datetime import date

from g221_tui.core.model import Event
from ui.conftest import DAY, Opener, Window


def notice(w: Window) -> Event:
    """The notice in the file."""
    return next(event for event in w.case.events if event.kind == "noir")


def ends(w: Window) -> list[tuple[date, bool]]:
    """The dates for the answer, and whether each is an estimate."""
    found = w.app.session.tracker.view("1").snapshot.deadlines
    return [(d.date, d.estimate) for d in found if d.id == "noir_response"]


async def test_a_notice_asks_for_three_dates_and_other_events_for_one(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("e")
        await w.dialog("EventDialog")
        shown = [w.app.screen.query_one(f"#f-{key}").display for key in ("learned", "due")]
        assert shown == [False, False]
        await w.fill(kind="noir")
        await w.sees(
            "Printed date", "You learned", "Answer due", "Leave empty what you do not know"
        )
        await w.fill(kind="note")
        await w.until(lambda: not w.app.screen.query_one("#f-due").display, "one date")
        assert "Printed date" not in w.text


async def test_a_notice_one_only_heard_of_has_no_date_to_answer_by(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noir")
        await w.sees("Printed date")
        await w.fill(learned="-2d")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Notice to answer")
        found = notice(w)
        assert (found.on, found.learned, found.due) == (None, date(2026, 12, 10), None)
        assert ends(w) == []


async def test_the_printed_date_and_the_last_day_are_kept_as_printed(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noir")
        await w.sees("Printed date")
        await w.fill(on="1 Dec 2026", due="4 Jan 2027", note="Sam has it")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Notice to answer", "Mon 4 Jan 2027")
        found = notice(w)
        assert (found.on, found.learned, found.due) == (date(2026, 12, 1), DAY, date(2027, 1, 4))
        assert found.note == "Sam has it"
        assert ends(w) == [(date(2027, 1, 4), False)]


async def test_without_the_last_day_the_printed_date_gives_an_estimate(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="noir")
        await w.sees("Printed date")
        await w.fill(on="1 Dec 2026")
        await w.press("ctrl+s")
        await w.closed()
        assert [estimate for _, estimate in ends(w)] == [True]


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
