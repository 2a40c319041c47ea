"""The board: all cases by what is due; one is taken in hand, two are linked."""

from typing import TypeVar

import msgspec
import pytest
from textual.widgets import OptionList

from g221_tui.clock import FixedClock
from g221_tui.core.model import Book, Case, Contact, Document, Event, NamedDeadline
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.build import build
from g221_tui.core.views import Snapshot
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener

COUNT = 500

R = TypeVar("R", Event, Document, Contact, NamedDeadline)


async def test_the_cases_stand_by_what_is_due_with_stage_day_and_next_step(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("s")
        await w.dialog("Board")
        await w.sees(
            "4 K-1 · Manila Notice to answer day 280 Thu 24 Dec 2026, in 12 days",
            "3 B-2 · Nairobi Passport requested day 19",
            "▶ 1 H-1B · Mumbai · in hand Documents due day 47",
            "2 F-1 · Beijing Administrative processing day 95 open since Tue 8 Dec 2026",
            "Your petitioner answers the notice of intent to revoke",
        )
        places = [w.text.index(name) for name in ("K-1 · M", "B-2 · N", "F-1 · B")]
        assert places == sorted(places)


async def test_the_book_is_spelt_out_for_nobody(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelt: list[Book] = []

    def spell(book: Book) -> str:
        spelt.append(book)
        return "a book"

    monkeypatch.setattr(Book, "__repr__", spell)
    async with window() as w:
        await w.press("s")
        await w.sees("K-1 · Manila")
        await w.press("end", "f")
        await w.sees("Linked case 1 with case 2")
    assert not spelt, "hundreds of cases take longer to spell than to compute"


async def test_enter_takes_a_case_in_hand(window: Opener) -> None:
    async with window() as w:
        await w.press("s")
        await w.sees("K-1 · Manila")
        await w.press("home", "j", "j", "k", "enter")
        await w.closed()
        await w.sees("B-2 · Nairobi", "NOW Passport requested")
        assert w.saved().current == "3"


@pytest.mark.parametrize(("key", "kind"), [("f", "family"), ("p", "parallel")])
async def test_the_highlighted_case_is_linked_with_the_one_in_hand(
    window: Opener, key: str, kind: str
) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("s")
        await w.sees("K-1 · Manila")
        await w.press("end", key)
        await w.sees(f"Linked case 1 with case 2 ({kind}).", f"{kind} with F-1 · Beijing")
        await w.sees(f"{kind} with H-1B · Mumbai")
        links = w.case.facts.links
        assert [(link.case, link.kind) for link in links] == [("2", kind)]
        await w.press("escape")
        await w.closed()


async def test_the_case_in_hand_is_not_linked_with_itself(window: Opener) -> None:
    async with window() as w:
        await w.press("s")
        await w.sees("K-1 · Manila")
        await w.press("f")
        await w.sees("! That is the case in hand")
        assert not w.case.facts.links


async def test_nothing_is_linked_while_another_day_is_looked_at(window: Opener) -> None:
    async with window() as w:
        await w.press("left_square_bracket", "s")
        await w.sees("K-1 · Manila")
        await w.press("home", "p")
        await w.sees("nothing can be recorded")
        assert not w.case.facts.links


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)])
async def test_nothing_of_the_board_is_cut(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size) as w:
        await w.press("s")
        await w.sees("K-1 · Manila")
        assert "…" not in w.text
        await w.pilot.resize_terminal(120, 40)
        await w.pilot.pause()
        await w.sees("K-1 · Manila Notice to answer day 280")


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (46, 20), (54, 24), (60, 24)])
async def test_in_a_narrow_window_name_date_and_buttons_are_whole(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size) as w:
        await w.press("s")
        await w.dialog("Board")
        await w.until(lambda: w.app.screen.query_one(OptionList).option_count, "the cases")
        await w.press("home")
        await w.sees("4 K-1 · Manila", "Thu 24 Dec 2026, in 12 days")
        await w.press("end")
        await w.sees("2 F-1 · Beijing", "open since Tue 8 Dec 2026")
        await w.sees("Take it", "Family f", "Parallel p", "Close")
        box = w.app.screen.query_one("Box").content_region
        for button in w.app.screen.query("Button"):
            assert box.contains_region(button.region), button


async def test_a_narrow_board_is_used_with_its_button(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await w.press("s")
        await w.dialog("Board")
        await w.until(lambda: w.app.screen.query_one(OptionList).option_count, "the cases")
        await w.press("home")
        await w.pilot.click("#use")
        await w.closed()
        assert w.saved().current == "4"


async def test_hundreds_of_cases_open_and_are_computed_only_by_the_board(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window() as w:
        book = w.saved()
    many = Repository(w.file, FixedClock(DAY))
    cases = [renumbered(book.cases[i % len(book.cases)], str(i + 1)) for i in range(COUNT)]
    with many.transaction() as change:
        change.save(msgspec.structs.replace(book, cases=tuple(cases)), "Many cases.", DAY)
    tracker = Tracker(many, load_rules(None), FixedClock(DAY))
    seen: list[str] = []

    def counted(day: CaseDay, *, live: bool = False) -> Snapshot:
        seen.append(day.case.id)
        return build(day, live=live)

    monkeypatch.setattr("g221_tui.service.reader.build", counted)
    async with window(tracker=tracker) as w:
        assert seen == ["1"]
        await w.press("s")
        await w.dialog("Board")
        await w.sees("▶ 1 H-1B · Mumbai", "in hand")
        assert w.app.screen.query_one(OptionList).option_count == COUNT


def renumbered(case: Case, identity: str) -> Case:
    """The same case under another number."""

    def moved(record: R) -> R:
        return msgspec.structs.replace(record, id=f"{record.id}{identity}", case=identity)

    return Case(
        facts=msgspec.structs.replace(case.facts, id=identity),
        events=tuple(map(moved, case.events)),
        documents=tuple(map(moved, case.documents)),
        contacts=tuple(map(moved, case.contacts)),
        deadlines=tuple(map(moved, case.deadlines)),
    )


@pytest.mark.parametrize("key", ["f", "p"])
async def test_without_a_case_a_key_that_links_does_nothing(window: Opener, key: str) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.press("s")
        await w.dialog("Board")
        before = w.folded
        await w.press(key)
        await w.pilot.pause()
        assert w.folded == before
        await w.press("escape")
        await w.closed()
