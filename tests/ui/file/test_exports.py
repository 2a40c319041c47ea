"""What is handed on from the dashboard is what the command line writes, masked unless in full."""

import re
from pathlib import Path

import pytest

from g221_tui.cli.main import main
from g221_tui.core.edits.facts import SetFacts
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import Field, TextField
from ui.conftest import DAY, Opener, Window
from ui.letters.kit import know

NUMBER = "2026299 345 0001"
"""The case number of the demo."""
STAMP = re.compile(rb"DTSTAMP:[0-9TZ]+")
KINDS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "brief.html": ({"what": "brief"}, ("brief", "--html")),
    "brief.md": ({"what": "brief", "form": "md"}, ("brief",)),
    "calendar.ics": ({"what": "ics"}, ("ics",)),
    "export.json": ({"what": "json"}, ("json",)),
    **{
        f"{name}.csv": ({"what": "csv", "table": name}, ("csv", name))
        for name in ("contacts", "documents", "timeline")
    },
    "excel.csv": (
        {"what": "csv", "table": "documents", "reader": "bom"},
        ("csv", "documents", "--bom"),
    ),
    **{
        f"packet-{who}.html": ({"what": "packet", "who": who}, ("packet", who))
        for who in ("senator", "post", "attorney", "employer", "school")
    },
}
"""What is chosen in the dialog, and the words of the command line, by a name of the file."""


async def opened(w: Window, **chosen: str) -> None:
    """Open the dialog, and choose."""
    await w.press("ctrl+p", *"export", "enter")
    await w.dialog("ExportDialog")
    for key, value in chosen.items():
        await w.fill(**{key: value})


async def saved(w: Window) -> None:
    await w.press("ctrl+s")
    await w.closed()


def path_of(w: Window) -> str:
    return w.app.screen.query_one("#f-path", TextField).value


def asked(w: Window) -> list[str]:
    """The fields that are shown."""
    return [field.key for field in w.app.screen.query(Field) if field.display]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", KINDS)
async def test_what_the_dialog_writes_is_what_the_command_writes(
    window: Opener, tmp_path: Path, name: str, full: bool
) -> None:
    here, there = tmp_path / name, tmp_path / f"cli-{name}"
    chosen, words = KINDS[name]
    async with window(demo=False) as w:
        know(w)
        await opened(w, **chosen)
        await w.fill(path=str(here), **({"how": "full"} if full else {}))
        await saved(w)
        assert "Wrote" in w.message
        assert str(here) in w.message
    more = ("--full",) if full else ()
    place = ("--file", str(w.file), "--today", DAY.isoformat())
    assert main([*place, "export", *words, "--out", str(there), *more]) == 0
    assert STAMP.sub(b"", here.read_bytes()) == STAMP.sub(b"", there.read_bytes())
    assert here.stat().st_mode & 0o777 == 0o600
    told = here.read_bytes().decode("utf-8-sig")
    if not full:
        assert NUMBER not in told
        assert "masked" in told.casefold()
    elif name.startswith(("brief", "packet", "export")):
        assert NUMBER in told


async def test_only_what_a_choice_needs_is_asked_and_the_name_of_the_file_follows(
    window: Opener,
) -> None:
    async with window() as w:
        await opened(w)
        assert asked(w) == ["what", "form", "how", "path"]
        assert path_of(w) == "~/g221-brief-masked.html"
        await w.fill(form="md")
        assert path_of(w) == "~/g221-brief-masked.md"
        await w.fill(how="full")
        assert path_of(w) == "~/g221-brief.md"
        await w.fill(what="packet", who="school")
        assert asked(w) == ["what", "who", "how", "path"]
        assert path_of(w) == "~/g221-packet-school.html"
        await w.fill(what="csv", table="timeline")
        assert asked(w) == ["what", "table", "reader", "how", "path"]
        assert path_of(w) == "~/g221-timeline.csv"
        await w.fill(what="ics")
        assert asked(w) == ["what", "how", "path"]
        await w.fill(path="~/mine.ics")
        await w.fill(what="json", how="masked")
        assert path_of(w) == "~/mine.ics"


