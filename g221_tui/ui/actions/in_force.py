"""The actions with the keys that they really have, and how the screens name these."""

from collections.abc import Mapping
from types import MappingProxyType

from g221_tui.ui.actions.action import Action
from g221_tui.ui.actions.all_actions import ACTIONS
from g221_tui.ui.keyboard.keymap import shown
from g221_tui.ui.widgets.keys import STAYS, Key

NONE: Mapping[str, str] = MappingProxyType({})
"""No keys of the user's own."""


def in_force(keys: Mapping[str, str]) -> tuple[Action, ...]:
    """All actions with the keys that they really have.

    Args:
        keys: The user's own keys, by the ids of the actions.
    """
    return tuple(
        action._replace(key=own, shown_key=shown(own)) if (own := keys.get(action.id)) else action
        for action in ACTIONS
    )


def key_names(keys: Mapping[str, str]) -> dict[str, str]:
    """How a sentence names the first key of each action: `{tick}`, and `{Tick}` where it begins.

    Args:
        keys: The user's own keys, by the ids of the actions.
    """
    named: dict[str, str] = {}
    for action in in_force(keys):
        name = shown(action.key.partition(",")[0])
        named[action.id] = name
        named[action.id.capitalize()] = name[:1].upper() + name[1:] if len(name) > 1 else name
    return named


def footer_keys(keys: Mapping[str, str] = NONE) -> tuple[Key, ...]:
    """What the footer may name, with the user's own keys."""
    return tuple(
        Key(
            action.id,
            action.key.partition(",")[0],
            action.shown_key or action.key,
            action.label,
            stays=action.footer or STAYS,
            with_case=action.footer > 0,
            without_case=action.begins,
        )
        for action in in_force(keys)
        if action.footer or action.begins
    )


def records(key: str, keys: Mapping[str, str] = NONE) -> bool:
    """Whether that key changes the file."""
    return any(action.records and key in action.key.split(",") for action in in_force(keys))
