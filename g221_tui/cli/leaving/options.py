"""What the options of an export mean together."""

from argparse import Namespace

from g221_tui.errors import NotUnderstood

TABLE, BRIEF, PACKET = "csv", "brief", "packet"
"""The formats that take more words than the others."""


def must_fit(arguments: Namespace, name: str) -> None:
    """That nothing was asked for which this format does not have.

    Raises:
        NotUnderstood: Something was.
    """
    if arguments.what is not None and name not in (TABLE, PACKET):
        from g221_tui.core.outgoing.sheets import SHEETS

        meant = TABLE if arguments.what in SHEETS else PACKET
        raise NotUnderstood(
            f"'g221 export {name}' is one whole, so '{arguments.what}' can't stand there;"
            f" 'g221 export {meant} {arguments.what}' takes it."
        )
    for asked, option, takes in (
        (arguments.html, "--html", (BRIEF, PACKET)),
        (arguments.bom, "--bom", (TABLE,)),
    ):
        if asked and name not in takes:
            raise NotUnderstood(f"'g221 export {name}' takes no {option}; {takes[0]} does.")
