"""Packets as a face writes them: masked, the letter included, unless they are wanted in full."""

from pathlib import Path

import msgspec

from g221_tui.core.brief.packet import Enclosed, Packet, for_receiver
from g221_tui.core.brief.receiver import Receiver
from g221_tui.core.letters.letter import Missing, letter
from g221_tui.core.letters.template import LetterTemplate
from g221_tui.core.privacy.masking import Masker
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.lookup import known
from g221_tui.errors import G221Error, Refused
from g221_tui.output.letter_templates import load_packet_letters
from g221_tui.output.letters import Renderer
from g221_tui.output.receivers import load_receivers
from g221_tui.service.briefs import case_brief
from g221_tui.service.drafts import Draft, Drafts, drafted

CHECK = "What belongs to it."
"""The title of a check list where the letter has none."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A packet, and what to know before it goes out."""

    packet: Packet
    early: str
    """That it is too early to send its letter; empty when it is not."""
    missing: tuple[Missing, ...]
    """The facts whose lines are left out of the letter."""
    notes: tuple[str, ...]


class Packets:
    """Makes packets with the templates of the package and of the user."""

    def __init__(self, rules: Rules, config: Path | None) -> None:
        """Read the receivers and the templates.

        Raises:
            G221Error: A template of the user's can't be used; the message names it.
        """
        self.receivers = load_receivers()
        """Who takes a packet."""
        self._rules = rules
        self._drafts = Drafts(rules, config)
        self._letters = load_packet_letters(config, rules)
        self._renderer = Renderer(self._letters)

    def make(self, day: CaseDay, word: str, masker: Masker | None) -> Made:
        """The packet for a receiver.

        Args:
            day: The case on a day.
            word: The receiver, as typed.
            masker: What masks it, the letter included; none for the packet in full.

        Raises:
            NotUnderstood: There is no such receiver.
            Refused: The case leaves no letter to write to them.
        """
        every = {each.id: each for each in self.receivers}
        receiver = every[known(word, every, "receiver")]
        draft = self._draft(day, receiver, masker)
        packet = Packet(
            receiver=receiver,
            letter=Enclosed(title=draft.title, to=draft.to, subject=draft.subject, text=draft.text),
            brief=for_receiver(case_brief(day, masker), receiver),
            checklist_title=draft.checklist_title or CHECK,
            checklist=(*draft.checklist, *receiver.checklist),
        )
        return Made(packet=packet, early=draft.early, missing=draft.missing, notes=draft.notes)

    def _draft(self, day: CaseDay, receiver: Receiver, masker: Masker | None) -> Draft:
        """The letter for the first purpose that the case leaves something to write for."""
        if receiver.template:
            return self._own(day, receiver, masker)
        refused: Refused | None = None
        for purpose in receiver.purposes:
            try:
                return self._drafts.draft(day, receiver.channel, purpose, masker)
            except Refused as problem:
                refused = problem
        assert refused is not None
        raise refused

    def _own(self, day: CaseDay, receiver: Receiver, masker: Masker | None) -> Draft:
        """The letter that only packets have."""
        channel = self._rules.channel(receiver.channel)
        template: LetterTemplate | None = self._letters.named(receiver.template)
        if channel is None or template is None:
            raise G221Error(f"There is no template for {receiver.id}.")
        made = letter(day, channel, receiver.purposes[0], template)
        return drafted(self._renderer, made, masker)
