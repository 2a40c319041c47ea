"""A post's own word stands beside a question to it, also where the case does not follow it."""

from datetime import timedelta
from typing import Any

import pytest

from core.snapshot.kit import REFUSED, case, paper, refused, snapshot
from g221_tui.core.model import Case
from g221_tui.core.views import ChannelState, ChannelView, Snapshot

POST_CHANNELS = ("consulate_call", "consulate_email")
PAUSE = "The pause on immigrant visas has no end date, and no question moves it."


def at(post: str, visa: str, **facts: Any) -> Case:
    """A case at that post of which nothing was asked; no Senator can be asked."""
    return case(refused(asked="no"), post=post, visa=visa, us_link="none", **facts)


def on(found: Case, elapsed: int) -> Snapshot:
    """The case so many days after the refusal."""
    return snapshot(found, REFUSED + timedelta(days=elapsed))


def channel(shown: Snapshot, name: str) -> ChannelView:
    """A channel of it."""
    return next(c for c in shown.channels if c.id == name)


@pytest.mark.parametrize(
    ("post", "visa"), [("Dublin", "J-1"), ("Chennai", "H-1B"), ("Kuwait City", "H-1B")]
)
def test_a_post_that_answers_no_questions_is_named_in_next_and_beside_call_and_mail(
    post: str, visa: str
) -> None:
    shown = on(at(post, visa), 63)
    said = f"{post} says it answers no status questions"
    assert (shown.next.kind, shown.next.subject) == ("channel", "consulate_email")
    assert said in shown.next.text
    for name in POST_CHANNELS:
        assert channel(shown, name).state is ChannelState.OPEN, "nothing is set unasked"
        assert any(said in caution for caution in channel(shown, name).cautions)
    assert not any(said in caution for caution in channel(shown, "dos").cautions)


@pytest.mark.parametrize(("elapsed", "said"), [(60, True), (119, True), (120, False)])
def test_a_post_that_wants_more_days_is_named_until_they_are_over(elapsed: int, said: bool) -> None:
    shown = on(at("Bogota", "K-1"), elapsed)
    words = "Bogota asks for 120 days before any question"
    assert (words in shown.next.text) is said
    assert any(words in c for c in channel(shown, "consulate_email").cautions) is said


@pytest.mark.parametrize("facts", [{"wait": 60}, {"policy": "bogota"}])
def test_nothing_is_said_where_its_word_is_followed_or_the_letter_named_a_wait(
    facts: dict[str, Any],
) -> None:
    shown = on(at("Bogota", "K-1", **facts), 119)
    assert "Bogota asks" not in shown.next.text
    assert not any("Bogota asks" in c for c in channel(shown, "consulate_email").cautions)


def test_nothing_is_said_where_the_page_of_another_visa_may_be_meant() -> None:
    shown = on(case(refused(asked="no"), post="Mumbai", us_link="none"), 63)
    assert "Mumbai" not in shown.next.text


def test_under_the_pause_nobody_is_invited_to_ask_and_no_usual_end_is_told() -> None:
    held = at("Lagos", "IR5", reasons=("iv_pause",))
    for elapsed in (10, 60, 200):
        shown = on(held, elapsed)
        assert shown.next.kind == "wait"
        assert shown.next.text.startswith(PAUSE)
        assert shown.stage.usual_until is None
        assert not any(row.kind == "usual_end" for row in shown.timeline)
        assert not any("longer" in note for note in shown.notes)
    assert PAUSE in channel(on(held, 60), "consulate_email").cautions
    assert PAUSE in channel(on(held, 60), "dos").cautions
    assert PAUSE not in channel(on(held, 60), "ceac").cautions


def test_papers_are_owed_under_the_pause_as_without_it() -> None:
    held = case(refused(), papers=[paper("I-864")], reasons=("iv_pause",), visa="IR5")
    assert on(held, 20).next.kind == "documents"


def test_a_day_that_moves_with_the_papers_says_so_and_what_sending_them_today_does() -> None:
    shown = on(case(refused(), papers=[paper("Chart")]), 47)
    view = channel(shown, "dos")
    assert view.if_complete
    assert view.because[0].endswith("in 13 days, if nothing were owed.")
    sent = REFUSED + timedelta(days=47 + 60)
    assert f"until {sent:%a} {sent.day} {sent:%b %Y}." in " ".join(view.because)
    done = channel(on(case(refused(), papers=[paper("Chart", REFUSED)]), 47), "dos")
    assert not done.if_complete
    assert done.because[0].endswith("in 13 days.")


def test_that_day_holds_where_it_is_only_unknown_whether_anything_was_asked() -> None:
    shown = on(case(refused(asked="unknown")), 47)
    assert not channel(shown, "dos").if_complete
