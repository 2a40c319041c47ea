"""The command that drafts a letter: text on stdout, what to know on stderr, questions between."""

from argparse import Namespace

from g221_tui.cli import text
from g221_tui.cli.leaving.options import naming_force
from g221_tui.config import config_path
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.letters.letter import Missing
from g221_tui.core.text.phrases import within_sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import G221Error, Refused
from g221_tui.service.drafts import Draft, Drafts
from g221_tui.service.editor import edited
from g221_tui.service.exports.exports import Outgoing
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.service.tracker import Tracker
from g221_tui.store.import_export import write_text


def draft(tracker: Tracker, arguments: Namespace) -> int:
    """Draft a letter; on a terminal the missing facts are asked for and kept."""
    drafts = Drafts(tracker.rules, config_path())
    made = _drafted(drafts, tracker, arguments)
    if text.can_ask():
        made = _asked(drafts, tracker, arguments, made)
    whole = made.mailto if arguments.mailto else made.whole
    if arguments.mailto and not whole:
        raise Refused(f"'{made.title}' is no e-mail, so no mail program opens it.")
    if arguments.edit:
        whole = edited(whole)
    if arguments.out is None:
        text.data(whole)
    else:
        _write(tracker, arguments, whole)
    _talk(made, arguments.case)
    return 0


def _drafted(drafts: Drafts, tracker: Tracker, arguments: Namespace) -> Draft:
    masker = tracker.reader.masker() if arguments.masked else None
    day = tracker.reader.day(arguments.case)
    return drafts.draft(day, arguments.channel, arguments.purpose, masker)


def _asked(drafts: Drafts, tracker: Tracker, arguments: Namespace, made: Draft) -> Draft:
    """Ask for each missing fact once; an answer may bring up another question."""
    seen: set[str] = set()
    answers: dict[str, str] = {}
    while open_facts := [m for m in made.missing if m.fact and m.fact not in seen]:
        if not seen:
            text.talk("The letter wants more than is recorded. Enter leaves a line out.")
        for missing in open_facts:
            seen.add(missing.fact)
            if answer := _answer(tracker, arguments, missing):
                answers[missing.fact] = answer
        if not answers:
            break
        done = tracker.apply(SetFacts(values=answers), case=arguments.case)
        text.done(done, " ".join([done.sentence, *done.notes, *done.warnings]))
        answers = {}
        made = _drafted(drafts, tracker, arguments)
    return made


def _answer(tracker: Tracker, arguments: Namespace, missing: Missing) -> str:
    """What is answered, once it can be read; empty where nothing is."""
    hint = f" ({missing.hint})" if missing.hint else ""
    while words := text.ask(f"{missing.label}{hint}? "):
        try:
            tracker.preview(SetFacts(values={missing.fact: words}), case=arguments.case)
            return words
        except G221Error as problem:
            text.talk(clean(str(problem)))
    return ""


def _write(tracker: Tracker, arguments: Namespace, whole: str) -> None:
    """Write it to a file for the user alone; never over the file of the cases."""
    path = outgoing_path(tracker.reader, arguments.out)
    with naming_force(arguments.out):
        saved_but = write_text(path, f"{whole}\n", force=arguments.force)
    text.talk(clean(f"Wrote the letter to {path}. {saved_but}".strip()))


def _talk(made: Draft, case: str | None) -> None:
    """What to know before it is sent, and that it is masked."""
    beside(made, case)
    if made.masked:
        text.talk("Names and numbers are masked.")


def beside(made: Draft | Outgoing, case: str | None) -> None:
    """What to know before a letter is sent: too early, what is left out, what to mind."""
    of = f" --case {case}" if case else ""
    left_out = [f"{within_sentence(each.label)} ({each.way}{of})" for each in made.missing]
    lines = [
        made.early,
        f"Left out, because it is not recorded: {', '.join(left_out)}." if left_out else "",
        *made.notes,
    ]
    for line in filter(None, lines):
        text.talk(clean(line))
