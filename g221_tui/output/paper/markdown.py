"""The brief as Markdown. Whatever the user typed stays text: no table breaks, no mark is read."""

import re
from collections.abc import Iterable, Iterator, Sequence

from g221_tui.core.brief.records import Brief, Moment
from g221_tui.core.brief.talks import folded
from g221_tui.core.letters.letter_text import letter_date
from g221_tui.output.paper import words

READ = re.compile(r"([\\`*_\[\]<>|&~$])")
"""The signs that Markdown reads within a line; no text of the user's begins one."""


def markdown(brief: Brief) -> str:
    """The whole brief."""
    return "\n\n".join(_blocks(brief)) + "\n"


def text(value: str) -> str:
    """A text of the user's or the rules', so that Markdown shows it as it is."""
    return READ.sub(r"\\\1", value)


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# Case brief: {text(words.line(brief.title))}"
    yield f"{words.as_of(brief)}. **{words.copy_words(brief)}** {words.ONLY}"
    yield "## Where it stands"
    parts = (f"**{text(brief.stage)}**", text(words.standing(brief)))
    yield f"{': '.join(filter(None, parts))}. {text(words.refused(brief))}".rstrip()
    if brief.figures:
        yield _list(f"**{f.number}** {text(f.what)}" for f in brief.figures)
    if brief.counted:
        yield text(brief.counted)
    yield "## Facts"
    yield _list(f"{text(f.label)}: {text(words.line(f.value))}" for f in brief.facts)
    yield "## Timeline"
    if brief.behind:
        yield _table(("Day", "What happened"), map(_moment, brief.behind))
    if brief.ahead:
        yield _table(("Day", "Ahead", "Where it comes from"), map(_coming, brief.ahead))
    yield "## Documents"
    yield _papers(brief)
    yield "## Contacts"
    yield _talks(brief)
    yield "## Rules cited"
    yield _list(f"{text(what)} ({text(source)})" for source, what in words.rules(brief.cited))


def _moment(moment: Moment) -> Sequence[str]:
    parts = (words.line(moment.what), words.line(moment.note))
    return letter_date(moment.on), ": ".join(filter(None, parts))


def _coming(moment: Moment) -> Sequence[str]:
    return letter_date(moment.on), words.line(moment.what), words.origin(moment)


def _papers(brief: Brief) -> str:
    if not brief.papers:
        return words.NOTHING_ASKED
    heads = ("Document", "Asked for", "Sent", "Acknowledged", "Now")
    return _table(
        heads,
        (
            (
                words.line(paper.name),
                words.asked(paper),
                words.sent(paper),
                words.day_of(paper.received_on),
                words.state(paper),
            )
            for paper in brief.papers
        ),
    )


def _talks(brief: Brief) -> str:
    if not brief.talks:
        return words.NO_CONTACT
    return _table(
        ("Day", "Contact", "Said", "Answer"),
        (
            (
                words.when(talk),
                words.how(talk),
                words.said(talk, words.MOST),
                words.answered(talk, words.MOST),
            )
            for talk in folded(brief.talks)
        ),
    )


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; no cell holds a line break or a bar that would end it."""
    found = [heads, ["---"] * len(heads)]
    lines = [f"| {' | '.join(row)} |" for row in found]
    lines += [f"| {' | '.join(text(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)
