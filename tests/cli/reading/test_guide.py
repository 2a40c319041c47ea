"""`g221 guide`: the list of topics, one page, and both as JSON, with and without a terminal."""

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from cli.conftest import Cli
from g221_tui.guide import load_pages


def test_without_a_topic_it_lists_all_by_kind(g221: Cli) -> None:
    said = g221("guide")
    rows = said.out.splitlines()
    heads = ["Stages", "Reasons on the slip", "Ways to follow up", "Worth knowing"]
    assert [row for row in rows if row in heads] == heads
    named = [row.split()[0] for row in rows if row.startswith("  ")]
    assert named == [page.id for page in load_pages()]
    assert all(page.title in said.out for page in load_pages())
    assert said.err == ""


def test_a_page_is_its_title_its_text_and_its_source(g221: Cli) -> None:
    page = next(page for page in load_pages() if page.id == "long_wait")
    rows = g221("guide", "long_wait").out.splitlines()
    assert rows[0] == page.title
    assert "\n".join(rows[2:-2]) == page.text
    assert rows[-1] == f"Source: {page.source}, as of {page.as_of}."


@pytest.mark.parametrize(
    ("today", "old"),
    [("2024-02-25", False), ("2024-02-26", True), ("2026-12-12", True)],
)
def test_a_page_says_of_itself_that_it_is_old_by_the_day_it_is_read_on(
    g221: Cli, today: str, old: bool
) -> None:
    rows = g221("guide", "legalnet", today=today).out.splitlines()
    assert ("more than 2 years ago" in rows[-1]) is old
    assert rows[-2 if old else -1].endswith("as of 25 February 2022.")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("passport",), "Your passport meanwhile"),
        (("passport", "back"), "The passport came back with the slip"),
        (("travel",), "Travel on an older visa while it waits"),
        (("lawsuit",), "A lawsuit over the delay"),
        (("expedite",), "What an expedite request is"),
        (("proclamation",), "Proclamation, pause, or 221(g)?"),
        (("no", "letter"), "No letter yet"),
        (("how", "long"), "How long for people like me?"),
        (("social", "media"), "Online presence"),
    ],
)
def test_what_people_ask_in_the_wait_is_found_by_the_words_they_type(
    g221: Cli, words: tuple[str, ...], title: str
) -> None:
    assert g221("guide", *words).out.splitlines()[0] == title


@pytest.mark.parametrize("words", [("long", "wait"), ("LONG_WAIT",), ("long",), ("--", "long")])
def test_a_topic_may_be_words_or_a_beginning(g221: Cli, words: tuple[str, ...]) -> None:
    assert g221("guide", *words).out == g221("guide", "long_wait").out


@pytest.mark.parametrize("topic", ["nonsense", "", "passport_", "\x1b[31m"])
def test_an_unknown_topic_is_one_line_that_names_the_known_ones(g221: Cli, topic: str) -> None:
    said = g221("guide", topic, code=2)
    assert (said.out, len(said.lines)) == ("", 1)
    assert "not_legal_advice" in said.err
    assert "\x1b" not in said.err


def test_an_unknown_option_is_not_understood(g221: Cli) -> None:
    assert "--json" in g221("guide", "--html", code=2).err


def test_as_json_a_topic_is_an_object_and_all_are_a_list(g221: Cli) -> None:
    page = g221("guide", "notices", "--json").json()
    assert (page["id"], page["kind"], page["resolves"]) == ("notices", "page", [5, 6, 7])
    assert {"title", "about", "source", "as_of", "order", "text"} <= set(page)
    assert page in g221("guide", "--json").json()


def test_it_needs_no_file_and_is_not_barred_by_a_damaged_one(g221: Cli) -> None:
    assert g221("guide", "scams", today=None).out
    assert not g221.file.exists()
    g221.file.parent.mkdir(parents=True)
    g221.file.write_text("{", encoding="utf-8")
    assert g221("guide", "scams").out
    assert g221.file.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(("columns", "widest"), [(100, 80), (60, 60)])
def test_on_a_terminal_it_wraps(tmp_path: Path, columns: int, widest: int) -> None:
    # Given, since readline puts a COLUMNS of its own into what a child would inherit.
    names = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    words = ["-m", "g221_tui", "guide", "mistakes"]
    size = (24, columns)
    child = pexpect.spawn(
        sys.executable, words, cwd=str(tmp_path), env=names, dimensions=size, encoding="utf-8"
    )
    shown = re.sub(r"\x1b\[[0-9;]*m", "", child.read())
    child.close()
    rows = shown.splitlines()
    assert child.exitstatus == 0
    assert rows[0] == "Mistakes to avoid"
    assert max(map(len, rows)) <= widest
    assert any(row.startswith("  ") for row in rows)
    assert "\n".join(rows).count("\n- ") == 11


def test_it_wraps_nothing_without_a_terminal(g221: Cli) -> None:
    assert max(map(len, g221("guide", "processing").out.splitlines())) > 200
