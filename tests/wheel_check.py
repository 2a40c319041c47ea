"""Say which files of the package a wheel lacks: `wheel_check.py WHEEL`."""

import sys
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "g221_tui"


def missing(wheel: Path) -> list[str]:
    """The files of the source tree's package that are not in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = (p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    names = (str(p.relative_to(PACKAGE.parent).as_posix()) for p in wanted)
    return sorted(name for name in names if name not in held)


if __name__ == "__main__":
    lacking = missing(Path(sys.argv[1]))
    sys.exit(f"The wheel lacks {', '.join(lacking)}" if lacking else 0)
