"""Reads the rules: those of the package, and the user's own files of policies and posts."""

from pathlib import Path

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.rules.shipped import DATA as DATA
from g221_tui.rules.shipped import shipped_rules


def load_rules(config: Path | None = None) -> Rules:
    """All rules; `config` is the user's configuration folder, its policies and posts are added.

    Raises:
        G221Error: when a file of the user's can't be read; the message names it.
    """
    rules = shipped_rules()
    if config is None or not _lies_there(config):
        return rules
    from g221_tui.rules.own_files import with_own_files

    return with_own_files(rules, config)


def _lies_there(config: Path) -> bool:
    """Whether something may be in the folder; what can't be seen is said by who reads it."""
    try:
        config.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True
