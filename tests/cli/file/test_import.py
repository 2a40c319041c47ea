"""Export and import: everything there and back, and two files that parted merged by ids."""

import json
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Cli

HOSTILE = "\x1b]52;c;eA==\x07 \u202e [bold] \udc80 日本 👩\u200d👩\u200d👧"


@pytest.fixture
def full(g221: Cli) -> Cli:
    """A file with a bit of everything, rows and tables of other versions included."""
    g221.open("2026-11-02", "--title", HOSTILE)
    g221.open("2026-10-26", "--document", "Client letter", HOSTILE)
    g221("docs", "set", "Client letter", "submitted", "--on", "2026-11-20")
    g221("log", "ceac", "--note", HOSTILE)
    g221("event", "add", "note", "--note", "the post rang")
    g221("deadline", "add", "Lease", "2027-01-05")
    g221("set", "title=wrong")
    g221("undo")
    whole = read(g221.file)
    whole["letters"] = {"1": {"text": "é", "n": 10**30}, "x": [1, None]}
    whole["contacts"]["7"] = {"id": "c-222222", "on": "soon"}
    whole["cases"]["1"]["colour"] = {"r": 1}
    g221.file.write_text(json.dumps(whole))
    return g221


def read(path: Path) -> Any:
    """A file's JSON."""
    return json.loads(path.read_bytes())


def but_history(path: Path) -> dict[str, Any]:
    """All tables that hold something, but the history."""
    return {name: rows for name, rows in read(path).items() if rows and name != "history"}


def elsewhere(g221: Cli, name: str = "elsewhere.json") -> tuple[str, str]:
    """The words that name another file."""
    return ("--file", str(g221.file.with_name(name)))


