"""The class of a visa, told by its name: which road a returned petition takes."""

import re
from collections.abc import Iterator
from unicodedata import category

from g221_tui.core.model import CaseRecord, YesNo
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.shared_name import SharedName
from g221_tui.core.rulebook.stage import VisaClass

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
