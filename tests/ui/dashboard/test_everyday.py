"""The keys of every day: the same look again, several papers at once, a copy of the row."""

from datetime import timedelta
from pathlib import Path

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.ui.actions.all_actions import ACTIONS
from g221_tui.ui.keyboard.keymap import FILE_NAME, read_keymap
from g221_tui.ui.widgets.fields.choice import Choice
from ui.conftest import DAY, Opener

KEYS = {action.id: action.key for action in ACTIONS}


async def test_one_key_logs_the_same_look_again(window: Opener) -> None:
    async with window() as w:
        before = w.case.contacts
        await w.press("=")
        await w.until(lambda: w.message, "a message")
        made = w.case.contacts[-1]
        assert len(w.case.contacts) == len(before) + 1
        assert (made.channel, made.on, made.status) == ("ceac", DAY, "Refused")
        await w.sees("CEAC Refused ×2")
        await w.press("=")
        await w.until(lambda: "recorded already" in w.message, "why not")
        assert len(w.case.contacts) == len(before) + 1


async def test_the_same_look_repeats_the_words_entered_last(window: Opener) -> None:
    async with window() as w:
        for words in ("Refsued", "Refused"):
            look = LogContact(channel="ceac", on=DAY - timedelta(days=1), status=words)
            w.app.session.tracker.apply(look)
        await w.press("=")
        await w.until(lambda: w.message, "a message")
        assert w.case.contacts[-1].status == "Refused"
        assert "It says “Refused”, as before." in w.message


async def test_with_the_focus_on_a_tracker_without_a_look_its_log_opens(window: Opener) -> None:
    async with window() as w:
        w.board.channels.focus()
        await w.press("home", "=")
        await w.dialog("LogDialog")
        await w.sees("VFS tracker")


async def test_marked_papers_go_in_together_and_one_undo_takes_all_back(window: Opener) -> None:
    async with window(case="4") as w:
        w.board.documents.focus()
        await w.press("home", "down", "down", "x", "down", "x")
        await w.sees("2 marked: space records them as sent today; enter, then s, with a date")
        await w.press("down")
        await w.sees("Documents 2/2 ■2", "■ Photos", "■ Travel")
        await w.press("space")
        await w.dialog("Confirm")
        await w.sees("Mark Photos together and Travel tickets as submitted today, as one set?")
        await w.press("y")
        await w.closed()
        book = w.saved()
        sent = [d.name for d in book.cases[3].documents if d.course().submission == DAY]
        assert sent == ["Photos together", "Travel tickets"]
        assert "■" not in w.text
        await w.press("u", "y")
        await w.closed()
        assert not [d for d in w.saved().cases[3].documents if d.course().submission == DAY]


async def test_marked_papers_went_in_together_on_another_day(window: Opener) -> None:
    async with window(case="4") as w:
        w.board.documents.focus()
        await w.press("home", "down", "down", "x", "down", "x", "enter")
        await w.dialog("Sheet")
        await w.sees("s 2 marked…")
        await w.press("s")
        await w.dialog("SubmittedDialog")
        await w.sees("Submitted together, 2 documents: Photos together")
        await w.fill(on="10 Dec 2026", route="courier", receipt="AB 12")
        await w.press("ctrl+s")
        await w.closed()
        day = DAY - timedelta(days=2)
        papers = [d for d in w.saved().cases[3].documents if d.course().submission == day]
        assert {(d.name, d.route, d.receipt) for d in papers} == {
            ("Photos together", "courier", "AB 12"),
            ("Travel tickets", "courier", "AB 12"),
        }
        assert "■" not in w.text
        assert not w.app.session.marked
        await w.press("u", "y")
        await w.closed()
        assert not [d for d in w.saved().cases[3].documents if d.course().submission == day]


