"""What a face is given of a letter."""

from urllib.parse import parse_qs, urlsplit

import pytest

from core.life import LATER
from g221_tui.core.letters.template import Medium
from g221_tui.core.model import Purpose
from g221_tui.core.privacy.masking import Masker, identifiers
from g221_tui.errors import NotUnderstood, Refused
from g221_tui.service.drafts import mailto
from output.letters.kit import NOW, SOON, complete, drafts


def test_the_address_for_a_mail_program_holds_the_whole_message() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_email")
    parts = urlsplit(draft.mailto)
    assert (parts.scheme, parts.path) == ("mailto", "visas@example.gov")
    fields = parse_qs(parts.query)
    assert fields["subject"] == [draft.subject]
    assert fields["body"] == [draft.text.replace("\n", "\r\n")]


@pytest.mark.parametrize("channel", ["consulate_call", "dos", "senator"])
def test_what_is_no_e_mail_has_no_such_address(channel: str) -> None:
    draft = drafts().draft(complete().day(NOW), channel)
    assert draft.mailto == draft.to == draft.subject == ""
    assert draft.medium is not Medium.EMAIL


def test_what_is_no_address_is_not_taken_for_one() -> None:
    assert mailto("the form on the page", "s", "b") == "mailto:?subject=s&body=b"
    assert mailto("a@b.example?bcc=c@d", "s", "b").startswith("mailto:a@b.example%3Fbcc%3Dc@d?")


def test_logging_keeps_subject_and_text_as_the_note() -> None:
    life = complete()
    draft = drafts().draft(life.day(NOW), "consulate_email")
    life.apply(draft.contact(), today=NOW)
    (kept,) = life.case.contacts
    assert kept.note == f"{draft.subject}\n\n{draft.text}"
    assert (kept.channel, kept.on.isoformat(), kept.purpose) == ("consulate_email", NOW, "status")


def test_the_note_of_a_script_begins_with_what_it_is() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_call")
    assert draft.contact().note == f"Script for a call to the post\n\n{draft.text}"


def test_own_words_take_the_place_of_the_draft() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_email")
    assert draft.rewritten(draft.outgoing) == draft
    own = draft.rewritten("Subject:  221(g) \nTo: a@example.org\n\n\nGood day:\nTo: nobody\n")
    assert (own.to, own.subject) == ("a@example.org", "221(g)")
    assert own.text == "Good day:\nTo: nobody"
    assert own.outgoing == "To: a@example.org\nSubject: 221(g)\n\nGood day:\nTo: nobody"
    assert own.mailto.startswith("mailto:a@example.org?subject=221%28g%29&body=Good%20day")
    bare = draft.rewritten("Good day")
    assert (bare.to, bare.subject, bare.text) == ("", "", "Good day")
    assert bare.mailto == "mailto:?body=Good%20day"


@pytest.mark.parametrize("words", ["", "\n \n", "To: a@example.org\nSubject: x\n\n"])
def test_own_words_without_a_text_are_refused(words: str) -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_email")
    with pytest.raises(Refused, match="Nothing was left"):
        draft.rewritten(words)


def test_in_a_script_a_line_with_a_colon_is_no_heading() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_call")
    own = draft.rewritten("To: the operator\nGood day")
    assert own.text == "To: the operator\nGood day"
    assert (own.to, own.subject, own.mailto) == ("", "", "")


def test_own_words_are_masked_also_where_a_name_is_broken_over_two_lines() -> None:
    life = complete()
    draft = drafts().draft(life.day(NOW), "consulate_email")
    own = draft.rewritten(f"{draft.outgoing}\n\nWith thanks, Ada\nExample, X1234567")
    masked = own.masked_by(Masker(*identifiers(life.case)))
    assert masked.masked
    for secret in ("Ada", "Example,", "X1234567", "visas@example.gov"):
        assert secret not in masked.outgoing
        assert secret not in masked.mailto


def test_a_long_letter_has_a_short_link_and_a_short_one_has_none() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_email").rewritten("Good day")
    assert draft.short_mailto == ""
    long = draft.rewritten("To: a@example.org\nSubject: s\n\n" + "word " * 500)
    assert long.short_mailto == "mailto:a@example.org?subject=s"
    assert len(long.mailto) > 2000


def test_a_letter_that_was_early_can_be_logged_with_a_confirmation() -> None:
    life = complete()
    draft = drafts().draft(life.day(SOON), "consulate_email")
    assert draft.early
    life.apply(draft.contact(anyway=True), today=SOON)
    assert life.case.contacts[0].early


def test_the_first_purpose_of_a_channel_is_taken_where_none_is_named() -> None:
    assert drafts().purposes("consulate_email") == tuple(Purpose)
    assert drafts().purposes("ceac") == ()
    assert drafts().draft(complete().day(NOW), "email").purpose is Purpose.STATUS


def test_a_channel_or_purpose_without_a_letter_names_those_with_one() -> None:
    day = complete().day(NOW)
    with pytest.raises(Refused, match="nothing to write for CEAC; letters exist for consulate_c"):
        drafts().draft(day, "ceac")
    with pytest.raises(Refused, match="purpose documents; known: status"):
        drafts().draft(day, "dos", "documents")
    with pytest.raises(NotUnderstood, match=r"known: .*details"):
        drafts().draft(day, "dos", "chat")
    with pytest.raises(NotUnderstood, match="channel"):
        drafts().draft(day, "the moon")


def test_every_draft_says_whose_advice_it_follows() -> None:
    draft = drafts().draft(complete().day(NOW), "legalnet")
    assert draft.source == "9 FAM 103.4, 25 February 2022"


def test_a_fact_that_is_recorded_is_missing_no_more() -> None:
    life = complete()
    life("set", "birth_date=", today=LATER)
    (missing,) = drafts().draft(life.day(NOW), "consulate_email").missing
    life("set", f"{missing.fact}=5 Mar 1990", today=LATER)
    assert drafts().draft(life.day(NOW), "consulate_email").missing == ()
