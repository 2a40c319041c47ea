"""The completions and the manual page: what lies in the package is what the parser gives."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from cli.completion.offers import EVERY, OFFERS
from cli.conftest import Cli
from g221_tui.rules import DATA

BASH = DATA / "completion" / "g221.bash"
MANUAL = DATA / "man" / "g221.1"
TOOLS = all(importlib.util.find_spec(tool) for tool in ("shtab", "argparse_manpage"))
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@pytest.mark.skipif(not TOOLS, reason="shtab and argparse-manpage are not installed here")
@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="they are made with Python 3.11")
def test_what_lies_in_the_package_is_what_the_parser_gives() -> None:
    from cli.completion.make import made

    other = [path.name for path, text in made().items() if path.read_text("utf-8") != text]
    assert other == [], "run: python tests/cli/completion/make.py"


def offered(*words: str) -> set[str]:
    """What bash offers for the last of the words."""
    script = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1));'
        ' complete -p g221 >/dev/null || exit 9; _shtab_g221; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", str(BASH), "g221", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


@needs_bash
@pytest.mark.parametrize(("words", "some"), OFFERS)
def test_bash_offers_what_may_be_typed(words: tuple[str, ...], some: set[str]) -> None:
    assert offered(*words) == some


@needs_bash
@pytest.mark.parametrize("command", EVERY)
def test_bash_offers_every_option_of_a_command(command: str) -> None:
    options = set(EVERY[command].known_options())
    assert options
    assert options <= offered(*command.split(), "--")


@needs_bash
def test_bash_offers_files_where_a_file_is_meant(tmp_path: Path) -> None:
    (tmp_path / "my export.json").write_text("{}")
    assert str(tmp_path / "my") in offered("import", f"{tmp_path}/my")
    assert str(tmp_path / "my") in offered("status", "--file", f"{tmp_path}/my")


@needs_bash
@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal there")
def test_the_tab_key_completes_in_a_living_bash() -> None:
    child = pexpect.spawn("bash", ["--norc", "--noprofile"], encoding="utf-8", timeout=30)
    child.sendline(f"PS1='ready> '; source '{BASH}'; bind 'set bell-style none'")
    child.expect("ready> ")
    child.expect("ready> ")
    child.send("g221 exp\tcs\tdoc\t--fu\t")
    child.expect_exact("g221 export csv documents --full")
    child.sendcontrol("c")
    child.sendline("exit")
    child.expect(pexpect.EOF)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_command_prints_it_whatever_the_file_of_the_cases_is(g221: Cli, shell: str) -> None:
    g221.file.parent.mkdir(parents=True)
    g221.file.write_text("damaged")
    printed = g221("completion", shell)
    assert printed.out == (DATA / "completion" / f"g221.{shell}").read_text(encoding="utf-8")
    assert printed.err == ""


def test_another_shell_is_one_plain_line(g221: Cli) -> None:
    said = g221("completion", "tcsh", code=2).err
    assert "bash, zsh, fish" in said
    assert len(said.splitlines()) == 1


def test_the_program_needs_no_tool_that_made_them(g221: Cli) -> None:
    program = (
        "import sys\nfrom g221_tui.cli.main import main\nmain(['completion', 'bash'])\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert loaded[0] == "LOADED"
    assert not {"shtab", "argparse_manpage", "textual", "jinja2"} & set(loaded)


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
def test_the_manual_page_reads_without_a_warning_and_tells_every_command() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-P", "cat", str(MANUAL)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"MANWIDTH": "100", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "dumb"},
    )
    assert done.stderr == ""
    for command in filter(None, EVERY):
        assert f"g221 {command}" in done.stdout, command
