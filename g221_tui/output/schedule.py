"""Lines for the programs that start others by the clock: cron, systemd, launchd."""

import plistlib
import shlex
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

NAME = "g221-remind"
"""What the job is called."""
LABEL = "org.g221.remind"
"""What launchd calls it."""


def cron(words: Sequence[str], hour: int) -> str:
    """The line of a crontab; a percent sign would end the command there."""
    return f"0 {hour} * * * {shlex.join(words)}".replace("%", "\\%")


def systemd(words: Sequence[str], hour: int) -> str:
    """The two units, each under the name of its file."""
    command = " ".join(map(_for_systemd, words))
    return "\n".join(
        [
            f"# ~/.config/systemd/user/{NAME}.service",
            "[Unit]",
            "Description=g221: what is due",
            "",
            "[Service]",
            "Type=oneshot",
            f"ExecStart={command}",
            "",
            f"# ~/.config/systemd/user/{NAME}.timer",
            "[Unit]",
            "Description=g221: ask once a day what is due",
            "",
            "[Timer]",
            f"OnCalendar=*-*-* {hour:02}:00:00",
            "Persistent=true",
            "",
            "[Install]",
            "WantedBy=timers.target",
        ]
    )


def launchd(words: Sequence[str], hour: int) -> str:
    """The property list of a launch agent."""
    job = {
        "Label": LABEL,
        "ProgramArguments": list(words),
        "StartCalendarInterval": {"Hour": hour, "Minute": 0},
    }
    return plistlib.dumps(job, sort_keys=False).decode("utf-8").rstrip("\n")


def _for_systemd(word: str) -> str:
    """A word between quotes, with nothing in it that systemd would replace."""
    kept = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{kept}"'


SCHEDULES: Mapping[str, Callable[[Sequence[str], int], str]] = MappingProxyType(
    {"cron": cron, "systemd": systemd, "launchd": launchd}
)
"""By the name of the program."""
PLACES: Mapping[str, str] = MappingProxyType(
    {
        "cron": "Add the line with 'crontab -e'. cron has no desktop: for --notify use systemd.",
        "systemd": "Save the two parts as named,"
        f" then 'systemctl --user enable --now {NAME}.timer'.",
        "launchd": f"Save it as ~/Library/LaunchAgents/{LABEL}.plist,"
        " then 'launchctl load' that file.",
    }
)
"""Where each goes."""
