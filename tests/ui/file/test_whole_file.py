"""The file as a whole from the palette: where it is, its backups."""

from ui.conftest import Opener


async def test_the_palette_tells_where_the_file_is_and_whose_rules_apply(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("ctrl+p", *"file and", "enter")
        await w.dialog("Sheet")
        await w.sees("The file and the rules", w.file.name, "State's 180 days", "Not legal advice")


async def test_a_backup_is_put_back_after_a_question(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Diploma")
        await w.press("ctrl+s")
        await w.closed()
        before = w.saved()
        assert "Diploma" in [d.name for d in w.case.documents]
        await w.press("ctrl+p", *"backups", "enter")
        await w.dialog("Backups")
        await w.press("enter")
        await w.dialog("Confirm")
        await w.sees("This backup becomes the file again")
        await w.press("y")
        await w.until(lambda: w.saved() != before, "the backup")
        assert "Diploma" not in [d.name for d in w.case.documents]


async def test_where_no_backup_is_chosen_nothing_changes(window: Opener) -> None:
    async with window() as w:
        before = w.file.read_bytes()
        await w.press("ctrl+p", *"backups", "enter")
        await w.dialog("Backups")
        await w.sees("There is no backup yet")
        await w.press("escape")
        await w.closed()
        assert w.file.read_bytes() == before
