"""What the fields of a record can mean at all, so that a file that says another thing is told so.

The command line and the dialogs take no more than that either (`core/fields/table.py`).
"""

from typing import Annotated

import msgspec

ID = r"^[0-9A-Za-z_-]{1,64}\Z"
"""How an id is spelled: a sign of any other kind could reach the terminal as a command."""
DIGITS = 4
"""A number of days, and a year, has at most so many digits."""
CENTURY = 20 * 10**2
"""The first year of the century in which there are such programmes and such files."""

Id = Annotated[str, msgspec.Meta(pattern=ID, description="an id: letters, digits and dashes")]
"""The id of a record."""
Days = Annotated[
    int, msgspec.Meta(ge=0, le=10**DIGITS - 1, description="a number of days of four digits")
]
"""Calendar days."""
ProgrammeYear = Annotated[
    int, msgspec.Meta(ge=CENTURY, le=CENTURY + 10**2 - 1, description="a year such as 2026")
]
"""The year of a Diversity Visa programme."""
