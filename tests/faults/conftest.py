"""What the tests of faults share."""

import pytest

from cli.conftest import Cli
from cli.conftest import g221 as g221  # the fixture, under its own name
from cli.conftest import quick_data as quick_data
from faults.commands import fill


@pytest.fixture
def filled(g221: Cli) -> Cli:
    """A file with two cases and something of everything, so that every command has work."""
    fill(g221)
    return g221
