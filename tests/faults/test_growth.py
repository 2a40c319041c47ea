"""What grows with the file grows with its size, and no faster."""

from pathlib import Path

from faults.growth import COMMANDS, measured, said


def test_the_cost_of_a_large_file_is_measured_and_told(tmp_path: Path) -> None:
    found = measured(tmp_path, contacts=60, cases=4)
    seconds = found["seconds"]
    assert isinstance(seconds, dict)
    assert list(seconds) == ["dashboard", *COMMANDS]
    assert all(took > 0 for took in seconds.values())
    assert "60 contacts" in said(found)
