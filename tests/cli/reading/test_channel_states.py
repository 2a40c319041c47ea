"""What each channel may do on a day, decided in the order of the states."""

from cli.conftest import Cli

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def test_a_fact_that_decides_is_told_in_words_with_its_name_beside_it(g221: Cli) -> None:
    g221.open(REFUSED, "--us-link", "unknown", "--us-state", "", "--tracking", "no")
    needs = g221.channels(DAY_61)["senator"]
    assert needs["because"][0] == (
        "Not there yet: the US link (who of the case lives or works in a US state)"
        " and the US state of that link."
    )
    assert needs["missing"] == ["us_link", "us_state"]
    assert g221.channels(DAY_61)["vfs_tracker"]["ruled_out_by"] == ["tracking=no"]
    shown, status = g221("channels", today=DAY_61).out, g221("status", today=DAY_61).out
    assert "To record it: g221 set us_link=VALUE us_state=VALUE" in shown
    assert "Recorded: tracking=no." in shown
    assert "and the US state of that link. (us_link=, us_state=)" in status
    assert "(tracking=no)" in status
