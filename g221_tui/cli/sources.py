"""Where the explanations come from: reasons, starter lists, slip colours, originals, page words."""

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import long_date
from g221_tui.rules.outgoing import load_outgoing


def advice_sources(rules: Rules) -> dict[str, object]:
    """The sources of all that explains and decides nothing."""
    colours, page, outgoing = rules.slip_colours, rules.status_page, load_outgoing()
    return {
        "reasons": {code: note.cited for code, note in rules.reason_notes.items()},
        "starters": {code: starter.cited for code, starter in rules.starters.items()},
        "slip_colours": {
            "note": colours.note,
            "source": colours.cited,
            "readings": {r.where: f"{r.says} ({r.cited})" for r in colours.readings},
        },
        "originals": rules.originals.cited,
        "status_words": {
            words.code: f"{words.cited} (confidence {words.confidence})"
            for words in (*page.words, page.unknown)
        },
        "status_page": page.cited,
        "us_states": rules.us_states_cited,
        "posts": {post.id: post.cited for post in rules.posts.posts},
        "calendar": outgoing.calendar.cited,
        "reminders": outgoing.reminders.cited,
        "spans": {span.id: f"from {span.first} ({span.cited})" for span in rules.spans.values()},
    }


def advice_lines(rules: Rules) -> list[str]:
    """The same, a line each."""
    lines = [
        f"Reason {code}: {note.title} ({note.cited})" for code, note in rules.reason_notes.items()
    ]
    lines += [f"Starter list {code}: {s.cited}" for code, s in rules.starters.items()]
    colours, page = rules.slip_colours, rules.status_page
    lines.append(f"Slip colours: {colours.note} ({colours.cited})")
    lines += [f"Slip colours, {r.where}: {r.says} ({r.cited})" for r in colours.readings]
    lines.append(f"Originals: {rules.originals.cited}")
    lines += [
        f"Status words {words.title}: {words.cited} (confidence {words.confidence})"
        for words in page.words
    ]
    lines.append(f"US states, and who sends no Senator: {rules.us_states_cited}")
    lines += [f"Post {post.id}: {post.name} ({post.cited})" for post in rules.posts.posts]
    lines += [
        f"Dates, {span.id}: from {long_date(span.first)} ({span.cited})"
        for span in rules.spans.values()
    ]
    outgoing = load_outgoing()
    lines += [f"Calendar: {outgoing.calendar.cited}", f"Reminders: {outgoing.reminders.cited}"]
    return lines
