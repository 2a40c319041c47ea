"""Opening a case, also on an empty machine."""

from datetime import date

from g221_tui.core.model import UsLink, YesNo
from g221_tui.ui.widgets.fields.offers import OfferList
from ui.conftest import Opener


async def test_an_empty_file_opens_the_questions_and_the_first_is_enough(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press(*"2026-12-01", "enter")
        assert w.app.screen.focused is w.app.screen.query_one("#f-section Choice")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Day 11 of 60")
        case = w.case
        assert [event.kind for event in case.events] == ["refused_221g"]
        assert case.events[0].on == date(2026, 12, 1)
        assert not case.documents


async def test_all_questions_are_kept(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.fill(
            refused="1 Dec 2026",
            post="Mumbai",
            visa="H-1B",
            case_number="2026335 345 0001",
            asked="yes",
            documents="Client letter\n\n Org chart \n",
            interview="30 Nov 2026",
            tracking="yes",
            us_link="employer",
        )
        await w.fill(us_state="TX")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Documents 0/2", "Client letter", "Org chart")
        case = w.case
        assert [d.name for d in case.documents] == ["Client letter", "Org chart"]
        assert (case.facts.us_link, case.facts.us_state) == (UsLink.EMPLOYER, "TX")
        assert case.facts.tracking is YesNo.YES
        assert case.facts.case_number == "2026335 345 0001"


async def test_processing_only_is_said(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.fill(refused="2026-12-01", asked="no")
        assert not w.app.screen.query_one("#f-documents").display
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Nothing was asked for:", "processing only")


async def test_another_section_gets_an_explanation_and_no_case(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.fill(refused="2026-12-01", section="214(b)")
        await w.sees("214(b) is a decision, not a wait")
        await w.press("ctrl+s")
        await w.sees("No case is opened")
        await w.fill(section="212(f)")
        await w.sees("212(f) is a proclamation", "not a wait", "Proclamations 10949 and 10998")
        await w.fill(section="212(a)")
        await w.sees("212(a) is a finding of ineligibility")
        await w.press("escape")
        await w.closed()
        assert not w.file.exists()
        await w.sees("keeps track of a US visa case")


async def test_a_missing_or_bad_date_is_said_in_one_line(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press("ctrl+s")
        await w.sees("! ")
        await w.fill(refused="2027-01-01", post="kept")
        await w.press("ctrl+s")
        await w.sees("that day has not come yet")
        assert not w.file.exists()


async def test_without_a_case_the_other_keys_do_no_harm(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.press("space", "l", "e", "a", "c", "enter", "tab", "j")
        await w.press("left_square_bracket", "right_square_bracket", "0")
        assert len(w.app.screen_stack) == 1
        await w.press("s")
        await w.dialog("Board")
        await w.press("escape", "n")
        await w.dialog("NewCase")


async def test_a_further_case_becomes_the_one_shown(window: Opener) -> None:
    async with window(case="1") as w:
        await w.press("n")
        await w.dialog("NewCase")
        await w.fill(refused="2026-12-01", post="Bogota", visa="K-1")
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("K-1 · Bogota", "Day 11 of 60")


async def test_reasons_are_ticked_and_offer_what_is_often_asked_for(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.fill(refused="2026-12-01", documents="photo", reasons="photo_prints, employment")
        offered = w.app.screen.query_one("#f-offered OfferList", OfferList)
        await w.until(lambda: offered.option_count > 10, "what is often asked for")
        await w.fill(offered="Photo, Fingerprints, Client letter")
        await w.press("ctrl+s")
        await w.closed()
        case = w.case
        assert case.facts.reasons == ("employment", "photo_prints")
        found = [(d.name, d.task) for d in case.documents]
        assert found == [("photo", False), ("Client letter", False), ("Fingerprints", True)]


async def test_the_questions_stand_in_the_order_of_the_letter_and_the_rest_is_folded(
    window: Opener,
) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.sees("When refused", "The letter says", "Where", "Which visa", "Which number")
        await w.sees("What it asks for", "More: reasons, nothing asked, interview")
        first = w.app.screen.focus_chain[:6]
        assert [next(n.id for n in control.ancestors if n.id) for control in first] == [
            f"f-{key}" for key in ("refused", "section", "post", "visa", "case_number", "documents")
        ]
        assert "Can you follow" not in w.text


async def test_a_dialog_that_goes_while_it_is_still_being_made_ends_nothing(window: Opener) -> None:
    async with window() as w:
        for key in ("e", "l", "a", "n", "t"):
            w.app.simulate_key(key)
            await w.until(lambda: len(w.app.screen_stack) == 2, "a dialog")
            w.app.screen.dismiss(None)
            await w.closed()
        w.app.simulate_key("e")
        await w.until(lambda: len(w.app.screen_stack) == 2, "a dialog")
        w.app.exit()
