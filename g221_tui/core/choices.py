"""What a fact of a record may be, where it is one of a few words."""

from enum import StrEnum


class YesNo(StrEnum):
    """A fact that may be unknown, and is then said to be."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class UsLink(StrEnum):
    """Who of the case lives or works in a US state, and so can ask a Senator there."""

    UNKNOWN = "unknown"
    NONE = "none"
    SELF = "self"
    PETITIONER = "petitioner"
    EMPLOYER = "employer"
    RELATIVE = "relative"
    SCHOOL = "school"


class Purpose(StrEnum):
    """What a contact was for; only `status` is gated, starts a rest and counts for pacing."""

    STATUS = "status"
    DOCUMENTS = "documents"
    ANSWER = "answer"
    DETAILS = "details"
    EMERGENCY = "emergency"


class Direction(StrEnum):
    """Who turned to whom: the applicant (`out`), a person of theirs (`in`), a machine (`auto`)."""

    OUT = "out"
    IN = "in"
    AUTO = "auto"
