"""The user's own editor, as people name it."""

import pytest

from g221_tui.errors import Refused
from g221_tui.service.editor import edited, editor


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("nvim", ["nvim"]),
        ("/usr/bin/vim", ["/usr/bin/vim"]),
        ("/usr/bin/env nvim", ["/usr/bin/env", "nvim"]),
        ("vim -nf", ["vim", "-nf"]),
        ("hx", ["hx"]),
        ("nano -w", ["nano", "-w"]),
        ("code --wait", ["code", "--wait"]),
        ("subl -w -z", ["subl", "-w", "-z"]),
        ("emacsclient -nw -a ''", ["emacsclient", "-nw", "-a", ""]),
        ("'/opt/My Editor/bin/edit' -x", ["/opt/My Editor/bin/edit", "-x"]),
    ],
)
def test_an_editor_is_named_with_its_options(
    monkeypatch: pytest.MonkeyPatch, named: str, words: list[str]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    assert editor() == words
    monkeypatch.setenv("VISUAL", "ed")
    assert editor() == ["ed"]


@pytest.mark.parametrize("named", ["", "  ", "'"])
def test_no_editor_is_one_plain_line(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(Refused, match="EDITOR"):
        editor()


def test_a_text_comes_back_as_it_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i s/a/\u00e9/")
    assert edited("a\n\nb") == "\u00e9\n\nb"
