"""Masking: one key, and no identifier of the record is on any screen; the file never changes."""

import json
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual.widgets import Input, OptionList

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.privacy.masking import MASK
from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.views import ChannelView, DocumentItem
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.row import Row
from g221_tui.ui.widgets.panes.timeline import TODAY, Today
from ui.conftest import DAY, Opener, Window
from ui.masking import fill, leaks

pytestmark = pytest.mark.promise(18)

SEED = 221
"""What the record of the walk is drawn from."""
NAME, NUMBER = "Asha Raghunathan", "2026299 345 0001"


@asynccontextmanager
async def opened(window: Opener, **more: object) -> AsyncIterator[Window]:
    """The demo with a name in a paper, a note and the facts."""
    async with window(size=(120, 40), **more) as w:
        tracker = w.app.session.tracker
        tracker.apply(SetFacts(values={"applicant": NAME, "passport_number": "Z7654321"}))
        tracker.apply(AddDocuments(names=(f"Letter for {NAME}",)))
        w.board.session.load()
        w.board.show()
        await w.sees(f"Letter for {NAME}")
        yield w


async def rest(w: Window) -> None:
    """Let what was pressed be drawn."""
    await w.pilot.pause()


async def test_one_key_masks_the_dashboard_and_shows_it_again(window: Opener) -> None:
    async with opened(window) as w:
        assert "masked" not in w.text
        await w.press("end", "m")
        await w.sees("g221 masked", f"Letter for {MASK}", f"{MASK}01")
        assert not leaks(w, [NAME, NUMBER])
        papers = w.board.documents
        assert w.board.pane is papers
        assert papers.highlighted == len(papers.rows) - 1
        await w.press("m")
        await w.sees(f"Letter for {NAME}", NUMBER)
        assert "masked" not in w.text


