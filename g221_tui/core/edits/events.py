"""Changes of the dated facts of the case, and of the dates the user names."""

from datetime import date

import msgspec

from g221_tui.core.edits.add_documents import AddDocuments
from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.edit import Edit, happened, may_come, not_in_future, wait_note
from g221_tui.core.model import Case, Event, NamedDeadline, PostFacts, Requester, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import EventKind
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood, Refused


def find_kind(word: str, rules: Rules) -> str:
    """The event kind that a word names.

    Raises:
        NotUnderstood: when it names none; the message lists the known ones.
    """
    return known(word, [kind.id for kind in rules.event_kinds], "event kind")


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
        doubles: tuple[str, ...] = ()
        if self.documents:
            papers = AddDocuments(
                names=self.documents, by=Requester.SLIP, asked=event.day, further_slip=True
            )
            listed = papers.apply(after, ids)
            after, doubles = after.of(listed.case), listed.warnings
            done += f" It asks for {', '.join(self.documents)}."
        return Edit(
            case=after.case,
            done=done,
            effect=wait_note(day, after),
            on=event.day,
            record=event.id,
            warnings=(*odd_order(day, after)[:1], *_assumed(day, event, kind), *doubles),
            notes=_to_say(event, kind),
        )

    def _must_fit(self, kind: EventKind | None, rules: Rules) -> None:
        """That nothing was given which this kind of event does not take.

        Raises:
            NotUnderstood: it was; the message names the kinds that take it.
        """
        if kind is None:
            return
        for given, option, takes in (
            (self.due is not None, "due", _takes_due),
            (bool(self.visa_inside), "visa", _takes_visa),
            (bool(self.asked or self.documents), "asked and document", _takes_papers),
            (bool(self.post), "post", _takes_post),
        ):
            if given and not takes(kind):
                others = ", ".join(k.id for k in rules.event_kinds if takes(k))
                own = " A date of your own: g221 deadline add NAME DATE." if option == "due" else ""
                raise NotUnderstood(f"'{kind.id}' takes no {option}; {others} do.{own}")


class AddDeadline(Command, frozen=True, kw_only=True):
    """Name a date that must not be missed; naming it again moves it."""

    name: str
    """The user's word for it."""
    on: date
    """The date: its last good day."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the date.

        Raises:
            NotUnderstood: for an empty name.
            Refused: for a date that can't be meant, or that is noted already.
        """
        if not self.name.strip():
            raise NotUnderstood("A deadline needs a name.")
        may_come(self.on, day, self.name)
        case = day.case
        same = next((d for d in case.deadlines if d.name == self.name), None)
        was = f" (it was {long_date(same.on)})" if same is not None else ""
        if same is not None and same.on == self.on:
            raise Refused(f"{self.name} is noted for {long_date(self.on)} already.")
        if same is not None:
            moved = msgspec.structs.replace(same, on=self.on)
            deadlines = tuple(moved if d.id == same.id else d for d in case.deadlines)
            identity = same.id
        else:
            identity = ids.new_id("x")
            deadlines = (
                *case.deadlines,
                NamedDeadline(id=identity, case=case.id, name=self.name, on=self.on),
            )
        far = distance(self.on, day.today)
        return Edit(
            case=msgspec.structs.replace(case, deadlines=deadlines),
            done=f"Noted: {self.name} on {long_date(self.on)}, {far}{was}.",
            on=day.today,
            record=identity,
        )


def _answer(word: str) -> YesNo:
    """What was answered; empty is not known."""
    return YesNo(known(word, tuple(YesNo), "answer")) if word else YesNo.UNKNOWN


def _takes_due(kind: EventKind) -> bool:
    return kind.notice or bool(kind.sets)


def _takes_visa(kind: EventKind) -> bool:
    return kind.passport_back is not None


def _takes_papers(kind: EventKind) -> bool:
    return kind.opens_round


