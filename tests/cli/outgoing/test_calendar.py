"""`export ics`: a calendar that is updated, never doubled, and rid of what is done."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from cli.conftest import Cli

CANCELLED, CONFIRMED = "CANCELLED", "CONFIRMED"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case with two papers out, a passport that expires, and a day that the user named."""
    g221.open("2026-10-26", "--visa", "H-1B", "--post", "Mumbai", "--document", "A", "B")
    g221("set", "applicant=Asha Verma", "case_number=2026299 345 0001")
    g221("set", "passport_expires=2027-03-14")
    g221("deadline", "add", "Flight with Asha Verma", "2027-04-11")
    return g221


def calendar(g221: Cli, *words: str, today: str = "2026-12-12") -> dict[str, Component]:
    """The entries of an export by their ids."""
    parsed = Calendar.from_ical(g221("export", "ics", *words, today=today).out)
    found = {str(event["uid"]): event for event in parsed.walk("VEVENT")}
    assert len(found) == len(parsed.walk("VEVENT")), "an id stands twice"
    return found


def named(events: dict[str, Component], start: str) -> Component:
    """The one entry whose id begins so, its announcement left out."""
    (found,) = [e for uid, e in events.items() if uid.startswith(start) and ".lead" not in uid]
    return found


def day(event: Component) -> str:
    return str(event.decoded("dtstart").isoformat())


def status(event: Component) -> str:
    return str(event["status"])


def number(event: Component) -> int:
    return int(str(event["sequence"]))


def test_it_holds_unlock_days_deadlines_expiries_and_the_next_look_as_whole_days(
    opened: Cli,
) -> None:
    events = calendar(opened)
    wanted = {
        "documents_one_year.": "2027-10-25",
        "expiry_passport.": "2027-03-14",
        "expiry_x-": "2027-04-11",
        "dos.unlock.": "2026-12-25",
        "senator.unlock.": "2026-12-26",
        "look.": "2026-12-14",
    }
    assert {start: day(named(events, start)) for start in wanted} == wanted
    for event in events.values():
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1
        assert status(event) == CONFIRMED


def test_each_deadline_has_an_entry_of_its_own_seven_days_before_and_an_alarm(
    opened: Cli,
) -> None:
    events = calendar(opened)
    leads = {uid: event for uid, event in events.items() if ".lead@" in uid}
    assert len(leads) == 3
    for uid, lead in leads.items():
        announced = events[uid.replace(".lead", "")]
        assert (announced.decoded("dtstart") - lead.decoded("dtstart")).days == 7
        assert len(announced.walk("VALARM")) == 1


def test_the_same_export_twice_is_the_same_bytes(opened: Cli) -> None:
    first = opened("export", "ics").out
    assert opened("export", "ics").out == first
    stamp = re.compile(r"DTSTAMP:\S+")
    later = opened("export", "ics", today="2026-12-13").out
    assert stamp.sub("", later) == stamp.sub("", first)


def test_a_number_grows_only_where_the_entry_is_another(opened: Cli) -> None:
    before = calendar(opened)
    opened("log", "ceac", "--status", "Refused")
    opened("set", "passport_expires=2028-01-02")
    after = calendar(opened)
    assert before.keys() == after.keys()
    changed = {uid for uid in before if number(after[uid]) > number(before[uid])}
    assert {uid.partition(".")[0] for uid in changed} == {"expiry_passport", "look"}
    assert {uid for uid in before if number(after[uid]) < number(before[uid])} == set()
    assert day(named(after, "expiry_passport")) == "2028-01-02"


def test_a_machine_that_knows_nothing_of_the_other_s_exports_does_not_begin_below_them(
    opened: Cli, tmp_path: Path
) -> None:
    calendar(opened)
    opened("set", "passport_expires=2028-01-02")
    first = number(named(calendar(opened), "expiry_passport"))
    opened("set", "passport_expires=2028-01-03")
    (tmp_path / "config" / "g221" / "calendar.json").unlink()
    assert number(named(calendar(opened), "expiry_passport")) > first


