"""Let the user's own editor change a text before it goes out."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from g221_tui.errors import Refused
from g221_tui.own_text import own_text

EDITORS = ("VISUAL", "EDITOR")
"""The variables that name the editor, the first that is set."""
NAME = "letter.txt"
"""What the file is called that the editor is given."""


def editor() -> list[str]:
    """The words of the command that the user named as the editor.

    Raises:
        Refused: None is named, or it can't be read.
    """
    named = next(filter(None, map(os.environ.get, EDITORS)), "")
    try:
        words = shlex.split(named)
    except ValueError as problem:
        raise Refused(f"EDITOR is '{named}', which can't be read: {problem}.") from problem
    if not words:
        raise Refused("There is no editor: set EDITOR before g221, for example EDITOR=nano.")
    return words


def edited(text: str) -> str:
    """The text as the user left it.

    Raises:
        Refused: There is no editor, or it ended without saving.
    """
    words = editor()
    try:
        # A folder of its own, for its owner alone: what the editor leaves beside the text goes too.
        with tempfile.TemporaryDirectory(prefix="g221-") as folder:
            path = Path(folder) / NAME
            path.write_text(f"{text}\n", encoding="utf-8")
            if code := subprocess.run([*words, str(path)], check=False).returncode:
                raise Refused(
                    f"The editor {words[0]} ended with {code}: what it wrote is not used."
                )
            return own_text(path).rstrip("\n")
    except OSError as problem:
        why = (problem.strerror or str(problem)).lower()
        raise Refused(f"The editor {words[0]} could not be used: {why}.") from problem
    except UnicodeError:
        raise Refused(f"The editor {words[0]} could not be used: it must keep UTF-8.") from None
