"""The words of a brief on paper, made of its records: the same for Markdown and for a page."""

from collections.abc import Iterable
from datetime import date

from g221_tui.core.brief.records import Brief, Cited, Moment, Paper, Talk
from g221_tui.core.letters.letter_text import letter_date
from g221_tui.core.snapshot.timeline import LOOKED
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.glyphs import TIMES
from g221_tui.core.text.phrases import one_line, sentence, shortened
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Origin

MOST = 240
"""Characters of a contact's words in the brief; a packet's log has them whole."""
REPLACEMENT = chr(0xFFFD)
"""The sign that stands for what is none."""
MASKED_COPY = "Masked copy: names, numbers and addresses are hidden."
FULL_COPY = "Full copy: with names, numbers and addresses."
ONLY = "It says only what the applicant recorded. It is no legal advice."
NO_ANSWER = "none recorded"
"""What stands for the answer to a question that has none in the record."""
NOTHING_ASKED = "No document is on the list."
NO_CONTACT = "No contact is recorded."
OWED = "with the applicant"
"""The state of a document that is asked for and not sent."""
RECORDED, RULE, ESTIMATE = "as recorded", "by a rule or a letter", "an estimate"
"""Where a day ahead comes from."""


def line(text: str) -> str:
    """The user's text on one line, with nothing hidden in it."""
    return "".join(
        REPLACEMENT if _is_no_character(sign) else sign for sign in clean(one_line(text))
    )


def lines(text: str) -> tuple[str, ...]:
    """The lines of the user's text that hold something, each as `line` has it."""
    return tuple(filter(None, map(line, text.splitlines())))


def whole(text: str) -> str:
    """All lines of the user's text that hold something."""
    return "\n".join(lines(text))


def body(text: str) -> str:
    """The text of a letter, its lines as they stand."""
    return "\n".join(line(each) for each in text.split("\n"))


def copy_words(brief: Brief) -> str:
    """Whether identifiers are in it."""
    return MASKED_COPY if brief.masked else FULL_COPY


def standing(brief: Brief) -> str:
    """`with the post, since 26 Oct 2026`."""
    since = f"since {letter_date(brief.since)}" if brief.since else ""
    return ", ".join(filter(None, (brief.held, since)))


def refused(brief: Brief) -> str:
    """That it was refused for now, and when; empty before that."""
    if brief.refused_on is None:
        return ""
    return f"Refused for now under INA 221(g) on {letter_date(brief.refused_on)}."


def as_of(brief: Brief) -> str:
    """The day it is told for."""
    return long_date(brief.today)


def origin(moment: Moment) -> str:
    """Where a day ahead comes from, in words."""
    if moment.origin is Origin.ESTIMATE:
        return ESTIMATE
    return RECORDED if moment.own else RULE


def asked(paper: Paper) -> str:
    """`26 Oct 2026, the letter`; of an extra that nobody asked."""
    day = letter_date(paper.asked_on) if paper.asked_on else ""
    return ", ".join(filter(None, (day, paper.asker))) or "not asked for"


def sent(paper: Paper) -> str:
    """The days on which it went in, how, and under which number."""
    days = ", ".join(map(letter_date, paper.sent))
    if not days:
        return ""
    more = [line(paper.route), line(paper.receipt)]
    beside = "; ".join(filter(None, more))
    return f"{days} ({beside})" if beside else days


def state(paper: Paper) -> str:
    """Its state in a word, and that it is still to be sent."""
    return f"{paper.now}, {OWED}" if paper.owed else paper.now


def day_of(on: date | None) -> str:
    """A day, or nothing."""
    return letter_date(on) if on else ""


def history(paper: Paper) -> str:
    """Every step with its day."""
    return "; ".join(f"{told.words} {letter_date(told.on)}" for told in paper.steps)


def beside(paper: Paper) -> str:
    """What else is recorded of a document."""
    kind = {True: "original", False: "copy", None: ""}[paper.original]
    expires = f"valid until {letter_date(paper.expires_on)}" if paper.expires_on else ""
    number = f"number {line(paper.receipt)}" if paper.receipt.strip() else ""
    parts = (kind, line(paper.route), number, expires, line(paper.note))
    return "; ".join(filter(None, parts))


def when(talk: Talk) -> str:
    """The day of a contact, or the days from the first look to the last."""
    if talk.times == 1:
        return letter_date(talk.on)
    return f"{letter_date(talk.on)} to {letter_date(talk.until)}"


def how(talk: Talk) -> str:
    """`E-mail, asked`, `CEAC, looked ×21`."""
    times = f" {TIMES}{talk.times}" if talk.times > 1 else ""
    return f"{line(talk.by)}, {talk.way}{times}"


def said(talk: Talk, most: int = 0) -> str:
    """What was asked or said on our side; what a page showed is an answer.

    Args:
        talk: The contact.
        most: The most characters; 0 for all.
    """
    return _cut(line("" if talk.theirs else talk.words), most)


def answered(talk: Talk, most: int = 0) -> str:
    """What was answered, what a page showed, or that no answer is recorded."""
    page = f"page updated {letter_date(talk.page_updated)}" if talk.page_updated else ""
    theirs = talk.words if talk.theirs else ""
    parts = [line(talk.status), page, line(theirs), line(talk.answer)]
    told = _cut("; ".join(filter(None, parts)), most)
    return told or (NO_ANSWER if talk.silent and talk.way != LOOKED else "")


def reference(talk: Talk) -> str:
    """Its number, and whom it was with."""
    return ", ".join(filter(None, (line(talk.ref), line(talk.with_whom))))


def whose(cited: Cited) -> str:
    """The source of a rule and its date."""
    return ", ".join(filter(None, (cited.source, cited.as_of)))


def rules(cited: Iterable[Cited]) -> tuple[tuple[str, str], ...]:
    """The rules by their sources, those of one source together."""
    found: dict[str, list[str]] = {}
    for each in cited:
        found.setdefault(whose(each), []).append(line(each.what))
    return tuple((source, "; ".join(map(sentence, what))) for source, what in found.items())


def _cut(text: str, most: int) -> str:
    return shortened(text, most) if most else text


def _is_no_character(sign: str) -> bool:
    """Whether Unicode sets the code point aside as none: a page may not hold it."""
    code = ord(sign)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
