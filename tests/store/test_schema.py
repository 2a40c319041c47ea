"""Files of other versions: newer ones are read only, older ones migrated, unknown parts kept."""

import json
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from g221_tui import records
from g221_tui.core.model import CaseLink
from g221_tui.errors import NewerSchema
from store.kit import TODAY, add, left_over, log, notes, repository, start, with_facts

PAST = Path(__file__).parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def edit(path: Path, change: Any) -> None:
    """Changes the file's JSON as an editor would."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables)
    path.write_text(json.dumps(tables, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@pytest.mark.promise(6)
@pytest.mark.parametrize("schema", [records.SCHEMA + 1, 99])
def test_a_newer_file_is_read_with_the_reason_and_never_written(path: Path, schema: int) -> None:
    store = start(path)
    log(store, "seen")
    edit(path, lambda tables: tables["meta"]["1"].update(schema=schema))
    before = path.read_bytes()
    book = store.load()
    assert [contact.note for contact in book.cases[0].contacts] == ["seen"]
    assert book.read_only is not None
    assert book.read_only.file == path
    assert (
        book.read_only.state
        == f"was written by a newer g221 (layout {schema}, this one knows {records.SCHEMA})"
    )
    with pytest.raises(NewerSchema, match=r"Nothing was saved: .* newer g221"):
        log(store)
    assert path.read_bytes() == before
    assert left_over(path) == []


@pytest.mark.promise(6)
@pytest.mark.parametrize("schema", range(1, records.SCHEMA + 1))
def test_a_file_of_every_version_is_read_whole(path: Path, schema: int) -> None:
    path.write_bytes((PAST / f"schema-{schema}.json").read_bytes())
    store = repository(path)
    book = store.load()
    assert book.problems == ()
    assert book.read_only is None
    (case,) = book.cases
    assert (case.facts.post, case.facts.reasons) == ("Chennai", ("employment",))
    assert case.facts.links == (CaseLink(case="2", kind="family"),)
    assert [event.on for event in case.events] == [date(2026, 10, 15)]
    assert [document.name for document in case.documents] == ["DS-5535"]
    assert [contact.with_whom for contact in case.contacts] == ["R. Iyer"]
    assert [deadline.name for deadline in case.deadlines] == ["start of work"]
    assert [entry.sentence for entry in store.history()] == ["A deadline was added"]


@pytest.mark.promise(6)
def test_this_version_writes_its_own_file_back_byte_for_byte(path: Path) -> None:
    past = (PAST / f"schema-{records.SCHEMA}.json").read_bytes()
    path.write_bytes(past)
    store = repository(path)
    with store.transaction() as change:
        add(change, name="c-222222")
    edit(path, lambda tables: (tables["contacts"].pop("2"), tables["history"].pop("2")))
    assert path.read_bytes() == past


@pytest.mark.promise(6)
def test_an_older_file_is_migrated_in_memory_and_written_with_the_next_save(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)

    def rename(tables: records.RawTables) -> records.RawTables:
        """The post is called `consulate` in this layout."""
        cases: dict[str, object] = {
            number: {("post" if name == "consulate" else name): row[name] for name in row}
            for number, row in tables["cases"].items()
            if isinstance(row, dict)
        }
        return {**tables, "cases": cases, "meta": {"1": {"schema": records.SCHEMA, "current": "1"}}}

    edit(path, lambda tables: tables["cases"]["1"].update(consulate="Mumbai"))
    monkeypatch.setattr(records, "MIGRATIONS", MappingProxyType({records.SCHEMA: rename}))
    monkeypatch.setattr(records, "SCHEMA", records.SCHEMA + 1)
    before = path.read_bytes()
    assert store.load().cases[0].facts.post == "Mumbai"
    with store.transaction():
        pass
    assert path.read_bytes() == before
    log(store, "on top")
    assert json.loads(path.read_bytes())["meta"]["1"]["schema"] == records.SCHEMA
    assert store.load().cases[0].facts.post == "Mumbai"
    assert notes(store) == ["on top"]


@pytest.mark.promise(7)
def test_unknown_tables_rows_and_fields_survive_every_kind_of_save(path: Path) -> None:
    store = start(path)
    log(store, "one")

    def another_version(tables: Any) -> None:
        tables["letters"] = {"1": {"text": "é", "n": 1e-05}, "x": [1, None], "01": {"kept": True}}
        tables["meta"]["1"]["device"] = "laptop"
        tables["meta"]["2"] = {"more": 1}
        tables["cases"]["1"]["colour"] = {"r": 10**30}
        tables["cases"]["1"]["links"] = [{"case": "2", "kind": "family", "since": "2020"}]
        tables["contacts"]["1"]["mood"] = "hopeful"
        tables["history"]["1"]["device"] = "laptop"

    edit(path, another_version)
    before = json.loads(path.read_bytes())
    with store.transaction() as change:
        add(change, "two")
        change.save(with_facts(change.book, title="mine", post=""), "Titled", TODAY)
    after = json.loads(path.read_bytes())
    assert after["letters"] == before["letters"]
    assert list(after["letters"]) == list(before["letters"])
    assert after["meta"] == before["meta"]
    assert after["contacts"]["1"] == before["contacts"]["1"]
    assert after["history"]["1"] == before["history"]["1"]
    expected = {**before["cases"]["1"], "title": "mine"}
    del expected["post"]
    assert after["cases"]["1"] == expected


@pytest.mark.promise(7)
def test_a_changed_record_keeps_the_fields_it_does_not_know(path: Path) -> None:
    store = start(path)
    edit(path, lambda tables: tables["meta"]["1"].update(device="laptop"))
    start(path)
    assert json.loads(path.read_bytes())["meta"]["1"] == {
        "schema": records.SCHEMA,
        "current": "2",
        "device": "laptop",
    }
    assert store.load().current == "2"