def _takes_post(kind: EventKind) -> bool:
    return kind.moves_post


def of_letter(event: Event, rules: Rules) -> Event:
    """The event; of a slip the date it sets is the one printed on its letter: one value."""
    kind = rules.kind(event.kind)
    if event.due is None or kind is None or not kind.opens_round:
        return event
    return msgspec.structs.replace(event, due=None, letter_deadline=event.due)


def watched_due(event: Event, rules: Rules) -> None:
    """That the date it sets is one that its kind watches.

    Raises:
        NotUnderstood: it is not.
    """
    kind = rules.kind(event.kind)
    if event.due is not None and kind is not None and not _takes_due(kind):
        others = ", ".join(k.id for k in rules.event_kinds if _takes_due(k))
        raise NotUnderstood(f"'{kind.id}' takes no due; {others} do. Clear it: due=.")


def moved_to(event: Event, rules: Rules) -> None:
    """That the post it names is one that its kind moves the case to.

    Raises:
        NotUnderstood: it is not.
    """
    kind = rules.kind(event.kind)
    if event.new_post is not None and kind is not None and not _takes_post(kind):
        others = ", ".join(k.id for k in rules.event_kinds if _takes_post(k))
        raise NotUnderstood(f"'{kind.id}' takes no post; {others} does. Clear it: post=.")


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


def _assumed(day: CaseDay, event: Event, kind: EventKind | None) -> tuple[str, ...]:
    """What the stage takes for granted where it was not said whether the visa is inside."""
    if kind is None or event.visa_inside is not YesNo.UNKNOWN:
        return ()
    back = kind.passport_back
    if back is None or day.on(event.day).standing.stage.id not in back.assumed_after:
        return ()
    return (
        "It is taken to hold the visa; if it does not, correct this record: visa_inside=no"
        f" ({event.id}).",
    )


def check_event(event: Event, day: CaseDay) -> None:
    """That it happened, and not in the future.

    Raises:
        Refused: for a day that has not come yet.
    """
    kind = day.rules.kind(event.kind)
    title = kind.title if kind else event.kind
    notice = kind is not None and kind.notice
    if event.on is None and (not notice or event.learned is None):
        raise Refused(f"{title} needs the day it happened.")
    if notice and event.on and event.due and event.due < event.on:
        raise Refused(
            f"{title} is dated {long_date(event.on)}; it can't be answered by"
            f" {long_date(event.due)}."
        )
    for on in (event.on, event.learned):
        if on is not None:
            not_in_future(on, day.today, title)


def keep_a_refusal(day: CaseDay, after: Case) -> None:
    """That an edit does not take the last refusal from a case, which is about it.

    Args:
        day: The case before the edit.
        after: The case after it.

    Raises:
        Refused: when it does.
    """
    former, left = _refusals(day.case, day.rules), _refusals(after, day.rules)
    if former and not left:
        raise Refused(
            "The case is about this refusal and has no other; correct its day instead:"
            f" 'correct {former[0].id} on=DATE'."
        )


def _refusals(case: Case, rules: Rules) -> list[Event]:
    kinds = {kind.id for kind in rules.event_kinds if kind.opens_round}
    return [event for event in case.events if event.kind in kinds]


def odd_order(before: CaseDay, after: CaseDay) -> tuple[str, ...]:
    """What an edit put out of the usual order, in a line each."""
    old = {event.id for event in before.standing.odd}
    found: list[str] = []
    for event in after.standing.odd:
        kind = after.rules.kind(event.kind)
        if event.id not in old and kind is not None:
            found.append(
                f"{kind.title} on {long_date(event.day)} is out of the usual order;"
                " it is recorded as you said."
            )
    return tuple(found)


def must_ask_visa(day: CaseDay, kind_id: str) -> bool:
    """Whether it has to be asked if the visa is in the passport that came back."""
    kind = day.rules.kind(kind_id)
    return kind is not None and kind.passport_back is not None