async def test_a_mark_goes_with_what_is_sent_in_another_way(window: Opener) -> None:
    async with window(case="4") as w:
        w.board.documents.focus()
        await w.press("home", "down", "down", "x", "down", "x", "enter")
        await w.dialog("Sheet")
        await w.press("3")
        await w.closed()
        await w.sees("Documents 2/2 ■1")
        await w.press("up", "space")
        await w.dialog("Confirm")
        await w.sees("Mark Photos together as submitted today?")


async def test_papers_ticked_in_a_row_are_told_together_while_the_cursor_moves(
    window: Opener,
) -> None:
    async with window() as w:
        w.app.session.tracker.apply(AddDocuments(names=("Diploma", "Photo")))
        w.board.session.load()
        w.board.show()
        for paper in [paper for paper in w.case.listed if paper.name in ("Diploma", "Photo")]:
            w.board.documents.go_to(paper.id)
            await w.press("space")
            await w.sees(f"{paper.name}")
        await w.until(lambda: "2 papers sent: Diploma, Photo." in w.message, "both by name")
        w.board.timeline.focus()
        await w.press("up", "up")
        assert "2 papers sent: Diploma, Photo." in w.message


async def test_next_names_the_key_of_the_tick_as_it_holds_on_the_row_in_focus(
    window: Opener,
) -> None:
    async with window() as w:
        await w.sees("  space ticks it")
        below = w.board.documents.region
        await w.press("shift+tab")
        await w.sees("space on its row")
        assert w.board.documents.region == below
        await w.press("tab")
        await w.sees("  space ticks it")


async def test_a_paper_that_went_in_can_not_be_marked(window: Opener) -> None:
    async with window() as w:
        w.board.documents.focus()
        await w.press("home", "x")
        await w.until(lambda: "still with you" in w.message, "why not")
        assert not w.board.session.marked


async def test_y_copies_what_is_said_of_the_row_as_it_is_shown(window: Opener) -> None:
    async with window() as w:
        await w.press("y")
        assert w.app.clipboard.startswith("Org chart\nAsked for by the letter")
        await w.until(lambda: "Org chart" in w.message, "what was copied")


async def test_e_opens_the_event_that_next_asks_for(window: Opener) -> None:
    async with window(case="3") as w:
        await w.sees("e records it")
        await w.press("e")
        await w.dialog("EventDialog")
        assert w.app.screen.query_one("#f-kind Choice", Choice).value == "passport_sent"


async def test_f_opens_the_fact_that_next_asks_for(window: Opener) -> None:
    async with window() as w:
        w.app.session.tracker.apply(AddEvent(kind="transferred"))
        w.board.session.load()
        w.board.show()
        await w.sees("f records it")
        await w.press("f")
        await w.dialog("CorrectDialog")
        assert w.app.screen.query_one("#f-post Input").has_focus


async def test_a_first_start_says_what_this_is_and_how_to_begin(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.sees("keeps track of a US visa case", "look around in invented cases", "n new case")
        assert "Timeline" not in w.text


async def test_the_demo_keeps_the_own_keys_and_the_masking(window: Opener, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('road = "z"\n', encoding="utf-8")
    async with window(seed=False, keymap=read_keymap(tmp_path, KEYS)) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.press("m", "d")
        await w.sees("DEMO", "H-1B · Mumbai")
        assert w.board.session.masked
        assert "2026299 345 0001" not in w.text
        await w.press("z")
        await w.dialog("RoadSheet")


async def test_the_demo_lies_upon_an_empty_file_and_q_comes_back(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.press("d")
        await w.sees("DEMO", "H-1B · Mumbai", "Org chart")
        await w.press("space", "y")
        await w.until(lambda: "complete today" in w.text, "the tick")
        await w.press("q")
        await w.sees("keeps track of a US visa case")
        assert not w.file.exists()
        await w.press("q")
        assert w.app.return_code == 0


async def test_a_paper_of_a_case_that_has_ended_is_not_asked_for(window: Opener) -> None:
    async with window() as w:
        await w.sees("Space marks it as submitted today.")
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind="withdrawn")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Not needed any more: the case has ended.")
        assert "Space marks it" not in w.text
