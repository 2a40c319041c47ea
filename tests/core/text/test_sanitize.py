"""User text is shown literally, and nothing in it acts."""

import pytest

from g221_tui.core.text.sanitize import clean, clean_lines


@pytest.mark.promise(15)
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[/]", "[/]"),
        ("[@click=app.quit]x", "[@click=app.quit]x"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("a\nb\tc", "a␊b␉c"),
        ("\x00\x7f", "␀␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eabc", "‹202E›abc"),
        ("a\u200bb", "a‹200B›b"),
        ("a\u200db", "a‹200D›b"),
        ("👩\u200d", "👩‹200D›"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("❤\ufe0f\u200d🔥", "❤\u200d🔥"),
        ("\ud800", "\ufffd"),
        ("中文 né ñ", "中文 né ñ"),
        ("\U000e0041", "‹E0041›"),
    ],
)
def test_controls_become_visible_and_the_rest_stays(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_line_breaks_stay_in_notes_shown_whole() -> None:
    assert clean_lines("a\r\nb\n\x1bc") == "a\nb\n␛c"
