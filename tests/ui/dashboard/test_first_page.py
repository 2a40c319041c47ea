"""What stands where there is no case yet: each way to begin, whatever the size."""

import pytest

from g221_tui.ui.widgets.welcome import WAYS, Welcome
from ui.conftest import Opener


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_every_way_to_begin_is_told_with_its_key(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, seed=False, demo=False) as w:
        await w.press("escape")
        page = w.board.query_one(Welcome)
        lines = [line.rstrip() for line in str(page.render()).splitlines()]
        assert len(lines) <= page.size.height
        for key, text in zip("ndih", (text for _, text in WAYS), strict=True):
            assert any(line.startswith(f"{key}  {text[:12]}") for line in lines), (key, lines)
