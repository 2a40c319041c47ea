"""The file's text: strict JSON in, JSON that a person can read and compare out.

Reading refuses what a lenient reader would quietly lose (a name given twice, `NaN`, a number too
large) and says on which line it stands. Writing refuses what JSON can't hold.
"""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from g221_tui.core.text.phrases import within_sentence
from g221_tui.errors import DamagedFile, FileFault, SaveFailed

DEEPEST = 200
"""How deep lists and objects may lie in each other."""
TOO_DEEP = b"\n" + b"  " * (DEEPEST + 1)
"""How a line of the file begins that lies deeper."""
LONGEST_NUMBER = 4000
"""How many digits a number may have."""

TEXT = frozenset({str})
"""What the names in JSON may be."""
PLAIN = frozenset({str, int, bool, type(None)})
"""What may stand in JSON as it is."""

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
"""The pieces of JSON: text, a sign, or a number or word."""
SAID = {
    "Unterminated string starting at": "the text that begins here has no end",
    "Invalid control character at": "a line break or another control character within a text",
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a ',' is missing",
    "Expecting ':' delimiter": "a ':' is missing",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing",
}
"""What the reader of JSON complains of, in words that end where the message does."""
MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors put before UTF-8."""
SOMETHING = re.compile(rb"[^\0 \t\r\n]")
"""A byte that is neither blank nor zero."""


def decode(data: bytes) -> dict[str, dict[str, object]]:
    """The tables of a file's bytes.

    Raises:
        DamagedFile: These are not the bytes of a TinyDB file; the error names the place.
    """
    found = _as_written(data)
    if found is None:
        found = _strictly(data)
    if not isinstance(found, dict):
        raise DamagedFile(f"it holds {_named(found)}, not the tables of a case file")
    for name, table in found.items():
        if not isinstance(table, dict):
            raise DamagedFile(f'table "{name}" is {_named(table)}, not an object of rows')
    return found


def encode(tables: Mapping[str, object]) -> bytes:
    """The bytes of the tables: UTF-8, indented, a newline at the end.

    Half a character (what the system makes of bytes that are no text) has no UTF-8: a file that
    holds one is written in ASCII with escapes.

    Raises:
        SaveFailed: A value is not one that JSON can hold; the error names the place.
    """
    try:
        data = _exactly(tables)
        if data is None and _fits(tables):
            data = _as_bytes(tables)
        if data is not None:
            if TOO_DEEP in data:
                raise RecursionError
            return data
    except RecursionError:
        raise SaveFailed("a value lies too deep in others") from None
    path, value = next((path, value) for path, value in _leaves(tables) if not _fits(value))
    why = f"{value!a:.60} can't be kept in the file"
    raise SaveFailed(FileFault(place=_path(path), why=why))


def _exactly(tables: object) -> bytes | None:
    """The bytes of the tables, where they read back as the very same; else none.

    msgspec quietly makes text of a date and nothing of a NaN. To read it back finds that in a third
    of the time that a look at each value takes.
    """
    try:
        raw = msgspec.json.encode(tables)
        same = msgspec.json.decode(raw) == tables
    except (ValueError, TypeError):  # half a character, or what JSON can't hold
        return None
    return _indented(raw) if same else None


def ascii_text(tables: object) -> str:
    """The same text in ASCII, every other sign as an escape."""
    return json.dumps(tables, indent=2)


def _as_written(data: bytes) -> object:
    """What the bytes hold if they are letter by letter what `encode` writes; else none.

    Nothing can be lost on this way: what is read gives the same bytes again, a name given twice
    or a number too large would not. It takes half the time of the strict reader.
    """
    try:
        found: object = msgspec.json.decode(data)
        same = _written(found) == data
    except (ValueError, RecursionError):
        return None
    return found if same and TOO_DEEP not in data else None


def _as_bytes(tables: object) -> bytes:
    try:
        return _written(tables)
    except UnicodeEncodeError:  # half a character
        return ascii_text(tables).encode() + b"\n"


def _written(tables: object) -> bytes:
    return _indented(msgspec.json.encode(tables))


def _indented(raw: bytes) -> bytes:
    return msgspec.json.format(raw, indent=2) + b"\n"


def _strictly(data: bytes) -> object:
    """What the bytes hold, whoever wrote them.

    Raises:
        DamagedFile: They are not JSON, or hold what a lenient reader would quietly lose.
    """
    text = _text(data)
    try:
        found: object = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite
        )
        if TOO_DEEP in _as_bytes(found):
            raise RecursionError
        return found
    except json.JSONDecodeError as error:
        raise DamagedFile(_marked(text) or _found(text, error.pos, _plain(error.msg))) from None
    except (ValueError, RecursionError) as error:
        raise DamagedFile(_refused(text) or str(error)) from None


def _text(data: bytes) -> str:
    """The text of the bytes, which must be UTF-8; a byte order mark is dropped."""
    if not data:
        raise DamagedFile("it is empty (0 bytes)")
    if not SOMETHING.search(data):
        what = "zero bytes" if b"\0" in data else "blank space"
        raise DamagedFile(f"it holds nothing but {what} ({len(data)} bytes)")
    bare = data.removeprefix(MARK)
    try:
        return bare.decode()
    except UnicodeDecodeError as error:
        before = bare[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise DamagedFile(_at(line, column, "this is not UTF-8 text")) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is given twice in one object")
    return found


def _no_constant(word: str) -> object:
    raise ValueError(f"{word} is not a number that JSON knows")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"{digits[:20]} is too large a number")
    return number


def _refused(text: str) -> FileFault | None:
    """The place of what the strict reader refuses in text that is JSON otherwise."""
    names: list[set[str] | None] = []
    previous = ""
    for match in TOKEN.finditer(text):
        token = match[0]
        why = ""
        if token in "{[":
            names.append(set() if token == "{" else None)
            why = "lists and objects lie too deep in each other" if len(names) > DEEPEST else ""
        elif token in "}]":
            if names:
                names.pop()
        elif token[0] == '"':
            known = names[-1] if names else None
            if known is not None and previous in "{,":
                name = json.loads(token)
                why = f"{token} is given twice in one object" if name in known else ""
                known.add(name)
        elif token not in (":", ",", "true", "false", "null"):
            why = _number_fault(token)
        if why:
            return _found(text, match.start(), why)
        previous = token
    return None


def _number_fault(token: str) -> str:
    if len(token) > LONGEST_NUMBER:
        return "this number has too many digits"
    try:
        number = float(token)
    except ValueError:
        return f"{token[:20]} is not a value that JSON knows"
    return "" if math.isfinite(number) else f"{token[:20]} is not a number that JSON knows"


def _marked(text: str) -> FileFault | None:
    """The place of a merge conflict's marks, which another program left in the text."""
    match = re.search(r"^(<<<<<<<|=======|>>>>>>>)( |$)", text, re.MULTILINE)
    return _found(text, match.start(), "the marks of a merge conflict") if match else None


