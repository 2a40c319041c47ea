"""The file of one backup: written durably where it is a copy, compressed once it is an older one.

Ten copies of a large file would otherwise take ten times its room. The newest backup is always the
very file that was replaced. When the next one is kept, it is written compressed (gzip, which other
programs open too) before its plain file goes.
"""

import os
import zlib
from contextlib import suppress
from pathlib import Path

from g221_tui.errors import DamagedFile, StoreError
from g221_tui.store import atomic, signature
from g221_tui.store.places import replacing

ENDING = ".gz"
"""How the name of a compressed file ends."""
LARGE = 64 * 1024
"""From how many bytes on a backup is compressed; ten smaller ones take little room as they are."""
LEVEL = 1
"""How hard gzip tries: the file of a year takes some 2 ms, and a seventh of its room."""
GZIP = 31
"""What tells zlib to write and read gzip's format."""
MARK = b"\x1f\x8b"
"""How such a file begins."""
LARGEST = 2**30
"""How many bytes a compressed file may hold."""


def is_worth_it(path: Path) -> bool:
    """Whether it is a plain file that takes much room."""
    with suppress(OSError):
        return path.suffix != ENDING and path.lstat().st_size >= LARGE
    return False


def compress(path: Path) -> None:
    """Puts a compressed file in the place of a plain one; where that fails, the plain one stays."""
    with suppress(OSError, StoreError):
        found = signature.read(path)
        if found is not None:
            packing = zlib.compressobj(LEVEL, wbits=GZIP)
            data = packing.compress(found[0]) + packing.flush()
            write(path.with_name(path.name + ENDING), data, path.stat())
            path.unlink()


def write(path: Path, data: bytes, former: os.stat_result) -> None:
    """Writes a backup durably, with the owner, the mode and the times of the file it is of.

    Raises:
        OSError: The disk did not take it; nothing of it is left.
    """
    atomic.sweep(path)
    temporary = atomic.temporary(path)
    try:
        atomic.fill(temporary, data, former)
        with suppress(OSError):  # some disks let nobody set a time
            os.utime(temporary, ns=(former.st_atime_ns, former.st_mtime_ns))
        replacing.put(temporary, path)
        atomic.sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def plain(data: bytes) -> bytes:
    """What a file holds, compressed or not.

    Raises:
        DamagedFile: It is compressed and can't be read.
    """
    if not data.startswith(MARK):
        return data
    unpacking = zlib.decompressobj(GZIP)
    try:
        found = unpacking.decompress(data, LARGEST)
    except zlib.error:
        raise DamagedFile("it is a compressed file that was spoilt") from None
    if not unpacking.eof or unpacking.unused_data:
        raise DamagedFile("it is a compressed file that is not whole")
    return found
