"""The post's own practice on the command line: offered on stderr, shown in the status."""

from pathlib import Path

import pytest

from cli.conftest import Cli


def test_new_with_a_post_offers_its_own_word_in_one_line_and_sets_nothing(g221: Cli) -> None:
    said = g221("new", "--refused", "2026-10-26", "--post", "U.S. Embassy, Bern", "--visa", "H-1B")
    assert said.out == "1\n"
    (line,) = said.lines
    assert "Bern asks for 180 days before any question (ustraveldocs.com/ch" in line
    assert line.endswith("`set policy=bern` follows it.")
    assert g221("status", "--json").json()["case"]["policy"] == "guide"


def test_set_post_says_what_is_known_or_that_nothing_is(g221: Cli) -> None:
    g221.open("2026-10-26", "--visa", "B-2")
    (line,) = g221("set", "post=London").lines
    assert "London says it answers no status questions (uk.usembassy.gov" in line
    (line,) = g221("set", "post=Lusaka").lines
    assert line.endswith("No practice of Lusaka is known here; what its letter says wins.")
    (line,) = g221("set", "title=Mine").lines
    assert "practice" not in line


@pytest.mark.parametrize("words", [("policy=dublin-niv",), ("post=Dublin", "policy=dublin-niv")])
def test_following_a_post_is_shown_with_its_page(g221: Cli, words: tuple[str, ...]) -> None:
    g221.open("2026-10-26", "--visa", "J-1", "--post", "Dublin")
    g221("set", *words)
    view = g221("status", "--json").json()
    assert view["case"]["policy"] == "dublin-niv"
    email = next(c for c in view["channels"] if c["id"] == "consulate_email")
    assert email["state"] == "unavailable"
    assert "ie.usembassy.gov" in email["source"]
    assert "about 2019" in email["because"][0]


def test_new_takes_the_policy_of_a_post(g221: Cli) -> None:
    g221("new", "--refused", "2026-10-26", "--post", "Bogotá", "--policy", "bogota")
    view = g221("status", "--json").json()
    assert view["wait"]["wait_days"] == 120
    assert view["post"]["practices"][0]["followed"] is True


def test_status_shows_route_year_tracker_and_source_of_the_post(g221: Cli) -> None:
    g221.open("2026-10-26", "--visa", "B-2", "--post", "Vilnius")
    shown = g221("status", "--plain").out
    assert "\nThe post itself\n" in shown
    part = shown.partition("\nThe post itself\n")[2].partition("\n\n")[0]
    for words in (
        "Papers go in: PDF",
        "Year for papers: 12 months",
        "Its tracker: CEAC",
        "2019 or",
    ):
        assert words in part
    post = g221("status", "--json").json()["post"]
    assert (post["name"], post["found"]) == ("Vilnius", "known")
    assert [each["id"] for each in post["practices"]] == ["vilnius"]


def test_without_a_post_the_status_says_nothing_of_one(g221: Cli) -> None:
    g221.open("2026-10-26")
    assert "The post itself" not in g221("status", "--plain").out


def test_the_year_of_the_post_s_page_warns_with_its_date(g221: Cli) -> None:
    g221.open("2026-10-26", "--visa", "H-1B", "--post", "Taipei", "--interview", "2026-01-15")
    view = g221("status", "--json").json()
    assert view["post"]["year_until"] == "2027-01-14"
    assert any("Thu 14 Jan 2027 at the latest" in line for line in view["warnings"])
    limit = next(d for d in view["deadlines"] if d["id"] == "documents_one_year")
    assert limit["date"] == "2027-10-25"


def test_info_names_every_post_with_its_page(g221: Cli) -> None:
    told = g221("info", "--json").json()
    assert "bern" in told["policies"]
    assert told["posts"]["berlin"].startswith("ustraveldocs.com/de")
    assert "Post berlin: Berlin, Frankfurt, Munich (ustraveldocs.com/de" in g221("info").out


def test_a_bad_file_of_posts_is_one_line_with_file_and_field(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    g221.open("2026-10-26")
    (tmp_path / "posts.toml").write_text('[[posts]]\nid = "accra"\n', encoding="utf-8")
    monkeypatch.setenv("G221_CONFIG", str(tmp_path))
    (line,) = g221("status", code=1).lines
    assert line.startswith(f"The posts file {tmp_path / 'posts.toml'}, post 1: ")
    assert "missing required field `source`" in line


def test_a_masked_status_masks_what_was_typed_into_the_post(g221: Cli) -> None:
    g221.open("2026-10-26", "--case-number", "2026299 345 0001", "--post", "Paris 2026299 345 0001")
    shown = g221("status", "--json", "--masked").out
    assert "2026299 345 0001" not in shown
    assert g221("status", "--json", "--masked").json()["post"]["found"] == "unknown"
