"""Judge and log a contact."""

from datetime import date
from types import MappingProxyType

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.edit import Edit, happened
from g221_tui.core.fields.labels import PURPOSES
from g221_tui.core.followup.channel_state import decide
from g221_tui.core.followup.page_news import page_says
from g221_tui.core.followup.page_words import did_you_mean, explain, tracker_words
from g221_tui.core.model import Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next.channel_step import pacing_counsel
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known
from g221_tui.core.views import ChannelState
from g221_tui.errors import NotOpen, Refused

EARLY = (ChannelState.LOCKED, ChannelState.RESTING)
"""The states in which a contact is early."""


WORDS = MappingProxyType({ChannelState.NEEDS: "not ready"})
"""States whose name is no word for people."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules say of a contact, before it."""

    channel: str
    name: str
    on: date
    gated: bool
    """Whether the rules apply: only outgoing status contacts are gated."""
    state: ChannelState
    open: bool
    """Whether it may be logged without a confirmation."""
    text: str
    """Why it is not open, in a sentence; empty when it is."""
    counsel: str
    """The guide's counsel when it comes too soon after others; else empty."""


def find_channel(word: str, rules: Rules) -> str:
    """The channel a word names, by id or name: exact, case-folded, then a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
    """
    names = {channel.id: channel.name for channel in rules.every_channel}
    return known(word, names, "channel", names, rules.channel_words)


def judge(day: CaseDay, word: str, *, purpose: str = "status", reply: bool = False) -> Judgement:
    """What the rules say of a contact on that day, before it."""
    channel = day.rules.channel(find_channel(word, day.rules))
    assert channel is not None
    what = Purpose(known(purpose, tuple(Purpose), "purpose", PURPOSES))
    on, view = day.today, decide(channel, day)
    gated = what is Purpose.STATUS and not reply
    # A look at a page is no question: it can be recorded also before the refusal and after the end.
    is_open = not gated or channel.looking or view.state is ChannelState.OPEN
    state = WORDS.get(view.state, view.state)
    text = "" if is_open else f"{channel.name} is {state} on {long_date(on)}. {view.because[0]}"
    counsel = pacing_counsel(day) if gated and channel.human else ""
    return Judgement(
        channel=channel.id,
        name=channel.name,
        on=on,
        gated=gated,
        state=view.state,
        open=is_open,
        text=text,
        counsel=counsel,
    )


class LogContact(Command, frozen=True, kw_only=True):
    """Log a contact, or a reply; one on a channel that is not open needs `anyway`."""

    channel: str
    """The channel, as typed."""
    on: date | None = None
    """The day of it; none means today."""
    purpose: str = Purpose.STATUS.value
    """What it was for, as typed."""
    reply: bool = False
    """Whether they turned to the applicant."""
    automatic: bool = False
    """Whether that was an automatic reply, which answers nothing."""
    note: str = ""
    """What was asked or said."""
    answer: str = ""
    """What was answered."""
    status: str = ""
    """The words a status page showed."""
    ref: str = ""
    """A reference or ticket number."""
    with_whom: str = ""
    """Who it was with."""
    page_created: date | None = None
    """The page's own date "Case Created"."""
    page_updated: date | None = None
    """The page's own date "Case Last Updated"."""
    anyway: bool = False
    """Whether it is logged also on a channel that is not open."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the contact.

        Raises:
            Refused: for a day that has not come yet.
            NotOpen: when the rules gate it and it was not confirmed.
        """
        contact = self._contact(day, ids.new_id("c"))
        happened(contact.on, day, "A contact")
        check_page_dates(contact)
        for shown in filter(None, (contact.page_created, contact.page_updated)):
            happened(shown, day, "What a page shows")
        verdict = must_be_open(day, contact, anyway=self.anyway)
        logged = judged(contact, verdict)
        after = day.of(msgspec.structs.replace(day.case, contacts=(*day.case.contacts, logged)))
        replies = {Direction.IN: "a reply", Direction.AUTO: "an automatic reply"}
        what = replies.get(contact.direction, f"for {contact.purpose}")
        sentence = f"Logged: {verdict.name} on {long_date(contact.on)}, {what}."
        if verdict.gated and verdict.state in EARLY:
            sentence += f" It was early: the channel was {verdict.state}."
        return Edit(
            case=after.case,
            done=" ".join([sentence, *_rest_note(after, logged)]),
            on=contact.on,
            record=contact.id,
            warnings=(*filter(None, [verdict.counsel]), *odd_page_dates(logged)),
            notes=_meaning(after, logged),
        )

    def check_other(self, day: CaseDay) -> None:
        """That the channel is open in that case too.

        Raises:
            NotOpen: it is not, and that was not confirmed.
        """
        must_be_open(day, self._contact(day, ""), anyway=self.anyway)

    @property
    def _direction(self) -> Direction:
        if self.automatic:
            return Direction.AUTO
        return Direction.IN if self.reply else Direction.OUT

    def _contact(self, day: CaseDay, identity: str) -> Contact:
        return Contact(
            id=identity,
            case=day.case.id,
            channel=find_channel(self.channel, day.rules),
            on=self.on or day.today,
            purpose=Purpose(known(self.purpose, tuple(Purpose), "purpose", PURPOSES)),
            direction=self._direction,
            note=self.note,
            answer=self.answer,
            status=self.status,
            ref=self.ref,
            with_whom=self.with_whom,
            page_created=self.page_created,
            page_updated=self.page_updated,
        )


