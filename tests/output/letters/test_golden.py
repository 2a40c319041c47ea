"""Each letter reads as the kept one; `python tests/output/letters/test_golden.py` writes them anew.

Whoever writes them anew reads what changed.
"""

from pathlib import Path

import pytest

from g221_tui.service.drafts import Draft
from output.letters.kit import GOLDEN, SILENT, golden, reason

KEPT = Path(__file__).with_name("golden")


def told(draft: Draft) -> str:
    """The letter, and below it what is said beside it."""
    left_out = ", ".join(missing.label for missing in draft.missing)
    beside = {"early": draft.early, "left out": left_out, "nth": draft.nth}
    rows = [f"{name}: {words}" for name, words in beside.items() if words]
    notes = [f"note: {note}" for note in draft.notes]
    return "\n".join([draft.whole, "", "=" * 20, *rows, *notes, ""])


@pytest.mark.parametrize("name", GOLDEN)
def test_the_letter_reads_as_the_one_that_is_kept(name: str) -> None:
    assert told(golden(name)) == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SILENT)
def test_the_reason_reads_as_the_one_that_is_kept(name: str) -> None:
    assert f"{reason(name)}\n" == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


def test_no_letter_is_kept_that_nobody_writes() -> None:
    assert {path.stem for path in KEPT.iterdir()} == GOLDEN.keys() | SILENT.keys()


if __name__ == "__main__":
    for each in GOLDEN:
        (KEPT / f"{each}.txt").write_text(told(golden(each)), encoding="utf-8")
    for each in SILENT:
        (KEPT / f"{each}.txt").write_text(f"{reason(each)}\n", encoding="utf-8")
