"""Every part of the long run, in the order in which it is begun: the longest first."""

from faults.parts.bugs import bugs
from faults.parts.copies import copies
from faults.parts.damage import damage
from faults.parts.days import days
from faults.parts.full_disk import full_disk
from faults.parts.keys import keys
from faults.parts.locks import locks
from faults.parts.masks import masks
from faults.parts.modes import modes
from faults.parts.network import no_network
from faults.parts.open_window import open_window
from faults.parts.outside import outside
from faults.parts.part import Run
from faults.parts.places import places
from faults.parts.read_only import read_only
from faults.parts.readers import readers
from faults.parts.saves import cuts, each_call, kills
from faults.parts.signals import commands, ways_out, windows
from faults.parts.spoilt import spoilt
from faults.parts.suite import tests
from faults.parts.texts import hostile
from faults.parts.values import values
from faults.parts.versions import newer, unknown
from faults.parts.words import bad_words
from faults.parts.writers import machine, writes
from faults.promises import ROWS

FORMER = (
    Run("writes", (1, 3), writes),
    Run("machine", (3, 8, 9), machine),
    Run("readers", (22,), readers),
    Run("copies", (23,), copies),
    Run("cuts", (1,), cuts),
    Run("kills", (1,), kills),
    Run("each-call", (1, 2, 8, 9), each_call),
    Run("windows", (13,), windows),
    Run("ways-out", (13, 19), ways_out),
)
"""The parts whose short form has tests of its own."""

SHORT = (
    Run("values", (15, 14), values),
    Run("open-window", (15, 14), open_window),
    Run("keys", (26,), keys),
    Run("full-disk", (2,), full_disk),
    Run("damage", (5,), damage),
    Run("outside", (4,), outside),
    Run("newer", (6,), newer),
    Run("unknown", (7,), unknown),
    Run("modes", (10,), modes),
    Run("read-only", (11,), read_only),
    Run("locks", (12,), locks),
    Run("places", (25,), places),
    Run("commands", (13,), commands),
    Run("spoilt", (14,), spoilt),
    Run("hostile", (15,), hostile),
    Run("bad-words", (16,), bad_words),
    Run("network", (17,), no_network),
    Run("masks", (18,), masks),
    Run("bugs", (20,), bugs),
    Run("days", (21,), days),
)
"""The parts whose short form is a small share of them."""

EVERY = (Run("tests", tuple(ROWS), tests, alone=True), *FORMER, *SHORT)
"""All parts."""