def check_page_dates(contact: Contact) -> None:
    """That the page could show its dates on the day of the look.

    Raises:
        Refused: for a date after that day.
    """
    for words, day in (
        ("Case Created", contact.page_created),
        ("Case Last Updated", contact.page_updated),
    ):
        if day is not None and day > contact.on:
            raise Refused(
                f"The page can't have shown {words} {long_date(day)} on {long_date(contact.on)}:"
                " that day had not come yet."
            )


def odd_page_dates(contact: Contact) -> tuple[str, ...]:
    """What looks mistyped in the page's two dates."""
    created, updated = contact.page_created, contact.page_updated
    if created is not None and updated is not None and updated < created:
        return (
            f"The page's Case Last Updated ({long_date(updated)}) lies before its Case Created"
            f" ({long_date(created)}): check the two.",
        )
    return ()


def _meaning(day: CaseDay, contact: Contact) -> tuple[str, ...]:
    """What the words of the status page mean, where it is one, and the event they speak of."""
    if not contact.status.strip():
        return ()
    known = tracker_words(contact.status, contact.channel, day.rules)
    if known is not None:
        return (known.meaning,)
    near = tuple(filter(None, [did_you_mean(contact.status, contact.channel, day.rules)]))
    if contact.channel not in day.rules.status_page.channels:
        return near
    said = page_says(day)
    return (*near, explain(contact.status, day.rules).meaning, *([said.text] if said else []))


def must_be_open(day: CaseDay, contact: Contact, *, anyway: bool) -> Judgement:
    """The judgement of a contact.

    Raises:
        NotOpen: when the rules gate it and it was not confirmed.
    """
    verdict = judge_contact(day, contact)
    if not verdict.open and not anyway:
        raise NotOpen(verdict.text)
    return verdict


def judge_contact(day: CaseDay, contact: Contact) -> Judgement:
    """What the rules say of a contact on its own day, before it."""
    reply = contact.direction is not Direction.OUT
    return judge(day.on(contact.on), contact.channel, purpose=contact.purpose, reply=reply)


def judged(contact: Contact, verdict: Judgement) -> Contact:
    """The contact with the channel's state on its day, where it is gated."""
    state = verdict.state if verdict.gated else ""
    return msgspec.structs.replace(
        contact, when_logged=str(state), early=verdict.gated and verdict.state in EARLY
    )


def _rest_note(day: CaseDay, contact: Contact) -> list[str]:
    """Until when the channel rests after the contact."""
    channel = day.rules.channel(contact.channel)
    if channel is None or not channel.human or contact.purpose is not Purpose.STATUS:
        return []
    view = decide(channel, day)
    if view.state is ChannelState.RESTING and view.opens_on and contact.direction is Direction.OUT:
        return [f"{channel.name} rests until {long_date(view.opens_on)}."]
    return []