async def test_a_brief_is_written_with_keys_alone_and_a_second_one_beside_it(
    window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with window(size=(40, 12)) as w:
        await opened(w)
        await w.press("ctrl+s")
        await w.closed()
        first = (tmp_path / "g221-brief-masked.html").read_bytes()
        assert b"Masked copy" in first
        await opened(w)
        assert path_of(w) == "~/g221-brief-masked-2.html"
        await w.press("enter", "p", "enter", "enter", "enter", "ctrl+s")  # as plain text
        await w.closed()
        assert (tmp_path / "g221-brief-masked.md").read_text("utf-8").startswith("# Case brief")
        assert (tmp_path / "g221-brief-masked.html").read_bytes() == first


async def test_letters_are_text_in_the_path_and_choose_in_a_choice(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        await opened(w, path=str(tmp_path / "x"))
        await w.press("enter", "enter", "i", "n", "enter")  # in full
        await w.press("end", "m", "q", "ctrl+s")
        await w.closed()
        assert NUMBER in (tmp_path / "xmq").read_text("utf-8")
        assert not w.app.session.masked


async def test_a_masked_screen_says_nothing_more_and_writes_what_is_chosen(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        await w.press("m")
        await opened(w, what="packet", who="attorney", path=str(tmp_path / "p.html"))
        assert NUMBER not in w.text
        await w.fill(how="full")
        await saved(w)
        assert NUMBER in (tmp_path / "p.html").read_text("utf-8")
        assert NUMBER not in w.message


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("", "Name a file to write, for example ~/g221-brief-masked.html."),
        ("there.html", "already"),
        ("no/such/folder/x.html", "no/such/folder"),
        (".", "."),
        ("case.json", "is the file of your cases"),
    ],
)
async def test_a_place_that_will_not_do_is_said_in_one_line_and_nothing_is_written(
    window: Opener, tmp_path: Path, path: str, told: str
) -> None:
    there = tmp_path / "there.html"
    there.write_text("mine")
    async with window() as w:
        before = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
        await opened(w, path=str(tmp_path / path) if path else "")
        await w.press("ctrl+s")
        await w.sees("!", told)
        assert isinstance(w.app.screen, Form)
        after = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
        assert after == before
        await w.press("escape")
        await w.dialog("GiveUp")
        await w.press("y")
        await w.closed()


async def test_what_a_packet_lacks_is_named_and_may_be_filled_in_first(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        await opened(w, what="packet", who="employer", path=str(tmp_path / "p.html"))
        await w.sees("Left out, because it is not recorded: USCIS receipt number.")
        await w.sees("Stays out: the applicant's own notes")
        await w.pilot.click("#left-out Button")
        await w.dialog("MissingFacts")
        await w.fill(receipt_number="WAC2190012345")
        await w.press("ctrl+s")
        await w.dialog("ExportDialog")
        assert "Left out" not in w.text
        await w.fill(how="full")
        await saved(w)
        assert "WAC2190012345" in (tmp_path / "p.html").read_text("utf-8")


async def test_in_the_smallest_window_tab_comes_to_what_may_be_filled_in(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await opened(w, what="packet", who="employer")
        await w.press("tab", "tab")
        await w.sees("USCIS receipt number.", "Fill it in first")
        await w.press("enter")
        await w.dialog("MissingFacts")
        await w.press("escape")
        await w.dialog("ExportDialog")
        await w.sees("Fill it in first")


async def test_nobody_has_to_fill_anything_in(window: Opener, tmp_path: Path) -> None:
    async with window() as w:
        await opened(w, what="packet", who="senator", path=str(tmp_path / "p.html"))
        await w.sees("Left out", "birth date", "This is early.", "Ask one office at a time.")
        await w.press(*["enter"] * 4)  # past the button, to the one that writes
        assert w.app.focused is not None
        assert w.app.focused.id == "save"
        await w.press("enter")
        await w.closed()
        assert (tmp_path / "p.html").exists()


async def test_a_post_that_answers_nothing_gets_no_packet_and_the_reason(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        tracker = w.app.session.tracker
        tracker.apply(SetFacts(values={"post": "Dublin", "asked": "no"}), case="2")
        w.app.session.case = "2"
        w.board.session.load()
        out = tmp_path / "p.html"
        await opened(w, what="packet", who="post", path=str(out))
        await w.sees("Dublin says that it answers no question")
        await w.press("ctrl+s")
        await w.until(lambda: w.text.count("There is no letter: Dublin") == 2, "the same again")
        assert not out.exists()


async def test_while_another_day_is_looked_at_nothing_is_written(window: Opener) -> None:
    async with window() as w:
        await w.press("left_square_bracket")
        await w.press("ctrl+p", *"export", "enter")
        await w.until(lambda: "what is written is of today" in w.message, "the reason")


async def test_what_calendars_of_the_demo_were_told_goes_with_the_demo(
    window: Opener, tmp_path: Path
) -> None:
    async with window() as w:
        await opened(w, what="ics", path=str(tmp_path / "c.ics"))
        await saved(w)
        assert "exported again it updates" in w.message
        assert (w.file.parent / "calendar.json").exists()
        assert [*tmp_path.glob("config/**/calendar.json")] == []
