"""The fields of the records as text: one table for the command line and the dialogs."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import msgspec

from g221_tui.core.field_types import CENTURY, DIGITS
from g221_tui.core.model import (
    Direction,
    Document,
    DocumentState,
    PostFacts,
    Purpose,
    Requester,
    UsLink,
    YesNo,
)
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.span import AHEAD, BIRTH, BORN, HAPPENED
from g221_tui.core.text.dates_read import read_date
from g221_tui.core.text.lookup import did_you_mean, either, in_own_words, known, meant
from g221_tui.core.text.phrases import one_line
from g221_tui.errors import NotUnderstood

NO_NAMES: Mapping[str, str] = MappingProxyType({})
"""Of codes that have no other names."""
NEW_POST = "new_post"
"""Where an event keeps the post that a case was transferred to; as text it is its name."""


class Kind(StrEnum):
    """How a field's text is read."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    DAY = "day"
    """A date that can't be cleared."""
    CHOICE = "choice"
    REASONS = "reasons"
    DAYS = "days"
    YEAR = "year"
    FLAG = "flag"
    EMERGENCY = "emergency"
    US_STATE = "us_state"


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field: its name for `set` and `correct`, where it is kept, and how it is read."""

    name: str
    label: str
    attr: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    """The known words of a choice; for `policy`, `kind`, `channel` and `reason` the rules say."""
    empty: str | None = None
    """What an emptied choice becomes; none where it can't be emptied."""
    span: str = AHEAD
    """For a date: the span of `spans.toml` it lies in."""
    hint: str = ""


def _field(name: str, label: str, kind: Kind = Kind.TEXT, **more: object) -> Field:
    settings: dict[str, object] = {"attr": name, **more}
    return msgspec.convert({"name": name, "label": label, "kind": kind, **settings}, Field)


def _choice(
    name: str, label: str, words: type[StrEnum], empty: str | None, **more: object
) -> Field:
    return _field(name, label, Kind.CHOICE, choices=tuple(words), empty=empty, **more)


def _happened(name: str, label: str, attr: str) -> Field:
    return _field(name, label, Kind.DATE, attr=attr, span=HAPPENED)


def case_fields() -> tuple[Field, ...]:
    """The facts that `set` takes and that are kept in the case itself."""
    return (
        _field("title", "Title"),
        _field("case_number", "Case number", hint="as printed on the slip"),
        _field("post", "Post", hint="embassy or consulate"),
        _field("visa", "Visa", hint="H-1B, F-1, IR1"),
        _field("reason", "Reasons", Kind.REASONS, attr="reasons"),
        _choice("tracking", "Passport can be followed online", YesNo, "unknown"),
        _choice("us_link", "US link", UsLink, "unknown", hint="who lives or works in a US state"),
        _field("us_state", "US state of that link", Kind.US_STATE, hint="two letters: CA, DC, PR"),
        _choice("petition", "Rests on a petition", YesNo, "unknown"),
        _field("policy", "Policy", Kind.CHOICE, empty="guide"),
        _field("wait", "Own wait, days", Kind.DAYS, hint="as your post says, else empty"),
        _field("rest", "Own rest, days", Kind.DAYS, hint="between two questions, else empty"),
        _field("emergency", "Emergency since", Kind.EMERGENCY, hint="a date, or yes for today"),
        _field("applicant", "Applicant"),
        _field("email", "Your e-mail"),
        _field("phone", "Your phone"),
        _field("passport_number", "Passport number"),
        _field("application_id", "Application ID", hint="DS-160 or DS-260, AA..."),
        _field("receipt_number", "USCIS receipt number"),
        _field("petitioner", "Petitioner"),
        _field("slip_colour", "Slip colour", hint="a label; nothing is inferred from it"),
        _field("submit_how", "How to send documents"),
        _field("post_email", "Post's e-mail"),
        _field("post_phone", "Post's phone"),
        _field("post_tracker_url", "Post's tracker"),
        _field("passport_expires", "Passport expires", Kind.DATE),
        _field("medical_expires", "Medical expires", Kind.DATE),
        _field("petition_expires", "Petition expires", Kind.DATE),
        _field("police_expires", "Police certificate expires", Kind.DATE),
        _field("offer_expires", "Job offer ends", Kind.DATE),
        _field("programme_starts", "Programme starts", Kind.DATE),
        _field("child_birthday", "Child's birth date", Kind.DATE, span=BIRTH),
        _field("dv_year", "DV programme year", Kind.YEAR),
        _field("birth_date", "Birth date", Kind.DATE, span=BORN, hint="the applicant's"),
        _field("nationality", "Nationality", hint="as in the passport"),
        _field("address", "Address", hint="the applicant's, for letters"),
        _field("writer", "Writer of letters", hint="who writes, if not the applicant"),
        _field("writer_role", "Writer's role", hint="employer, spouse, attorney"),
    )


