"""Find a record by its id, and make sure that it is as it was shown."""

from collections.abc import Iterable, Mapping

from g221_tui.core.cases import label
from g221_tui.core.fields.table import Field, field_text
from g221_tui.core.model import Case, Contact, Document, Event, NamedDeadline
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.lookup import ENOUGH, in_own_words, meant
from g221_tui.errors import ChangedSince, Difference, NoRecord, Refused, UnknownRecord

Correctable = Event | Document | Contact | NamedDeadline
"""The records of a case that have an id of their own."""
TAKEN_AWAY = (
    "It was taken away meanwhile, in another window or by a command. Nothing was saved; what you"
    " wrote stands here until you leave."
)
"""What is said where a record that was shown is no longer in the file."""


def find_record(case: Case, word: str, rules: Rules | None = None) -> Correctable:
    """A record of the case by its id, or what it is called, or a unique prefix of that.

    What it finds is corrected or removed: a letter or two name no record.

    Args:
        case: The case in hand.
        word: The id or the name, as typed.
        rules: All rules, where an event may also be called as its kind is on the screen.

    Raises:
        Refused: when none or several are meant; where there is none at all, `NoRecord`.
    """
    every = records(case)
    found = meant(word, every, name=_called, identity=lambda record: record.id, least=ENOUGH)
    if not found and rules is not None:
        found = _by_kind(word, case, rules)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"'{word}' may be any of {', '.join(r.id for r in found)}; write its id.")
    if any(record.id == word for record in case.removed):
        raise NoRecord(f"{word} was removed; undo brings it back.")
    raise UnknownRecord(
        word,
        f"No record has the id '{word}'; 'event list', 'docs list', 'deadline list' and 'contacts'"
        " show the ids.",
    )


def _called(record: Correctable) -> str:
    """What a record is called beside its id: an event by its kind, papers and dates by names."""
    if isinstance(record, Event):
        return record.kind
    return record.name if isinstance(record, Document | NamedDeadline) else record.id


def _by_kind(word: str, case: Case, rules: Rules) -> list[Correctable]:
    """The events whose kind is called so on the screen, or by people."""
    titles = {kind.id: kind.title for kind in rules.event_kinds}
    there = list(dict.fromkeys(event.kind for event in case.events))
    named = meant(word, there, name=lambda kind: titles.get(kind, kind), least=ENOUGH)
    said = in_own_words(word, rules.event_words)
    kinds = named or ([said] if said is not None else [])
    return [event for event in case.events if event.kind in kinds]


def must_not_be_of_another(word: str, case: Case, cases: Iterable[Case]) -> None:
    """Say of an id that this case does not know whose it is.

    Raises:
        Refused: it is a record of another case.
    """
    for other in cases:
        if other.id != case.id and has_record(other, word):
            raise Refused(
                f"{word} belongs to case {other.id} ({label(other.facts)}), and case {case.id} is"
                f" in hand: add --case {other.id}."
            )


def has_record(case: Case, identity: str) -> bool:
    """Whether the case has a record of exactly this id."""
    return any(record.id == identity for record in records(case))


def records(case: Case) -> list[Correctable]:
    """Every record of a case, what was removed left out."""
    return [*case.events, *case.listed, *case.contacts, *case.deadlines]


def must_be_as_seen(seen: Mapping[str, str], now: Iterable[tuple[Field, object]]) -> None:
    """Make sure that a record is as it was shown.

    Args:
        seen: The texts of its fields as they were shown, by the names of the fields.
        now: Its fields with their values.

    Raises:
        ChangedSince: it is not; the error tells what changed.
    """
    present = {field.name: (field.label, field_text(value)) for field, value in now}
    found = []
    for name, text in seen.items():
        label, current = present.get(name, (name, ""))
        if text != current:
            found.append(Difference(name, label, text, current))
    if found:
        names = ", ".join(difference.label for difference in found)
        raise ChangedSince(f"Nothing was saved: changed meanwhile by another: {names}.", found)
