"""What a letter is made of: whether there is one, what it says, what is missing, who signs."""

from datetime import date
from typing import Any

import pytest

from core.life import LATER, Life
from g221_tui.core.letters.letter import Letter, letter
from g221_tui.core.letters.letter_text import letter_date, letter_lines, letter_text
from g221_tui.core.letters.past import Asked, Sent
from g221_tui.core.letters.template import LetterTemplate, Medium, Signer
from g221_tui.core.model import Purpose
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.errors import Refused

REFUSED = "2026-10-26"
NOW = "2027-05-20"


def template(**more: Any) -> LetterTemplate:
    """A template for an e-mail to the post."""
    given: dict[str, Any] = {"purposes": tuple(Purpose), "medium": Medium.EMAIL, **more}
    return LetterTemplate(
        title="T", source="s", as_of="2026", channels=("any",), to_post=True, **given
    )


def made(
    life: Life,
    channel: str = "consulate_email",
    purpose: Purpose = Purpose.STATUS,
    today: str = NOW,
    **more: Any,
) -> Letter:
    """The letter of a case on a day."""
    found = life.rules.channel(channel)
    assert found is not None
    return letter(life.day(today), found, purpose, template(**more))


def rows(found: Letter, name: str) -> tuple[Any, ...]:
    """The rows of one of its values."""
    value = found.values[name]
    assert isinstance(value, tuple)
    return value


def opened(*more: str) -> Life:
    """A case without papers."""
    life = Life()
    life.open(REFUSED, "--asked", "no", *more, today=REFUSED)
    return life


def test_a_locked_channel_is_prepared_and_says_until_when_it_is_early() -> None:
    early = made(opened(), today="2026-12-12").early
    assert early.startswith("This is early. Opens Fri 25 Dec 2026, in 13 days.")
    assert made(opened()).early == ""


def test_a_channel_at_rest_is_early_and_names_the_question_before() -> None:
    life = opened()
    life("log", "consulate_email", "--on", "2027-05-10", today=LATER)
    found = made(life)
    assert "Rests until Wed 9 Jun 2027" in found.early
    assert (found.nth, found.values["asked_on"]) == ("second", "10 May 2027")


def test_papers_may_go_at_any_time() -> None:
    found = made(opened(), purpose=Purpose.DOCUMENTS, today="2026-12-12")
    assert (found.early, found.nth) == ("", "")


def test_a_closed_channel_has_no_letter_and_says_whom_to_ask() -> None:
    life = opened("--visa", "H-1B")
    life("event", "add", "uscis_received", "--on", "2027-01-10", today=LATER)
    with pytest.raises(Refused, match=r"There is no letter for E-mail.*USCIS"):
        made(life)


@pytest.mark.parametrize("policy", ["guide", "dublin-niv"])
def test_a_post_that_answers_nothing_gets_no_question_whether_it_is_followed_or_not(
    policy: str,
) -> None:
    life = opened("--post", "Dublin", "--visa", "F-1", "--policy", policy)
    with pytest.raises(Refused, match="answers no"):
        made(life)
    assert made(life, purpose=Purpose.DOCUMENTS).purpose is Purpose.DOCUMENTS


def test_the_word_of_ones_own_letter_and_an_emergency_lift_that() -> None:
    life = opened("--post", "Dublin", "--visa", "F-1")
    life("set", "wait=90", today=LATER)
    assert made(life).early == ""
    life("set", "wait=", "emergency=2027-05-18", today=LATER)
    assert made(life).early == ""
    life("set", "emergency=", "policy=state", today=LATER)
    assert made(life).early == ""


def test_the_subject_is_the_posts_own_where_it_names_one() -> None:
    life = opened("--post", "Tokyo", "--visa", "H-1B")
    assert made(life, subject=("x",)).subject == ("{{ applicant }}", "{{ case_number }}")
    assert made(opened("--post", "Bern"), subject=("x",)).subject == ("x",)


