"""`python -m g221_tui`, and the console script `g221`."""

import gc
import sys

INTERRUPTED = 130
"""What a shell expects of a program that was interrupted."""


def main() -> None:
    """Run the command line and end with its exit code."""
    # Modules that load leave nothing to collect; the dashboard turns the collector on again.
    gc.disable()
    try:
        from g221_tui.cli.main import main as run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