def round_fields() -> tuple[Field, ...]:
    """The facts that `set` takes and that belong to the round: kept with its refusal."""
    return (
        _choice("asked", "Documents asked for", YesNo, "unknown"),
        _choice("documents_asked", "Documents asked for", YesNo, "unknown", attr="asked"),
        _field("letter_deadline", "Date printed on the letter", Kind.DATE),
        _field("refused", "Refused on", Kind.DAY, attr="on", span=HAPPENED),
    )


def event_fields() -> tuple[Field, ...]:
    """What `correct` takes for an event."""
    return (
        _field("kind", "Kind", Kind.CHOICE),
        _happened("on", "Happened on", "on"),
        _happened("learned", "Learned of it on", "learned"),
        _field("due", "Date it sets", Kind.DATE),
        _field("note", "Note", Kind.LINES),
        _choice("visa_inside", "Visa in the passport", YesNo, "unknown"),
        _choice("asked", "Documents asked for", YesNo, "unknown"),
        _field("letter_deadline", "Date printed on the letter", Kind.DATE),
        _field("post", "Post that has it now", attr=NEW_POST),
    )


def document_fields() -> tuple[Field, ...]:
    """What `correct` takes for a document."""
    return (
        _field("name", "Name"),
        _choice("by", "Asked for by", Requester, "", attr="asker"),
        _field("task", "Task", Kind.FLAG, hint="yes: an act such as an interview"),
        _field("reason", "Reason", Kind.CHOICE, empty=""),
        _happened("asked", "Asked for on", "requested"),
        _happened("ready", "Ready on", "ready"),
        _happened("submitted", "Submitted on", "submitted"),
        _happened("received", "Received on", "received"),
        _happened("returned", "Returned on", "returned"),
        _happened("waived", "Waived on", "waived"),
        _field("route", "Route", hint="e-mail, by mail, drop-off, in person, employer sends"),
        _field("receipt", "Receipt or tracking number"),
        _field("original", "Original sent", Kind.FLAG, hint="yes: the original, no: a copy"),
        _field("expires", "Expires on", Kind.DATE, attr="expires_on"),
        _field("note", "Note", Kind.LINES),
    )


def contact_fields() -> tuple[Field, ...]:
    """What `correct` takes for a contact."""
    return (
        _field("channel", "Channel", Kind.CHOICE),
        _field("on", "Day", Kind.DAY, span=HAPPENED),
        _choice("purpose", "Purpose", Purpose, None),
        _choice("direction", "Direction", Direction, None),
        _field("note", "Note", Kind.LINES),
        _field("answer", "Answer", Kind.LINES),
        _field("status", "Status words"),
        _happened("page_created", "Page: case created", "page_created"),
        _happened("page_updated", "Page: case last updated", "page_updated"),
        _field("ref", "Reference"),
        _field("with", "With whom", attr="with_whom"),
    )


def deadline_fields() -> tuple[Field, ...]:
    """What `correct` takes for a deadline the user named."""
    return (_field("name", "Name"), _field("date", "Date", Kind.DAY, attr="on"))


def choices_of(field: Field, rules: Rules) -> tuple[str, ...]:
    """The known words of a choice."""
    if field.choices:
        return field.choices
    by_name = {
        "policy": tuple(rules.policies),
        "kind": tuple(k.id for k in rules.event_kinds),
        "channel": tuple(c.id for c in rules.every_channel),
        "reason": tuple(rules.reasons),
    }
    return by_name.get(field.name, ())


