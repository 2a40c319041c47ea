"""The shell that g221 was started from: whether it can go on meanwhile, and going to sleep."""

import os
import signal
import sys


def has_shell() -> bool:
    """Whether a shell with job control would take the terminal, and could wake g221 again.

    Such a shell gives each job a group of its own, within the session of both.
    """
    if sys.platform == "win32":
        return False
    try:
        return os.getsid(os.getppid()) == os.getsid(0) != os.getpgrp()
    except OSError:
        return False


def sleep() -> None:
    """Stop the whole job: what started g221 within it would hold the terminal."""
    if sys.platform != "win32":
        os.killpg(os.getpgrp(), signal.SIGTSTP)
