"""What of a case names a person or a file, and so is masked."""

from collections.abc import Mapping
from typing import NamedTuple

from g221_tui.core.model import Case
from g221_tui.core.privacy.person_names import names_somebody

IDENTIFIERS = (
    "case_number",
    "passport_number",
    "application_id",
    "receipt_number",
    "applicant",
    "petitioner",
    "email",
    "phone",
    "post_email",
    "post_phone",
    "birth_date",
    "address",
    "writer",
)
"""The facts that name a person or a file."""

PEOPLE = ("applicant", "petitioner", "writer")
"""Those of them that are the name of a person, or may be."""
OFFICES = ("post_email", "post_phone")
"""Those of them that are an office's: parts of them tell nobody's."""
LABELLED = ("nationality", "writer_role")
"""Facts that are masked in their field and where a sentence names the field, not in other words."""


class Known(NamedTuple):
    """What is to be masked."""

    values: frozenset[str] = frozenset()
    """The identifiers, as they were typed."""
    names: frozenset[str] = frozenset()
    """Those of them that name people."""
    births: frozenset[str] = frozenset()
    """Those of them that are birth dates, as the file keeps dates."""
    addresses: frozenset[str] = frozenset()
    """Those of them that are postal addresses."""
    offices: frozenset[str] = frozenset()
    """Those of them that are an office's."""
    labelled: frozenset[str] = frozenset()
    """Facts that are masked only where a sentence names their field."""
    posts: frozenset[str] = frozenset()
    """The posts as they were typed: their names stay readable."""
    places: frozenset[str] = frozenset()
    """The names of places where posts are: they stay readable as such."""

    def also(self, other: "Known") -> "Known":
        """This and that."""
        return Known(*(mine | theirs for mine, theirs in zip(self, other, strict=True)))


def known_of(facts: Mapping[str, str]) -> Known:
    """What some facts of a case give to mask."""

    def of(*names: str) -> frozenset[str]:
        return frozenset(facts[name] for name in names if facts.get(name, "").strip())

    return Known(
        values=of(*IDENTIFIERS),
        names=of(*PEOPLE),
        births=of("birth_date"),
        addresses=of("address"),
        offices=of(*OFFICES),
        labelled=of(*LABELLED),
        posts=of("post"),
    )


def identifiers(*cases: Case) -> Known:
    """Everything in some cases that names a person or a file."""
    found = Known()
    for case in cases:
        facts = {name: getattr(case.facts, name) for name in (*IDENTIFIERS, *LABELLED, "post")}
        more = {document.receipt for document in case.documents}
        more |= {contact.ref for contact in case.contacts}
        more |= {c.with_whom for c in case.contacts if names_somebody(c.with_whom)}
        posts = frozenset(event.new_post.post for event in case.events if event.new_post)
        found = found.also(known_of({name: str(value or "") for name, value in facts.items()}))
        found = found.also(Known(values=frozenset(more), posts=posts))
    return found
