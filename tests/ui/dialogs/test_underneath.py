"""Another process changes what is shown here, or what a dialog is about to save."""

from datetime import date

import pytest
from textual.widgets import Input

from g221_tui.clock import FixedClock
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener, Window
from ui.file.test_damaged import other_program
from ui.masking import leaks
from ui.others import command, crowd

MINE, THEIRS = "mine", "theirs"
"""What the dashboard calls the records that are corrected here."""


def stamped(w: Window, record: str) -> str:
    """The note of a record of the first case, as another program finds it."""
    case = w.case
    notes = {event.id: event.note for event in case.events}
    notes |= {paper.id: paper.note for paper in case.documents}
    return (notes | {contact.id: contact.note for contact in case.contacts})[record]


async def correcting(w: Window, kind: str) -> str:
    """Open the dialog that corrects a document, a contact or an event; its id."""
    match kind:
        case "document":
            record = next(d.id for d in w.case.documents if d.name == "Org chart")
            assert w.board.documents.go_to(record)
        case _:
            w.board.timeline.focus()
            record = w.case.contacts[-1].id if kind == "contact" else w.case.events[0].id
            wanted = next(r.id for r in w.board.timeline.rows if record in str(r.subject))
            assert w.board.timeline.go_to(wanted)
    await w.press("c")
    await w.dialog("CorrectDialog")
    await w.sees("Correct: ")
    return record


@pytest.mark.promise(3)
@pytest.mark.promise(4)
@pytest.mark.parametrize("kind", ["document", "contact", "event"])
async def test_what_both_wrote_is_asked_and_mine_is_kept_on_my_word(
    window: Opener, kind: str
) -> None:
    async with window(size=(80, 40)) as w:
        record = await correcting(w, kind)
        await w.fill(note=MINE)
        was = stamped(w, record)
        await command(w.file, "correct", record, f"note={THEIRS}")
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees(f"Note: {was or 'nothing'} → {THEIRS}", f"Yours: {MINE}")
        assert stamped(w, record) == THEIRS
        await w.press("y")
        await w.closed()
        assert stamped(w, record) == MINE
    trail = Repository(w.file, FixedClock(DAY)).history()[-1]
    before = [change.before["note"] for change in trail.changes if change.before]
    assert before == [THEIRS], "the other's words are in the history"


@pytest.mark.promise(4)
async def test_the_new_one_can_be_taken_and_the_rest_of_mine_is_saved(window: Opener) -> None:
    async with window(size=(80, 24)) as w:
        record = await correcting(w, "document")
        await w.fill(note=MINE, receipt="AB 1")
        other_program(w.file).apply(Correct(record=record, values={"note": THEIRS}))
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.press("n")
        await w.dialog("CorrectDialog")
        await w.sees("The new values stand here", "AB 1", "Correct it ctrl+s")
        await w.press("ctrl+s")
        await w.closed()
        found = next(d for d in w.case.documents if d.id == record)
        assert (found.note, found.receipt) == (THEIRS, "AB 1")


@pytest.mark.promise(4)
async def test_what_only_the_other_wrote_stays_when_mine_is_saved(window: Opener) -> None:
    async with window(size=(80, 40)) as w:
        record = await correcting(w, "document")
        await w.fill(receipt="AB 1")
        other_program(w.file).apply(Correct(record=record, values={"note": THEIRS}))
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees(f"Note: nothing → {THEIRS}")
        assert "Yours" not in w.folded
        await w.press("y")
        await w.closed()
        found = next(d for d in w.case.documents if d.id == record)
        assert (found.note, found.receipt) == (THEIRS, "AB 1")


@pytest.mark.promise(4)
async def test_facts_changed_underneath_are_asked_too_and_escape_changes_nothing(
    window: Opener,
) -> None:
    async with window(size=(80, 40)) as w:
        await w.app.screen.run_action("do('facts')")
        await w.dialog("CorrectDialog")
        was = w.case.facts.post
        await w.fill(post="Chennai")
        await command(w.file, "set", "post=Hyderabad", "policy=state")
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees(
            f"Post: {was} → Hyderabad", "Yours: Chennai", "The guide's 60 days → State's 180 days"
        )
        await w.press("escape")
        await w.dialog("CorrectDialog")
        assert w.case.facts.post == "Hyderabad"
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        assert (w.case.facts.post, w.case.facts.policy) == ("Chennai", "state")


@pytest.mark.promise(4)
async def test_a_record_taken_away_underneath_is_said_and_the_text_stays(window: Opener) -> None:
    async with window(size=(80, 40)) as w:
        await correcting(w, "document")
        await w.fill(note=MINE)
        other_program(w.file).apply(RemoveDocument(document="Org chart"))
        before = w.saved()
        await w.press("ctrl+s")
        await w.sees("It was taken away meanwhile", MINE)
        assert type(w.app.screen).__name__ == "CorrectDialog"
        assert w.saved() == before


