"""`g221 draft`: the text on stdout, what to know on stderr, questions on a terminal."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from cli.conftest import Cli

NOW = "2027-05-20"
FACTS = (
    "applicant=Ada Example",
    "birth_date=1990-03-05",
    "nationality=Ruritania",
    "passport_number=X1234567",
    "email=ada@example.org",
    "receipt_number=WAC2190012345",
    "post_email=visas@example.gov",
)


@pytest.fixture
def opened(g221: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A case with every fact, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    words = ["--case-number", "2026299 345 0001", "--post", "Bern", "--visa", "H-1B"]
    g221.open("2026-10-26", "--interview", "2026-10-26", "--asked", "no", *words)
    g221("set", *FACTS)
    return g221


def mode(path: Path) -> int:
    """Who may read and write it."""
    return stat.S_IMODE(path.stat().st_mode)


def test_the_letter_is_data_and_what_to_know_is_talk(opened: Cli) -> None:
    said = opened("draft", "consulate_email", today=NOW)
    assert said.out.startswith("To: visas@example.gov\nSubject: 2026299 345 0001, Ada Example")
    assert said.out.endswith("Ada Example\nE-mail: ada@example.org\n")
    assert "early" not in said.err
    assert "One message, one question." in said.err
    assert "One message" not in said.out


@pytest.mark.parametrize(
    ("event", "question"),
    [
        ("passport_sent", "did the passport reach you, and where is it now?"),
        ("visa_issued", "the visa is issued; where is the passport now?"),
    ],
)
def test_the_question_is_that_of_the_stage(opened: Cli, event: str, question: str) -> None:
    opened("event", "add", event, "--on", "2027-05-01", today=NOW)
    assert f"My question: {question}\n" in opened("draft", "email", today=NOW).out
    asked = opened("draft", "call", today=NOW).out.casefold()
    assert question.casefold() in asked


def test_drafting_changes_nothing(opened: Cli) -> None:
    before = opened.file.read_bytes()
    opened("draft", "consulate_email", today=NOW)
    opened("draft", "senator", "--masked", today=NOW)
    assert opened.file.read_bytes() == before


def test_an_early_letter_says_so_on_stderr_alone(opened: Cli) -> None:
    said = opened("draft", "email", today="2026-12-12")
    assert said.lines[0].startswith("This is early. Opens Fri 25 Dec 2026")
    assert "early" not in said.out


def test_without_a_terminal_the_line_is_left_out_and_it_is_said_which_set_fills_it(
    opened: Cli,
) -> None:
    opened("set", "birth_date=", "nationality=")
    said = opened("draft", "consulate_email", today=NOW)
    assert "Birth date" not in said.out
    assert (
        "Left out, because it is not recorded: birth date (g221 set birth_date=VALUE),"
        " nationality (g221 set nationality=VALUE)." in said.err
    )


def test_a_masked_letter_says_that_it_is(opened: Cli) -> None:
    said = opened("draft", "consulate_email", "--masked", today=NOW)
    assert "Ada" not in said.out
    assert "X1234567" not in said.out
    assert said.lines[-1] == "Names and numbers are masked."


def test_a_file_is_for_its_owner_alone_and_replaced_only_by_force(
    opened: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    said = opened("draft", "consulate_email", "--out", "letter.txt", today=NOW)
    assert said.out == ""
    assert "Wrote the letter to letter.txt." in said.err
    assert mode(path) == 0o600
    written = path.read_text(encoding="utf-8")
    assert written == opened("draft", "consulate_email", today=NOW).out

    path.write_text("my own words")
    path.chmod(0o644)
    again = opened("draft", "dos", "--out", "letter.txt", today=NOW, code=1)
    assert "there is something at letter.txt already" in again.err
    assert "--force writes over it." in again.err
    assert path.read_text() == "my own words"
    opened("draft", "dos", "--out", "letter.txt", "--force", today=NOW)
    assert path.read_text(encoding="utf-8").startswith("Have on the table")
    assert mode(path) == 0o600
    assert [each.name for each in tmp_path.glob("*letter*")] == ["letter.txt"]


def test_the_file_of_the_cases_is_never_written_over(opened: Cli) -> None:
    before = opened.file.read_bytes()
    out = opened.file.parent / ".." / opened.file.parent.name / opened.file.name
    said = opened("draft", "dos", "--out", str(out), "--force", today=NOW, code=1)
    assert "is the file of your cases" in said.err
    assert opened.file.read_bytes() == before


def test_what_can_not_be_written_is_said_in_a_line(opened: Cli, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for more in ((), ("--force",)):
        said = opened("draft", "dos", "--out", "folder", *more, today=NOW, code=1)
        assert len(said.lines) == 1
    said = opened("draft", "dos", "--out", "no/such/letter", "--force", today=NOW, code=1)
    assert len(said.lines) == 1


def test_a_post_that_answers_nothing_gets_no_letter_and_the_reason(opened: Cli) -> None:
    opened("set", "post=Dublin", "visa=F-1")
    said = opened("draft", "consulate_email", today=NOW, code=1)
    assert said.out == ""
    assert "Dublin says that it answers no question" in said.err
    opened("docs", "add", "Client letter")
    assert "- Client letter" in opened("draft", "email", "--purpose", "documents", today=NOW).out


@pytest.mark.parametrize(
    ("words", "code"),
    [(["ceac"], 1), (["moon"], 2), (["dos", "--purpose", "chat"], 2), (["dos", "--mailto"], 1)],
)
def test_words_without_a_letter_end_with_one_plain_line(
    opened: Cli, words: list[str], code: int
) -> None:
    said = opened("draft", *words, today=NOW, code=code)
    assert (said.out, len(said.lines)) == ("", 1)


def test_a_template_that_can_not_be_used_is_named(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("G221_CONFIG", str(tmp_path))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("Dear all")
    said = opened("draft", "dos", today=NOW, code=1)
    assert (said.out, len(said.lines)) == ("", 1)
    assert "mine.txt must begin with its front matter" in said.err
    opened("status", today=NOW)


def test_the_address_for_a_mail_program_is_one_line(opened: Cli) -> None:
    said = opened("draft", "consulate_email", "--mailto", today=NOW)
    assert said.out.startswith("mailto:visas@example.gov?subject=2026299%20345%200001")
    assert said.out.count("\n") == 1


def test_the_users_editor_has_the_last_word(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "edit or"
    editor.write_text('#!/bin/sh\necho \'In my words.\' >> "$1"\ntouch "$1~"\necho "$1" > name\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"'{editor}'")
    said = opened("draft", "dos", "--edit", today=NOW)
    assert said.out.startswith("Have on the table")
    assert said.out.endswith("In my words.\n")
    given = Path((tmp_path / "name").read_text().strip())
    assert given.name == "letter.txt"
    assert not given.parent.exists()


@pytest.mark.parametrize("editor", ["", "false", "no-such-editor", "'"])
def test_an_editor_that_fails_leaves_nothing_and_says_so(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    said = opened("draft", "dos", "--edit", "--out", "x.txt", today=NOW, code=1)
    assert (said.out, len(said.lines)) == ("", 1)
    assert not (tmp_path / "x.txt").exists()
    assert list(tmp_path.glob("g221-*")) == []


def asking(words: str, cwd: Path) -> "pexpect.spawn[str]":
    """The program on a terminal of its own."""
    program = ["-m", "g221_tui", "--today", NOW, *words.split()]
    return pexpect.spawn(sys.executable, program, cwd=str(cwd), encoding="utf-8", timeout=60)


ROOT = Path(__file__).parents[3]


def test_on_a_terminal_the_missing_facts_are_asked_for_and_kept(opened: Cli) -> None:
    opened("set", "birth_date=", "nationality=", "passport_number=")
    child = asking("draft consulate_email", ROOT)
    child.expect_exact("Enter leaves a line out.")
    child.expect_exact("Birth date (the applicant's)? ")
    child.sendline("05/03/1990")
    child.expect_exact("05/03/1990")
    child.expect_exact("Birth date (the applicant's)? ")
    child.sendline("5 Mar 1990")
    child.expect_exact("Nationality (as in the passport)? ")
    child.sendline("")
    child.expect_exact("Passport number? ")
    child.sendline("Y7654321")
    child.expect_exact("Birth date: 5 Mar 1990")
    child.expect_exact("Passport number: Y7654321")
    child.expect_exact("Left out, because it is not recorded: nationality")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    kept = opened("draft", "consulate_email", today=NOW)
    assert "Birth date: 5 Mar 1990" in kept.out
    assert len(opened("history").out.splitlines()) == 4
    opened("undo")
    assert "Birth date" not in opened("draft", "consulate_email", today=NOW).out


def test_an_answer_may_bring_up_the_next_question(opened: Cli) -> None:
    opened("set", "us_link=", "petitioner=Example Works")
    child = asking("draft senator", ROOT)
    child.expect_exact("US link")
    child.sendline("relative")
    child.expect_exact("Writer of letters")
    child.sendline("Bo Sample")
    child.expect_exact("My name is Bo Sample. I am in Texas, and I am a relative")
    child.expect(pexpect.EOF)


def test_the_letter_goes_to_a_pipe_while_questions_stay_on_the_terminal(opened: Cli) -> None:
    opened("set", "nationality=")
    here, there = pytest.importorskip("pty").openpty()
    program = [sys.executable, "-m", "g221_tui", "--today", NOW, "draft", "consulate_email"]
    with subprocess.Popen(
        program, stdin=there, stderr=there, stdout=subprocess.PIPE, cwd=ROOT
    ) as done:
        os.close(there)
        os.write(here, b"Ruritania\n")
        assert done.stdout is not None
        out = done.stdout.read().decode()
    os.close(here)
    assert out.startswith("To: visas@example.gov\n")
    assert "Nationality: Ruritania" in out
    assert "?" not in out.partition("My question")[0]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
def test_an_editor_that_leaves_a_pipe_is_not_waited_for(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nrm "$1" && mkfifo "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    said = opened("draft", "dos", "--edit", "--out", "x.txt", today=NOW, code=1)
    assert said.lines[-1].endswith("could not be used: it is no ordinary file.")
