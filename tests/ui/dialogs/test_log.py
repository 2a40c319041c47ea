"""Logging a contact: open, locked, replies; the judgement stands there while one types."""

from datetime import date

import pytest

from g221_tui.core.model import Direction, Purpose
from ui.conftest import DAY, Opener


async def test_a_look_at_an_open_page_is_logged(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.sees("● CEAC is open on that day.", "Sat 12 Dec 2026, today")
        await w.fill(status="Refused", note="same as last week")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Logged: CEAC")
        contact = w.case.contacts[-1]
        assert (contact.channel, contact.on, contact.status) == ("ceac", DAY, "Refused")
        assert contact.note == "same as last week"


async def test_a_locked_channel_needs_the_explicit_word(window: Opener) -> None:
    async with window() as w:
        count = len(w.case.contacts)
        await w.press("tab", "home", "down", "l")
        await w.dialog("LogDialog")
        await w.sees("Call post is locked on Sat 12 Dec 2026", "Opens Fri 25 Dec 2026")
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees("It already happened", "is no question", "choose it at 'What for'")
        await w.press("enter")  # the careful answer is in focus
        await w.dialog("LogDialog")
        assert len(w.case.contacts) == count
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        contact = w.case.contacts[-1]
        assert (contact.channel, contact.when_logged, contact.early) == (
            "consulate_call",
            "locked",
            True,
        )


async def test_the_judgement_follows_what_is_entered(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "home", "down", "l")
        await w.dialog("LogDialog")
        await w.sees("Call post is locked")
        await w.fill(purpose="documents")
        await w.sees("Never too early")
        await w.fill(purpose="status", direction="in")
        await w.sees("Never too early")
        await w.fill(direction="out", channel="ceac")
        await w.sees("CEAC is open")
        await w.fill(on="05/02/2026")
        await w.sees("'05/02/2026' may be 5 Feb or 2 May 2026")
        await w.fill(on="-3d")
        await w.sees("Wed 9 Dec 2026, 3 days ago")


@pytest.mark.parametrize(
    ("case", "channel", "told"),
    [
        ("4", "consulate_call", "× Call post is closed"),
        ("1", "consulate_call", "○ Call post is locked"),
        ("2", "dos", "◐ State Dept is resting"),
    ],
)
async def test_the_sign_is_that_of_the_state(
    window: Opener, case: str, channel: str, told: str
) -> None:
    async with window(case=case) as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel=channel)
        await w.sees(told)


async def test_a_reply_is_logged_as_one(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(
            channel="consulate_email",
            on="10 Dec 2026",
            direction="in",
            answer="Still in processing",
            with_="Consular section",
            ref="A-17",
        )
        await w.press("ctrl+s")
        await w.closed()
        contact = w.case.contacts[-1]
        assert contact.direction is Direction.IN
        assert contact.purpose is Purpose.STATUS
        assert contact.on == date(2026, 12, 10)
        assert (contact.answer, contact.with_whom, contact.ref) == (
            "Still in processing",
            "Consular section",
            "A-17",
        )


async def test_an_automatic_reply_is_chosen_and_never_too_early(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="consulate_email", direction="auto", note="Do not reply")
        await w.sees("Never too early", "an automatic reply, which answers nothing")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].direction is Direction.AUTO
        await w.sees("an automatic reply")


async def test_typed_keys_fill_the_dialog_and_enter_on_the_button_saves(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.press("enter", *"looked", "enter", *"-1d", "enter", "enter")
        await w.closed()
        contact = w.case.contacts[-1]
        assert (contact.on, contact.note) == (date(2026, 12, 11), "looked")


async def test_too_soon_after_others_the_counsel_is_shown(window: Opener) -> None:
    async with window(case="2") as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="consulate_call", on="28 Nov 2026")
        await w.sees("may hurt")


async def test_a_future_date_is_refused_in_the_dialog_and_the_text_stays(window: Opener) -> None:
    async with window() as w:
        count = len(w.case.contacts)
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", on="2027-01-01", note="kept")
        await w.press("ctrl+s")
        await w.sees("that day has not come yet")
        assert w.app.screen.query_one("#f-note Input").value == "kept"  # type: ignore[attr-defined]
        await w.press("escape", "y")
        await w.closed()
        assert len(w.case.contacts) == count
