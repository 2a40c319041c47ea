"""The command `completion`: prints what has a shell complete g221's commands, options and words."""

from argparse import Namespace
from collections.abc import Mapping
from types import MappingProxyType

from g221_tui.cli import text
from g221_tui.core.text.lookup import known
from g221_tui.rules import DATA

SHELLS: Mapping[str, str] = MappingProxyType(
    {
        "bash": "g221 completion bash > ~/.local/share/bash-completion/completions/g221",
        "zsh": "g221 completion zsh > a folder of your fpath, as _g221; then open a new shell",
        "fish": "g221 completion fish > ~/.config/fish/completions/g221.fish",
    }
)
"""The shells, and how each is told."""


def completion(arguments: Namespace) -> int:
    """Print it, and say where it goes where a person looks on."""
    shell = known(arguments.shell, SHELLS, "shell")
    made = (DATA / "completion" / f"g221.{shell}").read_text(encoding="utf-8")
    text.data(made.removesuffix("\n"))
    if text.on_terminal():
        text.talk(f"To keep it: {SHELLS[shell]}")
    return 0
