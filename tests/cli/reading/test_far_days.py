"""Days at the ends of the calendar: a right answer or one plain line, never a crash."""

from datetime import date

import pytest

from cli.conftest import Cli
from g221_tui.clock import FixedClock
from g221_tui.errors import Refused
from g221_tui.rules import load_rules
from g221_tui.service.reader import Reader
from g221_tui.store.repository import Repository

pytestmark = pytest.mark.promise(16)

FAR = ("0001-01-01", "1000-01-01", "8999-12-31", "9999-12-31")
OUTSIDE = "is accepted."
LOOKING = (("status",), ("status", "--json"), ("timeline",), ("next",), ("channels",), ("cases",))
DOING = (
    *(("log", "consulate_email", "--anyway"), ("docs", "set", "Paper", "submitted")),
    *(("event", "add", kind) for kind in ("petition_returned", "centre_received", "noir")),
    *(("event", "add", "passport_sent"), ("set", "emergency=yes"), ("deadline", "add", "x", "FAR")),
    *(("set", "child_birthday=FAR"), ("set", "passport_expires=FAR"), ("set", "wait=999")),
)


@pytest.mark.parametrize("day", FAR)
def test_every_command_on_a_far_day_is_refused_in_a_line(g221: Cli, day: str) -> None:
    g221.open("2026-10-26", "--document", "Paper")
    for words in (*LOOKING, *DOING, *LOOKING):
        given = [word.replace("FAR", day) for word in words]
        said = g221(*given, today=day, code=1)
        assert OUTSIDE in said.err, (words, said)
        assert len(said.err.splitlines()) == 1, said


def test_a_date_in_the_file_from_which_nothing_can_be_counted_is_told_in_a_line(g221: Cli) -> None:
    g221.open("2026-10-26")
    text = g221.file.read_text(encoding="utf-8")
    g221.file.write_text(text.replace("2026-10-26", "9999-12-30"), encoding="utf-8")
    clock = FixedClock(date.max)
    reader = Reader(Repository(g221.file, clock), load_rules(None), clock)
    assert len(reader.book().cases) == 1
    with pytest.raises(Refused, match="so near the end of the calendar"):
        reader.view(None)
