"""A name that no file can have is refused as one."""

from pathlib import Path

import pytest

from g221_tui.errors import NotImported
from g221_tui.store.import_export import tables_to_import


@pytest.mark.parametrize("name", ["a\0b.json", "\0", "half\ud800.json"])
def test_a_name_that_no_file_can_have_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(NotImported) as refused:
        tables_to_import(Path(name))
    assert len(str(refused.value).splitlines()) == 1
