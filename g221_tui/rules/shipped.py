"""The rules that come with the package, as the program reads them."""

from pathlib import Path

import msgspec

from g221_tui.core.rulebook.all_rules import Rules

DATA = Path(__file__).parents[1] / "data"
"""What comes with the package (importlib.resources costs as much as reading it)."""
MADE = DATA / "rules.json"
"""The rules in one file, made from the TOML beside it by `g221_tui.rules.from_toml`."""
OWN_POLICIES = ("guide", "state", "ask-never")
"""The policies that come with the package, the default first."""
POSTS_FILE = "posts.toml"
"""The posts, in the package's data and in the user's configuration folder."""


def shipped_rules() -> Rules:
    """All rules that come with the package."""
    return msgspec.json.decode(MADE.read_bytes(), type=Rules)
