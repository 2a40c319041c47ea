"""Record something that happened in the case."""

from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.edit import Edit, happened, may_come, wait_note
from g221_tui.core.edits.event_checks import (
    again_on_a_day,
    check_event,
    find_kind,
    must_take,
    no_longer_issued,
    odd_order,
    of_letter,
)
from g221_tui.core.fields.labels import YES_NO
from g221_tui.core.model import Event, PostFacts, Requester, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import DUE, NEW_POST, PAPERS_ASKED, VISA, EventKind
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known

OWN_DATE = "A date of your own: g221 deadline add NAME DATE."
"""What is said where an event takes no date."""


class AddEvent(Command, frozen=True, kw_only=True):
    """Record something that happened; without `on` it happened today."""

    kind: str
    """The event kind, as typed."""
    on: date | None = None
    """The day of it; for a notice the date printed on it."""
    learned: date | None = None
    """The day the applicant learned of it."""
    due: date | None = None
    """The date it sets."""
    note: str = ""
    """The user's words."""
    visa_inside: str = ""
    """For a returned passport: `yes` or `no`, as typed; empty where it is not said."""
    asked: str = ""
    """For a slip: whether it asks for documents, as typed; empty where it is not said."""
    documents: tuple[str, ...] = ()
    """For a slip: what it asks for."""
    post: str = ""
    """For a transfer: the post that has the case now."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the event.

        Raises:
            NotUnderstood: for an unknown kind, or something that this kind does not take.
            Refused: for a day that has not come yet.
        """
        case, today, on, learned = day.case, day.today, self.on, self.learned
        kind_id = find_kind(self.kind, day.rules)
        kind = day.rules.kind(kind_id)
        title = kind.title if kind else kind_id
        self._must_fit(kind, day.rules)
        if kind is not None and kind.notice:
            # The printed date has no default: only the letter tells it.
            learned = today if learned is None and on is None else learned
        elif on is None:
            on = today
        event = Event(
            id=ids.new_id("e"),
            case=case.id,
            kind=kind_id,
            on=on,
            learned=learned,
            due=self.due,
            note=self.note,
            visa_inside=_answer(self.visa_inside),
            asked=_answer(self.asked),
            new_post=PostFacts(post=self.post) if self.post.strip() else None,
        )
        event = of_letter(event, day.rules)
        for date_of_it in filter(None, (on, learned)):
            happened(date_of_it, day, title)
        if self.due is not None:
            may_come(self.due, day, f"The date that goes with '{title}'")
        check_event(event, day)
        after = day.of(msgspec.structs.replace(case, events=(*case.events, event)))
        done = f"Recorded: {title} on {long_date(event.day)}."
        if self.documents:
            papers = AddDocuments(
                names=self.documents, by=Requester.SLIP, asked=event.day, further_slip=True
            )
            after = after.of(papers.apply(after, ids).case)
            done += f" It asks for {', '.join(self.documents)}."
        return Edit(
            case=after.case,
            done=done,
            effect=wait_note(day, after),
            on=event.day,
            record=event.id,
            warnings=(
                *again_on_a_day(event, day),
                *(no_longer_issued(event, after) or odd_order(day, after)[:1]),
                *_assumed(after, event),
            ),
            notes=(*_to_say(event, kind), *_of_new_post(day, after, event)),
        )

    def _must_fit(self, kind: EventKind | None, rules: Rules) -> None:
        """That nothing was given which this kind of event does not take.

        Raises:
            NotUnderstood: it was; the message names the kinds that take it.
        """
        given = {
            DUE: self.due is not None,
            VISA: bool(self.visa_inside),
            PAPERS_ASKED: bool(self.asked or self.documents),
            NEW_POST: bool(self.post),
        }
        for field, is_given in given.items():
            if kind is not None and is_given:
                must_take(kind, field, rules, OWN_DATE if field == DUE else "")


def _answer(word: str) -> YesNo:
    """What was answered; empty is not known."""
    return YesNo(known(word, tuple(YesNo), "answer", YES_NO)) if word else YesNo.UNKNOWN


def _to_say(event: Event, kind: EventKind | None) -> tuple[str, ...]:
    """What is to be said next, where the event leaves it open."""
    if kind is None or not kind.moves_post:
        return ()
    if event.new_post is None:
        return ("Which post has it now? Set the fact 'post'; its rules are asked anew.",)
    return (
        f"What held at the former post does not hold at {event.new_post.post}: set its policy,"
        " wait, tracking and address anew where you know them.",
    )


def _of_new_post(before: CaseDay, after: CaseDay, event: Event) -> tuple[str, ...]:
    """What is known of the post that has the case now, and the policy that follows its word."""
    if event.new_post is None:
        return ()
    says = post_practice(after).says
    return says if says != post_practice(before).says else ()


def _assumed(after: CaseDay, event: Event) -> tuple[str, ...]:
    """What is taken for granted where it was not said whether the visa is inside."""
    if event.id not in after.standing.assumed_inside:
        return ()
    return (
        "It is taken to hold the visa; if it does not, correct this record: visa_inside=no"
        f" ({event.id}).",
    )
