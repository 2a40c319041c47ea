"""The benchmark runs, its page says what its JSON says, and its files are the program's own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import files, picture, run, short
from benchmarks.measure import Measure
from benchmarks.page import page
from benchmarks.place import rows_of
from benchmarks.window import PATIENCE, QUIET, Window
from g221_tui.clock import SystemClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it needs a pseudo-terminal")

TRIAL = ("ready", "commands", "store", "snapshot", "file")
"""The parts of the short run; the others open more dashboards and do nothing else."""
SLOW = """
import os, sys, time, tty
tty.setraw(0)
os.write(1, b"ready")
os.read(0, 1)
os.write(1, b"first")
end = time.process_time() + 0.5
while time.process_time() < end:
    pass
os.write(1, b"second")
os.read(0, 1)
"""
"""A program that works for half a second between two pieces of a screen."""
SHAPES = {
    "one case": files.Size(contacts=45, documents=7, events=5),
    "documents": files.Size(contacts=0, documents=9, events=0),
    "cases": files.Size(cases=4, each=5),
    "one day": files.Size(contacts=6, documents=3, events=2, days=1),
}
"""Small files of every kind that is measured."""


def test_one_short_round_measures_every_kind_and_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "result.json"
    words = ["--only", *TRIAL, "--rounds", "1", "--share", "0.005", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, run.__file__, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(out.read_text(encoding="utf-8"))
    names = [measure["name"] for measure in result["measures"]]
    assert len(set(names)) == len(names)
    assert all(measure["product"]["median"] >= 0 for measure in result["measures"])
    assert {measure["unit"] for measure in result["measures"]} == {"s", "MB", "bytes", ""}
    assert out.with_name(run.PAGE).read_text(encoding="utf-8") == page(result)
    assert all(f"| {name} |" in done.stdout for name in names)


def test_a_program_that_ends_before_it_is_drawn_is_said_to() -> None:
    began = time.monotonic()
    window = Window([sys.executable, "-c", "print('so long')"], os.environ)
    with pytest.raises(TimeoutError, match="so long"):
        window.until("ready")
    window.end()
    assert time.monotonic() - began < PATIENCE


def test_a_screen_is_settled_when_nothing_is_written_and_nothing_is_done() -> None:
    window = Window([sys.executable, "-c", SLOW], os.environ)
    window.until("ready")
    took = window.press("x")
    assert "first" in window.output
    assert "second" in window.output, "it was busy for longer than a screen is quiet"
    assert took.size == len("firstsecond")
    assert took.cpu > QUIET
    window.end("x")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_that_is_made_is_as_the_program_would_have_written_it(
    tmp_path: Path, shape: str
) -> None:
    size, today, path = SHAPES[shape], SystemClock().today(), tmp_path / "case.json"
    files.write(path, size, today)
    tracker = files.tracker_of(path, today)
    book = tracker.reader.book()
    assert book.problems == ()
    assert book.read_only is None
    case = book.cases[0]
    assert len(case.documents) == max(1, size.documents)
    assert len(case.contacts) == max(2, size.contacts)
    assert len(case.events) - 1 == max(1, size.events), "the refusal is one more"
    assert len(book.cases) == size.cases
    assert [len(other.contacts) for other in book.cases[1:]] == [size.each] * (size.cases - 1)
    entries = tracker.reader.history()
    assert [entry.n for entry in entries] == list(range(1, len(entries) + 1))
    kept = {change.id for entry in entries for change in entry.changes}
    every = [one for each in book.cases for one in (*each.contacts, *each.documents, *each.events)]
    assert {one.id for one in every} <= kept
    assert len({one.id for one in every}) == len(every)
    assert sum(len(rows) for rows in rows_of(tracker.reader)) > len(case.documents)


def test_the_program_goes_on_from_a_file_that_was_made(tmp_path: Path) -> None:
    today, path = SystemClock().today(), tmp_path / "case.json"
    files.write(path, files.Size(contacts=12, documents=3, events=3), today)
    tracker = files.tracker_of(path, today)
    before = tracker.reader.book()
    tracker.apply(files.email(today, "one more"))
    assert len(tracker.reader.book().cases[0].contacts) == 13
    tracker.archive.undo()
    tracker.archive.undo()
    left = tracker.reader.book().cases[0]
    assert len(left.contacts) == 11, "the last of those that were made went too"
    tracker.archive.redo()
    assert tracker.reader.book().cases == before.cases
    for words in (("status",), ("next",), ("timeline",), ("history",), ("export", "json")):
        command = [sys.executable, "-m", "g221_tui", "--file", str(path), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_page_the_picture_and_the_readme_are_those_of_the_stored_result() -> None:
    result = json.loads(run.RESULT.read_text(encoding="utf-8"))
    assert result["share"] == 1, "a whole run"
    assert run.RESULT.with_name(run.PAGE).read_text(encoding="utf-8") == page(result)
    stored = run.RESULT.with_name(run.PICTURE).read_text(encoding="utf-8")
    assert stored == picture.drawn(result["curves"])
    readme = short.README.read_text(encoding="utf-8")
    assert short.placed(readme, short.short(result)) == readme
    lines = [e for e in ElementTree.fromstring(stored).iter() if e.tag.endswith("polyline")]
    assert len(lines) == sum(len(panel["lines"]) for panel in result["curves"])


def test_the_short_table_says_the_figure_its_ratio_and_the_goal() -> None:
    measures = [
        Measure("commands", "status, 60 records: CPU", (0.02, 0.03), (0.01, 0.01), 1.1).told,
        Measure("memory", "peak memory, 500 cases", (40,), (20,), 2.5, "MB").told,
    ]
    rows = short.short({"measures": measures}).splitlines()
    assert rows[0].count("|") == rows[-1].count("|") == 5
    assert "| `status`, CPU | 25 ms (2.50 of 1.1) | - | - |" in rows
    assert "| peak memory of the dashboard | - | - | 40 MB (2.00 of 2.5) |" in rows


def test_only_the_table_of_the_readme_is_replaced() -> None:
    text = f"before\n\n{short.HEAD} old |\n| row |\n\nafter\n"
    assert short.placed(text, f"{short.HEAD} new |\n") == f"before\n\n{short.HEAD} new |\n\nafter\n"
    with pytest.raises(ValueError, match="no table"):
        short.placed("no table", "new")


def test_a_goal_is_held_against_the_median_of_the_ratios() -> None:
    ratios = Measure("store", "a", (1.0, 3.0, 9.0), (1.0, 2.0, 3.0), 1.6)
    assert ratios.ratios == (1.0, 1.5, 3.0)
    assert ratios.met
    assert not ratios._replace(limit=1.4).met
    assert ratios._replace(limit=None).met is None
    alone = Measure("filter", "b", (0.1, 0.3), (), 0.25)
    assert alone.met
    assert alone.ratios == ()
    assert alone.told["floor"] is None
