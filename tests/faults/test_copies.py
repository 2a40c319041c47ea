"""Three copies of a file, merged in every order, give the same file."""

from pathlib import Path

import pytest

from faults.copies import check
from faults.parts.part import chance

pytestmark = pytest.mark.promise(23)

SEEDS = 24


@pytest.mark.parametrize("seed", range(SEEDS))
def test_copies_merge_the_same_in_every_order(tmp_path: Path, seed: int) -> None:
    check(tmp_path, chance(f"copies {seed}"), meet=seed % 2 == 0)
