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
TO, SUBJECT = "To", "Subject"
"""The heading lines of an e-mail."""
SURE_LENGTH = 1900
"""Characters of a `mailto:` that are taken nearly everywhere: Windows hands on at most 2083
(INTERNET_MAX_URL_LENGTH), and browsers were found to fail from about 2000 on; none says so."""
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
        rows = [f"- {row}" for row in self.checklist]
        listed = "\n".join([self.checklist_title, *rows]) if rows else ""
        return "\n\n".join(filter(None, (self.outgoing, listed)))

    @property
    def outgoing(self) -> str:
        """What goes out: heading lines of an e-mail, and the text; no check list."""
        heads = [(TO, self.to), (SUBJECT, self.subject)]
        head = "\n".join(f"{name}: {words}" for name, words in heads if words)
        return "\n\n".join(filter(None, (head, self.text)))

    def rewritten(self, words: str) -> "Draft":
        """The draft in the user's own words: what `outgoing` gave, and the user changed.

        Args:
            words: Heading lines, where it has any, then the text. A heading that is gone is none.

        Raises:
            Refused: Nothing is left of the text.
        """
        heads, text = _headed(words) if self.medium in MAILED else ({}, words.strip("\n"))
        if not text.strip():
            raise Refused("Nothing was left of the text: it stays as it was.")
        to, subject = heads.get(TO, ""), heads.get(SUBJECT, "")
        mail = mailto(to, subject, text) if self.medium in MAILED else ""
        return msgspec.structs.replace(self, to=to, subject=subject, text=text, mailto=mail)

    def masked_by(self, masker: Masker) -> "Draft":
        """The draft with every identifier masked; for one in the user's own words."""
        # A name may stand at the end of one line and the beginning of the next.
        blocks = [masker(block) for block in self.text.split("\n\n")]
        to, subject, text = masker(self.to), masker(self.subject), "\n\n".join(blocks)
        return msgspec.structs.replace(
            self,
            to=to,
            subject=subject,
            text=text,
            early=masker(self.early),
            notes=tuple(map(masker, self.notes)),
            mailto=mailto(to, subject, text) if self.mailto else "",
            masked=True,
        )

    @property
    def short_mailto(self) -> str:
        """The address for a mail program without the text, where the whole one may be cut."""
        return mailto(self.to, self.subject, "") if len(self.mailto) > SURE_LENGTH else ""

    def contact(self, *, anyway: bool = False) -> LogContact:
        """The command that logs it as sent today, its text kept whole as the note.

        The first line, which stands for the contact in lists, is the subject, else what it is.

        Args:
            anyway: It happened though the channel is not open.
        """
        words = f"{self.subject or self.title}\n\n{self.text}"
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
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{quote(address, safe=SAFE)}?{asked}"


def _headed(words: str) -> tuple[dict[str, str], str]:
    """The heading lines that a text begins with, by their names, and the text below them."""
    lines, heads = words.strip("\n").split("\n"), dict[str, str]()
    for place, line in enumerate(lines):
        name, colon, value = line.partition(":")
        if name.strip() not in (TO, SUBJECT) or not colon:
            return heads, "\n".join(lines[place:]).strip("\n")
        heads[name.strip()] = " ".join(value.split())
    return heads, ""
