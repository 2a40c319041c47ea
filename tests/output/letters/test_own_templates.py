"""The user's own templates take the place of ours, and what is wrong with one is said plainly."""

import json
import os
import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from g221_tui.core.letters.past import Asked, Row, Sent
from g221_tui.core.letters.template import LetterTemplate, Signer
from g221_tui.core.letters.values import NAMES
from g221_tui.core.model import Purpose, UsLink
from g221_tui.core.privacy.masking import Masker, identifiers
from g221_tui.errors import G221Error
from g221_tui.output.letter_templates import OURS, load_templates
from g221_tui.output.letters import Renderer
from g221_tui.rules import load_rules
from g221_tui.service.drafts import Draft, Drafts
from output.letters.kit import NOW, complete, drafts

FRONT = """\
title = "Mine"
source = "the letter of the post"
as_of = "2026"
channels = ["consulate_email"]
purposes = ["status"]
medium = "e-mail"
subject = ["{{ case_number }}", "mine"]
"""


def kept(folder: Path, body: str, front: str = FRONT) -> Path:
    """A template of the user's in a settings folder."""
    path = folder / "letters" / "mine.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"+++\n{front}+++\n{body}", encoding="utf-8")
    return folder


def drafted(config: Path, purpose: str = "") -> Draft:
    """A draft with the templates of that folder."""
    life = complete()
    return Drafts(life.rules, config).draft(life.day(NOW), "consulate_email", purpose)


def refused(config: Path) -> str:
    """Why the templates of that folder can't be used."""
    with pytest.raises(G221Error) as caught:
        drafted(config)
    assert caught.value.exit_code == 1
    assert "\n" not in str(caught.value)
    assert str(config / "letters" / "mine.txt") in str(caught.value)
    return str(caught.value)


def test_a_template_of_the_users_takes_the_place_of_ours(tmp_path: Path) -> None:
    made = drafted(kept(tmp_path, "Case {{ case_number }}, in my words.\n"))
    assert made.text == "Case 2026299 345 0001, in my words."
    assert made.subject == "2026299 345 0001, mine"


def test_ours_stay_for_every_other_purpose(tmp_path: Path) -> None:
    made = drafted(kept(tmp_path, "In my words.\n"), "details")
    assert made.title == drafts().draft(complete().day(NOW), "consulate_email", "details").title


def test_a_template_may_use_our_parts(tmp_path: Path) -> None:
    made = drafted(kept(tmp_path, '{% include "case" %}'))
    assert made.text.startswith("Case number: 2026299 345 0001\nApplicant: Ada Example\n")


def test_a_line_that_names_something_unknown_is_left_out(tmp_path: Path) -> None:
    body = "Colour: {{ submit_how }}\nKept. \\\nNot kept: {{ emergency }}. \\\nKept too.\n"
    assert drafted(kept(tmp_path, body)).text == "Kept. Kept too."


def test_what_was_written_into_a_template_is_masked_too(tmp_path: Path) -> None:
    body = "My passport is X1234567, and {{ applicant }} is my name.\n"
    front = FRONT + 'notes = ["Ada Example sends it."]\n'
    life = complete()
    masker = Masker(*identifiers(life.case))
    made = Drafts(life.rules, kept(tmp_path, body, front))
    draft = made.draft(life.day(NOW), "consulate_email", "", masker)
    assert "X1234567" not in draft.text
    assert "Ada" not in f"{draft.text}{draft.notes}"


def test_the_words_that_a_template_compares_are_not_masked() -> None:
    life = complete()
    masker = Masker(frozenset({"employer", "processing", "Bern"}))
    assert masker("employer") != "employer"
    draft = drafts().draft(life.day(NOW), "senator", "", masker)
    assert "in Texas" in draft.text
    assert "I am the applicant" not in draft.text


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("One\n{% if %}\n", "line 2 of its text: Expected an expression"),
        ("One\n{{ applicant \n", "line 2"),
        ("{{ aplicant }}", "there is no value 'aplicant'; known: account, address, applicant"),
        ("{% include 'other' %}", "there is no part 'other'; known: after_call, call, case"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ applicant.strip.__globals__ }}", "__globals__"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ papers_sent[9].on }}", "has no element 9"),
        ("{% for n in range(999999999) %}x{% endfor %}", "Range too big"),
        ("{{ emergency | join }}", "NoneType"),
    ],
)
def test_what_is_wrong_in_the_text_of_a_template_is_said(
    tmp_path: Path, body: str, why: str
) -> None:
    assert why in refused(kept(tmp_path, body))


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("title = \n", "Invalid value"),
        (FRONT.replace('title = "Mine"\n', ""), "`title`"),
        (FRONT.replace('"consulate_email"', '"konsulat"'), "'konsulat' is no channel; known: vfs"),
        (FRONT.replace('"status"', '"chat"'), "purposes"),
        (FRONT.replace('"e-mail"', '"fax"'), "medium"),
        (FRONT + "colour = 1\n", "`colour`"),
        (FRONT + 'needs = ["emergency"]\n', "needs_because"),
        (FRONT + 'needs = ["x"]\nneeds_because = "y"\n', "there is no value 'x'"),
        (FRONT + 'asks = ["colour"]\n', "'colour' is no fact; known: title"),
        (FRONT + 'events = { day = "wedding" }\n', "'wedding' is no event kind"),
        (f"{FRONT}notes = {'[' * 3000}{']' * 3000}\n", "recursion"),
        (f"{FRONT}notes = {'9' * 5000}\n", "limit"),
    ],
)
def test_what_is_wrong_in_its_front_matter_is_said(tmp_path: Path, front: str, why: str) -> None:
    assert why in refused(kept(tmp_path, "Text.\n", front))


