"""What the options of an export mean together."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from g221_tui.config import user_path
from g221_tui.errors import AlreadyThere, NotUnderstood
from g221_tui.service.exports.wanted import Format


def must_fit(arguments: Namespace, format: Format) -> None:
    """That all was said which this format needs, and nothing asked for which it does not have.

    Raises:
        NotUnderstood: Something was, or was not.
    """
    if arguments.what is not None and format not in (Format.TABLE, Format.PACKET):
        from g221_tui.core.outgoing.sheets import SHEETS

        meant = Format.TABLE if arguments.what in SHEETS else Format.PACKET
        raise NotUnderstood(
            f"'g221 export {format}' is one whole, so '{arguments.what}' can't stand there;"
            f" 'g221 export {meant} {arguments.what}' takes it."
        )
    if arguments.what is None:
        _must_say_what(format)
    for asked, option, takes in (
        (arguments.html, "--html", (Format.BRIEF, Format.PACKET)),
        (arguments.bom, "--bom", (Format.TABLE,)),
    ):
        if asked and format not in takes:
            raise NotUnderstood(f"'g221 export {format}' takes no {option}; {takes[0]} does.")


@contextmanager
def naming_force(typed: str) -> Iterator[None]:
    """Where a file lies in the way of another, the option that writes over it is named.

    Args:
        typed: The path, as typed.

    Raises:
        AlreadyThere: Something lies there.
    """
    try:
        yield
    except AlreadyThere as problem:
        if not user_path(typed).is_file():
            raise
        advice = f"{problem.advice}; --force writes over it"
        raise AlreadyThere(problem.fault.why, advice=advice) from None


def _must_say_what(format: Format) -> None:
    """That nothing more has to be said.

    Raises:
        NotUnderstood: Which table, or who takes the packet.
    """
    if format is Format.TABLE:
        from g221_tui.core.outgoing.sheets import SHEETS

        raise NotUnderstood(f"'g221 export csv' needs one of {', '.join(SHEETS)}.")
    if format is Format.PACKET:
        from g221_tui.output.receivers import load_receivers

        every = ", ".join(each.id for each in load_receivers())
        raise NotUnderstood(f"export packet needs who takes it; known: {every}.")
