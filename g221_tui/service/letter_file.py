"""Write a letter to a file of its own."""

from pathlib import Path

from g221_tui.errors import Refused
from g221_tui.service.reader import Reader
from g221_tui.store.import_export import write_text


def write_letter(reader: Reader, path: Path, text: str, *, force: bool = False) -> str:
    """Write it for the user alone; never over the file of the cases.

    Args:
        reader: It knows where the file of the cases lies.
        path: Where to.
        text: The letter.
        force: Whether it may take the place of what lies there.

    Returns:
        What could not be promised ("" when all is well).

    Raises:
        Refused: That is the file of the cases.
        StoreError: Something lies there and may not be replaced, or the disk did not take it.
    """
    if path.resolve() == reader.repository.path.resolve():
        raise Refused(f"{path} is the file of your cases: name another one.")
    return write_text(path, f"{text}\n", force=force)
