"""`python -m g221_tui`, and the console script `g221`."""

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPTED = 130
"""What a shell expects of a program that was interrupted."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold a Ctrl-C back for the tenth of a second in which the program loads.

    msgspec loses an interruption that comes while a kind of record is defined, and crashes when
    the kind is used.
    """
    if sys.platform == "win32":
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def main() -> None:
    """Run the command line and end with its exit code."""
    # Modules that load leave nothing to collect; the dashboard turns the collector on again.
    gc.disable()
    try:
        with uninterrupted():
            from g221_tui.cli.main import main as run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        code = INTERRUPTED
    # As it ends, the interpreter would look through all that was made for what can't be reached.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
