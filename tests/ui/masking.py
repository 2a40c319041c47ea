"""What the tests of masking share: a record full of identifiers, and every text that is drawn."""

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence

from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.service.tracker import Tracker
from ui.conftest import Window

BETWEEN = re.compile(r"[\s\u00ad\u200b\u2010-\u2015\u2212_-]+")
GIVEN = ("Asha", "Zoë", "José", "Oluwaseun", "Строгана")
FAMILY = ("Raghunathan", "Núñez", "Brzęczyszczykiewicz", "Øvergård")
CJK = ("欧阳明日香", "佐々木健太郎", "김하늘별빛")
FREE_FACTS = ("title", "post", "visa", "submit_how", "slip_colour", "post_tracker_url")
"""The facts that are the user's own words."""


def plain(text: str) -> str:
    """The text as it compares: one case, one composition, nothing between the signs."""
    return BETWEEN.sub("", unicodedata.normalize("NFC", text.casefold()))


def identifiers(luck: random.Random) -> dict[str, str]:
    """One of every kind, none of which a sentence of the program could hold."""

    def digits(count: int) -> str:
        return "".join(luck.choice("0123456789") for _ in range(count))

    name = f"{luck.choice(GIVEN)} {luck.choice(FAMILY)}"
    return {
        "case_number": f"20{digits(5)} {digits(3)} {digits(4)}",
        "passport_number": f"{luck.choice('KZQX')}{digits(7)}",
        "application_id": f"AA00{digits(6)}",
        "receipt_number": f"WAC{digits(10)}",
        "applicant": luck.choice([name, luck.choice(CJK)]),
        "petitioner": f"{luck.choice(FAMILY)} {luck.choice(GIVEN)} Quokkaworks",
        "email": f"{luck.choice('xyz')}{digits(3)}.quokka@mail.example",
        "phone": f"+91 {digits(5)} {digits(5)}",
        "post_email": f"visa{digits(4)}@post.example",
        "post_phone": f"+44-{digits(4)}-{digits(6)}",
    }


def respelt(luck: random.Random, value: str) -> str:
    """The identifier as somebody else would write it."""
    spelt = luck.choice([value, value.upper(), value.lower(), value.title()])
    between = luck.choice(["", " ", "-", "\u2011", "\n", None])
    if between is None or not value.isascii():
        return spelt
    return between.join(BETWEEN.sub("", spelt))


def sentence(luck: random.Random, values: Sequence[str]) -> str:
    """Free text with identifiers in it, respelt, at its ends and within words."""
    some = [respelt(luck, value) for value in luck.sample(list(values), 4)]
    return f"{some[0]} told{some[1]}by ({some[2]}): {some[3]}"


def fill(tracker: Tracker, luck: random.Random) -> list[str]:
    """Put identifiers in every field of two cases, each one's into the other's too.

    Returns:
        All of them: those that were corrected since as well.
    """
    ours, theirs, former = identifiers(luck), identifiers(luck), identifiers(luck)
    # One number at a time stays short enough for the rules that look at numbers.
    values = [*ours.values(), *theirs.values(), *former.values()]
    for case, facts in (("1", former), ("1", ours), ("2", theirs)):
        tracker.apply(SetFacts(values=facts), case=case)
    receipt, ticket = f"EE{luck.randrange(10**9, 10**10)}IN", f"T{luck.randrange(10**9, 10**10)}"
    values += [receipt, ticket]

    def words() -> str:
        return sentence(luck, values)

    for case in ("1", "2"):
        tracker.apply(SetFacts(values={name: words() for name in FREE_FACTS}), case=case)
        tracker.apply(AddDocuments(names=(words(), words())), case=case)
        made = tracker.apply(
            AddDocuments(names=(words(),), details={"note": words()}), case=case
        ).record
        details = {"receipt": receipt, "route": words(), "expires": "2026-12-20"}
        tracker.apply(SetDocument(document=made, state="submitted", details=details), case=case)
        tracker.apply(LogContact(channel="ceac", status=words(), note=words()), case=case)
        tracker.apply(
            LogContact(
                channel="consulate_email",
                purpose="documents",
                ref=ticket,
                note=words(),
                answer=words(),
                with_whom=words(),
            ),
            case=case,
        )
        tracker.apply(
            LogContact(channel="consulate_email", reply=True, note=words(), answer=words()),
            case=case,
        )
        tracker.apply(AddEvent(kind="note", note=words()), case=case)
        tracker.apply(AddDeadline(name=words(), on=tracker.reader.today()), case=case)
    tracker.link_case("2", "family", case="1")
    return values


def texts(window: Window) -> Iterator[str]:
    """Every text of every screen that lies open, also what is out of sight or folded."""
    yield from window.text.splitlines()
    for screen in window.app.screen_stack:
        for widget in screen.walk_children(Widget):
            yield str(widget.border_title or "")
            yield str(widget.tooltip or "")
            if isinstance(widget, OptionList):
                yield from (str(option.prompt) for option in widget.options)
            elif isinstance(widget, Input):
                yield from (widget.value, widget.placeholder)
            elif isinstance(widget, TextArea):
                yield widget.text
            elif not widget.children:
                yield str(widget.render())


def leaks(window: Window, values: Sequence[str]) -> list[tuple[str, str]]:
    """The identifiers that are drawn, and where."""
    wanted = {plain(value): value for value in values}
    drawn = {plain(text): text for text in texts(window)}
    return [(wanted[bare], drawn[text]) for text in drawn for bare in wanted if bare in text]
