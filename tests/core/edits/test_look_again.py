"""The same look again, and papers that went in together."""

from datetime import timedelta

import msgspec

from core.edits.kit import applied, refused_by, touched
from core.snapshot.kit import REFUSED, TODAY, case, contact, paper, refused, snapshot
from g221_tui.core.edits.documents.send_documents import SendDocuments
from g221_tui.core.edits.look_again import LookAgain, last_look
from g221_tui.core.model import DocumentState
from g221_tui.errors import NoRecord, Refused

LAST = TODAY - timedelta(days=7)
LOOKED = case(
    refused(asked="no"),
    contacts=[
        contact("ceac", REFUSED, status="Issued"),
        contact("ceac", LAST, status="Refused"),
        contact("dos", TODAY, "Rang"),
    ],
)
PAPERS = case(refused(), papers=[paper("Letter", sent=LAST), paper("Chart"), paper("Plan")])


def test_the_same_look_is_logged_for_today_with_the_last_words() -> None:
    edit = applied(LookAgain(channel="ceac"), LOOKED)
    made = edit.case.contacts[-1]
    assert (made.channel, made.on, made.status) == ("ceac", TODAY, "Refused")
    assert edit.done == (
        "Logged: CEAC on Sat 12 Dec 2026, for status. It says “Refused”, as before."
    )


def test_of_two_looks_of_one_day_the_one_entered_last_is_repeated() -> None:
    mistyped, mended = (contact("ceac", LAST, status=words) for words in ("Refsued", "Refused"))
    twice = case(refused(asked="no"), contacts=[mistyped, mended])
    assert snapshot(twice).status.words == "Refused"
    edit = applied(LookAgain(channel="ceac"), twice)
    assert edit.case.contacts[-1].status == "Refused"
    assert "It says “Refused”, as before." in edit.done


def test_a_look_that_noted_no_words_saw_those_of_the_look_before() -> None:
    quiet = case(
        refused(asked="no"),
        contacts=[contact("ceac", REFUSED, status="Refused"), contact("ceac", LAST, "A look")],
    )
    assert applied(LookAgain(channel="ceac"), quiet).case.contacts[-1].status == "Refused"


def test_the_dates_of_the_page_are_the_same_too() -> None:
    shown = msgspec.structs.replace(contact("ceac", LAST, status="Refused"), page_updated=LAST)
    dated = case(refused(asked="no"), contacts=[shown])
    assert applied(LookAgain(channel="ceac"), dated).case.contacts[-1].page_updated == LAST


def test_without_an_earlier_look_there_is_nothing_to_equal() -> None:
    said = refused_by(Refused, LookAgain(channel="vfs_tracker"), LOOKED)
    assert said == "VFS tracker: no earlier look is recorded that it could equal."
    assert last_look(LOOKED, "vfs_tracker", TODAY) is None


def test_a_second_look_of_the_same_day_is_not_logged_again() -> None:
    once = applied(LookAgain(channel="ceac"), LOOKED).case
    said = refused_by(Refused, LookAgain(channel="ceac"), once)
    assert said == "CEAC: a look of today is recorded already, and it said “Refused”."


def test_papers_go_in_together_in_one_step_and_the_wait_is_told_once() -> None:
    edit = applied(SendDocuments(documents=("d-Chart", "d-Plan")), PAPERS)
    assert edit.done == "Sent 2 documents together on Sat 12 Dec 2026: Chart and Plan."
    assert edit.effect.startswith("The set is complete today: the wait starts now")
    assert touched(PAPERS, edit.case) == {"d-Chart", "d-Plan"}
    states = {d.name: d.state for d in snapshot(edit.case).documents.items}
    assert set(states.values()) == {DocumentState.SUBMITTED}


def test_what_went_in_meanwhile_keeps_its_day() -> None:
    edit = applied(SendDocuments(documents=("d-Letter", "d-Chart")), PAPERS)
    assert touched(PAPERS, edit.case) == {"d-Chart"}
    none = SendDocuments(documents=("d-Letter",))
    assert refused_by(Refused, none, PAPERS) == "None of the marked documents is still to be sent."


def test_one_that_is_not_on_the_list_is_refused_and_none_is_sent() -> None:
    refused_by(NoRecord, SendDocuments(documents=("d-Chart", "d-Gone")), PAPERS)
