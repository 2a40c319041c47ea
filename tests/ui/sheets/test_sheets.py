"""Opening a row: why it is so, in words, with whose rule it is."""

import re

from g221_tui.core.edits.facts import SetFacts
from g221_tui.ui.screens.sheets.of_row import sheet_for
from g221_tui.ui.widgets.panes.channels import ChannelsPane
from ui.conftest import Opener, Window
from ui.others import command


def to_record(w: Window, record: str) -> bool:
    """Whether the cursor of the timeline could be put on the row of a record."""
    pane = w.board.timeline
    found = next((row.id for row in pane.rows if record in str(row.subject)), "")
    return bool(found) and pane.go_to(found)


async def test_why_a_channel_is_locked(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees(
            "Call post",
            "○ locked until Fri 25 Dec 2026, 13 days",
            "Opens Fri 25 Dec 2026, in 13 days, if nothing were owed.",
            "at least 60 days (the guide, about 2019)",
            "Counting from Mon 26 Oct 2026, the day of the refusal.",
            "Have at hand",
            "Is anything still needed from me?",
            "What the answers mean",
            "Source",
        )
        await w.press("escape")
        await w.closed()


async def test_a_channel_shows_its_past_contacts_and_leads_on_to_logging(window: Opener) -> None:
    async with window(size=(120, 60)) as w:
        await w.press("tab", "home", "down", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Past contacts", "Sun 1 Nov 2026 · they answered: Client letter received")
        await w.press("l")
        await w.dialog("LogDialog")
        await w.sees("Where E-mail")


async def test_a_rule_row_explains_itself(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "end", "enter")
        await w.dialog("Sheet")
        await w.sees("Papers: limit", "one calendar year from the refusal", "22 CFR 42.83")
        await w.press("escape")
        await w.closed()


async def test_merged_unlocks_explain_each_channel(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "down", "enter")
        await w.dialog("Sheet")
        await w.sees(
            "If complete: asking opens", "Call post", "E-mail", "State Dept", "at least 60 days"
        )


async def test_today_says_where_the_case_stands(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "enter")
        await w.dialog("Sheet")
        await w.sees("Today, Sat 12 Dec 2026", "Documents due", "Day 47, counted from Mon 26 Oct")


async def test_today_says_what_the_post_s_own_page_says(window: Opener) -> None:
    async with window(size=(120, 70)) as w:
        w.app.session.tracker.apply(SetFacts(values={"post": "Vilnius", "visa": "B-2"}))
        w.board.session.load()
        w.board.show()
        await w.press("shift+tab", "enter")
        await w.dialog("Sheet")
        await w.sees(
            "The post itself",
            "Vilnius asks for 180 days before any question",
            "Papers go in",
            "PDF files by e-mail to the embassy",
            "Year for papers",
            "Its tracker",
            "ustraveldocs.com/lt, document submission, 2019 or later",
        )


async def test_merged_papers_are_listed(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "home", "down", "down", "enter")
        await w.dialog("EntryList")
        await w.sees(
            "Asked for 5 papers · Mon 26 Oct 2026",
            "Asked for Client letter",
            "Asked for Tax returns",
        )


async def test_a_contact_shows_every_field(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "up", "enter")
        await w.dialog("Sheet")
        await w.sees("Contact", "Status words", "Refused", "Sat 5 Dec 2026")


async def test_long_sheets_scroll_and_keep_their_keys_in_sight(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Log it l", "Close esc")
        await w.press("j", "k", "end")
        await w.sees("Source", "the guide, about 2019", "Close esc")


async def test_a_record_is_told_in_words_not_in_codes(window: Opener) -> None:
    async with window(size=(100, 50)) as w:
        await w.press("shift+tab", "up", "enter")
        await w.dialog("Sheet")
        await w.sees("Channel CEAC", "Purpose ask about the status", "Direction I turned to them")
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: CEAC, Sat 5 Dec 2026", "Channel CEAC", "Direction I turned to them")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.press("escape")
        await w.closed()
        await w.press("home", "down", "enter")
        await w.dialog("Sheet")
        await w.sees("Kind 221(g) slip")
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: 221(g) slip, Mon 26 Oct 2026", "Kind 221(g) slip")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.press("escape")
        await w.closed()
        await w.press("right", "c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: Org chart", "Asked for by the letter (221(g) slip)")


async def test_a_correction_says_in_words_what_it_changes(window: Opener) -> None:
    async with window(size=(100, 50)) as w:
        await w.press("shift+tab", "up", "c")
        await w.dialog("CorrectDialog")
        await w.fill(channel="consulate_call", direction="in")
        await w.press("ctrl+s")
        await w.closed()
        await w.press("u")
        await w.dialog("Confirm")
        await w.sees(
            "Corrected CEAC, Sat 5 Dec 2026",
            "Channel: CEAC → Call post; Direction: I turned to them → they answered me.",
        )


async def test_a_missing_fact_and_one_that_rules_a_channel_out_are_told_in_words(
    window: Opener,
) -> None:
    async with window(size=(100, 60)) as w:
        tracker = w.app.session.tracker
        tracker.apply(SetFacts(values={"us_link": "unknown", "us_state": "", "tracking": "no"}))
        w.board.session.load()
        w.board.show()
        await w.press("tab", "home", "enter")
        await w.sees("You recorded that your post offers no tracking. Use the CEAC status page")
        await w.press("escape", "down", "down", "down", "down", "enter")
        await w.sees(
            "Also not there yet: the US link (who of the case lives or works in a US state)"
            " and the US state of that link.",
            "Press c to record what is not there yet.",
        )


async def test_no_sheet_shows_the_name_of_a_code(window: Opener) -> None:
    code = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")
    for case in ("1", "4"):
        async with window(size=(100, 40), case=case) as w:
            for pane in (w.board.timeline, w.board.documents, w.board.channels):
                for row in pane.rows:
                    view = w.app.session.view
                    if view is None or row.heading or row.id == ChannelsPane.FURTHER:
                        continue
                    sheet = sheet_for(w.app.session, view, row.subject)
                    drawn = " ".join(str(section) for section in sheet.sections)
                    assert not code.findall(drawn), (case, row.id)


async def test_an_interview_is_not_asked_whether_the_visa_came_with_it(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        interview = next(e for e in w.case.events if e.kind == "interview")
        w.board.timeline.focus()
        await w.until(lambda: to_record(w, interview.id), "its row")
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees("Interview", "Happened on")
        assert "visa in the passport" not in w.folded.casefold()
        await w.press("c")
        await w.dialog("CorrectDialog")
        assert not w.app.screen.query("#f-visa_inside")


async def test_a_contact_made_too_early_says_so(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await command(w.file, "log", "consulate_call", "--anyway", "--note", "rang all the same")
        await w.until(lambda: w.case.contacts[-1].early, "the contact")
        contact = w.case.contacts[-1].id
        w.board.look_outside()
        w.board.timeline.focus()
        await w.until(lambda: to_record(w, contact), "its row")
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees("! early: the channel was locked that day", "rang all the same")