def test_everything_comes_back_from_a_full_export(full: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    said = full("export", "json", "--full", "--out", str(out))
    assert (said.out, len(said.lines)) == ("", 1)
    assert read(out) == read(full.file)
    other = elsewhere(full)
    said = full(*other, "import", str(out))
    assert (said.out, len(said.lines)) == ("", 1)
    made = Path(other[1])
    assert but_history(made) == but_history(full.file)
    there, here = read(made)["history"], read(full.file)["history"]
    assert {number: there[number] for number in here} == here
    assert len(there) == len(here) + 1
    again = tmp_path / "again.json"
    full(*other, "export", "json", "--full", "--out", str(again))
    assert but_history(again) == but_history(out)


def test_what_is_printed_is_what_is_written_and_ascii(full: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    full("export", "json", "--full", "--out", str(out))
    printed = full("export", "json", "--full").out
    assert printed.isascii()
    assert json.loads(printed) == read(out)


def test_an_export_is_private_and_overwrites_nothing(full: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    full("export", "json", "--out", str(out))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = out.read_bytes()
    for there in (out, tmp_path / "link.json", tmp_path):
        if there.name == "link.json":
            there.symlink_to(tmp_path / "victim")
        said = full("export", "json", "--full", "--out", str(there), code=1)
        assert len(said.lines) == 1
        assert "Nothing was written" in said.err
    assert out.read_bytes() == before
    assert not (tmp_path / "victim").exists()
    said = full("export", "json", "--out", str(tmp_path / "no" / "folder.json"), code=1)
    assert len(said.lines) == 1


def test_a_masked_export_is_refused_by_name(full: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    full("export", "json", "--out", str(out))
    assert read(out)["masked"] is True
    said = full(*elsewhere(full), "import", str(out), code=1)
    assert len(said.lines) == 1
    assert "a masked export" in said.err
    assert not Path(elsewhere(full)[1]).exists()


NOT_TAKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "it is empty"),
    "no JSON": (b"hello", "line 1, column 1"),
    "a list": (b"[]", "a list, not the tables of a case file"),
    "another program's": (b'{"people": {"1": {}}}', "g221 did not write it"),
    "newer": (b'{"meta": {"1": {"schema": 99}}}', "a newer g221 (layout 99"),
    "no schema": (b'{"meta": {"1": {}}, "cases": {"1": {"id": "1"}}}', '"schema" must be'),
}


@pytest.mark.parametrize("kind", NOT_TAKEN)
def test_what_is_no_file_of_g221_is_refused_by_name(full: Cli, tmp_path: Path, kind: str) -> None:
    data, why = NOT_TAKEN[kind]
    path = tmp_path / "brought.json"
    path.write_bytes(data)
    before = full.file.read_bytes()
    for words in (("import", str(path)), ("import", str(path), "--dry-run")):
        said = full(*words, code=1)
        assert (said.out, len(said.lines)) == ("", 1)
        assert why in said.err
        assert str(path) in said.err
    assert full.file.read_bytes() == before


def test_what_is_no_ordinary_file_is_told_in_a_whole_sentence(full: Cli, tmp_path: Path) -> None:
    for path, what in ((Path("/dev/null"), "no ordinary file"), (tmp_path, "a folder")):
        (line,) = full("import", str(path), code=1).lines
        assert line.startswith(f"Nothing was imported: {path}: it is {what}, not a case file.")


def test_a_file_that_is_not_there_or_cannot_be_read_is_named(full: Cli, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        said = full("import", str(path), code=1)
        assert len(said.lines) == 1
        assert str(path) in said.err


@pytest.fixture
def parted(full: Cli, tmp_path: Path) -> tuple[Cli, Path]:
    """The file, and a copy of it on which another machine went on."""
    copy = full.file.with_name("case.sync-conflict-20261212-101112-ABCDEFG.json")
    full("export", "json", "--full", "--out", str(copy))
    return full, copy


def on_copy(g221: Cli, copy: Path, *words: str) -> None:
    """Runs a command on the other machine."""
    g221("--file", str(copy), *words)


def notes(g221: Cli) -> set[str]:
    """The notes of all contacts."""
    return {contact["note"] for contact in g221.contacts()}


def test_what_each_side_added_and_changed_comes_together(parted: tuple[Cli, Path]) -> None:
    g221, copy = parted
    g221("log", "ceac", "--note", "here")
    g221("set", "post=Mumbai")
    on_copy(g221, copy, "log", "ceac", "--note", "there")
    on_copy(g221, copy, "docs", "set", "Client letter", "received", "--on", "2026-12-01")
    before = g221.file.read_bytes()
    said = g221("import", str(copy), "--dry-run")
    other, new = said.out.splitlines()
    assert re.fullmatch(r"\+ Contact: CEAC[^,]*, Sat 12 Dec 2026 · there \[c-\w+\]", new), new
    assert re.fullmatch(
        r"~ Client letter \[d-\w+\]: Received on: nothing → Tue 1 Dec 2026", other
    ), other
    assert g221.file.read_bytes() == before, "it is said before it is done"
    assert len(said.out.splitlines()) == 2
    done = g221("import", str(copy))
    assert done.lines == [f"Took in {copy.name}: 1 record is new, 1 is changed."]
    assert {"here", "there"} <= notes(g221)
    assert g221.documents()["Client letter"]["state"] == "received"
    assert g221.status()["case"]["post"] == "Mumbai"
    trail = g221("history").out
    assert trail.count("Logged: CEAC") == 3, "the other's history came along"
    assert g221("backup", "list", "--json").json()[-1]["before"] == "import"
    assert g221("import", str(copy)).lines[0].startswith("Nothing to take in")
    g221("undo")
    assert "there" not in notes(g221)
    assert "here" in notes(g221)
    g221("undo")
    assert g221.status()["case"]["post"] == ""
    g221("import", str(copy))
    assert "there" in notes(g221)


def test_what_only_here_was_changed_stays(parted: tuple[Cli, Path]) -> None:
    g221, copy = parted
    g221("docs", "set", "Client letter", "received", "--on", "2026-12-01")
    said = g221("import", str(copy))
    assert said.lines[0].startswith("Nothing to take in")
    assert g221.documents()["Client letter"]["state"] == "received"


def test_what_the_other_took_back_is_taken_back_here_too(parted: tuple[Cli, Path]) -> None:
    g221, copy = parted
    g221("set", "post=Mumbai")
    copy.unlink()
    g221("export", "json", "--full", "--out", str(copy))
    on_copy(g221, copy, "undo")
    g221("import", str(copy))
    assert g221.status()["case"]["post"] == ""


def test_of_what_both_changed_the_later_holds_and_both_are_named(parted: tuple[Cli, Path]) -> None:
    g221, copy = parted
    g221("docs", "set", "Client letter", "--note", "ours")
    on_copy(g221, copy, "log", "ceac", "--note", "there")
    on_copy(g221, copy, "docs", "set", "Client letter", "--note", "theirs")
    before = g221.file.read_bytes()
    name = g221.documents()["Client letter"]["id"]
    both = f"Client letter [{name}] (Note: here ours, there theirs; the later, there, holds)"
    assert f"! {both}" in g221("import", str(copy), "--dry-run").out.splitlines()
    assert g221.file.read_bytes() == before
    (said,) = g221("import", str(copy)).lines
    assert said.endswith(f"Changed in both: {both}.")
    assert both in g221("history").out
    assert "there" in notes(g221)
    assert note(g221, name) == "theirs"
    assert g221("import", str(copy)).lines[0].startswith("Nothing to take in")
    g221("undo")
    assert note(g221, name) == "ours"


def note(g221: Cli, name: str) -> str:
    """The note of a document."""
    rows = read(g221.file)["documents"].values()
    return str(next(row["note"] for row in rows if row["id"] == name))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda w: w["contacts"]["1"].update(on="soon"), "Nothing to take in"),
        (lambda w: w["events"].update({"90": {"id": "e-x", "kind": "note"}}), "1 record is new"),
        (lambda w: w["events"].update({"90": 5}), "1 record is new"),
        (lambda w: w["documents"].update({"90": {"id": "d-x", "case": "9"}}), "1 record is new"),
        (lambda w: w["history"].update({"90": {"n": "x"}}), "Nothing to take in"),
        (lambda w: w["letters"]["1"].update(text="other"), "letters row 1"),
    ],
)
def test_what_is_not_understood_comes_along_as_it_is_and_stops_nothing(
    parted: tuple[Cli, Path], spoil: Callable[[Any], object], why: str
) -> None:
    g221, copy = parted
    whole = read(copy)
    spoil(whole)
    copy.write_text(json.dumps(whole))
    said = g221("import", str(copy))
    assert why in said.err
    assert len(said.lines) == 1
    on_copy(g221, copy, "set", "post=Mumbai")
    g221("import", str(copy))
    assert g221.status()["case"]["post"] == "Mumbai"
    assert g221("import", str(copy)).lines[0].startswith("Nothing to take in")


