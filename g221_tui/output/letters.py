"""Letters as text: the sentences of a template with the values of a case.

Jinja2 in its sandbox; it is imported here alone, and this module only where a letter is wanted.
A value is never read as a template. A line that names something unknown is left out, and a line
that ends with a backslash runs on into the next one.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes

from g221_tui.core.letters.letter import Letter
from g221_tui.core.letters.template import LetterTemplate
from g221_tui.core.letters.values import CODES, NAMES
from g221_tui.core.privacy.masking import Masker
from g221_tui.errors import G221Error
from g221_tui.output.bounded import Bounded, Steps
from g221_tui.output.letter_templates import Templates

WIDTH = 76
"""The widest line, as mail programs have it."""
NOTHING = "\x00"
"""Stands for an unknown value until its line is left out; no value holds it."""
RUNS_ON = "\x01"
"""Stands for the backslash at the end of a line of a template."""
BETWEEN = ", "
"""What stands between the parts of a subject line."""
SUBJECT_LINE = "The subject_line of the post, in the posts file"
"""Where a subject line comes from that is no template's own."""
ITEM = "- "
"""How an item of a list begins."""
FAULTS = (
    *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError),
    *(RecursionError, MemoryError, SyntaxError),
)
"""What the expressions of a template may run into."""


class Written(NamedTuple):
    """A letter as text."""

    subject: str
    body: str
    checklist: tuple[str, ...]


class Renderer:
    """Makes text of letters, with the templates of one place."""

    def __init__(self, templates: Templates) -> None:
        self._parts = templates.parts
        self._environment = Bounded(
            autoescape=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_known,
            loader=FunctionLoader(self._part),
        )

    def check(self, template: LetterTemplate) -> None:
        """Read the whole template, also what this case would not use.

        Raises:
            G221Error: It can't be read, or names a value that there is not.
        """
        known = {*NAMES, *template.events}
        self._check((template.body, *template.subject), known, _where(template))
        if unknown := [name for name in template.needs if name not in known]:
            raise _fault(_where(template), f"needs: there is no value '{unknown[0]}'")

    def _check(self, texts: Iterable[str], known: Set[str], where: str) -> None:
        """Whether each text can be read, and names only what there is."""
        for text in texts:
            parsed = self._parsed(text, where)
            for part in meta.find_referenced_templates(parsed):
                if part not in self._parts:
                    known_parts = ", ".join(self._parts)
                    raise _fault(where, f"there is no part '{part}'; known: {known_parts}")
            if unknown := sorted(_names(parsed, where) - known):
                listed = ", ".join(sorted(known))
                raise _fault(where, f"there is no value '{unknown[0]}'; known: {listed}")

    def write(self, letter: Letter, masker: Masker | None = None) -> Written:
        """The letter as text.

        Args:
            letter: Its values and its template.
            masker: What masks every identifier in it; none for the letter in full.

        Raises:
            G221Error: Its template can't be used; the message names it.
        """
        self.check(letter.template)
        template, where = letter.template, _where(letter.template)
        theirs = where if letter.subject == template.subject else SUBJECT_LINE
        self._check(letter.subject, {*NAMES, *template.events}, theirs)
        values = letter.values if masker is None else _masked(letter.values, masker)
        parts = [self._rendered(part, values, theirs).strip() for part in letter.subject]
        subject = BETWEEN.join(part for part in parts if part and NOTHING not in part)
        lines = list(_lines(self._rendered(template.body, values, where).split("\n")))
        if masker is not None:  # what two values make together is looked at as well
            subject, lines = masker(subject), [masker(line) for line in lines]
        body = "\n".join(_wrapped(_single_spaced(lines)))
        return Written(subject=" ".join(subject.split()), body=body, checklist=template.checklist)

    def _part(self, name: str) -> str | None:
        part = self._parts.get(name)
        return None if part is None else _running_on(part)

    def _parsed(self, text: str, where: str) -> nodes.Template:
        try:
            return self._environment.parse(_running_on(text))
        except TemplateSyntaxError as problem:
            raise _fault(where, _placed(problem)) from problem
        except FAULTS as problem:
            raise _fault(where, _told(problem)) from problem

    def _rendered(self, text: str, values: Mapping[str, object], where: str) -> str:
        try:
            return self._environment.from_string(_running_on(text)).render(
                {**values, "range": Steps().counted}
            )
        except TemplateSyntaxError as problem:
            raise _fault(where, _placed(problem)) from problem
        except FAULTS as problem:
            raise _fault(where, _told(problem)) from problem


def _names(parsed: nodes.Template, where: str) -> Set[str]:
    """The names of the values that a template asks for.

    Raises:
        G221Error: It uses a filter or a test that there is not, or lies too deep.
    """
    try:
        return meta.find_undeclared_variables(parsed)
    except TemplateSyntaxError as problem:
        raise _fault(where, _placed(problem)) from problem
    except FAULTS as problem:
        raise _fault(where, _told(problem)) from problem


def _told(problem: Exception) -> str:
    if isinstance(problem, RecursionError):
        return "its parts lie too deep in each other"
    return str(problem) or type(problem).__name__


def _known(value: object) -> object:
    """A value as it is printed; what is not known marks its line."""
    return NOTHING if value is None else value


def _running_on(text: str) -> str:
    return text.replace("\\\n", f"{RUNS_ON}\n")


def _placed(problem: TemplateSyntaxError) -> str:
    """What is wrong, and on which line below the front matter."""
    return f"line {problem.lineno} of its text: {problem.message}"


def _where(template: LetterTemplate) -> str:
    return template.where or f"The letter template {template.name}"


def _fault(where: str, what: str) -> G221Error:
    return G221Error(f"{where}: {what.rstrip('.')}.")


def _masked(values: Mapping[str, object], masker: Masker) -> dict[str, object]:
    """The values masked: of some facts nothing is left, of others the end."""
    return dict(values) | {
        name: masker.field(name, value) if isinstance(value, str) else masker.over(value)
        for name, value in values.items()
        if name not in CODES
    }


def _lines(rendered: Iterable[str]) -> Iterator[str]:
    """The lines without those that name something unknown; those that run on as one."""
    running: list[str] = []
    for line in rendered:
        if NOTHING not in line:
            running.append(line.replace(RUNS_ON, "").strip())
        if RUNS_ON in line:
            continue
        text = " ".join(filter(None, running))
        if text or not line.strip():
            yield text
        running = []
        if text and not line.strip():
            yield ""  # the last sentence of a paragraph was left out
    if running:
        yield " ".join(filter(None, running))


def _single_spaced(lines: Iterable[str]) -> Iterator[str]:
    """The lines with one blank line between two blocks, and none at the ends."""
    blank, begun = False, False
    for line in lines:
        if line:
            if blank and begun:
                yield ""
            yield line
            begun = True
        blank = not line


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines, the long ones on several; no word is broken."""
    for line in lines:
        hanging = " " * len(ITEM) if line.startswith(ITEM) else ""
        wrapper = textwrap.TextWrapper(
            WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )
        yield from wrapper.wrap(line) or [""]
