"""What is to leave the program, and what its file is called unless the user names another."""

from enum import StrEnum
from itertools import count

import msgspec

from g221_tui.config import user_path


class Format(StrEnum):
    """What `export` writes, by the words that it takes."""

    JSON = "json"
    TABLE = "csv"
    CALENDAR = "ics"
    BRIEF = "brief"
    PACKET = "packet"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to write."""

    format: Format
    what: str = ""
    """Of a table which one, of a packet who takes it; empty for the others."""
    html: bool = False
    """A brief as a page to print; else as Markdown. A packet is always a page."""
    bom: bool = False
    """Of a table: begin with the mark by which Excel knows UTF-8."""
    full: bool = False
    """With names and numbers; else they are masked."""

    @property
    def file_name(self) -> str:
        """A name that says what it is, and names nobody."""
        words = {
            Format.JSON: "export",
            Format.TABLE: self.what,
            Format.CALENDAR: "calendar",
            Format.BRIEF: "brief",
            Format.PACKET: f"packet-{self.what}",
        }
        page = self.format is Format.PACKET or self.html
        paper = self.format in (Format.BRIEF, Format.PACKET)
        end = ("html" if page else "md") if paper else self.format.value
        return f"g221-{words[self.format]}{'' if self.full else '-masked'}.{end}"


def offered_path(wanted: Wanted) -> str:
    """A file in the home folder that is not there yet."""
    name, dot, end = f"~/{wanted.file_name}".rpartition(".")
    if not user_path(f"{name}.{end}").exists():
        return f"{name}{dot}{end}"
    numbered = (f"{name}-{number}{dot}{end}" for number in count(2))
    return next(path for path in numbered if not user_path(path).exists())