@pytest.mark.promise(9)
async def test_an_undo_underneath_is_asked_or_said(window: Opener) -> None:
    async with window(size=(80, 40)) as w:
        record = next(d.id for d in w.case.documents if d.name == "Org chart")
        other_program(w.file).apply(Correct(record=record, values={"note": THEIRS}))
        await correcting(w, "document")
        await w.fill(note=MINE)
        await command(w.file, "undo")
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees(f"Note: {THEIRS} → nothing", f"Yours: {MINE}")
        await w.press("n")
        await w.dialog("CorrectDialog")
        assert stamped(w, record) == ""


@pytest.mark.promise(3)
async def test_a_tick_made_elsewhere_is_not_taken_back_by_mine(window: Opener) -> None:
    async with window() as w:
        loads = w.board.session.loads
        other_program(w.file).apply(
            LogContact(channel="ceac", note="so that the next look outside is a second away")
        )
        await w.until(lambda: w.board.session.loads > loads, "the look outside")
        other_program(w.file).apply(SetDocument(document="Org chart", state="submitted", on=DAY))
        await w.press("space")
        await w.until(
            lambda: "Org chart was already marked as submitted today." in w.message, "the line"
        )
        await w.sees("Documents 5/5", "Day 0 of 60")
        assert len(w.app.screen_stack) == 1
        assert w.document("Org chart") == DAY
        await w.press("space")
        await w.dialog("Confirm")
        await w.sees("not submitted after all?")


@pytest.mark.promise(3)
async def test_a_key_on_the_heels_of_the_reload_still_means_what_was_shown(window: Opener) -> None:
    async with window() as w:
        other_program(w.file).apply(SetDocument(document="Org chart", state="submitted", on=DAY))
        await w.until(lambda: w.board.session.moment_ago, "the reload")
        await w.press("space")
        await w.until(
            lambda: "Org chart was already marked as submitted today." in w.message, "the line"
        )
        assert w.document("Org chart") == DAY
        await w.until(lambda: not w.board.session.moment_ago, "the end of the moment")
        await w.press("space")
        await w.dialog("Confirm")
        await w.sees("not submitted after all?")


@pytest.mark.promise(3)
async def test_a_tick_made_during_the_question_is_not_taken_back(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        other_program(w.file).apply(
            SetDocument(document="Org chart", state="submitted", on=date(2026, 12, 11))
        )
        await w.press("y")
        await w.until(
            lambda: "already marked as submitted on Fri 11 Dec 2026." in w.message, "the line"
        )
        await w.closed()
        assert str(w.document("Org chart")) == "2026-12-11"


@pytest.mark.promise(3)
async def test_what_many_processes_log_appears_and_an_open_dialog_is_left_alone(
    window: Opener,
) -> None:
    async with window() as w:
        await w.press("down")
        row = w.board.documents.row
        assert row is not None
        await crowd(w, 2, 10)
        assert w.board.focused is w.board.documents
        assert w.board.documents.row is not None
        assert w.board.documents.row.id == row.id
        await w.press("l")
        await w.dialog("LogDialog")
        field = w.app.screen.query_one("#f-note Input", Input)
        field.focus()
        await w.press(*"half", "left", "left")
        await crowd(w, 2, 5)
        assert type(w.app.screen).__name__ == "LogDialog"
        assert w.app.screen.focused is field
        assert (field.value, field.cursor_position) == ("half", 2)


@pytest.mark.promise(18)
async def test_what_another_wrote_is_masked_in_the_question_and_held_in_the_dialog(
    window: Opener,
) -> None:
    number = "Z7654321"
    async with window(size=(80, 40)) as w:
        await w.press("m")
        await w.app.screen.run_action("do('facts')")
        await w.dialog("CorrectDialog")
        await w.fill(post="Chennai")
        other_program(w.file).apply(
            SetFacts(values={"passport_number": number, "title": f"of z-{number[1:]}"})
        )
        await w.press("ctrl+s")
        await w.dialog("Confirm")
        await w.sees("Passport number: nothing → ••••21")
        assert not leaks(w, [number])
        await w.press("n")
        await w.dialog("CorrectDialog")
        await w.sees("The new values stand here", "Passport number ••••21")
        assert not leaks(w, [number])
        await w.press("ctrl+s")
        await w.closed()
        facts = w.case.facts
        assert (facts.passport_number, facts.title) == (number, f"of z-{number[1:]}")
        assert facts.post == "Chennai"
