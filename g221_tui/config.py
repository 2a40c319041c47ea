"""Where things lie: the user's file and configuration folder."""

import os
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "case.json"
"""The name of the user's file in its own folder."""


def file_path(given: str | None, environ: Mapping[str, str] | None = None) -> Path:
    """The file to use: as given, else `G221_FILE`, else the user's data folder."""
    env = os.environ if environ is None else environ
    named = given or env.get("G221_FILE")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("g221", appauthor=False) / FILE_NAME


def config_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where the user's own policies lie: `G221_CONFIG`, else the configuration folder."""
    env = os.environ if environ is None else environ
    if named := env.get("G221_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("g221", appauthor=False)