def test_another_person_s_case_under_the_same_number_gets_a_free_one(full: Cli) -> None:
    other = elsewhere(full)
    full(*other, "new", "--refused", "2026-09-01", "--title", "somebody else")
    before = [case["id"] for case in full("cases", "--json").json()]
    full("import", other[1])
    cases = full("cases", "--json").json()
    assert [case["id"] for case in cases if case["id"] not in before] == ["3"]
    assert full("--case", "3", "status", "--json").json()["case"]["title"] == "somebody else"


def test_what_was_taken_back_here_is_not_brought_again_and_that_is_said(full: Cli) -> None:
    out = elsewhere(full)[1]
    full("log", "ceac", "--note", "mine")
    full("export", "json", "--full", "--out", out)
    full("undo")
    said = full("import", out).lines
    assert said == ["Nothing to take in: what only elsewhere.json holds was taken back here."]
    full("redo")
    assert "mine" in notes(full)


def test_the_copies_of_sync_tools_are_noticed_on_stderr(full: Cli) -> None:
    names = (
        "case.sync-conflict-20261212-101112-ABCDEFG.json",
        "case (Asha's conflicted copy 2026-12-12).json",
        "case (conflict 2026-12-12 10-11-12).json",
        "Case (Conflicted Copy).json",
    )
    for name in (*names, "case.json~", "case (1).json", "other (conflict).json"):
        full.file.with_name(name).write_text("{}")
    for words in (("status",), ("status", "--json"), ("info",), ("info", "--json")):
        said = full(*words)
        told = [line for line in said.lines if "sync tool" in line]
        assert len(told) == len(names), words
        assert all(any(name in line for line in told) for name in names)
    assert len(full("info", "--json").json()["conflict_copies"]) == len(names)


def test_a_copy_is_named_once_however_the_file_is_named(
    full: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.file.with_name("case (conflicted copy).json").write_text("{}")
    by_another_name = full.file.parent.parent / "another name"
    by_another_name.symlink_to(full.file.parent)
    monkeypatch.chdir(full.file.parent)
    for name in (full.file.name, str(by_another_name / full.file.name)):
        said = full("--file", name, "status")
        assert len([line for line in said.lines if "sync tool" in line]) == 1


@pytest.mark.promise(5)
def test_reading_a_damaged_file_names_the_newest_good_backup(full: Cli) -> None:
    full("log", "ceac", "--note", "last")
    full.file.write_bytes(full.file.read_bytes()[:-20])
    before = full.file.read_bytes()
    newest = full("backup", "list", "--json").json()[0]["name"]
    for words in (("status",), ("next",), ("history",), ("log", "ceac"), ("export", "json"), ()):
        said = full(*words, code=1)
        assert (said.out, len(said.lines)) == ("", 1)
        assert "is damaged: line " in said.err
        assert f"'g221 backup restore {newest}'" in said.err
        assert full.file.name in said.err
    assert full.file.read_bytes() == before
    full("backup", "restore", newest)
    assert full.contacts()


def test_of_many_copies_a_few_are_named_and_the_others_counted(full: Cli) -> None:
    copy = full.file.read_bytes()
    full("log", "ceac", "--note", "later")
    for n in range(20):
        text = copy.replace(b"2026-12-12T", f"2026-11-{n + 1:02}T".encode())
        full.file.with_name(f"case.sync-conflict-20261212-1011{n:02}-ABCDEFG.json").write_bytes(
            text
        )
    lines = full("status").lines
    assert sum("A sync tool left a second copy" in line for line in lines) == 5
    assert "And 15 more copies." in lines
