"""The keys that are in force, as sentences name them."""

import re
from collections.abc import Mapping
from functools import cached_property

PLACE = re.compile(r"\{(\w+)\}")
"""Where a text of the program's own names an action; other braces stay."""


class NamedKeys:
    """Names the keys of the actions, the user's own among them."""

    def __init__(self) -> None:
        self.keys: Mapping[str, str] = {}
        """The user's own keys, by the ids of the actions; set before the first is named."""

    @cached_property
    def _key_names(self) -> Mapping[str, str]:
        # The actions know the session: they are loaded when the screen stands, not with it.
        from g221_tui.ui.actions.in_force import key_names

        return key_names(self.keys)

    def key(self, action: str) -> str:
        """How a sentence names the key of an action, as it is in force."""
        return self._key_names[action]

    @cached_property
    def _first_keys(self) -> Mapping[str, str]:
        from g221_tui.ui.actions.in_force import in_force

        return {each.id: each.key.partition(",")[0] for each in in_force(self.keys)}

    def struck(self, action: str) -> str:
        """The first key of an action as it is in force, as Textual calls it."""
        return self._first_keys[action]

    def with_keys(self, text: str) -> str:
        """A text of the program's own that names actions (`{tick}`), their keys in their places."""
        named = self._key_names
        return PLACE.sub(lambda found: named.get(found[1], found[0]), text)
