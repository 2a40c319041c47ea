"""Every case is told right, on every day of it."""

import re
from pathlib import Path

import pytest

from cases.checks import Answers, has
from cases.script import Script, Step, day_of, read
from cli.conftest import Cli

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.rglob("*.case"))


@pytest.fixture
def program(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Cli:
    """The program on an empty private file."""
    file = tmp_path / "case.json"
    monkeypatch.setenv("G221_FILE", str(file))
    monkeypatch.setenv("G221_CONFIG", str(tmp_path / "config"))
    return Cli(capsys, file)


def word(program: Cli, written: str, step: Step) -> str:
    """A word of a command; `[DAY: WORDS]` is the id of the record of that day with these words."""
    wanted = re.fullmatch(r"\[(.+?): (.+)\]", written)
    if wanted is None:
        return written
    today, on = step.today.isoformat(), day_of(wanted[1], step.today).isoformat()
    rows = [
        row
        for listed in (("event", "list"), ("contacts",))
        for row in program(*listed, "--today", today, today=None).out.splitlines()
        if on in row and has(wanted[2], row)
    ]
    assert len(rows) == 1, f"{written} finds {rows}"
    return str(re.findall(r"\[([a-z]-[a-z0-9]+)\]", rows[0])[-1])


def answers(program: Cli, step: Step, said: str) -> Answers:
    """What the program says after a step, on its day."""
    day = step.today.isoformat()
    on = ("--today", day)  # after the command: then only that command is parsed for
    status = program("status", "--json", *on, today=None).json()
    return Answers(step.today, status, program("status", "--plain", *on, today=None).out, said)


def played(program: Cli, script: Script) -> list[str]:
    """Every line of the case that the program does not bear out."""
    wrong: list[str] = []
    for step in script.steps:
        said = ""
        if step.words:
            words = [word(program, written, step) for written in step.words]
            done = program.ended(*words, "--today", step.today.isoformat(), today=None)
            said = done.out + done.err
            if done.code != step.code:
                wrong.append(f"{step.words}: exit {done.code}, not {step.code}: {said}")
                if step.words[0] == "new":
                    return wrong
                continue
        if step.checks:
            found = answers(program, step, said)
            wrong += [f"{check} -- {why}" for check in step.checks if (why := found.failed(check))]
    return wrong


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_case_is_told_right_on_every_day_of_it(file: Path, program: Cli) -> None:
    wrong = played(program, read(file))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_case_is_worth_telling(file: Path) -> None:
    script = read(file)
    assert script.title
    assert script.about
    assert script.days > 1
    assert sum(len(step.checks) for step in script.steps) > 3
