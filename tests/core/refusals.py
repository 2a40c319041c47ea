"""What is refused: the named error, in one line that a person can act on."""

from collections.abc import Callable

import pytest

from g221_tui.errors import G221Error


def refusal(error: type[G221Error], action: Callable[[], object]) -> str:
    """The message with which the action is refused by exactly this error."""
    with pytest.raises(error) as caught:
        action()
    message = str(caught.value)
    assert caught.type is error, f"{caught.type.__name__}: {message}"
    assert len(message.splitlines()) == 1, message
    return message
