"""What every decision about a case on a day looks at."""

from collections.abc import Iterable
from datetime import date

import msgspec

from g221_tui.core.model import Case, CaseRecord, Contact, Direction, Purpose
from g221_tui.core.progress.stages import Standing
from g221_tui.core.progress.visa_class import holder
from g221_tui.core.progress.wait import in_emergency
from g221_tui.core.rulebook.channel import Access, Channel
from g221_tui.core.rulebook.policy import Policy, Rules


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What every channel's decision looks at."""

    case: Case
    standing: Standing
    rules: Rules
    today: date

    @property
    def facts(self) -> CaseRecord:
        """The undated facts."""
        return self.case.facts

    @property
    def policy(self) -> Policy:
        """The policy the case follows."""
        return self.rules.policy(self.facts.policy)

    @property
    def holder(self) -> str:
        """Who holds the file, in words."""
        return holder(self.standing.stage, self.facts, self.rules) or "nobody"

    @property
    def emergency(self) -> bool:
        """Whether the emergency mark holds."""
        return in_emergency(self.facts, self.today)


def access_of(channel: Channel, standing: Standing) -> Access:
    """What the stage says of the channel, by its id or by its group."""
    access = standing.stage.access
    found = access.get(channel.id, access.get(channel.group))
    if found is not None:
        return found
    before = standing.since is None
    if before or (standing.stage.end and not channel.after_end):
        why = "There is nothing to follow up yet." if before else "The case has ended."
        return Access(mode="closed", because=why)
    return Access(mode="open")


def status_contacts(
    contacts: Iterable[Contact], channels: Iterable[Channel], today: date
) -> list[Contact]:
    """The outgoing status contacts over those channels up to a day, oldest first."""
    ids = {channel.id for channel in channels}
    found = [
        c
        for c in contacts
        if c.channel in ids
        and c.on <= today
        and c.direction is Direction.OUT
        and c.purpose is Purpose.STATUS
    ]
    return sorted(found, key=lambda contact: contact.on)


def says(facts: CaseRecord, conditions: dict[str, str]) -> bool:
    """Whether a recorded fact has one of these values."""
    return any(getattr(facts, field) == value for field, value in conditions.items())
