"""What is due and was not said before: one line for a date and each warning day it reaches.

What was said is remembered by id and day alone, so that the memory names nobody.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

import msgspec

from g221_tui.core.outgoing.outgoing_rules import ReminderRules
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.phrases import several
from g221_tui.core.views import ChannelState, DeadlineView, Snapshot

CHANNEL, DOCUMENTS = "channel", "documents"
"""The kinds of the next step that have a rule of their own here: `next.toml` names them."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of something."""

    on: date
    """The day that it is about; of a step without one the day it was said."""
    days: int | None = None
    """Of a date: the lowest warning day that was said."""


def due(
    shown: Snapshot, said: Mapping[str, Said], rules: ReminderRules
) -> tuple[tuple[str, ...], dict[str, Said]]:
    """The lines to say of a case today, and what has been said with them.

    Args:
        shown: The snapshot of the case.
        said: What was said before.
        rules: When and how it is said.
    """
    after, current = dict(said), set[str]()
    lines: list[str] = []
    for deadline in shown.deadlines:
        level = _level(deadline, rules)
        key = f"{deadline.id}.{deadline.record or ''}.{deadline.date}"
        current.add(key)
        before = after.get(key)
        if level is None or (before and before.days is not None and before.days <= level):
            continue
        after[key] = Said(on=deadline.date, days=level)
        lines.append(_of_deadline(deadline, shown.today, rules))
    for key, on, line in (*_opened(shown, rules), *_step(shown)):
        current.add(key)
        if key not in after:
            after[key] = Said(on=on)
            lines += [line] if line else []
    # What still stands is never forgotten, however long ago it was: it would be said again.
    oldest = shown.today - timedelta(days=rules.kept_days)
    kept = {k: each for k, each in after.items() if k in current or each.on >= oldest}
    return tuple(dict.fromkeys(lines)), kept


def _level(deadline: DeadlineView, rules: ReminderRules) -> int | None:
    """The warning day it has reached, the lowest one; none before the first, or once it is done."""
    reached = [days for days in rules.days if deadline.days_left <= days]
    return None if deadline.quiet else min(reached, default=None)


def _of_deadline(deadline: DeadlineView, today: date, rules: ReminderRules) -> str:
    words = rules.ahead if deadline.days_left > 0 else rules.over
    line = (words if deadline.days_left else rules.today).format(
        title=deadline.title,
        date=long_date(deadline.date),
        distance=distance(deadline.date, today),
    )
    return f"{line}{rules.estimate}" if deadline.estimate else line


def _opened(shown: Snapshot, rules: ReminderRules) -> Iterator[tuple[str, date, str]]:
    """The channels that may be used by now, those of one day in one line.

    Only where asking is the next step: while something is owed, or an office was just asked,
    a channel that opens is no news.
    """
    if shown.next.kind != CHANNEL:
        return
    channels = [
        (c.opens_on, c)
        for c in shown.channels
        if c.human and c.state is ChannelState.OPEN and c.opens_on is not None
    ]
    for on, group in groupby(sorted(channels, key=lambda each: each[0]), key=lambda each: each[0]):
        found = [channel for _, channel in group]
        names = several([channel.name for channel in found])
        line = rules.opened.format(channels=names, date=long_date(on))
        for place, channel in enumerate(found):
            yield f"{channel.id}.{on}", on, "" if place else line


def _step(shown: Snapshot) -> Iterator[tuple[str, date, str]]:
    """A next step that should not be put off and has no day of its own: a notice, the passport."""
    step = shown.next
    if shown.attention.presses and step.date is None and step.kind != DOCUMENTS:
        mark = hashlib.sha256(step.text.encode("utf-8", "replace")).hexdigest()[:16]
        yield f"{step.kind}.{mark}", shown.today, step.text