def test_where_it_is_not_plain_which_page_holds_no_page_is_followed() -> None:
    life = opened("--post", "Tokyo")
    assert len(post_practice(life.day(NOW)).practices) > 1
    found = made(life, subject=("x",))
    assert (found.subject, found.notes) == (("x",), ())
    life("set", "visa=H-1B", today=LATER)
    assert made(life).notes[0].startswith("The page of Tokyo says: Questions: Not in the mailbox")


def test_what_is_missing_names_the_words_that_record_it() -> None:
    events = {"interview_on": "interview"}
    asks = ("birth_date", "interview_on", "applicant")
    missing = made(opened(), asks=asks, events=events).missing
    assert [(m.fact, m.label, m.way) for m in missing] == [
        ("applicant", "Applicant", "g221 set applicant=VALUE"),
        ("birth_date", "Birth date", "g221 set birth_date=VALUE"),
        ("", "Interview", "g221 event add interview --on DATE"),
    ]


def test_the_receipt_number_is_asked_for_only_where_there_may_be_a_petition() -> None:
    def facts(visa: str) -> list[str]:
        found = made(opened("--visa", visa), asks_petition=("receipt_number",))
        return [missing.fact for missing in found.missing]

    assert facts("H-1B") == ["applicant", "receipt_number"]
    assert facts("F-1") == ["applicant"]
    assert facts("") == ["applicant", "receipt_number"]


@pytest.mark.parametrize(
    ("link", "fact", "signs_as"),
    [
        ("self", "applicant", "self"),
        ("petitioner", "petitioner", "petitioner"),
        ("employer", "writer", "employer"),
        ("relative", "writer", "relative"),
        ("school", "writer", "school"),
    ],
)
def test_the_one_with_the_us_link_signs_the_letter_to_congress(
    link: str, fact: str, signs_as: str
) -> None:
    life = opened("--us-link", link)
    found = made(life, "senator", signer=Signer.CONSTITUENT)
    assert [missing.fact for missing in found.missing] == [fact]
    assert found.values["signs_as"] == signs_as
    life("set", f"{fact}=Bo Sample", today=LATER)
    assert made(life, "senator", signer=Signer.CONSTITUENT).values["signer"] == "Bo Sample"


def test_the_role_of_a_writer_is_asked_for() -> None:
    life = opened()
    life("set", "writer=Bo Sample", today=LATER)
    assert [missing.fact for missing in made(life).missing] == ["writer_role"]


def test_an_emergency_is_told_from_its_day_on() -> None:
    life = opened()
    life("set", "emergency=2027-05-18", today=LATER)
    assert made(life).values["emergency"] == "18 May 2027"
    assert made(life, today="2027-05-17").values["emergency"] is None


def test_a_day_looked_back_at_tells_nothing_that_came_later() -> None:
    life = Life()
    life.open(REFUSED, "--document", "A", today=REFUSED)
    life("docs", "set", "A", "submitted", "--on", "2026-11-20", today=LATER)
    life(
        "log", "consulate_email", "--on", "2027-02-01", "--note", "x", "--answer", "y", today=LATER
    )
    life("event", "add", "passport_requested", "--on", "2027-03-01", today=LATER)
    values = made(life, today="2026-11-01", tried={"consulate_email": "e"}).values
    later = ("papers_sent", "nth", "asked_on", "last_answer", "tried", "messages")
    assert [values[name] for name in later] == [(), None, None, None, (), ()]
    assert [row.on for row in rows(made(life, today="2026-11-01"), "account")] == ["26 Oct 2026"]


def test_an_unknown_us_link_is_asked_for_and_no_name_yet() -> None:
    life = opened("--us-link", "unknown")
    found = made(life, "senator", signer=Signer.CONSTITUENT)
    assert [missing.fact for missing in found.missing] == ["us_link"]
    assert found.early == ""


