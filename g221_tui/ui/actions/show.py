"""The actions that show something to read, and what one may lead on to from there."""

from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.views import Snapshot
from g221_tui.errors import G221Error, Refused
from g221_tui.ui.actions.letters import write_to
from g221_tui.ui.actions.one_of import is_several, one_of
from g221_tui.ui.actions.record import (
    answer_next,
    correction,
    log_on,
    remove_record,
    set_state,
    submit_details,
)
from g221_tui.ui.actions.tools import ActionTools


async def open_row(run: ActionTools, subject: object) -> str | None:
    """Show the sheet of a row; its keys lead on to logging or correcting."""
    view = run.session.view
    if subject is None or view is None:
        return None
    if isinstance(subject, Entry) and is_several(subject):
        return await _open_each(run, subject, view.snapshot)
    from g221_tui.ui.screens.sheets.of_row import now_of, sheet_for
    from g221_tui.ui.screens.sheets.sheet import STATES, Place, Sheet, Verb

    def again() -> Sheet:
        now = run.session.view or view
        return sheet_for(run.session, now, now_of(subject, view.snapshot, now.snapshot))

    left: Place | None = None
    while True:
        try:
            sheet = again() if left is not None else sheet_for(run.session, view, subject)
        except G221Error as problem:
            run.complain(problem)
            return None
        sheet.again, sheet.left = again, left
        sheet.offer(Verb.GUIDE)
        lead = await run.ask(sheet)
        if lead is None:
            return None
        if lead.verb is not Verb.CORRECT or not run.session.may_record:
            break
        if (dialog := correction(run, lead.about or None)) is None:
            return None
        # Who corrects nothing comes back to what was read.
        if (changed := run.told(await run.ask(dialog))) is not None:
            return changed
        left = sheet.left
    if lead.verb is Verb.GUIDE:
        await guide(run, subject)
        return None
    if lead.verb is Verb.LETTER:
        return await write_to(run, lead.about)
    if not run.session.may_record:
        run.complain(Refused(run.session.why_not))
        return None
    if lead.verb is Verb.ANSWER:
        return await answer_next(run)
    if lead.verb is Verb.DETAILS:
        return await submit_details(run, lead.about)
    if lead.verb in STATES:
        return await set_state(run, lead.about, lead.verb.value)
    if lead.verb is Verb.LOG:
        return await log_on(run, lead.about)
    return await remove_record(run, lead.about)


async def _open_each(run: ActionTools, several: Entry, then: Snapshot) -> str | None:
    """One after the other of the records that a row stands for, until one is changed."""
    changed, at = None, ""
    while changed is None:
        if (chosen := await one_of(run, several, then, "opens", at)) is None:
            return None
        changed, at = await open_row(run, chosen), chosen.record or ""
    return changed


async def road(run: ActionTools, subject: object) -> None:
    """The road of the case, and from there the other ways to a visa."""
    view = run.session.view
    if view is None:
        return
    from g221_tui.guide import load_pages, page_about
    from g221_tui.ui.screens.sheets.road import OTHER_WAYS, RoadSheet

    ways = page_about("page", OTHER_WAYS, load_pages())
    sheet = RoadSheet(view.snapshot, ways)
    sheet.again = lambda: RoadSheet((run.session.view or view).snapshot, ways)
    lead = await run.ask(sheet)
    if lead is not None:
        await _guide(run, None, lead.about)


async def calendar(run: ActionTools, subject: object) -> str | None:
    """The calendar of the wait; what a day holds opens, and leads back to that day."""
    from g221_tui.ui.screens.sheets.wait_calendar import WaitCalendarSheet

    day, changed = None, None
    while run.session.view is not None and changed is None:
        sheet = WaitCalendarSheet(run.session, run.session.view.snapshot, day)
        entry = await run.ask(sheet)
        if entry is None:
            return None
        day = entry.first.date
        changed = await open_row(run, entry)
    return changed


async def guide(run: ActionTools, subject: object) -> None:
    """The page that matters for a row."""
    await _guide(run, subject, "")


async def guide_page(run: ActionTools, subject: object, *, topic: str) -> None:
    """The page of a topic."""
    await _guide(run, subject, topic)


async def _guide(run: ActionTools, subject: object, topic: str) -> None:
    """The page of a topic, else the one for a row; from any page to all topics."""
    from g221_tui.guide import find_page, load_pages
    from g221_tui.ui.screens.sheets.guide_page import GuidePage, Topics
    from g221_tui.ui.screens.sheets.guide_topic import page_for

    pages = load_pages()
    rules = run.session.tracker.rules
    page = find_page(topic, pages) if topic else None
    page = page or page_for(subject, run.session.view, rules, pages)
    last = ""
    while True:
        if page is None:
            chosen = await run.ask(Topics(pages, last))
            if chosen is None:
                return
            page = find_page(chosen, pages)
        last = page.id
        if await run.ask(GuidePage(page, run.session.day)) is None:
            return
        page = None


async def switch_case(run: ActionTools, subject: object) -> str | None:
    """All cases: take one in hand, or link two."""
    from g221_tui.ui.screens.board import Board

    return run.told(await run.ask(Board(run.session)))


async def show_help(run: ActionTools, subject: object) -> None:
    """The keys and the signs."""
    from g221_tui.ui.screens.sheets.help import Help

    shown = run.session.view is not None
    await run.ask(Help(subject, run.session, with_case=shown))
