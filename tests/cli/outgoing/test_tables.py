"""`export csv` and `import FILE.csv`: what a spreadsheet shows, and what it brings back."""

import contextlib
import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Cli

ROOT = Path(__file__).parents[3]
FORMULAS = ["=1+1", "+1 202 555 0100", "-3 pages", "@SUM(A1)", "\t=1", "\r=1", "＝1", "  =1", "'=1"]


@pytest.fixture
def opened(g221: Cli, tmp_path: Path) -> Cli:
    """A case with two contacts and three papers."""
    g221.open("2026-10-26", "--post", "Mumbai", "--document", "Client letter", "Org chart", "Tax")
    g221("set", "applicant=Asha Verma")
    g221("log", "ceac", "--status", "Refused", "--on", "2026-12-01")
    g221(
        *("log", "consulate_email", "--reply", "--on", "2026-12-02", "--with", "Ms Rao"),
        *("--note", 'Asha Verma: "still\nin process", wait;', "--ref", "MUM-1"),
    )
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-03", "--receipt", "00123")
    return g221


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def written(tmp_path: Path, text: str | bytes, name: str = "table.csv") -> str:
    file = tmp_path / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def full(g221: Cli, table: str) -> str:
    return g221("export", "csv", table, "--full").out


def test_a_table_has_a_row_a_record_as_rfc_4180_asks(opened: Cli) -> None:
    text = full(opened, "contacts")
    assert text.count("\r\n") == 3
    found = rows(text)
    assert [row["channel"] for row in found] == ["ceac", "consulate_email"]
    assert found[1]["note"] == 'Asha Verma: "still\nin process", wait;'
    papers = rows(full(opened, "documents"))
    assert (papers[0]["name"], papers[0]["submitted"]) == ("Client letter", "2026-11-03")
    ahead = rows(full(opened, "timeline"))
    assert {row["origin"] for row in ahead} == {"recorded", "rule"}


def test_a_table_is_masked_unless_it_is_asked_for_in_full(opened: Cli) -> None:
    for table in ("contacts", "documents", "timeline"):
        masked = opened("export", "csv", table).out
        assert "Verma" not in masked
        assert "Rao" not in masked
        assert all(row["masked"] == "yes" for row in rows(masked))
        assert all(row["masked"] == "no" for row in rows(full(opened, table)))


def test_the_mark_for_excel_is_there_on_request_alone(opened: Cli, tmp_path: Path) -> None:
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    opened("export", "csv", "documents", "--out", str(plain))
    opened("export", "csv", "documents", "--bom", "--out", str(marked))
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    assert marked.stat().st_mode & 0o777 == 0o600
    assert "already" in opened("export", "csv", "documents", "--out", str(plain), code=1).err


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_and_each_comes_back_as_it_was(
    opened: Cli, tmp_path: Path, text: str
) -> None:
    opened("log", "dos", "--anyway", "--note", text)
    exported = full(opened, "contacts")
    cell = rows(exported)[-1]["note"]
    assert cell.startswith("'")
    assert cell.replace("'", "").strip("\r\n") == text.replace("'", "").strip("\r\n")
    file = written(tmp_path, exported)
    assert "Nothing to take in" in opened("import", file).err
    other = str(tmp_path / "other.json")
    opened("--file", other, "new", "--refused", "2026-10-26")
    opened("--file", other, "import", file)
    notes = [row["note"] for row in opened("--file", other, "contacts", "--json").json()]
    assert notes[-1] == text.replace("\r", "\n")


def test_what_is_not_csv_takes_no_table(opened: Cli) -> None:
    assert "'g221 export csv contacts'" in opened("export", "json", "contacts", code=2).err
    assert "contacts, documents, timeline" in opened("export", "csv", code=2).err
    assert "did you mean contacts" in opened("export", "csv", "contcats", code=2).err


def test_a_table_brings_everything_into_another_file_once(opened: Cli, tmp_path: Path) -> None:
    other = str(tmp_path / "other.json")
    opened("--file", other, "new", "--refused", "2026-10-26")
    for table in ("contacts", "documents"):
        file = written(tmp_path, full(opened, table), f"{table}.csv")
        assert "added" in opened("--file", other, "import", file).err
        assert "Nothing to take in" in opened("--file", other, "import", file).err
        theirs = rows(opened("--file", other, "export", "csv", table, "--full").out)
        ours = rows(full(opened, table))
        assert [{**row, "id": ""} for row in theirs] == [{**row, "id": ""} for row in ours]
    said = opened("--file", other, "undo").err
    assert "Took in documents.csv" in said
    assert opened("--file", other, "docs", "list", "--json").json()["items"] == []


