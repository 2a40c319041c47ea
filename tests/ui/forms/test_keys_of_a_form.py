"""How many keys a form takes beside the typing, and where enter leads."""

from datetime import date

import pytest
from textual import events
from textual.widgets import Input

from g221_tui.ui.widgets.fields.more import MoreLine
from ui.conftest import DAY, Opener, Window

CONTROL = ("enter", "tab", "shift+tab", "ctrl+s", "space", "down", "up", "e", "a", "l", "s", "n")
"""The keys that are struck as such in these stories; all else is typed."""


FOUR = ("Client letter", "Org chart", "Pay stubs", "W-2")


class Hand:
    """Strikes keys, and counts those that are no typing."""

    def __init__(self, w: Window) -> None:
        self._w = w
        self.strikes = 0

    async def types(self, text: str) -> None:
        """Type a text; the end of a line is a key."""
        named = {" ": "space", ",": "comma", "-": "minus", "\n": "enter"}
        self.strikes += text.count("\n")
        await self._w.press(*[named.get(char, char) for char in text])

    async def strikes_keys(self, *keys: str) -> None:
        """Strike keys."""
        assert set(keys) <= set(CONTROL)
        self.strikes += len(keys)
        await self._w.press(*keys)


@pytest.mark.parametrize(
    ("papers", "most"),
    [
        (", ".join(FOUR), 6),
        ("\n".join(FOUR), 9),
    ],
    ids=["commas", "lines"],
)
async def test_an_h1b_case_with_four_papers_takes_at_most_ten_keys(
    window: Opener, papers: str, most: int
) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        hand = Hand(w)
        await hand.types("1 Dec 2026")
        await hand.strikes_keys("enter", "enter")
        for text in ("Mumbai", "H-1B", "2026335 345 0001"):
            await hand.types(text)
            await hand.strikes_keys("enter")
        await hand.types(papers)
        await w.sees("4 papers: Client letter · Org chart · Pay stubs · W-2")
        await hand.strikes_keys("ctrl+s")
        await w.closed()
        assert hand.strikes == most <= 10
        case = w.case
        assert [d.name for d in case.documents] == list(FOUR)
        assert (case.facts.post, case.facts.visa) == ("Mumbai", "H-1B")
        assert case.facts.case_number == "2026335 345 0001"


