"""What the user typed is text in a letter: never a template, never a break of the form."""

import re
import unicodedata
from contextlib import suppress
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.life import Life
from g221_tui.core.letters.letter_text import letter_text
from g221_tui.core.model import Book, Case
from g221_tui.errors import Refused
from output.letters.kit import FACTS, GOLDEN, NOW, complete, drafts

quick = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault
)
PIECES = (
    "{{ 7 * 7 }}",
    "{{ today }}",
    "{% for a in range(9) %}x{% endfor %}",
    "{% raw %}",
    "{# not seen #}",
    "{% include 'case' %}",
    "{{ ''.__class__ }}",
    "\\",
    "\\\n",
    "\x00",
    "\x01",
    "\x1b]0;title\x07",
    "\u202eevil\u202c",
    "\u200f\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1e8\U0001f1ed",
    "\ud800",
    "\r\n",
    "\n\n",
    "+++",
    "Subject: other",
    "?bcc=a@b.example&body=x",
    "%0D%0A",
    "[NAME]",
)
words = some.lists(some.sampled_from(PIECES) | some.text(max_size=8), min_size=1, max_size=4)
typed = words.map(" ".join)
TEXTS = ("applicant", "nationality", "passport_number", "visa", "post", "case_number", "email")
WRITTEN = ("consulate_email", "consulate_call", "dos", "senator", "representative", "legalnet")
"""The channels of which there is always a letter in this case."""
CHANNELS = sorted({(channel, purpose) for _, channel, purpose, _ in GOLDEN.values()})


@cache
def base() -> Case:
    """A case with a question that was asked before."""
    life = complete()
    life("log", "consulate_email", "--on", "2027-01-05", "--anyway", today=NOW)
    return life.case


def with_text(text: str) -> Life:
    """A case that holds the text in every fact, paper, note and answer."""
    life = Life()
    case = base()
    facts = dict.fromkeys((*TEXTS, "address", "petitioner", "phone", "post_email"), text)
    changed = msgspec.structs.replace(
        case,
        facts=msgspec.structs.replace(case.facts, **facts),
        documents=tuple(msgspec.structs.replace(d, name=text) for d in case.documents),
        contacts=tuple(
            msgspec.structs.replace(c, note=text, answer=text, ref=text) for c in case.contacts
        ),
    )
    life.book = Book(cases=(changed,))
    return life


def spaced(text: str) -> str:
    """The text with single blanks: long lines stand on several."""
    return " ".join(text.split())


@quick
@given(typed)
def test_what_was_typed_stands_there_as_it_is_and_nothing_of_it_runs(text: str) -> None:
    draft = drafts().draft(with_text(text).day(NOW), "consulate_email")
    shown = letter_text(text)
    assert f"Passport number: {shown}".strip() in spaced(draft.text) or not shown
    assert draft.subject.count("\n") == 0
    unseen = {c for c in draft.whole if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
    assert unseen <= {"\n", "\u200c", "\u200d"}


@quick
@given(typed)
def test_every_letter_can_be_written_whatever_was_typed(text: str) -> None:
    day = with_text(text).day(NOW)
    written = 0
    for channel, purpose in CHANNELS:
        with suppress(Refused):  # no petition went back, no emergency is recorded
            draft = drafts().draft(day, channel, purpose)
            draft.whole.encode("utf-8")
            draft.mailto.encode("ascii")
            written += 1
    assert written >= len(WRITTEN)


@quick
@given(typed)
def test_an_address_in_a_mail_program_holds_nothing_but_itself(text: str) -> None:
    draft = drafts().draft(with_text(text).day(NOW), "consulate_email")
    assert re.fullmatch(
        r"mailto:[A-Za-z0-9@.+_~%-]*\?subject=[^&=?# ]*&body=[^&=?# ]*", draft.mailto
    )


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% if %}", "{#", "a\\"])
def test_words_of_a_template_are_kept_as_they_were_typed(text: str) -> None:
    life = complete()
    life("set", f"applicant={text}", today=NOW)
    draft = drafts().draft(life.day(NOW), "consulate_email")
    assert f"Applicant: {text}\n" in draft.text
    assert f", {text}, " in draft.subject


def test_a_name_of_signs_that_nobody_sees_counts_as_missing() -> None:
    life = complete()
    life("set", "applicant=\u200b\u202e", today=NOW)
    draft = drafts().draft(life.day(NOW), "consulate_email")
    assert [missing.fact for missing in draft.missing] == ["applicant"]
    assert "Applicant:" not in draft.text


def test_an_address_of_several_lines_stands_on_one() -> None:
    draft = drafts().draft(complete().day(NOW), "consulate_email", "details")
    assert "Address: 1 Lake Road, 8000 Exampleton\n" in draft.text
    assert any("\n" in fact for fact in FACTS)