def read_field(
    field: Field,
    text: str,
    rules: Rules,
    today: date,
    names: Mapping[str, str] = NO_NAMES,
) -> object:
    """The value a text stands for.

    Args:
        field: The field.
        text: What was typed.
        rules: All rules.
        today: The day everything is judged by.
        names: What each of its codes is called on the screen: it may be named so too.

    Raises:
        NotUnderstood: when it can't be read; the message says what would be.
    """
    span = rules.spans[field.span]
    readers: dict[Kind, Callable[[], object]] = {
        Kind.TEXT: lambda: text,
        Kind.LINES: lambda: text,
        Kind.DATE: lambda: read_date(text, today, span.towards) if text.strip() else None,
        Kind.DAY: lambda: read_date(text, today, span.towards),
        Kind.CHOICE: lambda: _read_choice(field, text.strip(), rules, names),
        Kind.REASONS: lambda: tuple(_read_reasons(text, rules)),
        Kind.DAYS: lambda: _read_number(
            text, rf"([0-9]{{1,{DIGITS}}})( days?)?", "a number of days, or nothing"
        ),
        Kind.YEAR: lambda: _read_number(
            text, rf"({CENTURY // 10**2}[0-9]{{2}})", "a year such as 2026, or nothing"
        ),
        Kind.FLAG: lambda: _read_flag(text.strip(), field.name),
        Kind.EMERGENCY: lambda: _read_emergency(text.strip(), rules, today),
        Kind.US_STATE: lambda: _read_state(text.strip(), rules),
    }
    return readers[field.kind]()


def value_of(record: msgspec.Struct, field: Field) -> object:
    """What stands in a field of a record; of a document's dates those of its last steps."""
    if isinstance(record, Document) and field.attr in tuple(DocumentState):
        return record.last(DocumentState(field.attr))
    if isinstance(record, Document) and field.attr == "task":
        return record.task or None
    value: object = getattr(record, field.attr)
    if field.attr == NEW_POST:
        return value.post if isinstance(value, PostFacts) else ""
    return value


def field_text(value: object) -> str:
    """A value as the text that would be typed for it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


def _read_choice(field: Field, word: str, rules: Rules, names: Mapping[str, str]) -> object:
    if not word and field.empty is not None:
        return field.empty or None if field.attr == "asker" else field.empty
    return known(word, choices_of(field, rules), field.name, names)


def _read_reasons(text: str, rules: Rules) -> Iterator[str]:
    """The reasons between commas, each by its code, its whole name, people's words, or codes.

    Raises:
        NotUnderstood: for an unknown one, or for another section of the law than 221(g).
    """
    names = {name: code for code, name in rules.reasons.items()}
    for part in filter(None, map(str.strip, text.split(","))):
        if (whole := in_own_words(part, names | rules.reason_words)) is not None:
            yield whole
            continue
        _must_be_a_wait(part, rules)
        each = part.split()
        for word in each if all(meant(word, rules.reasons) for word in each) else [part]:
            yield known(word, rules.reasons, "reason", rules.reasons, rules.reason_words)


def _must_be_a_wait(reason: str, rules: Rules) -> None:
    """That a reason does not name a section of the law under which there is no wait.

    Raises:
        NotUnderstood: it does; the message is what a form says in the place of a case.
    """
    for section in rules.sections:
        if not section.tracked and section.named_in(reason):
            raise NotUnderstood(f"'{reason}' is no reason of a 221(g) slip. {section.told}")


def _read_number(text: str, form: str, accepted: str) -> int | None:
    if not text.strip():
        return None
    match = re.fullmatch(form, one_line(text), re.ASCII)
    if match is None:
        raise NotUnderstood(f"'{text}' is not {accepted}.")
    return int(match[1])


def _read_flag(word: str, name: str) -> bool | None:
    answer = known(word, YesNo, name) if word else YesNo.UNKNOWN
    return None if answer == YesNo.UNKNOWN else answer == YesNo.YES


def _read_emergency(word: str, rules: Rules, today: date) -> date | None:
    answer = meant(word, (YesNo.YES, YesNo.NO))
    if not word or answer == [YesNo.NO]:
        return None
    if answer == [YesNo.YES]:
        return today
    return read_date(word, today, rules.spans[HAPPENED].towards)


def _read_state(word: str, rules: Rules) -> str:
    if not word:
        return ""
    found = meant(word, rules.us_states, name=lambda code: rules.us_states[code], identity=str)
    if len(found) == 1:
        return found[0]
    form = "two letters such as CA, DC or PR."
    if found:
        several = either([f"{rules.us_states[code]} ({code})" for code in found])
        raise NotUnderstood(f"'{word}' may be {several}; write {form}")
    near = did_you_mean(word, rules.us_states, rules.us_states).removesuffix(" Known:")
    way = f"{near} Write" if near else " write"
    raise NotUnderstood(f"'{word}' is not a US state;{way} {form}")
