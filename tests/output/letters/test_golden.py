"""Each letter reads as the kept one; `python tests/output/letters/test_golden.py` writes them anew.

Whoever writes them anew reads what changed.
"""

from pathlib import Path

import pytest

from g221_tui.service.drafts import Draft
from g221_tui.service.packets import Made
from output.letters.kit import GOLDEN, PACKETS, SILENT, golden, packet, reason

KEPT = Path(__file__).with_name("golden")


def told(draft: Draft) -> str:
    """The letter, and below it what is said beside it."""
    left_out = ", ".join(missing.label for missing in draft.missing)
    beside = {"early": draft.early, "left out": left_out, "nth": draft.nth}
    rows = [f"{name}: {words}" for name, words in beside.items() if words]
    notes = [f"note: {note}" for note in draft.notes]
    return "\n".join([draft.whole, "", "=" * 20, *rows, *notes, ""])


def told_with_packet(made: Made) -> str:
    """The letter that lies in a packet, its check list, and what is said beside it."""
    letter = made.packet.letter
    heads = {"To": letter.to, "Subject": letter.subject}
    head = "\n".join(f"{name}: {words}" for name, words in heads.items() if words)
    rows = [f"left out: {', '.join(m.label for m in made.missing)}"] if made.missing else []
    rows += [f"early: {made.early}"] if made.early else []
    rows += [f"note: {note}" for note in made.notes]
    listed = [made.packet.checklist_title, *(f"- {row}" for row in made.packet.checklist)]
    parts = filter(None, (head, letter.text, "\n".join(listed), "=" * 20))
    return "\n".join(["\n\n".join(parts), *rows, ""])


@pytest.mark.parametrize("name", PACKETS)
def test_the_letter_of_a_packet_reads_as_the_one_that_is_kept(name: str) -> None:
    assert told_with_packet(packet(name)) == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GOLDEN)
def test_the_letter_reads_as_the_one_that_is_kept(name: str) -> None:
    assert told(golden(name)) == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SILENT)
def test_the_reason_reads_as_the_one_that_is_kept(name: str) -> None:
    assert f"{reason(name)}\n" == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


def test_no_letter_is_kept_that_nobody_writes() -> None:
    assert {path.stem for path in KEPT.iterdir()} == GOLDEN.keys() | PACKETS.keys() | SILENT.keys()


if __name__ == "__main__":
    for each in GOLDEN:
        (KEPT / f"{each}.txt").write_text(told(golden(each)), encoding="utf-8")
    for each in SILENT:
        (KEPT / f"{each}.txt").write_text(f"{reason(each)}\n", encoding="utf-8")
    for each in PACKETS:
        (KEPT / f"{each}.txt").write_text(told_with_packet(packet(each)), encoding="utf-8")
