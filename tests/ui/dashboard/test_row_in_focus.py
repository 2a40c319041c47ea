"""The row in focus is explained: why, and where there is room what to have at hand and to ask."""

import pytest

from g221_tui.ui.widgets.detail import MORE, Detail
from ui.conftest import Opener

ROOMY = ((120, 40), (200, 60))


@pytest.mark.parametrize("size", ROOMY)
async def test_of_a_channel_that_is_open_it_is_told_how_to_use_it(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, case="2") as w:
        w.board.channels.focus()
        w.board.channels.go_to("senator")
        await w.pilot.pause()
        said = str(w.board.query_one(Detail).render())
        assert "At hand: The signed privacy release" in said
        assert "Ask: A status inquiry" in said


@pytest.mark.parametrize("size", ROOMY)
async def test_of_one_that_opens_later_it_is_told_what_to_prepare(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, case="2") as w:
        w.board.channels.focus()
        w.board.channels.go_to("dos")
        await w.pilot.pause()
        said = " ".join(str(w.board.query_one(Detail).render()).split())
        assert "At hand then: Full name and date of birth" in said
        assert "Ask then: Is the case in administrative processing" in said


@pytest.mark.parametrize("size", ROOMY)
async def test_of_the_status_page_too(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size, case="2") as w:
        w.board.channels.focus()
        w.board.channels.go_to("ceac")
        await w.pilot.pause()
        said = str(w.board.query_one(Detail).render())
        assert "“Refused”" in said
        assert "At hand:" in said


async def test_of_one_that_is_closed_nothing_is_to_be_prepared(window: Opener) -> None:
    async with window(size=(200, 60), case="4") as w:
        w.board.channels.focus()
        for name in ("consulate_call", "vfs_tracker"):
            w.board.channels.go_to(name)
            await w.pilot.pause()
            detail = w.board.query_one(Detail)
            assert not detail.more
            assert "At hand" not in str(detail.render())


async def test_where_there_is_little_room_why_is_told_first(window: Opener) -> None:
    async with window(case="2") as w:
        w.board.channels.focus()
        for row in w.board.channels.rows:
            w.board.channels.go_to(row.id)
            await w.pilot.pause()
            detail = w.board.query_one(Detail)
            lines = str(detail.render()).splitlines()
            assert len(lines) <= detail.size.height
            assert lines[0].startswith(detail.text[0][:20])
            if lines[-1] == MORE:
                assert len(detail.text) > 1 or len(detail.text[0]) > 80
