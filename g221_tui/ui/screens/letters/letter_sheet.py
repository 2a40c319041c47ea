"""The draft of a letter or a script: to read, change, copy, save, and log once it went out."""

from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import MountError
from textual.widgets import Button, Static

from g221_tui.core.edits.contacts import judge
from g221_tui.core.model import Purpose
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.service.drafts import Draft
from g221_tui.ui.editing import edit_text
from g221_tui.ui.keyboard.order import CHANGES
from g221_tui.ui.refusals import said
from g221_tui.ui.screens.dialogs.reading import Reading
from g221_tui.ui.screens.letters.in_hand import LetterInHand
from g221_tui.ui.screens.letters.letter_words import Block, blocks, why_none
from g221_tui.ui.widgets.box import Box

KEYS = {
    "copy": ("y", "copy"),
    "edit": ("e", "edit"),
    "mail": ("o", "mail"),
    "save": ("s", "save"),
    "log": ("l", "log it"),
    "facts": ("f", "fill in"),
    "other": ("p", "other"),
    "close": ("esc", "close"),
}
"""The key and the words of each thing that can be done with a letter."""
KEY_CELLS = 12
"""The least cells of a button."""
COPIED = (
    "{} given to the terminal to copy. Whether it took it can't be known here: paste it to see;"
    " s saves it to a file."
)
MASKED_EDIT = "Masked: press {mask} to see it in full, then e."
EDITED = "In your own words now: that is what is copied, mailed, saved and logged."
SAME = (
    "The editor came back with the same words. One with a window of its own must be told to wait,"
    " as in EDITOR='code --wait'."
)
ANYWAY = "Log it as sent today? Only if it went out."


