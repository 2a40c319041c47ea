"""The words of a channel's state: what is short is the beginning of what is long."""

from g221_tui.ui.widgets.panes.channels import BRIEF, SHORT


def test_where_there_is_little_room_the_same_words_are_cut_short() -> None:
    assert set(SHORT) == set(BRIEF)
    for state, words in SHORT.items():
        assert BRIEF[state].split()[0] == words
