"""What each channel may do at each stage of the road."""

from typing import Any

import pytest

from cli.conftest import Cli
from core.steps import REFUSED, walk_to

POST = ("consulate_call", "consulate_email")


def kept(g221: Cli) -> Any:
    """The contact that was logged last."""
    return g221.contacts()[-1]


@pytest.mark.parametrize("channel", POST)
def test_turning_to_the_post_while_uscis_has_the_file_needs_a_word_and_keeps_why(
    g221: Cli, channel: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    walk_to(g221, "uscis_received")
    said = g221("log", channel, today="2026-05-01", code=3)
    assert "--anyway" in said.err
    assert "USCIS" in said.err
    g221("log", channel, "--anyway", today="2026-05-01")
    assert (kept(g221)["when_logged"], bool(kept(g221).get("early"))) == ("closed", False)
    for purpose in ("documents", "answer", "details", "emergency"):
        g221("log", channel, "--purpose", purpose, today="2026-05-01")
    g221("log", channel, "--reply", today="2026-05-01")
