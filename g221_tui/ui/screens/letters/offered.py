"""Whether a channel has letters, found out without the template engine."""

from g221_tui.config import config_path
from g221_tui.errors import G221Error
from g221_tui.output.letter_templates import load_templates
from g221_tui.ui.session import Session


def has_letters(session: Session, channel: str) -> bool:
    """Whether anything is ever written to a channel.

    Where a template of the user's can't be used it may be: the letter itself says what is wrong.
    """
    try:
        return channel in load_templates(config_path(), session.tracker.rules).channels
    except G221Error:
        return True
