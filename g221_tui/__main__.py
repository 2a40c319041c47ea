"""`python -m g221_tui`, and the console script `g221`."""

import sys


def main() -> None:
    """Run the command line and end with its exit code."""
    from g221_tui.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
