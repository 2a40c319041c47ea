"""Let the user's own editor change a text before it goes out."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from g221_tui.errors import Refused

EDITORS = ("VISUAL", "EDITOR")
"""The variables that name the editor, the first that is set."""


def edited(text: str) -> str:
    """The text as the user left it.

    Raises:
        Refused: There is no editor, or it ended without saving.
    """
    named = next(filter(None, map(os.environ.get, EDITORS)), "")
    try:
        words = shlex.split(named)
    except ValueError as problem:
        raise Refused(f"EDITOR is '{named}', which can't be read: {problem}.") from problem
    if not words:
        raise Refused("--edit needs an editor: set EDITOR, for example EDITOR=nano.")
    handle, name = tempfile.mkstemp(suffix=".txt", prefix="g221-")  # for its owner alone
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{text}\n")
        if code := subprocess.run([*words, name], check=False).returncode:
            raise Refused(f"The editor {words[0]} ended with {code}: nothing was drafted.")
        return path.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"The editor {words[0]} could not be used: {problem}.") from problem
    finally:
        path.unlink(missing_ok=True)
