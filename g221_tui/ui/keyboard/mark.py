"""A mark that follows a key upwards, through the same queues, and so arrives after it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

ROUNDS = 8
"""How often it climbs at most. A key may lead to other messages, and those to others: enter in a
list that is unfolded leads to a choice, that to a value, and that to another focus."""
PATIENCE = 2.0
"""Seconds after which a mark that did not come back is given up: its widget went."""

Then = Callable[[], Awaitable[None]]
"""What is done once it has arrived."""


class Mark:
    """One mark at a time, in the widgets of one app."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._number = 0
        self._given_up: asyncio.TimerHandle | None = None
        self._quiet = False
        """Whether no message was on its way when it was at the top last."""
        self.under_way = False
        """Whether one has not arrived yet."""

    def follow(self, at: MessagePump, then: Then, *, once: bool = False) -> None:
        """Send one upwards from there; it arrives when all is done that was sent there before.

        Args:
            at: Where the key was sent to.
            then: What is done once it has arrived.
            once: Whether the key leads to nothing more, as one that writes.
        """
        self._number += 1
        self.under_way = True
        loop = asyncio.get_running_loop()
        number, self._quiet = self._number, once
        self._given_up = loop.call_later(
            PATIENCE, lambda: self._app.call_later(self._arrived, number, 1, then)
        )
        self._climb(at, number, ROUNDS, then)

    def _climb(self, at: MessagePump, number: int, rounds: int, then: Then) -> None:
        """Queue it at that widget, or at the next one above that still takes messages."""
        while at is not self._app and not at.call_later(self._passed, at, number, rounds, then):
            at = self._above(at)
        if at is self._app:
            self._app.call_later(self._arrived, number, rounds, then)

    def _passed(self, at: MessagePump, number: int, rounds: int, then: Then) -> None:
        if self.under_way and number == self._number:
            self._climb(self._above(at), number, rounds, then)

    async def _arrived(self, number: int, rounds: int, then: Then) -> None:
        """It is at the top; it climbs again until no message was on its way twice.

        Once is not enough: of each queue one message more may be in hand already.
        """
        if not self.under_way or number != self._number:
            return
        now = self._app.focused or self._app.screen
        before = self._quiet
        self._quiet = not any(each.message_queue_size for each in self._way(now))
        if rounds > 1 and not (before and self._quiet):
            self._climb(now, number, rounds - 1, then)
            return
        self.under_way = False
        if self._given_up is not None:
            self._given_up.cancel()
        await then()

    def _way(self, at: MessagePump) -> Iterator[MessagePump]:
        """What lies on the way up from there, the app included."""
        while at is not self._app:
            yield at
            at = self._above(at)
        yield at

    def _above(self, at: MessagePump) -> MessagePump:
        """What a message climbs to from there."""
        parent = at.parent if isinstance(at, DOMNode) else None
        return parent if parent is not None else self._app
