"""The pictures of README are what the program shows: the text first, then the colours."""

import pytest

from ui.pictures import FOLDER, PICTURES, Picture, draw, text_of


@pytest.mark.parametrize("picture", PICTURES, ids=[picture.name for picture in PICTURES])
async def test_the_picture_is_up_to_date(picture: Picture) -> None:
    stored = FOLDER / f"{picture.name}.svg"
    fresh = FOLDER / f"{picture.name}.new.svg"
    drawn = await draw(picture)
    kept = stored.read_text(encoding="utf-8") if stored.exists() else ""
    if drawn == kept:
        fresh.unlink(missing_ok=True)
        return
    fresh.write_text(drawn, encoding="utf-8")
    assert text_of(drawn).splitlines() == text_of(kept).splitlines()
    pytest.fail(f"the text is the same, the colours are not: compare {fresh} with {stored}")


def test_no_picture_names_a_server() -> None:
    for picture in PICTURES:
        svg = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
        assert "@font-face" not in svg
        assert "cdn" not in svg
        assert svg.count("http") == svg.count("http://www.w3.org/")