async def test_the_same_look_takes_two_keys(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up")
        hand = Hand(w)
        await hand.strikes_keys("l")
        await w.dialog("LogDialog")
        await w.sees("Words on the page Refused", "The same as last time, on Sat 5 Dec")
        await hand.strikes_keys("ctrl+s")
        await w.closed()
        contact = w.case.contacts[-1]
        assert (contact.channel, contact.on, contact.status) == ("ceac", DAY, "Refused")
        assert hand.strikes == 2


async def test_other_words_replace_the_last_ones(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.press(*"Issued", "ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].status == "Issued"


async def test_four_papers_are_added_with_two_keys(window: Opener) -> None:
    async with window() as w:
        hand = Hand(w)
        await hand.strikes_keys("a")
        await w.dialog("DocumentDialog")
        await hand.types("W-2, LCA, I-797 and Résumé")
        await w.sees("4 papers: W-2 · LCA · I-797 · Résumé")
        await hand.strikes_keys("ctrl+s")
        await w.closed()
        assert [d.name for d in w.case.documents[-4:]] == ["W-2", "LCA", "I-797", "Résumé"]
        assert hand.strikes == 2


async def test_an_event_takes_three_keys(window: Opener) -> None:
    async with window() as w:
        hand = Hand(w)
        await hand.strikes_keys("e")
        await w.dialog("EventDialog")
        await w.until(lambda: w.app.screen.query_one("#f-kind ChoiceList").has_focus, "the list")
        await hand.types("passport r")
        await hand.strikes_keys("enter", "ctrl+s")
        await w.closed()
        assert w.case.events[-1].kind == "passport_requested"
        assert hand.strikes == 3


async def test_how_a_paper_went_in_takes_five_keys(window: Opener) -> None:
    async with window() as w:
        hand = Hand(w)
        await hand.strikes_keys("enter")
        await w.dialog("Sheet")
        await hand.strikes_keys("s")
        await w.dialog("SubmittedDialog")
        await hand.strikes_keys("enter")
        await hand.types("cou")
        await hand.strikes_keys("enter")
        await w.until(lambda: w.app.screen.query_one("#f-receipt Input").has_focus, "the number")
        await hand.types("AB 12")
        await hand.strikes_keys("ctrl+s")
        await w.dialog("Confirm")  # it is the last one
        await w.press("y")
        await w.closed()
        paper = next(d for d in w.case.documents if d.name == "Org chart")
        assert (paper.route, paper.receipt) == ("courier", "AB 12")
        assert paper.course().submission == DAY
        assert hand.strikes == 5


async def test_enter_goes_through_the_fields_to_the_button_and_saves_from_there_alone(
    window: Opener,
) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press(*"2026-12-01")
        for key in ("section", "post", "visa", "case_number"):
            await w.press("enter")
            assert w.app.screen.query_one(f"#f-{key}").has_focus_within
        await w.press("enter")
        assert w.app.screen.query_one("#f-documents").has_focus_within
        await w.press("enter", "tab")  # a new line; then what is folded
        assert isinstance(w.app.screen.focused, MoreLine)
        assert not w.file.exists()
        await w.press("tab")
        assert w.app.screen.query_one("#save").has_focus
        await w.press("enter")
        await w.closed()
        assert w.case.events[0].kind == "refused_221g"


async def test_after_the_last_line_enter_goes_to_the_button(window: Opener) -> None:
    async with window() as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.press(*"Flight home", "enter", *"11 Apr 2027", "enter")
        assert w.app.screen.query_one("#save").has_focus
        assert all(d.name != "Flight home" for d in w.case.deadlines)
        await w.press("enter")
        await w.closed()
        assert any(d.name == "Flight home" for d in w.case.deadlines)


async def test_a_pasted_list_is_shown_split_before_it_is_taken(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        w.app.post_message(events.Paste("[ ] W-2\r\n[ ] Degrees (all, with transcripts)\r\n"))
        await w.sees("2 papers: W-2 · Degrees (all, with transcripts)")
        await w.press("ctrl+s")
        await w.closed()
        assert [d.name for d in w.case.documents[-2:]] == [
            "W-2",
            "Degrees (all, with transcripts)",
        ]


async def test_a_pasted_paper_that_went_in_is_said_to_be_asked_for_again(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        w.app.post_message(events.Paste("W-2\nClient letter\nOrg chart\n"))
        await w.sees(
            "3 papers: W-2 · Client letter · Org chart",
            "Client letter is here already and no longer owed: it will be asked for again.",
        )


async def test_what_is_folded_opens_with_a_key_and_holds_what_was_written(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.press(*"W-2")
        w.app.screen.set_focus(w.app.screen.query_one(MoreLine))
        assert "Who asked" not in w.text
        await w.press("enter")
        await w.sees("Who asked the letter (221(g) slip)")
        assert w.app.screen.query_one("#f-by").has_focus_within
        await w.press("enter", *"1 Dec 2026")
        w.app.screen.set_focus(w.app.screen.query_one(MoreLine))
        await w.press("left")
        await w.until(lambda: "Who asked" not in w.text, "the fold")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.documents[-1].steps[0].on == date(2026, 12, 1)


async def test_a_date_that_is_wrong_and_folded_is_shown(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.press(*"W-2")
        await w.fill(asked="soon")
        w.app.screen.query_one(MoreLine).action_fold()
        await w.press("ctrl+s")
        await w.sees("! Asked on: 'soon' is not a date")
        assert w.app.screen.query_one("#f-asked Input", Input).has_focus
