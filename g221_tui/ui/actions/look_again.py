"""The action of every day: looked again, and the page says the same."""

from g221_tui.core.edits.look_again import LookAgain, last_look
from g221_tui.core.views import ChannelView
from g221_tui.ui.actions.record import log_on
from g221_tui.ui.actions.tools import ActionTools


async def look_again(run: ActionTools, subject: object) -> str | None:
    """Log a look that saw the same as the last: at the page of the row, else at the status page.

    Without an earlier look the log opens.
    """
    session = run.session
    view, rules = session.view, session.tracker.rules
    if view is None:
        return None
    channel = rules.status_page.channels[0]
    if isinstance(subject, ChannelView):
        found = rules.channel(subject.id)
        channel = subject.id if found is not None and found.looking else channel
    if last_look(view.case, channel, view.snapshot.today) is None:
        return await log_on(run, channel)
    command = LookAgain(channel=channel)
    return await run.record(lambda: session.tracker.apply(command, case=session.case))
