"""For the tests of the core: a life in memory."""

import pytest

from core.life import Life


@pytest.fixture
def life() -> Life:
    """Cases in memory, none yet."""
    return Life()
