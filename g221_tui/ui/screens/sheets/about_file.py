"""Where the file is, and whose rules apply."""

from textual.content import Content

from g221_tui import __version__
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import counted
from g221_tui.ui.screens.sheets.sheet import Section, Sheet
from g221_tui.ui.session import Session

ADVICE = "Not legal advice: the consulate's own letter always wins."


def about_file(session: Session) -> Sheet:
    """The paths, the policies and the channels, each with its source."""
    reader, rules = session.tracker.reader, session.tracker.rules
    cases = len(session.book.cases) if session.book is not None else 0
    backups = len(reader.backups())
    return Sheet(
        "The file and the rules",
        Content(""),
        (
            Section(
                "File",
                (
                    ("Path", str(reader.repository.path.absolute())),
                    ("Holds", counted(cases, "case")),
                    ("Backups", f"{backups} in {reader.repository.pinned.parent}"),
                    ("Version", f"g221 {__version__}, {long_date(reader.today())}"),
                ),
            ),
            Section("Policies", tuple((p.title, p.cited) for p in rules.policies.values())),
            Section("Channels", tuple((c.name, c.cited) for c in rules.channels)),
            Section("", (ADVICE,), "$muted"),
        ),
    )
