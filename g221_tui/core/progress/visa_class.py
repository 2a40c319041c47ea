"""The class of a visa, told by its name: which road a returned petition takes."""

import re

from g221_tui.core.model import CaseRecord
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.rulebook.stage import Stage, VisaClass


def visa_class(visa: str, rules: Rules) -> VisaClass | None:
    """The class a name belongs to; none where it is unknown."""
    first = re.split(r"[\s(,]", visa.strip(), maxsplit=1)[0]
    for words in (visa, first):  # "IR-5 (parent)" is told by its first word
        bare = re.sub(r"[\s-]", "", words).upper()
        for found in rules.visa_classes:
            if re.fullmatch(found.form, bare):
                return found
    return None


def is_immigrant(facts: CaseRecord, rules: Rules) -> bool:
    """Whether the visa is known to be an immigrant one."""
    found = visa_class(facts.visa, rules)
    return found is not None and found.immigrant


def centre(facts: CaseRecord, rules: Rules) -> str:
    """The centre that a returned petition goes through: NVC, KCC, or either."""
    found = visa_class(facts.visa, rules)
    return found.centre if found is not None and found.centre else "NVC or KCC"


def holder(stage: Stage, facts: CaseRecord, rules: Rules) -> str | None:
    """Who holds the file in a stage."""
    if stage.holder is None:
        return None
    return stage.holder.format(centre=centre(facts, rules))
