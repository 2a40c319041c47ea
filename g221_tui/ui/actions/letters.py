"""The action that writes a letter: it asks for what is missing, then shows the draft."""

from typing import TYPE_CHECKING

from g221_tui.errors import G221Error
from g221_tui.ui.actions.tools import ActionTools, channel_invited, channel_named

if TYPE_CHECKING:
    from g221_tui.ui.screens.letters.in_hand import LetterInHand


async def write(run: ActionTools, subject: object) -> str | None:
    """The letter for the channel of the row, else for the one that the next step speaks of."""
    channel = channel_named(subject) or channel_invited(run) or _first(run)
    return await write_to(run, channel)


def _first(run: ActionTools) -> str:
    """The gentlest of the channels on which somebody answers."""
    people = (each for each in run.session.tracker.rules.channels if each.human)
    return min(people, key=lambda channel: channel.gentleness).id


async def _ask(run: ActionTools, hand: "LetterInHand") -> None:
    """Ask for each fact that the letter wants, once; an answer may bring up another question."""
    from g221_tui.ui.screens.letters.missing_facts import MissingFacts

    session = run.session
    while session.may_record:
        wanted = [m for m in hand.asks if (hand.case, m.fact) not in session.left_out]
        if not wanted:
            return
        done = await run.ask(MissingFacts(session, wanted))
        session.left_out |= {(hand.case, missing.fact) for missing in wanted}
        if done is None:
            return
        hand.make(hand.purpose)


async def write_to(run: ActionTools, channel: str) -> str | None:
    """The letter for a channel.

    Args:
        run: What asks and records.
        channel: The id of the channel.
    """
    from g221_tui.ui.screens.letters.in_hand import LetterInHand
    from g221_tui.ui.screens.letters.letter_sheet import LetterSheet

    try:
        hand = LetterInHand(run.session, channel)
        await _ask(run, hand)
    except G221Error as problem:
        run.complain(problem)
        return None
    return run.told(await run.ask(LetterSheet(hand)))