class LetterSheet(Reading[Done | None]):
    """Answers with what was logged, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        *(Binding(key, name, words) for name, (key, words) in KEYS.items() if name != "close"),
    ]
    DEFAULT_CLASSES = "dialog letter"

    def __init__(self, hand: LetterInHand) -> None:
        super().__init__()
        self._hand = hand
        self._session = hand.session
        self._logging = False
        """Whether a second click would log it twice."""
        self._said_at = -1
        """How much the person had done when the last words were said."""

    def compose(self) -> ComposeResult:
        """The title, the letter, the keys."""
        with Box():
            yield Static(self._title, classes="dialog-title")
            with VerticalScroll(classes="sheet-body"):
                yield from self._body()
            news = Static("", classes="dialog-remark")
            news.display = False
            yield news
            with ItemGrid(min_column_width=KEY_CELLS, classes="sheet-states"):
                for name, (key, words) in KEYS.items():
                    label = Content.assemble((key, "bold $primary"), f" {words}")
                    yield Button(label, id=name, compact=True)

    def on_mount(self) -> None:
        """Show the keys that do something."""
        self._show_keys()

    @property
    def _title(self) -> Content:
        return Content(clean(self._hand.title(self._hand.purpose)))

    def _body(self) -> ComposeResult:
        """What to know first, the letter itself, what belongs to it."""
        draft = self._hand.shown
        keys, edited = self._hand.session.with_keys, self._hand.edited
        if draft is None:
            found = why_none(self._hand)
        else:
            found = blocks(draft, edited=edited, with_keys=keys)
        for block in found:
            yield from _block(block)

    def redraw(self) -> None:
        """Draft it anew, unless its words are the user's own, and show it as it may be now.

        What was said goes by the person's own act alone.
        """
        if not self.written:
            self._hand.make(self._hand.purpose)
        if self._said_at != self._session.acts.count:
            self._say("")
        self._fill()

    @work(exclusive=True, group="fill")
    async def _fill(self) -> None:
        # It may close meanwhile, and then there is nothing to fill any more.
        with suppress(NoMatches, MountError), self.app.batch_update():
            body = self.query_one(".sheet-body")
            self.query_one(".dialog-title", Static).update(self._title)
            await body.remove_children()
            await body.mount_compose(self._body())
            self._show_keys()
            self.call_after_refresh(self.query_one(Box).fit)

    def _can(self, name: str) -> bool:
        """Whether something can be done with this letter."""
        draft = self._hand.draft
        if name == "other":
            return len(self._hand.purposes) > 1
        if name == "facts":
            return bool(self._hand.asks) and not self._hand.edited
        if name == "mail":
            return draft is not None and bool(draft.mailto)
        return name == "close" or draft is not None

    def _show_keys(self) -> None:
        for name in KEYS:
            self.query_one(f"#{name}").display = self._can(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key does nothing where its button is not shown."""
        if action in KEYS:
            return self._can(action)
        return super().check_action(action, parameters)

    def _say(self, text: str, *, care: bool = False) -> None:
        """Say what was done, or why not, above the keys; empty takes it back."""
        self._said_at = self._session.acts.count
        news = self.query_one(".dialog-remark", Static)
        words = clean(self._session.shown(text))
        mark = ("! ", "bold $caution") if care else ""
        news.update(Content.assemble(mark, (words, "$caution" if care else "$primary")))
        news.display = bool(text)
        self.call_after_refresh(self.query_one(Box).fit)

    def _shown(self) -> Draft | None:
        """The letter as it may go out now; where it can't be masked, why is said."""
        draft = self._hand.shown
        if draft is None:
            self._say(self._hand.why_none, care=True)
        return draft

    @property
    def written(self) -> bool:
        """Whether the words are the user's own, which are kept nowhere yet."""
        return self._hand.edited

    async def _may_go(self) -> bool:
        """Ask before the user's own words are lost."""
        if not self.written:
            return True
        from g221_tui.ui.screens.dialogs.confirm import GiveUp

        answer = await self.app.push_screen_wait(GiveUp())
        return bool(answer)

    @work(group=CHANGES)
    async def action_close(self) -> None:
        """Back to the dashboard."""
        if await self._may_go():
            self.dismiss(None)

    def action_copy(self) -> None:
        """Give the letter, as it is shown, to the clipboard of the terminal."""
        draft = self._shown()
        if draft is not None:
            self.app.copy_to_clipboard(draft.outgoing)
            what = "The masked letter is" if draft.masked else "The letter is"
            self._say(COPIED.format(what))

    def action_edit(self) -> None:
        """Open it in the user's editor; what comes back is the letter from now on."""
        draft = self._hand.draft
        if draft is None:
            return
        if self._session.masked:
            self._say(self._session.with_keys(MASKED_EDIT), care=True)
            return
        try:
            changed = self._hand.rewrite(edit_text(self.app, draft.outgoing))
        except G221Error as problem:
            self._say(said(problem, self._session.with_keys), care=True)
            return
        self._say(EDITED if changed else SAME)
        self._fill()

    @work(group=CHANGES)
    async def action_mail(self) -> None:
        """The link that opens it in a mail program."""
        from g221_tui.ui.screens.letters.mail_link import MailLink

        if self._shown() is None:
            return
        await self.app.push_screen_wait(MailLink(self._hand))

    @work(group=CHANGES)
    async def action_save(self) -> None:
        """Write it, as it is shown, to a file."""
        from g221_tui.ui.screens.letters.letter_file import LetterFile

        draft = self._shown()
        if draft is not None:
            done = await self.app.push_screen_wait(LetterFile(self._session, draft))
            self._say(done.sentence if done is not None else "")

    @work(group=CHANGES)
    async def action_facts(self) -> None:
        """Ask again for everything that is left out."""
        from g221_tui.ui.screens.letters.missing_facts import MissingFacts

        try:
            self._session.must_record()
        except G221Error as problem:
            self._say(said(problem, self._session.with_keys), care=True)
            return
        asked = MissingFacts(self._session, self._hand.asks)
        done = await self.app.push_screen_wait(asked)
        if done is not None:
            self._hand.make(self._hand.purpose)
            self._say(done.sentence)
            self._fill()

    @work(group=CHANGES)
    async def action_other(self) -> None:
        """Another letter of the same channel."""
        from g221_tui.ui.screens.letters.purposes import PurposeList

        chosen: Purpose | None = await self.app.push_screen_wait(PurposeList(self._hand))
        if chosen is None or chosen is self._hand.purpose or not await self._may_go():
            return
        self._hand.make(chosen)
        self._say("")
        self._fill()

    @work(group=CHANGES)
    async def action_log(self) -> None:
        """Log it as sent today, its words kept as the note; ask first where it is not time."""
        draft, session = self._hand.draft, self._session
        if draft is None or self._logging:
            return
        self._logging = True
        tracker, case = session.tracker, session.case
        try:
            session.must_record()
            found = judge(tracker.reader.day(case), draft.channel, purpose=draft.purpose.value)
            early = found.gated and not found.open
            if early and not await self._agreed(found.text, found.counsel, ANYWAY):
                return
            command = draft.contact(anyway=early)
            done = await session.record(lambda: tracker.apply(command, case=case))
        except G221Error as problem:
            self._say(said(problem, self._session.with_keys), care=True)
        else:
            self.dismiss(done)
        finally:
            self._logging = False

    async def _agreed(self, *words: str) -> bool:
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        question = Confirm(
            "\n\n".join(filter(None, words)),
            yes="Log it anyway",
            no="Go back",
            careful=True,
            shown=self._session.shown,
        )
        answer = await self.app.push_screen_wait(question)
        return bool(answer)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id:
            await self.run_action(event.button.id)


def _block(block: Block) -> ComposeResult:
    """A heading, and what stands below it."""
    with Vertical(classes="letter-block"):
        if block.heading:
            yield Static(Content(clean(block.heading)), classes="sheet-heading")
        for label, words in block.pairs:
            with Horizontal(classes="sheet-pair"):
                yield Static(Content.styled(label, "$muted"), classes="sheet-label")
                yield Static(Content(clean(words)), classes="sheet-text")
        for line in block.lines:
            yield Static(Content.styled(line, block.style), classes="letter-text")
