"""Records that several cases of a family share."""

from ui.conftest import Opener, Window

FAMILY = "family"


async def link(w: Window) -> None:
    """Link the first case with the last of the board, as family."""
    await w.press("s")
    await w.sees("K-1 · Manila")
    await w.press("end", "f")
    await w.sees("Linked case 1 with case 2 (family).")
    await w.press("escape")
    await w.closed()


async def test_without_a_family_nobody_is_asked_whom_it_is_for(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        for key, name in (("a", "DocumentDialog"), ("l", "LogDialog")):
            await w.press(key)
            await w.dialog(name)
            assert "Also for" not in w.text
            await w.press("escape")
            await w.closed()


async def test_a_paper_is_for_this_case_only_unless_one_says_so(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await link(w)
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.sees("Also for", "this case only")
        await w.fill(name="Mine alone")
        await w.press("ctrl+s")
        await w.closed()
        names = [[d.name for d in case.documents] for case in w.saved().cases]
        assert "Mine alone" in names[0]
        assert "Mine alone" not in names[1]


async def test_a_paper_for_the_family_is_on_each_list(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await link(w)
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Marriage certificate", also=FAMILY)
        await w.press("ctrl+s")
        await w.closed()
        await w.sees("Also for F-1 · Beijing")
        names = [[d.name for d in case.documents] for case in w.saved().cases]
        assert [("Marriage certificate" in found) for found in names] == [True, True, False, False]


async def test_a_contact_for_the_family_is_in_each_log(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await link(w)
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.fill(status="Refused", note="both of us", also=FAMILY)
        await w.press("ctrl+s")
        await w.closed()
        notes = [[c.note for c in case.contacts] for case in w.saved().cases]
        assert [("both of us" in found) for found in notes] == [True, True, False, False]
