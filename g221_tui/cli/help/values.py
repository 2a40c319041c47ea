"""The words that commands know, in lists: what may be typed, and what it stands for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from g221_tui.core.edits.cases.linking import LINK_KINDS
from g221_tui.core.fields.labels import PURPOSES, REQUESTERS, US_LINKS, YES_NO
from g221_tui.core.fields.table import (
    Field,
    Kind,
    case_fields,
    choices_of,
    contact_fields,
    deadline_fields,
    document_fields,
    event_fields,
    round_fields,
)
from g221_tui.core.model import DocumentState
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.guide import load_pages
from g221_tui.output.letter_templates import load_templates
from g221_tui.output.receivers import load_receivers

DATES = (
    "2026-03-14, 14 Mar 2026, 14 Mar (the year follows from what is asked), today, yesterday,"
    " tomorrow, monday, 3 days ago, -3d, +14d"
)
"""The forms of a date, in one line."""


FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "json": "the whole file; in full, import takes it",
        "csv": "contacts, documents or the timeline as a table; import takes the first two",
        "ics": "the days of the case for a calendar; exported again it updates",
        "brief": "the case on a page or two: Markdown, or a page with --html",
        "packet": "letter, brief, document index, contact log and check list as one page",
    }
)
"""What `export` writes."""


class Values(NamedTuple):
    """One list of words."""

    title: str
    words: Mapping[str, str]
    """Each word, and what it is called on the screen; the same word where it has no other name."""


READ_AS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DATE: "a date",
        Kind.DAY: "a date",
        Kind.DAYS: "a number of days",
        Kind.YEAR: "a year",
        Kind.FLAG: "yes, no or unknown",
        Kind.EMERGENCY: "a date, yes or no",
        Kind.US_STATE: "two letters, or its name",
    }
)
"""What is typed for a field that is no free text and no choice."""

OF_COMMAND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "why": ("channel", "about"),
        "guide": ("topic",),
        "docs add": ("--by", "--reason"),
        "docs set": ("state", "--by", "--reason"),
        "docs starter": ("reason",),
        "event add": ("kind", "--visa", "--asked"),
        "log": ("channel", "--purpose"),
        "draft": ("letter", "--purpose"),
        "new": (
            "--reason",
            "--policy",
            "--us-link",
            "--us-state",
            "--asked",
            "--tracking",
            "--petition",
        ),
        "cases link": ("link",),
        "set": ("facts",),
        "correct": ("event", "document", "contact", "deadline"),
        "export": ("format", "receiver", "left out"),
    }
)
"""The lists that the help of a command has."""


def values(name: str, rules: Rules) -> Values:
    """One of the lists of `OF_COMMAND`."""
    reasons, yes_no = rules.reasons, dict(YES_NO)
    written = load_templates(None, rules).channels if name == "letter" else ()
    with_letter = {c.id: c.name for c in rules.every_channel if c.id in written}
    asked = {
        "channel": ("channels (CHANNEL)", {c.id: c.name for c in rules.every_channel}),
        "letter": ("channels with a letter (CHANNEL)", with_letter),
        "about": ("or", {"next": "the next step", "stage": "the stage", "DEADLINE": OF_LIST}),
        "topic": ("topics (TOPIC)", {page.id: page.id for page in load_pages()}),
        "state": ("states (STATE)", {state.value: state.value for state in DocumentState}),
        "kind": ("event kinds (KIND)", {k.id: k.title for k in rules.event_kinds}),
        "reason": ("reasons (REASON)", reasons),
        "link": ("kinds of link (KIND)", {kind: kind for kind in LINK_KINDS}),
        "format": ("formats", FORMATS),
        "receiver": ("receivers of a packet (WHO)", _receivers(because=True)),
        "left out": ("what stays out of a packet", _receivers(because=False)),
        "--by": ("--by", {code: words for code, words in REQUESTERS.items() if code}),
        "--reason": ("--reason", reasons),
        "--purpose": ("--purpose", PURPOSES),
        "--policy": ("--policy", {p.id: p.title for p in rules.policies.values()}),
        "--us-link": ("--us-link", US_LINKS),
        "--us-state": ("--us-state", {code: code for code in rules.us_states}),
        "facts": ("facts (FIELD)", _of_fields((*round_fields(), *case_fields()), rules)),
        "event": ("fields of an event (FIELD)", _of_fields(event_fields(), rules)),
        "document": ("fields of a document", _of_fields(document_fields(), rules)),
        "contact": ("fields of a contact", _of_fields(contact_fields(), rules)),
        "deadline": ("fields of a date you named", _of_fields(deadline_fields(), rules)),
    }
    return Values(*asked.get(name, (name, {code: code for code in yes_no})))


def _receivers(*, because: bool) -> dict[str, str]:
    """Each receiver with what the packet is and why it is cut so, or what stays out of it."""
    every = load_receivers()
    if because:
        return {each.id: f"{each.title}. {each.because}" for each in every}
    return {each.id: each.left_out or "Nothing." for each in every}


OF_LIST = "a date of 'g221 deadline list', by its id or name"
"""What is said of the dates that only a case has."""


def _of_fields(fields: tuple[Field, ...], rules: Rules) -> dict[str, str]:
    """The name of each field, with its label and what may be typed for it."""
    return {field.name: _told(field, rules) for field in fields}


def _told(field: Field, rules: Rules) -> str:
    read_as = READ_AS.get(field.kind, "")
    if field.kind is Kind.CHOICE:
        read_as = ", ".join(choices_of(field, rules))
    if field.kind is Kind.REASONS:
        read_as = f"some of {', '.join(rules.reasons)}"
    return f"{field.label}: {read_as}" if read_as else field.label
