"""Where the explanations come from: reasons, starter lists, slip colours, originals, page words."""

from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.text.dates import long_date


def said_by(rule: Rule) -> str:
    """Whose statement it is, and when it was made."""
    return f"{rule.source}, {rule.as_of}"


def advice_sources(rules: Rules) -> dict[str, object]:
    """The sources of all that explains and decides nothing."""
    colours, page = rules.slip_colours, rules.status_page
    return {
        "reasons": {code: said_by(note) for code, note in rules.reason_notes.items()},
        "starters": {code: said_by(starter) for code, starter in rules.starters.items()},
        "slip_colours": {
            "note": colours.note,
            "source": said_by(colours),
            "readings": {r.where: f"{r.says} ({said_by(r)})" for r in colours.readings},
        },
        "originals": said_by(rules.originals),
        "status_words": {
            words.code: f"{said_by(words)} (confidence {words.confidence})"
            for words in (*page.words, page.unknown)
        },
        "status_page": said_by(page),
        "spans": {span.id: f"from {span.first} ({said_by(span)})" for span in rules.spans.values()},
    }


def advice_lines(rules: Rules) -> list[str]:
    """The same, a line each."""
    lines = [
        f"Reason {code}: {note.title} ({said_by(note)})"
        for code, note in rules.reason_notes.items()
    ]
    lines += [f"Starter list {code}: {said_by(s)}" for code, s in rules.starters.items()]
    colours, page = rules.slip_colours, rules.status_page
    lines.append(f"Slip colours: {colours.note} ({said_by(colours)})")
    lines += [f"Slip colours, {r.where}: {r.says} ({said_by(r)})" for r in colours.readings]
    lines.append(f"Originals: {said_by(rules.originals)}")
    lines += [
        f"Status words {words.title}: {said_by(words)} (confidence {words.confidence})"
        for words in page.words
    ]
    lines += [
        f"Dates, {span.id}: from {long_date(span.first)} ({said_by(span)})"
        for span in rules.spans.values()
    ]
    return lines
