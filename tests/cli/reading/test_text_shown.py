"""What the user typed is text: kept raw, shown literally, and never obeyed."""

import json

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"

HOSTILE = {
    "[/]": "[/]",
    "[bold]x": "[bold]x",
    "[DS-5535]": "[DS-5535]",
    "[@click=app.quit]x": "[@click=app.quit]x",
    "$name": "$name",
    "%s {0}": "%s {0}",
    "one\ntwo": "one␊two",
    "tab\there": "tab␉here",
    "\x1b]52;c;eA==\x07x": "␛]52;c;eA==␇x",
    "\x1b[31mred": "␛[31mred",
    "del\x7f": "del␡",
    "c1\x9b31m": "c1\ufffd31m",
    "rtl\u202eoverride": "rtl‹202E›override",
    "zero\u200bwidth": "zero‹200B›width",
    "👩\u200d👩\u200d👧": "👩\u200d👩\u200d👧",
    "日本語": "日本語",
    "cafe\u0301": "cafe\u0301",
}


@pytest.mark.parametrize(("typed", "shown"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_it_is_stored_raw_and_shown_cleaned(g221: Cli, typed: str, shown: str) -> None:
    g221.open(REFUSED, "--post", typed, "--title", typed, "--document", typed)
    g221("log", "ceac", "--note", typed, "--status", typed)
    g221("event", "add", "note", "--note", typed)
    snapshot = g221.status()
    assert (snapshot["case"]["post"], snapshot["case"]["title"]) == (typed, typed)
    assert [paper["name"] for paper in snapshot["documents"]["items"]] == typed.split("\n")
    assert (g221.contacts()[0]["note"], g221.contacts()[0]["status"]) == (typed, typed)
    for words in (("docs", "list"), ("cases",), ("contacts",), ("event", "list"), ("status",)):
        out = g221(*words).out
        parts = shown.split("\u240a") if words[0] == "docs" else [shown]  # a line, a paper
        assert all(part in out for part in parts), words
        assert not set(out) & set("\x1b\x07\x7f\x9b\u202e\u200b"), words
    for words in (("history",), ("timeline",), ("next",), ("channels",), ("info",)):
        assert not set(g221(*words).out) & set("\x1b\x07\x7f\x9b\u202e\u200b"), words


def test_what_is_said_about_hostile_text_is_cleaned_too(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "\x1b[31mred")
    for words, code in (
        (("docs", "set", "\x1b[31mred", "submitted"), 0),
        (("docs", "set", "\x1b[32mgreen", "submitted"), 1),
        (("log", "\x1b[31mred"), 2),
        (("set", "\x1b[31m=x"), 2),
        (("\x1b[31m",), 2),
        (("new", "--refused", "\x1b[31m"), 2),
        (("docs", "add", "a\nb\x1b"), 0),
        (("docs", "set", "c\nd", "submitted"), 1),
    ):
        said = g221(*words, code=code)
        assert "\x1b" not in said.err, words
        assert code == 0 or len(said.lines) == 1, words


def test_a_very_long_word_is_neither_wrapped_nor_cut(g221: Cli) -> None:
    word = "x" * 10_000
    g221.open(REFUSED, "--document", word)
    assert any(word in line for line in g221("docs", "list").out.splitlines())


def test_names_and_numbers_are_free_text(g221: Cli) -> None:
    odd = {"visa": "Z-99", "case_number": "??", "post": "Atlantis", "receipt_number": "none yet"}
    g221.open(REFUSED)
    g221("set", *(f"{name}={text}" for name, text in odd.items()))
    case = g221.status()["case"]
    assert {name: case[name] for name in ("visa", "case_number", "post")} == {
        name: odd[name] for name in ("visa", "case_number", "post")
    }


def test_a_value_may_hold_an_equals_sign_and_be_empty(g221: Cli) -> None:
    g221.open(REFUSED)
    g221("set", "title=a=b=c")
    assert g221.status()["case"]["title"] == "a=b=c"
    g221("set", "title=")
    assert g221.status()["case"]["title"] == ""


@pytest.mark.parametrize("words", [("status", "--masked"), ("status", "--json", "--masked")])
def test_a_masked_status_shows_no_case_number(g221: Cli, words: tuple[str, ...]) -> None:
    number = "2026299 345 0001"
    g221.open(REFUSED, "--case-number", number, "--title", f"case {number}")
    assert number in g221(*(word for word in words if word != "--masked")).out
    assert number not in g221(*words).out


def test_a_masked_status_shows_no_number_that_was_corrected_or_is_in_a_faulty_record(
    g221: Cli,
) -> None:
    g221.open(REFUSED)
    g221.open(REFUSED, "--case-number", "MUM2026999001", "--title", "was mum-2026-999-001")
    g221("set", "case_number=MUM2026999002")
    rows = json.loads(g221.file.read_text(encoding="utf-8"))
    rows["cases"]["1"]["passport_number"] = 76543210
    g221.file.write_text(json.dumps(rows), encoding="utf-8")
    shown, masked = g221("status"), g221("status", "--masked")
    assert "76543210" in shown.err
    assert "mum-2026-999-001" in shown.out
    assert "76543210" not in masked.err
    assert "mum-2026" not in masked.out


@pytest.mark.parametrize(
    ("name", "date", "part"),
    [
        ("Asha Rao", "Flight of Asha Rao", "asha"),
        ("Ravi Kumar", "Ravi's flight AI101", "ravi"),
    ],
)
def test_a_date_named_after_somebody_has_no_name_in_its_id_and_none_at_all_when_masked(
    g221: Cli, name: str, date: str, part: str
) -> None:
    g221.open(REFUSED)
    g221("set", f"applicant={name}")
    g221("deadline", "add", date, "2026-12-20")
    rows = g221.status()["deadlines"]
    assert not [row for row in rows if part in row["id"].casefold()]
    assert date in g221("status", "--json").out
    assert part not in g221("status", "--json", "--masked").out.casefold()


def test_a_masked_export_does_not_say_whom_one_talked_to(g221: Cli) -> None:
    g221.open(REFUSED)
    g221("log", "dos", "--purpose", "details", "--with", "Officer Smith")
    assert "Officer Smith" in g221("export", "json", "--full").out
    assert "Smith" not in g221("export", "json").out
