"""The anchor: the refusal, or the day the requested set was complete, whichever is later."""

import pytest

from cli.conftest import LATER, Cli

REFUSED = "2026-03-02"


def put(g221: Cli, name: str, state: str, on: str) -> None:
    """Give the document that state on that day."""
    g221("docs", "set", name, state, "--on", on, today=LATER)


@pytest.fixture
def two(g221: Cli) -> Cli:
    """A case whose slip asks for two papers."""
    g221.open(REFUSED, "--document", "Letter", "Chart")
    return g221


def test_ticking_the_last_paper_says_what_it_does_to_the_wait(two: Cli) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    said = two("docs", "set", "Chart", "submitted", today="2026-03-20")
    assert "complete" in said.err
    assert "19 May" in said.err, "60 days from 20 March"
    assert said.out == ""
