"""Whether this user may write the file at all."""

import os
from pathlib import Path

from g221_tui.errors import FileFault


def why_read_only(real: Path) -> FileFault | None:
    """Why the file can't be written by this user; none when it can."""
    if is_there(real) and not os.access(real, os.W_OK):
        return FileFault(f"you may read but not write {real}")
    folder = real.parent
    while not is_there(folder):
        folder = folder.parent
    if not folder.is_dir():
        return FileFault(f"the folder {real.parent} can't be made: {folder} is a file")
    if not os.access(folder, os.W_OK | os.X_OK):
        return FileFault(f"you may not write in the folder {folder}")
    return None


def is_there(path: Path) -> bool:
    """Whether something lies there that can be seen; never an error, as `Path.exists` may be."""
    return os.access(path, os.F_OK) or path == path.parent