def test_a_changed_cell_corrects_the_record_and_keeps_the_old_value(
    opened: Cli, tmp_path: Path
) -> None:
    text = full(opened, "documents").replace("2026-11-03", "2026-11-05")
    said = opened("import", written(tmp_path, text)).err
    assert "1 document changed, 2 documents as before" in said
    assert opened.documents()["Client letter"]["submitted_on"] == "2026-11-05"
    assert "2026-11-03" in opened("history", "--json").out


def test_an_import_says_first_what_it_would_do(opened: Cli, tmp_path: Path) -> None:
    before = opened.recorded()
    file = written(tmp_path, "name,submitted\r\nBank letter,2026-11-09\r\n")
    assert "1 document added" in opened("import", file, "--dry-run").out
    assert opened.recorded() == before


def test_a_masked_copy_is_refused(opened: Cli, tmp_path: Path) -> None:
    before = opened.recorded()
    for table in ("contacts", "documents"):
        masked = opened("export", "csv", table).out
        assert "masked copy" in opened("import", written(tmp_path, masked), code=1).err
    cut = "\r\n".join(line.rpartition(",")[0] for line in masked.split("\r\n"))
    assert "masked" not in cut
    hidden = "channel,on,note\r\nceac,2026-12-01,call ••••23\r\n"
    assert "masked copy" in opened("import", written(tmp_path, hidden), code=1).err
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("table", "row", "words"),
    [
        ("channel,on\nceac,2026-12-01\nceac,05/02/2026\n", 3, "05/02/2026"),
        ("channel,on\nceac,2026-12-01\nfax,2026-12-01\n", 3, "'fax' is not a known channel"),
        ("channel,on\nceac,2026-12-01\n\nceac,\n", 4, "holds no date"),
        ("channel,on\nceac,2027-12-01\n", 2, "has not come yet"),
        ("name,submitted\nBank letter,2027-01-01\n", 2, "2027"),
        ("name,by\nA new one,slip\nA new one,slip\n", 3, "there twice"),
        ("name,receipt\nOrg chart,1.23457E+15\n", 2, "write all of it"),
        ("name,by\n,slip\n", 2, "needs a name"),
        ("name,by\nBank letter,uncle\n", 2, "uncle"),
        ("channel,on,note\nceac,2026-12-01,a,b\n", 2, "more cells"),
        ('channel,on,note\nceac,2026-12-01,"open\n', 2, "end of data"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_half_done(
    opened: Cli, tmp_path: Path, table: str, row: int, words: str
) -> None:
    before = opened.recorded()
    said = opened("import", written(tmp_path, table), code=1).err
    assert f"row {row}" in said
    assert words in said
    assert len(said.splitlines()) == 1
    assert opened.recorded() == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Größe;Name;caf\xe9\r\n".encode("latin-1"), "UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "CSV UTF-8"),
        (b"", "holds nothing"),
        (b"colour,size\nred,4\n", "must name the columns"),
        (b"name,colour\nBank letter,red\n", "'colour' is no column"),
        (b"name,submited\nBank letter,2026-11-09\n", "did you mean submitted"),
        (b"date,kind,title,origin\n", "timeline"),
        (b"name,note,note\nBank letter,a,b\n", "twice"),
    ],
)
def test_what_is_no_table_of_ours_is_said_in_one_line(
    opened: Cli, tmp_path: Path, data: bytes, words: str
) -> None:
    said = opened("import", written(tmp_path, data), code=1).err
    assert words in said
    assert len(said.splitlines()) == 1


def semicolons(text: str) -> bytes:
    """As Excel writes it where the comma stands in numbers."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(csv.reader(io.StringIO(text)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def unicode_text(text: str) -> bytes:
    """As Excel writes Unicode text: UTF-16 with tabs."""
    return semicolons(text)[3:].decode().replace(";", "\t").encode("utf-16")


def quoted(text: str) -> bytes:
    """As LibreOffice writes it when all text is to be quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(csv.reader(io.StringIO(text)))
    return out.getvalue().encode()


def with_separator_line(text: str) -> bytes:
    return b"sep=;\r\n" + semicolons(text)[3:]


def with_empty_rows_and_columns(text: str) -> bytes:
    return "".join(f"{line},,\r\n" for line in text.split("\r\n")).encode() + b",,,,\r\n\r\n"


