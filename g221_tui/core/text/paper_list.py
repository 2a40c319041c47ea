"""A list of papers as it was pasted or typed: each paper by its own name.

Letters give their lists in many forms: a line each, with bullets, boxes, numbers or letters in
front, or all of them in one sentence. Only what stands around a name goes; the names stay as they
are.
"""

import re

from g221_tui.core.text.phrases import one_line

NEW_LINE = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
BULLETS = "-–—*•·●○◦▪▫■□◆◇►▸➢➤✓✔✗☐☑☒⁃∙‣"
"""Signs that stand before an item."""
BOX = r"\[[ xX✓✔]?\]|\([ xX✓✔]?\)"
"""A box to tick, as it is typed."""
TICKED = re.compile(r"[☑☒✓✔]|[\[(][xX✓✔][\])]")
NOT_TICKED = re.compile(r"[☐□]|\[ ?\]|\( ?\)")
"""Where only some of the boxes are ticked, the letter asks for these alone."""
NUMBER = r"\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{2,4})\)|[0-9]{1,2}[.:](?![0-9])|[a-z]\.(?=\s)"
"""`1)`, `(a)`, `iv)`, `1.`, `1:`, `a.`."""
MARKS = re.compile(rf"\s*(?:(?:[{re.escape(BULLETS)}]|{BOX}|{NUMBER})(?:\s+|$|(?=\w)))+")
"""What stands before a name."""
BULLET_WITHIN = re.compile(r"\s[•●▪■☐☑☒□➢➤►]\s*")
"""A bullet within a line: the next paper begins."""
FIRST = re.compile(r"\s*\(?1[.):]+\s*")
"""The first number of a list that may go on in the same line."""

OPENING, CLOSING = "([{“", ")]}”"
LAST = re.compile(r"(?:and/or|and|&)(?:\s+|$)", re.IGNORECASE)
"""What stands before the last of several."""
INTRODUCTION = re.compile(
    r"[^,;:]*\b(?:documents?|papers?|following|items?|submit|provide|bring)\b[^,;:]*:",
    re.IGNORECASE,
)
"""The words before a list: `Please submit the following documents:`."""
QUALIFIES = re.compile(
    r"(?:or|if|when|where|with|without|such|including|showing|issued|dated|signed|stamped|sealed"
    r"|translated|certified|notari[sz]ed|each|both|in|for|from|of)\b|(?:originals?|cop(?:y|ies))$",
    re.IGNORECASE,
)
"""What begins so after a comma tells of the paper before it, and is no paper."""
GREETING = re.compile(r"(?:dear\b.{0,60}|to whom it may concern)[,:]?", re.IGNORECASE)
"""How a letter begins before its list."""
FAREWELL = re.compile(
    r"(?:thank you|thanks|(?:yours )?sincerely|yours \w+ly|(?:best |kind |warm )?regards"
    r"|consular section|(?:immigrant |nonimmigrant )?visa unit)[,.!]?",
    re.IGNORECASE,
)
"""How it ends after its list: a whole line."""
THANKS = re.compile(r"(?:thank you|thanks|sincerely|yours|regards)\b.{0,80}", re.IGNORECASE)
"""What ends it after a blank line."""
OVER = (
    r"(?:(?:Please|Kindly)\b[^\n]{0,120}\b(?:above|these|those|them|this (?:letter|form|sheet|slip)"
    r"|(?:the|all|your) (?:\w+ )?(?:documents|papers|items)|courier|appointment)\b"
    r"|(?:All|These|Those|The above|The requested) (?:\w+ )?(?:documents|papers|items) \w+"
    r" (?:be|not|have)\b"
    r"|You (?:must|may|can|should|will|need)\b|Do not\b"
    r"|(?:Once|After|When|Upon|As soon as) (?:you|we|the|all|receipt)\b"
    r"|Your (?:case|application|visa) (?:will|is|was|has|can|may)\b)"
)
"""How a sentence begins that says what to do with the papers, or what follows."""
AFTERWARDS = re.compile(rf"{OVER}.*(?<!:)", re.DOTALL)
AFTERWARDS_WITHIN = re.compile(rf"(?<=[.;!])\s+(?={OVER}.*(?<!:)$)", re.DOTALL)
"""The same as a line of its own, and where it begins after a paper."""
HANGS = re.compile(r"\w.*(?:\b(?:and|or|of|for|from|with|in|to|by|the|your|a|an)|[-/–(&])$")
"""The end of a line that the next one goes on with."""
ABBREVIATED = re.compile(r"\.\w{0,3}\.$|\b(?:etc|inc|ltd|co|no)\.$", re.IGNORECASE)
"""A last stop that belongs to the word."""


def paper_names(text: str) -> tuple[str, ...]:
    """The papers that a text lists, in its order, each once; of boxes those that are ticked."""
    whole = [part for line in NEW_LINE.split(text) for part in _within(line)]
    lines = [part for line in whole for part in AFTERWARDS_WITHIN.split(line)]
    marked = sum(MARKS.match(line) is not None for line in lines) > 1
    items = _items(_of_ticked(lines), marked=marked)
    names: dict[str, str] = {}
    for item in items:
        for name in _parts(item, whole=marked):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def is_list(text: str) -> bool:
    """Whether a text is plainly a list: of several lines, or numbered."""
    text = text.strip()
    return "\n" in text or "\r" in text or len(_within(text)) > 1


