"""The words for what the file keeps as codes: what a person reads for `refused_221g` or `out`."""

from collections.abc import Iterable, Mapping

from g221_tui.core.fields.table import Field, Kind, choices_of, field_text
from g221_tui.core.model import (
    Contact,
    Direction,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    Purpose,
    Requester,
    UsLink,
    YesNo,
)
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import long_date

NOT_SAID = "not said"
YES_NO = {
    YesNo.YES.value: "yes",
    YesNo.NO.value: "no",
    YesNo.UNKNOWN.value: "not known yet",
}
US_LINKS = {
    UsLink.UNKNOWN.value: "not known yet",
    UsLink.NONE.value: "nobody",
    UsLink.SELF.value: "you, working in the US",
    UsLink.PETITIONER.value: "the petitioner",
    UsLink.EMPLOYER.value: "the employer",
    UsLink.RELATIVE.value: "a relative",
    UsLink.SCHOOL.value: "the school",
}
REQUESTERS = {
    Requester.SLIP.value: "the letter (221(g) slip)",
    Requester.POST.value: "the post",
    Requester.USCIS.value: "USCIS",
    "": "nobody: an extra",
}
ASKERS = {
    Requester.SLIP: "the letter",
    Requester.POST: "the post",
    Requester.USCIS: "USCIS",
}
"""Who asked for a paper, within a sentence."""
TASK_WORDS = {
    DocumentState.READY.value: "booked",
    DocumentState.SUBMITTED.value: "done",
}
"""What a state is called of a task, where that is another word than of a paper."""
STEP_VERBS = {
    DocumentState.READY.value: "prepared",
    DocumentState.SUBMITTED.value: "sent",
    "asked for again": "asked again for",
    "done": "did",
}
"""What was done with a document, before its name; other steps are told by their own word."""
PAPER_WORDS = {DocumentState.SUBMITTED.value: "sent"}
"""What a state of a paper is also called."""
STATE_ALSO = {
    "done": DocumentState.SUBMITTED.value,
    "mailed": DocumentState.SUBMITTED.value,
    "e-mailed": DocumentState.SUBMITTED.value,
    "uploaded": DocumentState.SUBMITTED.value,
    "posted": DocumentState.SUBMITTED.value,
    "delivered": DocumentState.SUBMITTED.value,
    "handed in": DocumentState.SUBMITTED.value,
    "dropped off": DocumentState.SUBMITTED.value,
    "arrived": DocumentState.RECEIVED.value,
    "confirmed": DocumentState.RECEIVED.value,
    "prepared": DocumentState.READY.value,
    "given back": DocumentState.RETURNED.value,
    "not needed": DocumentState.WAIVED.value,
    "no longer needed": DocumentState.WAIVED.value,
    "asked for": DocumentState.REQUESTED.value,
}
"""Further words that people have for a state."""
PURPOSES = {
    Purpose.STATUS.value: "ask about the status",
    Purpose.DOCUMENTS.value: "send documents",
    Purpose.ANSWER.value: "answer what they asked",
    Purpose.DETAILS.value: "correct my details, or another matter",
    Purpose.EMERGENCY.value: "an emergency",
}
"""What a contact may be for."""
DIRECTIONS = {
    Direction.OUT.value: "I turned to them",
    Direction.IN.value: "they answered me",
    Direction.AUTO.value: "an automatic reply, which answers nothing",
}
"""Who turned to whom."""

NEEDED = {
    "us_link": "the US link (who of the case lives or works in a US state)",
    "us_state": "the US state of that link",
    "receipt_number": "the USCIS receipt number",
}
"""The facts that a channel may need, by the names `set` takes."""


def choices(field: Field, rules: Rules) -> Mapping[str, str]:
    """The words of each code a field may hold; nothing where it is free text."""
    by_name: dict[str, Mapping[str, str]] = {
        "us_link": US_LINKS,
        "by": REQUESTERS,
        "purpose": PURPOSES,
        "direction": DIRECTIONS,
        "policy": {policy.id: policy.title for policy in rules.policies.values()},
        "kind": {kind.id: kind.title for kind in rules.event_kinds},
        "channel": {channel.id: channel.name for channel in rules.every_channel},
        "reason": rules.reasons,
    }
    if field.kind not in (Kind.CHOICE, Kind.REASONS):
        return {}
    words = by_name.get(field.name, YES_NO)
    listed = {code: words.get(code, code) for code in choices_of(field, rules)}
    if field.empty == "":
        listed[""] = words.get("", NOT_SAID)
    return listed


def step_word(state: str, *, task: bool) -> str:
    """The state of a document in a word: a task is done where a paper is submitted."""
    return TASK_WORDS.get(state, state) if task else str(state)


def value_words(field: Field, value: object, rules: Rules) -> str:
    """A value as a person reads it; dates stay as they are kept."""
    words, text = choices(field, rules), field_text(value)
    if field.kind is Kind.REASONS:
        return ", ".join(words.get(code, code) for code in text.split(", "))
    return words.get(text, text) if text else ""


def record_name(record: Event | Document | Contact | NamedDeadline, rules: Rules) -> str:
    """What a person calls a record: a paper by its name, what happened by its day."""
    if isinstance(record, Document | NamedDeadline):
        return record.name
    if isinstance(record, Contact):
        channel = rules.channel(record.channel)
        return f"{channel.name if channel else record.channel}, {long_date(record.on)}"
    kind = rules.kind(record.kind)
    return f"{kind.title if kind else record.kind}, {long_date(record.day)}"


def needed_words(facts: Iterable[str]) -> tuple[str, ...]:
    """The facts that a channel needs, in words."""
    return tuple(NEEDED.get(fact, fact.replace("_", " ")) for fact in facts)


IF_COMPLETE = "if complete"
"""Said of the day on which asking opens while something is owed: it moves once that goes in."""
