"""zsh and fish complete as bash does: commands, options, legal values, files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from cli.completion.offers import EVERY, OFFERS
from g221_tui.rules import DATA

ZSH, FISH = (DATA / "completion" / f"g221.{shell}" for shell in ("zsh", "fish"))
needs_fish = pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
needs_zsh = pytest.mark.skipif(
    shutil.which("zsh") is None or sys.platform == "win32",
    reason="there is no zsh here, or no pseudo-terminal",
)
BEGIN = """
PS1='ready> '; unsetopt BEEP; autoload -Uz compinit; compinit -u -D
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits; builtin compadd -A hits "$@"
  [[ -n $hits ]] && print -rl -- $hits >> $OFFERED
  builtin compadd "$@"
}
typed() { print -r -- "<$BUFFER>" }; zle -N typed; bindkey '^X' typed
"""
"""It writes what is offered to a file, and prints the line on ctrl+x."""

Zsh = Callable[[str], tuple[str, set[str]]]


@pytest.fixture(scope="module", params=["source {}", 'eval "$(cat {})"', "fpath"])
def zsh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zsh]:
    """What a living zsh makes of a line when tab is pressed: the line, and what it offers."""
    folder = tmp_path_factory.mktemp("zsh")
    offered = folder / "offered"
    begin = BEGIN
    if request.param == "fpath":
        shutil.copy(ZSH, folder / "_g221")
        begin = f"fpath=('{folder}' $fpath)\n{begin}"
    else:
        begin += request.param.format(f"'{ZSH}'")
    (folder / "begin").write_text(begin, encoding="utf-8")
    homes = {"HOME": str(folder), "ZDOTDIR": str(folder), "OFFERED": str(offered)}
    child = pexpect.spawn(
        "zsh",
        ["-f"],
        encoding="utf-8",
        timeout=30,
        dimensions=(50, 200),
        env={**os.environ, "TERM": "dumb", **homes},
    )
    child.sendline(f"source '{folder}/begin' && echo begun$((1 + 1))")
    child.expect("begun2\r")
    assert "can only be called" not in child.before
    child.expect("ready> ")

    def press_tab(line: str) -> tuple[str, set[str]]:
        offered.write_text("", encoding="utf-8")
        child.send(f"{line}\t\x18")
        child.expect("<([^>]*)>")
        found = str(child.match[1])
        child.send("\x15")
        return found, set(offered.read_text(encoding="utf-8").split())

    yield press_tab
    child.close(force=True)


@needs_zsh
def test_zsh_offers_what_may_be_typed_however_it_was_told(zsh: Zsh) -> None:
    for words, some in OFFERS:
        assert zsh(f"g221 {' '.join(words)}")[1] == some, words


@needs_zsh
def test_zsh_completes_the_line_and_offers_every_option_and_files(zsh: Zsh, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("{}", encoding="utf-8")
    assert zsh("g221 exp")[0] == "g221 export "
    assert zsh("g221 export packet sen")[0] == "g221 export packet senator "
    assert zsh(f"g221 import {tmp_path}/mi")[0] == f"g221 import {tmp_path}/mine.json "
    assert zsh(f"g221 status --file {tmp_path}/mi")[0].endswith("/mine.json ")
    for command in ("status", "export", "docs set", "new", "log"):
        assert set(EVERY[command].known_options()) <= zsh(f"g221 {command} --")[1], command


def offered_by_fish(*lines: str) -> list[set[str]]:
    """What fish offers for the last word of each line."""
    script = (
        "source $argv[1]; for line in $argv[2..]; echo ==;"
        ' complete -C "$line" | string replace -r "\\t.*" ""; end; true'
    )
    done = subprocess.run(
        ["fish", "--no-config", "-c", script, str(FISH), *lines],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stderr == ""
    return [set(part.split()) for part in done.stdout.split("==\n")[1:]]


@needs_fish
def test_fish_offers_what_may_be_typed() -> None:
    found = offered_by_fish(*(f"g221 {' '.join(words)}" for words, _ in OFFERS))
    assert found == [some for _, some in OFFERS]


@needs_fish
def test_fish_offers_every_option_of_every_command_and_files(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("{}", encoding="utf-8")
    for command, found in zip(
        EVERY, offered_by_fish(*(f"g221 {c} --" for c in EVERY)), strict=True
    ):
        options = {name for name in EVERY[command].known_options() if name.startswith("--")}
        assert options <= found, command
    (files,) = offered_by_fish(f"g221 import {tmp_path}/mi")
    assert files == {f"{tmp_path}/mine.json"}
