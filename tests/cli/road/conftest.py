"""A walk along the road is hundreds of commands: the data files are parsed once, not each time."""

import pickle
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

parse: Callable[..., dict[str, Any]] = tomllib.loads


@cache
def parsed(text: str) -> bytes:
    """The content of a TOML text, packed: whoever unpacks it has a copy of their own."""
    return pickle.dumps(parse(text))


@pytest.fixture(autouse=True)
def quick_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a text that was parsed before by unpacking it."""
    monkeypatch.setattr(tomllib, "loads", lambda text: pickle.loads(parsed(text)))