def test_a_text_without_front_matter_is_refused_by_name(tmp_path: Path) -> None:
    path = kept(tmp_path, "") / "letters" / "mine.txt"
    path.write_text("Dear Sir or Madam\n", encoding="utf-8")
    assert "must begin with its front matter" in refused(tmp_path)
    path.write_bytes(b"+++\n\xff\xfe\n+++\n")
    assert "is not text in UTF-8" in refused(tmp_path)


def test_a_template_with_the_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    path = kept(tmp_path, "One. \\\nTwo.\n") / "letters" / "mine.txt"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert drafted(tmp_path).text == "One. Two."


def test_a_folder_of_templates_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("")
    with pytest.raises(G221Error, match="letters can't be read: not a directory"):
        drafted(tmp_path)


def test_every_template_of_ours_is_read_whole_and_asks_for_what_it_uses() -> None:
    rules = complete().rules
    found = load_templates(None, rules)
    assert len(found.every) == len(list(OURS.glob("*.txt")))
    for template in found.every:
        Renderer(found).check(template)
        used = set(re.findall(r"[a-z_]+", whole(template.body, found.parts)))
        assert {*template.asks, *template.asks_petition, *template.asks_if_applicant} <= used


def test_the_stages_and_channels_that_our_texts_compare_are_those_of_the_chart() -> None:
    rules = load_rules(None)
    found = load_templates(None, rules)
    known: dict[str, set[str]] = {
        "stage": set(rules.stages),
        "channel": {channel.id for channel in rules.every_channel},
        "purpose": set(Purpose),
        "us_link": set(UsLink),
        "signs_as": {*UsLink, *Signer, "writer"},
    }
    seen = 0
    for text in (*(template.body for template in found.every), *found.parts.values()):
        for name, words in re.findall(r'(\w+) (?:==|in) ("[^%]*?)(?: and | %\})', text):
            if name in known:
                seen += 1
                assert set(re.findall(r'"(\w+)"', words)) <= known[name]
    assert seen > 20


def test_the_readme_names_every_value_and_every_line_of_the_front_matter() -> None:
    text = (OURS / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]*)`", text))))
    events = tomllib.loads((OURS / "events.toml").read_text(encoding="utf-8"))
    fields = set(LetterTemplate.__struct_fields__) - {"name", "where", "body"}
    rows = {f for row in (Sent, Asked, Row) for f in row.__struct_fields__}
    assert {*NAMES, *events, *fields, *rows, *Purpose, *Signer} - told == set()
    assert {path.stem for path in (OURS / "parts").iterdir()} >= {"case", "signature"}


def test_a_subject_line_of_a_post_that_can_not_be_used_is_named(tmp_path: Path) -> None:
    row = load_rules(None).posts.posts[2]
    posts = msgspec.to_builtins(row) | {"subject_line": ["{{ aplicant }}"]}
    lines = ["places = { Bern = [] }"]
    lines += [f"{name} = {json.dumps(value)}" for name, value in posts.items() if name in PLAIN]
    (tmp_path / "posts.toml").write_text("[[posts]]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    life = complete()
    life.rules = load_rules(tmp_path)
    with pytest.raises(G221Error, match=r"^The subject_line of the post, .*: there is no value"):
        Drafts(life.rules, None).draft(life.day(NOW), "consulate_email")


PLAIN = ("id", "country", "visas", "use", "confidence", "source", "as_of", "subject_line", "name")
"""What of a post's row is written as one word or one list."""


def whole(body: str, parts: dict[str, str]) -> str:
    """A text with its parts in their places."""
    while part := re.search(r'\{% include "(\w+)" %\}', body):
        body = body.replace(part[0], parts[part[1]])
    return body


ENDLESS = {
    "{{ 1|nope }}": "nope",
    "{{ 1 is nope }}": "nope",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": "too deep",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}": "too deep",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}": "",
    '{{ "x" * 10**10 }}': "100000 long at most",
    "{{ 10**10 * [1] }}": "100000 long at most",
    "{{ 10**100 }}": "a power may be 64 at most",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}": "steps",
    "{% for i in range(10**9) %}x{% endfor %}": "Range too big",
}


@pytest.mark.promise(16)
@pytest.mark.parametrize("body", ENDLESS, ids=range(len(ENDLESS)))
def test_a_template_that_has_no_end_is_refused_in_a_line(tmp_path: Path, body: str) -> None:
    said = refused(kept(tmp_path, body))
    assert ENDLESS[body] in said
    assert said.endswith(".")
    assert not said.endswith("..")


def test_a_template_may_still_loop_and_reckon(tmp_path: Path) -> None:
    made = drafted(kept(tmp_path, '{% for i in range(1, 4) %}{{ i * 2 }}{{ "-" * i }}{% endfor %}'))
    assert made.text == "2-4--6---"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes there")
@pytest.mark.parametrize("kind", ["pipe", "device", "large"])
def test_what_is_no_small_ordinary_file_is_no_template(tmp_path: Path, kind: str) -> None:
    path = kept(tmp_path, "") / "letters" / "mine.txt"
    if kind == "large":
        path.write_bytes(b"x" * 2_000_000)
    else:
        path.unlink()
        os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
    why = "larger than a megabyte" if kind == "large" else "no ordinary file"
    assert why in refused(tmp_path)
