"""The class of a visa, told by its name: which road a returned petition takes."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import category

from g221_tui.core.model import CaseRecord, YesNo
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.stage import VisaClass
from g221_tui.core.text.lookup import comparable, loose

DASH = "Pd"
"""The category of signs that word processors and telephones put for a hyphen."""


def visa_class(visa: str, rules: Rules, number: str = "") -> VisaClass | None:
    """The class a name belongs to; none where it is unknown or not clear.

    Args:
        visa: The name, as it was written.
        rules: All rules.
        number: The case number, whose form tells where two classes share a name.
    """
    found = _named(visa, rules)
    if not isinstance(found, SharedName):
        return found
    id = _told(found, rules, number)
    return next((one for one in rules.visa_classes if one.id == id), None)


def standard_name(visa: str, rules: Rules, number: str = "") -> str:
    """A visa's name as it is written; one that is not known stays as it was typed.

    `h1b`, `H1-B` and `h-1b` are H-1B. A name that another hyphen would give another class stays
    too: `f1` is F-1 only where the case number tells that a student is meant.

    Args:
        visa: The name, as it was typed.
        rules: All rules: they say how names are written.
        number: The case number, whose form tells where two classes share a name.
    """
    typed = loose(visa)
    written = next((name for name in rules.visa_names.names if loose(name) == typed), None)
    if not typed or written is None:
        return visa
    same = visa_class(written, rules) == visa_class(comparable(visa), rules, number)
    return written if same else visa


def with_standard_name(
    values: Mapping[str, object], rules: Rules, number: str
) -> dict[str, object]:
    """Values of a case's facts, the visa's name among them as it is written.

    Args:
        values: The values by attribute.
        rules: All rules.
        number: The case number that is known, where the values hold none.
    """
    visa, given = values.get("visa"), values.get("case_number", number)
    if not isinstance(visa, str) or not isinstance(given, str):
        return dict(values)
    return {**values, "visa": standard_name(visa, rules, given)}


def unclear_class(visa: str, rules: Rules, number: str = "") -> list[str]:
    """What is said of a name that two classes share, where nothing tells which is meant."""
    found = _named(visa, rules)
    if not isinstance(found, SharedName) or _told(found, rules, number):
        return []
    return [found.warning.format(visa=visa.strip())]


def _told(shared: SharedName, rules: Rules, number: str) -> str:
    form = rules.case_numbers.form_of(number) if number else None
    return shared.by_number.get(form.id if form else "", shared.usual)


def _named(visa: str, rules: Rules) -> VisaClass | SharedName | None:
    for name in _readings(visa):
        bare = name.replace("-", "")
        for found in rules.visa_classes:
            written = found.written and re.fullmatch(found.written, name)
            if written or re.fullmatch(found.form, bare):
                return found
        for shared in rules.shared_visas:
            if re.fullmatch(shared.form, bare):
                return shared
    return None


def _readings(visa: str) -> Iterator[str]:
    """All of it, its first two words, its first: "IR 5 (parent)" is told by its beginning."""
    text = "".join("-" if category(sign) == DASH else sign for sign in visa.strip()).upper()
    words = re.split(r"[\s(,]", text)
    yield re.sub(r"\s", "", text)
    yield "".join(words[:2])
    if len(words[0]) > 1:  # one letter alone begins a sentence as often as it names a visa
        yield words[0]


def rests_on_petition(facts: CaseRecord, found: VisaClass | None) -> YesNo:
    """Whether the visa rests on a petition: as recorded, else by its class; else unknown."""
    if facts.petition is not YesNo.UNKNOWN or found is None:
        return facts.petition
    return found.petition
