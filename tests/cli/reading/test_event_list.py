"""`event list` tells what is known of each event, in one line."""

from cli.conftest import Cli


def test_each_event_tells_its_date_its_answers_its_post_and_its_note(g221: Cli) -> None:
    g221.open("2026-03-02", "--asked", "no")
    g221("event", "add", "transferred", "--on", "2026-04-01", "--post", "Ankara [/]")
    words = ("--asked", "yes", "--due", "2026-07-01", "--note", "by mail")
    g221("event", "add", "refused_221g", "--on", "2026-05-04", *words)
    g221("event", "add", "passport_requested", "--on", "2026-06-01", "--due", "2026-06-15")
    g221("event", "add", "passport_returned", "--on", "2026-06-20", "--visa", "no")
    lines = [line.rpartition("  [")[0] for line in g221("event", "list").out.splitlines()]
    assert lines == [
        "2026-03-02  221(g) slip · asks: no",
        "2026-04-01  Transferred to another post · now Ankara [/]",
        "2026-05-04  221(g) slip · due 2026-07-01 · asks: yes · by mail",
        "2026-06-01  Passport requested · due 2026-06-15",
        "2026-06-20  Passport returned · visa: no",
    ]


def test_a_note_that_reads_as_an_answer_is_told_beside_it(g221: Cli) -> None:
    g221.open("2026-03-02", "--asked", "yes")
    slip = g221("event", "list", "--json").json()[0]["id"]
    g221("correct", slip, "note=asks: yes")
    assert "221(g) slip · asks: yes · asks: yes" in g221("event", "list").out
