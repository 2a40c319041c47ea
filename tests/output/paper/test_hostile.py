"""Whatever the user typed stays text, in Markdown and on a page."""

import html5lib
import pytest
from markdown_it import MarkdownIt

from g221_tui.output.paper import words
from g221_tui.output.paper.markdown import markdown
from output.letters.kit import NOW
from output.paper.kit import HOSTILE, RECEIVERS, brief_of, hostile, papers

TAGS = {"html", "head", "body", "h1", "h2", "p", "ul", "li", "strong"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
"""The elements that the brief as Markdown is made of."""


def text_of(page: str) -> str:
    """What a reader sees of a page, on one line."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return " ".join("".join(root.find("body").itertext()).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_shows_it_and_stays_valid(text: str) -> None:
    made = papers(hostile(text), NOW)
    assert {*RECEIVERS} <= {*made}
    for name, page in made.items():
        if name == "markdown":
            continue
        html5lib.HTMLParser(strict=True).parse(page)
        assert "<script" not in page
        assert not {chr(code) for code in (0, 27, 0x202E, 0x200B)} & set(page)
        assert words.line(text)[: words.MOST - 1] in text_of(page), name


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_it_and_breaks_no_table(text: str) -> None:
    whole = markdown(brief_of(hostile(text), NOW))
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(whole)
    root = html5lib.parse(page, namespaceHTMLElements=False)
    assert {each.tag for each in root.iter()} <= TAGS
    assert words.line(text)[: words.MOST - 1] in text_of(page)
    for table in root.iter("table"):
        rows = [len(list(row)) for row in table.iter("tr")]
        assert len(set(rows)) == 1
    tables = list(root.iter("table"))
    assert len(tables) == 4
    assert len(list(tables[2].iter("tr"))) == 1 + 3  # two papers of the case, and this one