def test_what_is_done_or_withdrawn_is_cancelled_once_and_stays_so(opened: Cli) -> None:
    before = calendar(opened)
    opened("deadline", "remove", "Flight with Asha Verma")
    opened("docs", "set", "A", "submitted")
    opened("docs", "set", "B", "submitted")
    opened("set", "passport_expires=")
    after = calendar(opened)
    for start in ("documents_one_year.", "expiry_passport.", "expiry_x-"):
        assert status(named(after, start)) == CANCELLED
        assert number(named(after, start)) > number(named(before, start))
    assert all(status(e) == CANCELLED for uid, e in after.items() if ".lead@" in uid)
    assert day(named(after, "dos.unlock.")) == "2027-02-10"
    again = calendar(opened)
    assert {uid: number(e) for uid, e in again.items()} == {
        uid: number(e) for uid, e in after.items()
    }
    opened("deadline", "add", "Flight", "2027-04-11")
    opened("set", "passport_expires=2027-03-14")
    back = named(calendar(opened), "expiry_passport.")
    assert status(back) == CONFIRMED
    assert number(back) > number(named(after, "expiry_passport."))


def test_nothing_stands_after_the_end(opened: Cli) -> None:
    calendar(opened)
    opened("event", "add", "withdrawn")
    assert {status(event) for event in calendar(opened).values()} == {CANCELLED}


def test_after_the_issue_only_the_day_stands_on_which_the_passport_may_be_asked_for(
    opened: Cli,
) -> None:
    calendar(opened)
    opened("event", "add", "visa_issued")
    left = [event for event in calendar(opened).values() if status(event) != CANCELLED]
    assert left
    assert all("opens" in str(event["summary"]).casefold() for event in left)
    opened("event", "add", "passport_returned", "--visa", "yes")
    assert {status(event) for event in calendar(opened).values()} == {CANCELLED}


def test_it_is_masked_unless_it_is_asked_for_in_full(opened: Cli, tmp_path: Path) -> None:
    masked = opened("export", "ics")
    assert "Verma" not in masked.out.replace("\r\n ", "")
    assert "masked" in masked.out
    assert "Verma" not in (tmp_path / "config" / "g221" / "calendar.json").read_text("utf-8")
    full = calendar(opened, "--full")
    assert "Flight with Asha Verma" in str(named(full, "expiry_x-")["summary"])
    assert not any("Verma" in uid or "345" in uid for uid in full)
    told = opened("export", "ics", "--full", "--out", str(tmp_path / "full.ics"))
    assert "in full" in told.err


def test_two_cases_of_a_file_never_share_an_id(opened: Cli) -> None:
    first = calendar(opened)
    opened.open("2026-11-02", "--title", "Daughter")
    second = calendar(opened)
    assert not first.keys() & second.keys()
    assert calendar(opened, "--case", "1").keys() == first.keys()


def test_text_of_any_kind_comes_back_as_it_was(opened: Cli) -> None:
    name = 'Vol, "Genève"; \\n 東京行き ✈ 🇮🇳 مثال می‌خواهم ' + "ünïcödé " * 20
    opened("deadline", "add", name, "2027-05-01")
    out = opened("export", "ics", "--full").out
    assert max(len(line.encode()) for line in out.split("\r\n")) <= 75
    parsed = Calendar.from_ical(out)
    titles = [str(event["summary"]) for event in parsed.walk("VEVENT")]
    assert f"{name} (H-1B · Mumbai)" in titles


@pytest.mark.parametrize("name", ["a\r\nBEGIN:VEVENT\r\nUID:evil", "a\nb\u2028c", "bell\x07 \x00"])
def test_no_text_can_bring_a_line_of_its_own(opened: Cli, name: str) -> None:
    opened("deadline", "add", "A day", "2027-05-01")
    whole = opened("export", "json", "--full").out
    file = opened.file
    file.write_text(whole.replace('"A day"', json.dumps(name)), encoding="utf-8")
    events = calendar(opened, "--full")
    assert not any("evil" in uid for uid in events)
    assert "A day" not in str(events)


