"""Which day of the wait it is, in words: the two counts, and whether asking is open."""

from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.views import ChannelState, ChannelView, Snapshot


def day_words(snapshot: Snapshot) -> tuple[str, ...]:
    """The words, the longest first: a face takes the first that it has room for.

    `Day 0 of 60 · 33 since the refusal`, `Day 134 · asking open since day 60`; the stage where
    nothing waits.
    """
    wait = snapshot.wait
    if wait.elapsed_days is None or wait.wait_days is None:
        return (snapshot.stage.name,)
    day = f"Day {wait.elapsed_days}"
    if not wait.days_left:
        return (*(f"{day}{BETWEEN}{words}" for words in _asking(snapshot)), day)
    short = f"{day} of {wait.wait_days}"
    refused = snapshot.case.refused_on
    if refused is None or wait.anchor is None or refused >= wait.anchor:
        return (short,)
    since = f"{(snapshot.today - refused).days} since"
    return (f"{short}{BETWEEN}{since} the refusal", f"{short}{BETWEEN}{since} refusal", short)


def _asking(snapshot: Snapshot) -> tuple[str, ...]:
    """Whether one may ask, once the wait is over: since when, again, or only after a rest."""
    people = [channel for channel in snapshot.channels if channel.human]
    usable = [channel for channel in people if channel.state is ChannelState.OPEN]
    if not usable:
        resting = [c.days_left for c in people if c.state is ChannelState.RESTING]
        left = min((days for days in resting if days is not None), default=None)
        return () if left is None else (f"asking rests {left}d",)
    if any(_asked_since(channel, snapshot) for channel in usable):
        return ("asking open again", "asking open")
    wait, opened = snapshot.wait, [c.opens_on for c in usable if c.opens_on is not None]
    if wait.anchor is None or wait.wait_until is None or not opened or min(opened) < wait.anchor:
        return ("asking open",)
    # Where a stage has its own wait, a way may have opened before that of the case was over.
    first = min(wait.wait_until, *opened)
    return (f"asking open since day {(first - wait.anchor).days}", "asking open")


def _asked_since(channel: ChannelView, snapshot: Snapshot) -> bool:
    """Whether it was used after the wait was over."""
    until, last = snapshot.wait.wait_until, channel.last_contact
    return last is not None and until is not None and last >= until
