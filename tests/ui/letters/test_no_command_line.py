"""A refusal in the dashboard names the dashboard's own way, not a command."""

import pytest

from g221_tui.errors import Refused
from g221_tui.ui.refusals import said
from output.letters.kit import FACTS, NOW, bare, complete, drafts, opened, told


@pytest.mark.parametrize(
    ("channel", "purpose", "key"),
    [
        ("consulate_email", "documents", "Press a on the dashboard"),
        ("consulate_email", "emergency", "press c on the dashboard"),
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
    assert key in said(refused.value)
    assert "g221 " not in said(refused.value)


def test_where_a_post_answers_nothing_the_key_is_named() -> None:
    life = opened(post="Dublin", visa="F-1")
    told(life, "set", *FACTS)
    with pytest.raises(Refused) as refused:
        drafts().draft(life.day(NOW), "consulate_email")
    assert "--purpose documents" in str(refused.value)
    assert "--" not in said(refused.value)
    assert "c on the dashboard" in said(refused.value)
