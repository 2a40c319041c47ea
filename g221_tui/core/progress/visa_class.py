"""The class of a visa, told by its name: which road a returned petition takes."""

import re

from g221_tui.core.model import CaseRecord, YesNo
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.stage import VisaClass


def visa_class(visa: str, rules: Rules) -> VisaClass | None:
    """The class a name belongs to; none where it is unknown."""
    first = re.split(r"[\s(,]", visa.strip(), maxsplit=1)[0]
    for words in (visa, first):  # "IR-5 (parent)" is told by its first word
        bare = re.sub(r"[\s-]", "", words).upper()
        for found in rules.visa_classes:
            if re.fullmatch(found.form, bare):
                return found
    return None


def rests_on_petition(facts: CaseRecord, rules: Rules) -> YesNo:
    """Whether the visa rests on a petition: as recorded, else by its class; else unknown."""
    if facts.petition is not YesNo.UNKNOWN:
        return facts.petition
    found = visa_class(facts.visa, rules)
    return found.petition if found is not None else YesNo.UNKNOWN
