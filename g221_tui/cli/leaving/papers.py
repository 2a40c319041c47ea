"""Export a brief or a packet: data on stdout or in a new file, what to know on stderr."""

from argparse import Namespace

from g221_tui.cli import text
from g221_tui.cli.leaving.options import BRIEF, PACKET
from g221_tui.config import config_path
from g221_tui.core.privacy.masking import Masker
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.lookup import known
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import NotUnderstood
from g221_tui.output.receivers import load_receivers
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.service.reader import Reader
from g221_tui.store.import_export import write_text

MASKED = "Names and numbers are masked; --full writes them."
FULL = "It holds names and numbers."


def export_paper(reader: Reader, arguments: Namespace) -> int:
    """Write a brief or a packet."""
    masker = None if arguments.full else reader.masker()
    name = known(arguments.format, (BRIEF, PACKET), "format")
    if name == BRIEF:
        whole = _brief(reader.day(arguments.case), masker, html=arguments.html)
    else:
        whole = _packet(reader, arguments, masker)
    if arguments.out is None:
        text.data(whole.removesuffix("\n"))
    else:
        path = outgoing_path(reader, arguments.out)
        saved_but = write_text(path, whole, force=arguments.force)
        text.talk(clean(f"Wrote the {name} to {path}. {saved_but}".strip()))
    text.talk(FULL if masker is None else MASKED)
    return 0


def _brief(day: CaseDay, masker: Masker | None, *, html: bool) -> str:
    from g221_tui.service.briefs import case_brief

    brief = case_brief(day, masker)
    if html:
        from g221_tui.output.paper.page import brief_page

        return brief_page(brief)
    from g221_tui.output.paper.markdown import markdown

    return markdown(brief)


def _packet(reader: Reader, arguments: Namespace, masker: Masker | None) -> str:
    every = ", ".join(each.id for each in load_receivers())
    if arguments.what is None:
        raise NotUnderstood(f"export packet needs who takes it; known: {every}.")
    from g221_tui.cli.letters.draft import beside
    from g221_tui.output.paper.page import packet_page
    from g221_tui.service.packets import Packets

    packets = Packets(reader.rules, config_path())
    made = packets.make(reader.day(arguments.case), arguments.what, masker)
    beside(made, arguments.case)
    return packet_page(made.packet)
