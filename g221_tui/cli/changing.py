"""The commands that change the file: one sentence on stderr, nothing on stdout."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from g221_tui.cli import text
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument
from g221_tui.core.edits.event_checks import asks_visa, find_kind
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveDeadline, RemoveRecord
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.dates_near import Towards
from g221_tui.core.text.dates_read import read_date
from g221_tui.errors import NotOpen, NotUnderstood
from g221_tui.service.done import Done
from g221_tui.service.tracker import Tracker

DETAILS = ("route", "receipt", "original", "expires", "note")
"""The options of `docs add` and `docs set` that are details of the document."""

ANSWERS = (
    "refused",
    "case_number",
    "post",
    "visa",
    "interview",
    "asked",
    "tracking",
    "us_link",
    "us_state",
    "petition",
    "policy",
    "wait",
    "rest",
    "title",
)
"""The options of `new` that are answers."""


DATES: Mapping[str, tuple[str, Towards]] = MappingProxyType(
    {
        "refused": ("refused", Towards.PAST),
        "interview": ("interview", Towards.PAST),
        "on": ("on", Towards.PAST),
        "learned": ("learned of it", Towards.PAST),
        "due": ("due", Towards.COMING),
        "requested": ("asked for", Towards.PAST),
        "expires": ("expires", Towards.COMING),
        "page_created": ("the page's Case Created", Towards.PAST),
        "page_updated": ("the page's Case Last Updated", Towards.PAST),
    }
)
"""The options that are dates: what each is called, and where it is looked for without its year."""


AS_NOTE = "Any other contact can be kept as a note: g221 event add note --note TEXT."
"""The way out of a contact with somebody who is no channel."""


def new(tracker: Tracker, arguments: Namespace) -> int:
    """Open a case and print its id; on a terminal, ask for what is missing."""
    given = {name: getattr(arguments, name) for name in ANSWERS}
    answers = {name: value for name, value in given.items() if value is not None}
    documents = [name for word in arguments.document for name in _names(word)]
    if "refused" not in answers:
        if not text.can_ask():
            raise NotUnderstood("g221 new needs --refused DATE, the day of the 221(g) refusal.")
        _ask_for_case(tracker, answers, documents)
    done = tracker.open_case(
        OpenCase(answers=answers, documents=tuple(documents), reasons=tuple(arguments.reason))
    )
    _say(done, _filled_in(tracker, arguments, done.sentence))
    text.data(done.record)
    return 0


def _ask_for_case(tracker: Tracker, answers: dict[str, str], documents: list[str]) -> None:
    """Ask for the date until it can be read, then for the rest, which may be left empty."""
    while "refused" not in answers:
        words = text.ask("On which day were you refused under 221(g)? ")
        if not words:
            raise NotUnderstood("Without the day of the refusal no case is opened.")
        try:
            read_date(words, tracker.reader.today(), Towards.PAST)
            answers["refused"] = words
        except NotUnderstood as problem:
            text.talk(str(problem))
    for name, question in (
        ("post", "At which embassy or consulate? "),
        ("visa", "Which visa (H-1B, F-1, ...)? "),
        ("case_number", "Which case number is on the slip? "),
    ):
        if name not in answers and (words := text.ask(question)):
            answers[name] = words
    while not documents and (words := text.ask("A document the slip asks for (empty: no more)? ")):
        documents += _names(words)
        while words := text.ask("One more? "):
            documents += _names(words)


def use_case(tracker: Tracker, arguments: Namespace) -> int:
    """Take a case in hand."""
    return _say(tracker.use_case(arguments.id))


def link_case(tracker: Tracker, arguments: Namespace) -> int:
    """Link the case in hand with another."""
    return _say(tracker.link_case(arguments.id, arguments.kind, case=arguments.case))


def add_documents(tracker: Tracker, arguments: Namespace) -> int:
    """List papers."""
    command = AddDocuments(
        names=tuple(name for word in arguments.name for name in _names(word)),
        task=arguments.task,
        by=arguments.by,
        extra=arguments.extra,
        reason=arguments.reason,
        asked=_date(arguments.requested, tracker),
        details=_details(arguments, DETAILS),
    )
    return _do(tracker, arguments, command, also=arguments.also)


def _names(word: str) -> tuple[str, ...]:
    """The papers of an argument: a list that was pasted is split."""
    from g221_tui.core.text.paper_list import is_list, paper_names  # few commands are given papers

    return paper_names(word) if is_list(word) else (word,)


def set_document(tracker: Tracker, arguments: Namespace) -> int:
    """Set a paper's state and details."""
    command = SetDocument(
        document=arguments.name,
        state=arguments.state,
        details=_details(arguments, ("reason", *DETAILS)),
        on=_date(arguments.on, tracker),
        by=arguments.by,
        asked=_date(arguments.requested, tracker),
    )
    return _do(tracker, arguments, command)


