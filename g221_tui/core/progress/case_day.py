"""A case on a day, under the rules: the one argument of every rule, deadline and change."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

import msgspec

from g221_tui.core.model import Case, CaseRecord, Contact, PostFacts, YesNo
from g221_tui.core.progress.stages import Standing, stand
from g221_tui.core.progress.visa_class import rests_on_petition, visa_class
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.policy import Policy
from g221_tui.core.rulebook.stage import Usual, VisaClass
from g221_tui.core.views import NOBODY
from g221_tui.core.with_values import with_values
from g221_tui.errors import Refused

BEYOND = (
    "A date of this case lies so near the end of the calendar that g221 can't reckon with it;"
    " look for a year such as 9999 or 0001 in 'g221 event list' and in the file."
)

EITHER_CENTRE = "NVC or KCC"
"""The centre of a visa whose class is not known."""


class CaseDay(msgspec.Struct, frozen=True, kw_only=True):
    """A case on a day: its records, the rules, and where it stands by what happened until then."""

    case: Case
    """The records, those dated later included."""
    rules: Rules
    """All rules."""
    today: date
    """The day everything is judged by."""
    standing: Standing
    """Where the case stands on that day."""
    visa_class: VisaClass | None
    """The class of the visa; none where its name tells none."""
    by_channel: Mapping[str, Sequence[Contact]]
    """The contacts up to that day by their channels, each in order of entry."""

    @property
    def facts(self) -> CaseRecord:
        """The undated facts; after a transfer, those of the post that has the case now."""
        new = self.standing.new_post
        if new is None:
            return self.case.facts
        return msgspec.structs.replace(self.case.facts, **msgspec.structs.asdict(new))

    @property
    def policy(self) -> Policy:
        """The policy the case follows."""
        return self.rules.policy(self.facts.policy)

    @property
    def emergency(self) -> bool:
        """Whether the emergency mark holds."""
        return self.facts.emergency is not None and self.facts.emergency <= self.today

    @property
    def petition(self) -> YesNo:
        """Whether the visa rests on a petition: as recorded, else by its class."""
        return rests_on_petition(self.facts, self.visa_class)

    @property
    def known(self) -> CaseRecord:
        """The facts, with what the class of the visa tells."""
        return msgspec.structs.replace(self.facts, petition=self.petition)

    @property
    def advice(self) -> str:
        """Which words the end of the case and its expiries take, by the class of the visa."""
        found = self.visa_class
        return found.advice if found is not None else ""

    @property
    def rest_days(self) -> int:
        """Calendar days between two questions to one office: the case's own, else the policy's."""
        own = self.facts.rest
        return self.policy.rest_days if own is None else own

    @property
    def immigrant(self) -> bool:
        """Whether the visa is known to be an immigrant one."""
        found = self.visa_class
        return found is not None and found.immigrant

    @property
    def centre(self) -> str:
        """The centre that a returned petition goes through: NVC, KCC, or either."""
        found = self.visa_class
        return found.centre if found is not None and found.centre else EITHER_CENTRE

    @property
    def held(self) -> str:
        """That no question moves the case, where a reason of it says so; empty where none does."""
        notes = self.rules.reason_notes
        said = (notes[reason].held for reason in self.facts.reasons if reason in notes)
        return " ".join(filter(None, said))

    @property
    def usual(self) -> Usual | None:
        """How long the stage usually takes; none where that is not told, or does not hold."""
        return None if self.held else self.standing.stage.usual

    @property
    def holder(self) -> str | None:
        """Who holds the file in this stage; none where nothing is known of it."""
        holder = self.standing.stage.holder
        return None if holder is None else holder.format(centre=self.centre)

    @property
    def meaning(self) -> str:
        """What the stage means; of papers only what is known of them."""
        stage = self.standing.stage
        unknown = self.standing.papers.asked is YesNo.UNKNOWN
        return (unknown and stage.meaning_unknown) or stage.meaning

    @property
    def holder_words(self) -> str:
        """Who holds the file, for a sentence."""
        return self.holder or NOBODY

    def contacts_over(self, channels: Collection[str]) -> Sequence[Contact]:
        """The contacts up to the day over any of these channels, in order of entry."""
        found = [self.by_channel[name] for name in set(channels) if name in self.by_channel]
        if len(found) > 1:
            return [c for c in self.case.contacts if c.channel in channels and c.on <= self.today]
        return found[0] if found else ()

    def says(self, conditions: dict[str, str]) -> bool:
        """Whether a fact has one of these values, as recorded or as the visa's class tells it."""
        known = self.known if conditions else self.facts
        return any(getattr(known, field) == value for field, value in conditions.items())

    def with_facts(self, values: Mapping[str, object]) -> Case:
        """The case with these facts; after a transfer, what holds at the post is the new one's.

        Args:
            values: The values by attribute; words are turned into what the record holds.
        """
        case, transfer = self.case, self.standing.transfer
        named = "post" in values or self.standing.new_post is not None
        of_post = PostFacts.__struct_fields__ if transfer is not None and named else ()
        theirs = {name: value for name, value in values.items() if name in of_post}
        own = {name: value for name, value in values.items() if name not in of_post}
        facts, events = with_values(case.facts, own), case.events
        if transfer is not None and theirs:
            new = with_values(transfer.new_post or PostFacts(), theirs)
            moved = msgspec.structs.replace(transfer, new_post=new)
            events = tuple(moved if event.id == moved.id else event for event in events)
        return msgspec.structs.replace(case, facts=facts, events=events)

    def of(self, case: Case) -> "CaseDay":
        """The same day of a changed case, or of another one."""
        here = self.case
        if (case.facts, case.events, case.documents) == (here.facts, here.events, here.documents):
            contacts = _by_channel(case.contacts, self.today)
            return msgspec.structs.replace(self, case=case, by_channel=contacts)
        return case_day(case, self.rules, self.today)

    def on(self, today: date) -> "CaseDay":
        """The same case on another day."""
        return self if today == self.today else case_day(self.case, self.rules, today)


def case_day(case: Case, rules: Rules, today: date) -> CaseDay:
    """A case on a day."""
    found = visa_class(case.facts.visa, rules, case.facts.case_number)
    standing = stand(case, rules, today, found)
    return CaseDay(
        case=case,
        rules=rules,
        today=today,
        standing=standing,
        visa_class=found,
        by_channel=_by_channel(case.contacts, today),
    )


def _by_channel(contacts: Iterable[Contact], today: date) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        if contact.on <= today:
            found.setdefault(contact.channel, []).append(contact)
    return found


@contextmanager
def within_calendar() -> Iterator[None]:
    """Say of days counted beyond the calendar that they can't be counted.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    try:
        yield
    except OverflowError as problem:
        raise Refused(BEYOND) from problem
