"""Bursts of keys in a real pseudo-terminal: each field holds what was typed for it, and no more."""

import random
import sys
from pathlib import Path

import pytest

from ui.keyboard.bursts import Bursts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

SHORT = 30
"""How many bursts; the long run of the fault tests makes 2,000."""


@pytest.mark.promise(26)
def test_every_field_holds_what_was_typed_for_it_and_the_file_nothing_else(tmp_path: Path) -> None:
    bursts = Bursts(tmp_path, random.Random(221))
    with bursts.watched:
        for number in range(SHORT):
            try:
                bursts.one()
            except AssertionError as wrong:
                raise AssertionError(f"burst {number}, {bursts.typed}: {wrong}") from wrong
