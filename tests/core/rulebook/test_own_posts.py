"""A file of posts of the user's adds rows and replaces ours; a bad one is named with its field."""

from pathlib import Path

import msgspec
import pytest

from core.refusals import refusal
from g221_tui.core.rulebook.post_names import named_posts
from g221_tui.errors import G221Error
from g221_tui.rules import load_rules

MINE = """
[[posts]]
id = "accra"
places = { Accra = ["Akkra"] }
country = "Ghana"
visas = ["NIV", "IV"]
use = "policy"
confidence = "medium"
wait = { days = 90, kind = "minimum", words = "90 days before asking" }
source = "my letter"
as_of = "2026"
"""


def written(folder: Path, text: str, name: str = "posts.toml") -> Path:
    """A file of the user's, and the folder it was put into."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", ["posts.toml", "posts/ghana.toml"])
def test_a_post_of_the_user_s_is_found_and_gives_its_policy(tmp_path: Path, name: str) -> None:
    written(tmp_path, MINE, name)
    rules = load_rules(tmp_path)
    assert [post.id for post in named_posts("US Embassy Akkra", rules.posts).posts] == ["accra"]
    waits = {channel: rule.opens_after for channel, rule in rules.policies["accra"].waits.items()}
    assert waits == {"consulate_call": 90, "consulate_email": 90, "dos": 90, "senator": 91}
    assert rules.policies["accra"].cited == "my letter, 2026"
    assert len(rules.posts.posts) == len(load_rules(None).posts.posts) + 1


def test_a_wait_below_the_guide_s_leaves_the_senator_to_the_guide(tmp_path: Path) -> None:
    written(tmp_path, MINE.replace("days = 90", "days = 30"))
    policy = load_rules(tmp_path).policies["accra"]
    assert policy.waits["dos"].opens_after == 30
    assert policy.waits["senator"].opens_after == 61
    assert policy.waits["senator"].source == load_rules(None).policies["guide"].cited


def test_a_row_of_the_user_s_takes_the_place_of_ours(tmp_path: Path) -> None:
    row = MINE.replace('"accra"', '"bern"').replace('{ Accra = ["Akkra"] }', "{ Bern = [] }")
    written(tmp_path, row)
    rules = load_rules(tmp_path)
    assert rules.policies["bern"].waits["dos"].opens_after == 90
    assert [post.source for post in rules.posts.posts if post.id == "bern"] == ["my letter"]


def test_a_policy_file_of_the_user_s_wins_over_the_policy_of_a_post(tmp_path: Path) -> None:
    guide = Path(__file__).parents[3] / "g221_tui/data/policies/guide.toml"
    text = guide.read_text("utf-8").replace('id = "guide"', 'id = "bern"')
    written(tmp_path, text, "policies/bern.toml")
    assert load_rules(tmp_path).policies["bern"].waits["dos"].opens_after == 60


def test_a_folder_without_posts_is_no_fault(tmp_path: Path) -> None:
    shipped = msgspec.to_builtins(load_rules(None).posts)
    for config in (tmp_path, tmp_path / "missing"):
        assert msgspec.to_builtins(load_rules(config).posts) == shipped


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('source = "my letter"\n', "", "missing required field `source`"),
        ('country = "Ghana"', 'county = "Ghana"', "unknown field `county`"),
        ("days = 90", "days = 0", "$.wait.days"),
        ("days = 90", 'days = "90"', "$.wait.days"),
        ('"minimum"', '"at least"', "$.wait.kind"),
        ('"NIV", "IV"', '"NIV", "H-1B"', "visas: 'H-1B' is none of NIV, IV, DV, K"),
        ('as_of = "2026"', 'as_of = "2026"\nyear = { counts_from = "now" }', "year.counts_from"),
        ('{ Accra = ["Akkra"] }', "{}", "$.places"),
        ('"accra"', '"guide"', "id: 'guide' is a policy of g221's own"),
        ('"accra"', '""', "$.id"),
    ],
)
def test_a_bad_field_is_one_line_with_file_post_and_field(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in MINE
    file = written(tmp_path, MINE.replace(old, new))
    line = refusal(G221Error, lambda: load_rules(tmp_path))
    assert line.startswith(f"The posts file {file}, post 1: ")
    assert said in line
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("posts = [", "can't be read"),
        ("", "must hold [[posts]] and nothing else"),
        ("posts = 3", "must hold [[posts]] and nothing else"),
        (f'title = "mine"\n{MINE}', "must hold [[posts]] and nothing else"),
    ],
)
def test_a_file_that_holds_no_posts_is_one_line_that_names_it(
    tmp_path: Path, text: str, said: str
) -> None:
    file = written(tmp_path, text)
    line = refusal(G221Error, lambda: load_rules(tmp_path))
    assert line.startswith(f"The posts file {file} ")
    assert said in line
    assert len(line.splitlines()) == 1


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "posts.toml").mkdir()
    line = refusal(G221Error, lambda: load_rules(tmp_path))
    assert line == f"The posts file {tmp_path / 'posts.toml'} can't be read: is a directory."