def _found(text: str, offset: int, why: str) -> FileFault:
    line = text.count("\n", 0, offset) + 1
    return _at(line, offset - text.rfind("\n", 0, offset), why)


def _at(line: int, column: int, why: str) -> FileFault:
    return FileFault(place=f"line {line}, column {column}", why=why)


def _plain(message: str) -> str:
    """The reader's words as a person would say them; those that have none yet, begun small."""
    return SAID.get(message, within_sentence(message))


def _named(value: object) -> str:
    kinds = {list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return next((said for kind, said in kinds.items() if isinstance(value, kind)), "nothing")


def _leaves(value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every name and every value that is no list or object, with the path to it."""
    stack: list[tuple[tuple[str, ...], object]] = [((), value)]
    while stack:
        path, here = stack.pop()
        if type(here) is dict:
            for name, inner in here.items():
                if type(name) is str:
                    yield path, name
                    stack.append(((*path, name), inner))
                else:
                    yield path, {name: inner}
        elif type(here) is list:
            stack.extend(((*path, str(i)), inner) for i, inner in enumerate(here))
        else:
            yield path, here


def _fits(tables: object) -> bool:
    """Whether JSON can hold all of it; msgspec would quietly turn a NaN into nothing."""
    stack = [tables]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            if not TEXT.issuperset(map(type, here)):
                return False
            inner: Collection[object] = here.values()
        elif isinstance(here, list):
            inner = here
        else:
            inner = (here,)
        for value in inner:
            kind = type(value)
            if kind in PLAIN:
                continue
            if kind is dict or kind is list:
                stack.append(value)
            elif not isinstance(value, float) or not math.isfinite(value):
                return False
    return True


def _path(path: tuple[str, ...]) -> str:
    words = ("table", "row", "field")
    return ", ".join(f"{word} {part}" for word, part in zip(words, path, strict=False))
