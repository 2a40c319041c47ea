"""The values of a letter, each from a record or a fact; none where it is not known."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from g221_tui.core.letters import past
from g221_tui.core.letters.letter_text import letter_date, letter_lines, letter_text
from g221_tui.core.letters.template import LetterTemplate, Signer
from g221_tui.core.model import CaseRecord, Purpose, UsLink
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import submission
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.steps import DocumentState
from g221_tui.core.text.phrases import several

FACTS = (
    "applicant",
    "birth_date",
    "nationality",
    "passport_number",
    "passport_expires",
    "visa",
    "post",
    "case_number",
    "application_id",
    "receipt_number",
    "petitioner",
    "email",
    "phone",
    "address",
    "submit_how",
    "post_phone",
    "writer_role",
    "emergency",
    "programme_starts",
)
"""The facts of the case that a template may name, as `set` names them."""
NAMES = (
    *FACTS,
    *(
        "today",
        "channel",
        "purpose",
        "stage",
        "holder",
        "refused_on",
        "signer",
        "signs_as",
        "us_link",
        "for_another",
    ),
    *("us_state", "no_senator", "papers_asked", "papers_owed", "papers_sent", "enclosed"),
    *("to_follow", "nth", "asked_on", "last_answer", "without_answer", "tried", "messages"),
    "account",
)
"""Everything that a template may name beside its own `events`."""
NTH = ("", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Which request this is, by how many came before; a later one is `further`."""
FURTHER = "further"
CODES = ("channel", "purpose", "stage", "signs_as", "us_link")
"""The values that are words of the rules, to be compared: nobody's name is in them."""
WRITER = "writer"
"""The fact that names somebody else who writes."""
WRITER_ROLE = "writer_role"
"""The fact that says what the writer is to the applicant."""
BY_LINK: Mapping[UsLink, str] = MappingProxyType(
    {
        UsLink.SELF: Signer.APPLICANT.value,
        UsLink.PETITIONER: Signer.PETITIONER.value,
        UsLink.UNKNOWN: "",
        UsLink.NONE: "",
    }
)
"""The fact that names the one with the link to a US state; of the other links the writer's."""


def values(
    day: CaseDay, channel: Channel, purpose: Purpose, template: LetterTemplate
) -> dict[str, object]:
    """Every value that the template may name."""
    facts, asked = day.facts, past.asked_before(day, channel)
    tried = past.tried(day, template.tried)
    refused = day.standing.refused_on
    found: dict[str, object] = {name: _text(getattr(facts, name)) for name in FACTS}
    found["address"] = ", ".join(row.rstrip(",") for row in letter_lines(facts.address)) or None
    found["emergency"] = found["emergency"] if day.emergency else None
    found |= _people(facts, template) | _papers(day)
    found |= {
        "today": letter_date(day.today),
        "channel": channel.id,
        "purpose": purpose.value,
        "stage": day.standing.stage.id,
        "holder": day.holder,
        "refused_on": letter_date(refused) if refused else None,
        "us_state": day.rules.us_states.get(facts.us_state),
        "no_senator": facts.us_state in day.rules.delegates,
        "nth": _nth(len(asked)),
        "asked_on": several([letter_date(contact.on) for contact in asked]) or None,
        "last_answer": past.last_answer(day, channel, asked) or None,
        "without_answer": past.without_answer(day, channel, asked),
        "tried": tuple(past.asked_rows(day, tried, template.tried)),
        "messages": tuple(past.asked_rows(day, past.messages(day, channel), template.tried)),
        "account": tuple(past.account(day, tried, template.tried)),
    }
    return found | _days(day, template.events)


def signer(facts: CaseRecord, template: LetterTemplate) -> str:
    """The name of the fact that says who signs; empty while the US link is not known."""
    if facts.writer.strip():
        return WRITER
    if template.signer is Signer.CONSTITUENT:
        return BY_LINK.get(facts.us_link, WRITER)
    return template.signer.value


def _people(facts: CaseRecord, template: LetterTemplate) -> dict[str, object]:
    """Who signs, and as what."""
    fact = signer(facts, template)
    written = fact == WRITER
    as_linked = template.signer is Signer.CONSTITUENT and (
        not written or facts.us_link not in BY_LINK
    )
    return {
        "signer": _text(getattr(facts, fact)) if fact else None,
        "signs_as": facts.us_link.value if as_linked else fact,
        "us_link": facts.us_link.value,
        "for_another": fact not in ("", Signer.APPLICANT.value),
        WRITER_ROLE: _text(facts.writer_role) if written else None,
    }


def _papers(day: CaseDay) -> dict[str, object]:
    """What was asked for, what went in, what goes in now and what is still to come."""
    papers, today = day.standing.papers, day.today
    owed = [document for document in papers.outstanding if not document.task]
    ready = [d for d in owed if d.course(today).state is DocumentState.READY] or owed
    sent_today = [d for d in papers.requested if submission(d, today) == today]
    return {
        "papers_asked": several(past.names_of(papers.requested)) or None,
        "papers_owed": several(past.names_of(owed)) or None,
        "papers_sent": past.papers_sent(day),
        "enclosed": past.names_of(ready or sent_today),
        "to_follow": several(past.names_of(d for d in owed if d not in ready)) or None,
    }


def _days(day: CaseDay, events: Mapping[str, str]) -> dict[str, object]:
    """The day of the latest event of each kind."""
    found: dict[str, object] = {}
    for name, kind in events.items():
        days = [e.day for e in day.standing.events if e.kind == kind and e.day > date.min]
        found[name] = letter_date(days[-1]) if days else None
    return found


def _nth(before: int) -> str | None:
    if not before:
        return None
    return NTH[before] if before < len(NTH) else FURTHER


def _text(value: object) -> str | None:
    """A fact as a letter has it."""
    if isinstance(value, date):
        return letter_date(value)
    return letter_text(str(value or "")) or None