@pytest.mark.parametrize("far", ["9999-12-31", "0001-01-03"])
def test_a_day_at_the_end_of_the_calendar_is_one_plain_line(opened: Cli, far: str) -> None:
    text = opened.file.read_text(encoding="utf-8").replace("2027-03-14", far)
    opened.file.write_text(text, encoding="utf-8")
    said = opened("export", "ics", code=1).err
    assert "near the end of the calendar" in said
    assert len(said.splitlines()) == 1


def test_an_existing_file_stays_without_force_and_the_case_file_always(
    opened: Cli, tmp_path: Path
) -> None:
    out = tmp_path / "case.ics"
    opened("export", "ics", "--out", str(out))
    assert out.stat().st_mode & 0o777 == 0o600
    out.write_text("mine")
    assert "already" in opened("export", "ics", "--out", str(out), code=1).err
    assert out.read_text() == "mine"
    opened("export", "ics", "--out", str(out), "--force")
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    before = opened.file.read_bytes()
    for format in ("ics", "json"):
        opened("export", format, "--out", str(opened.file), "--force", code=1)
    assert opened.file.read_bytes() == before


def test_what_was_not_written_is_not_remembered(opened: Cli, tmp_path: Path) -> None:
    opened("export", "ics", "--out", str(tmp_path / "no" / "such" / "case.ics"), code=1)
    assert not (tmp_path / "config" / "g221" / "calendar.json").exists()


def test_a_memory_that_cannot_be_read_is_said_and_the_calendar_is_made(
    opened: Cli, tmp_path: Path
) -> None:
    calendar(opened)
    memory = tmp_path / "config" / "g221" / "calendar.json"
    assert memory.stat().st_mode & 0o777 == 0o600
    memory.write_text("{ no")
    made = opened("export", "ics")
    assert "could not be read" in made.err
    assert "BEGIN:VEVENT" in made.out


@pytest.mark.skipif(importlib.util.find_spec("khal") is None, reason="khal is not installed here")
def test_khal_takes_it_in_and_a_second_export_updates_it(opened: Cli, tmp_path: Path) -> None:
    settings = tmp_path / "khal.conf"
    store = tmp_path / "store"
    settings.write_text(
        f"[calendars]\n[[case]]\npath = {store}\n[locale]\nlocal_timezone = UTC\n"
        "default_timezone = UTC\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[default]\ndefault_calendar = case\n"
    )
    store.mkdir()

    def khal(*words: str) -> str:
        line = "import sys; from khal.cli import main_khal; sys.exit(main_khal())"
        done = subprocess.run(
            [sys.executable, "-c", line, "-c", str(settings), *words],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    file = tmp_path / "case.ics"
    opened("export", "ics", "--out", str(file))
    khal("import", "--batch", str(file))
    shown = khal("list", "2027-03-01", "30d")
    assert "Passport expires (H-1B" in shown
    count = len(list(store.glob("*.ics")))
    opened("set", "passport_expires=2027-04-20")
    opened("export", "ics", "--out", str(file), "--force")
    khal("import", "--batch", str(file))
    assert len(list(store.glob("*.ics"))) == count
    assert "Passport expires (H-1B" not in khal("list", "2027-03-10", "10d")
    assert "Passport expires (H-1B" in khal("list", "2027-04-15", "10d")


def test_the_ids_stay_when_the_event_that_was_written_first_is_removed(opened: Cli) -> None:
    before = calendar(opened)
    opened("event", "add", "refused_221g", "--on", "2026-10-27", "--asked", "no")
    first = opened("event", "list", "--json").json()[0]["id"]
    opened("event", "remove", first)
    after = calendar(opened)
    assert before.keys() == after.keys()
    assert day(named(after, "documents_one_year.")) == "2027-10-26"


@pytest.mark.promise(15)
def test_half_a_character_anywhere_is_marked_and_the_rest_stands(opened: Cli) -> None:
    opened("set", "visa=\udcff", "post=\udcff", "title=a\udcffb")
    opened("deadline", "add", "Flight\udcff", "2027-04-12")
    made = opened("export", "ics", "--full").out
    assert "X-WR-CALNAME:" in made
    assert "Flight\ufffd" in made
    Calendar.from_ical(made)
