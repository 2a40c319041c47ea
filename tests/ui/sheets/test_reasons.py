"""The tree behind an answer, as the sheets draw it."""

from textual.containers import Horizontal
from textual.widgets import Static

from g221_tui.core.edits.facts import SetFacts
from ui.conftest import Opener, Window


def branches(w: Window) -> list[tuple[int, str]]:
    """The reasons on the sheet on top: how far in each stands, and what it says."""
    rows = w.app.screen.query(".sheet-branch").results(Horizontal)
    return [
        (row.styles.padding.left, str(row.query_one(".sheet-text", Static).content)) for row in rows
    ]


async def test_a_channel_shows_its_reasons_below_one_another(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        found = branches(w)
        assert found[:5] == [
            (2, "The wait ends Fri 25 Dec 2026. (the guide, about 2019)"),
            (4, "The rule: at least 60 days (the guide, about 2019)."),
            (6, "Policy: The guide's 60 days."),
            (4, "Counting from Mon 26 Oct 2026, the day of the refusal."),
            (6, "221(g) slip, Mon 26 Oct 2026."),
        ]
        assert found[-1] == (2, "Opens Fri 25 Dec 2026, in 13 days, if nothing were owed.")
        await w.sees("Why", "- The wait ends Fri 25 Dec 2026.", "Close esc")


async def test_a_deadline_shows_the_record_it_is_reckoned_from(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "end", "enter")
        await w.dialog("Sheet")
        assert (2, "221(g) slip, Mon 26 Oct 2026.") in branches(w)
        await w.sees("Papers: limit", "Org chart: asked for Mon 26 Oct 2026.")


async def test_a_click_on_the_next_step_shows_why_it_is_next(window: Opener) -> None:
    async with window() as w:
        await w.pilot.click("#next")
        await w.dialog("Sheet")
        await w.sees("Send Org chart, the last requested document.", "So it is documents.")
        await w.press("escape")
        await w.closed()


async def test_a_click_where_there_is_no_case_opens_nothing(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.press("escape")
        await w.closed()
        await w.pilot.click("#next")
        await w.closed()


async def test_today_shows_why_it_is_next_and_what_led_to_the_stage(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("shift+tab", "enter")
        await w.dialog("Sheet")
        await w.sees(
            "So it is documents.",
            "How it came to this stage",
            "221(g) slip, Mon 26 Oct 2026: Documents due or Administrative processing",
        )


async def test_the_reasons_are_masked_with_the_rest(window: Opener) -> None:
    async with window() as w:
        tracker = w.app.session.tracker
        tracker.apply(SetFacts(values={"receipt_number": "IOE0912345678"}))
        await w.press("tab", "home", "down", "m", "enter")
        await w.dialog("ChannelSheet")
        assert branches(w)
        await w.press("escape")
        await w.closed()
        w.board.session.load()
        view = w.app.session.view
        assert view is not None
        from g221_tui.ui.screens.sheets.of_row import channel_sheet

        row = next(c for c in view.snapshot.further if c.id == "uscis_status")
        sheet = channel_sheet(w.app.session, view, row)
        drawn = " ".join(str(section) for section in sheet.sections)
        assert "USCIS receipt number: ••••78." in drawn
        assert "IOE0912345678" not in drawn
