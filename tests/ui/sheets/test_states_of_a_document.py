"""The sheet of a document: a key for each state, and a small form for how it went in."""

import pytest

from g221_tui.core.edits.documents.add_documents import AddDocuments
from ui.conftest import DAY, Opener, Window


async def opened(w: Window, name: str) -> None:
    """Open the sheet of a document."""
    w.board.documents.focus()
    item = next(d.id for d in w.case.documents if d.name == name)
    w.board.documents.go_to(item)
    await w.press("enter")
    await w.dialog("Sheet")


def state(w: Window, name: str) -> tuple[str, object]:
    """The state of a document in the file, and its last day."""
    document = next(d for d in w.case.documents if d.name == name)
    return document.course().state.value, document.in_order[-1].on


@pytest.mark.parametrize(
    ("key", "named"),
    [("2", "ready"), ("4", "received"), ("5", "returned")],
)
async def test_a_key_sets_the_state_of_today(window: Opener, key: str, named: str) -> None:
    async with window() as w:
        name = "Org chart" if named == "ready" else "Pay stubs"
        await opened(w, name)
        await w.sees(
            "1 requested", "2 ready", "3 submitted", "4 received", "5 returned", "6 waived"
        )
        await w.press(key)
        await w.closed()
        assert state(w, name) == (named, DAY)


async def test_the_last_one_is_sent_only_after_a_question(window: Opener) -> None:
    async with window() as w:
        await opened(w, "Org chart")
        await w.press("3")
        await w.dialog("Confirm")
        await w.sees("Mark Org chart as submitted today?")
        await w.press("n")
        await w.closed()
        assert state(w, "Org chart")[0] == "requested"
        await opened(w, "Org chart")
        await w.pilot.click("#waived")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        assert state(w, "Org chart") == ("waived", DAY)


async def test_what_can_not_be_is_said_and_nothing_is_changed(window: Opener) -> None:
    async with window() as w:
        before = w.file.read_bytes()
        await opened(w, "Pay stubs")
        await w.press("2")  # it went in: it can't be ready
        await w.closed()
        await w.sees("Pay stubs went in on")
        assert w.file.read_bytes() == before


async def test_an_act_has_no_route_and_no_receipt(window: Opener) -> None:
    async with window() as w:
        w.app.session.tracker.apply(AddDocuments(names=("Fingerprints",), task=True))
        w.board.session.load()
        w.board.show()
        await opened(w, "Fingerprints")
        await w.sees("2 booked", "3 done", "s done…")
        told = w.folded.casefold()
        assert "route" not in told
        assert "receipt" not in told
        assert "original" not in told
        await w.press("s")
        await w.dialog("SubmittedDialog")
        await w.sees("Done: Fingerprints")
        assert not w.app.screen.query("#f-route, #f-receipt")


async def test_a_record_that_is_no_document_has_no_states(window: Opener) -> None:
    async with window() as w:
        await w.press("shift+tab", "home", "enter")
        await w.dialog("Sheet")
        assert not w.app.screen.query("#waived")
        await w.press("6")
        await w.dialog("Sheet")
