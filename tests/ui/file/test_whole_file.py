"""The file as a whole from the palette: where it is, its backups, writing it elsewhere."""

import json
from pathlib import Path

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


async def test_everything_is_written_masked_or_in_full_and_never_over_a_file(
    window: Opener, tmp_path: Path
) -> None:
    async with window(size=(120, 40)) as w:
        for kind, there in (("full", True), ("masked", False)):
            out = tmp_path / f"{kind}.json"
            await w.press("ctrl+p", *"export", "enter")
            await w.dialog("ExportDialog")
            await w.fill(kind=kind, path=str(out))
            await w.press("ctrl+s")
            await w.closed()
            text = out.read_text("utf-8")
            assert json.loads(text)
            assert ("2026299 345 0001" in text) is there
            assert out.stat().st_mode & 0o777 == 0o600
        kept = out.read_bytes()
        await w.press("ctrl+p", *"export", "enter")
        await w.dialog("ExportDialog")
        await w.fill(path=str(out))
        await w.press("ctrl+s")
        await w.sees("!", out.name)
        assert out.read_bytes() == kept
