"""Where the user has something written that leaves the program."""

from pathlib import Path

from g221_tui.config import user_path
from g221_tui.errors import Refused
from g221_tui.service.reader import Reader


def outgoing_path(reader: Reader, typed: str) -> Path:
    """The file that the user names, which must not be that of the cases.

    Args:
        reader: It knows where the file of the cases lies.
        typed: The path, as typed.

    Raises:
        Refused: It is the file of the cases.
    """
    path = user_path(typed)
    if path.resolve() == reader.repository.path.resolve():
        raise Refused(f"{path} is the file of your cases: name another one.")
    return path
