"""A refusal in the dashboard names the dashboard's own way, not a command."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.letters.letter import Missing
from g221_tui.errors import G221Error, Refused
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.refusals import said
from g221_tui.ui.screens.letters.letter_words import blocks
from g221_tui.ui.session import Session
from output.letters.kit import FACTS, NOW, bare, complete, drafts, opened, told


def here(problem: G221Error) -> str:
    """What the dashboard says of it, with the usual keys."""
    clock = FixedClock(date.fromisoformat(NOW))
    tracker = Tracker(Repository(Path("none.json"), clock), load_rules(None), clock)
    return said(problem, Session(tracker).with_keys)


@pytest.mark.parametrize(
    ("channel", "purpose", "key"),
    [
        ("consulate_email", "documents", "Press a on the dashboard"),
        ("consulate_email", "emergency", "press f on the dashboard"),
        ("uscis_status", "", "Press e on the dashboard"),
    ],
)
def test_where_a_letter_needs_a_record_the_key_is_named(
    channel: str, purpose: str, key: str
) -> None:
    life = bare() if purpose == "documents" else complete()
    with pytest.raises(Refused) as refused:
        drafts().draft(life.day(NOW), channel, purpose)
    assert "g221 " in str(refused.value)
    assert key in here(refused.value)
    assert "g221 " not in here(refused.value)


def test_where_a_post_answers_nothing_the_key_is_named() -> None:
    life = opened(post="Dublin", visa="F-1")
    told(life, "set", *FACTS)
    with pytest.raises(Refused) as refused:
        drafts().draft(life.day(NOW), "consulate_email")
    assert "--purpose documents" in str(refused.value)
    assert "--" not in here(refused.value)
    assert "f on the dashboard" in here(refused.value)
    assert "p shows the e-mail" in here(refused.value)


def test_a_key_that_is_a_brace_is_named_as_any_other() -> None:
    letter = drafts().draft(bare().day(NOW), "senator")
    missing = Missing(fact="", label="Interview", hint="", way="")
    found = msgspec.structs.replace(letter, missing=(missing,))

    def with_keys(text: str) -> str:
        return text.replace("{event}", "{")

    told = [line for b in blocks(found, edited=False, with_keys=with_keys) for line in b.lines]
    assert any("recorded: interview. { on the dashboard records it." in line for line in told)
