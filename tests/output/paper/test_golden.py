"""Each brief reads as the kept one; `python tests/output/paper/test_golden.py` writes them anew.

Whoever writes them anew reads what changed. Of a page the style is not kept.
"""

from pathlib import Path

import pytest

from g221_tui.output.paper.markdown import markdown
from g221_tui.output.paper.page import brief_page
from output.paper.kit import CASES, brief_of

KEPT = Path(__file__).with_name("golden")


def on_paper(name: str) -> dict[str, str]:
    """The files of a case by their endings."""
    made, day = CASES[name]
    brief = brief_of(made(), day, masked=name == "asked")
    return {"md": markdown(brief), "html": brief_page(brief).partition("<body>")[2]}


@pytest.mark.parametrize("ending", ["md", "html"])
@pytest.mark.parametrize("name", CASES)
def test_the_brief_reads_as_the_one_that_is_kept(name: str, ending: str) -> None:
    kept = (KEPT / f"{name}.{ending}").read_text(encoding="utf-8")
    assert on_paper(name)[ending] == kept


if __name__ == "__main__":
    for each in CASES:
        for ending, whole in on_paper(each).items():
            (KEPT / f"{each}.{ending}").write_text(whole, encoding="utf-8")
