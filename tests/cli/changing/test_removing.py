"""What was recorded by mistake is removed in one step; undo brings it back."""

import json
from typing import Any

import pytest

from cli.conftest import TODAY, Cli, names_day

REFUSED = "2026-10-26"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case with an event, a question with its reply, and a named date."""
    g221.open(REFUSED, "--asked", "no", today=TODAY)
    g221("event", "add", "passport_requested", "--on", "2026-12-01")
    g221("log", "ceac", "--on", "2026-12-02", "--status", "Refused")
    g221("deadline", "add", "Flight home", "2027-01-05")
    return g221


def event(g221: Cli, kind: str) -> str:
    """The id of the last event of a kind."""
    return str([e["id"] for e in g221("event", "list", "--json").json() if e["kind"] == kind][-1])


def rows(g221: Cli, table: str) -> list[dict[str, Any]]:
    """The rows of a table in the file."""
    return list(json.loads(g221.file.read_bytes())[table].values())


def test_an_event_is_removed_in_one_sentence_that_names_it_and_what_it_changes(
    opened: Cli,
) -> None:
    said = opened("event", "remove", event(opened, "passport_requested"))
    assert (said.out, len(said.lines)) == ("", 1)
    assert "Passport requested" in said.err
    assert names_day(said.err, "2026-12-01")
    assert "Undo brings it back" in said.err
    assert "The stage is now: Administrative processing." in said.err
    assert opened.status()["stage"]["id"] == "processing"
    assert len(opened("event", "list").out.splitlines()) == 1
    assert "Passport requested" not in opened("timeline").out


def test_a_contact_is_removed_and_its_rest_with_it(opened: Cli) -> None:
    opened("log", "consulate_email", "--on", "2026-12-10", "--anyway")
    record = next(c["id"] for c in opened.contacts() if c["channel"] == "consulate_email")
    said = opened("contacts", "remove", record)
    assert "E-mail" in said.err
    assert names_day(said.err, "2026-12-10")
    assert [c["channel"] for c in opened.contacts()] == ["ceac"]
    assert opened.channels()["consulate_email"]["contacts"] == 0


@pytest.mark.parametrize("by", ["Flight home", "flight", "id"])
def test_a_named_date_is_listed_with_its_id_and_removed_by_name_or_id(opened: Cli, by: str) -> None:
    listed = opened("deadline", "list").out
    record = opened("deadline", "list", "--json").json()[0]["record"]
    assert f"Flight home, in 24 days  [{record}]" in listed
    said = opened("deadline", "remove", record if by == "id" else by)
    assert "Flight home" in said.err
    assert names_day(said.err, "2027-01-05")
    assert opened("deadline", "list").out == ""
    assert opened.status()["deadlines"] == []


def test_the_dates_of_the_rules_are_listed_without_an_id_and_can_not_be_removed(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--document", "Letter", today=TODAY)
    assert g221("deadline", "list").out == "Mon 25 Oct 2027  Papers: limit, in 317 days\n"
    said = g221("deadline", "remove", "documents_one_year", code=1)
    assert len(said.lines) == 1
    assert "a rule or a fact" in said.err


def test_a_named_date_is_listed_after_the_end_as_well(opened: Cli) -> None:
    opened("event", "add", "visa_issued")
    assert "Flight home" in opened("deadline", "list").out
    opened("deadline", "remove", "Flight home")
    assert opened("deadline", "list").out == ""


def test_what_is_removed_stays_in_the_file_and_in_the_history(opened: Cli) -> None:
    opened("deadline", "remove", "Flight home")
    assert [row["name"] for row in rows(opened, "deadlines")] == ["Flight home"]
    history = opened("history").out
    assert "Removed the date Flight home" in history
    assert "Undo brings it back" not in history
    opened("undo")
    assert "Flight home" in opened("deadline", "list").out
    opened("redo")
    assert opened("deadline", "list").out == ""


def test_a_removed_record_can_not_be_corrected_and_its_name_is_free_again(opened: Cli) -> None:
    record = opened("deadline", "list", "--json").json()[0]["record"]
    opened("deadline", "remove", record)
    assert "was removed" in opened("correct", record, "date=2027-01-06", code=1).err
    opened("deadline", "add", "Flight home", "2027-01-06")
    assert opened("deadline", "list", "--json").json()[0]["date"] == "2027-01-06"


def test_the_only_refusal_can_not_be_removed_and_one_of_two_can(opened: Cli) -> None:
    first = event(opened, "refused_221g")
    said = opened("event", "remove", first, code=1)
    assert len(said.lines) == 1
    assert f"correct {first} on=DATE" in said.err
    opened("event", "add", "refused_221g", "--on", "2026-10-28")
    said = opened("event", "remove", first)
    assert opened.status()["case"]["refused_on"] == "2026-10-28"
    assert "counts from Wed 28 Oct 2026 (it counted from Mon 26 Oct 2026)" in said.err


def test_the_only_refusal_can_not_be_corrected_into_another_kind_and_one_of_two_can(
    opened: Cli,
) -> None:
    first = event(opened, "refused_221g")
    before = opened.recorded()
    said = opened("correct", first, "kind=note", code=1)
    assert len(said.lines) == 1
    assert "The case is about this refusal and has no other" in said.err
    assert f"correct {first} on=DATE" in said.err
    assert opened.recorded() == before
    opened("correct", first, "on=2026-10-27", "kind=refused_221g")
    opened("event", "add", "refused_221g", "--on", "2026-10-28")
    opened("correct", event(opened, "refused_221g"), "kind=note")
    assert opened.status()["case"]["refused_on"] == "2026-10-27"
    assert "has no other" in opened("correct", first, "kind=note", code=1).err
    assert "has no other" in opened("event", "remove", first, code=1).err


def test_an_event_of_a_case_without_a_refusal_can_still_be_corrected_and_removed(
    opened: Cli,
) -> None:
    # An earlier version let a correction take the only refusal away.
    file = json.loads(opened.file.read_bytes())
    slip = next(row for row in file["events"].values() if row["kind"] == "refused_221g")
    slip["kind"] = "note"
    opened.file.write_text(json.dumps(file), encoding="utf-8")
    opened("correct", event(opened, "passport_requested"), "kind=passport_sent")
    opened("event", "remove", event(opened, "passport_sent"))
    opened("correct", slip["id"], "kind=refused_221g")
    assert opened.status()["case"]["refused_on"] == REFUSED


def test_a_record_of_another_kind_is_not_removed(opened: Cli) -> None:
    contact = opened.contacts()[0]["id"]
    before = opened.recorded()
    assert "contact, not event" in opened("event", "remove", contact, code=1).err
    slip = event(opened, "refused_221g")
    assert "event, not contact" in opened("contacts", "remove", slip, code=1).err
    assert opened.recorded() == before


def test_a_record_of_another_case_is_named_with_its_case(opened: Cli) -> None:
    record = opened.contacts()[0]["id"]
    opened("set", "title=Mother")
    opened("new", "--refused", REFUSED, "--title", "Child")
    before = opened.recorded()
    for words in (("correct", record, "note=x"), ("contacts", "remove", record)):
        said = opened(*words, code=1)
        assert len(said.lines) == 1
        assert "belongs to case 1 (Mother)" in said.err
        assert "--case 1" in said.err
    assert opened.recorded() == before
    opened("--case", "1", "correct", record, "note=x")
    opened("--case", "1", "contacts", "remove", record)
    assert opened("--case", "1", "contacts", "--json").json() == []


def test_a_shared_contact_is_removed_from_every_log_and_undo_brings_back_each(
    opened: Cli,
) -> None:
    opened("set", "title=Mother")
    opened("new", "--refused", REFUSED, "--title", "Child")
    opened("log", "ceac", "--note", "both", "--also", "1")
    said = opened("contacts", "remove", opened.contacts()[0]["id"])
    assert "Mother" in said.err
    assert opened.contacts() == []
    assert len(opened("--case", "1", "contacts", "--json").json()) == 1
    opened("undo")
    assert len(opened.contacts()) == 1
    assert len(opened("--case", "1", "contacts", "--json").json()) == 2


def test_an_import_of_an_older_copy_brings_nothing_back(opened: Cli) -> None:
    copy = opened.file.with_name("copy.json")
    opened("export", "json", "--full", "--out", str(copy))
    opened("deadline", "remove", "Flight home")
    opened("contacts", "remove", opened.contacts()[0]["id"])
    opened("import", str(copy))
    assert opened("deadline", "list").out == ""
    assert opened.contacts() == []


def test_a_removal_made_in_a_copy_is_taken_over(opened: Cli) -> None:
    copy = opened.file.with_name("copy.json")
    opened("export", "json", "--full", "--out", str(copy))
    opened("--file", str(copy), "deadline", "remove", "Flight home")
    said = opened("import", str(copy), "--dry-run").out
    assert "Removed at" in said
    opened("import", str(copy))
    assert opened("deadline", "list").out == ""


@pytest.mark.parametrize(("command", "word"), [("contacts", "contacts"), ("cases", "cases")])
def test_a_list_that_needs_no_word_says_so(opened: Cli, command: str, word: str) -> None:
    said = opened(command, "list", code=2)
    assert len(said.lines) == 1
    assert f"'g221 {command}' alone lists the {word}" in said.err
