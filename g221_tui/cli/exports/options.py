"""What the options of an export mean together, and where it is written."""

from argparse import Namespace
from pathlib import Path

from g221_tui.config import user_path
from g221_tui.errors import NotUnderstood, Refused
from g221_tui.service.reader import Reader


def no_more(arguments: Namespace, form: str) -> None:
    """That nothing was asked for which this form does not have.

    Raises:
        NotUnderstood: Something was.
    """
    if arguments.receiver is not None:
        named = f"'{arguments.receiver}'"
        raise NotUnderstood(
            f"export {form} goes to no receiver, so {named} can't stand there;"
            f" 'g221 export packet {arguments.receiver}' names one."
        )
    if arguments.html and form == "json":
        raise NotUnderstood("export json is no page, so --html can't stand there; brief takes it.")


def out_path(reader: Reader, typed: str) -> Path:
    """The file that is named, which must not be that of the cases.

    Raises:
        Refused: It is.
    """
    path = user_path(typed)
    if path.resolve() == reader.repository.path.resolve():
        raise Refused(f"{path} is the file of your cases: name another one.")
    return path