def test_a_recorded_writer_signs_whatever_the_letter() -> None:
    life = opened("--us-link", "self")
    life("set", "applicant=Ada Example", "writer=Cy Lawyer", "writer_role=attorney", today=LATER)
    for signer in Signer:
        values = made(life, "senator", signer=signer).values
        assert (values["signer"], values["signs_as"]) == ("Cy Lawyer", "writer")
        assert (values["writer_role"], values["for_another"]) == ("attorney", True)


def test_papers_are_told_by_day_and_route_and_tasks_are_none() -> None:
    life = Life()
    life.open(REFUSED, "--document", "A", "B", "C", today=REFUSED)
    life("docs", "add", "Fingerprints", "--task", "--by", "slip", today=REFUSED)
    for name, day in (("A", "2026-10-28"), ("B", "2026-10-28"), ("Fingerprints", "2026-10-28")):
        life("docs", "set", name, "submitted", "--on", day, today=LATER)
    values = made(life).values
    assert values["papers_sent"] == (Sent(on="28 Oct 2026", names="A and B", route=None),)
    assert (values["papers_asked"], values["papers_owed"]) == ("A, B and C", "C")
    assert values["enclosed"] == ("C",)


def test_what_went_in_before_a_new_round_is_not_told_as_sent_in_it() -> None:
    life = Life()
    life.open(REFUSED, "--visa", "H-1B", "--document", "A", today=REFUSED)
    life("docs", "set", "A", "submitted", "--on", "2026-11-01", today=LATER)
    life("log", "dos", "--reply", "--on", "2026-12-01", "--note", "Old words.", today=LATER)
    life("log", "dos", "--on", "2026-11-20", "--anyway", today=LATER)
    for kind, day in (("petition_returned", "2026-12-10"), ("reaffirmed", "2027-02-01")):
        life("event", "add", kind, "--on", day, today=LATER)
    life("event", "add", "refused_221g", "--on", "2027-03-01", today=LATER)
    life("docs", "add", "A", "--by", "slip", "--asked", "2027-03-01", today=LATER)
    life("docs", "set", "A", "submitted", "--on", "2027-03-05", today=LATER)
    found = made(life, tried={"dos": "State"})
    assert [row.on for row in rows(found, "papers_sent")] == ["5 Mar 2027"]
    assert found.values["tried"] == ()
    assert "Old words." not in [row.answer for row in rows(found, "account")]


def test_what_went_in_today_is_enclosed_where_nothing_is_left() -> None:
    life = Life()
    life.open(REFUSED, "--document", "A", today=REFUSED)
    life("docs", "set", "A", "submitted", "--on", NOW, today=LATER)
    assert made(life).values["enclosed"] == ("A",)
    assert made(life, today="2027-05-21").values["enclosed"] == ()


def test_a_question_of_an_earlier_round_or_another_post_is_no_first_request() -> None:
    life = opened("--visa", "H-1B")
    life("log", "consulate_email", "--on", "2027-01-05", today=LATER)
    assert made(life).nth == "second"
    life("event", "add", "transferred", "--on", "2027-02-01", "--post", "Bern", today=LATER)
    assert made(life).nth == ""


def test_looking_at_the_uscis_page_is_no_question_to_uscis() -> None:
    life = opened("--visa", "H-1B")
    life("set", "receipt_number=WAC2190012345", today=LATER)
    told = {"uscis_status": "USCIS"}
    life("log", "uscis_status", "--on", "2027-02-01", "--status", "Received", today=LATER)
    assert made(life, tried=told).values["tried"] == ()
    words = ["--on", "2027-03-01", "--note", "Is it with you?", "--answer", "Yes."]
    life("log", "uscis_status", *words, today=LATER)
    (asked,) = rows(made(life, tried=told), "tried")
    assert isinstance(asked, Asked)
    assert (asked.on, asked.by, asked.answer) == ("1 Mar 2027", "USCIS", "Yes.")