async def test_the_smallest_header_says_that_identifiers_are_masked(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await w.press("m")
        await w.sees("g221 masked", "Day 47 of 60")


async def test_the_key_masks_what_lies_open_shows_it_again_and_writes_nothing(
    window: Opener,
) -> None:
    async with opened(window) as w:
        w.app.session.tracker.apply(SetFacts(values={"title": f"The case of {NAME}"}))
        w.board.session.load()
        w.board.show()
        before = w.file.read_bytes()
        for keys in (("end", "enter"), ("r",), ("s",), ("u",)):
            await w.press(*keys)
            await w.until(lambda: len(w.app.screen_stack) > 1, keys[-1])
            words = "Name Letter for {}" if keys[-1] == "enter" else "The case of {}"
            await w.sees(words.format(NAME))
            await w.press("m")
            await w.sees(words.format(MASK))
            await rest(w)
            assert not leaks(w, [NAME, NUMBER]), keys
            await w.press("m")
            await w.sees(words.format(NAME))
            await w.press("escape")
            await w.closed()
        assert w.file.read_bytes() == before


async def test_a_message_goes_when_masking_begins(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("u", "y")
        await w.closed()
        await w.sees(f"Undone: Added Letter for {NAME}")
        await w.press("m")
        await rest(w)
        assert not leaks(w, [NAME])


async def test_a_filter_that_names_somebody_ends_when_masking_begins(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("slash", *"asha", "space", *"raghunathan", "enter")
        await w.sees("FIND", f"Letter for {NAME}")
        await w.press("m")
        await w.sees("g221 masked", "Org chart")
        await rest(w)
        assert not leaks(w, [NAME])
        await w.press("slash", "m")  # a letter of the filter, no command
        await w.sees("FIND m", "g221 masked")


async def test_the_palette_offers_masking(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("ctrl+p", *"mask")
        await w.sees("Mask names and numbers on the screen")
        await w.until(lambda: w.app.screen.query(OptionList), "the list")
        await w.pilot.pause(0.3)
        await w.press("enter")
        await w.sees("g221 masked")


async def test_a_masked_field_can_not_be_edited_and_is_not_lost(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("m", "end", "c")
        await w.dialog("CorrectDialog")
        await w.sees(f"Correct: Letter for {MASK}", "What is masked stays as it is.")
        assert not leaks(w, [NAME])
        await w.fill(note="They have it.")
        await w.press("ctrl+s")
        await w.closed()
        await rest(w)
        assert not leaks(w, [NAME])
        paper = w.case.documents[-1]
        assert (paper.name, paper.note) == (f"Letter for {NAME}", "They have it.")
        assert MASK not in w.file.read_text(encoding="utf-8")


async def test_facts_are_corrected_around_the_masked_ones(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("m")
        await w.board.action_do("facts")
        await w.dialog("CorrectDialog")
        assert not leaks(w, [NAME, NUMBER, "Z7654321"])
        await w.fill(post="Chennai")
        await w.press("ctrl+s")
        await w.closed()
        facts = w.case.facts
        assert (facts.post, facts.applicant) == ("Chennai", NAME)
        assert (facts.case_number, facts.passport_number) == (NUMBER, "Z7654321")


async def test_a_refusal_in_a_dialog_does_not_repeat_an_identifier(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("m", "a")
        await w.dialog("DocumentDialog")
        await w.fill(name=f"Letter for {NAME}")
        await w.press("ctrl+s")
        await w.sees(f"! 'Letter for {MASK}")


async def test_the_question_about_the_last_paper_is_masked_and_can_be_shown(
    window: Opener,
) -> None:
    async with opened(window) as w:
        w.app.session.tracker.apply(SetDocument(document="Org chart", state="submitted"))
        await w.press("m", "end", "space")
        await w.dialog("Confirm")
        await w.sees(f"Letter for {MASK}", "The set is complete today")
        assert not leaks(w, [NAME])
        await w.press("m")
        await w.sees(f"Mark Letter for {NAME} as submitted today?")
        await w.press("m", "n")
        await w.closed()
        await w.press("m")


async def test_what_is_wrong_with_the_file_is_masked(window: Opener) -> None:
    async with opened(window) as w:
        rows = json.loads(w.file.read_text(encoding="utf-8"))
        rows["cases"]["2"]["passport_number"] = 76543210
        w.file.write_text(json.dumps(rows), encoding="utf-8")
        w.board.look_outside()
        await w.sees("passport_number: 76543210 is not text")
        await w.press("m")
        await w.sees(f"passport_number: {MASK}10 is not text")
        assert not leaks(w, ["76543210"])


async def test_a_sheet_stays_where_it_was_scrolled_to(window: Opener) -> None:
    async with window(size=(80, 24)) as w:
        await w.press("tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.press("j", "j", "j", "m")
        await w.until(lambda: w.app.session.masked, "masking")
        await rest(w)
        await w.sees("Opens Fri 25 Dec 2026")
        body = w.app.screen.query_one(".sheet-body")
        assert (body.scroll_y, w.app.focused) == (3, body)


async def test_a_file_that_can_not_be_read_any_more_is_masked_too(window: Opener) -> None:
    async with opened(window) as w:
        w.file.write_bytes(b"")
        await w.press("m")
        w.board.look_outside()
        await w.sees("g221 masked", "FILE")
        await rest(w)
        assert not leaks(w, [NAME, NUMBER])


async def test_what_is_typed_while_masked_is_kept_whole_and_masked_at_once(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("m", "l")
        await w.dialog("LogDialog")
        await w.press("m")  # no text field has the focus, and still nothing is unmasked
        await w.press("escape")  # the list that looks for what has an m
        await w.fill(channel="ceac", note=f"For {NAME.upper()}, m", ref="T998877665")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("g221 masked")
        await rest(w)
        assert not leaks(w, [NAME, "T998877665"])
        logged = w.case.contacts[-1]
        assert (logged.note, logged.ref) == (f"For {NAME.upper()}, m", "T998877665")


async def test_a_number_another_program_writes_is_masked_when_it_comes(window: Opener) -> None:
    async with opened(window) as w:
        await w.press("m")
        other = Tracker(Repository(w.file, FixedClock(DAY)), load_rules(None), FixedClock(DAY))
        other.apply(SetFacts(values={"receipt_number": "WAC2612345678"}))
        other.apply(AddDocuments(names=("Copy of WAC-26-123-45678",)))
        w.board.look_outside()
        await w.sees("Copy of")
        await rest(w)
        assert not leaks(w, ["WAC2612345678"])


async def test_no_identifier_of_the_record_is_on_any_screen(window: Opener) -> None:
    luck = random.Random(SEED)
    async with window(size=(100, 36)) as w:
        values = fill(w.app.session.tracker, luck)
        w.board.session.load()
        w.board.show()
        await rest(w)
        assert leaks(w, values)  # so the look at the screen can fail
        await w.press("m")
        await masked(w, values, "dashboard")
        before = w.file.read_bytes()
        await walk(w, values)
        assert w.file.read_bytes() == before
        await record(w, values, luck)
        assert MASK not in w.file.read_text(encoding="utf-8")
        await w.press("m")
        await rest(w)
        assert leaks(w, values)


async def masked(w: Window, values: Sequence[str], where: str) -> None:
    """Nothing of them is drawn."""
    await rest(w)
    assert leaks(w, values) == [], where


async def walk(w: Window, values: Sequence[str]) -> None:
    """Open everything that can be opened without recording anything."""
    for key in ("r", "s", "h", "ctrl+p", "u", "l", "a"):
        await w.press(key)
        await w.until(lambda: len(w.app.screen_stack) > 1, key)
        await masked(w, values, key)
        await w.press("escape")
        await w.closed()
    await w.board.action_do("facts")
    await w.dialog("CorrectDialog")
    await masked(w, values, "facts")
    await w.press("escape")
    await w.closed()
    for day in ("left_square_bracket", "0"):
        await w.press(day)
        await masked(w, values, day)
    for pane in (w.board.timeline, w.board.documents, w.board.channels):
        pane.focus()
        for place, row in one_of_each(pane.rows):
            pane.highlighted = place
            await w.press("enter")
            await w.until(lambda: len(w.app.screen_stack) > 1, row.id)
            await masked(w, values, row.id)  # the strip below tells of the row at a glance
            await w.press("escape")
            await w.closed()


def one_of_each(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """A row of each sort, the last of it: what was recorded last stands there."""
    found: dict[object, tuple[int, Row]] = {}
    for place, row in enumerate(rows):
        subject = row.subject
        if isinstance(subject, Today):
            found[TODAY] = (place, row)
        elif isinstance(subject, Entry):
            found[subject.first.kind] = (place, row)
        elif isinstance(subject, ChannelView):
            found[subject.human] = (place, row)
        elif isinstance(subject, DocumentItem):
            found[subject.state] = (place, row)
    return list(found.values())


async def record(w: Window, values: Sequence[str], luck: random.Random) -> None:
    """Correct, tick, log, take back and do again, with identifiers in what is recorded."""
    w.board.documents.focus()
    w.board.documents.highlighted = len(w.board.documents.rows) - 1
    await w.press("c")
    await w.dialog("CorrectDialog")
    await masked(w, values, "correct")
    await w.press("ctrl+s")
    await w.sees("Nothing is changed yet")
    await w.press("escape")
    await w.closed()
    name = f"Copy of {luck.choice(values)}"
    for _ in range(2):  # the second is refused, in words that name it
        await w.press("a")
        await w.dialog("DocumentDialog")
        assert w.app.screen.query(Input)
        await w.fill(name=name)
        await w.press("ctrl+s")
        await w.pilot.pause(0.2)
        await masked(w, [v for v in values if v not in name], "add")
    await w.press("escape")
    await w.dialog("GiveUp")
    await w.press("y")
    await w.closed()
    await masked(w, values, "added")
    for keys in (("space",), ("u", "y"), ("ctrl+r", "y"), ("u", "y")):
        await w.press(*keys)
        await w.pilot.pause(0.2)
        await masked(w, values, "".join(keys))
        if len(w.app.screen_stack) > 1:
            await w.press("y")
            await w.closed()
            await masked(w, values, "ticked")
