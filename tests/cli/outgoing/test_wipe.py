"""`wipe`: everything of g221's own goes, and nothing else is touched."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from cli.conftest import Cli
from g221_tui.store.places.own_place import own_place
from store.kit import finished, python


@pytest.fixture
def lived_in(g221: Cli, tmp_path: Path) -> Cli:
    """A case with everything that the program ever writes, and the user's own beside it."""
    g221.open("2026-10-26", "--asked", "no")
    g221("set", "passport_expires=2026-12-20")
    g221("export", "ics")
    g221("remind")
    config, state = tmp_path / "config" / "g221", tmp_path / "state" / "g221"
    (config / "settings.toml").write_text('theme = "nord"')
    (config / "keymap.toml").write_text("")
    state.mkdir(parents=True, exist_ok=True)
    (state / "fault.log").write_text("a bug")
    (state / "remembered.json").write_text("{}")
    half = g221.file.with_name(f".{g221.file.name}.0123abcd.tmp")
    half.write_text("half")
    return g221


@pytest.fixture
def of_a_place(lived_in: Cli, tmp_path: Path) -> Path:
    """What the state folder holds for a file whose folder is a strange place."""
    place = own_place(lived_in.file.parent)
    place.mkdir(parents=True)
    (place / "said").write_text("modes\n")
    (place / f"{lived_in.file.name}.lock").write_text("")
    return place


def test_compressed_backups_go_too(lived_in: Cli, tmp_path: Path) -> None:
    folder = lived_in.file.with_name(f".{lived_in.file.name}.backups")
    for _ in range(3):
        lived_in("log", "ceac", "--note", "x" * 70_000)
    assert list(folder.glob("*.json.gz"))
    lived_in("wipe", "--yes", today=None)
    assert files(tmp_path) == set()


def test_what_is_kept_of_a_strange_place_goes_too(
    lived_in: Cli, of_a_place: Path, tmp_path: Path
) -> None:
    lived_in("wipe", "--yes", today=None)
    assert files(tmp_path) == set()
    assert not (tmp_path / "state" / "g221").exists()


def test_what_other_files_of_the_same_place_need_stays(
    lived_in: Cli, of_a_place: Path, tmp_path: Path
) -> None:
    (of_a_place / "other.json.lock").write_text("")
    said = lived_in("wipe", "--yes", today=None)
    assert f"Stays: {of_a_place} (it holds what other files of cases need)" in said.err
    assert "not g221's own" not in said.err
    kept = of_a_place / "other.json.lock"
    assert files(tmp_path) == {str(kept.relative_to(tmp_path))}


def files(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir()}


def test_nothing_of_its_own_is_left_and_every_path_is_named(lived_in: Cli, tmp_path: Path) -> None:
    before = files(tmp_path)
    said = lived_in("wipe", "--yes", today=None)
    assert said.out == ""
    assert files(tmp_path) == set()
    for name in before:
        assert f"{tmp_path / name} (" in said.err
    assert not (tmp_path / "config" / "g221").exists()
    assert not (tmp_path / "state" / "g221").exists()
    assert "Nothing of g221's own is here." in lived_in("wipe", "--yes").err


def test_off_a_terminal_it_needs_yes(lived_in: Cli, tmp_path: Path) -> None:
    before = files(tmp_path)
    assert "needs --yes" in lived_in("wipe", code=1).err
    assert files(tmp_path) == before


def test_what_the_user_wrote_stays_and_is_named(lived_in: Cli, tmp_path: Path) -> None:
    config, folder = tmp_path / "config" / "g221", lived_in.file.parent
    (config / "policies").mkdir()
    kept = {
        config / "policies" / "own.toml": "broken [",
        config / "posts.toml": "broken [",
        folder / "letter.txt": "mine",
        folder / "case (1).json": lived_in.file.read_text(encoding="utf-8"),
        folder / "case.sync-conflict-20261201-101010-ABCDEFG.json": "a copy",
        folder / f".{lived_in.file.name}.backups" / "photo.jpg": "mine",
    }
    for path, text in kept.items():
        path.write_text(text, encoding="utf-8")
    said = lived_in("wipe", "--yes").err
    assert {path: path.read_text(encoding="utf-8") for path in kept} == kept
    assert files(tmp_path) == {str(path.relative_to(tmp_path)) for path in kept}
    named = [path for path in kept if path.suffix != ".txt" and path.parent.name != "policies"]
    for path in [*named, config / "policies"]:
        assert f"Stays: {path}" in said