def without_zeros(text: str) -> bytes:
    """As a spreadsheet saves a number with zeros in front that was typed into it anew."""
    assert "'00123" in text
    return text.replace("'00123", "123").encode()


def day_first(text: str) -> bytes:
    return text.replace("2026-10-26", "26/10/2026").encode()


def with_dots(text: str) -> bytes:
    return text.replace("2026-10-26", "26.10.2026").encode()


def american(text: str) -> bytes:
    """As Excel writes days in America; 3 November is then ambiguous, and as it was."""
    return text.replace("2026-10-26", "10/26/2026").replace("2026-11-03", "11/3/2026").encode()


def with_bars(text: str) -> bytes:
    return b"sep=|\r\n" + semicolons(text)[3:].replace(b";", b"|")


def columns_turned_round(text: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(row[::-1] for row in csv.reader(io.StringIO(text)))
    return out.getvalue().encode()


@pytest.mark.parametrize(
    "saved",
    [
        semicolons,
        unicode_text,
        quoted,
        with_separator_line,
        with_empty_rows_and_columns,
        without_zeros,
        day_first,
        with_dots,
        with_bars,
        columns_turned_round,
    ],
)
def test_a_spreadsheet_may_save_it_in_its_own_way(
    opened: Cli, tmp_path: Path, saved: Callable[[str], bytes]
) -> None:
    file = written(tmp_path, saved(full(opened, "documents")))
    assert "Nothing to take in" in opened("import", file).err
    other = str(tmp_path / "other.json")
    opened("--file", other, "new", "--refused", "2026-10-26")
    assert "3 documents added" in opened("--file", other, "import", file).err


def test_a_day_in_the_order_of_a_country_is_as_it_was_or_is_asked_about(
    opened: Cli, tmp_path: Path
) -> None:
    text = american(full(opened, "documents"))
    assert "Nothing to take in" in opened("import", written(tmp_path, text)).err
    other = text.replace(b"11/3/2026", b"11/4/2026")
    said = opened("import", written(tmp_path, other), code=1).err
    assert "row 2" in said
    assert "11/4/2026" in said


def test_a_row_of_what_was_removed_here_brings_nothing_back(opened: Cli, tmp_path: Path) -> None:
    papers, calls = full(opened, "documents"), full(opened, "contacts")
    opened("docs", "remove", "Org chart")
    opened("contacts", "remove", opened.contacts()[0]["id"])
    before = opened.recorded()
    for text in (papers, calls):
        assert "Nothing to take in" in opened("import", written(tmp_path, text)).err
    assert opened.recorded() == before


def test_two_contacts_alike_are_two(opened: Cli, tmp_path: Path) -> None:
    file = written(tmp_path, "channel;on;purpose\r\ndos;2026-12-03;\r\ndos;2026-12-03;\r\n")
    assert "2 contacts added" in opened("import", file).err
    assert "Nothing to take in" in opened("import", file).err


def test_a_note_of_any_length_comes_back(opened: Cli, tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    opened("log", "ceac", "--note", "long " * 30_000)
    csv.field_size_limit(10**6)
    whole = full(opened, "contacts")
    csv.field_size_limit(limit)
    other = str(tmp_path / "other.json")
    opened("--file", other, "new", "--refused", "2026-10-26")
    opened("--file", other, "import", written(tmp_path, whole))
    assert csv.field_size_limit() == limit
    kept = opened("--file", other, "contacts", "--json").json()
    assert max(len(row["note"]) for row in kept) >= 149_999


def test_a_terminal_gets_a_table_with_nothing_in_it_that_it_would_obey(opened: Cli) -> None:
    odd = ("--with", "\u202eevil\u202c\ufff9", "--note", "two\nlines")
    opened("log", "consulate_email", "--reply", *odd)
    piped = full(opened, "contacts")
    assert "\u202eevil\u202c\ufff9" in piped
    here, there = pytest.importorskip("pty").openpty()
    program = [sys.executable, "-m", "g221_tui", "export", "csv", "contacts", "--full"]
    shown = b""
    with subprocess.Popen(program, stdout=there, stderr=subprocess.DEVNULL, cwd=ROOT):
        os.close(there)
        with contextlib.suppress(OSError):  # the other end is closed
            while part := os.read(here, 4096):
                shown += part
    os.close(here)
    text = shown.decode()
    assert "‹202E›evil‹202C›‹FFF9›" in text
    assert "\u202e" not in text
    assert "two\r\nlines" in text
