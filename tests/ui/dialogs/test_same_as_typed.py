"""What a form records where nothing more was touched is what the same words record when typed."""

from contextlib import suppress

import pytest

from core.life import Numbers
from g221_tui.cli.arguments import parser_for
from g221_tui.cli.main import CHANGING, command_at
from g221_tui.cli.parser import parse
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.edit import Edit
from g221_tui.core.model import DocumentState
from g221_tui.errors import Refused
from g221_tui.service.tracker import Tracker
from g221_tui.ui.widgets.fields.choice import ChoiceField
from ui.conftest import DAY, Opener, Window


class Faces:
    """Both faces on one file; what they would record is caught, and nothing is saved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._caught: list[Command] = []

        def take(tracker: Tracker, command: Command, **_: object) -> None:
            self._caught.append(command)
            raise Refused("Caught.")

        self._monkeypatch, self._take = monkeypatch, take

    async def same(self, w: Window, *words: str) -> Edit:
        """What the form on top records, once that is what the words record, too."""
        self._monkeypatch.setattr(Tracker, "apply", self._take)
        await w.press("ctrl+s")
        await w.sees("! Caught.")
        tracker, case = w.app.session.tracker, w.app.session.case
        arguments = parse(parser_for(words), words)
        arguments.case = case
        with suppress(Refused):
            command_at(CHANGING[arguments.command, getattr(arguments, "part", None)])(
                tracker, arguments
            )
        form, typed = (c.apply(tracker.reader.day(case), Numbers()) for c in self._caught)
        assert form == typed
        return form


@pytest.fixture
def faces(monkeypatch: pytest.MonkeyPatch) -> Faces:
    """Both faces."""
    return Faces(monkeypatch)


def send_all(w: Window) -> None:
    """Send everything that is asked for: the set is complete."""
    session = w.app.session
    for item in w.case.documents:
        if item.requested_by is not None and item.course().here:
            sent = SetDocument(document=item.id, state=DocumentState.SUBMITTED, on=DAY)
            session.tracker.apply(sent, case=session.case)
    session.load()


async def test_a_paper_while_the_set_is_not_complete(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="W-2")
        made = await faces.same(w, "docs", "add", "W-2")
        assert made.case.documents[-1].requested_by == "slip"


async def test_a_paper_after_the_set_was_complete(window: Opener, faces: Faces) -> None:
    async with window() as w:
        send_all(w)
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="W-2")
        made = await faces.same(w, "docs", "add", "W-2")
        paper = made.case.documents[-1]
        assert (paper.requested_by, paper.steps[0].on) == ("post", DAY)


@pytest.mark.parametrize("asked", ["2026-10-26", "2026-12-01"])
async def test_a_paper_with_the_day_of_the_letter_or_another(
    window: Opener, faces: Faces, asked: str
) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="W-2", asked=asked)
        made = await faces.same(w, "docs", "add", "W-2", "--asked", asked)
        by = w.app.screen.query_one("#f-by", ChoiceField).value
        assert by == made.case.documents[-1].requested_by


async def test_who_asked_stays_where_it_was_chosen(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="W-2", by="uscis", asked="2026-12-01")
        await faces.same(w, "docs", "add", "W-2", "--by", "uscis", "--asked", "2026-12-01")


async def test_a_paper_after_uscis_asked_for_one(window: Opener, faces: Faces) -> None:
    async with window() as w:
        send_all(w)
        w.app.session.tracker.apply(AddDocuments(names=("Evidence",), by="uscis"))
        w.app.session.load()
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="W-2")
        await faces.same(w, "docs", "add", "W-2")


async def test_a_paper_that_went_in_is_asked_for_again(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Client letter")
        await faces.same(w, "docs", "add", "Client letter")


async def test_a_look_at_a_page(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", status="Refused")
        await faces.same(w, "log", "ceac", "--status", "Refused")


async def test_papers_sent_by_mail(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="consulate_email", purpose="documents", note="The letter")
        words = ("log", "consulate_email", "--purpose", "documents", "--note", "The letter")
        await faces.same(w, *words)


@pytest.mark.parametrize("kind", ["note", "refused_221g", "passport_requested", "visa_issued"])
async def test_an_event(window: Opener, faces: Faces, kind: str) -> None:
    async with window() as w:
        await w.press("e")
        await w.dialog("EventDialog")
        await w.fill(kind=kind)
        await faces.same(w, "event", "add", kind)


async def test_a_date_of_ones_own(window: Opener, faces: Faces) -> None:
    async with window() as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.fill(name="Flight home", on="11 Apr 2027")
        await faces.same(w, "deadline", "add", "Flight home", "11 Apr 2027")
