"""Draft a letter or a script: what a face shows, copies, opens in a mail program and logs."""

from pathlib import Path
from urllib.parse import quote

import msgspec

from g221_tui.core.edits.contacts import LogContact, find_channel
from g221_tui.core.letters.letter import Letter, Missing, letter
from g221_tui.core.letters.template import Medium
from g221_tui.core.model import Purpose
from g221_tui.core.privacy.masking import Masker
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.lookup import known
from g221_tui.errors import Refused
from g221_tui.output.letter_templates import Templates, load_templates
from g221_tui.output.letters import Renderer

MAILED = (Medium.EMAIL,)
"""What is sent by a mail program."""
SAFE = "@.+-_"
"""The signs of an address that need no other spelling."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A letter as a face shows it."""

    channel: str
    name: str
    """The name of the channel."""
    purpose: Purpose
    title: str
    """What it is: `E-mail to the post: a question`."""
    medium: Medium
    to: str
    """The address, where it is recorded and it is an e-mail."""
    subject: str
    text: str
    """The text itself: what is sent, said or filled in, and what is kept as the contact's note."""
    checklist_title: str
    checklist: tuple[str, ...]
    """What belongs to it and is no part of the text."""
    missing: tuple[Missing, ...]
    """The facts whose lines are left out, each with its label and how to record it."""
    early: str
    """That it is too early to send it; empty when it is not."""
    nth: str
    """`second` for a second request; empty for the first."""
    notes: tuple[str, ...]
    """What to know before it is sent."""
    mailto: str
    """The address that opens it in a mail program; empty where it is no e-mail."""
    masked: bool
    source: str
    """Whose advice its form follows, and of when."""

    @property
    def whole(self) -> str:
        """Everything to print: heading lines of an e-mail, the text, the check list."""
        heads = [("To", self.to), ("Subject", self.subject)]
        head = [f"{name}: {words}" for name, words in heads if words]
        rows = [f"- {row}" for row in self.checklist]
        listed = [self.checklist_title, *rows] if rows else []
        parts = ["\n".join(part) for part in (head, [self.text], listed) if part]
        return "\n\n".join(parts)

    def contact(self, *, anyway: bool = False) -> LogContact:
        """The command that logs it as sent today, its text kept as the note.

        Args:
            anyway: It happened though the channel is not open.
        """
        words = f"{self.subject}\n\n{self.text}" if self.subject else self.text
        return LogContact(
            channel=self.channel, purpose=self.purpose.value, note=words, anyway=anyway
        )


class Drafts:
    """Drafts letters with the templates of the package and of the user."""

    def __init__(self, rules: Rules, config: Path | None) -> None:
        """Read the templates.

        Raises:
            G221Error: One of the user's can't be used; the message names it.
        """
        self.templates: Templates = load_templates(config, rules)
        """Every template."""
        self._rules = rules
        self._renderer = Renderer(self.templates)
        for template in self.templates.every:
            if template.where:
                self._renderer.check(template)

    def purposes(self, channel: str) -> tuple[Purpose, ...]:
        """What there is a letter for on a channel; empty where there is none."""
        return self.templates.purposes(channel)

    def draft(
        self, day: CaseDay, channel: str, purpose: str = "", masker: Masker | None = None
    ) -> Draft:
        """The draft of a letter.

        Args:
            day: The case on a day.
            channel: Where it goes, as typed.
            purpose: What it is for, as typed; empty for the first that the channel has.
            masker: What masks it; none for the letter in full.

        Raises:
            NotUnderstood: Channel or purpose are none that is known.
            Refused: There is no such letter, or the case leaves nothing to write.
        """
        return drafted(self._renderer, self.letter(day, channel, purpose), masker)

    def letter(self, day: CaseDay, channel: str, purpose: str = "") -> Letter:
        """What the letter is made of; the arguments and errors are those of `draft`."""
        found = self._rules.channel(find_channel(channel, self._rules))
        assert found is not None
        has = self.purposes(found.id)
        if not has:
            names = self._named(self.templates.channels)
            raise Refused(f"There is nothing to write for {found.name}; letters exist for {names}.")
        kind = Purpose(known(purpose, Purpose, "purpose")) if purpose else has[0]
        template = self.templates.find(found.id, kind)
        if template is None:
            raise Refused(
                f"There is no letter for {found.name} with the purpose {kind}; known: "
                f"{', '.join(has)}."
            )
        return letter(day, found, kind, template)

    def _named(self, channels: tuple[str, ...]) -> str:
        return ", ".join(each.id for each in self._rules.every_channel if each.id in channels)


def drafted(renderer: Renderer, made: Letter, masker: Masker | None) -> Draft:
    """A letter as a face shows it.

    Args:
        renderer: What makes text of its template.
        made: What it is made of.
        masker: What masks it; none for the letter in full.
    """
    written = renderer.write(made, masker)
    template = made.template
    mailed = template.medium in MAILED
    to = " ".join(made.address.split()) if mailed else ""
    masked = (lambda words: words) if masker is None else masker
    to = masked(to)
    return Draft(
        channel=made.channel,
        name=made.name,
        purpose=made.purpose,
        title=template.title,
        medium=template.medium,
        to=to,
        subject=written.subject,
        text=written.body,
        checklist_title=template.checklist_title if written.checklist else "",
        checklist=written.checklist,
        missing=made.missing,
        early=masked(made.early),
        nth=made.nth,
        notes=tuple(map(masked, made.notes)),
        mailto=mailto(to, written.subject, written.body) if mailed else "",
        masked=masker is not None,
        source=template.cited,
    )


def mailto(to: str, subject: str, body: str) -> str:
    """The address that opens a message in the user's mail program; nothing is sent by it."""
    address = to if "@" in to and " " not in to else ""
    fields = {"subject": subject, "body": body.replace("\n", "\r\n")}
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
    return f"mailto:{quote(address, safe=SAFE)}?{asked}"
