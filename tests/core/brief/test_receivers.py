"""Each receiver gets what its sources say, and nothing that is not theirs."""

import pytest

from g221_tui.core.brief.brief import FACTS, brief
from g221_tui.core.brief.packet import for_receiver
from g221_tui.core.brief.receiver import Receiver
from g221_tui.core.brief.records import Brief
from g221_tui.output.receivers import load_receivers
from g221_tui.rules import load_rules
from output.letters.kit import NOW, asked_once, told

EVERY = {each.id: each for each in load_receivers()}
PRIVATE = ("sleepless", "Counsel says", "Wedding", "Passport expires", "X1234567", "Ruritania")
"""What an employer and a school must not read."""


def whole() -> Brief:
    """A brief with notes, dates of one's own, a private paper and a lawyer's word."""
    life = asked_once()
    told(life, "event", "add", "note", "--on", "2027-02-01", "--note", "sleepless night")
    told(life, "log", "attorney", "--on", "2027-02-02", "--note", "Counsel says wait")
    told(life, "log", "consulate_email", "--on", "2027-02-20", "--note", "sleepless", "--anyway")
    told(life, "deadline", "add", "Wedding", "2027-08-01")
    more = ["--reason", "ds5535", "--note", "sleepless"]
    told(life, "docs", "add", "DS-5535 form", "--asked", "2027-03-01", *more)
    return brief(life.day(NOW))


def test_there_are_five_receivers() -> None:
    assert [*EVERY] == ["senator", "post", "attorney", "employer", "school"]


@pytest.mark.parametrize("name", ["employer", "school"])
def test_who_only_helps_reads_nothing_that_is_the_applicants_alone(name: str) -> None:
    cut = str(for_receiver(whole(), EVERY[name]))
    assert [words for words in PRIVATE if words in cut] == []
    assert "DS-5535 form" not in cut
    assert "We have the papers." in cut


def test_an_attorney_reads_all_of_it() -> None:
    assert for_receiver(whole(), EVERY["attorney"]) == whole()


def test_a_post_reads_of_no_other_office() -> None:
    cut = for_receiver(whole(), EVERY["post"])
    assert {talk.body for talk in cut.talks} == {"post"}
    assert "sleepless" not in str(cut)
    assert "X1234567" in str(cut)


def test_a_senator_reads_what_was_tried_and_not_what_a_lawyer_said() -> None:
    cut = for_receiver(whole(), EVERY["senator"])
    assert {"post", "dos", "congress"} <= {talk.body for talk in cut.talks}
    assert "Counsel says" not in str(cut)


@pytest.mark.parametrize("receiver", EVERY.values(), ids=str)
def test_what_a_receiver_names_is_there(receiver: Receiver) -> None:
    rules = load_rules(None)
    assert rules.channel(receiver.channel) is not None
    assert {*receiver.without_facts} <= {*FACTS}
    assert {*receiver.without_papers} <= {*rules.reasons}
    assert {*receiver.bodies} <= {channel.body for channel in rules.every_channel}
    cut = (receiver.without, receiver.without_facts, receiver.without_papers, receiver.bodies)
    assert bool(receiver.left_out) is any(cut)
    assert receiver.source
    assert receiver.as_of
