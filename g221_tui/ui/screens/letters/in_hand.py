"""The letter that is being written: its draft, in full or masked, or why there is none."""

from g221_tui.config import config_path
from g221_tui.core.letters.letter import Missing
from g221_tui.core.model import Purpose
from g221_tui.core.privacy.masking import Masker
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.errors import G221Error, Refused
from g221_tui.service.drafts import Draft, Drafts
from g221_tui.ui.refusals import said
from g221_tui.ui.session import Session


class LetterInHand:
    """One channel's letter, for one purpose at a time."""

    def __init__(self, session: Session, channel: str) -> None:
        """Draft the first letter that the channel has.

        Raises:
            Refused: Nothing is ever written to that channel.
            G221Error: A template of the user's can't be used; the message names it.
        """
        self.session = session
        rules = session.tracker.rules
        self._drafts = Drafts(rules, config_path())
        self.channel = channel
        """The id of the channel."""
        self.purposes = self._drafts.purposes(channel)
        """What there is a letter for."""
        if not self.purposes:
            named = rules.channel(channel)
            raise Refused(f"There is nothing to write for {named.name if named else channel}.")
        self.purpose = self.purposes[0]
        """What the present one is for."""
        self.draft: Draft | None = None
        """The letter in full; none where there is none."""
        self.why_none = ""
        """Why there is none, or none that may be shown; it may hold words of the case."""
        self.edited = False
        """Whether the user changed its words."""
        self.make(self.purpose)

    @property
    def day(self) -> CaseDay:
        """The case on the day that is shown."""
        session = self.session
        return session.tracker.reader.day(session.case, session.day, book=session.book)

    @property
    def case(self) -> str:
        """The id of the case."""
        return self.day.case.id

    def make(self, purpose: Purpose) -> None:
        """Draft the letter for a purpose, from what is recorded now."""
        self.purpose, self.edited = purpose, False
        self.draft = self._drafted(None)

    def _drafted(self, masker: Masker | None) -> Draft | None:
        """The letter for the present purpose; none where it can't be, which `why_none` explains."""
        self.why_none = ""
        try:
            return self._drafts.draft(self.day, self.channel, self.purpose, masker)
        except G221Error as problem:  # refused, or a template of the user's fails on these values
            self.why_none = said(problem, self.session.with_keys)
            return None

    def title(self, purpose: Purpose) -> str:
        """What the letter for a purpose is called."""
        template = self._drafts.templates.find(self.channel, purpose)
        return template.title if template is not None else purpose.value

    @property
    def shown(self) -> Draft | None:
        """The letter as it may be shown now; none where there is none, or it can't be masked."""
        masker = self.session.masker
        if masker is None or self.draft is None:
            return self.draft
        if self.edited:
            return self.draft.masked_by(masker)
        return self._drafted(masker)

    @property
    def asks(self) -> tuple[Missing, ...]:
        """The facts that it wants and that are not recorded."""
        wanted = self.draft.missing if self.draft is not None else ()
        return tuple(missing for missing in wanted if missing.fact)

    def rewrite(self, words: str) -> bool:
        """Take the user's own words; whether they are others than before.

        Raises:
            Refused: Nothing is left of the text.
        """
        if self.draft is None or words == self.draft.outgoing:
            return False
        self.draft, self.edited = self.draft.rewritten(words), True
        return True
