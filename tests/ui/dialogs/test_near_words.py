"""Words of a page that are nearly known ones are asked about in their field, and kept as typed."""

from textual.widgets import Static

from ui.conftest import Opener, Window


def below(w: Window) -> str:
    """The line below the field of the page's words."""
    return str(w.app.screen.query_one("#f-status .field-below", Static).content)


async def test_the_field_asks_while_one_types_and_what_is_typed_is_kept(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(channel="ceac", status="Refsued")
        await w.until(lambda: below(w) == "Did you mean “Refused”?", "the question")
        await w.fill(status="Refused")
        await w.until(lambda: below(w) == "", "no question")
        await w.fill(status="Refsued")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.contacts[-1].status == "Refsued"


async def test_the_same_words_are_asked_about_where_a_look_is_corrected(window: Opener) -> None:
    async with window() as w:
        look = next(c for c in w.case.contacts if c.channel == "ceac")
        w.board.timeline.focus()
        row = next(r for r in w.board.timeline.rows if look.id in r.id)
        w.board.timeline.go_to(row.id)
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.fill(status="Isued")
        await w.until(lambda: below(w) == "Did you mean “Issued”?", "the question")
