"""Briefs and packets on the command line: where they go, what is said, and what is refused."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli
from output.paper.kit import RECEIVERS

NAME = "Ada Example"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def case(g221: Cli) -> Cli:
    """A case with a name and a paper."""
    g221.open("2026-10-26", "--document", "Client letter", "--post", "Bern", "--visa", "H-1B")
    g221("set", f"applicant={NAME}")
    return g221


def test_a_brief_is_markdown_on_stdout_and_masked(case: Cli) -> None:
    said = case("export", "brief")
    assert said.out.startswith("# Case brief: H-1B · Bern\n")
    assert "**Masked copy" in said.out
    assert "Ada" not in said.out
    assert said.lines == ["Names and numbers are masked; --full writes them."]


def test_a_full_brief_names_the_applicant_and_says_so(case: Cli) -> None:
    said = case("export", "brief", "--full")
    assert f"- Applicant: {NAME}" in said.out
    assert "**Full copy" in said.out


def test_a_brief_as_a_page_is_one_html_file(case: Cli) -> None:
    said = case("export", "brief", "--html")
    assert said.out.startswith("<!doctype html>\n")
    assert said.out.endswith("</html>\n")


@pytest.mark.parametrize("who", RECEIVERS)
def test_a_packet_holds_its_five_parts(case: Cli, who: str) -> None:
    page = case("export", "packet", who).out
    for part in ("letter", "brief", "index", "log", "check"):
        assert f'id="{part}"' in page
    assert "Masked copy" in page
    assert "Ada" not in page


def test_a_packet_says_what_its_letter_leaves_out(case: Cli) -> None:
    assert "g221 set birth_date=" in case("export", "packet", "senator").err


def test_a_file_is_for_its_owner_alone_and_never_written_over(case: Cli, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    former = os.umask(0)
    try:
        case("export", "brief", "--html", "--out", str(path))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        first = path.read_bytes()
        said = case("export", "brief", "--full", "--out", str(path), code=1)
        assert len(said.lines) == 1
        assert said.err.endswith("or move that one away; --force writes over it.\n")
        assert path.read_bytes() == first
        case("export", "brief", "--full", "--out", str(path), "--force")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(former)
    assert NAME in path.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".tmp")] == []


def test_without_links_a_file_is_written_all_the_same(
    case: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "brief.md"
    case("export", "brief", "--out", str(path))
    assert path.read_text(encoding="utf-8").endswith("\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".tmp")] == []


def test_a_writer_that_is_killed_leaves_no_half_file(case: Cli, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    program = (
        "import os, sys\n"
        "from g221_tui.cli.main import main\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), 9)\n"
        "main(sys.argv[1:])"
    )
    words = ["--today", "2026-12-12", "export", "brief", "--html", "--out", str(path)]
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert not path.exists()


def test_the_file_of_the_cases_is_never_written_over(case: Cli) -> None:
    before = case.file.read_bytes()
    for form in (["brief"], ["packet", "attorney"], ["json"]):
        said = case("export", *form, "--force", "--out", str(case.file), code=1)
        assert "is the file of your cases" in said.err
    assert case.file.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_left_alone(case: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    for more in ([], ["--force"]):
        said = case("export", "brief", "--out", str(folder), *more, code=1)
        assert len(said.lines) == 1
        assert "--force" not in said.err
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["packet"], "senator, post, attorney, employer, school"),
        (["packet", "friend"], "senator, post, attorney, employer, school"),
        (["brief", "post"], "'g221 export packet post'"),
        (["json", "post"], "'g221 export packet post'"),
        (["json", "--html"], "brief does"),
        (["letter"], "json, csv, ics, brief, packet"),
    ],
)
def test_what_makes_no_sense_gets_one_plain_line(case: Cli, words: list[str], told: str) -> None:
    said = case("export", *words, code=2)
    assert len(said.lines) == 1
    assert told in said.err
    assert said.out == ""


def test_a_post_that_answers_nothing_gets_no_packet_of_questions(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no", "--post", "Dublin", "--visa", "F-1")
    said = g221("export", "packet", "post", today="2027-05-20", code=1)
    assert "answers no question about the status" in said.err
    assert said.out == ""


def test_the_help_says_what_stays_out_for_whom(case: Cli) -> None:
    page = " ".join(case("export", "--help").out.split())
    assert "The applicant's own notes, birth date" in page
    assert "an employer gets what it can help with" in page


def test_without_a_case_there_is_no_brief(g221: Cli) -> None:
    assert len(g221("export", "brief", code=1).lines) == 1
