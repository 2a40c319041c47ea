"""Makes and writes what leaves the program: the one way of the command line and the dashboard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from g221_tui.core.letters.letter import Missing
from g221_tui.core.text.lookup import known
from g221_tui.core.text.phrases import counted
from g221_tui.service.done import Done
from g221_tui.service.exports.wanted import Format, Wanted
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.service.reader import Reader
from g221_tui.store import codec
from g221_tui.store.import_export import write_bytes

if TYPE_CHECKING:
    from g221_tui.service.packets import Made, Packets


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was made, and is to be printed or written."""

    data: bytes
    """All of it."""
    told: str
    """What it is, within a sentence, and whether it is masked."""
    early: str = ""
    """Of a packet: that it is too early to send its letter; empty when it is not."""
    missing: tuple[Missing, ...] = ()
    """Of a packet: the facts whose lines are left out of its letter."""
    notes: tuple[str, ...] = ()
    """What to know of it."""
    delivered: Callable[[], tuple[str, ...]] = tuple
    """To be called once it is printed or written; gives what to know then."""


class Exports:
    """Makes what leaves the program from one file of cases."""

    def __init__(self, reader: Reader, config: Path, kept_in: Path) -> None:
        """Nothing is read yet.

        Args:
            reader: The file.
            config: The folder with the templates of the user's own.
            kept_in: The folder that holds what calendars were told before.
        """
        self._reader = reader
        self._config = config
        self._kept_in = kept_in
        self._packets: Packets | None = None

    def make(self, wanted: Wanted, case: str | None = None) -> Outgoing:
        """What is wanted, of a case; of the whole file where that is wanted.

        Args:
            wanted: What to make.
            case: The id of the case; none for the one in hand.

        Raises:
            NotUnderstood: There is no such table or receiver.
            Refused: There is no such case, or it leaves no letter to write.
        """
        if wanted.format is Format.JSON:
            return self._whole_file(wanted)
        makers = {
            Format.TABLE: self._table,
            Format.CALENDAR: self._calendar,
            Format.BRIEF: self._brief,
            Format.PACKET: self._packet,
        }
        return makers[wanted.format](wanted, case)

    def write(self, made: Outgoing, typed: str, *, force: bool = False) -> Done:
        """Write it to a file for the user alone.

        Args:
            made: What was made.
            typed: The path, as typed.
            force: Also over a file that is there.

        Raises:
            Refused: It is the file of the cases.
            StoreError: Something lies there already, or the disk did not take it.
        """
        path = outgoing_path(self._reader, typed)
        saved_but = write_bytes(path, made.data, force=force)
        sentence = f"Wrote {made.told} to {path}."
        return Done(sentence=sentence, notes=made.delivered(), saved_but=saved_but)

    def packet(self, wanted: Wanted, case: str | None = None) -> "Made":
        """The parts of a packet, with what its letter lacks; the errors are those of `make`."""
        if self._packets is None:
            from g221_tui.service.packets import Packets

            self._packets = Packets(self._reader.rules, self._config)
        masker = None if wanted.full else self._reader.masker()
        return self._packets.make(self._reader.day(case), wanted.what, masker)

    def _whole_file(self, wanted: Wanted) -> Outgoing:
        told = "the whole file" if wanted.full else "the file with identifiers masked"
        return Outgoing(data=codec.encode(self._reader.export(full=wanted.full)), told=told)

    def _table(self, wanted: Wanted, case: str | None) -> Outgoing:
        """Contacts, documents or timeline."""
        from g221_tui.core.outgoing.sheets import SHEETS
        from g221_tui.output.csv_file import written

        name, day = known(wanted.what, SHEETS, "table"), self._reader.day(case)
        masker = None if wanted.full else self._reader.masker()
        sheet = SHEETS[name](day, masker)
        return Outgoing(data=written(sheet, bom=wanted.bom), told=_how(f"the {name}", wanted))

    def _calendar(self, wanted: Wanted, case: str | None) -> Outgoing:
        """The days of a case; what a calendar is told is remembered once it is delivered."""
        from g221_tui.service.calendar import Calendars
        from g221_tui.store.own_files.memory import CALENDAR, Memory

        calendars: Calendars = Calendars(self._reader, Memory(self._kept_in / CALENDAR))
        made = calendars.make(case, full=wanted.full)
        gone = f"{made.withdrawn} taken back" if made.withdrawn else "none taken back"
        holds = f"{counted(made.entries, 'day')} in it, {gone}; exported again it updates."

        def delivered() -> tuple[str, ...]:
            return (holds, *filter(None, (made.note, calendars.remember(made))))

        return Outgoing(data=made.data, told=_how("a calendar", wanted), delivered=delivered)

    def _brief(self, wanted: Wanted, case: str | None) -> Outgoing:
        from g221_tui.service.briefs import case_brief

        masker = None if wanted.full else self._reader.masker()
        brief = case_brief(self._reader.day(case), masker)
        if wanted.html:
            from g221_tui.output.paper.page import brief_page

            text = brief_page(brief)
        else:
            from g221_tui.output.paper.markdown import markdown

            text = markdown(brief)
        return Outgoing(data=text.encode(), told=_how("the brief", wanted))

    def _packet(self, wanted: Wanted, case: str | None) -> Outgoing:
        from g221_tui.output.paper.page import packet_page

        made = self.packet(wanted, case)
        return Outgoing(
            data=packet_page(made.packet).encode(),
            told=_how("the packet", wanted),
            early=made.early,
            missing=made.missing,
            notes=made.notes,
        )


def _how(name: str, wanted: Wanted) -> str:
    return f"{name} in full" if wanted.full else f"{name} with identifiers masked"
