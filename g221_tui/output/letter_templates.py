"""Reads the templates of letters: the package's own, and those of the user beside the settings.

Each is a text with front matter (TOML between two lines of `+++`). A user's file for a channel and
a purpose takes the place of ours. What is wrong with one is said with its name, field and line.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from g221_tui.core.fields.table import case_fields
from g221_tui.core.letters.template import LetterTemplate
from g221_tui.core.model import Purpose
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import G221Error
from g221_tui.own_text import own_text

FOLDER = "letters"
"""The folder of the templates, in the package's data and beside the user's settings."""
OURS = Path(__file__).parents[1] / "data" / FOLDER
PACKETS = "packets"
"""The folder of the letters that only packets have, in both places."""
PARTS = "parts"
"""The folder of the pieces that several templates share."""
EVENTS = "events.toml"
"""The days of events that every template may name."""
FENCE = "+++\n"
"""What stands before and after the front matter."""
NAMED = ".txt"
"""How the name of a template ends."""


class Templates(msgspec.Struct, frozen=True, kw_only=True):
    """Every template, the user's own first, and the shared parts by their names."""

    every: tuple[LetterTemplate, ...]
    parts: dict[str, str]

    def find(self, channel: str, purpose: Purpose) -> LetterTemplate | None:
        """The template for a channel and a purpose, the user's before ours."""
        fitting = (t for t in self.every if channel in t.channels and purpose in t.purposes)
        return next(fitting, None)

    def named(self, name: str) -> LetterTemplate | None:
        """The template whose file has that name, the user's before ours."""
        return next((t for t in self.every if t.name == name), None)

    def purposes(self, channel: str) -> tuple[Purpose, ...]:
        """What there is a letter for on that channel, in the order of the purposes."""
        return tuple(each for each in Purpose if self.find(channel, each) is not None)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that have one, in the order of the templates."""
        return tuple(dict.fromkeys(c for template in self.every for c in template.channels))


def load_templates(config: Path | None, rules: Rules) -> Templates:
    """Read them.

    Args:
        config: The user's configuration folder; none for ours alone.
        rules: The channels, kinds of event and facts that they may name.

    Raises:
        G221Error: A template of the user's can't be read, or is none; the message names it.
    """
    return _of_folder(FOLDER, config, rules)


def load_packet_letters(config: Path | None, rules: Rules) -> Templates:
    """Read the templates that only packets have; arguments and errors are those above."""
    return _of_folder(PACKETS, config, rules)


def _of_folder(name: str, config: Path | None, rules: Rules) -> Templates:
    """The templates of a folder, the user's own first."""
    events = _table(OURS / EVENTS)
    ours = [_template(path, events, rules, own=False) for path in _files(OURS.with_name(name))]
    paths = [] if config is None else _files(config / name)
    own = [_template(path, events, rules, own=True) for path in paths]
    parts = {path.stem: _text(path) for path in _files(OURS / PARTS)}
    return Templates(every=(*own, *ours), parts=parts)


def _files(folder: Path) -> list[Path]:
    """The templates of a folder; none where there is no such folder.

    Raises:
        G221Error: The folder is there and can't be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(NAMED))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise G221Error(f"The folder {folder} can't be read: {_reason(problem)}.") from problem


def _template(path: Path, events: Mapping[str, str], rules: Rules, *, own: bool) -> LetterTemplate:
    where = f"The letter template {path}"
    _, fence, rest = _text(path).partition(FENCE)
    front, closed, body = rest.partition(f"\n{FENCE}")
    if not fence or not closed:
        raise G221Error(f"{where} must begin with its front matter between two lines of +++.")
    try:
        table = {**tomllib.loads(front), "name": path.stem, "where": where if own else ""}
        template = msgspec.convert({**table, "body": body}, LetterTemplate)
        template = msgspec.structs.replace(template, events={**events, **template.events})
    except (ValueError, msgspec.ValidationError, RecursionError) as problem:
        raise G221Error(f"{where}: {str(problem).rstrip('.')}.") from problem
    if fault := _fault(template, rules):
        raise G221Error(f"{where}: {fault}.")
    return template


def _fault(template: LetterTemplate, rules: Rules) -> str:
    """Which of its names is no known one; empty where all are known."""
    facts = [field.name for field in case_fields()]
    asks = (*template.asks, *template.asks_petition, *template.asks_if_applicant)
    named = {
        "channel": ((*template.channels, *template.tried), [c.id for c in rules.every_channel]),
        "event kind": (template.events.values(), [kind.id for kind in rules.event_kinds]),
        "fact": (asks, [*facts, *template.events]),
    }
    for what, (names, known) in named.items():
        for name in names:
            if name not in known:
                return f"'{name}' is no {what}; known: {', '.join(known)}"
    if template.needs and not template.needs_because:
        return "needs_because must say why there is no letter"
    return ""


def _table(path: Path) -> dict[str, str]:
    return tomllib.loads(_text(path))


def _text(path: Path) -> str:
    """The text of a file.

    Raises:
        G221Error: It can't be read.
    """
    try:
        text = own_text(path)
    except OSError as problem:
        raise G221Error(f"The file {path} can't be read: {_reason(problem)}.") from problem
    except UnicodeDecodeError as problem:
        raise G221Error(f"The file {path} is not text in UTF-8: {problem.reason}.") from problem
    return text


def _reason(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()
