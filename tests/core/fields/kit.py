"""The fields of each record, found by their names, and what a text for one stands for."""

from core.snapshot.kit import RULES, TODAY, contact, flight, paper, refused
from g221_tui.core.fields.table import (
    Field,
    case_fields,
    contact_fields,
    deadline_fields,
    document_fields,
    event_fields,
    read_field,
    round_fields,
)
from g221_tui.core.model import CaseRecord

FIELDS = {
    "case": (case_fields(), CaseRecord(id="1")),
    "round": (round_fields(), refused()),
    "event": (event_fields(), refused()),
    "document": (document_fields(), paper("Chart")),
    "contact": (contact_fields(), contact("dos", TODAY)),
    "deadline": (deadline_fields(), flight(TODAY)),
}
"""The fields of each record, and a record that has them."""


def field(group: str, name: str) -> Field:
    """A field by its name."""
    return next(found for found in FIELDS[group][0] if found.name == name)


def read(group: str, name: str, text: str) -> object:
    """What a text for that field stands for."""
    return read_field(field(group, name), text, RULES, TODAY)
