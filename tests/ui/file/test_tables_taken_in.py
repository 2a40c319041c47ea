"""A table that is named is taken in: counted before it is done, and a bad row told in a line."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from g221_tui.cli.main import main
from ui.conftest import DAY, Opener, Window

GOOD = "name,submitted,receipt\r\nBank letter,2026-11-09,00123\r\nOrg chart,2026-12-01,\r\n"


async def named(w: Window, path: Path) -> None:
    """Name it in the dialog, and have it looked at."""
    await w.press("i")
    await w.dialog("ImportDialog")
    await w.fill(path=str(path))
    await w.press("ctrl+s")


def written(tmp_path: Path, data: str | bytes, name: str = "table.csv") -> Path:
    file = tmp_path / "stick" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def foretold(w: Window, path: Path) -> str:
    """What the command line says that it would do."""
    place = ("--file", str(w.file), "--today", DAY.isoformat())
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        assert main([*place, "import", str(path), "--dry-run"]) == 0
    return out.getvalue().strip()


async def test_a_table_is_counted_then_taken_in_as_one_step(window: Opener, tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    async with window() as w:
        before = [d.name for d in w.case.documents]
        said = foretold(w, file)
        await named(w, file)
        await w.dialog("Confirm")
        await w.sees("table.csv: 1 document added, 1 document changed.", "u takes it back")
        assert [d.name for d in w.case.documents] == before
        await w.press("y")
        await w.closed()
        assert "1 document added, 1 document changed" in said
        assert w.message.startswith(said[:60])
        assert [d.name for d in w.case.documents] == [*before, "Bank letter"]
        assert str(w.document("Bank letter")) == "2026-11-09"
        await w.press("u")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        assert [d.name for d in w.case.documents] == before
    assert file.read_bytes() == GOOD.encode()


async def test_what_it_does_to_the_wait_is_said_before(window: Opener, tmp_path: Path) -> None:
    async with window() as w:
        await named(w, written(tmp_path, "name,submitted\nOrg chart,2026-12-01\n"))
        await w.dialog("Confirm")
        await w.sees("1 document changed", "The set is complete")
        await w.press("n")
        await w.dialog("ImportDialog")


async def test_it_goes_into_the_case_that_is_shown(window: Opener, tmp_path: Path) -> None:
    async with window(case="2") as w:
        await named(w, written(tmp_path, "channel;on;note\nceac;2026-12-01;the same\n", "t.tsv"))
        await w.dialog("Confirm")
        await w.sees("t.tsv: 1 contact added.")
        await w.press("y")
        await w.closed()
        case = next(case for case in w.saved().cases if case.id == "2")
        assert case.contacts[-1].note == "the same"
        assert all(contact.note != "the same" for contact in w.case.contacts)


async def test_what_was_exported_holds_nothing_new(window: Opener, tmp_path: Path) -> None:
    out = tmp_path / "papers.csv"
    async with window() as w:
        place = ("--file", str(w.file), "--today", DAY.isoformat())
        with redirect_stderr(io.StringIO()):
            assert main([*place, "export", "csv", "documents", "--full", "--out", str(out)]) == 0
        await named(w, out)
        await w.closed()
        assert w.message.startswith("Nothing to take in: papers.csv")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("channel,on\nceac,2026-12-01\nceac,05/02/2026\n", "row 3"),
        ("channel,on\nfax,2026-12-01\n", "'fax' is not a known channel"),
        ("name,submitted\nBank letter,2027-01-01\n", "row 2"),
        ("colour,size\nred,4\n", "must name the columns"),
        ("name,submited\nBank letter,2026-11-09\n", "did you mean submitted"),
        ("date,kind,title,origin\n", "a timeline is reckoned"),
        ("name,by,masked\nBank letter,slip,yes\n", "masked copy"),
        ("", "it holds nothing"),
        (b"PK\x03\x04\x14\x00\x06", "CSV UTF-8"),
        (b"name;note\nBank letter;caf\xe9\n", "not UTF-8"),
        ("channel,on,note\nceac,2026-12-01,[/]\nceac,[@click=app.quit],x\n", "row 3"),
    ],
)
async def test_a_bad_one_is_told_in_one_line_and_nothing_is_done(
    window: Opener, tmp_path: Path, data: str | bytes, told: str
) -> None:
    async with window(size=(120, 40)) as w:
        before = w.file.read_bytes()
        await named(w, written(tmp_path, data))
        await w.sees("!", told)
        await w.dialog("ImportDialog")
        assert w.file.read_bytes() == before


async def test_without_a_case_and_without_a_file_the_reason_is_said(
    window: Opener, tmp_path: Path
) -> None:
    async with window(seed=False, demo=False) as w:
        await w.press("escape")
        await named(w, tmp_path / "no.csv")
        await w.sees("there is no such file")
        await w.fill(path=str(written(tmp_path, GOOD)))
        await w.press("ctrl+s")
        await w.sees("! The file holds no case yet")