def test_a_link_is_not_followed(lived_in: Cli, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / "real.json"
    lived_in.file.rename(target)
    lived_in.file.symlink_to(target)
    (tmp_path / "state" / "g221" / "fault.log").unlink()
    (tmp_path / "state" / "g221" / "fault.log").symlink_to(target)
    before = target.read_bytes()
    said = lived_in("wipe", "--yes", code=1).err
    assert target.read_bytes() == before
    assert f"Stays: {lived_in.file} (a link" in said
    assert lived_in.file.is_symlink()


def test_folders_that_are_links_are_not_followed(lived_in: Cli, tmp_path: Path) -> None:
    for name in ("config", "state"):
        folder = tmp_path / name / "g221"
        folder.rename(tmp_path / f"my-{name}")
        folder.symlink_to(tmp_path / f"my-{name}")
    backups = lived_in.file.with_name(f".{lived_in.file.name}.backups")
    backups.rename(tmp_path / "my-backups")
    backups.symlink_to(tmp_path / "my-backups")
    mine = {n: files(tmp_path / f"my-{n}") for n in ("config", "state", "backups")}
    lived_in("wipe", "--yes")
    assert {n: files(tmp_path / f"my-{n}") for n in mine} == mine
    assert not lived_in.file.exists()


def test_a_file_in_a_folder_that_is_a_link_is_left(lived_in: Cli, tmp_path: Path) -> None:
    folder = lived_in.file.parent
    folder.rename(tmp_path / "real")
    folder.symlink_to(tmp_path / "real")
    lived_in("wipe", "--yes", code=1)
    assert (tmp_path / "real" / lived_in.file.name).exists()


@pytest.mark.parametrize("text", ["my thesis", '{"a": {"1": {}}}', "", "[1, 2]"])
def test_a_file_that_g221_did_not_write_is_left(g221: Cli, tmp_path: Path, text: str) -> None:
    file = tmp_path / "thesis.json"
    file.write_text(text)
    said = g221("--file", str(file), "wipe", "--yes", code=1).err
    assert "g221 did not write it" in said
    assert file.read_text() == text


def test_a_damaged_file_of_its_own_goes(lived_in: Cli, tmp_path: Path) -> None:
    lived_in.file.write_text("{ half")
    lived_in("wipe", "--yes")
    assert files(tmp_path) == set()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can give a file away"
)
def test_a_file_of_another_user_is_left(lived_in: Cli) -> None:
    os.chown(lived_in.file, 12345, 12345)
    assert "another user" in lived_in("wipe", "--yes", code=1).err
    assert lived_in.file.exists()


def test_broken_settings_do_not_keep_it_from_wiping(lived_in: Cli, tmp_path: Path) -> None:
    (tmp_path / "config" / "g221" / "posts.toml").write_text("[broken")
    lived_in("status", code=1)
    lived_in("wipe", "--yes")
    assert files(tmp_path) == {"config/g221/posts.toml"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal there")
@pytest.mark.parametrize(("answer", "goes"), [("yes", True), ("y", False), ("", False)])
def test_on_a_terminal_it_asks_for_the_whole_word(lived_in: Cli, answer: str, goes: bool) -> None:
    child = pexpect.spawn(sys.executable, ["-m", "g221_tui", "wipe"], encoding="utf-8", timeout=60)
    child.expect("write yes")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == (0 if goes else 1)
    assert lived_in.file.exists() is not goes


WAITS = """
import sys, time
from pathlib import Path
from g221_tui.store import lock
from store.kit import repository, add
store = repository(Path(sys.argv[1]))
with store.transaction() as change:
    add(change, "the last word")
    print("held", flush=True)
    time.sleep(2)
"""


def test_a_copy_that_is_made_while_it_waits_goes_too(g221: Cli, tmp_path: Path) -> None:
    g221.open("2026-10-26")
    writer = python(WAITS, str(g221.file))
    assert writer.stdout is not None
    assert writer.stdout.readline() == "held\n"
    said = g221("wipe", "--yes", today=None).err
    finished(writer)
    assert files(tmp_path) == set()
    goes = said.count("Goes: ") + 2  # the backup, and the folder that was made for it
    assert f"Removed {goes} of {goes}." in said


def test_what_is_written_while_it_removes_is_named(
    lived_in: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = lived_in.file.with_name(f".{lived_in.file.name}.backups") / "000099.json"
    real = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        real(path, missing_ok=missing_ok)
        late.write_text("{}")

    monkeypatch.setattr(Path, "unlink", unlink)
    said = lived_in("wipe", "--yes", code=1).err
    assert f"Could not be removed: {late} (it was written while the rest went" in said


def test_another_name_of_the_file_is_told(lived_in: Cli, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    os.link(lived_in.file, other)
    said = lived_in("wipe", "--yes").err
    assert f"Goes: {lived_in.file} (the cases; it has another name elsewhere" in said
    assert said.count("another name") == 1
    assert other.exists()


def test_a_folder_of_backups_that_is_a_link_is_named_alone(lived_in: Cli, tmp_path: Path) -> None:
    backups = lived_in.file.with_name(f".{lived_in.file.name}.backups")
    backups.rename(tmp_path / "my-backups")
    backups.symlink_to(tmp_path / "my-backups")
    said = lived_in("wipe", "--yes").err
    assert f"Stays: {backups} (a link" in said
    assert "pinned" not in said


@pytest.mark.promise(16)
def test_a_path_that_leads_nowhere_is_told_in_a_line(g221: Cli, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for path in (tmp_path / "a", tmp_path / "a" / "case.json", tmp_path / ("x/" * 2500) / "c"):
        g221.ended("--file", str(path), "wipe", "--yes")
        assert len(g221("--file", str(path), "log", "ceac", code=1).lines) == 1
    assert not (tmp_path / "x").exists()  # of the folders for a file, none stays without it
    for named in ("/", ".", "..", "/tmp/..", "//"):
        for words in (("status",), ("new",), ("log", "ceac"), ("backup", "list"), ("wipe",)):
            said = g221("--file", named, *words, code=2)
            assert said.lines[-1].startswith(f"'{named}' is a folder, not a case file"), words
