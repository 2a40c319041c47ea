"""Papers, events and corrections."""

from datetime import date

from textual.widgets import Input

from g221_tui.core.edits.facts import SetFacts
from g221_tui.service.forms import LISTED
from g221_tui.ui.widgets.fields.choice import Choice
from ui.conftest import Opener


async def test_a_paper_is_added_and_the_cursor_stands_on_it(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.press(*"W-2", "ctrl+s")
        await w.closed()
        await w.sees("□ W-2")
        paper = w.case.documents[-1]
        assert (paper.name, paper.requested_by, paper.task) == ("W-2", "slip", False)
        row = w.board.documents.row
        assert row is not None
        assert row.id == paper.id


async def test_a_tick_makes_it_a_task_which_is_done_and_not_sent(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Fingerprints")
        await w.fill(task="task")
        await w.press("ctrl+s")
        await w.closed()
        task = w.case.documents[-1]
        assert (task.name, task.task) == ("Fingerprints", True)
        await w.press("space")
        await w.sees("done")
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees("Steps", "asked for by the letter", "Sat 12 Dec 2026")


async def test_an_act_that_is_offered_is_added_as_a_task_beside_a_paper(window: Opener) -> None:
    async with window() as w:
        w.app.session.tracker.apply(SetFacts(values={"reason": "photo_prints, online_presence"}))
        w.board.session.load()
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.sees("Photo applicant", "Fingerprints applicant: to do", "Set accounts to public")
        w.app.screen.query_one("#f-offered OfferList").focus()
        await w.press("home", "space", "down", "space", "ctrl+s")
        await w.closed()
        added = [(d.name, d.task) for d in w.case.documents[-2:]]
        assert added == [("Photo", False), ("Fingerprints", True)]


async def test_an_extra_is_nobodys_request(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Photo album", by="extra")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.documents[-1].requested_by is None


async def test_a_paper_without_a_name_is_refused_in_one_line(window: Opener) -> None:
    async with window() as w:
        count = len(w.case.documents)
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.press("ctrl+s")
        await w.sees("! The document needs a name")
        await w.press("escape")
        await w.closed()
        assert len(w.case.documents) == count


async def test_an_event_moves_the_stage(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="passport_requested", on="yesterday", note="by e-mail")
        await w.sees("a good sign")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("NOW Passport requested")
        event = w.case.events[-1]
        assert (event.kind, event.on, event.note) == (
            "passport_requested",
            date(2026, 12, 11),
            "by e-mail",
        )


async def test_a_paper_is_corrected(window: Opener) -> None:
    async with window() as w:
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: Org chart")
        await w.fill(name="Organisation chart", note="two\nlines")
        await w.press("ctrl+s")
        await w.closed()
        paper = w.case.documents[2]
        assert (paper.name, paper.note) == ("Organisation chart", "two\nlines")
        await w.sees("Organisation")


async def test_an_event_is_corrected_from_its_sheet(window: Opener) -> None:
    async with window() as w:
        await w.press("shift+tab", "home", "enter")
        await w.dialog("Sheet")
        await w.sees("Interview", "Mon 26 Oct 2026")
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: Interview", "Mon 26 Oct 2026, 47 days ago")
        await w.fill(on="26 Oct 2026")
        await w.press("ctrl+s")
        await w.sees("Nothing is changed yet")
        await w.fill(on="25 Oct 2026")
        await w.sees("Sun 25 Oct 2026, 48 days ago")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.events[0].on == date(2026, 10, 25)


async def test_c_on_a_channel_corrects_the_facts(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "c")
        await w.dialog("CorrectDialog")
        await w.fill(policy="state", post="New Delhi")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("New Delhi", "Day 47 of 180")
        assert (w.case.facts.policy, w.case.facts.post) == ("state", "New Delhi")


async def test_the_facts_show_what_the_slip_asks_also_where_the_interview_was_that_day(
    window: Opener,
) -> None:
    async with window(case="2") as w:
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Documents asked for no")
        assert LISTED not in w.folded
        await w.fill(letter_deadline="2027-09-01")
        await w.press("ctrl+s")
        await w.closed()
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Date printed on the letter 2027-09-01")


async def test_papers_that_are_listed_are_said_where_it_is_not_recorded_what_was_asked(
    window: Opener,
) -> None:
    async with window() as w:
        await w.press("right", "c")
        await w.dialog("CorrectDialog")
        await w.sees("Documents asked for not known yet", LISTED)


async def test_nothing_changed_is_said_and_a_bad_value_keeps_the_text(window: Opener) -> None:
    async with window() as w:
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.press("ctrl+s")
        await w.sees("Nothing is changed yet")
        await w.fill(submitted="some day", route="courier")
        await w.press("ctrl+s")
        await w.sees("'some day' is not a date g221 can read")
        assert w.app.screen.query_one("#f-route Input", Input).value == "courier"
        assert w.document("Org chart") is None


async def test_a_date_without_its_year_is_read_towards_the_side_of_its_field(
    window: Opener,
) -> None:
    async with window() as w:
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.fill(asked="1 Dec", expires="1 Dec")
        await w.sees("Tue 1 Dec 2026", "Wed 1 Dec 2027")
        await w.press("ctrl+s")
        await w.sees("Corrected Org chart")


async def test_typing_in_an_open_list_goes_to_the_choice_with_these_letters(window: Opener) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.press(*"passport s", "enter")
        kinds = w.app.screen.query_one("#f-kind Choice", Choice)
        assert kinds.value == "passport_sent"
        await w.until(lambda: w.app.screen.query_one("#f-on Input").has_focus, "the next field")


async def test_a_complaint_about_a_fact_names_it_as_the_dialog_does(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.board.action_do("facts")
        await w.dialog("CorrectDialog")
        for date in ("", "2026-12-20"):  # with and without a date recorded before
            if date:
                await w.fill(letter_deadline=date)
                await w.press("ctrl+s")
                await w.closed()
                await w.board.action_do("facts")
                await w.dialog("CorrectDialog")
            await w.fill(letter_deadline="eint")
            await w.press("ctrl+s")
            await w.sees("! Date printed on the letter: 'eint' is not a date")
            assert "letter_deadline" not in w.text
            await w.fill(letter_deadline=date)
        await w.fill(us_state="Elsewhere")
        await w.press("ctrl+s")
        await w.sees("! US state of that link: 'Elsewhere' is not a US state")
        assert "us_state" not in w.text
