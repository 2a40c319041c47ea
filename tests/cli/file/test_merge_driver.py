"""The merge driver: three files in, the result in place of ours, for git and by hand."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli
from store.kit import ROOT

pytestmark = pytest.mark.promise(23)


@pytest.fixture
def three(g221: Cli, tmp_path: Path) -> tuple[Path, Path, Path]:
    """What both were, ours and theirs: one noted something, the other logged something."""
    g221.open("2026-10-26", "--document", "Client letter")
    paths = (tmp_path / "base", tmp_path / "ours", tmp_path / "theirs")
    for path in paths:
        shutil.copy(g221.file, path)
    g221("--file", str(paths[1]), "docs", "set", "Client letter", "--note", "ours")
    g221("--file", str(paths[2]), "log", "ceac", "--note", "theirs")
    return paths


def held(path: Path) -> tuple[list[str], list[str]]:
    """The notes of the papers and of the contacts."""
    whole = json.loads(path.read_bytes())
    return tuple(  # type: ignore[return-value]
        [row.get("note", "") for row in whole.get(table, {}).values()]
        for table in ("documents", "contacts")
    )


def run(g221: Cli, *paths: Path, code: int = 0) -> str:
    """What the driver says."""
    return g221("merge-driver", *map(str, paths), code=code).err


def test_the_result_is_in_place_of_ours_and_the_others_are_as_they_were(
    g221: Cli, three: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = three
    before = base.read_bytes(), theirs.read_bytes(), sorted(ours.parent.iterdir())
    assert "1 record is new" in run(g221, *three)
    assert held(ours) == (["ours"], ["theirs"])
    assert (base.read_bytes(), theirs.read_bytes()) == before[:2]
    assert sorted(ours.parent.iterdir()) == before[2], "no lock, no backup, nothing half written"
    assert not g221("--file", str(ours), "status").err
    assert run(g221, *three).startswith("Nothing to merge")


def test_both_ways_give_the_same_records(g221: Cli, three: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = three
    copy = ours.with_name("copy")
    shutil.copy(ours, copy)
    run(g221, base, ours, theirs)
    run(g221, base, theirs, copy)
    assert held(ours) == held(theirs)


def test_a_base_that_is_empty_or_not_there_is_passed_over(
    g221: Cli, three: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = three
    base.write_bytes(b"")
    run(g221, base, ours, theirs)
    base.unlink()
    run(g221, base, ours, theirs)
    assert held(ours) == (["ours"], ["theirs"])


@pytest.mark.parametrize("which", [1, 2])
@pytest.mark.parametrize("data", [b"", b"{", b"<<<<<<< ours\n", b'{"meta": {"1": {"schema": 99}}}'])
def test_what_cannot_be_merged_is_said_and_ours_is_as_it_was(
    g221: Cli, three: tuple[Path, Path, Path], which: int, data: bytes
) -> None:
    three[which].write_bytes(data)
    before = three[1].read_bytes()
    said = run(g221, *three, code=1)
    assert said.startswith(f"Nothing was merged: {three[which]}: ")
    assert len(said.splitlines()) == 1
    assert three[1].read_bytes() == before


def git(folder: Path, *words: str, code: int = 0) -> str:
    """Runs git in a folder, with nothing of the user's."""
    env = {**os.environ, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["git", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_git_merges_two_branches_with_it(g221: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir()
    file = folder / "case.json"
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "Somebody")
    git(folder, "config", "user.email", "somebody@example.org")
    words = f"{sys.executable} -m g221_tui merge-driver %O %A %B"
    git(folder, "config", "merge.g221.driver", words)
    (folder / ".gitattributes").write_text("case.json merge=g221\n")
    (folder / ".gitignore").write_text(".case.json.*\n")
    g221("--file", str(file), "new", "--refused", "2026-10-26", "--document", "Client letter")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "begun")
    git(folder, "checkout", "-qb", "phone")
    g221("--file", str(file), "log", "ceac", "--note", "phone")
    g221("--file", str(file), "docs", "set", "Client letter", "--note", "phone")
    git(folder, "commit", "-qam", "phone")
    git(folder, "checkout", "-q", "main")
    g221("--file", str(file), "docs", "set", "Client letter", "--note", "laptop")
    git(folder, "commit", "-qam", "laptop")
    git(folder, "merge", "-q", "--no-edit", "phone")
    assert held(file) == (["phone"], ["phone"])
    assert git(folder, "status", "--porcelain") == ""
    assert "Note: here laptop, there phone" in g221("--file", str(file), "history").out
