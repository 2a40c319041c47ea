"""A letter that lists what is not sent yet does not ask what else is needed."""

import pytest

from output.letters.kit import NOW, complete, drafts, told


@pytest.mark.parametrize("channel", ["consulate_email", "consulate_call"])
def test_with_papers_outstanding_the_question_is_another(channel: str) -> None:
    life = complete()
    told(life, "docs", "add", "Tax returns", "--by", "post", "--asked", "2027-02-01")
    text = " ".join(drafts().draft(life.day(NOW), channel, "status").text.split())
    assert "more that you need" not in text
    assert "y which day do you need" in text
