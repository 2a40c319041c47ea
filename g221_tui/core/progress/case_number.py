"""The forms of the numbers on the papers: recognised and warned about, never refused.

Forms and their order are those of DOMAIN 3.3: a USCIS receipt has the shape of an immigrant case
number, so its prefixes are looked at first.
"""

import re

from g221_tui.core.progress.case_day import CaseDay

FORMS = (
    ("receipt", r"(EAC|WAC|LIN|SRC|MSC|NBC|YSC|IOE)\d{10}"),
    ("application", r"AA[0-9A-Z]{8}"),
    ("niv", r"(19|20)\d{12}"),
    ("dv", r"20\d{2}(AF|AS|EU|NA|OC|SA)0*[1-9]\d{0,7}"),
    ("iv", r"[A-Z]{3}\d{9,10}"),
)
"""The forms in the order they are tested, after upper-casing and dropping spaces and hyphens."""


def form_of(number: str) -> str:
    """The form of a case number; empty where it is none of the known ones."""
    bare = re.sub(r"[\s-]", "", number).upper()
    return next((name for name, form in FORMS if re.fullmatch(form, bare, re.ASCII)), "")


def number_warnings(day: CaseDay) -> list[str]:
    """What looks unusual about the recorded case number."""
    number = day.facts.case_number
    if not number:
        return []
    form = form_of(number)
    if not form:
        return ["The case number has no form g221 knows; check it against the slip."]
    if form == "receipt":
        return ["The case number is a USCIS receipt number; the consulate's is on the slip."]
    if form == "application":
        return ["The case number is an application ID; the consulate's is on the slip."]
    year = int(re.sub(r"[\s-]", "", number)[:4]) if form == "niv" else None
    first = next((e.day.year for e in day.standing.events), None)
    if year is not None and first is not None and year != first:
        return [f"The case number starts with {year}, the interview was in {first}: check it."]
    return []
