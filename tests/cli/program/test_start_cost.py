"""The command line starts without what only the dashboard or a save needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli

ROOT = Path(__file__).parents[3]
HEAVY = ("textual", "rich", "filelock", "arrow", "jinja2", "icalendar")


def loaded(program: str) -> set[str]:
    """Run the program in a fresh interpreter; which heavy packages are loaded at its end?"""
    report = f"{program}\nimport sys; print('LOADED', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=ROOT
    )
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == "LOADED"
    return {name for name in HEAVY if name in last}


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    assert loaded("import g221_tui.cli.main") == set()


@pytest.mark.parametrize(
    "words",
    ['"status"', '"status", "--json"', '"next", "--check"', '"why", "next"', '"docs", "list"'],
)
def test_reading_the_case_loads_nothing_heavy(g221: Cli, words: str) -> None:
    g221.open("2026-10-26", "--asked", "no")
    program = f'from g221_tui.cli.main import main\nmain(["--today", "2026-12-12", {words}])'
    assert loaded(program) == set()


DASHBOARD = """
import asyncio
from datetime import date
from g221_tui.clock import FixedClock
from g221_tui.demo import demo_tracker
from g221_tui.ui.app import G221App

async def look():
    with demo_tracker(FixedClock(date(2026, 12, 12))) as tracker:
        app = G221App(tracker, case=None, demo=True)
        async with app.run_test() as pilot:
            await pilot.press("3", "j", "enter", "escape")

asyncio.run(look())
"""


def test_the_dashboard_loads_neither_template_engine_nor_calendar_until_they_are_wanted() -> None:
    assert not {"jinja2", "icalendar"} & loaded(DASHBOARD)


LEAVING = (
    *("core.outgoing.calendar_entries", "core.outgoing.calendar_memory", "core.outgoing.sheets"),
    *("core.outgoing.reminders", "core.edits.imported.take_table", "store.own_files.memory"),
    *("service.calendar", "service.reminders", "service.tables", "cli.leaving.remind"),
    *("output.calendar_file", "output.csv_file", "output.schedule", "output.receivers"),
    *("service.exports", "cli.leaving.exporting", "ui.screens.dialogs.export_file"),
    *("core.letters.letter", "service.drafts", "output.letters", "ui.screens.dialogs.import_file"),
)
"""The modules that only what leaves the program needs."""


def test_neither_status_nor_the_dashboard_loads_what_only_exports_need(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    status = 'from g221_tui.cli.main import main\nmain(["--today", "2026-12-12", "status"])'
    for program in (status, DASHBOARD):
        report = f"{program}\nimport sys; print('LOADED', *sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=ROOT
        )
        found = done.stdout.splitlines()[-1].split()
        assert found[0] == "LOADED"
        assert not {f"g221_tui.{name}" for name in LEAVING} & set(found)


def test_a_draft_loads_no_dashboard(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    program = 'from g221_tui.cli.main import main\nmain(["--today", "2027-05-20", "draft", "dos"])'
    assert loaded(program) <= {"jinja2", "filelock", "arrow"}


LOOKING_AFTER = (
    "service.archive",
    "store.merging",
    "core.privacy",
    "output",
    "core.text.paper_list",
)
"""What looks after the file, masks it, or reads a list that was pasted."""


def test_logging_a_contact_loads_nothing_that_looks_after_the_file(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    words = '"--today", "2026-12-12", "log", "ceac", "--status", "Refused"'
    report = f"from g221_tui.cli.main import main\nmain([{words}])"
    report += "\nimport sys; print('LOADED', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found = done.stdout.splitlines()[-1].split()
    assert "g221_tui.store.transaction" in found
    assert "tomllib" not in found, "there are no settings to read"
    assert not [
        name for name in found if name.startswith(tuple(f"g221_tui.{n}" for n in LOOKING_AFTER))
    ]


PAPER = ("g221_tui.core.brief", "g221_tui.output.paper", "g221_tui.service.packets")
"""What only a brief or a packet needs."""


def of_paper(program: str) -> set[str]:
    """Which of it the program has loaded at its end."""
    report = f"{program}\nimport sys; print('LOADED', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found = done.stdout.splitlines()[-1].split()
    return {name for name in found if name.startswith(PAPER)}


def test_status_and_the_dashboard_load_nothing_of_briefs_and_packets(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    program = 'from g221_tui.cli.main import main\nmain(["--today", "2026-12-12", "status"])'
    assert of_paper(program) == set()
    assert of_paper(DASHBOARD) == set()


def test_a_brief_as_markdown_loads_no_template_engine(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    words = '"--today", "2026-12-12", "export", "brief"'
    program = f"from g221_tui.cli.main import main\nmain([{words}])"
    assert loaded(program) == set()
    assert of_paper(program)
