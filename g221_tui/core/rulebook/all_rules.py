"""All rules together: what every calculation is given."""

from functools import cached_property

import msgspec

from g221_tui.core.rulebook.advice import (
    OriginalsRule,
    ReasonNote,
    SlipColours,
    Starter,
    StatusPage,
)
from g221_tui.core.rulebook.case_number import CaseNumbers
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.rulebook.deadline import DeadlineRules
from g221_tui.core.rulebook.holiday import ClosedDays
from g221_tui.core.rulebook.letter_section import LetterSection
from g221_tui.core.rulebook.policy import NextRules, Pacing, Policy
from g221_tui.core.rulebook.post import Posts
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.span import Span
from g221_tui.core.rulebook.stage import EventKind, Stage, VisaClass


class Rules(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All rules together; what is looked up by an id for each record is kept in a table."""

    policies: dict[str, Policy]
    state_policy: str
    """The id of the policy whose wait is the State Department's own figure."""
    channels: tuple[Channel, ...]
    further: tuple[Channel, ...]
    """Beyond the guide's five and CEAC."""
    stages: dict[str, Stage]
    event_kinds: tuple[EventKind, ...]
    deadlines: DeadlineRules
    closed_days: ClosedDays
    """On which days an office may be closed."""
    pacing: Pacing
    next: NextRules
    case_numbers: CaseNumbers
    visa_classes: tuple[VisaClass, ...]
    shared_visas: tuple[SharedName, ...]
    """Names that two of the classes share."""
    sections: tuple[LetterSection, ...]
    """What a refusal's letter may name, the tracked one first."""
    reasons: dict[str, str]
    """Reason codes with their titles."""
    reason_notes: dict[str, ReasonNote]
    """Each reason explained, by code."""
    slip_colours: SlipColours
    starters: dict[str, Starter]
    """What is often asked for, by reason code: offered, never assumed."""
    originals: OriginalsRule
    status_page: StatusPage
    spans: dict[str, Span]
    """The days that a date can be, by the kind of date."""
    posts: Posts
    """What posts say themselves."""
    us_states: dict[str, str]
    """Two letters and the name; DC and the territories included."""
    delegates: tuple[str, ...]
    """Those that send a Delegate to Congress, no Senator."""
    us_states_cited: str
    """Who says so, and as of when."""

    @cached_property
    def first_stage(self) -> Stage:
        """The stage before the first event."""
        return next(stage for stage in self.stages.values() if stage.first)

    @property
    def programme_over(self) -> str:
        """The id of the stage of a case whose programme year is over."""
        return next(stage.id for stage in self.stages.values() if stage.programme_over)

    @cached_property
    def papers_stages(self) -> frozenset[str]:
        """The ids of the two stages that the papers tell apart."""
        return frozenset(stage.id for stage in self.stages.values() if stage.papers)

    def papers_stage(self, *, due: bool) -> str:
        """The id of the stage while papers are due, or of the one after."""
        named = "due" if due else "done"
        return next(stage.id for stage in self.stages.values() if stage.papers == named)

    @cached_property
    def _kinds(self) -> dict[str, tuple[int, EventKind]]:
        """The event kinds by id, each with its place in the chart."""
        return {kind.id: (place, kind) for place, kind in enumerate(self.event_kinds)}

    def kind(self, kind: str) -> EventKind | None:
        """The event kind of that id, if the chart has it."""
        found = self._kinds.get(kind)
        return None if found is None else found[1]

    def place(self, kind: str) -> int:
        """The place of an event kind in the chart; an unknown one comes last."""
        found = self._kinds.get(kind)
        return len(self.event_kinds) if found is None else found[0]

    @cached_property
    def _channels(self) -> dict[str, Channel]:
        return {channel.id: channel for channel in self.every_channel}

    def channel(self, channel: str) -> Channel | None:
        """The channel of that id, if there is one."""
        return self._channels.get(channel)

    @property
    def every_channel(self) -> tuple[Channel, ...]:
        """The guide's, CEAC and the further ones."""
        return self.channels + self.further

    @property
    def channel_words(self) -> dict[str, str]:
        """What people say for a channel, each with its id: `phone` is a call to the post."""
        return {word: channel.id for channel in self.every_channel for word in channel.also}

    @property
    def event_words(self) -> dict[str, str]:
        """What people say for an event, each with the id of its kind."""
        return {word: kind.id for kind in self.event_kinds for word in kind.also}

    @property
    def reason_words(self) -> dict[str, str]:
        """What people say for a reason, each with its code: `AP` is a background check."""
        return {word: code for code, note in self.reason_notes.items() for word in note.also}

    @cached_property
    def main_channel(self) -> str:
        """The id of the channel whose wait is shown as the wait of the case."""
        return next(channel.id for channel in self.channels if channel.main)

    def policy(self, policy: str) -> Policy:
        """The policy of that id, or the first one where a case names one that is gone."""
        return self.policies.get(policy) or next(iter(self.policies.values()))

    @property
    def state_days(self) -> int:
        """The State Department's own figure for the wait, calendar days."""
        return self.policies[self.state_policy].waits[self.main_channel].days