def test_a_question_is_told_with_the_reply_that_came_before_the_next_one() -> None:
    life = opened()
    for day in ("2027-01-05", "2027-02-10", "2027-03-20"):
        life("log", "dos", "--on", day, "--anyway", today=LATER)
    for day, words in (("2027-01-07", "First."), ("2027-02-12", "Second.")):
        life("log", "dos", "--reply", "--on", day, "--note", words, today=LATER)
    tried = rows(made(life, tried={"dos": "State"}), "tried")
    assert [asked.answer for asked in tried] == ["First.", "Second.", None]
    kinds = [row.kind for row in rows(made(life, tried={"dos": "State"}), "account")]
    assert kinds == ["event", "asked", "answered", "asked", "answered", "asked"]


def test_the_last_answer_is_the_latest_one_since_the_first_question() -> None:
    life = opened()
    life("log", "email", "--reply", "--on", "2026-12-01", "--note", "Before.", today=LATER)
    life("log", "email", "--on", "2027-01-05", today=LATER)
    assert made(life).values["last_answer"] is None
    life("log", "email", "--reply", "--on", "2027-01-10", "--note", "First.", today=LATER)
    life("log", "call", "--reply", "--on", "2027-01-12", "--note", "Second.", today=LATER)
    life("log", "email", "--reply", "--on", "2027-01-15", today=LATER)
    values = made(life).values
    assert (values["last_answer"], values["without_answer"]) == ("Second.", False)
    life("log", "email", "--on", "2027-03-05", today=LATER)
    values = made(life).values
    assert (values["last_answer"], values["without_answer"]) == ("Second.", True)


def test_a_reply_without_words_is_no_row_of_the_account() -> None:
    life = opened()
    life("log", "dos", "--reply", "--on", "2027-01-10", today=LATER)
    assert [row.kind for row in rows(made(life, tried={"dos": "State"}), "account")] == ["event"]


def test_after_the_tenth_request_one_is_called_further() -> None:
    life = opened()
    found = []
    for day in range(1, 12):
        life("log", "email", "--on", f"2027-01-{day:02}", "--anyway", today=LATER)
        found.append(made(life).nth)
    assert found[0] == "second"
    assert found[8:] == ["tenth", "further", "further"]


def test_of_two_events_of_a_kind_the_latest_gives_the_day() -> None:
    life = opened("--interview", "2026-10-20")
    life("event", "add", "interview", "--on", "2027-02-01", today=LATER)
    values = made(life, events={"interview_on": "interview"}).values
    assert values["interview_on"] == "1 Feb 2027"


def test_an_account_keeps_the_refusal_and_the_latest_rows() -> None:
    life = opened("--interview", "2026-10-20")
    told = {"dos": "State"}
    for month in range(1, 8):
        life("log", "dos", "--on", f"2027-0{month}-02", "--anyway", today=LATER)
    found = made(life, tried=told, today="2027-12-01")
    assert [row.on for row in rows(found, "account")] == [
        "26 Oct 2026",
        *(f"2 {month} 2027" for month in ("Mar", "Apr", "May", "Jun", "Jul")),
    ]


def test_without_what_it_needs_there_is_no_letter_and_the_template_says_why() -> None:
    with pytest.raises(Refused, match="Nothing happened"):
        made(opened(), needs=("emergency",), needs_because="Nothing happened.")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" a\t b\n", "a b"),
        ("a\x1b[2Jb\x00", "a[2Jb"),
        ("\u202eabc\u202c", "abc"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\ud800", ""),
    ],
)
def test_typed_text_stands_on_one_line_without_what_nobody_sees(typed: str, shown: str) -> None:
    assert letter_text(typed) == shown


def test_lines_and_dates_read_the_same_everywhere() -> None:
    assert letter_lines("a\n\n b \r\nc") == ("a", "b", "c")
    assert letter_date(date(2026, 3, 5)) == "5 Mar 2026"
