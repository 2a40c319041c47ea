"""A page is whole, valid and readable by everybody; it loads nothing and runs nothing."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from g221_tui.output.paper.page import brief_page
from output.paper.kit import CASES, RECEIVERS, brief_of, packet_of

SPACE = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def tree(page: str) -> Element:
    """The page as a parser reads it that forgives nothing."""
    found: Element = html5lib.HTMLParser(strict=True).parse(page)
    return found


def named(root: Element, name: str) -> list[Element]:
    """The elements of a name."""
    return [*root.iter(f"{SPACE}{name}")]


@pytest.fixture(scope="module", params=[*CASES, *RECEIVERS])
def page(request: pytest.FixtureRequest) -> str:
    """The brief of each case, and each packet of one."""
    made, day = CASES.get(request.param, CASES["asked"])
    if request.param in RECEIVERS:
        return packet_of(made(), day, request.param)
    return brief_page(brief_of(made(), day))


def test_it_parses_without_an_error_and_says_its_language(page: str) -> None:
    root = tree(page)
    assert root.get("lang") == "en"
    assert page.startswith("<!doctype html>")
    assert (named(root, "title")[0].text or "").strip()
    assert len(named(root, "main")) == 1


def test_it_runs_nothing_and_loads_nothing(page: str) -> None:
    assert "<script" not in page
    assert "http" not in page
    assert not re.search(r"url\(|@import|\bsrc=|<link|<iframe|<object|<img|\son\w+=", page)
    hrefs = [a.get("href", "") for a in named(tree(page), "a")]
    assert all(each.startswith("#") for each in hrefs)


def test_no_placeholder_stands_in_it(page: str) -> None:
    body = page.partition("<body>")[2]
    assert not re.search(r"\[[A-Za-z]|\{\{|\{%|None|Undefined", body)


def test_its_headings_are_in_order_and_there_is_one_h1(page: str) -> None:
    levels = [
        int(each.tag[-1])
        for each in tree(page).iter()
        if re.fullmatch(rf"{re.escape(SPACE)}h[1-6]", str(each.tag))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_table_has_a_caption_and_each_head_its_scope(page: str) -> None:
    for table in named(tree(page), "table"):
        assert (named(table, "caption")[0].text or "").strip()
        assert {th.get("scope") for th in named(table, "th")} <= {"col", "row"}
        assert all(th.get("scope") for th in named(table, "th"))
        width = len(named(named(table, "thead")[0], "th"))
        for row in named(named(table, "tbody")[0], "tr"):
            assert len(list(row)) == width


def test_each_id_stands_once_and_whatever_points_to_one_finds_it(page: str) -> None:
    root = tree(page)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for each in root.iter():
        pointed = (each.get("aria-labelledby") or "").split()
        pointed += [href[1:] for href in [each.get("href") or ""] if href.startswith("#")]
        assert set(pointed) <= set(ids)


def test_the_picture_has_a_title_and_says_what_it_shows(page: str) -> None:
    every = [*tree(page).iter(f"{SVG}svg")]
    pictures = [svg for svg in every if svg.get("role") == "img"]
    assert len(pictures) == 1
    for name in ("title", "desc"):
        assert (pictures[0].findtext(f"{SVG}{name}") or "").strip()
    others = [svg for svg in every if svg not in pictures]
    assert all(svg.get("aria-hidden") == "true" for svg in others)


def test_it_is_made_for_paper_and_for_the_dark(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    for needed in ("@media print", "@page", "prefers-color-scheme: dark", "color-scheme"):
        assert needed in style
