"""A field that is masked whole, whatever stands in it."""

import pytest

from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.privacy.masking import MASK
from g221_tui.core.snapshot.folding import Entry
from ui.conftest import Opener
from ui.masking import leaks

pytestmark = pytest.mark.promise(18)


async def test_whom_one_talked_to_is_masked_whole_in_its_sheet_and_can_not_be_edited(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        logged = w.app.session.tracker.apply(
            LogContact(channel="dos", purpose="details", with_whom="Officer Smith", note="Rang")
        )
        w.board.session.load()
        w.board.show()
        await w.press("m")
        w.board.timeline.focus()
        rows = w.board.timeline.rows
        w.board.timeline.highlighted = next(
            n
            for n, row in enumerate(rows)
            if isinstance(row.subject, Entry) and row.subject.record == logged.record
        )
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees(f"With whom {MASK}", "Rang")
        assert not leaks(w, ["Smith"])
        await w.press("m")
        await w.sees("With whom Officer Smith")
        await w.press("m", "c")
        await w.dialog("CorrectDialog")
        assert not leaks(w, ["Smith"])
        await w.fill(note="Rang twice")
        await w.press("ctrl+s")
        await w.closed()
        contact = next(c for c in w.case.contacts if c.id == logged.record)
        assert (contact.with_whom, contact.note) == ("Officer Smith", "Rang twice")


async def test_a_birth_date_is_held_while_masked_and_stays_as_it_is(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        w.app.session.tracker.apply(SetFacts(values={"birth_date": "1987-03-14"}))
        w.board.session.load()
        w.board.show()
        await w.press("m")
        await w.board.action_do("facts")
        await w.dialog("CorrectDialog")
        assert not leaks(w, ["1987-03-14", "14 Mar 1987"])
        await w.fill(post="Chennai")
        await w.press("ctrl+s")
        await w.closed()
        facts = w.case.facts
        assert (facts.post, str(facts.birth_date)) == ("Chennai", "1987-03-14")
