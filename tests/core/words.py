"""Words as on the command line, turned into the same commands without argparse."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument, TickDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveDeadline, RemoveRecord

FLAGS = ("extra", "task", "anyway", "reply", "original", "copy", "further", "json", "check")
"""The options without a value."""
DETAILS = ("reason", "route", "receipt", "expires", "note")
"""The options that say more of a paper."""


@dataclass(frozen=True)
class Words:
    """Words taken apart: those that stand alone, and the options."""

    alone: tuple[str, ...]
    named: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def several(self, name: str) -> tuple[str, ...]:
        """The values of an option that takes several."""
        return self.lists.get(name, ())

    def day(self, name: str) -> date | None:
        """The date of an option."""
        return date.fromisoformat(self.named[name]) if name in self.named else None

    def only(self, *names: str) -> dict[str, str]:
        """Those of the options that were given."""
        return {name: self.named[name] for name in names if name in self.named}

    @property
    def pairs(self) -> dict[str, str]:
        """The words of the form FIELD=VALUE."""
        return dict(word.split("=", 1) for word in self.alone if "=" in word)


def options(words: Sequence[str], several: tuple[str, ...] = ()) -> Words:
    """Take words apart."""
    alone: list[str] = []
    named: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        name, _, value = word.removeprefix("--").partition("=")
        name = name.replace("-", "_")
        if not word.startswith("--"):
            alone.append(word)
        elif name in FLAGS:
            named[name] = "yes"
        elif value:
            named[name] = value
        elif name in several:
            while left and not left[0].startswith("--"):
                lists[name] = (*lists.get(name, ()), left.pop(0))
        else:
            named[name] = left.pop(0)
    return Words(tuple(alone), named, lists)


def details(given: Words) -> dict[str, str]:
    """What is said of a paper beside its state."""
    found = given.only(*DETAILS)
    for flag, value in (("original", "yes"), ("copy", "no")):
        if flag in given.named:
            found["original"] = value
    return found


def _add_documents(given: Words) -> Command:
    found = details(given)
    return AddDocuments(
        names=given.alone,
        extra="extra" in given.named,
        task="task" in given.named,
        asked=given.day("asked"),
        reason=found.pop("reason", ""),
        details=found,
        by=given.only("by").get("by"),
    )


def _set_document(given: Words) -> Command:
    name, *state = given.alone
    return SetDocument(
        document=name,
        state=state[0] if state else None,
        on=given.day("on"),
        asked=given.day("asked"),
        details=details(given),
        **given.only("by"),
    )


def _add_event(given: Words) -> Command:
    return AddEvent(
        kind=given.alone[0],
        on=given.day("on"),
        learned=given.day("learned"),
        due=given.day("due"),
        note=given.named.get("note", ""),
        visa_inside=given.named.get("visa", ""),
        asked=given.named.get("asked", ""),
        documents=given.lists.get("document", ()),
        post=given.named.get("post", ""),
    )


def _log(given: Words) -> Command:
    texts = given.only("purpose", "note", "answer", "status", "ref")
    return LogContact(
        channel=given.alone[0],
        on=given.day("on"),
        reply="reply" in given.named,
        automatic="automatic" in given.named,
        anyway="anyway" in given.named,
        with_whom=given.named.get("with", ""),
        page_created=given.day("page_created"),
        page_updated=given.day("page_updated"),
        **texts,
    )


CHANGING: Mapping[str, Callable[[Words], Command]] = {
    "docs add": _add_documents,
    "docs set": _set_document,
    "docs remove": lambda given: RemoveDocument(document=given.alone[0]),
    "tick": lambda given: TickDocument(document=given.alone[0]),
    "event add": _add_event,
    "event remove": lambda given: RemoveRecord(record=given.alone[0], kind="event"),
    "contacts remove": lambda given: RemoveRecord(record=given.alone[0], kind="contact"),
    "log": _log,
    "set": lambda given: SetFacts(values=given.pairs),
    "correct": lambda given: Correct(record=given.alone[0], values=given.pairs),
    "deadline add": lambda given: AddDeadline(
        name=given.alone[0], on=date.fromisoformat(given.alone[1])
    ),
    "deadline remove": lambda given: RemoveDeadline(name=given.alone[0]),
}
"""The words that change a case."""