def _details(arguments: Namespace, names: tuple[str, ...]) -> dict[str, str]:
    """The details that were given."""
    given = {name: getattr(arguments, name) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def remove_document(tracker: Tracker, arguments: Namespace) -> int:
    """Take a paper off the list."""
    return _do(tracker, arguments, RemoveDocument(document=arguments.name))


def add_event(tracker: Tracker, arguments: Namespace) -> int:
    """Record something that happened."""
    visa, rules = arguments.visa, tracker.reader.rules
    if not visa and text.can_ask() and asks_visa(find_kind(arguments.kind, rules), rules):
        answer = text.ask("Is the visa in the passport (yes or no)? ").casefold()
        visa = {"y": "yes", "n": "no"}.get(answer[:1], "unknown")
    command = AddEvent(
        kind=arguments.kind,
        on=_date(arguments.on, tracker),
        learned=_date(arguments.learned, tracker),
        due=_date(arguments.due, tracker, Towards.COMING),
        note=arguments.note,
        visa_inside=visa,
        asked=arguments.asked,
        documents=tuple(name for word in arguments.document for name in _names(word)),
        post=arguments.post,
    )
    return _do(tracker, arguments, command)


def log(tracker: Tracker, arguments: Namespace) -> int:
    """Log a contact."""
    command = LogContact(
        channel=arguments.channel,
        on=_date(arguments.on, tracker),
        purpose=arguments.purpose,
        reply=arguments.reply,
        automatic=arguments.automatic,
        note=arguments.note,
        answer=arguments.answer,
        status=arguments.status,
        ref=arguments.ref,
        with_whom=arguments.with_whom,
        page_created=_date(arguments.page_created, tracker),
        page_updated=_date(arguments.page_updated, tracker),
        anyway=arguments.anyway,
    )
    try:
        return _do(tracker, arguments, command, also=arguments.also)
    except NotOpen as problem:
        raise NotOpen(
            f"{problem} If it happened already, add --anyway; sending papers, answering the post or"
            " correcting details is no question: --purpose documents, answer or details."
        ) from problem
    except NotUnderstood as problem:
        if problem.unknown != "channel":
            raise
        raise NotUnderstood(f"{problem} {AS_NOTE}") from problem


def set_facts(tracker: Tracker, arguments: Namespace) -> int:
    """Set facts of the case."""
    return _do(tracker, arguments, SetFacts(values=_pairs(arguments.values)))


def correct(tracker: Tracker, arguments: Namespace) -> int:
    """Correct a record."""
    command = Correct(record=arguments.record, values=_pairs(arguments.values))
    return _do(tracker, arguments, command)


def add_deadline(tracker: Tracker, arguments: Namespace) -> int:
    """Name a date that must not be missed."""
    day = read_date(arguments.date, tracker.reader.today(), Towards.COMING)
    return _do(tracker, arguments, AddDeadline(name=arguments.name, on=day))


def remove_deadline(tracker: Tracker, arguments: Namespace) -> int:
    """Take out a date the user named."""
    return _do(tracker, arguments, RemoveDeadline(name=arguments.name))


def remove_event(tracker: Tracker, arguments: Namespace) -> int:
    """Take out an event."""
    return _do(tracker, arguments, RemoveRecord(record=arguments.id, kind="event"))


def remove_contact(tracker: Tracker, arguments: Namespace) -> int:
    """Take a contact out of the log."""
    return _do(tracker, arguments, RemoveRecord(record=arguments.id, kind="contact"))


def _do(tracker: Tracker, arguments: Namespace, command: Command, also: Sequence[str] = ()) -> int:
    """Change the case that is named, and say so."""
    done = tracker.apply(command, case=arguments.case, also=also)
    return _say(done, _filled_in(tracker, arguments, done.sentence))


def _filled_in(tracker: Tracker, arguments: Namespace, sentence: str) -> list[str]:
    """The dates in full whose year or day was not typed, where the sentence does not tell them."""
    told = []
    for name, (what, towards) in DATES.items():
        words = getattr(arguments, name, None) or ""
        try:
            day = read_date(words, tracker.reader.today(), towards)
        except NotUnderstood:
            continue  # it is blank, which leaves the date empty: what is done is done
        if str(day.year) not in words and long_date(day) not in sentence:
            told.append(f"{what} {long_date(day)}")
    return [f"Understood: {', '.join(told)}."] if told else []


def _date(words: str | None, tracker: Tracker, towards: Towards = Towards.PAST) -> date | None:
    """The day that was typed; what happened is looked for in the past."""
    return None if words is None else read_date(words, tracker.reader.today(), towards)


def _pairs(words: list[str]) -> dict[str, str]:
    pairs = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise NotUnderstood(f"'{word}' is not of the form FIELD=VALUE (an empty VALUE clears).")
        pairs[name.strip()] = value
    return pairs


def _say(done: Done, understood: Sequence[str] = ()) -> int:
    return text.done(done, " ".join([done.sentence, *understood, *done.notes, *done.warnings]))