def _within(line: str) -> list[str]:
    """A line; where several numbers or bullets stand in it, the part of each."""
    parts = re.split(f"(?={BULLET_WITHIN.pattern})", line)
    if len(parts) > 1 or not FIRST.match(line):
        return parts
    found, number, start = list[str](), 2, 0
    while then := re.compile(rf"(?<=\s)\(?{number}[.):]+(?=\s)").search(line, start + 1):
        found.append(line[start : then.start()])
        start, number = then.start(), number + 1
    return [*found, line[start:]]


def _of_ticked(lines: list[str]) -> list[str]:
    """The lines of the boxes that are ticked, with what stands under them; all where none is."""
    ticks = [_ticked(line) for line in lines]
    if not (True in ticks and False in ticks):
        return lines
    found: list[str] = []
    here = False
    for line, tick in zip(lines, ticks, strict=True):
        here = here if tick is None else tick
        if here:
            found.append(line)
    return found


def _ticked(line: str) -> bool | None:
    """Whether the box before a line is ticked; none where there is no box."""
    mark = MARKS.match(line)
    if mark is None:
        return None
    if TICKED.search(mark[0]) is not None:
        return True
    return False if NOT_TICKED.search(mark[0]) is not None else None


def _items(lines: list[str], *, marked: bool) -> list[str]:
    """The lines without the marks before them; one that was wrapped is whole again."""
    found: list[str] = []
    is_open = is_over = False
    for line in lines:
        mark = MARKS.match(line)
        bare = line[mark.end() :].strip() if mark else line.strip()
        goes_on = is_open and HANGS.search(found[-1]) is not None
        around = not mark and not goes_on
        ends = _ends_letter(bare, after_blank=not is_open) or _closes(found, bare)
        is_over = around and (is_over or ends)
        begins = around and GREETING.fullmatch(bare) is not None
        if not bare or is_over or begins or (marked and not mark and bare.endswith(":")):
            is_open = False
        elif is_open and not mark and _goes_on(found[-1], bare, marked=marked):
            found[-1] = f"{found[-1]} {bare}"
        else:
            found.append(bare)
            is_open = True
    return [AFTERWARDS_WITHIN.split(item)[0] for item in found]


def _closes(found: list[str], line: str) -> bool:
    """Whether a line after papers is a sentence about them."""
    return bool(found) and AFTERWARDS.fullmatch(line) is not None


def _ends_letter(line: str, *, after_blank: bool) -> bool:
    """Whether a line stands at the end of a letter, after its list."""
    return FAREWELL.fullmatch(line) is not None or (
        after_blank and THANKS.fullmatch(line) is not None
    )


def _goes_on(before: str, line: str, *, marked: bool) -> bool:
    """Whether a line without a mark goes on with the item before it."""
    if marked or _depth(before) > 0 or HANGS.search(before):
        return True
    # A sentence that was wrapped: the names in it are parted by commas.
    return before.count(",") > 1 and line[:1].islower() and bool(re.search(r"[,;.]", line))


def _depth(text: str) -> int:
    """How many brackets are open at its end."""
    depth = 0
    for sign in text:
        depth = max(0, depth + (sign in OPENING) - (sign in CLOSING))
    return depth


def _parts(item: str, *, whole: bool) -> list[str]:
    """The papers of an item: parted by semicolons, or commas, outside of brackets.

    Args:
        item: The item.
        whole: Whether it is one of several that are marked, and so one paper with its commas.
    """
    if (begun := INTRODUCTION.match(item)) is not None:
        item = item[begun.end() :]
    between = ";\t" if whole or ";" in item else ",\t"
    parts = [""]
    depth = 0
    for place, sign in enumerate(item):
        depth = max(0, depth + (sign in OPENING) - (sign in CLOSING))
        figure = sign == "," and item[place - 1 : place + 2 : 2].isdigit()
        parted = sign in between and not depth and not figure
        if parted and _is_paper(item[place + 1 :]):
            parts.append("")
        else:
            parts[-1] += sign
    if len(parts) > 1:
        parts[-1:] = _last(parts[-1])
    return [name for name in map(_bare, parts) if name]


def _is_paper(rest: str) -> bool:
    """Whether a name begins there, and not more words about the one before."""
    words = re.split(r"[,;\t]", rest.strip(), maxsplit=1)[0].rstrip(" .")
    return QUALIFIES.match(words) is None


def _last(text: str) -> list[str]:
    """The last part of a sentence: `org chart and pay stubs` are two."""
    text = text.strip()
    if LAST.match(text):
        return [text]
    halves = re.split(r"\s+and\s+", text)
    return halves if len(halves) == 2 and not _depth(halves[0]) else [text]


def _bare(name: str) -> str:
    """A name on one line, without the marks, the small word and the stop around it."""
    name = one_line(name)
    for before in (MARKS, LAST):
        if (found := before.match(name)) is not None:
            name = name[found.end() :]
    name = name.rstrip(" ;,:")
    if not ABBREVIATED.search(name):
        name = name.rstrip(" .")
    return name if re.search(r"\w", name) else ""
